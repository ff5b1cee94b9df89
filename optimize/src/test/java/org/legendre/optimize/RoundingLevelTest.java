package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** How a search ends where values show nothing any more, on a made-up curve: predicted decrease t, resolution 1. */
class RoundingLevelTest {
    private static final class MadeUp implements Search {
        private final double[] memory = new double[2];
        private final boolean rising;
        private final double decrement;
        private double t;
        private int moves;

        MadeUp(boolean rising, double decrement) {
            this.rising = rising;
            this.decrement = decrement;
        }

        @Override
        public Row from() {
            return new Iterate<Weights>(5, Vec.of(1), 100, -1, 0.5, decrement, 0, 0, Double.POSITIVE_INFINITY, 6, 0);
        }

        @Override
        public boolean move(double step) {
            t = step;
            moves++;
            return true;
        }

        @Override
        public String obstacle() {
            return "";
        }

        @Override
        public double trialValue() {
            return 100;
        }

        @Override
        public double trialGradient() {
            return trialValue();
        }

        @Override
        public double trialSlope() {
            return rising ? t : -0.5 * t;
        }

        @Override
        public double linear() {
            return -t;
        }

        @Override
        public double linearRounding() {
            return 0;
        }

        @Override
        public double divergence() {
            return 0.5 * t * t;
        }

        @Override
        public double resolution() {
            return 1;
        }

        @Override
        public double[] memory() {
            return memory;
        }
    }

    @Test
    void aFewTrialsWithoutADecreaseAreEnough() {
        MadeUp search = new MadeUp(true, 1);
        Optional<Outcome> end = StepRule.armijo().choose(search);
        assertInstanceOf(Outcome.Converged.class, end.orElseThrow());
        assertEquals(11, search.moves);
    }

    @Test
    void stepsAreAcceptedBySlopesWhileTheDecrementFalls() {
        double[] memory = {0, 0};
        for (int k = 0; k < 1000; k++) {
            MadeUp search = new MadeUp(false, 1.0 / (k + 1));
            System.arraycopy(memory, 0, search.memory, 0, 2);
            assertEquals(Optional.empty(), StepRule.armijo().choose(search));
            assertEquals(1, search.moves);
            memory = search.memory;
        }
    }

    @Test
    void aDecrementThatStaysEndsTheRunAfterTwoHundredSteps() {
        MadeUp search = new MadeUp(false, 1);
        for (int k = 0; k < 200; k++) {
            assertEquals(Optional.empty(), StepRule.armijo().choose(search), "step " + k);
        }
        Outcome end = StepRule.armijo().choose(search).orElseThrow();
        assertInstanceOf(Outcome.Converged.class, end);
        assertTrue(end.reason().contains("the decrement has not fallen for 200 steps"), end.reason());
    }

    /** From 3 with slope 2 by −1: ε·2·(1 + 3), for the point itself is rounded too. */
    @Test
    void theRoundingOfThePredictionCountsThePointAndNotTheNormalOfTheConstraint() {
        Descent.of(Problems.bowl(0, 1), Problems.euclidean(1))
                .step(search -> {
                    assertTrue(search.move(0.5));
                    assertEquals(-2, search.linear());
                    assertEquals(8 * Math.ulp(1.0), search.linearRounding());
                    assertEquals(-1, search.trialSlope());
                    assertEquals(0.5, search.trialValue());
                    return Optional.of(new Outcome.Converged("seen"));
                })
                .run(Vec.of(3));
        Objective<Weights, Differential<Weights>> level =
                Objective.of(2, x -> 5 * (x.get(0) + x.get(1)), x -> Vec.of(5, 5));
        Run<Weights, Differential<Weights>> run =
                Descent.of(level, Geometry.exponentiatedGradient(2)).run(Vec.of(0.25, 0.75));
        assertInstanceOf(Outcome.Certified.class, run.outcome());
        Run<Weights, Differential<Weights>> unaware = Descent.of(level, Geometry.exponentiatedGradient(2))
                .until(Stopping.iterations(5))
                .run(Vec.of(0.25, 0.75));
        assertInstanceOf(Outcome.Converged.class, unaware.outcome());
        assertEquals(0, unaware.last().iteration());
    }
}
