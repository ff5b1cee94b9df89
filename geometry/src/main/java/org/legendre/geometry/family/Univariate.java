package org.legendre.geometry.family;

import java.util.List;

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

    /**
     * The distributions whose mixture this is, each with a centre and a spread of its own: where a quadrature has to look.
     *
     * @return this alone, unless it is a mixture
     */
    default List<? extends Univariate> parts() {
        return List.of(this);
    }
}
