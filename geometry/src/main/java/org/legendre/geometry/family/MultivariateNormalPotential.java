package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;

/**
 * ψ(θ) = ½ μᵀΛμ − ½ log det Λ with θ = (Λμ, packed −½Λ, off-diagonals doubled): the log-partition of the d-dimensional normals relative to the base
 * measure (2π)^(−d/2). Its third derivative is the default's.
 */
final class MultivariateNormalPotential implements Potential {
    private final int d;

    MultivariateNormalPotential(int d) {
        this.d = d;
    }

    /** θ of N(μ, Σ). */
    static double[] natural(double[] mean, PositiveDefinite covariance) {
        int d = mean.length;
        double[] t = new double[d + LogCholesky.packedSize(d)];
        double[] first = new double[d];
        covariance.solve(mean, first);
        System.arraycopy(first, 0, t, 0, d);
        double[] precision = covariance.inverse().toPacked();
        System.arraycopy(scaled(d, precision, -0.5, -1), 0, t, d, precision.length);
        return t;
    }

    /** η = (μ, packed Σ + μμᵀ) of N(μ, Σ). */
    static double[] expectation(double[] mean, double[] packedCovariance) {
        int d = mean.length;
        double[] e = Arrays.copyOf(mean, d + packedCovariance.length);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                int k = LogCholesky.index(i, j);
                e[d + k] = Math.fma(mean[i], mean[j], packedCovariance[k]);
            }
        }
        return e;
    }

    /** Packed Σ from η, with the one rounding of a fused multiply–add. */
    static double[] packedCovariance(int d, double[] e) {
        double[] packed = new double[LogCholesky.packedSize(d)];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                int k = LogCholesky.index(i, j);
                packed[k] = Math.fma(-e[i], e[j], e[d + k]);
            }
        }
        return packed;
    }

    /** Λ at θ. */
    static PositiveDefinite precision(int d, double[] t) {
        return PositiveDefinite.ofPacked(d, packedPrecision(d, t));
    }

    private static double[] packedPrecision(int d, double[] t) {
        return scaled(d, Arrays.copyOfRange(t, d, t.length), -2, -1);
    }

    static double[] mean(PositiveDefinite precision, double[] t) {
        double[] mean = new double[precision.size()];
        precision.solve(Arrays.copyOf(t, mean.length), mean);
        return mean;
    }

    private static double[] scaled(int d, double[] packed, double diagonal, double off) {
        double[] out = new double[packed.length];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                int k = LogCholesky.index(i, j);
                out[k] = (i == j ? diagonal : off) * packed[k];
            }
        }
        return out;
    }

    @Override
    public Domain domain() {
        return new NaturalDomain(d);
    }

    @Override
    public double value(double[] t) {
        PositiveDefinite precision = precision(d, t);
        return 0.5 * precision.inverseQuadratic(Arrays.copyOf(t, d)) - 0.5 * precision.logDeterminant();
    }

    @Override
    public void gradient(double[] t, double[] out) {
        PositiveDefinite precision = precision(d, t);
        double[] e = expectation(mean(precision, t), precision.inverse().toPacked());
        System.arraycopy(e, 0, out, 0, e.length);
    }

    @Override
    public Hessian hessian(double[] t) {
        PositiveDefinite precision = precision(d, t);
        return Hessian.gaussian(mean(precision, t), precision.inverse());
    }

    /** ψ*(η) = −½ log det Σ − d/2 with Σ = H − μμᵀ at η = (μ, packed H). */
    static final class Conjugate implements Potential {
        private final int d;

        Conjugate(int d) {
            this.d = d;
        }

        @Override
        public Domain domain() {
            return new ExpectationDomain(d);
        }

        @Override
        public double value(double[] e) {
            return -0.5 * covariance(e).logDeterminant() - 0.5 * d;
        }

        @Override
        public void gradient(double[] e, double[] out) {
            double[] t = natural(Arrays.copyOf(e, d), covariance(e));
            System.arraycopy(t, 0, out, 0, t.length);
        }

        @Override
        public Hessian hessian(double[] e) {
            return Hessian.gaussian(Arrays.copyOf(e, d), covariance(e)).inverse();
        }

        private PositiveDefinite covariance(double[] e) {
            return PositiveDefinite.ofPacked(d, packedCovariance(d, e));
        }
    }

    /** {(θ₁, packed −½Λ, off-diagonals doubled): Λ positive definite}, charted by θ₁ and the log-Cholesky chart of Λ. */
    record NaturalDomain(int d) implements Domain {
        @Override
        public int size() {
            return d + LogCholesky.packedSize(d);
        }

        @Override
        public Optional<String> diagnose(double[] t) {
            return finite(size(), t).or(() -> LogCholesky.diagnose("the precision −2θ₂", d, packedPrecision(d, t)));
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            double[] t = Arrays.copyOf(u, size());
            double[] precision = LogCholesky.fromChart(d, Arrays.copyOfRange(u, d, u.length));
            System.arraycopy(scaled(d, precision, -0.5, -1), 0, t, d, precision.length);
            return t;
        }

        @Override
        public double[] toChart(double[] t) {
            require("point", t);
            double[] u = Arrays.copyOf(t, size());
            double[] chart = LogCholesky.toChart(d, packedPrecision(d, t));
            System.arraycopy(chart, 0, u, d, chart.length);
            return u;
        }

        @Override
        public String toString() {
            return "{(θ₁, θ₂): −2θ₂ positive definite} of " + d + "-dimensional normals";
        }
    }

    /** {(μ, packed H): H − μμᵀ positive definite}, charted by μ and the log-Cholesky chart of H − μμᵀ. */
    record ExpectationDomain(int d) implements Domain {
        @Override
        public int size() {
            return d + LogCholesky.packedSize(d);
        }

        @Override
        public Optional<String> diagnose(double[] e) {
            return finite(size(), e)
                    .or(() -> LogCholesky.diagnose("the covariance η₂ − η₁η₁ᵀ", d, packedCovariance(d, e)));
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("chart coordinates", u, size());
            return expectation(Arrays.copyOf(u, d), LogCholesky.fromChart(d, Arrays.copyOfRange(u, d, u.length)));
        }

        @Override
        public double[] toChart(double[] e) {
            require("point", e);
            double[] u = Arrays.copyOf(e, size());
            double[] chart = LogCholesky.toChart(d, packedCovariance(d, e));
            System.arraycopy(chart, 0, u, d, chart.length);
            return u;
        }

        @Override
        public String toString() {
            return "{(η₁, η₂): η₂ − η₁η₁ᵀ positive definite} of " + d + "-dimensional normals";
        }
    }

    private static Optional<String> finite(int size, double[] x) {
        if (x.length != size) {
            return Optional.of("length " + x.length + " instead of " + size);
        }
        return Arrays.stream(x).allMatch(Double::isFinite) ? Optional.empty() : Optional.of("an entry is not finite");
    }
}
