package org.legendre.geometry.family;

/**
 * Where a distribution on the line lives.
 *
 * @param lower the lower end, possibly −∞
 * @param upper the upper end, possibly ∞
 * @param lattice true for a discrete distribution on the integers from lower to upper
 */
public record Support(double lower, double upper, boolean lattice) {
    /** All real numbers. */
    public static final Support REALS = new Support(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, false);
    /** The positive numbers. */
    public static final Support POSITIVE = new Support(0, Double.POSITIVE_INFINITY, false);
    /** The unit interval. */
    public static final Support UNIT = new Support(0, 1, false);
    /** 0, 1, 2, … */
    public static final Support COUNTS = new Support(0, Double.POSITIVE_INFINITY, true);

    /**
     * Whether x is in the support.
     *
     * @param x a number
     * @return true for a number between the ends (an integer, on a lattice)
     */
    public boolean contains(double x) {
        return x >= lower && x <= upper && !Double.isInfinite(x) && (!lattice || x == Math.rint(x));
    }
}
