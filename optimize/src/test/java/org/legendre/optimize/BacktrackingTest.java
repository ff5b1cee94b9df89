package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class BacktrackingTest {
    private static final List<StepRule> RULES = List.of(StepRule.armijo(), StepRule.relativeSmoothness());

    /** An offset of 1 hides all decreases below 1e-16 in the values; the slopes still lead to the minimum itself. */
    @Test
    void goesBeyondWhatValuesCanShowAndThenSaysThatItHasConverged() {
        for (StepRule rule : RULES) {
            Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(1, 1, 30), Problems.euclidean(2))
                    .step(rule)
                    .until(Stopping.iterations(100_000))
                    .run(Vec.of(5, -3));
            Outcome.Converged converged = assertInstanceOf(Outcome.Converged.class, run.outcome(), rule + ": " + run);
            assertTrue(converged.reason().contains("no progress is measurable"), converged.reason());
            assertEquals(1, run.point().get(0), 1e-13);
            assertEquals(1, run.point().get(1), 1e-13);
            assertTrue(run.last().iteration() < 1000, run.toString());
            assertTrue(run.last().oracleCalls() < 4000, run.toString());
        }
    }

    /** At condition 1000 the decrement rises for stretches of more than 20 steps: patience is needed not to stop at 1e-11. */
    @Test
    void isNotFooledByADecrementThatRisesForAWhile() {
        for (StepRule rule : RULES) {
            Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(1, 1, 1000), Problems.euclidean(2))
                    .step(rule)
                    .until(Stopping.iterations(100_000))
                    .run(Vec.of(2, 3));
            assertInstanceOf(Outcome.Converged.class, run.outcome(), run.toString());
            assertEquals(1, run.point().get(0), 1e-14);
            assertEquals(1, run.point().get(1), 1e-14);
        }
    }

    /** A differential with errors of 1e-9 cannot lead further than that; the run says so instead of wandering on. */
    @Test
    void aNoisyDifferentialEndsTheRunWhereTheNoiseBegins() {
        for (double offset : new double[] {1, 1000}) {
            Objective<Weights, Differential<Weights>> noisy = Problems.noisyBowl(offset);
            for (StepRule rule : RULES) {
                Run<Weights, Differential<Weights>> run = Descent.of(noisy, Problems.euclidean(2))
                        .step(rule)
                        .until(Stopping.iterations(20_000))
                        .run(Vec.of(2, 3));
                assertInstanceOf(Outcome.Converged.class, run.outcome(), run.toString());
                assertEquals(1, run.point().get(0), 1e-7);
                assertEquals(1, run.point().get(1), 1e-7);
                assertTrue(run.last().oracleCalls() < 20_000, run.toString());
            }
        }
    }

    @Test
    void aStartAtTheOptimumCostsOneOracleCall() {
        for (StepRule rule : RULES) {
            Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(1, 1, 30), Problems.euclidean(2))
                    .step(rule)
                    .run(Vec.of(1, 1));
            assertInstanceOf(Outcome.Converged.class, run.outcome());
            assertEquals(1, run.last().oracleCalls());
        }
    }

    @Test
    void armijoAcceptsOnlySufficientDecrease() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(0, 1, 30), Problems.euclidean(2))
                .until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(1000)))
                .run(Vec.of(5, -3));
        assertInstanceOf(Outcome.Converged.class, run.outcome());
        for (int k = 1; k < run.trace().size(); k++) {
            Iterate<Weights> before = run.trace().get(k - 1);
            Iterate<Weights> after = run.trace().get(k);
            double bound = -0.25 * after.step() * 2 * before.decrement();
            assertTrue(after.change() <= bound + 8 * Math.ulp(before.value()), "step " + k + ": " + after.change());
        }
        double[] steps = run.trace().column(Column.STEP);
        for (int k = 1; k < steps.length; k++) {
            // f(x − t·g) with curvature at most 30 passes for every t ≤ 1.5/30.
            assertTrue(steps[k] >= 0.75 / 30, "step " + k + " is needlessly short: " + steps[k]);
        }
    }

    @Test
    void relativeSmoothnessFindsTheReciprocalOfTheCurvature() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(0, 8, 8), Problems.euclidean(2))
                .step(StepRule.relativeSmoothness())
                .until(Stopping.iterations(1))
                .run(Vec.of(5, -3));
        assertEquals(0.125, run.last().step());
    }

    @Test
    void aValueOfPlusInfinityIsARejectedTrial() {
        // f = x − log x, which is +∞ for x ≤ 0; the first trial x − 1·f′(x) from 5 is fine, from 0.01 it is far outside
        // the bowl.
        Objective<Weights, Differential<Weights>> barrier = Objective.of(
                1,
                x -> x.get(0) > 0 ? x.get(0) - Math.log(x.get(0)) : Double.POSITIVE_INFINITY,
                x -> Vec.of(1 - 1 / x.get(0)));
        for (double start : new double[] {0.01, 1.9, 40}) {
            Run<Weights, Differential<Weights>> run = Descent.of(barrier, Problems.euclidean(1))
                    .step(StepRule.armijoFrom(64))
                    .run(Vec.of(start));
            assertInstanceOf(Outcome.Converged.class, run.outcome(), run.toString());
            assertEquals(1, run.point().get(0), 1e-12);
        }
    }

    private static Objective<Weights, Differential<Weights>> sharpSimplex(double scale) {
        return Objective.of(
                2,
                x -> scale * (x.get(0) * x.get(0) + 2 * x.get(1) * x.get(1)),
                x -> Vec.of(2 * scale * x.get(0), 4 * scale * x.get(1)));
    }

    /** The first trials of a step that is far too long end at a vertex, where shares say nothing of the differential. */
    @Test
    void aSharpObjectiveWithARightGradientIsNotAccused() {
        for (double scale : new double[] {1, 1e8, 1e20, 1e150, 1e200}) {
            for (StepRule rule : List.of(StepRule.armijo(), StepRule.relativeSmoothness(), StepRule.armijoFrom(1))) {
                Run<Weights, Differential<Weights>> run = Descent.of(
                                sharpSimplex(scale), Geometry.exponentiatedGradient(2))
                        .step(rule)
                        .until(Stopping.iterations(1000))
                        .run(Vec.of(0.5, 0.5));
                assertInstanceOf(Outcome.Converged.class, run.outcome(), scale + ", " + rule + ": " + run);
                assertEquals(2 / 3.0, run.point().get(0), 1e-8, scale + ", " + rule);
            }
        }
    }

    /** A unit step moves nothing at the scale 1e-20, and the decrease it predicts overflows at 1e200. */
    @Test
    void theScaleOfTheObjectiveDoesNotMatter() {
        for (double scale : new double[] {1e-200, 1e-20, 1, 1e20, 1e200}) {
            Run<Weights, Differential<Weights>> run = Descent.of(
                            Objective.of(
                                    1,
                                    x -> scale * x.get(0) * x.get(0),
                                    (Vec<Weights> x) -> Vec.<Differential<Weights>>of(2 * scale * x.get(0))),
                            Problems.euclidean(1))
                    .run(Vec.of(1));
            assertInstanceOf(Outcome.Converged.class, run.outcome(), scale + ": " + run);
            assertEquals(0, run.point().get(0), 1e-50, scale + ": " + run);
        }
    }

    /** f(x) = (x/s − 1)² with s = 1e-200: the step that fits is 1e-400. */
    @Test
    void aPredictionThatOverflowsForEveryStepIsAFailure() {
        Run<Weights, Differential<Weights>> run = Descent.of(
                        Objective.of(
                                1,
                                (Vec<Weights> x) -> (x.get(0) / 1e-200 - 1) * (x.get(0) / 1e-200 - 1),
                                (Vec<Weights> x) ->
                                        Vec.<Differential<Weights>>of(2 * (x.get(0) / 1e-200 - 1) / 1e-200)),
                        Problems.euclidean(1))
                .run(Vec.of(3e-200));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome(), run.toString());
        assertTrue(failed.reason().contains("predicts overflows"), failed.reason());
    }
}
