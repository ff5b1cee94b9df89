package org.legendre.properties;

import java.util.Arrays;

/** Small relative changes of all entries of a vector, whose signs follow a pattern: by what they move, roundings are bounded. */
enum Perturbation {
    /** Up and down in turn. */
    ALTERNATING(0),
    /** All up: with the other pattern these are all directions of the plane. */
    COMMON(0),

    /** Differentials by signs that differ from point to point, for what changes all in common changes nothing of a method that is indifferent to scale. */
    SCATTERED(1),

    /** The same with other signs: those of one pattern may cancel. */
    SCATTERED_OTHERWISE(2);

    private static final long MIX = 0x9E3779B97F4A7C15L;

    private final long seed;

    /** With a seed above 0 the signs are scattered. */
    Perturbation(long seed) {
        this.seed = seed;
    }

    /** The relative change, far above roundings and far below what is not linear. */
    static final double SIZE = 0x1p-26;

    /** The change of an entry, relative to its size. */
    double of(int i) {
        return this == COMMON || i % 2 == 0 ? SIZE : -SIZE;
    }

    /** x with every entry changed by that fraction of itself. */
    double[] relative(double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= 1 + of(i);
        }
        return y;
    }

    /** x with every entry changed by that fraction of itself and of 1. */
    double[] absolute(double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] += (1 + Math.abs(y[i])) * of(i);
        }
        return y;
    }

    /** The task with its differentials changed. */
    Task of(Task task) {
        return new Task(task.f(), x -> seed > 0 ? scattered(x, task.gradient(x)) : relative(task.gradient(x)));
    }

    private double[] scattered(double[] x, double[] g) {
        long bits = (Arrays.hashCode(x) + seed) * MIX;
        double[] y = g.clone();
        for (int i = 0; i < y.length; i++) {
            bits = (bits + 1) * MIX;
            y[i] *= 1 + (bits < 0 ? SIZE : -SIZE);
        }
        return y;
    }
}
