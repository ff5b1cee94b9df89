package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;

/**
 * ψ*(η) of the generalized inverse Gaussian distributions, by {@link GeneralizedInverseGaussianSolve}.
 *
 * <p>ψ is not steep, so its domain, the image of ∇ψ, need not be convex: the segment between two η may leave it. What belongs to members with an a or b beyond
 * the normal doubles is left out.
 */
final class GeneralizedInverseGaussianConjugate extends SolvedConjugate {
    /**
     * From this sum of the gaps on some η belong to members with a or b beyond the normal doubles: near the gamma distributions the distance to them falls as
     * (ab)^(p−1), and p − 1 ≈ e^(−S) there, so for smaller sums rounding ends the domain before.
     */
    private static final double FAR = 3;

    private final Domain domain = new Image();

    GeneralizedInverseGaussianConjugate(GeneralizedInverseGaussianPotential psi) {
        super(psi);
    }

    /** (p, −a, −b) of gaps that add up to S and differ by d, and the mean of x. */
    static double[] natural(double sum, double difference, double mean) {
        GeneralizedInverseGaussianSolve.Solution solution = GeneralizedInverseGaussianSolve.of(sum, difference);
        double logMode = Math.log(mean) - Math.log(solution.weight().meanExponential(1));
        double[] t = {solution.order(), -product(solution.logU(), -logMode), -product(solution.logV(), logMode)};
        for (int i = 1; i < 3; i++) {
            // Of a subnormal number too little would be left to have the expectations.
            if (!(-t[i] >= Double.MIN_NORMAL && -t[i] <= Double.MAX_VALUE)) {
                double log = i == 1 ? solution.logU() - logMode : solution.logV() + logMode;
                throw new DomainException(
                        (i == 1 ? "a" : "b") + " at p = " + t[0],
                        "e^(" + log + ")",
                        "a normal double: beyond the normal doubles the distribution is that near to "
                                + (t[0] > 0 ? "a gamma" : "an inverse gamma") + " distribution");
            }
        }
        return t;
    }

    /** e^(x + y), with no more rounding than need be. */
    private static double product(double x, double y) {
        return Math.abs(x) < 700 && Math.abs(y) < 700 && Math.abs(x + y) < 700
                ? Math.exp(x) * Math.exp(y)
                : Math.exp(x + y);
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

    /** Why the member of such expectations, a far one, is not one of normal doubles; the solution is remembered for what is asked next. */
    private Optional<String> beyond(double[] e) {
        try {
            solve(e);
            return Optional.empty();
        } catch (DomainException beyond) {
            return Optional.of(String.valueOf(beyond.getMessage()));
        }
    }

    @Override
    double[] natural(double[] e) {
        return natural(plus(e) + minus(e), plus(e) - minus(e), e[1]);
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public double value(double[] e) {
        GeneralizedInverseGaussianKernel kernel = GeneralizedInverseGaussianPotential.kernel(solve(e));
        return kernel.negativeEntropy();
    }

    /** {η₂, η₃ &gt; 0, |g₊ − g₋| &lt; limit(g₊ + g₋)}, charted by (½ log(η₂/η₃), log(g₊ + g₋), artanh((g₊ − g₋)/limit)). */
    private final class Image implements Domain {
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
            Optional<String> missing = missing(plus(e) + minus(e), plus(e) - minus(e));
            return missing.isPresent() || plus(e) + minus(e) < FAR ? missing : beyond(e);
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
