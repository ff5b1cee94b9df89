package org.legendre.geometry.special;

/**
 * How far the weighted arithmetic mean αx + (1−α)y of two masses is above their geometric mean x^α y^(1−α): what skewed Jensen divergences of
 * most scalar families are made of.
 *
 * <p>For a scale (rates, variances) use {@link #logRatio}; for masses (probabilities, Poisson rates) {@link #gap}. Weights outside [0, 1] are
 * allowed, where both are ≤ 0.
 */
public final class Means {
    private Means() {}

    /**
     * log(αx + (1−α)y) − α log x − (1−α) log y, the logarithm of the ratio of the two means: ≥ 0 for 0 ≤ α ≤ 1, ≤ 0 elsewhere.
     *
     * <p>Formula: with the arithmetic mean m, u = (x − m)/m and v = (y − m)/m it is α φ(u) + (1−α) φ(v), φ(w) = w − log(1 + w), two terms ≥ 0; the
     * direct formula where x or y is far from m. A weight above 1 comes down to 1/α, for x lies between y and m.
     *
     * <p>Source: elementary; αu + (1−α)v = 0.
     *
     * <p>Error: relative error at most 2e-15 for 0 ≤ α ≤ 1 where the result is a normal number, equal weights and near-equal arguments
     * included, given x and y.
     *
     * @param x the first mass, non-negative and finite
     * @param y the second mass, non-negative and finite
     * @param alpha the weight α of x, finite
     * @return the logarithm of the ratio; 0 for x = y; +∞ where the geometric mean is 0, −∞ where the arithmetic mean is not positive or
     *     the geometric one infinite; NaN if an argument is not as above
     */
    public static double logRatio(double x, double y, double alpha) {
        return logRatio(x, y, x - y, alpha);
    }

    /**
     * {@link #logRatio(double, double, double)} where the difference of the masses is known better than the masses, as of 1 − p and 1 − q.
     *
     * @param x the first mass, non-negative and finite
     * @param y the second mass, non-negative and finite
     * @param difference x − y
     * @param alpha the weight α of x, finite
     * @return the logarithm of the ratio, as above
     */
    public static double logRatio(double x, double y, double difference, double alpha) {
        if (!(x >= 0 && y >= 0 && x <= Double.MAX_VALUE && y <= Double.MAX_VALUE && Math.abs(alpha) <= Double.MAX_VALUE)
                || Double.isNaN(difference)) {
            return Double.NaN;
        }
        if (difference == 0 || alpha == 0 || alpha == 1) {
            return 0;
        }
        if (alpha > 1) {
            return beyond(x, y, difference, alpha, alpha - 1);
        }
        if (alpha < 0) {
            return beyond(y, x, -difference, 1 - alpha, -alpha);
        }
        return between(x, y, difference, alpha, 1 - alpha);
    }

    /** Weights α and β = 1 − α in (0, 1), of which the smaller is exact. */
    private static double between(double x, double y, double difference, double alpha, double beta) {
        if (x == 0 || y == 0) {
            return Double.POSITIVE_INFINITY;
        }
        double m = alpha * x + beta * y;
        double u = beta * (difference / m);
        double v = -alpha * (difference / m);
        if (Math.abs(u) <= 0.5 && Math.abs(v) <= 0.5) {
            return alpha * Logs.xmlog1p(u) + beta * Logs.xmlog1p(v);
        }
        return alpha * logOver(m, x, -beta * (difference / x)) + beta * logOver(m, y, alpha * (difference / y));
    }

