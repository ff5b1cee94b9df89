package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Mirror-prox and optimistic steps on monotone operators. */
class SaddlePointTest {
    private static final double[][] ROCK_PAPER_SCISSORS = {{0, -1, 1}, {1, 0, -1}, {-1, 1, 0}};

    @Test
    void theGapOfAMatrixGameStaysUnderItsBound() {
        for (int[] size : new int[][] {{3, 3}, {10, 40}, {2, 7}}) {
            int m = size[0];
            int n = size[1];
            for (Scheme scheme : new Scheme[] {Scheme.mirrorProx(1), Scheme.mirrorProx()}) {
                Run<Weights, Differential<Weights>> run = Descent.of(
                                Games.of(Games.random(m, n, 11)), Games.simplices(m, n))
                        .by(scheme)
                        .until(Stopping.iterations(300))
                        .run(Games.uniform(m, n));
                double steps = 0;
                for (int k = 1; k <= 300; k++) {
                    Iterate<Weights> iterate = run.trace().get(k);
                    steps += iterate.step();
                    assertTrue(iterate.value() <= (Math.log(m) + Math.log(n)) / steps, scheme + ", iterate " + k);
                    // The Frank–Wolfe gap of the operator is that of the game.
                    assertEquals(iterate.value(), iterate.gap(), 1e-15);
                }
                // A search never does with less than half of what the Lipschitz constant allows.
                assertTrue(steps >= 150, run::toString);
                assertTrue(run.last().value() > 0);
            }
        }
    }

    /** w ∝ z exp(−tF(z)), z₊ ∝ z exp(−tF(w)), averages of w. */
    @Test
    void withTheEntropyItIsTheTextbooksLoop() {
        double[][] a = Games.random(3, 2, 5);
        Objective<Weights, Differential<Weights>> game = Games.of(a);
        Run<Weights, Differential<Weights>> run = Descent.of(game, Games.simplices(3, 2))
                .by(Scheme.mirrorProx(0.75))
                .until(Stopping.iterations(50))
                .run(Games.uniform(3, 2));
        double[] z = Games.uniform(3, 2).toArray();
        double[] sum = new double[5];
        double[] g = new double[5];
        for (int k = 0; k < 50; k++) {
            game.gradient(z, g);
            double[] w = step(z, g);
            game.gradient(w, g);
            z = step(z, g);
            double[] mean = new double[5];
            for (int i = 0; i < 5; i++) {
                sum[i] += w[i];
                mean[i] = sum[i] / (k + 1);
            }
            assertArrayEquals(mean, run.trace().get(k + 1).point().toArray(), 1e-14);
            assertEquals(1 + 3 * (k + 1), run.trace().get(k + 1).oracleCalls());
        }
    }

