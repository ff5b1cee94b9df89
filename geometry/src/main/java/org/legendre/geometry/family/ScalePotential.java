package org.legendre.geometry.family;

import org.legendre.geometry.Domain;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;

/** ψ(θ) = −c log(−θ): the statistic is a gamma variable of shape c and rate −θ (of shape 1, exponential). */
final class ScalePotential implements Potential {
    private static final Domain DOMAIN = Domain.negative(1);

    private final double shape;

    private ScalePotential(double shape) {
        this.shape = shape;
    }

    static Legendre<Natural, Expectation> legendre(double shape) {
        return Legendre.of(new ScalePotential(shape), new Conjugate(shape));
    }

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    public double value(double[] t) {
        return -shape * Math.log(-t[0]);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        out[0] = -shape / t[0];
    }

    @Override
    public Hessian hessian(double[] t) {
        return Hessian.diagonal(shape / t[0] / t[0]);
    }

    @Override
    public void third(double[] t, double[] u, double[] v, double[] out) {
        out[0] = -2 * shape / t[0] * (u[0] / t[0]) * (v[0] / t[0]);
    }

    /** ψ*(η) = −c log(η/c) − c on η &gt; 0. */
    private record Conjugate(double shape) implements Potential {
        private static final Domain POSITIVE = Domain.positive(1);

        @Override
        public Domain domain() {
            return POSITIVE;
        }

        @Override
        public double value(double[] e) {
            return -shape * (Math.log(e[0] / shape) + 1);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            out[0] = -shape / e[0];
        }

        @Override
        public Hessian hessian(double[] e) {
            return Hessian.diagonal(shape / e[0] / e[0]);
        }

        @Override
        public void third(double[] e, double[] u, double[] v, double[] out) {
            out[0] = -2 * shape / e[0] * (u[0] / e[0]) * (v[0] / e[0]);
        }
    }
}
