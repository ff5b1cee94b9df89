package org.legendre.geometry.family;

import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;

/** ψ(θ) = −θ₁²/4θ₂ − ½ log(−2θ₂), the log-partition of the normals relative to the base measure 1/√(2π). */
final class NormalPotential implements Potential {
    private static final Domain DOMAIN = Domain.product(Domain.reals(1), Domain.negative(1));

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    public double value(double[] t) {
        return -0.25 * t[0] / t[1] * t[0] - 0.5 * Math.log(-2 * t[1]);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        double mean = -0.5 * t[0] / t[1];
        out[0] = mean;
        out[1] = mean * mean - 0.5 / t[1];
    }

    @Override
    public Hessian hessian(double[] t) {
        return fisher(-0.5 * t[0] / t[1], -0.5 / t[1]);
    }

    private static Hessian fisher(double mean, double variance) {
        return Hessian.gaussian(new double[] {mean}, PositiveDefinite.diagonal(variance));
    }

    /** ψ*(η) = −½ log(η₂ − η₁²) − ½ on η₂ &gt; η₁². */
    static final class Conjugate implements Potential {
        private static final Domain ABOVE_PARABOLA = new AboveParabola();

        @Override
        public Domain domain() {
            return ABOVE_PARABOLA;
        }

        @Override
        public double value(double[] e) {
            return -0.5 * Math.log(variance(e)) - 0.5;
        }

        @Override
        public void gradient(double[] e, double[] out) {
            double variance = variance(e);
            out[0] = e[0] / variance;
            out[1] = -0.5 / variance;
        }

        @Override
        public Hessian hessian(double[] e) {
            return fisher(e[0], variance(e)).inverse();
        }
    }

    /** η₂ − η₁² with the one rounding of a fused multiply–add. */
    private static double variance(double[] e) {
        return Math.fma(-e[0], e[0], e[1]);
    }

    /** {η₂ &gt; η₁²}, charted by (η₁, log(η₂ − η₁²)). */
    private static final class AboveParabola implements Domain {
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
            return variance(e) > 0
                    ? Optional.empty()
                    : Optional.of("the variance η₂ − η₁² = " + variance(e) + " is not positive");
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            return new double[] {u[0], Math.fma(u[0], u[0], Math.exp(u[1]))};
        }

        @Override
        public double[] toChart(double[] e) {
            require("point", e);
            return new double[] {e[0], Math.log(variance(e))};
        }

        @Override
        public String toString() {
            return "{η₂ > η₁²}";
        }
    }
}