    /** α = 1 + excess &gt; 1: with m = αx + (1−α)y, x is the mean of m and y of weight 1/α. */
    private static double beyond(double x, double y, double difference, double alpha, double excess) {
        double m = x + excess * difference;
        // For x = 0 the mean is not positive.
        if (!(m > 0 && y > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        if (m == Double.POSITIVE_INFINITY) {
            return y >= 0.5 * x ? scaled(x, y, difference, alpha, excess) : far(x, y, difference, excess);
        }
        return 0 - alpha * between(m, y, alpha * difference, 1 / alpha, excess / alpha);
    }

    /** {@link #beyond} of masses with x in [1, 2), for which m does not overflow. */
    private static double scaled(double x, double y, double difference, double alpha, double excess) {
        int exponent = -Math.getExponent(x);
        return beyond(
                Math.scalb(x, exponent), Math.scalb(y, exponent), Math.scalb(difference, exponent), alpha, excess);
    }

    /** log(m/x) − (α − 1) log(x/y), which does not cancel where y is not near x. */
    private static double far(double x, double y, double difference, double excess) {
        return Math.log1p(excess * (difference / x)) - excess * Logs.logRatio(x, y);
    }

    /** log(m/z) from the relative difference w = m/z − 1 where that is the better known. */
    private static double logOver(double m, double z, double w) {
        return Math.abs(w) <= 0.5 ? Math.log1p(w) : Logs.logRatio(m, z);
    }

    /**
     * αx + (1−α)y − x^α y^(1−α): ≥ 0 for 0 ≤ α ≤ 1, ≤ 0 elsewhere.
     *
     * <p>Formula: −m·(e^(−L) − 1) with the arithmetic mean m and L of {@link #logRatio}. For α = 0 and 1 the geometric mean is its limit from
     * between: a mass that is 0 makes it 0.
     *
     * <p>Source: elementary.
     *
     * <p>Error: relative error at most 3e-15 for 0 ≤ α ≤ 1 where the result is a normal number, given x and y.
     *
     * @param x the first mass, non-negative and finite
     * @param y the second mass, non-negative and finite
     * @param alpha the weight α of x, finite
     * @return the arithmetic less the geometric mean; −∞ where the geometric mean is infinite; NaN if an argument is not as above
     */
    public static double gap(double x, double y, double alpha) {
        return gap(x, y, x - y, alpha);
    }

    /**
     * {@link #gap(double, double, double)} where the difference of the masses is known better than the masses, as of 1 − p and 1 − q.
     *
     * @param x the first mass, non-negative and finite
     * @param y the second mass, non-negative and finite
     * @param difference x − y
     * @param alpha the weight α of x, finite
     * @return the arithmetic less the geometric mean, as above
     */
    public static double gap(double x, double y, double difference, double alpha) {
        double log = logRatio(x, y, difference, alpha);
        if (Double.isNaN(log)) {
            return log;
        }
        if (alpha == 0 || alpha == 1) {
            return x == 0 || y == 0 ? (alpha == 0 ? y : x) : 0;
        }
        if (log == 0) {
            return log;
        }
        double m = arithmetic(x, y, difference, alpha);
        if (m == Double.POSITIVE_INFINITY) {
            // Beyond 4 times the largest number so is the difference.
            return -4 * (arithmetic(0.25 * x, 0.25 * y, 0.25 * difference, alpha) * Math.expm1(-log));
        }
        if (log > -1) {
            return -m * Math.expm1(-log);
        }
        return m - Math.exp(logGeometric(x, y, alpha));
    }

    /**
     * αx + (1−α)y.
     *
     * <p>Formula: for weights outside [0, 1] the nearer end plus a multiple of the difference, so that weights of opposite signs do not cancel.
     *
     * <p>Source: elementary.
     *
     * <p>Error: relative error at most 4e-16 for 0 ≤ α ≤ 1; elsewhere 3e-16 of the larger of that end and that multiple.
     *
     * @param x the first mass
     * @param y the second mass
     * @param alpha the weight α of x
     * @return the arithmetic mean
     */
    public static double arithmetic(double x, double y, double alpha) {
        return arithmetic(x, y, x - y, alpha);
    }

    private static double arithmetic(double x, double y, double difference, double alpha) {
        if (alpha > 1) {
            return Math.fma(alpha - 1, difference, x);
        }
        return alpha < 0 ? Math.fma(alpha, difference, y) : alpha * x + (1 - alpha) * y;
    }

    /**
     * log(x^α y^(1−α)).
     *
     * <p>Formula: log y + α log(x/y), or log x + (1−α) log(y/x) where this is the nearer end.
     *
     * <p>Source: elementary.
     *
     * <p>Error: absolute error at most 1e-15 · max(1, |log x|, |log y|, |α log(x/y)|).
     *
     * @param x the first mass, non-negative and finite
     * @param y the second mass, non-negative and finite
     * @param alpha the weight α of x, finite
     * @return α log x + (1−α) log y; where a mass is 0 it is +∞ if its exponent is negative, else −∞, also for a zero exponent
     */
    public static double logGeometric(double x, double y, double alpha) {
        if (x == 0 || y == 0) {
            boolean infinite = (x == 0 && y > 0 && alpha < 0) || (y == 0 && x > 0 && alpha > 1);
            return infinite ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return alpha <= 0.5
                ? Math.log(y) + alpha * Logs.logRatio(x, y)
                : Math.log(x) + (1 - alpha) * Logs.logRatio(y, x);
    }
}
