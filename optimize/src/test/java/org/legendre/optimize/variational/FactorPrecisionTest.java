package org.legendre.optimize.variational;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.DiagonalNormal;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.optimize.Descent;
import org.legendre.optimize.GradientCheck;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** Precisions of low rank plus diagonal. */
class FactorPrecisionTest {
    private static final int D = 6;

    /** Regressors with one thing in common. */
    private static double[][] rows() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = new double[40][D];
        for (double[] row : rows) {
            double common = random.nextGaussian();
            Arrays.setAll(row, j -> j == 0 ? 1 : common + 0.5 * random.nextGaussian());
        }
        return rows;
    }

    private static List<PredictorLikelihood> likelihoods(double[][] rows) {
        SplittableRandom random = new SplittableRandom(6);
        List<PredictorLikelihood> likelihoods = new ArrayList<>();
        for (double[] row : rows) {
            likelihoods.add(PredictorLikelihood.logistic(
                    random.nextDouble() < 1 / (1 + Math.exp(-row[1] - row[2])) ? 1 : 0));
        }
        return likelihoods;
    }

    private static VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes() {
        return VariationalBayes.of(MultivariateNormal.standard(D))
                .and(LinearPredictors.full(rows(), likelihoods(rows())));
    }

    private static Run<Weights, Differential<Weights>> fit(int rank) {
        FactorPrecision factor = FactorPrecision.of(bayes(), rank);
        return factor.method()
                .until(Stopping.decrementBelow(1e-16).or(Stopping.iterations(300)))
                .run(factor.start(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theDifferentialIsThatOfTheBound(int rank) {
        FactorPrecision factor = FactorPrecision.of(bayes(), rank);
        GradientCheck check = GradientCheck.of(factor, factor.start(3));
        assertTrue(check.passed(), check.toString());
    }

    /** 2 KL(w‖w + tv) = t²‖v‖² + O(t³): but for the rotations, the metric is that of the full family. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void theMetricIsTheSecondOrderOfTheDivergence(int rank) {
        FactorPrecision factor = FactorPrecision.of(bayes(), rank);
        Vec<Weights> w = factor.start(7);
        for (int i = 0; i < w.size(); i++) {
            int entry = i;
            Vec<Weights> v = Vec.generate(w.size(), j -> j == entry ? 1 : 0);
            double wide = symmetric(factor, w, v, 2e-3);
            double narrow = symmetric(factor, w, v, 1e-3);
            double expected = narrow + (narrow - wide) / 3;
            double rotations = 0;
            for (int k = 0; k < rank; k++) {
                for (int l = 0; l < k; l++) {
                    double along = entry / D == 2 + k
                            ? w.get((2 + l) * D + entry % D)
                            : entry / D == 2 + l ? -w.get((2 + k) * D + entry % D) : 0;
                    rotations += along * along;
                }
            }
            double found = new FactorPoint(D, rank, w.toArray()).metric(0).inner(v, v) - rotations;
            assertEquals(expected, found, 1e-6 * (1 + expected), "entry " + i);
        }
    }

    /** (KL(w + tv‖w − tv) + KL(w − tv‖w + tv))/4t², an even function of t. */
    private static double symmetric(FactorPrecision factor, Vec<Weights> w, Vec<Weights> v, double t) {
        MultivariateNormal up = factor.at(w.plus(v.times(t)));
        MultivariateNormal down = factor.at(w.minus(v.times(t)));
        return (up.klTo(down) + down.klTo(up)) / (4 * t * t);
    }

    /** Diagonal < rank 1 < rank 2 < full, each reached by steps that never lower the bound. */
    @Test
    void boundsRiseWithTheRankUpToTheFullOne() {
        VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes = bayes();
        Run<Expectation, Natural> full =
                bayes.method(1).until(Stopping.decrementBelow(1e-22)).run(bayes.start());
        double[][] rows = rows();
        VariationalBayes<Vec<Euclidean>, DiagonalNormal> diagonal = VariationalBayes.of(
                        new DiagonalNormal(Vec.zeros(D), Vec.generate(D, i -> 1)))
                .and(LinearPredictors.diagonal(rows, likelihoods(rows)));
        double before = -Descent.of(diagonal, diagonal.geometry())
                .step(StepRule.armijoFrom(1))
                .until(Stopping.decrementBelow(1e-16))
                .run(diagonal.start())
                .last()
                .value();
        for (int rank = 1; rank <= 2; rank++) {
            Run<Weights, Differential<Weights>> run = fit(rank);
            assertInstanceOf(
                    Outcome.Converged.class, run.outcome(), run.outcome().reason());
            double value = Double.POSITIVE_INFINITY;
            for (Iterate<Weights> iterate : run.trace().iterates()) {
                assertTrue(iterate.value() <= value + 1e-12);
                value = iterate.value();
            }
            assertTrue(-value > before + 1e-3, "rank " + rank + ": " + -value + " after " + before);
            assertTrue(-value < -full.last().value());
            before = -value;
        }
        assertEquals(-full.last().value(), before, 0.004);
    }

    @Test
    void rotationsOfTheFactorChangeNothing() {
        FactorPrecision factor = FactorPrecision.of(bayes(), 2);
        double[] w = factor.start(2).toArray();
        double[] turned = w.clone();
        for (int i = 0; i < D; i++) {
            turned[2 * D + i] = 0.6 * w[2 * D + i] - 0.8 * w[3 * D + i];
            turned[3 * D + i] = 0.8 * w[2 * D + i] + 0.6 * w[3 * D + i];
        }
        Run<Weights, Differential<Weights>> one =
                factor.method().until(Stopping.iterations(5)).run(Vec.of(w));
        Run<Weights, Differential<Weights>> other =
                factor.method().until(Stopping.iterations(5)).run(Vec.of(turned));
        assertArrayEquals(
                factor.at(one.point()).covariance().toPacked(),
                factor.at(other.point()).covariance().toPacked(),
                1e-10);
    }

    @Test
    void ranksThatMakeOtherClassesAreRefused() {
        assertThrows(DomainException.class, () -> FactorPrecision.of(bayes(), 0));
        assertThrows(DomainException.class, () -> FactorPrecision.of(bayes(), 4));
    }
}