    private static double[] step(double[] z, double[] g) {
        double[] w = new double[5];
        for (int from = 0, to = 3; from < 5; from = to, to = 5) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                w[i] = z[i] * Math.exp(-0.75 * g[i]);
                sum += w[i];
            }
            for (int i = from; i < to; i++) {
                w[i] /= sum;
            }
        }
        return w;
    }

    /** For an operator of Lipschitz constant 4, steps of at most ¼; a search finds them, and at a solution it stays at rest. */
    @Test
    void aSearchAdaptsToTheOperator() {
        double[][] a = Games.random(3, 3, 7);
        for (double[] row : a) {
            for (int j = 0; j < 3; j++) {
                row[j] *= 64;
            }
        }
        Run<Weights, Differential<Weights>> run = Descent.of(Games.of(a), Games.simplices(3, 3))
                .by(Scheme.mirrorProx())
                .until(Stopping.iterations(400))
                .run(Games.uniform(3, 3));
        double steps = 0;
        for (int k = 1; k <= 400; k++) {
            steps += run.trace().get(k).step();
            assertTrue(run.trace().get(k).step() < 0.5);
            assertTrue(run.trace().get(k).value() <= 2 * Math.log(3) / steps, "iterate " + k);
        }
        assertTrue(steps >= 400.0 / 128, "steps " + steps);
        Run<Weights, Differential<Weights>> rest = Descent.of(Games.of(ROCK_PAPER_SCISSORS), Games.simplices(3, 3))
                .by(Scheme.mirrorProx())
                .until(Stopping.iterations(2000))
                .run(Games.uniform(3, 3));
        assertEquals(2000, rest.last().iteration());
        assertTrue(Double.isFinite(rest.last().step()));
        assertEquals(0, rest.last().value(), 1e-16);
    }

    /** Φ(p, q) = ½(p − 1)² + pq − ½(q + 2)²: an operator on the plane, (p − 1 + q, −p + q + 2). */
    @Test
    void aSmoothSaddlePointIsFoundOnThePlane() {
        Objective<Weights, Differential<Weights>> saddle = Objective.of(
                2,
                x -> Math.hypot(x.get(0) - 1.5, x.get(1) + 0.5),
                x -> Vec.of(x.get(0) - 1 + x.get(1), -x.get(0) + x.get(1) + 2));
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(2);
        for (Scheme scheme : new Scheme[] {Scheme.mirrorProx(0.5), Scheme.mirrorProx()}) {
            Run<Weights, Differential<Weights>> run = Descent.of(saddle, Geometry.mirror(square))
                    .by(scheme)
                    .until(Stopping.iterations(2000))
                    .run(Vec.of(5, 5));
            assertTrue(run.last().value() < 0.02, run::toString);
        }
        Run<Weights, Differential<Weights>> optimistic = Descent.of(saddle, Geometry.mirror(square))
                .by(Scheme.optimistic())
                .step(StepRule.constant(0.25))
                .until(Stopping.iterations(200))
                .run(Vec.of(5, 5));
        assertEquals(0, optimistic.last().value(), 1e-13);
        assertEquals(201, optimistic.last().oracleCalls());
    }

    /** x₊ = x − t(2F(x) − F(x₋)); on pq the plain iterates go astray. */
    @Test
    void optimisticStepsConvergeWherePlainOnesCircle() {
        Objective<Weights, Differential<Weights>> bilinear =
                Objective.of(2, x -> Math.hypot(x.get(0), x.get(1)), x -> Vec.of(x.get(1), -x.get(0)));
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(2);
        Descent<Weights, Differential<Weights>> plain = Descent.of(bilinear, Geometry.mirror(square))
                .step(StepRule.constant(0.25))
                .until(Stopping.iterations(1000));
        Run<Weights, Differential<Weights>> run = plain.by(Scheme.optimistic()).run(Vec.of(1, 2));
        double[] x = {1, 2};
        double[] before = {2, -1};
        for (int k = 0; k < 100; k++) {
            assertArrayEquals(x, run.trace().get(k).point().toArray(), 1e-14);
            double[] g = {x[1], -x[0]};
            for (int i = 0; i < 2; i++) {
                x[i] -= 0.25 * (2 * g[i] - before[i]);
            }
            before = g;
        }
        assertTrue(run.last().value() < 1e-12, run::toString);
        assertTrue(plain.run(Vec.of(1, 2)).last().value() > 1e6);
    }

    @Test
    void theFailuresAreDiagnosed() {
        assertThrows(DomainException.class, () -> Scheme.mirrorProx(0));
        assertThrows(DomainException.class, () -> Scheme.mirrorProx(Double.NaN));
        DomainException rule = assertThrows(
                DomainException.class,
                () -> Descent.of(Games.of(ROCK_PAPER_SCISSORS), Games.simplices(3, 3))
                        .by(Scheme.mirrorProx(1))
                        .step(StepRule.armijo()));
        assertTrue(
                String.valueOf(rule.getMessage()).contains("mirror-prox with the step 1.0 has its own step lengths"));
        Objective<Weights, Differential<Weights>> broken =
                Objective.of(2, x -> 0, x -> x.get(0) == 1 ? Vec.of(-1, -1) : Vec.of(Double.MAX_VALUE, 1));
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(2);
        Run<Weights, Differential<Weights>> out = Descent.of(broken, Geometry.mirror(burg))
                .by(Scheme.mirrorProx(5))
                .run(Vec.of(1, 1));
        assertInstanceOf(Outcome.Failed.class, out.outcome());
        assertTrue(out.outcome().reason().contains("leaves the domain: dual point"), out::toString);
    }
}
