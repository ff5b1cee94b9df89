package org.legendre.optimize.variational;

import org.apache.commons.numbers.gamma.Erfcx;
import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.special.EntropyTerms;

/** The likelihoods that {@link PredictorLikelihood} offers. */
final class PredictorLikelihoods {
    private static final double LOG_2PI = Math.log(2 * Math.PI);

    private PredictorLikelihoods() {}

    /** y ~ Bernoulli of log-odds z. */
    record LogOdds(int label) implements PredictorLikelihood {
        @Override
        public void derivatives(double z, double[] out) {
            // One exponential for all three, of the negative of |z|.
            double against = label == 1 ? -z : z;
            double odds = Math.exp(-Math.abs(z));
            double less = odds / (1 + odds);
            double more = 1 / (1 + odds);
            double wrong = against < 0 ? less : more;
            out[0] = 0 - (Math.max(against, 0) + Math.log1p(odds));
            out[1] = label == 1 ? wrong : 0 - wrong;
            out[2] = 0 - less * more;
        }
    }

    /** y ~ Bernoulli of probability Φ(z). With x = ±z and the ratio r = φ(x)/Φ(x): f = log Φ(x), f′ = ±r, f″ = −r(r + x). */
    record Probit(int label) implements PredictorLikelihood {
        private static final double TAIL = -3;
        private static final int TERMS = 60;

        @Override
        public void derivatives(double z, double[] out) {
            double x = label == 1 ? z : -z;
            double scaled = Erfcx.value(-x / Math.sqrt(2));
            double ratio = Math.sqrt(2 / Math.PI) / scaled;
            // log Φ(x): near 1 by the other tail, for there Φ itself has no digits left.
            out[0] = x > 0
                    ? Math.log1p(-0.5 * Erfcx.value(x / Math.sqrt(2)) * Math.exp(-0.5 * x * x))
                    : Math.log(0.5 * scaled) - 0.5 * x * x;
            out[1] = label == 1 ? ratio : 0 - ratio;
            out[2] = 0 - ratio * (x < TAIL ? excess(-x) : ratio + x);
        }

        /** r − t at x = −t by Laplace's continued fraction 1/(t + 2/(t + 3/(t + …))), where the difference cancels: from t = 3 its terms suffice. */
        private static double excess(double t) {
            double c = t;
            for (int k = TERMS; k > 1; k--) {
                c = t + k / c;
            }
            return 1 / c;
        }
    }

    /** y ~ Poisson of mean eᶻ. */
    record Count(long count) implements PredictorLikelihood {
        @Override
        public void derivatives(double z, double[] out) {
            expectation(z, 0, out);
        }

        @Override
        public double expectation(double mean, double variance, double[] out) {
            // Of the likeliest mean y, less μ − y − y log(μ/y), μ = eᶻ: the terms yz − eᶻ − log y! cancel.
            double y = (double) count;
            double rate = Math.exp(mean);
            double spread = spread(mean, 0.5 * variance);
            if (count == 0) {
                out[0] = 0 - (rate + spread);
                out[1] = out[0];
            } else {
                double distance = mean - Math.log(y);
                out[0] = new Poisson(y).logDensityAt(y) - y * EntropyTerms.expm1mx(distance) - spread;
                out[1] = 0 - y * Math.expm1(distance) - spread;
            }
            out[2] = 0 - (rate + spread);
            return 0;
        }
    }

    /** e^(a + h) − eᵃ. */
    private static double spread(double a, double h) {
        if (h == 0) {
            return 0;
        }
        return h > 1 ? Math.exp(a + h) * (0 - Math.expm1(-h)) : Math.exp(a) * Math.expm1(h);
    }

    /** y ~ N(z, s). */
    record Real(double y, double s) implements PredictorLikelihood {
        @Override
        public void derivatives(double z, double[] out) {
            expectation(z, 0, out);
        }

        @Override
        public double expectation(double mean, double variance, double[] out) {
            double residual = y - mean;
            out[0] = -0.5 * ((residual * residual + variance) / s + LOG_2PI + Math.log(s));
            out[1] = residual / s;
            out[2] = -1 / s;
            return 0;
        }
    }

    /** y = z + s·t, t of Student's distribution with k degrees of freedom. */
    record Student(double y, double k, double s) implements PredictorLikelihood {
        private static final double MANY = 200;
        private static final double FAR = 1e8;

        @Override
        public void derivatives(double z, double[] out) {
            double u = (y - z) / s;
            // Of the two quotients the one that cannot overflow.
            if (Math.abs(u) <= FAR * Math.sqrt(k)) {
                double w = 1 + u / k * u;
                out[0] = constant(k) - Math.log(s) - 0.5 * (k + 1) * Math.log1p(u / k * u);
                out[1] = (1 + 1 / k) * u / w / s;
                out[2] = (1 + 1 / k) * (u / k * u - 1) / (w * w) / s / s;
            } else {
                double q = k / u / u;
                double tail = 2 * Math.log(Math.abs(u)) - Math.log(k) + Math.log1p(q);
                out[0] = constant(k) - Math.log(s) - 0.5 * (k + 1) * tail;
                out[1] = (k + 1) / u / (1 + q) / s;
                out[2] = (k + 1) / u / u * (1 - q) / ((1 + q) * (1 + q)) / s / s;
            }
        }

        /** log Γ(½(k + 1)) − log Γ(½k) − ½ log kπ, for many degrees of freedom by the difference of two series of Stirling (DLMF 5.11.1), for it cancels: the first term left out is 17/(14336 x⁷), x = ½k. */
        private static double constant(double k) {
            if (k < MANY) {
                return LogGamma.value(0.5 * (k + 1)) - LogGamma.value(0.5 * k) - 0.5 * Math.log(k * Math.PI);
            }
            double inverse = 2 / k;
            double square = inverse * inverse;
            return inverse * (-1.0 / 8 + square * (1.0 / 192 - square / 640)) - 0.5 * LOG_2PI;
        }
    }
}
