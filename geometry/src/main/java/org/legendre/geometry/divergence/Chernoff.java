package org.legendre.geometry.divergence;

/**
 * The Chernoff information of two members, with the weight that attains it.
 *
 * @param information max −log ∫p^α q^(1−α) in nats, to the relative error of the skewed Jensen divergence
 * @param alpha the weight of p there, whose log-odds u are known to 1e-13 (1 + J/|J″|), J″ being the second derivative in u: mostly
 *     to 1e-12, less where the maximum is nearly flat, for it is found from values of J
 */
public record Chernoff(double information, double alpha) {}
