package org.legendre.optimize.information;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.geometry.special.Sums;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.problem.KullbackLeiblerRegression;

/**
 * Generalised iterative scaling: pᵢ ← pᵢ ∏ (bⱼ/E_p fⱼ)^fⱼ(i) for features that are not negative and sum to 1 for each outcome, which any others become by shifts, one common scale and a
 * feature that fills up to 1. It is exponentiated gradient with unit step on KL(E_p f‖b), started at q: each step a mirror step, whose limit is the I-projection of q.
 *
 * <p>It needs no matrix, and goes at a constant rate, slowly where outcomes differ little in their features; {@link InformationProjection#of} is for most purposes faster.
 *
 * <p>Source: J. N. Darroch and D. Ratcliff, Generalized iterative scaling for log-linear models, Ann. Math. Statist. 43 (1972), theorem 1.
 */
public final class IterativeScaling {
    private final int iterations;
    private final double decrement;

    private IterativeScaling(int iterations, double decrement) {
        this.iterations = iterations;
        this.decrement = decrement;
    }

    /**
     * With a limit.
     *
     * @param iterations the largest number of steps, at least 1
     * @return the method, which stops too where a step has nothing to gain
     * @throws DomainException if it is not positive
     */
    public static IterativeScaling of(int iterations) {
        if (iterations < 1) {
            throw new DomainException("iterations", iterations, "an integer ≥ 1");
        }
        return new IterativeScaling(iterations, 1e-28);
    }

    /**
     * The projection of a base measure.
     *
     * @param base q; an outcome that it allows has a probability that binary64 holds
     * @param family the linear family
     * @return the projection, as near as the steps came
     * @throws DomainException if the numbers of outcomes differ or a positive probability underflows
     * @throws InfeasibleException if no distribution that q allows has the moments
     */
    public InformationProjection project(Probabilities base, LinearFamily family) {
        Support allowed = Face.within(InformationProjection.requireSize(base, family), family);
        MomentSystem system = MomentSystem.of(base, family, allowed);
        if (system.size() > 0) {
            // A moment on the boundary, which scaling would approach for ever, is found first.
            allowed = Face.of(system, family);
            system = MomentSystem.of(base, family, allowed);
        }
        if (system.size() == 0) {
            return InformationProjection.of(base, family);
        }
        int k = system.outcomes.length;
        double[] start = new double[k];
        for (int i = 0; i < k; i++) {
            start[i] = DomainException.requirePositive("probability of an outcome", base.get(system.outcomes[i]));
        }
        Scaled scaled = Scaled.of(system.rows);
        Run<Weights, Differential<Weights>> run = Descent.of(
                        KullbackLeiblerRegression.of(scaled.features, scaled.moments),
                        Geometry.unnormalizedExponentiatedGradient(k))
                .step(StepRule.constant(1))
                .until(Stopping.decrementBelow(decrement).or(Stopping.iterations(iterations)))
                .keepPoints(false)
                .run(Vec.of(start));
        double[] lambda = multipliers(system, run.point());
        return InformationProjection.atMultipliers(
                base, family, allowed, system.multipliers(lambda, family.constraints()), run.outcome());
    }

    /** Features that are not negative and sum to 1, with their moments, from features that are centred at theirs. */
    private static final class Scaled {
        private final double[][] features;
        private final double[] moments;

        private Scaled(double[][] features, double[] moments) {
            this.features = features;
            this.moments = moments;
        }

        static Scaled of(double[][] rows) {
            int r = rows.length;
            double[] low = Arrays.stream(rows)
                    .mapToDouble(row -> Arrays.stream(row).min().orElseThrow())
                    .toArray();
            double[] sums = new double[rows[0].length];
            for (int j = 0; j < r; j++) {
                for (int i = 0; i < sums.length; i++) {
                    sums[i] += rows[j][i] - low[j];
                }
            }
            double most = Arrays.stream(sums).max().orElseThrow();
            boolean full = Arrays.stream(sums).allMatch(sum -> sum == most);
            double[][] features = new double[full ? r : r + 1][sums.length];
            double[] moments = new double[features.length];
            for (int j = 0; j < r; j++) {
                int row = j;
                moments[j] = -low[j] / most;
                Arrays.setAll(features[j], i -> (rows[row][i] - low[row]) / most);
            }
            if (!full) {
                Arrays.setAll(features[r], i -> (most - sums[i]) / most);
                moments[r] = (most + Sums.sum(low)) / most;
            }
            return new Scaled(features, moments);
        }
    }

    /** The λ of log(x/q) = Σ λⱼgⱼ + c, by least squares: scaling keeps to this form. */
    private static double[] multipliers(MomentSystem system, Vec<Weights> x) {
        int[] seen = IntStream.range(0, x.size())
                .filter(i -> x.get(i) >= Double.MIN_NORMAL)
                .toArray();
        double[][] columns = new double[seen.length][system.size() + 1];
        double[] right = new double[seen.length];
        for (int i = 0; i < seen.length; i++) {
            right[i] = Math.log(x.get(seen[i])) - system.logBase[seen[i]];
            columns[i][system.size()] = 1;
            for (int j = 0; j < system.size(); j++) {
                columns[i][j] = system.rows[j][seen[i]];
            }
        }
        double[] solved = new SingularValueDecomposition(MatrixUtils.createRealMatrix(columns))
                .getSolver()
                .solve(MatrixUtils.createRealVector(right))
                .toArray();
        return Arrays.copyOf(solved, system.size());
    }
}
