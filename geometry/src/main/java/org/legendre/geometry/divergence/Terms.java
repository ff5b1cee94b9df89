package org.legendre.geometry.divergence;

import java.util.function.DoubleBinaryOperator;
import org.legendre.geometry.special.Chords;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Means;

/** The terms q g(p/q) of the f-divergences of a name, g(t) = f(t) − f′(1)(t − 1), from masses and their difference. */
final class Terms {
    private static final double LOG_2 = Math.log(2);

    private Terms() {}

    /** q g(p/q) from p, q and p − q. */
    private interface OfMasses {
        double of(double p, double q, double difference);
    }

    private static FDivergence divergence(
            String name, double atZero, double atInfinity, OfMasses masses, DoubleBinaryOperator logs) {
        FDivergence.Term term = new FDivergence.Term() {
            @Override
            public double ofMasses(double p, double q, double difference) {
                return masses.of(p, q, difference);
            }

            @Override
            public double ofLogs(double logP, double logQ) {
                return logs.applyAsDouble(logP, logQ);
            }
        };
        return new FDivergence(name, term, atZero, atInfinity);
    }

    static FDivergence kl() {
        return divergence(
                "Kullback–Leibler",
                1,
                Double.POSITIVE_INFINITY,
                (p, q, d) -> Logs.relativeEntropyTerm(p, q, -d),
                EntropyTerms::relativeEntropyTerm);
    }

    static FDivergence jeffreys() {
        return divergence(
                "Jeffreys",
                Double.POSITIVE_INFINITY,
                Double.POSITIVE_INFINITY,
                (p, q, d) -> d * (Math.abs(d) <= 0.5 * q ? Math.log1p(d / q) : Logs.logRatio(p, q)),
                (logP, logQ) -> (Math.exp(logP) - Math.exp(logQ)) * (logP - logQ));
    }

    static FDivergence pearson() {
        return divergence("Pearson's χ²", 1, Double.POSITIVE_INFINITY, (p, q, d) -> d * (d / q), (logP, logQ) -> {
            // Where this is not the square of a difference to many digits, the masses are too small to count.
            double excess = Math.expm1(logP - logQ);
            return Math.exp(logQ + 2 * Math.log(Math.abs(excess)));
        });
    }

    static FDivergence hellingerSquared() {
        return divergence(
                "squared Hellinger",
                0.5,
                0.5,
                (p, q, d) -> 0.5 * square(Chords.rootDifference(p, q, d)),
                (logP, logQ) -> 0.5 * square(Math.exp(0.5 * logP) - Math.exp(0.5 * logQ)));
    }

    static FDivergence totalVariation() {
        return divergence(
                "total variation",
                0.5,
                0.5,
                (p, q, d) -> 0.5 * Math.abs(d),
                (logP, logQ) -> 0.5 * Math.abs(Math.exp(logP) - Math.exp(logQ)));
    }

    static FDivergence leCam() {
        return divergence(
                "Le Cam",
                0.5,
                0.5,
                (p, q, d) -> 0.5 * d * (d / (p + q)),
                (logP, logQ) -> mean(logP, logQ) * square(Math.tanh(0.5 * (logP - logQ))));
    }

    static FDivergence jensenShannon() {
        return divergence(
                "Jensen–Shannon",
                0.5 * LOG_2,
                0.5 * LOG_2,
                (p, q, d) -> (0.5 * p + 0.5 * q) * EntropyTerms.jensenShannon(d / (p + q)),
                (logP, logQ) -> mean(logP, logQ) * EntropyTerms.jensenShannon(Math.tanh(0.5 * (logP - logQ))));
    }

    /** For α ≤ 0, where the weight (1 + α)/2 of q is the smaller one. */
    static FDivergence alpha(double alpha) {
        double weight = 0.5 * (1 + alpha);
        double rest = 0.5 * (1 - alpha);
        return divergence(
                "α-divergence of α = " + alpha,
                1 / rest,
                weight > 0 ? 1 / weight : Double.POSITIVE_INFINITY,
                (p, q, d) -> Means.gap(q, p, -d, weight) / weight / rest,
                (logP, logQ) -> {
                    double geometric = Math.exp(logP + weight * (logQ - logP));
                    return (weight * Math.exp(logQ) + rest * Math.exp(logP) - geometric) / weight / rest;
                });
    }

    private static double mean(double logP, double logQ) {
        return 0.5 * Math.exp(logP) + 0.5 * Math.exp(logQ);
    }

    private static double square(double x) {
        return x * x;
    }
}
