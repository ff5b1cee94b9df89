package org.legendre.geometry.regression;

/**
 * How one response y is distributed given its predictor z, and the derivatives of −log p(y | z) in z.
 *
 * @param <M> the type of the distribution
 */
interface Response<M> {
    /** Refuses what cannot be observed. */
    double require(double y);

    /** −log p(y | z) less {@link #saturated}, ≥ 0. */
    double deviance(double y, double z);

    /** The least −log p(y | z) over all z, or its infimum. */
    double saturated(double y);

    /** The derivative of −log p(y | z). */
    double slope(double y, double z);

    /** The Fisher information of z, the expectation of the squared slope. */
    double information(double z);

    /** The largest second derivative of −log p(y | z); +∞ if there is none. */
    double curvature();

    /** The distribution of y given z. */
    M distribution(double z);
}
