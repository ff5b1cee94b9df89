package org.legendre.geometry.special;

/**
 * The inverse of {@link BesselRatio}: the concentration x of a von Mises–Fisher law from its mean resultant length A_ν(x), or from what that lacks
 * of 1.
 */
public final class InverseBesselRatio {
    private InverseBesselRatio() {}

    /**
     * The x with A_ν(x) = a.
     *
     * <p>Formula: Newton's iteration, kept in its bracket, for log(A/(1 − A)) in log x, from x = a (2ν + 2 − a²)/(1 − a²).
     *
     * <p>Source: A. Banerjee, I. S. Dhillon, J. Ghosh and S. Sra, Clustering on the unit hypersphere using von Mises–Fisher distributions, JMLR 6
     * (2005), equation 4.4 (the start).
     *
     * <p>Error: relative error at most 5e-15 where the result is a normal number, given a; for a near 1 use {@link #ofComplement}.
     *
     * @param order ν ≥ −½
     * @param a the ratio, in [0, 1)
     * @return x ≥ 0, +∞ where it overflows, or NaN outside the domain
     */
    public static double value(double order, double a) {
        return a >= 0 && a < 1 ? solve(order, a, 1 - a) : Double.NaN;
    }

    /**
     * The x with 1 − A_ν(x) = b.
     *
     * <p>Formula and source: as {@link #value}.
     *
     * <p>Error: relative error at most 5e-15 where the result is a normal number, given b; for b near 1 use {@link #value}.
     *
     * @param order ν ≥ −½
     * @param b the complement of the ratio, in (0, 1]
     * @return x ≥ 0, +∞ where it overflows, or NaN outside the domain
     */
    public static double ofComplement(double order, double b) {
        return b > 0 && b <= 1 ? solve(order, 1 - b, b) : Double.NaN;
    }

    private static double solve(double order, double a, double b) {
        if (!(order >= -0.5 && order <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        if (a == 0) {
            return 0;
        }
        if (order == -0.5) {
            return 0.5 * Math.log1p(2 * (a / b));
        }
        double x = a * ((2 * order + 2 - a * a) / (b * (1 + a)));
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double previous = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 200 && Math.hypot(order, x) <= Double.MAX_VALUE; i++) {
            double ratio = BesselRatio.value(order, x);
            double complement = BesselRatio.complement(order, x);
            // The smaller of a and b is the one that is known.
            double excess = a <= b ? ratio - a : b - complement;
            double residual = Math.log1p(excess / a) - Math.log1p(-excess / b);
            double derivative = BesselRatio.derivative(order, x);
            // Where A′ underflows, 1 − A is proportional to 1/x and the slope is 1.
            double step =
                    derivative < Double.MIN_NORMAL ? residual : residual * (ratio / x) * (complement / derivative);
            // Quadratic convergence: the next step would be of the order of step².
            if (!(Math.abs(step) > 1e-9)) {
                return x * Math.exp(-step);
            }
            if (residual > 0) {
                high = x;
            } else {
                low = x;
            }
            // For ν near −½ the function is far from linear: the steps are kept short and in their bracket.
            // They may go round in circles there, as long as they do not halve; the bracket is halved then.
            double next = x * Math.exp(-Math.max(-2, Math.min(2, step)));
            boolean circling = low > 0 && high < Double.POSITIVE_INFINITY && Math.abs(step) > 0.5 * previous;
            x = next > low && next < high && !circling ? next : Math.sqrt(low) * Math.sqrt(high);
            previous = Math.abs(step);
        }
        return x;
    }
}
