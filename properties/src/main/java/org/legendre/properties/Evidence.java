package org.legendre.properties;

/**
 * The sample that decided a verdict, made as simple as it gets.
 *
 * @param sample the sample in chart coordinates
 * @param detail the points in their own coordinates and the numbers found there
 * @param seed the seed of the check that found it
 * @param index the index of the unshrunk sample in that check
 * @param replay a line of Java that examines this sample again
 */
public record Evidence(Sample sample, String detail, long seed, int index, String replay) {}
