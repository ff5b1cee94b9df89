package org.legendre.geometry.special;

/**
 * Powers of ratios, near 1 and far from it: divergences of laws whose rate is a power of their parameter, as of Rayleigh's and Weibull's.
 *
 * <p>The exponent is part of every function, for a rounded power (p/q)ᵏ near 1 has lost what a divergence is made of, and a power of its own, as
 * of 1e100⁴, may leave the range where the ratio does not.
 */
public final class Powers {
    /** Below this a remainder of a division may be subnormal. */
    private static final double SMALL = 0x1p-900;
    /** Below this a power is not known to full relative accuracy. */
    private static final double LOST = 1e-290;

    /** An exponent that makes no difference to 0, nor does it to logarithms of numbers. */
    private static final double NOTHING = 1e-20;
    /** (j − 1)/j! is below 1e-18 from here on. */
    private static final int TERMS = 20;

    private static final double LOG_2 = 0.6931471805599453;

    private Powers() {}

    /**
     * (p/q)ᵏ of two positive numbers.
     *
     * <p>Formula: rᵏ exp(kδ) with the rounded r = p/q and its relative error δ, found exactly; where r leaves the range, that of a quotient near 1 and a
     * power of two.
     *
     * <p>Source: elementary.
     *
     * <p>Error: relative error at most 4e-16 for |k| ≤ 1e7 where the result is a normal number.
     *
     * @param p the numerator, positive and finite
     * @param q the denominator, positive and finite
     * @param k the exponent, finite
     * @return (p/q)ᵏ, or NaN if an argument is not as above
     */
    public static double ofRatio(double p, double q, double k) {
        if (!(p > 0 && q > 0 && p <= Double.MAX_VALUE && q <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        double r = p / q;
        if (!(r >= Double.MIN_NORMAL && r <= Double.MAX_VALUE)) {
            return Math.abs(k) < 3 ? ofFarRatio(p, q, k) : Math.exp(k * Logs.logRatio(p, q));
        }
        // By a power of two that does no harm: r is in range, so q is not large where p is small.
        double scale = p < SMALL || q < SMALL ? 0x1p110 : 1;
        double remainder = Math.fma(-r, q * scale, p * scale) / (p * scale);
        double power = Math.pow(r, k);
        return power * Math.exp(k * remainder);
    }

    /** A quotient that leaves the range, to a power that need not: (p/q)ᵏ = (p′/q′)ᵏ 2ⁿᵏ, with the rounding of nk. */
    private static double ofFarRatio(double p, double q, double k) {
        int up = Math.getExponent(p);
        int down = Math.getExponent(q);
        double n = up - down;
        double exponent = n * k;
        double rest = Math.fma(n, k, -exponent);
        double near = ofRatio(Math.scalb(p, -up), Math.scalb(q, -down), k);
        return near * Math.exp(LOG_2 * rest) * Math.pow(2, exponent);
    }

    /**
     * (p/q)ᵏ − 1 − k log(p/q) ≥ 0, the Itakura–Saito divergence of pᵏ from qᵏ.
     *
     * <p>Formula: eˣ − 1 − x with x = k log(p/q), the power being {@link #ofRatio} for |x| &gt; ½.
     *
     * <p>Source: as {@link Logs#itakuraSaitoTerm(double, double)}.
     *
     * <p>Error: relative error at most 4e-15 for |k| ≤ 1e7 where p/q and the result are normal numbers.
     *
     * @param p the first number, positive and finite
     * @param q the second number, positive and finite
     * @param k the exponent, finite
     * @return the divergence; 0 for p = q, +∞ where the power overflows; NaN if an argument is not as above
     */
    public static double itakuraSaitoTerm(double p, double q, double k) {
        double x = k * Logs.logRatio(p, q);
        if (Math.abs(x) <= 0.5) {
            return EntropyTerms.expm1mx(x);
        }
        double power = ofRatio(p, q, k);
        return power == Double.POSITIVE_INFINITY ? power : (power - 1) - x;
    }

    /**
     * (rᵏ − 1 − k(r − 1))/(k(k − 1)) ≥ 0 with r = p/q and k &lt; 1, the Bregman divergence of xᵏ/(k(k−1)) between r and 1; r − 1 − log r for k = 0.
     *
     * <p>Formula: with l = log r and E(x) = eˣ − 1 − x, the series Σ lʲcⱼ/j!, c₂ = 1, cⱼ₊₁ = 1 + kcⱼ, where |l| and |kl| are at most 1; elsewhere
     * (rᵏ (r¹⁻ᵏ − 1)/(1−k) − (r − 1))/k
     * for k &gt; ½, and for k &gt; 0 where rᵏ is small; E(l)/(1−k) − E(kl)/(k(1−k)) for the rest.
     *
     * <p>Source: elementary; with k = 1 − β it is the power divergence of A. Basu, I. R. Harris, N. L. Hjort and M. C. Jones, Biometrika 85 (1998), in other
     * words.
     *
     * <p>Error: relative error at most 1e-14 for −1e3 ≤ k &lt; 1 where p/q, its power and the result are normal numbers.
     *
     * @param p the first number, positive and finite
     * @param q the second number, positive and finite
     * @param k the exponent, finite and below 1
     * @return the divergence; 0 for p = q, +∞ where it overflows; NaN if an argument is not as above
     */
    public static double bregmanTerm(double p, double q, double k) {
        if (!(k < 1 && k >= -Double.MAX_VALUE)) {
            return Double.NaN;
        }
        double l = Logs.logRatio(p, q);
        if (Math.abs(k) <= NOTHING) {
            return Logs.itakuraSaitoTerm(p, q);
        }
        if (Math.abs(l) <= 1 && Math.abs(k * l) <= 1) {
            return bregmanSeries(l, k);
        }
        if (p / q == Double.POSITIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double s = 1 - k;
        if (k > 0.5 || (k > 0 && k * l < -1)) {
            return (ofRatio(p, q, k) * Math.expm1(s * l) / s - minusOne(p, q, 1, l)) / k;
        }
        return itakuraSaitoTerm(p, q, 1) / s - itakuraSaitoTerm(p, q, k) / k / s;
    }

    /** rᵏ − 1. */
    private static double minusOne(double p, double q, double k, double l) {
        double x = k * l;
        return Math.abs(x) <= 0.5 ? Math.expm1(x) : ofRatio(p, q, k) - 1;
    }

    /** Σ lʲcⱼ/j! for |l| ≤ 1 and |kl| ≤ 1: lʲcⱼ/j! = lʲ/j! + (kl/j) lʲ⁻¹cⱼ₋₁/(j−1)!. */
    private static double bregmanSeries(double l, double k) {
        double power = l * l / 2;
        double term = power;
        double sum = term;
        for (int j = 3; j <= TERMS; j++) {
            power *= l / j;
            term = power + k * l / j * term;
            sum += term;
        }
        return sum;
    }

    /**
     * log(αpᵏ + (1−α)qᵏ) − αk log p − (1−α)k log q, the logarithm of the ratio of the two means of pᵏ and qᵏ: ≥ 0 for 0 ≤ α ≤ 1, ≤ 0 elsewhere.
     *
     * <p>Formula: {@link Means#logRatio(double, double, double, double)} of the smaller over the larger power and of 1, whose difference is
     * eˣ − 1 with x = k log(p/q); log(α + (1−α)e⁻ˣ) + (1−α)x where that ratio underflows.
     *
     * <p>Source: elementary.
     *
     * <p>Error: relative error at most 6e-15 for 0 ≤ α ≤ 1 and |k| ≤ 1e7 where p/q and the result are normal numbers.
     *
     * @param p the first number, positive and finite
     * @param q the second number, positive and finite
     * @param k the exponent, finite
     * @param alpha the weight α of p, finite
     * @return the logarithm of the ratio; 0 for p = q; −∞ where the arithmetic mean is not positive; NaN if an argument is not as above
     */
    public static double logRatioOfMeans(double p, double q, double k, double alpha) {
        double x = k * Logs.logRatio(p, q);
        if (Double.isNaN(x) || !(Math.abs(alpha) <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        if (x == 0 || alpha == 0 || alpha == 1) {
            return 0;
        }
        double smaller = x < 0 ? ofRatio(p, q, k) : ofRatio(q, p, k);
        double difference = Math.expm1(-Math.abs(x));
        if (smaller >= LOST) {
            return x < 0
                    ? Means.logRatio(smaller, 1, difference, alpha)
                    : Means.logRatio(1, smaller, -difference, alpha);
        }
        double ofLarger = x < 0 ? 1 - alpha : alpha;
        double ofSmaller = x < 0 ? alpha : 1 - alpha;
        double mean = ofLarger + ofSmaller * smaller;
        if (!(mean > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        return Math.abs(ofSmaller) < 0.5
                ? Math.log1p(ofSmaller * difference) + ofSmaller * Math.abs(x)
                : Math.log(mean) + ofSmaller * Math.abs(x);
    }
}
