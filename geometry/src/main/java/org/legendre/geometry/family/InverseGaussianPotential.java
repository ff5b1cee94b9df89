package org.legendre.geometry.family;

import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;

/** ψ(θ) = −2√(θ₁θ₂) − ½ log(−2θ₂), the log-partition of the inverse Gaussian distributions relative to the base measure 1/√(2πx³). */
final class InverseGaussianPotential implements Potential {
    private static final Domain DOMAIN = Domain.negative(2);

    /** μ = √(θ₂/θ₁). */
    static double mean(double[] t) {
        return Math.sqrt(t[1] / t[0]);
    }

    /** λ = 1/(η₂ − 1/η₁). */
    static double shape(double[] e) {
        return e[0] / excess(e);
    }

    /** η₁η₂ − 1 with the one rounding of a fused multiply–add. */
    private static double excess(double[] e) {
        return Math.fma(e[0], e[1], -1);
    }

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    public double value(double[] t) {
        return -2 * Math.sqrt(-t[0]) * Math.sqrt(-t[1]) - 0.5 * Math.log(-2 * t[1]);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        double mean = mean(t);
        out[0] = mean;
        out[1] = 1 / mean - 0.5 / t[1];
    }

    /** The covariance of X and 1/X, ((μ³/λ, −μ/λ), (−μ/λ, 1/μλ + 2/λ²)), whose Schur complement is 2/λ². */
    @Override
    public Hessian hessian(double[] t) {
        return fisher(mean(t), -2 * t[1]);
    }

    private static Hessian fisher(double mean, double shape) {
        double ratio = mean / shape;
        double schur = 2 / shape / shape;
        return new PlaneHessian(ratio * mean * mean, -ratio, 1 / mean / shape + schur, schur);
    }

    /** ψ*(η) = −½ log(η₂ − 1/η₁) − ½ on η₂ &gt; 1/η₁ &gt; 0. */
    static final class Conjugate implements Potential {
        private static final Domain ABOVE_HYPERBOLA = new AboveHyperbola();

        @Override
        public Domain domain() {
            return ABOVE_HYPERBOLA;
        }

        @Override
        public double value(double[] e) {
            return 0.5 * (Math.log(e[0]) - Math.log(excess(e))) - 0.5;
        }

        @Override
        public void gradient(double[] e, double[] out) {
            out[0] = -0.5 / e[0] / excess(e);
            out[1] = -0.5 * shape(e);
        }

        @Override
        public Hessian hessian(double[] e) {
            return fisher(e[0], shape(e)).inverse();
        }
    }

    /** {η₁ &gt; 0, η₁η₂ &gt; 1}, charted by (log η₁, log(η₂ − 1/η₁)). */
    private static final class AboveHyperbola implements Domain {
        @Override
        public int size() {
            return 2;
        }

        @Override
        public Optional<String> diagnose(double[] e) {
            if (e.length != 2) {
                return Optional.of("length " + e.length + " instead of 2");
            }
            if (!Double.isFinite(e[0]) || !Double.isFinite(e[1])) {
                return Optional.of("an entry is not finite");
            }
            if (!(e[0] > 0)) {
                return Optional.of("the mean η₁ is not positive");
            }
            return excess(e) > 0
                    ? Optional.empty()
                    : Optional.of("the mean reciprocal η₂ is not above 1/η₁ = " + 1 / e[0]);
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            double mean = Math.exp(u[0]);
            return new double[] {mean, Math.exp(u[1]) + 1 / mean};
        }

        @Override
        public double[] toChart(double[] e) {
            require("point", e);
            return new double[] {Math.log(e[0]), Math.log(excess(e)) - Math.log(e[0])};
        }

        @Override
        public String toString() {
            return "{η₁ > 0, η₂ > 1/η₁}";
        }
    }
}
