package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Whatever goes wrong is told in the outcome, and no finished iterate is lost. */
class FailuresTest {
    private static final Vec<Weights> START = Vec.of(8);

    private static Run<Weights, Differential<Weights>> halving(
            ToDoubleFunction<Vec<Weights>> value, Function<Vec<Weights>, Vec<Differential<Weights>>> gradient) {
        return Descent.of(Objective.of(1, value, gradient), Problems.euclidean(1))
                .step(StepRule.constant(0.5))
                .until(Stopping.iterations(50))
                .run(START);
    }

    private static double square(Vec<Weights> x) {
        return 0.5 * x.get(0) * x.get(0);
    }

    private static Vec<Differential<Weights>> slope(Vec<Weights> x) {
        return Vec.of(x.get(0));
    }

    private static void assertFailedAfterThreeSteps(Run<Weights, Differential<Weights>> run, String... words) {
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        for (String word : words) {
            assertTrue(failed.reason().contains(word), failed.reason());
        }
        assertEquals(3, failed.iteration());
        assertEquals(4, run.trace().size());
        assertEquals(1, run.point().get(0));
        assertEquals(1, run.best().point().get(0));
        assertEquals(4, run.trace().get(1).point().get(0));
    }

    @Test
    void aNanValue() {
        assertFailedAfterThreeSteps(
                halving(x -> x.get(0) < 1 ? Double.NaN : square(x), FailuresTest::slope),
                "the objective is NaN at the step 0.5 from iterate 3, x = [0.5]");
    }

    @Test
    void aNanValueDuringABacktrackingSearch() {
        Run<Weights, Differential<Weights>> run = Descent.of(
                        Objective.of(1, x -> x.get(0) < 7 ? Double.NaN : square(x), FailuresTest::slope),
                        Problems.euclidean(1))
                .run(START);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(failed.reason().contains("the objective is NaN at the step 1.0 from iterate 0"), failed.reason());
        assertEquals(1, run.trace().size());
    }

    @Test
    void anInfiniteValue() {
        assertFailedAfterThreeSteps(
                halving(x -> x.get(0) < 1 ? Double.POSITIVE_INFINITY : square(x), FailuresTest::slope),
                "the objective is Infinity at the step 0.5 from iterate 3, x = [0.5]");
    }

    @Test
    void aGradientOfTheWrongLength() {
        assertFailedAfterThreeSteps(
                halving(FailuresTest::square, x -> x.get(0) < 1 ? Vec.of(1, 2) : slope(x)),
                "length of the gradient = 2",
                "dimension of the objective, 1");
    }

    @Test
    void aNanInTheGradient() {
        Objective<Weights, Differential<Weights>> objective = new Objective<>() {
            @Override
            public int size() {
                return 1;
            }

            @Override
            public double value(double[] x) {
                return 0.5 * x[0] * x[0];
            }

            @Override
            public double gradient(double[] x, double[] out) {
                out[0] = x[0] < 1 ? Double.NaN : x[0];
                return value(x);
            }
        };
        assertFailedAfterThreeSteps(
                Descent.of(objective, Problems.euclidean(1))
                        .step(StepRule.constant(0.5))
                        .run(START),
                "entry 0 of the gradient is NaN at the step 0.5 from iterate 3, x = [0.5]");
    }

    @Test
    void anExceptionOfTheObjective() {
        IllegalStateException mine = new IllegalStateException("no data today");
        Run<Weights, Differential<Weights>> run = halving(
                x -> {
                    if (x.get(0) < 1) {
                        throw mine;
                    }
                    return square(x);
                },
                FailuresTest::slope);
        assertFailedAfterThreeSteps(run, "threw", "no data today", "[0.5]");
        assertSame(mine, ((Outcome.Failed) run.outcome()).cause());
    }

    @Test
    void anExceptionOfTheObserver() {
        Run<Weights, Differential<Weights>> run = Descent.of(
                        Objective.of(1, FailuresTest::square, FailuresTest::slope), Problems.euclidean(1))
                .step(StepRule.constant(0.5))
                .run(START, iterate -> {
                    if (iterate.iteration() == 3) {
                        throw new IllegalStateException("disk full");
                    }
                });
        assertFailedAfterThreeSteps(run, "the observer threw at iterate 3", "disk full");
    }

    @Test
    void anExceptionOfTheStoppingRule() {
        Descent<Weights, Differential<Weights>> descent = Descent.of(
                        Objective.of(1, FailuresTest::square, FailuresTest::slope), Problems.euclidean(1))
                .step(StepRule.constant(0.5))
                .until(row -> {
                    if (row.iteration() == 3) {
                        throw new IllegalStateException("no clock");
                    }
                    return Optional.empty();
                });
        assertFailedAfterThreeSteps(descent.run(START), "the stopping rule threw at iterate 3", "no clock");
        List<Integer> seen = new ArrayList<>();
        assertThrows(
                StepException.class, () -> descent.iterates(START).forEach(iterate -> seen.add(iterate.iteration())));
        assertEquals(List.of(0, 1, 2, 3), seen);
    }

