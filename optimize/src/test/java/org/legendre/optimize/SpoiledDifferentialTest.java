package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Where the passes that measure an iterate are those that look whether its differential is finite. */
class SpoiledDifferentialTest {
    /** x₀ − x₁, with a third entry of the differential that is another one where x₀ is below 0.2. */
    private record Spoiled(double third) implements Objective<Weights, Differential<Weights>> {
        @Override
        public int size() {
            return 3;
        }

        @Override
        public double value(double[] x) {
            return x[0] - x[1];
        }

        @Override
        public double gradient(double[] x, double[] out) {
            out[0] = 1;
            out[1] = -1;
            out[2] = x[0] < 0.2 ? third : 0;
            return value(x);
        }
    }

    private static Descent<Weights, Differential<Weights>> method(double third) {
        return Descent.of(new Spoiled(third), Geometry.exponentiatedGradient(3))
                .step(StepRule.constant(0.25))
                .until(Stopping.iterations(5));
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aDifferentialThatIsNotFiniteEndsTheRunAtTheIterateBefore(double bad) {
        // The weight of the bad entry may have underflowed.
        for (double log : new double[] {0, -2000}) {
            State<Weights, Differential<Weights>> start = method(bad).startAtDual(Vec.of(0, 0, log));
            Run<Weights, Differential<Weights>> run = method(bad).resume(start);
            Run<Weights, Differential<Weights>> good = method(0).resume(start);
            Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome(), run.toString());
            assertTrue(failed.reason().startsWith("entry 2 of the gradient is " + bad + " at the step 0.25 from"));
            int k = run.last().iteration();
            assertEquals(k, failed.iteration());
            assertTrue(k > 0 && k < 5, run.toString());
            assertEquals(good.trace().get(k).point(), run.point());
            assertEquals(good.trace().get(k).gap(), run.last().gap());
            assertEquals(good.trace().get(k).oracleCalls(), run.last().oracleCalls());
            assertEquals(
                    failed.reason(), method(bad).resume(run.state()).outcome().reason());
        }
    }

    /** Squares overflow, entries do not: the decrement is infinite, and the gap is known. */
    @Test
    void aLargeDifferentialIsNoFailure() {
        Run<Weights, Differential<Weights>> run = method(1e200).run(Vec.of(0.25, 0.5, 0.25));
        assertInstanceOf(Outcome.Exhausted.class, run.outcome(), run.toString());
        double[] decrements = run.trace().column(Column.DECREMENT);
        assertEquals(Double.POSITIVE_INFINITY, decrements[1]);
        assertEquals(
                1e200 * run.trace().get(1).point().get(2), run.trace().get(1).gap(), 1e186);
        assertArrayEquals(
                new double[] {0, 1},
                new double[] {
                    run.point().get(2), run.point().get(0) + run.point().get(1)
                },
                1e-15);
    }
}
