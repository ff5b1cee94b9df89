package org.legendre.geometry.family;

import java.util.random.RandomGenerator;

/**
 * A probability distribution: anything with a density, an entropy and a divergence to its own kind.
 *
 * @param <T> the type of an observation
 * @param <M> the type itself, so that only distributions of one kind are compared
 */
public interface Distribution<T, M extends Distribution<T, M>> {
    /**
     * The logarithm of the density (or of the probability, for a discrete distribution) at x.
     *
     * @param x an observation
     * @return log p(x) in nats; −∞ off the support
     */
    double logDensity(T x);

    /**
     * The density (or probability) at x.
     *
     * @param x an observation
     * @return p(x) = exp(log p(x)); 0 off the support
     */
    default double density(T x) {
        return Math.exp(logDensity(x));
    }

    /**
     * The (differential) entropy H(p) = −E[log p(X)].
     *
     * @return the entropy in nats
     */
    double entropy();

    /**
     * The Kullback–Leibler divergence KL(p‖q) = E_p[log p(X) − log q(X)] from this p to q (Kullback and Leibler 1951).
     *
     * @param q the second argument
     * @return the divergence in nats: ≥ 0, zero only when equal, +∞ where p is not absolutely continuous
     */
    double klTo(M q);

    /**
     * The cross-entropy H(p, q) = −E_p[log q(X)] = H(p) + KL(p‖q).
     *
     * @param q the second argument
     * @return the cross-entropy in nats
     */
    default double crossEntropyTo(M q) {
        return entropy() + klTo(q);
    }

    /**
     * Draws an observation.
     *
     * @param random the source of randomness; the same seed draws the same
     * @return a draw
     */
    T sample(RandomGenerator random);
}
