package org.legendre.geometry.family;

import java.util.function.DoubleUnaryOperator;
import org.hipparchus.analysis.solvers.AllowedSolution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.BesselWeight;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.GammaRemainder;

/**
 * The generalized inverse Gaussian distribution of given gaps g₊ = log E[x] − E[log x] and g₋ = log E[1/x] + E[log x], both positive by Jensen's
 * inequality. They do not depend on the scale, and with u = ½(r + p), v = ½(r − p) they are those of eˢ under {@link BesselWeight}.
 *
 * <p>For a given sum S = g₊ + g₋ the gamma distribution has the least g₊ and the inverse gamma the least g₋: their shape α has −log(1 − 1/α) = S, and
 * that gap is log α − digamma(α). So a solution exists exactly if |g₊ − g₋| is below the limit S − 2(log α − digamma(α)). It is found by two nested
 * bracketed solves: of S for r at a given tanh β = p/r, and of g₊ − g₋ for β.
 */
final class GeneralizedInverseGaussianSolve {
    /** Beyond, uv = ab ≈ p²e^(−2β) is less than the product of the two smallest doubles. */
    private static final double FARTHEST = 760;

    /** From this shape on six terms of the expansion of digamma are enough. */
    private static final double LARGE = 32;

    /** How well the two equations have to hold. */
    private static final double CERTIFIED = 1e-12;

    private final double sum;
    private final double limit;
    private double logR;

    private GeneralizedInverseGaussianSolve(double sum, double limit) {
        this.sum = sum;
        this.limit = limit;
        logR = -Math.log(Math.expm1(Math.min(sum, 300)));
    }

    /** p, the weight at the solution, and log u, log v. */
    record Solution(double order, double logU, double logV, BesselWeight weight) {}

    /** The bound of |g₊ − g₋| at a sum S: of order S²/3, so for a small S the terms of order S are left out of both parts. */
    static double limit(double sum) {
        double shape = shape(sum);
        if (shape < LARGE) {
            return sum + 2 * GammaRemainder.derivative(shape);
        }
        double r = 1 / shape / shape;
        // −2(digamma(α) − log α + 1/2α), DLMF 5.11.2; 1/α = 1 − e^(−S).
        double tail = r / 6 * (1 - r / 10 * (1 - r * (10.0 / 21) * (1 - r * (21.0 / 20) * (1 - r * (20.0 / 11)))));
        return EntropyTerms.expm1mx(-sum) - tail;
    }

    /** The shape of the gamma distribution whose gaps add up to S. */
    static double shape(double sum) {
        return -1 / Math.expm1(-sum);
    }

    /**
     * The solution.
     *
     * @throws DomainException if it has a or b beyond the normal doubles
     */
    static Solution of(double sum, double difference) {
        GeneralizedInverseGaussianSolve solve = new GeneralizedInverseGaussianSolve(sum, limit(sum));
        double beta = solve.beta(difference);
        BesselWeight weight = solve.weight(beta);
        double mean = weight.mean();
        double residual =
                Math.abs(gaps(weight, mean) / sum - 1) + Math.abs(difference(weight, mean) - difference) / solve.limit;
        if (!(residual <= CERTIFIED)) {
            throw new ConvergenceException(
                    "the generalized inverse Gaussian distribution of gaps that add up to " + sum + " and differ by "
                            + difference + " was not found: it is too near to a gamma or inverse gamma distribution",
                    residual);
        }
        double r = Math.exp(solve.logR);
        return new Solution(
                r * Math.tanh(beta), solve.logR - softplus(-2 * beta), solve.logR - softplus(2 * beta), weight);
    }

