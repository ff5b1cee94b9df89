package org.legendre.geometry.family;

import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Polygamma;

/** ψ(θ) = log Γ(θ₁) − θ₁ log(−θ₂), the log-partition of the gamma distributions relative to the base measure 1/x. */
final class GammaPotential implements Potential {
    private static final Domain DOMAIN = Domain.product(Domain.positive(1), Domain.negative(1));

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    public double value(double[] t) {
        return GammaRemainder.value(t[0]) + t[0] * (Logs.logRatio(t[0], -t[1]) - 1);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        out[0] = Logs.logRatio(t[0], -t[1]) + GammaRemainder.derivative(t[0]);
        out[1] = -t[0] / t[1];
    }

    @Override
    public Hessian hessian(double[] t) {
        return fisher(t[0], -t[1], 1);
    }

    @Override
    public void third(double[] t, double[] u, double[] v, double[] out) {
        double mixed = 1 / t[1] / t[1];
        out[0] = Polygamma.tetragamma(t[0]) * u[0] * v[0] + mixed * u[1] * v[1];
        out[1] = mixed * (u[0] * v[1] + u[1] * v[0]) - 2 * t[0] / t[1] * mixed * u[1] * v[1];
    }

    /** ((ψ′(a), ±1/b), (±1/b, a/b²)): a/b² − 1/(b²ψ′(a)) is (a/b²) g″(a)/ψ′(a), for ψ′(a) = 1/a + g″(a). */
    static Hessian fisher(double shape, double rate, int sign) {
        double trigamma = Polygamma.trigamma(shape);
        double yy = shape / rate / rate;
        return new PlaneHessian(trigamma, sign / rate, yy, yy * (GammaRemainder.secondDerivative(shape) / trigamma));
    }

    /** ψ*(η) = −as − g(a) where s = log η₂ − η₁ &gt; 0 and a solves log a − digamma(a) = s. */
    static final class Conjugate implements Potential {
        private static final Domain BELOW_LOGARITHM = new BelowLogarithm();

        @Override
        public Domain domain() {
            return BELOW_LOGARITHM;
        }

        @Override
        public double value(double[] e) {
            double shape = GammaKernel.shape(gap(e));
            return -shape * gap(e) - GammaRemainder.value(shape);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            out[0] = GammaKernel.shape(gap(e));
            out[1] = -out[0] / e[1];
        }

        @Override
        public Hessian hessian(double[] e) {
            double shape = GammaKernel.shape(gap(e));
            return fisher(shape, shape / e[1], 1).inverse();
        }
    }

    private static double gap(double[] e) {
        return Math.log(e[1]) - e[0];
    }

    /** {η₂ &gt; 0, η₁ &lt; log η₂}, by Jensen's inequality, charted by (log(log η₂ − η₁), log η₂). */
    private static final class BelowLogarithm implements Domain {
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
            if (!(e[1] > 0)) {
                return Optional.of("the mean η₂ is not positive");
            }
            return gap(e) > 0
                    ? Optional.empty()
                    : Optional.of("the mean logarithm η₁ is not below log η₂ = " + Math.log(e[1]));
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            return new double[] {u[1] - Math.exp(u[0]), Math.exp(u[1])};
        }

        @Override
        public double[] toChart(double[] e) {
            require("point", e);
            return new double[] {Math.log(gap(e)), Math.log(e[1])};
        }

        @Override
        public String toString() {
            return "{η₂ > 0, η₁ < log η₂}";
        }
    }
}
