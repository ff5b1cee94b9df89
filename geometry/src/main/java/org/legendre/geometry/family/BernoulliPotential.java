package org.legendre.geometry.family;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;
import org.legendre.geometry.special.Logistic;

/** ψ(θ) = log(1 + e^θ), the log-partition of the Bernoulli distributions. */
final class BernoulliPotential implements Potential {
    private static final Domain DOMAIN = Domain.reals(1);

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    public double value(double[] t) {
        return Logistic.log1pexp(t[0]);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        out[0] = Logistic.logistic(t[0]);
    }

    @Override
    public Hessian hessian(double[] t) {
        return Hessian.diagonal(variance(t[0]));
    }

    @Override
    public void third(double[] t, double[] u, double[] v, double[] out) {
        out[0] = -variance(t[0]) * Math.tanh(0.5 * t[0]) * u[0] * v[0];
    }

    /** p(1 − p), each factor from its own side. */
    private static double variance(double t) {
        return Logistic.logistic(t) * Logistic.logistic(-t);
    }

    /** ψ*(η) = η log η + (1 − η) log(1 − η) on (0, 1). */
    static final class Conjugate implements Potential {
        private static final Domain UNIT = Domain.box(new double[] {0}, new double[] {1});

        @Override
        public Domain domain() {
            return UNIT;
        }

        @Override
        public double value(double[] e) {
            return e[0] * Math.log(e[0]) + (1 - e[0]) * Math.log1p(-e[0]);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            out[0] = Logistic.logit(e[0]);
        }

        @Override
        public Hessian hessian(double[] e) {
            return Hessian.diagonal(1 / e[0] / (1 - e[0]));
        }

        @Override
        public void third(double[] e, double[] u, double[] v, double[] out) {
            double variance = e[0] * (1 - e[0]);
            out[0] = (2 * e[0] - 1) / variance / variance * u[0] * v[0];
        }
    }
}
