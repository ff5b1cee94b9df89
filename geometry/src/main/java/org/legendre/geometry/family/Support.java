package org.legendre.geometry.family;

import org.legendre.geometry.DomainException;

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
     * Checks the ends.
     *
     * @param lower the lower end
     * @param upper the upper end
     * @param lattice whether discrete
     * @throws DomainException if an end is NaN, the ends are in the wrong order or a finite end of a lattice is not an integer
     */
    public Support {
        if (!(lower <= upper) || (lattice && !(lower == Math.rint(lower) && upper == Math.rint(upper)))) {
            throw new DomainException(
                    "support", "[" + lower + ", " + upper + "]", "lower end ≤ upper end, integers on a lattice");
        }
    }

    /**
     * Whether x is in the support.
     *
     * @param x a number
     * @return true for a number between the ends (an integer, on a lattice)
     */
    public boolean contains(double x) {
        return x >= lower && x <= upper && !Double.isInfinite(x) && (!lattice || x == Math.rint(x));
    }

    /** A count as a number. */
    static double requireCount(long x) {
        if (!(x >= 0)) {
            throw new DomainException("observation", x, "a count 0, 1, 2, …");
        }
        return (double) x;
    }
}
