package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PackedCone;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.SymmetricHessian;
import org.legendre.geometry.Vec;

/**
 * ψ(θ) = log Γ_d(a) − a log det B with θ = (a, packed −B, off-diagonals doubled): the log-partition of the Wishart and the inverse Wishart
 * distributions relative to the base measure (det X)^(−(d+1)/2). Its third derivative is the default's.
 */
record WishartPotential(int d) implements Potential {
    static Legendre<Natural, Expectation> legendre(int d) {
        return Legendre.of(new WishartPotential(d), new Conjugate(d));
    }

    /** θ of a shape and c·C = B. */
    static double[] natural(double shape, PositiveDefinite c, double factor) {
        int d = c.size();
        double[] t = new double[1 + Packed.size(d)];
        t[0] = shape;
        System.arraycopy(PackedCone.scaled(d, c.toPacked(), -factor, -2 * factor), 0, t, 1, t.length - 1);
        return t;
    }

    /** η of degrees of freedom n, log det of the scale and the packed scale V or Ψ⁻¹. */
    static Vec<Expectation> expectation(double degrees, double logScale, double[] packedScale) {
        int d = (int) Math.round(Math.sqrt(2.0 * packedScale.length + 0.25) - 0.5);
        double first = new MultivariateGamma(d).digamma(0.5 * degrees) + logScale + d * Math.log(2);
        return Vec.generate(1 + packedScale.length, i -> i == 0 ? first : degrees * packedScale[i - 1]);
    }

    /** B at θ. */
    static PositiveDefinite rate(int d, double[] t) {
        return PackedCone.natural(d).matrix(Arrays.copyOfRange(t, 1, 1 + Packed.size(d)));
    }

    /** The mean matrix at η. */
    static PositiveDefinite mean(int d, double[] e) {
        return PositiveDefinite.ofPacked(d, Arrays.copyOfRange(e, 1, 1 + Packed.size(d)));
    }

    @Override
    public Domain domain() {
        return Domain.product(
                Domain.box(new double[] {0.5 * (d - 1)}, new double[] {Double.POSITIVE_INFINITY}),
                PackedCone.natural(d));
    }

    @Override
    public double value(double[] t) {
        return value(d, t[0], rate(d, t).logDeterminant());
    }

    static double value(int d, double a, double logRate) {
        return new MultivariateGamma(d).value(a) + a * (d * (Math.log(a) - 1) - logRate);
    }

    @Override
    public void gradient(double[] t, double[] out) {
        PositiveDefinite rate = rate(d, t);
        out[0] = new MultivariateGamma(d).digamma(t[0]) - rate.logDeterminant();
        System.arraycopy(PackedCone.scaled(d, rate.inverse().toPacked(), t[0], t[0]), 0, out, 1, out.length - 1);
    }

    @Override
    public Hessian hessian(double[] t) {
        return fisher(t[0], rate(d, t));
    }

    /** G″(a) u² + a ‖K + (u/a)1‖² for the tangent (u, M), K = B^(−½)MB^(−½). */
    static Hessian fisher(double a, PositiveDefinite rate) {
        int d = rate.size();
        return ShearedHessian.tilted(
                new MultivariateGamma(d).secondDerivative(a),
                new SymmetricHessian(rate.inverse(), a),
                PackedCone.scaled(d, rate.toPacked(), 1 / a, 2 / a));
    }

    /** ψ*(η) = −as − G(a), where s = log det M − η₁ &gt; 0 for the mean matrix M and a solves −G′(a) = s. */
    record Conjugate(int d) implements Potential {
        @Override
        public Domain domain() {
            return new BelowLogDeterminant(d);
        }

        @Override
        public double value(double[] e) {
            double gap = gap(d, e);
            MultivariateGamma gamma = new MultivariateGamma(d);
            double a = gamma.shape(gap);
            return -a * gap - gamma.value(a);
        }

        @Override
        public void gradient(double[] e, double[] out) {
            double a = new MultivariateGamma(d).shape(gap(d, e));
            double[] t = natural(a, mean(d, e).inverse(), a);
            System.arraycopy(t, 0, out, 0, t.length);
        }

        @Override
        public Hessian hessian(double[] e) {
            double a = new MultivariateGamma(d).shape(gap(d, e));
            double[] t = natural(a, mean(d, e).inverse(), a);
            return fisher(a, rate(d, t)).inverse();
        }
    }

    /** log det M − η₁. */
    static double gap(int d, double[] e) {
        return mean(d, e).logDeterminant() - e[0];
    }

    /** {(η₁, packed M): M positive definite, η₁ &lt; log det M}, by Jensen's inequality; charted by log(log det M − η₁) and log-Cholesky. */
    record BelowLogDeterminant(int d) implements Domain {
        @Override
        public int size() {
            return 1 + Packed.size(d);
        }

        @Override
        public Optional<String> diagnose(double[] e) {
            if (e.length != size()) {
                return Optional.of("length " + e.length + " instead of " + size());
            }
            if (!Double.isFinite(e[0])) {
                return Optional.of("the mean logarithm η₁ is not finite");
            }
            Optional<String> reason = PackedCone.expectation(d).diagnose(Arrays.copyOfRange(e, 1, e.length));
            if (reason.isPresent()) {
                return reason;
            }
            return gap(d, e) > 0
                    ? Optional.empty()
                    : Optional.of("the mean logarithm η₁ is not below the log det "
                            + mean(d, e).logDeterminant() + " of the mean matrix");
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            double[] e = new double[size()];
            System.arraycopy(
                    PackedCone.expectation(d).fromChart(Arrays.copyOfRange(u, 1, u.length)), 0, e, 1, e.length - 1);
            double log = 0;
            for (int i = 0; i < d; i++) {
                log += 2 * u[1 + LogCholesky.index(i, i)];
            }
            e[0] = log - Math.exp(u[0]);
            return e;
        }

        @Override
        public double[] toChart(double[] e) {
            require("point", e);
            double[] u = new double[size()];
            System.arraycopy(
                    PackedCone.expectation(d).toChart(Arrays.copyOfRange(e, 1, e.length)), 0, u, 1, u.length - 1);
            u[0] = Math.log(gap(d, e));
            return u;
        }

        @Override
        public String toString() {
            return "{(η₁, η₂): η₂ a positive definite " + d + "×" + d + " matrix, η₁ < log det η₂}";
        }
    }
}