    private double beta(double difference) {
        if (difference == 0) {
            return 0;
        }
        // The larger p, the smaller g₊ − g₋.
        int side = difference > 0 ? -1 : 1;
        DoubleUnaryOperator excess = beta -> (differenceAt(beta) - difference) / limit;
        double near = 0;
        double far = 0.5 * side;
        while (side * excess.applyAsDouble(far) > 0) {
            if (Math.abs(far) >= FARTHEST) {
                throw new DomainException(
                        "gaps that add up to " + sum + " and differ by",
                        difference,
                        "those of a generalized inverse Gaussian distribution with a and b not beyond the normal doubles (ab < e^(−1500)), not that near to "
                                + (side > 0 ? "a gamma" : "an inverse gamma") + " distribution");
            }
            near = far;
            far = side * Math.min(FARTHEST, 2 * Math.abs(far));
        }
        return root(excess, Math.min(near, far), Math.max(near, far));
    }

    private double differenceAt(double beta) {
        BesselWeight weight = weight(beta);
        return difference(weight, weight.mean());
    }

    /** The weight of the given β and sum S. */
    private BesselWeight weight(double beta) {
        DoubleUnaryOperator excess = log -> {
            BesselWeight weight = weight(log, beta);
            return Math.log(gaps(weight, weight.mean()) / sum);
        };
        double low = logR;
        double high = logR;
        double step = 0.05;
        while (!(excess.applyAsDouble(low) >= 0)) {
            low -= step;
            step *= 2;
        }
        step = 0.05;
        while (!(excess.applyAsDouble(high) <= 0)) {
            high += step;
            step *= 2;
        }
        logR = root(excess, low, high);
        return weight(logR, beta);
    }

    private static BesselWeight weight(double logR, double beta) {
        double logU = logR - softplus(-2 * beta);
        double logV = logR - softplus(2 * beta);
        return BesselWeight.of(Math.exp(logU), logU, Math.exp(logV), logV);
    }

    private static double root(DoubleUnaryOperator f, double low, double high) {
        double atLow = f.applyAsDouble(low);
        double atHigh = f.applyAsDouble(high);
        if (low == high || atLow == 0) {
            return low;
        }
        // The ends were on two sides a moment ago. An end where rounding alone has changed that is the root.
        if (atHigh == 0 || atLow * atHigh > 0) {
            return atHigh == 0 || Math.abs(atHigh) < Math.abs(atLow) ? high : low;
        }
        return new BracketingNthOrderBrentSolver(1e-16, 1e-15, 1e-17, 5)
                .solve(500, f::applyAsDouble, low, high, AllowedSolution.ANY_SIDE);
    }

    /** log(1 + eˣ). */
    private static double softplus(double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    /** log E[eˢ] + log E[e⁻ˢ]. */
    private static double gaps(BesselWeight weight, double mean) {
        return gap(weight, mean, 1) + gap(weight, mean, -1);
    }

    /** log E[e^(±z)], z = s − E[s]; where that overflows at nodes of no weight, it is large enough to be taken of s itself. */
    private static double gap(BesselWeight weight, double mean, int side) {
        double excess = weight.mean(s -> EntropyTerms.expm1mx(side * (s - mean)));
        return Double.isFinite(excess) ? Math.log1p(excess) : Math.log(weight.meanExponential(side)) - side * mean;
    }

    private static double difference(BesselWeight weight, double mean) {
        double odd = weight.mean(s -> GeneralizedInverseGaussianHessian.odd(s - mean));
        if (!Double.isFinite(odd)) {
            return gap(weight, mean, 1) - gap(weight, mean, -1);
        }
        return difference(
                weight.mean(s -> EntropyTerms.expm1mx(s - mean)),
                weight.mean(s -> EntropyTerms.expm1mx(mean - s)),
                odd);
    }

    /** log E[eᶻ] − log E[e⁻ᶻ] from E[eᶻ − 1 − z], E[e⁻ᶻ − 1 + z] and their difference, which is of the size of the skewness. */
    static double difference(double plus, double minus, double odd) {
        double ratio = odd / (1 + minus);
        return Math.abs(ratio) < 0.5 ? Math.log1p(ratio) : Math.log1p(plus) - Math.log1p(minus);
    }
}
