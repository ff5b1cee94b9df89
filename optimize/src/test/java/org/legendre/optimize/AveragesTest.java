package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class AveragesTest {
    @Test
    void averagesAreThoseOfTheRunInside() {
        Descent<Weights, Differential<Weights>> inside =
                Descent.of(Problems.race(), Geometry.exponentiatedGradient(4)).until(Stopping.iterations(40));
        for (StepRule rule :
                new StepRule[] {StepRule.decaying(0.5, 0.5), StepRule.armijo(), StepRule.relativeSmoothness()}) {
            Run<Weights, Differential<Weights>> run = inside.step(rule).run(Vec.of(0.7, 0.1, 0.1, 0.1));
            Run<Weights, Differential<Weights>> weighted =
                    inside.step(rule).by(Scheme.averaged(Scheme.descent())).run(Vec.of(0.7, 0.1, 0.1, 0.1));
            Run<Weights, Differential<Weights>> even = inside.step(rule)
                    .by(Scheme.evenlyAveraged(Scheme.descent()))
                    .run(Vec.of(0.7, 0.1, 0.1, 0.1));
            double[] sum = new double[4];
            double[] plain = new double[4];
            double weights = 0;
            int last = weighted.last().iteration();
            assertTrue(last >= 5, weighted::toString);
            for (int k = 0; k < last; k++) {
                double t = run.trace().get(k + 1).step();
                weights += t;
                double[] mean = new double[4];
                double[] evenMean = new double[4];
                for (int i = 0; i < 4; i++) {
                    sum[i] += t * run.trace().get(k).point().get(i);
                    plain[i] += run.trace().get(k).point().get(i);
                    mean[i] = sum[i] / weights;
                    evenMean[i] = plain[i] / (k + 1);
                }
                assertArrayEquals(mean, weighted.trace().get(k + 1).point().toArray(), 1e-14, rule + ", " + k);
                assertArrayEquals(evenMean, even.trace().get(k + 1).point().toArray(), 1e-14);
                assertEquals(t, weighted.trace().get(k + 1).step());
                assertEquals(
                        Problems.race().value(mean), weighted.trace().get(k + 1).value(), 1e-14);
                // The gradient at the average comes on top.
                assertEquals(
                        run.trace().get(k + 1).oracleCalls() + k + 1,
                        weighted.trace().get(k + 1).oracleCalls());
            }
        }
    }

    /** Σ tᵢ(f(xᵢ) − f(u)) ≤ D(u, x₀) + ½Σ tᵢ²‖gᵢ‖∞² on the simplex; so the average of K equal steps t is within D/(tK) + t/2 for |g| ≤ 1. */
    @Test
    void theValueAtTheAverageObeysTheBoundOfMirrorDescent() {
        double[] a = {0.5, 0.1, 0.2, 0.2};
        Objective<Weights, Differential<Weights>> f = DualAveragingTest.farthest(a);
        double t = 0.05;
        Run<Weights, Differential<Weights>> run = Descent.of(f, Geometry.exponentiatedGradient(4))
                .by(Scheme.averaged(Scheme.descent()))
                .step(StepRule.constant(t))
                .until(Stopping.iterations(2000))
                .run(Problems.uniform(4));
        double divergence = Potentials.<Weights, Differential<Weights>>negativeEntropy(4)
                .potential()
                .bregman(a, new double[] {0.25, 0.25, 0.25, 0.25});
        for (int k = 1; k <= 2000; k++) {
            assertTrue(run.trace().get(k).value() <= divergence / (t * k) + t / 2, "iterate " + k);
        }
        assertTrue(run.last().value() < 0.02, run::toString);
    }

    @Test
    void whatEndsTheRunInsideEndsTheRun() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(0, 1, 30), Problems.euclidean(2))
                .by(Scheme.averaged(Scheme.descent()))
                .step(StepRule.constant(1e200))
                .run(Vec.of(2, 2));
        Outcome.Failed failure = assertInstanceOf(Outcome.Failed.class, run.outcome(), run::toString);
        assertTrue(failure.reason().contains("the objective is Infinity"), failure::reason);
        assertTrue(run.state().dual().isEmpty());
        assertEquals(Double.POSITIVE_INFINITY, run.last().decrement());
    }
}
