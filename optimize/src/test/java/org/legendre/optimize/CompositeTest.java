package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** f + r with f = ½Σ cᵢ(xᵢ − 1)², whose minimisers are known in closed form. */
class CompositeTest {
    private static final double[] C = {1, 3, 0.25, 0.5};

    private static Legendre<Weights, Differential<Weights>> square() {
        return Potentials.halfSquaredNorm(4);
    }

    /** The minimiser of ½c(x − 1)² + λ|x|: 1 − λ/c, not below 0. */
    private static double[] thresholded(double lambda) {
        double[] x = new double[4];
        for (int i = 0; i < 4; i++) {
            x[i] = Math.max(0, 1 - lambda / C[i]);
        }
        return x;
    }

    @Test
    void sparseOptimaAreReachedInEveryMapAndByBothSearches() {
        Term term = Term.l1(0.375);
        double[] expected = thresholded(0.375);
        double least = Problems.bowl(0, C).value(expected) + term.value(expected);
        for (Legendre<Weights, Differential<Weights>> phi : List.<Legendre<Weights, Differential<Weights>>>of(
                square(),
                Potentials.hypentropy(4, 0.5),
                Potentials.fermiDirac(new double[] {-2, -3, -1, -1}, new double[] {2, 2, 2, 4}))) {
            for (StepRule rule : List.of(StepRule.armijo(), StepRule.relativeSmoothness())) {
                Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(0, C), Geometry.mirror(phi, term))
                        .step(rule)
                        .run(Vec.of(0.5, -0.5, 0.25, -0.125));
                assertArrayEquals(expected, run.point().toArray(), 1e-6, phi.potential() + ", " + rule + ": " + run);
                assertEquals(0, run.point().get(2), phi.potential() + ": " + run);
                assertEquals(least, run.last().value(), 1e-14);
                assertTrue(run.last().iteration() < 300, run::toString);
            }
        }
    }

    /** Without the term in the prediction, Armijo's rule would refuse every step there or see an ascent. */
    @Test
    void aRunStopsAtRoundingLevelAndNotByItsBudget() {
        for (Term term : List.of(Term.l1(0.375), Term.squares(0.5))) {
            for (StepRule rule : List.of(StepRule.armijo(), StepRule.relativeSmoothness())) {
                Run<Weights, Differential<Weights>> run = Descent.of(
                                Problems.bowl(7, C), Geometry.mirror(square(), term))
                        .step(rule)
                        .until(Stopping.iterations(3000))
                        .run(Vec.of(0.5, -0.5, 0.25, -0.125));
                assertInstanceOf(Outcome.Converged.class, run.outcome(), run::toString);
                assertTrue(run.last().decrement() < 1e-14, run::toString);
            }
        }
    }

    @Test
    void ridgeOptimaAreCertified() {
        for (Legendre<Weights, Differential<Weights>> phi : List.<Legendre<Weights, Differential<Weights>>>of(
                square(), Potentials.negativeEntropy(4), Potentials.burg(4))) {
            Run<Weights, Differential<Weights>> run = Descent.of(
                            Problems.bowl(0, C), Geometry.mirror(phi, Term.squares(0.5)))
                    .run(Vec.of(2, 0.5, 0.25, 0.125));
            Outcome.Certified end = assertInstanceOf(Outcome.Certified.class, run.outcome(), run::toString);
            double[] expected = new double[4];
            for (int i = 0; i < 4; i++) {
                expected[i] = C[i] / (C[i] + 0.5);
            }
            double least =
                    Problems.bowl(0, C).value(expected) + Term.squares(0.5).value(expected);
            assertTrue(run.last().value() - least <= end.gap() + 1e-15, run::toString);
            assertArrayEquals(expected, run.point().toArray(), 3e-4);
        }
    }

    /** x₊ = S(x − t∇f(x), tλ) with soft thresholding S. */
    @Test
    void withHalfTheSquaredNormItIsTheTextbooksSoftThresholding() {
        double t = 0.25;
        double lambda = 0.375;
        Descent<Weights, Differential<Weights>> method = Descent.of(
                        Problems.bowl(0, C), Geometry.mirror(square(), Term.l1(lambda)))
                .step(StepRule.constant(t))
                .until(Stopping.iterations(30));
        double[] x = {2, -1, 0.5, -0.25};
        Run<Weights, Differential<Weights>> run = method.run(Vec.of(x));
        for (int k = 0; k < 30; k++) {
            assertArrayEquals(x, run.trace().get(k).point().toArray(), 1e-15);
            for (int i = 0; i < 4; i++) {
                double v = x[i] - t * C[i] * (x[i] - 1);
                x[i] = Math.signum(v) * Math.max(0, Math.abs(v) - t * lambda);
            }
        }
    }

    /** F(x_k) − F(u) ≤ L·D(u, x₀)/k (Bauschke, Bolte and Teboulle 2017, theorem 1), L = 3 here. */
    @Test
    void theRateOfRelativeSmoothnessHolds() {
        Term term = Term.l1(0.375);
        double[] u = thresholded(0.375);
        double least = Problems.bowl(0, C).value(u) + term.value(u);
        double[] start = {4, -3, 2, -1};
        double distance = square().potential().bregman(u, start);
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.bowl(0, C), Geometry.mirror(square(), term))
                .step(StepRule.constant(1.0 / 3))
                .until(Stopping.iterations(50))
                .run(Vec.of(start));
        double previous = Double.POSITIVE_INFINITY;
        for (int k = 1; k <= 50; k++) {
            double value = run.trace().get(k).value();
            assertTrue(value - least <= 3 * distance / k, "iterate " + k);
            assertTrue(value <= previous);
            previous = value;
        }
    }

    /** From (2, −1), where f = 7 + ½(1 + 1·4), ∇f = (1, −2) and r = 1.5. */
    @Test
    void aSearchSeesTheWholeObjective() {
        Objective<Weights, Differential<Weights>> f = Problems.bowl(7, 1, 1);
        Legendre<Weights, Differential<Weights>> phi = Potentials.halfSquaredNorm(2);
        Run<Weights, Differential<Weights>> run = Descent.of(f, Geometry.mirror(phi, Term.l1(0.5)))
                .step(search -> {
                    assertTrue(search.move(0.5));
                    // x(t) = (1.25, 0): ⟨g, d⟩ = −0.75 − 2, r falls from 1.5 to 0.625.
                    assertEquals(-2.75 - 0.875, search.linear(), 1e-15);
                    assertEquals(7 + 0.5 * (0.0625 + 1) + 0.625, search.trialValue(), 1e-15);
                    // ∇f there is (0.25, −1).
                    assertEquals(0.25 * -0.75 - 1 - 0.875, search.trialSlope(), 1e-15);
                    assertEquals(0.5 * (0.5625 + 1), search.divergence(), 1e-15);
                    // x(t) = (0, 2), across 0: ⟨g, d⟩ = −2 − 6, r falls from 1.5 to 1; ∇f there is (−1, 1).
                    assertTrue(search.move(2));
                    assertEquals(-8.5, search.linear(), 1e-15);
                    assertEquals(4.5, search.trialSlope(), 1e-15);
                    return Optional.of(new Outcome.Converged("seen"));
                })
                .run(Vec.of(2, -1));
        assertEquals("seen", run.outcome().reason());
        assertEquals(7 + 2.5 + 1.5, run.last().value(), 1e-15);
        // ½((1 + ½)² + (−2 − ½)²)
        assertEquals(0.5 * (2.25 + 6.25), run.last().decrement(), 1e-15);
        assertEquals(Vec.of(1, -2), run.state().differential());
    }

    /** The gap against the greatest g(x − u) + r(x) − r(u) on a grid, in one dimension. */
    @Test
    void theGapIsTheGreatestDecreaseThatTheLinearModelAllows() {
        SplittableRandom random = new SplittableRandom(5);
        double[][] boxes = {{-1, 2}, {0, 3}, {0.5, 1}, {-2, 0.25}};
        for (double[] box : boxes) {
            Legendre<Weights, Differential<Weights>> phi =
                    Potentials.fermiDirac(new double[] {box[0]}, new double[] {box[1]});
            for (Term term : List.of(Term.l1(0.75), Term.squares(1.5), Term.squares(0), Term.l1(0))) {
                Geometry<Weights, Differential<Weights>> geometry = Geometry.mirror(phi, term);
                for (int k = 0; k < 40; k++) {
                    double[] x = {random.nextDouble(box[0], box[1])};
                    double[] g = {random.nextDouble(-4, 4)};
                    double greatest = 0;
                    for (int j = 0; j <= 3000; j++) {
                        double[] u = {box[0] + (box[1] - box[0]) * (j / 3000.0)};
                        greatest = Math.max(greatest, g[0] * (x[0] - u[0]) + term.value(x) - term.value(u));
                    }
                    double gap = geometry.gap(x, g);
                    assertTrue(gap >= greatest - 1e-13, term + " on " + phi.potential());
                    assertEquals(greatest, gap, 3e-3, term + " on " + phi.potential());
                }
            }
        }
        Geometry<Weights, Differential<Weights>> line = Geometry.mirror(square(), Term.l1(1));
        assertEquals(Double.POSITIVE_INFINITY, line.gap(new double[4], new double[] {0, 2, 0, 0}));
        assertEquals(3.5, line.gap(new double[] {1, -2, 0, 0}, new double[] {0.5, -0.0, 0, 1}));
    }

    /** Two points of a step 1e-9 apart: the terms of the prediction cancel to second order at the optimum, its parts do not. */
    @Test
    void thePredictionKeepsItsAccuracyNearTheOptimum() {
        Curve curve = Geometry.mirror(Potentials.<Weights, Differential<Weights>>halfSquaredNorm(3), Term.l1(0.5))
                .curve();
        double[] x0 = {1, -2, 0};
        curve.begin(x0, x0, new double[] {-0.5 + 1e-9, 0.5, 0.25});
        double[] tangential = new double[3];
        curve.tangential(new double[] {-0.5 + 1e-9, 0.5, 0.25}, tangential);
        assertArrayEquals(new double[] {1e-9, 0, 0}, tangential, 1e-16);
        assertEquals(0, curve.excess(new double[] {1 + 1e-9, -2 - 1e-9, 0}));
        // Where x₀ = 0 the subgradient is −¼, and ½|x| + ¼x is left.
        assertEquals(0.75 * 1e-9, curve.excess(new double[] {1, -2, 1e-9}), 1e-24);
        assertEquals(2 * 0.5 * 0.25, curve.excess(new double[] {-0.25, -2, 0}), 1e-16);
    }

    @Test
    void theIndicatorOfASetIsThatConstraint() {
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(6);
        Geometry<Weights, Differential<Weights>> composite =
                Geometry.mirror(burg, Term.indicator(Constraint.simplex()));
        Run<Weights, Differential<Weights>> a = Descent.of(Problems.design(), composite)
                .until(Stopping.iterations(20))
                .run(Problems.uniform(6));
        Run<Weights, Differential<Weights>> b = Descent.of(Problems.design(), Problems.burgSimplex(6))
                .until(Stopping.iterations(20))
                .run(Problems.uniform(6));
        assertEquals(b.last().value(), a.last().value());
        assertEquals(b.last().gap(), a.last().gap());
        assertEquals(b.point(), a.point());
        assertEquals(Optional.empty(), composite.term());
    }

    /** What a problem knows of its own gap is no bound for the sum with a term. */
    @Test
    void theGapOfTheObjectiveAloneIsNotTaken() {
        Objective<Weights, Differential<Weights>> bowl = Problems.bowl(0, C);
        Objective<Weights, Differential<Weights>> knowing = new Objective<>() {
            @Override
            public int size() {
                return 4;
            }

            @Override
            public double value(double[] x) {
                return bowl.value(x);
            }

            @Override
            public double gradient(double[] x, double[] out) {
                return bowl.gradient(x, out);
            }

            @Override
            public double gap(double[] x, double[] g) {
                return bowl.value(x);
            }
        };
        Run<Weights, Differential<Weights>> run = Descent.of(knowing, Geometry.mirror(square(), Term.l1(0.375)))
                .until(Stopping.iterations(0))
                .run(Vec.of(1, 1, 1, 1));
        assertEquals(0.375 * 4, run.last().gap());
        Run<Weights, Differential<Weights>> alone = Descent.of(knowing, Geometry.mirror(square()))
                .until(Stopping.iterations(0))
                .run(Vec.of(1, 1, 1, 1));
        assertEquals(0, alone.last().gap());
    }

    @Test
    void refusalsNameThePairsThereAre() {
        Legendre<Weights, Differential<Weights>> norm = Potentials.powerNorm(4, 1.5);
        DomainException refusal = assertThrows(DomainException.class, () -> Geometry.mirror(norm, Term.squares(1)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("with any separable map"), refusal::getMessage);
        Geometry<Weights, Differential<Weights>> burg =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(4), Term.l1(1));
        assertThrows(
                DomainException.class,
                () -> Descent.of(Problems.bowl(0, C), burg).run(Vec.of(1, 1, 0, 1)));
        Run<Weights, Differential<Weights>> beyond = Descent.of(
                        Problems.bowl(0, C), Geometry.mirror(square(), Term.squares(1e300)))
                .run(Vec.of(1e10, 0, 0, 0));
        assertTrue(
                beyond.outcome().reason().contains("the term of the composite objective is Infinity"),
                beyond::toString);
    }
}
