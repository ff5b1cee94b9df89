package org.legendre.geometry.family;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;

/** ψ(θ) = −log(1 − e^θ) on θ &lt; 0, the log-partition of the geometric distributions and, r times it, of the negative binomial ones. */
final class GeometricPotential implements Potential {
    private static final double LOG_2 = 0.6931471805599453;
    private static final Domain NEGATIVE = Domain.negative(1);

    @Override
    public Domain domain() {
        return NEGATIVE;
    }

    @Override
    public double value(double[] t) {
        return 0 - log1mexp(t[0]);
    }

    /** log(1 − e^t), t &lt; 0 (Mächler 2012, equation 7). */
    static double log1mexp(double t) {
        return t > -LOG_2 ? Math.log(-Math.expm1(t)) : Math.log1p(-Math.exp(t));
    }

    @Override
    public void gradient(double[] t, double[] out) {
        out[0] = mean(t[0]);
    }

    private static double mean(double t) {
        return -Math.exp(t) / Math.expm1(t);
    }

    @Override
    public Hessian hessian(double[] t) {
        return Hessian.diagonal(mean(t[0]) * (1 + mean(t[0])));
    }

    @Override
    public void third(double[] t, double[] u, double[] v, double[] out) {
        double mean = mean(t[0]);
        out[0] = mean * (1 + mean) * (1 + 2 * mean) * u[0] * v[0];
    }

    /** ψ*(η) = η log η − (1 + η) log(1 + η) on η &gt; 0. */
    static final class Conjugate implements Potential {
        private static final Domain POSITIVE = Domain.positive(1);

        @Override
        public Domain domain() {
            return POSITIVE;
        }

        @Override
        public double value(double[] e) {
            return e[0] * logShare(e[0]) - Math.log1p(e[0]);
        }

        /** log(η/(1 + η)). */
        private static double logShare(double e) {
            return e > 1 ? -Math.log1p(1 / e) : Math.log(e) - Math.log1p(e);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            out[0] = logShare(e[0]);
        }

        @Override
        public Hessian hessian(double[] e) {
            return Hessian.diagonal(1 / e[0] / (1 + e[0]));
        }

        @Override
        public void third(double[] e, double[] u, double[] v, double[] out) {
            double inverse = 1 / e[0] / (1 + e[0]);
            out[0] = -(1 + 2 * e[0]) * inverse * u[0] * inverse * v[0];
        }
    }
}
