package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;

/**
 * ψ*(η) of the generalized inverse Gaussian distributions, by {@link GeneralizedInverseGaussianSolve}.
 *
 * <p>ψ is not steep, so its domain, the image of ∇ψ, need not be convex: the segment between two η may leave it.
 */
final class GeneralizedInverseGaussianConjugate implements Potential {
    private static final Domain DOMAIN = new Image();

    private volatile double @Nullable [] latest;

    /** (p, −a, −b) of gaps that add up to S and differ by d, and the mean of x. */
    static double[] natural(double sum, double difference, double mean) {
        GeneralizedInverseGaussianSolve.Solution solution = GeneralizedInverseGaussianSolve.of(sum, difference);
        double mode = mean / solution.weight().meanExponential(1);
        return new double[] {solution.order(), -solution.u() / mode, -solution.v() * mode};
    }

    private static double plus(double[] e) {
        return Math.log(e[1]) - e[0];
    }

    private static double minus(double[] e) {
        return Math.log(e[2]) + e[0];
    }

    /** Why no member has gaps of this sum and difference; empty if one has. */
    static Optional<String> missing(double sum, double difference) {
        double limit = GeneralizedInverseGaussianSolve.limit(sum);
        if (Math.abs(difference) < limit) {
            return Optional.empty();
        }
        String boundary = difference < 0 ? "gamma" : "inverse gamma";
        return Optional.of("log E[x] − E[log x] and log E[1/x] + E[log x] differ by " + difference
                + ", not by less than " + limit + ": nearest is a " + boundary + " distribution, on the boundary");
    }

    private double[] solve(double[] e) {
        double[] known = latest;
        if (known != null && e[0] == known[0] && e[1] == known[1] && e[2] == known[2]) {
            return Arrays.copyOfRange(known, 3, 6);
        }
        double[] t = natural(plus(e) + minus(e), plus(e) - minus(e), e[1]);
        latest = new double[] {e[0], e[1], e[2], t[0], t[1], t[2]};
        return t;
    }

    @Override
    public Domain domain() {
        return DOMAIN;
    }

    @Override
    public double value(double[] e) {
        GeneralizedInverseGaussianKernel kernel = GeneralizedInverseGaussianPotential.kernel(solve(e));
        return kernel.negativeEntropy();
    }

    @Override
    public void gradient(double[] e, double[] out) {
        System.arraycopy(solve(e), 0, out, 0, 3);
    }

    @Override
    public Hessian hessian(double[] e) {
        GeneralizedInverseGaussianKernel kernel = GeneralizedInverseGaussianPotential.kernel(solve(e));
        return new GeneralizedInverseGaussianHessian(kernel.mode(), kernel.weight(), 1).inverse();
    }

    /** From ∇²ψ*(η) = ∇²ψ(θ)⁻¹: ∇³ψ*(η)[u, v] = −H⁻¹∇³ψ(θ)[H⁻¹u, H⁻¹v]. */
    @Override
    public void third(double[] e, double[] u, double[] v, double[] out) {
        double[] t = solve(e);
        Potential psi = new GeneralizedInverseGaussianPotential();
        Hessian hessian = psi.hessian(t);
        double[] raisedU = new double[3];
        double[] raisedV = new double[3];
        double[] lowered = new double[3];
        hessian.solve(u, raisedU);
        hessian.solve(v, raisedV);
        psi.third(t, raisedU, raisedV, lowered);
        hessian.solve(lowered, out);
        Arrays.setAll(out, i -> -out[i]);
    }

    /** {η₂, η₃ &gt; 0, |g₊ − g₋| &lt; limit(g₊ + g₋)}, charted by (½ log(η₂/η₃), log(g₊ + g₋), artanh((g₊ − g₋)/limit)). */
    private static final class Image implements Domain {
        @Override
        public int size() {
            return 3;
        }

        @Override
        public Optional<String> diagnose(double[] e) {
            if (e.length != 3) {
                return Optional.of("length " + e.length + " instead of 3");
            }
            if (!Arrays.stream(e).allMatch(Double::isFinite)) {
                return Optional.of("an entry is not finite");
            }
            if (!(e[1] > 0 && e[2] > 0)) {
                return Optional.of("a mean of x or 1/x is not positive");
            }
            if (!(plus(e) > 0 && minus(e) > 0)) {
                return Optional.of("the mean logarithm η₁ is not between −log η₃ and log η₂");
            }
            return missing(plus(e) + minus(e), plus(e) - minus(e));
        }

        @Override
        public double[] fromChart(double[] u) {
            DomainException.requireLength("u", u, 3);
            double sum = Math.exp(u[1]);
            double difference = GeneralizedInverseGaussianSolve.limit(sum) * Math.tanh(u[2]);
            return new double[] {u[0] - 0.5 * difference, Math.exp(u[0] + 0.5 * sum), Math.exp(0.5 * sum - u[0])};
        }

        @Override
        public double[] toChart(double[] e) {
            require("η", e);
            double sum = plus(e) + minus(e);
            double ratio = (plus(e) - minus(e)) / GeneralizedInverseGaussianSolve.limit(sum);
            return new double[] {
                0.5 * (Math.log(e[1]) - Math.log(e[2])), Math.log(sum), 0.5 * (Math.log1p(ratio) - Math.log1p(-ratio))
            };
        }

        @Override
        public String toString() {
            return "{η₂, η₃ > 0, −log η₃ < η₁ < log η₂ between the gamma and the inverse gamma distributions}";
        }
    }
}
