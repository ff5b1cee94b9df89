package org.legendre.geometry.special;

import java.util.Objects;

/**
 * Logarithms and exponentials composed without cancellation: the kernels of divergences, links and normalisers.
 *
 * <p>For a ratio near 1 use {@link #log1pmx} or {@link #xm1mlogx}; for Kullback–Leibler terms
 * {@link #relativeEntropyTerm}; for scale-invariant (gamma, normal variance) terms {@link #itakuraSaitoTerm}.
 */
public final class Logs {

    /** 1/3, 1/5, 1/7, …: (artanh s − s)/s³ as a series in s². */
    private static final double[] ARTANH = new double[17];

    static {
        for (int i = 0; i < ARTANH.length; i++) {
            ARTANH[i] = 1.0 / (2 * i + 3);
        }
    }

    private Logs() {}

    // Divergences are written 0 − x, not −x: they are 0 at equality, not −0.

    /**
     * log(1 + x) − x ≤ 0.
     *
     * <p>Formula: with s = x/(2 + x), log(1 + x) − x = 2 (artanh s − s) − s x for −½ ≤ x ≤ 1; the direct formula
     * elsewhere.
     *
     * <p>Source: DLMF 4.6.4 (the series of the logarithm in s).
     *
     * <p>Error: relative error at most 8e-16 on (−1, ∞) where the result is a normal number.
     *
     * @param x the increment, in (−1, ∞)
     * @return log(1 + x) − x, −∞ for x = −1 and x = +∞, or NaN if x &lt; −1 or x is NaN
     */
    public static double log1pmx(double x) {
        if (x >= -0.5 && x <= 1) {
            double s = x / (2 + x);
            double s2 = s * s;
            return s * Math.fma(2 * s2, Stirling.polynomial(ARTANH, s2), -x);
        }
        return x == Double.POSITIVE_INFINITY ? Double.NEGATIVE_INFINITY : Math.log1p(x) - x;
    }

    /**
     * φ(x) = x − log(1 + x) ≥ 0, that is r − 1 − log r from the difference x = r − 1.
     *
     * <p>Formula: −{@link #log1pmx}, but never −0.
     *
     * <p>Source and error: as {@link #log1pmx}.
     *
     * @param x the difference of a ratio from 1, in (−1, ∞)
     * @return x − log(1 + x), +∞ for x = −1 and x = +∞, or NaN if x &lt; −1 or x is NaN
     */
    public static double xmlog1p(double x) {
        return 0 - log1pmx(x);
    }

