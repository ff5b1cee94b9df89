package org.legendre.geometry.family;

import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;
import org.legendre.geometry.special.Polygamma;
import org.legendre.geometry.special.PolygammaDifference;

/** ψ(θ) = log Β(θ₁, θ₂), the log-partition of the beta distributions relative to the base measure 1/(x(1 − x)). */
final class BetaPotential implements Potential {
    private static final Domain DOMAIN = Domain.positive(2);

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    public double value(double[] t) {
        return BetaKernel.logBeta(t[0], t[1]);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        out[0] = -PolygammaDifference.digamma(t[0], t[1]);
        out[1] = -PolygammaDifference.digamma(t[1], t[0]);
    }

    @Override
    public Hessian hessian(double[] t) {
        return fisher(t[0], t[1]);
    }

    @Override
    public void third(double[] t, double[] u, double[] v, double[] out) {
        double mixed = Polygamma.tetragamma(t[0] + t[1]) * (u[0] + u[1]) * (v[0] + v[1]);
        out[0] = Polygamma.tetragamma(t[0]) * u[0] * v[0] - mixed;
        out[1] = Polygamma.tetragamma(t[1]) * u[1] * v[1] - mixed;
    }

    /** diag(ψ′(α), ψ′(β)) − ψ′(α + β), every entry and the determinant to full relative accuracy. */
    static Hessian fisher(double alpha, double beta) {
        double xx = PolygammaDifference.trigamma(alpha, beta);
        double yy = PolygammaDifference.trigamma(beta, alpha);
        double schur = BetaKernel.determinant(alpha, beta) / xx;
        return new PlaneHessian(xx, -Polygamma.trigamma(alpha + beta), yy, schur);
    }

    /** ψ*(η) = ⟨θ, η⟩ − log Β(θ) where θ solves ∇ψ(θ) = η. */
    static final class Conjugate implements Potential {
        private static final Domain BELOW_ONE = new BelowOne();

        @Override
        public Domain domain() {
            return BELOW_ONE;
        }

        @Override
        public double value(double[] e) {
            double[] t = BetaKernel.solve(e);
            return t[0] * e[0] + t[1] * e[1] - BetaKernel.logBeta(t[0], t[1]);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            System.arraycopy(BetaKernel.solve(e), 0, out, 0, 2);
        }

        @Override
        public Hessian hessian(double[] e) {
            double[] t = BetaKernel.solve(e);
            return fisher(t[0], t[1]).inverse();
        }
    }

    /** {e^η₁ + e^η₂ &lt; 1}, by Jensen's inequality; charted by (log α, log β). */
    private static final class BelowOne implements Domain {
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
            // 1 − e^η of the larger entry by expm1, so that an η close to 0 is not rounded.
            double slack = -Math.expm1(Math.max(e[0], e[1])) - Math.exp(Math.min(e[0], e[1]));
            boolean negative = e[0] < 0 && e[1] < 0;
            return negative && slack > 0
                    ? Optional.empty()
                    : Optional.of("1 − e^η₁ − e^η₂ = " + slack + " is not positive");
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            double alpha = Math.exp(u[0]);
            double beta = Math.exp(u[1]);
            return new double[] {-PolygammaDifference.digamma(alpha, beta), -PolygammaDifference.digamma(beta, alpha)};
        }

        @Override
        public double[] toChart(double[] e) {
            require("point", e);
            double[] t = BetaKernel.solve(e);
            return new double[] {Math.log(t[0]), Math.log(t[1])};
        }

        @Override
        public String toString() {
            return "{e^η₁ + e^η₂ < 1}";
        }
    }
}
