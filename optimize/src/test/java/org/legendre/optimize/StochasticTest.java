package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class StochasticTest {
    private static final double[] OPTIMUM = {0.5, 0.25, 0.25};

    private static LeastSquares problem() {
        return new LeastSquares(40, 0.5, OPTIMUM);
    }

    private static Geometry<Weights, Differential<Weights>> plane() {
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(3);
        return Geometry.mirror(square);
    }

    private static Sampling sampling(int batch, int steps) {
        return new Sampling(batch, steps, 99);
    }

    /** The loop of a textbook that draws from the same generator: x₊ ∝ x exp(−t g). */
    @Test
    void stepsAreThoseOfExponentiatedGradientOnTheBatch() {
        LeastSquares f = problem();
        Sampling sampling = sampling(4, 7);
        Run<Weights, Differential<Weights>> run = Descent.of(f, Geometry.exponentiatedGradient(3))
                .by(Scheme.stochastic(sampling, 0.5, 0.5))
                .until(Stopping.iterations(5))
                .run(Problems.uniform(3));
        double[] x = Problems.uniform(3).toArray();
        double[] g = new double[3];
        int[] indices = new int[4];
        int k = 0;
        for (int iteration = 0; iteration < 5; iteration++) {
            SplittableRandom random = sampling.after(iteration);
            for (int j = 0; j < 7; j++) {
                for (int i = 0; i < 4; i++) {
                    indices[i] = random.nextInt(80);
                }
                f.partial(x, indices, 4, g);
                k++;
                double sum = 0;
                for (int i = 0; i < 3; i++) {
                    x[i] *= Math.exp(-0.5 / Math.sqrt(k) * g[i]);
                    sum += x[i];
                }
                for (int i = 0; i < 3; i++) {
                    x[i] /= sum;
                }
            }
            assertArrayEquals(x, run.trace().get(iteration + 1).point().toArray(), 1e-14);
        }
    }

    /** The mean over seeds of F(x̄) − F* is below D/Σt + ½G²Σt²/Σt, G² bounding the mean square of a batch's differential at the points seen. */
    @Test
    void averagesObeyTheBoundInTheMean() {
        LeastSquares f = problem();
        double t = 0.05;
        int steps = 100;
        double excess = 0;
        double squares = 0;
        double[] g = new double[3];
        int[] one = new int[1];
        for (int seed = 0; seed < 40; seed++) {
            Run<Weights, Differential<Weights>> run = Descent.of(f, plane())
                    .by(Scheme.stochasticAverages(new Sampling(1, steps, seed), t, 0))
                    .until(Stopping.iterations(3))
                    .run(Vec.of(1, -1, 0));
            excess += (run.last().value() - f.value(OPTIMUM)) / 40;
        }
        for (int j = 0; j < 80; j++) {
            one[0] = j;
            f.partial(new double[] {1, -1, 0}, one, 1, g);
            squares += (g[0] * g[0] + g[1] * g[1] + g[2] * g[2]) / 80;
        }
        double distance = 0.5 * (0.25 + 1.5625 + 0.0625);
        // The start is the farthest point of the paths on the whole: there the squares are largest.
        double bound = distance / (3 * steps * t) + 0.5 * t * squares;
        assertTrue(excess > 0 && excess <= bound, excess + " > " + bound);
    }

    /** All inner points, weighted by their lengths. */
    @Test
    void theAverageIsOverAllBatchSteps() {
        LeastSquares f = problem();
        Run<Weights, Differential<Weights>> fine = Descent.of(f, plane())
                .by(Scheme.stochastic(sampling(2, 1), 0.5, 0.5))
                .until(Stopping.iterations(6))
                .run(Vec.of(1, -1, 0));
        Run<Weights, Differential<Weights>> averages = Descent.of(f, plane())
                .by(Scheme.stochasticAverages(sampling(2, 1), 0.5, 0.5))
                .until(Stopping.iterations(6))
                .run(Vec.of(1, -1, 0));
        double[] sum = new double[3];
        double weights = 0;
        for (int k = 0; k < 6; k++) {
            double t = 0.5 / Math.sqrt(k + 1.0);
            weights += t;
            for (int i = 0; i < 3; i++) {
                sum[i] += t * fine.trace().get(k).point().get(i);
                assertEquals(
                        sum[i] / weights, averages.trace().get(k + 1).point().get(i), 1e-14);
            }
            assertEquals(t, averages.trace().get(k + 1).step());
        }
        assertTrue(averages.state().dual().isEmpty() && fine.state().dual().isPresent());
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherDoesNot() {
        for (int run = 0; run < 2; run++) {
            assertEquals(
                    run(sampling(3, 10)).point(), run(new Sampling(3, 10, 99)).point());
        }
        assertNotEquals(
                run(sampling(3, 10)).point(), run(new Sampling(3, 10, 100)).point());
    }

    private static Run<Weights, Differential<Weights>> run(Sampling sampling) {
        return Descent.of(problem(), Geometry.exponentiatedGradient(3))
                .by(Scheme.stochastic(sampling, 0.1, 0))
                .until(Stopping.iterations(10))
                .run(Problems.uniform(3));
    }

    /** No number of a stretch of one generator is in that of a neighbour by seed or iterate, as it would be if they were shifts of each other. */
    @Test
    void neighbouringGeneratorsShareNothing() {
        Set<Long> seen = new HashSet<>();
        for (long seed = -2; seed <= 2; seed++) {
            for (int iteration = 0; iteration < 20; iteration++) {
                SplittableRandom random = new Sampling(1, 1, seed).after(iteration);
                for (int k = 0; k < 50; k++) {
                    assertTrue(seen.add(random.nextLong()), "seed " + seed + ", iterate " + iteration);
                }
            }
        }
    }

    /** 7 batches of 4 out of 80 are 28/80 of an objective, counted as 1, and the differential at the iterate is 1. */
    @Test
    void callsAreCountedInWholeObjectives() {
        LeastSquares f = problem();
        Run<Weights, Differential<Weights>> run = Descent.of(f, plane())
                .by(Scheme.stochastic(sampling(4, 7), 0.1, 0))
                .until(Stopping.iterations(10))
                .run(Vec.of(1, -1, 0));
        assertEquals(280, f.asked);
        assertEquals(1 + 10 * (1 + 1), run.last().oracleCalls());
        LeastSquares g = problem();
        Run<Weights, Differential<Weights>> reduced = Descent.of(g, plane())
                .by(Scheme.varianceReduced(sampling(8, 51), 0.1))
                .until(Stopping.iterations(10))
                .run(Vec.of(1, -1, 0));
        // The first of 51 steps is at the snapshot, the others take two batches of 8.
        assertEquals(10 * 50 * 16, g.asked);
        assertEquals(1 + 10 * (10 + 1), reduced.last().oracleCalls());
    }

    @Test
    void withReducedVarianceTheNoiseIsNoFloor() {
        LeastSquares f = problem();
        Run<Weights, Differential<Weights>> reduced = Descent.of(f, plane())
                .by(Scheme.varianceReduced(sampling(1, 160), 0.2))
                .until(Stopping.iterations(30))
                .run(Vec.of(1, -1, 0));
        assertEquals(f.value(OPTIMUM), reduced.last().value(), 1e-14);
        assertArrayEquals(OPTIMUM, reduced.point().toArray(), 1e-7);
        Run<Weights, Differential<Weights>> plain = Descent.of(f, plane())
                .by(Scheme.stochastic(sampling(1, 160), 0.2, 0))
                .until(Stopping.iterations(30))
                .run(Vec.of(1, -1, 0));
        assertTrue(plain.last().value() - f.value(OPTIMUM) > 1e-4, plain::toString);
        Run<Weights, Differential<Weights>> simplex = Descent.of(f, Geometry.exponentiatedGradient(3))
                .by(Scheme.varianceReduced(sampling(2, 80), 0.5))
                .until(Stopping.gapBelow(1e-9).or(Stopping.iterations(100)))
                .run(Problems.uniform(3));
        assertInstanceOf(Outcome.Certified.class, simplex.outcome(), simplex::toString);
    }

    /** Equal terms with their optimum at (1, 1, 1), the call of a given number refused. */
    private static FiniteSum<Weights, Differential<Weights>> equalTerms(int refused) {
        Objective<Weights, Differential<Weights>> bowl = Problems.bowl(0, 1, 1, 1);
        int[] calls = {0};
        return new FiniteSum<>() {
            @Override
            public int terms() {
                return 80;
            }

            @Override
            public int size() {
                return 3;
            }

            @Override
            public double partial(double[] x, int[] indices, int count, double[] out) {
                calls[0]++;
                if (calls[0] == refused) {
                    throw new IllegalStateException("not now");
                }
                return bowl.gradient(x, out);
            }

            @Override
            public double value(double[] x) {
                return bowl.value(x);
            }

            @Override
            public double gradient(double[] x, double[] out) {
                return bowl.gradient(x, out);
            }
        };
    }

    @Test
    void anEpochThatMovesNothingHasConverged() {
        Run<Weights, Differential<Weights>> run = Descent.of(equalTerms(0), plane())
                .by(Scheme.varianceReduced(sampling(2, 10), 0.5))
                .run(Vec.of(1, 1, 1));
        assertInstanceOf(Outcome.Converged.class, run.outcome(), run::toString);
        assertEquals(0, run.last().iteration());
    }

    /** The fourth batch fails; the next attempt counts its own ten only. */
    @Test
    void whatAFailedStepAskedForIsForgotten() {
        Engine<Weights, Differential<Weights>> engine =
                new Engine<>(equalTerms(4), plane(), Scheme.stochastic(sampling(8, 10), 0.1, 0), StepRule.constant(1));
        engine.start(new double[] {2, 2, 2});
        Outcome.Failed end = assertInstanceOf(Outcome.Failed.class, engine.advance());
        assertTrue(end.reason().contains("the differential of a batch of the objective threw"), end::reason);
        assertEquals(1, engine.row().oracleCalls());
        assertNull(engine.advance());
        assertEquals(1 + 1 + 1, engine.row().oracleCalls());
    }

    /** x₊ = x − t(∇f_B(x) − ∇f_B(x̃) + ∇f(x̃)), from the same generator. */
    @Test
    void varianceReducedStepsAreThoseOfTheTextbook() {
        LeastSquares f = problem();
        Sampling sampling = sampling(3, 20);
        Run<Weights, Differential<Weights>> run = Descent.of(f, plane())
                .by(Scheme.varianceReduced(sampling, 0.1))
                .until(Stopping.iterations(4))
                .run(Vec.of(1, -1, 0));
        double[] x = {1, -1, 0};
        double[] g = new double[3];
        double[] old = new double[3];
        double[] full = new double[3];
        for (int s = 0; s < 4; s++) {
            double[] snapshot = x.clone();
            f.gradient(snapshot, full);
            SplittableRandom random = sampling.after(s);
            int[] indices = new int[3];
            for (int j = 0; j < 20; j++) {
                if (j > 0) {
                    for (int i = 0; i < 3; i++) {
                        indices[i] = random.nextInt(80);
                    }
                }
                f.partial(x, indices, 3, g);
                f.partial(snapshot, indices, 3, old);
                for (int i = 0; i < 3; i++) {
                    x[i] -= 0.1 * (g[i] - old[i] + full[i]);
                }
            }
            assertArrayEquals(x, run.trace().get(s + 1).point().toArray(), 1e-14);
        }
    }

    @Test
    void refusalsAndFailuresAreInWords() {
        DomainException refusal = assertThrows(
                DomainException.class,
                () -> Descent.of(Problems.race(), Geometry.exponentiatedGradient(4))
                        .by(Scheme.varianceReduced(sampling(1, 1), 1)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("FiniteSum"), refusal::getMessage);
        assertThrows(
                DomainException.class,
                () -> Descent.of(Problems.race(), Geometry.exponentiatedGradient(4))
                        .by(Scheme.stochastic(sampling(1, 1), 1, 0)));
        assertThrows(DomainException.class, () -> new Sampling(0, 1, 1));
        assertThrows(DomainException.class, () -> new Sampling(1, 0, 1));
        assertThrows(DomainException.class, () -> Scheme.stochastic(sampling(1, 1), -1, 0));
        assertThrows(DomainException.class, () -> Scheme.stochastic(sampling(1, 1), 1, -1));
        assertThrows(DomainException.class, () -> Scheme.varianceReduced(sampling(1, 1), Double.NaN));
        LeastSquares broken = problem();
        broken.b[3] = Double.NaN;
        Run<Weights, Differential<Weights>> run = Descent.of(
                        new FiniteSum<Weights, Differential<Weights>>() {
                            @Override
                            public int terms() {
                                return 80;
                            }

                            @Override
                            public double partial(double[] x, int[] indices, int count, double[] out) {
                                return broken.partial(x, indices, count, out);
                            }

                            @Override
                            public int size() {
                                return 3;
                            }

                            @Override
                            public double value(double[] x) {
                                return 0;
                            }

                            @Override
                            public double gradient(double[] x, double[] out) {
                                return 0;
                            }
                        },
                        plane())
                .by(Scheme.stochastic(sampling(1, 1000), 0.1, 0))
                .run(Vec.of(1, 1, 1));
        assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(run.outcome().reason().contains("of a batch"), run::toString);
        assertEquals(1, run.last().oracleCalls());
    }
}
