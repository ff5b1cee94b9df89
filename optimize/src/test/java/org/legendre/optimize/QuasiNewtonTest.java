package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class QuasiNewtonTest {
    private static final Legendre<Weights, Differential<Weights>> SQUARE = Potentials.halfSquaredNorm(4);

    /** ½(x − c)ᵀQ(x − c). */
    private static final double[][] Q = {{4, 1, 0, 1}, {1, 3, 1, 0}, {0, 1, 2, 1}, {1, 0, 1, 5}};

    private static final double[] C = {-1, 1, 4, 1.5};

    private static final Objective<Weights, Differential<Weights>> FORM = Objective.of(
            4,
            x -> {
                double sum = 0;
                for (int i = 0; i < 4; i++) {
                    for (int j = 0; j < 4; j++) {
                        sum += 0.5 * (x.get(i) - C[i]) * Q[i][j] * (x.get(j) - C[j]);
                    }
                }
                return sum;
            },
            x -> Vec.generate(4, i -> {
                double sum = 0;
                for (int j = 0; j < 4; j++) {
                    sum += Q[i][j] * (x.get(j) - C[j]);
                }
                return sum;
            }));

    private static double rosenbrock(double[] x) {
        double sum = 0;
        for (int i = 0; i + 1 < x.length; i++) {
            sum += 100 * Math.pow(x[i + 1] - x[i] * x[i], 2) + Math.pow(1 - x[i], 2);
        }
        return sum;
    }

    private static Objective<Weights, Differential<Weights>> valley() {
        return Objective.of(4, x -> rosenbrock(x.toArray()), x -> {
            double[] g = new double[4];
            for (int i = 0; i < 3; i++) {
                double bend = x.get(i + 1) - x.get(i) * x.get(i);
                g[i] += -400 * x.get(i) * bend - 2 * (1 - x.get(i));
                g[i + 1] += 200 * bend;
            }
            return Vec.of(g);
        });
    }

    /** The inverse updated as a full matrix, H ← (I − ρszᵀ)H(I − ρzsᵀ) + ρssᵀ (Nocedal and Wright 2006, equation 6.17), from γI each time. */
    private static double[] direction(List<double[]> s, List<double[]> z, int pairs, double[] g) {
        int n = g.length;
        double[][] h = new double[n][n];
        int last = s.size() - 1;
        for (int i = 0; i < n; i++) {
            h[i][i] = dot(s.get(last), z.get(last)) / dot(z.get(last), z.get(last));
        }
        for (int k = Math.max(0, s.size() - pairs); k < s.size(); k++) {
            double rho = 1 / dot(s.get(k), z.get(k));
            double[][] left = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    left[i][j] = (i == j ? 1 : 0) - rho * s.get(k)[i] * z.get(k)[j];
                }
            }
            double[][] next = new double[n][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    next[i][j] = rho * s.get(k)[i] * s.get(k)[j];
                    for (int a = 0; a < n; a++) {
                        for (int b = 0; b < n; b++) {
                            next[i][j] += left[i][a] * h[a][b] * left[j][b];
                        }
                    }
                }
            }
            h = next;
        }
        double[] d = new double[n];
        for (int i = 0; i < n; i++) {
            d[i] = -dot(h[i], g);
        }
        return d;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    @Test
    void eachStepIsThatOfTheMatrixFormula() {
        for (int pairs : new int[] {1, 3, 50}) {
            Descent<Weights, Differential<Weights>> method =
                    Descent.of(valley(), Geometry.mirror(SQUARE)).by(Scheme.quasiNewton(pairs));
            List<Iterate<Weights>> iterates = method.until(Stopping.iterations(25))
                    .run(Vec.of(-1.2, 1, -0.5, 2))
                    .trace()
                    .iterates();
            List<double[]> s = new ArrayList<>();
            List<double[]> z = new ArrayList<>();
            for (int k = 1; k < 25; k++) {
                double[] before = valley().gradient(iterates.get(k - 1).point()).toArray();
                double[] g = valley().gradient(iterates.get(k).point()).toArray();
                double[] step = iterates.get(k)
                        .point()
                        .minus(iterates.get(k - 1).point())
                        .toArray();
                double[] turn = new double[4];
                for (int i = 0; i < 4; i++) {
                    turn[i] = g[i] - before[i];
                }
                if (dot(step, turn) > 0) {
                    s.add(step);
                    z.add(turn);
                }
                double[] expected = direction(s, z, pairs, g);
                double[] actual = iterates.get(k + 1)
                        .point()
                        .minus(iterates.get(k).point())
                        .toArray();
                double t = iterates.get(k + 1).step();
                double length = Math.sqrt(dot(expected, expected));
                for (int i = 0; i < 4; i++) {
                    assertEquals(t * expected[i], actual[i], 1e-8 * t * length, pairs + " pairs, step " + k);
                }
            }
        }
    }

    @Test
    void theBottomOfTheValleyIsReached() {
        Run<Weights, Differential<Weights>> run = Descent.of(valley(), Geometry.mirror(SQUARE))
                .by(Scheme.quasiNewton(10))
                .until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(100)))
                .run(Vec.of(-1.2, 1, -0.5, 2));
        assertInstanceOf(Outcome.Converged.class, run.outcome(), run.toString());
        assertArrayEquals(new double[] {1, 1, 1, 1}, run.point().toArray(), 1e-9);
    }

    @Test
    void designsAndBetsAreCertifiedInAFewSteps() {
        for (Geometry<Weights, Differential<Weights>> geometry :
                List.of(Geometry.hellinger(6), Geometry.exponentiatedGradient(6), Problems.burgSimplex(6))) {
            Run<Weights, Differential<Weights>> run = Descent.of(Problems.design(), geometry)
                    .by(Scheme.quasiNewton(10))
                    .until(Stopping.gapBelow(1e-9).or(Stopping.iterations(1000)))
                    .run(Problems.uniform(6));
            assertInstanceOf(Outcome.Certified.class, run.outcome(), geometry + ": " + run);
            assertEquals(Problems.DESIGN_OPTIMUM, run.last().value(), 1e-9);
            Run<Weights, Differential<Weights>> gradients = Descent.of(Problems.design(), geometry)
                    .until(Stopping.gapBelow(1e-9)
                            .or(Stopping.iterations(2 * run.last().iteration())))
                    .run(Problems.uniform(6));
            assertInstanceOf(Outcome.Exhausted.class, gradients.outcome(), geometry + ": " + run + gradients);
        }
        Run<Weights, Differential<Weights>> bets = Descent.of(Problems.race(), Geometry.hellinger(4))
                .by(Scheme.quasiNewton(10))
                .until(Stopping.gapBelow(1e-12).or(Stopping.iterations(100)))
                .run(Problems.uniform(4));
        assertInstanceOf(Outcome.Certified.class, bets.outcome(), bets.toString());
        assertArrayEquals(Problems.RACE, bets.point().toArray(), 1e-6);
    }

    /** ½(x − c)ᵀQ(x − c) on a box: at the answer the conditions of Karush, Kuhn and Tucker hold, with ends active on both sides. */
    @Test
    void activeEndsOfABoxAreFound() {
        double[] lower = {0, 0, 0, 0};
        double[] upper = {2, 2, 2, 2};
        Run<Weights, Differential<Weights>> run = Descent.of(
                        FORM, Geometry.mirror(SQUARE, Constraint.box(lower, upper)))
                .by(Scheme.quasiNewton(5))
                .until(Stopping.gapBelow(1e-12).or(Stopping.iterations(60)))
                .run(Vec.of(1, 1, 1, 1));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        double[] g = FORM.gradient(run.point()).toArray();
        int active = 0;
        for (int i = 0; i < 4; i++) {
            double x = run.point().get(i);
            if (x == 0) {
                active++;
                assertTrue(g[i] > 0);
            } else if (x == 2) {
                active++;
                assertTrue(g[i] < 0);
            } else {
                assertEquals(0, g[i], 1e-6);
            }
        }
        assertEquals(2, active, run.point().toString());
    }

    /** On the coordinates that are free the step is that of the matrix formula for the pairs restricted to them. */
    @Test
    void heldCoordinatesAreLeftOutOfThePairs() {
        double[] lower = {0, 0, 0, 0};
        double[] upper = {2, 2, 2, 2};
        List<Iterate<Weights>> iterates = Descent.of(FORM, Geometry.mirror(SQUARE, Constraint.box(lower, upper)))
                .by(Scheme.quasiNewton(9))
                .until(Stopping.decrementBelow(1e-8).or(Stopping.iterations(20)))
                .run(Vec.of(1, 1, 1, 1))
                .trace()
                .iterates();
        int restricted = 0;
        for (int k = 1; k + 1 < iterates.size(); k++) {
            double[] x = iterates.get(k).point().toArray();
            double[] g = FORM.gradient(iterates.get(k).point()).toArray();
            int[] free = IntStream.range(0, 4)
                    .filter(i -> !(x[i] == 0 && g[i] > 0) && !(x[i] == 2 && g[i] < 0))
                    .toArray();
            double[] move =
                    iterates.get(k + 1).point().minus(iterates.get(k).point()).toArray();
            double[] next = iterates.get(k + 1).point().toArray();
            if (free.length == 4 || Arrays.stream(free).anyMatch(i -> next[i] == 0 || next[i] == 2)) {
                continue;
            }
            List<double[]> s = new ArrayList<>();
            List<double[]> z = new ArrayList<>();
            for (int j = 0; j < k; j++) {
                s.add(pick(iterates.get(j + 1).point().minus(iterates.get(j).point()), free));
                z.add(pick(
                        FORM.gradient(iterates.get(j + 1).point())
                                .minus(FORM.gradient(iterates.get(j).point())),
                        free));
            }
            double[] expected = direction(s, z, 9, pick(Vec.<Differential<Weights>>of(g), free));
            double t = iterates.get(k + 1).step();
            for (int i = 0; i < free.length; i++) {
                assertEquals(
                        t * expected[i], move[free[i]], 1e-6 * t * Math.sqrt(dot(expected, expected)), "step " + k);
            }
            restricted++;
        }
        assertTrue(restricted >= 2, "restricted steps: " + restricted);
    }

    private static double[] pick(Vec<?> x, int[] entries) {
        return Arrays.stream(entries).mapToDouble(x::get).toArray();
    }

    /** The unit step is far too short for values of 1e-6 (x − 1)²: the search lengthens it, and the slope at each accepted point has flattened. */
    @Test
    void aShortStepIsLengthened() {
        Objective<Weights, Differential<Weights>> flat = Problems.bowl(0, 1e-6, 2e-6);
        Legendre<Weights, Differential<Weights>> plane = Potentials.halfSquaredNorm(2);
        Run<Weights, Differential<Weights>> run = Descent.of(flat, Geometry.mirror(plane))
                .step(StepRule.wolfe())
                .until(Stopping.iterations(1))
                .run(Vec.of(5, -3));
        Iterate<Weights> start = run.trace().get(0);
        Iterate<Weights> next = run.trace().get(1);
        Vec<Weights> step = next.point().minus(start.point());
        assertTrue(next.step() > 1000, "step " + next.step());
        double slope = flat.gradient(next.point()).dot(step);
        assertTrue(slope >= 0.9 * flat.gradient(start.point()).dot(step), "slope " + slope);
        double shorter = flat.gradient(start.point().plus(step.times(0.25))).dot(step);
        assertTrue(shorter < 0.9 * flat.gradient(start.point()).dot(step), "a quarter of it would have done");
        assertTrue(next.value()
                <= start.value() + 1e-4 * flat.gradient(start.point()).dot(step));
    }

    @Test
    void whatDoesNotGoTogetherIsRefusedInWords() {
        assertThrows(DomainException.class, () -> Scheme.quasiNewton(0));
        Descent<Weights, Differential<Weights>> natural = Descent.of(Problems.bowl(0, 1, 2), Geometry.euclidean(2));
        DomainException refusal = assertThrows(DomainException.class, () -> natural.by(Scheme.quasiNewton(3)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("smooth function"), refusal.getMessage());
    }

    @Test
    void anObjectiveThatFailsEndsTheRunWithItsReasonAndKeepsTheIterates() {
        int[] calls = new int[1];
        Objective<Weights, Differential<Weights>> failing =
                Objective.of(2, x -> Problems.bowl(0, 1, 30).value(x), x -> {
                    calls[0]++;
                    if (calls[0] == 6) {
                        throw new IllegalStateException("no more");
                    }
                    return Problems.bowl(0, 1, 30).gradient(x);
                });
        Legendre<Weights, Differential<Weights>> plane = Potentials.halfSquaredNorm(2);
        Run<Weights, Differential<Weights>> run = Descent.of(failing, Geometry.mirror(plane))
                .by(Scheme.quasiNewton(3))
                .run(Vec.of(5, -3));
        assertInstanceOf(Outcome.Failed.class, run.outcome(), run.toString());
        assertTrue(run.trace().size() >= 2, Arrays.toString(run.trace().column(Column.VALUE)));
    }
}