    @Test
    void aStreamWhoseStartFailsIsOver() {
        Iterator<Iterate<Weights>> iterates = Descent.of(
                        Objective.of(1, x -> Double.NaN, FailuresTest::slope), Problems.euclidean(1))
                .iterates(START)
                .iterator();
        assertThrows(StepException.class, iterates::hasNext);
        assertFalse(iterates.hasNext());
    }

    @Test
    void aConstantStepThatLeavesTheDomain() {
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(1);
        Run<Weights, Differential<Weights>> run = Descent.of(
                        Objective.of(1, FailuresTest::square, FailuresTest::slope), Geometry.natural(burg))
                .step(StepRule.constant(0.5))
                .run(Vec.of(1.1));
        // x − ½x²·x: 1.1 ↦ .4345 stays, but from 2 the step goes to −2.
        assertInstanceOf(Outcome.Exhausted.class, run.outcome());
        Run<Weights, Differential<Weights>> second = Descent.of(
                        Objective.of(1, FailuresTest::square, FailuresTest::slope), Geometry.natural(burg))
                .step(StepRule.constant(0.5))
                .run(Vec.of(2));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, second.outcome());
        assertTrue(failed.reason().contains("the step 0.5 from iterate 0 leaves the domain"), failed.reason());
        assertTrue(failed.reason().contains("entry 0 is -2.0"), failed.reason());
        assertEquals(1, second.trace().size());
    }

    @Test
    void aRuleThatAcceptsWithoutATrialInsideTheDomain() {
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(1);
        StepRule careless = search -> {
            search.move(0.5);
            return Optional.empty();
        };
        for (StepRule rule : List.of(careless, search -> Optional.empty())) {
            Run<Weights, Differential<Weights>> run = Descent.of(
                            Objective.of(1, FailuresTest::square, FailuresTest::slope), Geometry.natural(burg))
                    .step(rule)
                    .run(Vec.of(2));
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
            assertTrue(failed.reason().contains("without a trial point inside the domain"), failed.reason());
        }
    }

    @Test
    void anExceptionOfTheStepRule() {
        IllegalStateException mine = new IllegalStateException("out of steps");
        Run<Weights, Differential<Weights>> run = Descent.of(
                        Objective.of(1, FailuresTest::square, FailuresTest::slope), Problems.euclidean(1))
                .step(search -> {
                    throw mine;
                })
                .run(START);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(failed.reason().contains("the step from iterate 0 failed"), failed.reason());
        assertTrue(failed.reason().contains("out of steps"), failed.reason());
        assertSame(mine, failed.cause());
        assertEquals(1, run.trace().size());
    }

    @Test
    void aDirectionThatDoesNotDescend() {
        for (StepRule rule : List.of(StepRule.constant(0.1), StepRule.armijo())) {
            Run<Weights, Differential<Weights>> run = Descent.of(
                            Problems.bowl(0, 1, 1),
                            Geometry.<Weights, Differential<Weights>>natural(
                                    Domain.reals(2), x -> Metric.of(Problems.indefinite())))
                    .step(rule)
                    .run(Vec.of(3, 2));
            Outcome.AssumptionViolated violated = assertInstanceOf(Outcome.AssumptionViolated.class, run.outcome());
            assertTrue(violated.reason().contains("no descent direction at iterate 0"), violated.reason());
            assertEquals(1, run.trace().size());
        }
    }

    @Test
    void aGradientOfTheWrongSignContradictsTheValues() {
        for (StepRule rule : List.of(StepRule.armijo(), StepRule.armijoFrom(1), StepRule.relativeSmoothness())) {
            for (double wrong : new double[] {-1, 100}) {
                Run<Weights, Differential<Weights>> run = Descent.of(
                                Objective.of(1, x -> 1 + square(x), x -> slope(x).times(wrong)), Problems.euclidean(1))
                        .step(rule)
                        .run(START);
                Outcome.AssumptionViolated violated =
                        assertInstanceOf(Outcome.AssumptionViolated.class, run.outcome(), rule + ": " + run);
                assertTrue(violated.reason().contains("is the gradient right?"), violated.reason());
            }
        }
    }

    @Test
    void aMetricThatCannotBeComputedKeepsTheIterate() {
        Run<Weights, Differential<Weights>> run = Descent.of(
                        Objective.of(1, FailuresTest::square, FailuresTest::slope),
                        Geometry.<Weights, Differential<Weights>>natural(Domain.reals(1), x -> {
                            if (x.get(0) < 2) {
                                throw new ArithmeticException("singular");
                            }
                            return Metric.of(Hessian.diagonal(1));
                        }))
                .step(StepRule.constant(0.5))
                .run(START);
        assertFailedAfterThreeSteps(run, "the geometry failed at iterate 3", "singular");
        assertEquals(Double.POSITIVE_INFINITY, run.last().decrement());
    }

    @Test
    void aFailureAtTheStartLeavesAnEmptyTrace() {
        Run<Weights, Differential<Weights>> run = halving(x -> Double.NaN, FailuresTest::slope);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(failed.reason().contains("the objective is NaN at the start"), failed.reason());
        assertEquals(0, run.trace().size());
        assertThrows(IllegalStateException.class, run::state);
        assertThrows(IllegalStateException.class, run::best);
    }

    @Test
    void steppingByHandAndStreamingThrow() {
        Descent<Weights, Differential<Weights>> descent = Descent.of(
                        Objective.of(1, x -> x.get(0) < 1 ? Double.NaN : square(x), FailuresTest::slope),
                        Problems.euclidean(1))
                .step(StepRule.constant(0.5));
        State<Weights, Differential<Weights>> state = descent.start(START);
        for (int k = 0; k < 3; k++) {
            state = descent.step(state);
        }
        State<Weights, Differential<Weights>> last = state;
        StepException byHand = assertThrows(StepException.class, () -> descent.step(last));
        assertInstanceOf(Outcome.Failed.class, byHand.outcome());
        StepException streamed =
                assertThrows(StepException.class, () -> descent.iterates(START).forEach(i -> {}));
        assertEquals(byHand.outcome().reason(), streamed.outcome().reason());
        assertEquals(4, descent.iterates(START).limit(4).count());
    }

    @Test
    void aStartOutsideTheDomainIsRefusedAtOnce() {
        Descent<Weights, Differential<Weights>> race = Descent.of(Problems.race(), Geometry.exponentiatedGradient(4));
        for (Vec<Weights> start : List.of(
                Vec.<Weights>of(0.5, 0.5, 0.5, 0.5),
                Vec.<Weights>of(0, 0.5, 0.25, 0.25),
                Vec.<Weights>of(1.2, -0.2, 0.5, -0.5),
                Vec.<Weights>of(0.5, 0.5))) {
            DomainException refusal = assertThrows(DomainException.class, () -> race.run(start));
            assertTrue(String.valueOf(refusal.getMessage()).contains("start = "), refusal.toString());
            assertThrows(DomainException.class, () -> race.start(start));
            assertThrows(DomainException.class, () -> race.iterates(start));
            assertThrows(
                    DomainException.class,
                    () -> Descent.of(Problems.race(), Problems.burgSimplex(4)).run(start));
        }
        assertThrows(DomainException.class, () -> race.startAtDual(Vec.of(0, 0)));
        assertThrows(
                DomainException.class,
                () -> Descent.of(Problems.bowl(0, 1), Problems.euclidean(1)).startAtDual(Vec.of(1)));
    }

    @Test
    void partsThatDoNotFitAreRefused() {
        assertThrows(DomainException.class, () -> Descent.of(Problems.race(), Geometry.exponentiatedGradient(5)));
        assertThrows(DomainException.class, () -> Objective.of(0, FailuresTest::square, FailuresTest::slope));
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(DomainException.class, () -> StepRule.constant(bad));
            assertThrows(DomainException.class, () -> StepRule.armijoFrom(bad));
            assertThrows(DomainException.class, () -> StepRule.decaying(bad, 0.5));
            assertThrows(DomainException.class, () -> Stopping.gapBelow(bad));
            assertThrows(DomainException.class, () -> Stopping.decrementBelow(bad));
            assertThrows(DomainException.class, () -> Stopping.valueChangeBelow(bad));
        }
        assertThrows(DomainException.class, () -> StepRule.decaying(1, -1));
        assertThrows(DomainException.class, () -> Stopping.valueBelow(Double.NaN));
        assertThrows(DomainException.class, () -> Stopping.iterations(-1));
        DomainException backwards = assertThrows(DomainException.class, () -> Stopping.time(Duration.ofSeconds(-1)));
        assertEquals("time limit = PT-1S, expected a duration ≥ 0", backwards.getMessage());
        assertThrows(DomainException.class, () -> Progress.every(Duration.ofNanos(-1)));
        for (int n : new int[] {0, -1}) {
            assertThrows(DomainException.class, () -> Problems.euclidean(n));
            assertThrows(DomainException.class, () -> Geometry.exponentiatedGradient(n));
            assertThrows(DomainException.class, () -> Objective.smooth(n, x -> x[0]));
        }
        Legendre<Weights, Differential<Weights>> norm = Potentials.powerNorm(3, 1.5);
        DomainException noProjection =
                assertThrows(DomainException.class, () -> Geometry.mirror(norm, Constraint.simplex()));
        assertTrue(
                String.valueOf(noProjection.getMessage()).contains("half the squared 1.5-norm on the simplex"),
                noProjection.toString());
    }
}
