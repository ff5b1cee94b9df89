package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Classic convex problems with known optima, certified by the Frank–Wolfe gap. */
class CertificatesTest {
    @Test
    void theLogOptimalPortfolioIsCertifiedInEveryGeometryByEveryAdaptiveRule() {
        for (Geometry<Weights, Differential<Weights>> geometry :
                List.of(Geometry.exponentiatedGradient(4), Problems.burgSimplex(4))) {
            for (StepRule rule : List.of(StepRule.armijo(), StepRule.armijoFrom(1), StepRule.relativeSmoothness())) {
                Run<Weights, Differential<Weights>> run = Descent.of(Problems.race(), geometry)
                        .step(rule)
                        .until(Stopping.gapBelow(1e-12).or(Stopping.iterations(1000)))
                        .run(Problems.uniform(4));
                String what = geometry + ", " + rule + ": " + run;
                Outcome.Certified certified = assertInstanceOf(Outcome.Certified.class, run.outcome(), what);
                assertTrue(certified.gap() <= 1e-12, what);
                for (int i = 0; i < 4; i++) {
                    assertEquals(Problems.RACE[i], run.point().get(i), 1e-7, what);
                }
                assertGapsBound(run.trace(), Problems.raceOptimum());
            }
        }
    }

    @Test
    void theDesignProblemConvergesToTheKnownOptimum() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.design(), Geometry.exponentiatedGradient(6))
                .step(StepRule.armijo())
                .until(Stopping.gapBelow(1e-9).or(Stopping.iterations(5000)))
                .run(Problems.uniform(6));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        assertEquals(Problems.DESIGN_OPTIMUM, run.last().value(), 1e-9);
        double[] optimum = {1 / 3.0, 0, 1 / 3.0, 0, 0, 1 / 3.0};
        for (int i = 0; i < 6; i++) {
            assertEquals(optimum[i], run.point().get(i), 1e-4);
        }
        assertGapsBound(run.trace(), Problems.DESIGN_OPTIMUM);
    }

    /**
     * D-optimal design is 1-smooth relative to Burg's entropy, so f(x_k) − f(u) ≤ D(u, x₀)/k for every interior u (Lu, Freund and Nesterov
     * 2018, theorem 3.1). The optimum is on the boundary, where D(x*, x₀) = ∞: compare with points near it.
     */
    @Test
    void theDesignProblemKeepsTheBoundOfRelativeSmoothness() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.design(), Problems.burgSimplex(6))
                .step(StepRule.constant(1))
                .until(Stopping.iterations(400))
                .run(Problems.uniform(6));
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(6);
        for (double mix : new double[] {0.3, 0.1, 0.03, 0.01}) {
            Vec<Weights> u = Vec.generate(6, i -> (i == 0 || i == 2 || i == 5 ? (1 - mix) / 3 : 0) + mix / 6);
            double value = Problems.design().value(u);
            double divergence = burg.bregman(u, Problems.uniform(6));
            for (int k = 1; k <= 400; k++) {
                double excess = run.trace().get(k).value() - value;
                assertTrue(excess <= divergence / k, "step " + k + ", mix " + mix + ": " + excess);
            }
        }
        double[] changes = run.trace().column(Column.CHANGE);
        for (int k = 1; k <= 400; k++) {
            assertTrue(changes[k] < 0, "step " + k + " raised the value by " + changes[k]);
        }
        assertTrue(run.last().gap() < 0.02, "gap " + run.last().gap());
    }

    @Test
    void theAdaptiveRuleFindsAtLeastHalfTheStepThatTheoryAllows() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.design(), Problems.burgSimplex(6))
                .step(StepRule.relativeSmoothness())
                .until(Stopping.iterations(200))
                .run(Problems.uniform(6));
        double[] steps = run.trace().column(Column.STEP);
        double longest = 0;
        for (int k = 1; k <= 200; k++) {
            assertTrue(steps[k] >= 0.5, "step " + k + " is " + steps[k]);
            longest = Math.max(longest, steps[k]);
        }
        assertTrue(longest > 1, "the rule never tried more than the worst case allows");
        assertTrue(run.last().gap() < 0.02, "gap " + run.last().gap());
    }

    private static void assertGapsBound(Trace<Weights> trace, double optimum) {
        for (Iterate<Weights> iterate : trace.iterates()) {
            double excess = iterate.value() - optimum;
            assertTrue(excess <= iterate.gap() + 1e-14, "gap " + iterate.gap() + " below the excess " + excess);
            assertTrue(iterate.gap() >= 0);
        }
    }
}
