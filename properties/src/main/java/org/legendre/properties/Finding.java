package org.legendre.properties;

import java.util.function.Supplier;

/**
 * What a law found at one sample: how far the two sides are apart, and how far rounding and the law's own approximation may account for.
 *
 * @param residual the distance of the two sides; NaN counts as a violation
 * @param bound what rounding (from the conditioning of the sample) and the law's own error estimate allow
 * @param informative whether the bound is so small that the sample tells something
 * @param detail the numbers in words, asked for only when they are shown
 */
public record Finding(double residual, double bound, boolean informative, Supplier<String> detail) {
    /** A bound larger than this, relative to the quantity that is checked, makes a sample uninformative. */
    public static final double SHARP = 1e-10;
    /** Beyond this an error estimate has not converged and bounds nothing. */
    static final double CONVERGED = 1e-6;

    /**
     * A comparison; it is informative if the bound is at most {@link #SHARP} of the scale, and says nothing if that
     * is beyond 1e-6: where an extrapolation or a quadrature has not converged, its error estimate is none.
     *
     * @param residual the distance of the two sides
     * @param bound what is allowed
     * @param scale the size of the quantity that is checked
     * @param detail the numbers in words
     * @return the finding
     */
    public static Finding of(double residual, double bound, double scale, Supplier<String> detail) {
        return of(residual, bound, scale, SHARP, detail);
    }

    /** The same for a law that by its nature, as by taking higher derivatives, sees less: informative if the bound is at most sharp·scale. */
    static Finding of(double residual, double bound, double scale, double sharp, Supplier<String> detail) {
        if (bound > CONVERGED * scale) {
            return nothing("the bound " + bound + " is too wide to judge by");
        }
        return new Finding(residual, bound, bound <= sharp * scale && Double.isFinite(scale), detail);
    }

    /**
     * A sample that says nothing: the law's hypotheses do not hold at it or it is beyond the range of binary64.
     *
     * @param reason the reason in words
     * @return the finding
     */
    public static Finding nothing(String reason) {
        return new Finding(0, 0, false, () -> reason);
    }

    /**
     * Both findings of one sample: a violation if one of them is, informative if both are.
     *
     * @param other the other finding
     * @return the one that is worse, relative to its bound
     */
    Finding and(Finding other) {
        boolean keep = violated() || (!other.violated() && residual * other.bound >= other.residual * bound);
        Finding worse = keep ? this : other;
        return new Finding(worse.residual, worse.bound, informative && other.informative, worse.detail);
    }

    /**
     * Two findings of one sample, each of which is enough: a violation if one of them is, informative if one is.
     *
     * @param other the other finding
     * @return the one that is worse, relative to its bound, among the informative ones
     */
    Finding or(Finding other) {
        if (informative == other.informative || violated() || other.violated()) {
            return and(other);
        }
        return informative ? this : other;
    }

    /**
     * Whether there is no distance at all: the subject threw, or gave NaN. That is never a witness.
     *
     * @return true if the residual is NaN
     */
    public boolean undefined() {
        return Double.isNaN(residual);
    }

    /**
     * Whether the two sides are further apart than allowed.
     *
     * @return true unless residual ≤ bound
     */
    public boolean violated() {
        return !(residual <= bound);
    }
}
