package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class StoppingTest {
    /** Iteration 10, value 2, change −.25, step .5, decrement .125, gap .0625, 12 oracle calls, 3 seconds. */
    private static final Row ROW = new Iterate<Weights>(10, Vec.of(1), 2, -0.25, 0.5, 0.125, 0, 0, 0.0625, 12, 3);

    private static final Stopping CERTIFIED = Stopping.gapBelow(0.1);
    private static final Stopping CONVERGED = Stopping.decrementBelow(0.2);
    private static final Stopping EXHAUSTED = Stopping.iterations(10);
    private static final Stopping NEVER = Stopping.iterations(11);

    private static void assertStops(Class<? extends Outcome> kind, String reason, Stopping stopping) {
        Outcome outcome = stopping.check(ROW).orElseThrow();
        assertInstanceOf(kind, outcome);
        assertEquals(reason, outcome.reason());
    }

    private static void assertGoesOn(Stopping stopping) {
        assertEquals(Optional.empty(), stopping.check(ROW));
    }

    @Test
    void eachRuleStopsExactlyAtItsThresholdAndSaysWhy() {
        assertStops(Outcome.Exhausted.class, "10 iterations are done", Stopping.iterations(10));
        assertGoesOn(Stopping.iterations(11));
        assertStops(Outcome.Certified.class, "the duality gap 0.0625 is at most 0.0625", Stopping.gapBelow(0.0625));
        assertGoesOn(Stopping.gapBelow(0.06));
        assertStops(Outcome.Converged.class, "the decrement 0.125 is at most 0.125", Stopping.decrementBelow(0.125));
        assertGoesOn(Stopping.decrementBelow(0.12));
        assertStops(Outcome.Converged.class, "the value 2.0 is at most 2.0", Stopping.valueBelow(2));
        assertGoesOn(Stopping.valueBelow(1.9));
        assertStops(
                Outcome.Converged.class,
                "the last step changed the value by -0.25, at most 0.25",
                Stopping.valueChangeBelow(0.25));
        assertGoesOn(Stopping.valueChangeBelow(0.24));
        assertStops(
                Outcome.Exhausted.class, "the time of 3.0 seconds is used up", Stopping.time(Duration.ofSeconds(3)));
        assertGoesOn(Stopping.time(Duration.ofMillis(3001)));
    }

    @Test
    void orTakesEitherAndTheStrongerOfBoth() {
        assertStops(Outcome.Converged.class, "the decrement 0.125 is at most 0.2", NEVER.or(CONVERGED));
        assertStops(Outcome.Converged.class, "the decrement 0.125 is at most 0.2", CONVERGED.or(NEVER));
        assertGoesOn(NEVER.or(NEVER));
        for (Stopping weaker : List.of(CONVERGED, EXHAUSTED)) {
            assertStops(Outcome.Certified.class, "the duality gap 0.0625 is at most 0.1", weaker.or(CERTIFIED));
            assertStops(Outcome.Certified.class, "the duality gap 0.0625 is at most 0.1", CERTIFIED.or(weaker));
        }
        assertStops(Outcome.Converged.class, "the decrement 0.125 is at most 0.2", EXHAUSTED.or(CONVERGED));
    }

    @Test
    void andWantsBothAndGivesBothReasons() {
        assertGoesOn(NEVER.and(CONVERGED));
        assertGoesOn(CONVERGED.and(NEVER));
        assertStops(
                Outcome.Certified.class,
                "10 iterations are done and the duality gap 0.0625 is at most 0.1",
                EXHAUSTED.and(CERTIFIED));
        assertEquals(
                0.0625, ((Outcome.Certified) EXHAUSTED.and(CERTIFIED).check(ROW).orElseThrow()).gap());
        assertStops(
                Outcome.Converged.class,
                "the decrement 0.125 is at most 0.2 and 10 iterations are done",
                CONVERGED.and(EXHAUSTED));
        assertStops(
                Outcome.Exhausted.class, "10 iterations are done and 10 iterations are done", EXHAUSTED.and(EXHAUSTED));
    }

    @Test
    void aMissingGapAndTheStartStopNothing() {
        Row start = new Iterate<Weights>(
                0,
                Vec.of(1),
                2,
                Double.POSITIVE_INFINITY,
                0,
                Double.POSITIVE_INFINITY,
                0,
                0,
                Double.POSITIVE_INFINITY,
                1,
                0);
        for (Stopping stopping :
                List.of(Stopping.gapBelow(1e300), Stopping.decrementBelow(1e300), Stopping.valueChangeBelow(1e300))) {
            assertTrue(stopping.check(start).isEmpty());
        }
    }

    @Test
    void aRunStopsAtTheFirstIterateThatMeetsTheRule() {
        Run<Weights, ?> run = Descent.of(Problems.race(), Geometry.exponentiatedGradient(4))
                .step(StepRule.constant(0.1))
                .until(Stopping.gapBelow(1e-3).or(Stopping.iterations(10_000)))
                .run(Problems.uniform(4));
        double[] gaps = run.trace().column(Column.GAP);
        for (int k = 0; k < gaps.length - 1; k++) {
            assertTrue(gaps[k] > 1e-3);
        }
        assertTrue(gaps[gaps.length - 1] <= 1e-3);
        assertInstanceOf(Outcome.Certified.class, run.outcome());
        Run<Weights, ?> none = Descent.of(Problems.race(), Geometry.exponentiatedGradient(4))
                .until(Stopping.iterations(0))
                .run(Problems.uniform(4));
        assertEquals(1, none.trace().size());
    }
}