    /**
     * r − 1 − log r ≥ 0, the scale-invariant divergence of a ratio r from 1.
     *
     * <p>Formula: φ(r − 1), φ(w) = w − log(1 + w), where r − 1 is exact; the direct formula for r outside [½, 2]. When
     * r − 1 is known better than r call {@link #xmlog1p}; for r = p/q call {@link #itakuraSaitoTerm(double, double)}.
     *
     * <p>Source: as {@link #log1pmx}; r − 1 is exact for ½ ≤ r ≤ 2 by Sterbenz's lemma.
     *
     * <p>Error: relative error at most 8e-16 for all positive finite doubles, given r.
     *
     * @param r the ratio, positive and finite
     * @return r − 1 − log r, +∞ for r = 0, or NaN if r is negative or not finite
     */
    public static double xm1mlogx(double r) {
        if (!(r >= 0 && r <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        return r >= 0.5 && r <= 2 ? xmlog1p(r - 1) : (r - 1) - Math.log(r);
    }

    /**
     * The Itakura–Saito divergence p/q − 1 − log(p/q) ≥ 0 of two positive numbers.
     *
     * <p>Formula: φ((p − q)/q), φ(w) = w − log(1 + w), for p ≥ q/2; else the direct formula.
     *
     * <p>Source: Banerjee, Merugu, Dhillon and Ghosh, Clustering with Bregman divergences, JMLR 6 (2005), table 1.
     *
     * <p>Error: relative error at most 1.2e-15 where the result is normal; +∞ only where p/q overflows.
     *
     * @param p the first number, positive and finite
     * @param q the second number, positive and finite
     * @return p/q − 1 − log(p/q), or NaN if an argument is not positive and finite
     */
    public static double itakuraSaitoTerm(double p, double q) {
        if (!(p > 0 && q > 0 && p <= Double.MAX_VALUE && q <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        return itakuraSaitoTerm(p, q, p - q);
    }

    /**
     * As above for checked arguments and a difference d = p − q that may be better than the one of the rounded numbers.
     */
    static double itakuraSaitoTerm(double p, double q, double d) {
        double w = d / q;
        if (w == Double.POSITIVE_INFINITY) {
            return w;
        }
        return w >= -0.5 ? xmlog1p(w) : w - logRatio(p, q);
    }

    /**
     * log(p/q) of two positive numbers.
     *
     * <p>Formula: log(1 + (p − q)/q) for ½ ≤ p/q ≤ 2, the logarithm of the quotient elsewhere, and log p − log q where
     * the quotient overflows or underflows.
     *
     * <p>Source: elementary; p − q is exact in the first case by Sterbenz's lemma.
     *
     * <p>Error: relative error at most 4e-16 for all positive finite doubles.
     *
     * @param p the numerator, positive and finite
     * @param q the denominator, positive and finite
     * @return log(p/q), or NaN if an argument is not positive and finite
     */
    public static double logRatio(double p, double q) {
        if (!(p > 0 && q > 0 && p <= Double.MAX_VALUE && q <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        double r = p / q;
        if (r >= 0.5 && r <= 2) {
            return Math.log1p((p - q) / q);
        }
        return r >= Double.MIN_NORMAL && r <= Double.MAX_VALUE ? Math.log(r) : Math.log(p) - Math.log(q);
    }

    /**
     * The term p log(p/q) − p + q ≥ 0 of the generalised Kullback–Leibler divergence of positive measures.
     *
     * <p>Formula: p φ((q − p)/p), φ(w) = w − log(1 + w), for q ≥ p/2; else q + p (log(p/q) − 1). With 0 log 0 = 0: q
     * for p = 0, and +∞ for p &gt; 0 = q.
     *
     * <p>Source: Banerjee, Merugu, Dhillon and Ghosh, Clustering with Bregman divergences, JMLR 6 (2005), table 1
     * (generalised I-divergence).
     *
     * <p>Error: relative error at most 1.2e-15 where the result is normal, near-equal arguments included, else that and
     * the rounding of a subnormal; no overflow unless the result overflows.
     *
     * @param p the first mass, non-negative and finite, in nats times mass as the result
     * @param q the second mass, non-negative and finite
     * @return p log(p/q) − p + q, or NaN if an argument is negative or not finite
     */
    public static double relativeEntropyTerm(double p, double q) {
        return relativeEntropyTerm(p, q, q - p);
    }

    /**
     * {@link #relativeEntropyTerm(double, double)} where the difference is known better than the masses, as of complements 1 − p and 1 − q.
     *
     * @param p the first mass, non-negative and finite
     * @param q the second mass, non-negative and finite
     * @param difference q − p
     * @return p log(p/q) − p + q, or NaN if a mass is negative or not finite
     */
    public static double relativeEntropyTerm(double p, double q, double difference) {
        if (!(p >= 0 && q >= 0 && p <= Double.MAX_VALUE && q <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        if (p == 0) {
            return q;
        }
        if (q == 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (q < 0.5 * p) {
            return Math.fma(p, logRatio(p, q) - 1, q);
        }
        double w = difference / p;
        // Where q/p overflows, p log(p/q) is below the rounding of q.
        return w == Double.POSITIVE_INFINITY ? q : p * xmlog1p(w);
    }

    /**
     * log Σ exp(xᵢ) over from ≤ i &lt; to.
     *
     * <p>Formula: m + log(1 + Σ exp(xᵢ − m)) with the maximum m left out of the sum, so that a small sum is not lost.
     *
     * <p>Source: Blanchard, Higham and Higham, Accurately computing the log-sum-exp and softmax functions, IMA J.
     * Numer. Anal. 41 (2021), the shifted formula.
     *
     * <p>Error: absolute error at most 4.5e-16 · max(1, |m|, |result|); so relative except near the root of the result.
     *
     * @param x the exponents (nats); −∞ is allowed and counts as 0
     * @param from the first index
     * @param to one past the last index
     * @return log Σ exp(xᵢ); −∞ for an empty range; NaN if an exponent is NaN
     */
    public static double logSumExp(double[] x, int from, int to) {
        Objects.checkFromToIndex(from, to, x.length);
        double max = Double.NEGATIVE_INFINITY;
        int argmax = from;
        for (int i = from; i < to; i++) {
            if (!(x[i] <= max)) {
                max = x[i];
                argmax = i;
                if (Double.isNaN(max)) {
                    return max;
                }
            }
        }
        if (Double.isInfinite(max)) {
            return max;
        }
        double sum = 0;
        double carry = 0;
        for (int i = from; i < to; i++) {
            if (i != argmax) {
                double term = Math.exp(x[i] - max);
                double next = sum + term;
                carry += sum >= term ? (sum - next) + term : (term - next) + sum;
                sum = next;
            }
        }
        return max + Math.log1p(sum + carry);
    }
}
