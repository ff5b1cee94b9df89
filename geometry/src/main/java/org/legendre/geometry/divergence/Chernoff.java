package org.legendre.geometry.divergence;

/**
 * The Chernoff information of two members, with the weight that attains it.
 *
 * @param information max −log ∫p^α q^(1−α) in nats, to the relative error of the skewed Jensen divergence
 * @param alpha the weight of p there, to about 1e-8: the maximum is flat, and better known than where it is
 */
public record Chernoff(double information, double alpha) {}
