package org.legendre.geometry.family;

import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;

/**
 * Probabilities and entropy of the negative binomial distribution.
 *
 * <p>With N = r + x, D(a; b) = a log(a/b) − a + b, s(x) = log x! − x log x + x and g(a) = log Γ(a) − a log a + a, the logarithm of a probability is
 * −log P(x) = D(x; Nq) + D(r; Np) + s(x) − g(N) + g(r), in which no large terms cancel; x − Nq = −(r − Np) = px − qr.
 */
final class NegativeBinomialKernel {
    /** A wider distribution is summed at every third part of its standard deviation only. */
    private static final double WIDE = 12;
    /** From this rq on the distribution vanishes at 0 to e^(−100) and is smooth. */
    private static final double SMOOTH = 100;
    /** From this p on the sum is short for every smaller rq. */
    private static final double SHORT = 1.0 / 16;

    private NegativeBinomialKernel() {}

    /** log P(x) of a count x ≥ 0. */
    static double logProbability(double x, double r, double p) {
        if (p == 1) {
            return x == 0 ? 0 : Double.NEGATIVE_INFINITY;
        }
        return logProbability(x, r, p, deviation(x, r, p));
    }

    /** px − qr = pN − r, N unrounded. */
    private static double deviation(double x, double r, double p) {
        double sum = r + x;
        double part = sum - r;
        double rest = (r - (sum - part)) + (x - part);
        return Math.fma(p, sum, -r) + p * rest;
    }

    /** log P at real x, where d = px − qr. */
    private static double logProbability(double x, double r, double p, double d) {
        if (x == 0) {
            return r * Math.log(p);
        }
        double sum = r + x;
        return PoissonKernel.deviance(x, -d, sum * (1 - p))
                + PoissonKernel.deviance(r, d, sum * p)
                - (BinomialKernel.stirling(x) + (GammaRemainder.value(r) - GammaRemainder.value(sum)));
    }

    /** log Γ(r + x)/(x! Γ(r)) = x log(N/x) + r log(N/r) + g(N) − g(r) − s(x). */
    static double logCoefficient(double x, double r) {
        if (x == 0) {
            return 0;
        }
        double sum = r + x;
        return x * Logs.logRatio(sum, x)
                + r * Logs.logRatio(sum, r)
                - (BinomialKernel.stirling(x) + (GammaRemainder.value(r) - GammaRemainder.value(sum)));
    }

    static double entropy(double r, double p) {
        double q = 1 - p;
        if (p == 1) {
            return 0;
        }
        if (r * q < SMOOTH && p < SHORT) {
            return r < 1 ? entropyOfSmallOrder(r, p, q) : entropyOfSmallProbability(r, p, q);
        }
        double deviation = Math.sqrt(r * q) / p;
        boolean wide = deviation > WIDE && r * q >= SMOOTH;
        double x0 = wide ? r * q / p : r > 1 ? Math.floor((r - 1) * q / p) : 0;
        double d0 = wide ? 0 : deviation(x0, r, p);
        LatticeRule rule = LatticeRule.outwards(
                x0, 0, Double.MAX_VALUE, wide ? deviation / 3 : 1, (x, d) -> logProbability(x, r, p, d0 + p * d));
        double sum = 0;
        double total = 0;
        for (int i = 0; i < rule.size(); i++) {
            total += rule.weight(i);
            sum -= rule.weight(i) * logProbability(rule.point(i), r, p, d0 + p * rule.offset(i));
        }
        return sum / total;
    }

    /**
     * For r ≥ 1 and p → 0: E log Γ(X + 1)/Γ(X + r) by Malmsten's integral (DLMF 5.9.18), in which E e^(−tX) = (p/(1 − qe⁻ᵗ))ʳ; its leading part
     * (1 − r) log E X is taken out and joined with the rest, so that nothing large cancels.
     */
    private static double entropyOfSmallProbability(double r, double p, double q) {
        double mean = r * q / p;
        double integral = LogScaleIntegral.of(p / r / r, t -> {
            double gamma = Math.exp(-t) * Math.expm1((1 - r) * t) / Math.expm1(-t);
            return (1 - r) * Math.exp(-mean * t) + transform(t, r, p, q) * gamma;
        });
        // −q log(q)/p − 1 = −p − (q/p)(log(1 − p) + p)
        double rest = -p - q / p * Logs.log1pmx(-p);
        return -Math.log(p)
                + ((1 - r) * Math.log1p(-p) + (GammaRemainder.value(r) + Math.log(r)) + r * rest + integral);
    }

    /** (p/(1 − qe⁻ᵗ))ʳ. */
    private static double transform(double t, double r, double p, double q) {
        return Math.exp(-r * Math.log1p(-q / p * Math.expm1(-t)));
    }

    /** log(1 − qe⁻ᵗ). */
    static double logComplement(double t, double p, double q) {
        return t < 0.5 ? Math.log(p - q * Math.expm1(-t)) : Math.log1p(-q * Math.exp(-t));
    }

    /** For r &lt; 1 and p → 0: as above, over the counts from 1 on, with the term of 0 apart; all terms are positive. */
    private static double entropyOfSmallOrder(double r, double p, double q) {
        double logZero = r * Math.log(p);
        double positive = -Math.expm1(logZero);
        double mean = r * q / p;
        double integral = LogScaleIntegral.of(p, t -> {
            double rise = Math.exp(logZero) * Math.expm1(-r * logComplement(t, p, q));
            double gamma = Math.exp(-r * t) * Math.expm1((r - 1) * t) / Math.expm1(-t);
            return positive * (1 - r) * Math.exp(-t) - rise * gamma;
        });
        return positive * LogGamma.value(r) - logZero - mean * Math.log1p(-p) + integral;
    }
}
