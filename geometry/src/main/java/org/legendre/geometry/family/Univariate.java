package org.legendre.geometry.family;

/** A distribution on the line: what quadrature and summation need to know of it. */
public interface Univariate {
    /**
     * Where the distribution lives.
     *
     * @return the support
     */
    Support support();

    /**
     * The logarithm of the density (or probability, on a lattice) at a number.
     *
     * @param x a number
     * @return log p(x) in nats; −∞ off the support
     */
    double logDensityAt(double x);

    /**
     * A point near which most of the probability lies, where a quadrature starts: a mode, mean or median.
     *
     * @return a point of the support
     */
    double center();

    /**
     * The scale on which the density changes around the {@link #center}: a standard deviation or the like.
     *
     * @return a positive length
     */
    double spread();
}
