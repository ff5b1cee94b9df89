package org.legendre.geometry.family;

import org.legendre.geometry.special.Logs;

/** Normaliser, mean and entropy of the logarithmic series distribution, P(k) = pᵏ/(kL), L = −log(1 − p). */
final class LogarithmicSeriesKernel {
    /** From this 1 − p on the sum is short. */
    private static final double SHORT = 1.0 / 16;

    /** Below, two terms of a series in p are enough, and p² may be too small for a double. */
    private static final double TINY = 1e-8;

    private LogarithmicSeriesKernel() {}

    /** (L − p)/L = 1 − p/L. */
    static double excess(double p, double normaliser) {
        if (p < TINY) {
            return p * (0.5 + p / 12);
        }
        return (p < 0.5 ? -Logs.log1pmx(-p) : normaliser - p) / normaliser;
    }

    /** L = −log(1 − p). */
    static double normaliser(double p) {
        return -Math.log1p(-p);
    }

    static double logProbability(double k, double p) {
        // The ratio p/L, next to 1 for a small p, is taken as a whole.
        return (k - 1) * Math.log(p) - Math.log(k) + logRatio(p);
    }

    /** log(p/L) = −log(L/p) = −log(1 + (L − p)/p). */
    static double logRatio(double p) {
        return p < TINY ? -p * (0.5 + p * (5.0 / 24)) : -Math.log1p(-Logs.log1pmx(-p) / p);
    }

    /** p/((1 − p)L). */
    static double mean(double p) {
        return p / (1 - p) / normaliser(p);
    }

    static double entropy(double p) {
        double q = 1 - p;
        if (q >= SHORT) {
            LatticeRule rule = LatticeRule.outwards(1, 1, Double.MAX_VALUE, 1, (k, d) -> logProbability(k, p));
            double sum = 0;
            for (int i = 0; i < rule.size(); i++) {
                sum -= rule.weight(i) * logProbability(rule.point(i), p);
            }
            return sum;
        }
        double normaliser = normaliser(p);
        // E log X by Frullani's integral for log x, with E e^(−tX) = log(1 − pe⁻ᵗ)/log(1 − p).
        double meanLog =
                LogScaleIntegral.of(q, t -> Math.exp(-t) + NegativeBinomialKernel.logComplement(t, q, p) / normaliser);
        return Math.log(normaliser) - mean(p) * Math.log(p) + meanLog;
    }
}
