package org.legendre.geometry.family;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;

/** ψ(θ) = −log(−θ), the log-partition of the exponential distributions. */
final class ExponentialPotential implements Potential {
    private static final Domain DOMAIN = Domain.negative(1);

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    public double value(double[] t) {
        return -Math.log(-t[0]);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        out[0] = -1 / t[0];
    }

    @Override
    public Hessian hessian(double[] t) {
        return Hessian.diagonal(1 / t[0] / t[0]);
    }

    @Override
    public void third(double[] t, double[] u, double[] v, double[] out) {
        out[0] = -2 / t[0] * (u[0] / t[0]) * (v[0] / t[0]);
    }

    /** ψ*(η) = −1 − log η on η &gt; 0. */
    static final class Conjugate implements Potential {
        private static final Domain POSITIVE = Domain.positive(1);

        @Override
        public Domain domain() {
            return POSITIVE;
        }

        @Override
        public double value(double[] e) {
            return -1 - Math.log(e[0]);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            out[0] = -1 / e[0];
        }

        @Override
        public Hessian hessian(double[] e) {
            return Hessian.diagonal(1 / e[0] / e[0]);
        }

        @Override
        public void third(double[] e, double[] u, double[] v, double[] out) {
            out[0] = -2 / e[0] * (u[0] / e[0]) * (v[0] / e[0]);
        }
    }
}
