package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;

/** Probabilities, entropy and draws of the Poisson distribution. */
final class PoissonKernel {
    private static final double HALF_LOG_2PI_E = 1.4189385332046727;
    /** From here on eight terms of the expansion of the entropy leave a relative error below 1e-16. */
    private static final double LARGE = 100;
    /** Hörmann's rejection is valid from here on. */
    private static final double REJECTION = 10;
    /** Up to here a count that a draw can reach fits a long. */
    private static final double COUNTABLE = 9e18;

    /**
     * The coefficients of λ⁻ᵏ, k = 1, 2, …, in H − ½ log(2πeλ). From dH/dλ = E[log(N + 1)] − log λ, expanded in the central moments of N; the
     * first three are in R. J. Evans and J. Boersma, The entropy of a Poisson distribution, SIAM Review 30 (1988).
     */
    private static final double[] ENTROPY = {
        -1.0 / 12, -1.0 / 24, -19.0 / 360, -9.0 / 80, -863.0 / 2520, -1375.0 / 1008, -33953.0 / 5040, -57281.0 / 1440
    };

    private PoissonKernel() {}

    /** log p(k) = −(k log(k/λ) − k + λ) − log k − g(k), g of {@link GammaRemainder}: no large terms cancel (Loader 2000). */
    static double logProbability(double k, double rate) {
        if (k == 0) {
            return 0 - rate;
        }
        return -(Logs.relativeEntropyTerm(k, rate) + (Math.log(k) + GammaRemainder.value(k)));
    }

    static double entropy(double rate) {
        if (rate == 0) {
            return 0;
        }
        if (rate >= LARGE) {
            double r = 1 / rate;
            double sum = 0;
            for (int k = ENTROPY.length - 1; k >= 0; k--) {
                sum = r * (ENTROPY[k] + sum);
            }
            return HALF_LOG_2PI_E + 0.5 * Math.log(rate) + sum;
        }
        double probability = Math.exp(-rate);
        double sum = rate * probability;
        // Beyond the mode the terms fall faster than a geometric series.
        for (int k = 1; ; k++) {
            double log = logProbability(k, rate);
            // exp magnifies the rounding of a large logarithm; products do not, while they are few.
            probability = rate < 1 ? probability * rate / k : Math.exp(log);
            double term = -log * probability;
            sum += term;
            if (k > rate && !(term > 1e-18 * sum)) {
                return sum;
            }
        }
    }

    static long sample(double rate, RandomGenerator random) {
        if (!(rate <= COUNTABLE)) {
            throw new DomainException("rate", rate, "at most " + COUNTABLE + " for counts that fit a long");
        }
        return rate < REJECTION ? arrivals(rate, random) : rejection(rate, random);
    }

    /** The number of arrivals up to time λ, the gaps being exponential. */
    private static long arrivals(double rate, RandomGenerator random) {
        long count = 0;
        for (double time = random.nextExponential(); time <= rate; time += random.nextExponential()) {
            count++;
        }
        return count;
    }

    /**
     * Transformed rejection with squeeze: W. Hörmann, The transformed rejection method for generating Poisson random variables, Insurance:
     * Mathematics and Economics 12 (1993), algorithm PTRS. Counts are taken relative to ⌊λ⌋, so that a large rate does not round them.
     */
    private static long rejection(double rate, RandomGenerator random) {
        long floor = (long) rate;
        double fraction = rate - floor;
        double b = 0.931 + 2.53 * Math.sqrt(rate);
        double a = -0.059 + 0.02483 * b;
        double inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
        double squeeze = 0.9277 - 3.6224 / (b - 2);
        while (true) {
            double u = random.nextDouble() - 0.5;
            double v = 1 - random.nextDouble();
            double us = 0.5 - Math.abs(u);
            double offset = Math.floor((2 * a / us + b) * u + fraction + 0.43);
            if (us >= 0.07 && v <= squeeze) {
                return floor + (long) offset;
            }
            double k = floor + offset;
            if (!(k >= 0) || (us < 0.013 && v > us)) {
                continue;
            }
            double log =
                    k == 0 ? -rate : deviance(k, fraction - offset, rate) - (Math.log(k) + GammaRemainder.value(k));
            if (Math.log(v * inverseAlpha / (a / us / us + b)) <= log) {
                return floor + (long) offset;
            }
        }
    }

    /** −(k log(k/λ) − k + λ) where λ − k is known exactly. */
    static double deviance(double k, double difference, double rate) {
        double w = difference / k;
        return w >= -0.5 ? k * Logs.log1pmx(w) : -Logs.relativeEntropyTerm(k, rate);
    }
}
