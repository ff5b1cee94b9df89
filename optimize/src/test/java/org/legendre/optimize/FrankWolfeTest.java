package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.problem.DOptimalDesign;
import org.legendre.optimize.problem.LogOptimalPortfolio;

/** Frank–Wolfe steps, plain and with away steps. */
class FrankWolfeTest {
    /** ½‖x − c‖². */
    private static Objective<Weights, Differential<Weights>> distance(double... c) {
        return new Objective<>() {
            @Override
            public int size() {
                return c.length;
            }

            @Override
            public double value(double[] x) {
                double sum = 0;
                for (int i = 0; i < c.length; i++) {
                    sum += 0.5 * (x[i] - c[i]) * (x[i] - c[i]);
                }
                return sum;
            }

            @Override
            public double gradient(double[] x, double[] out) {
                for (int i = 0; i < c.length; i++) {
                    out[i] = x[i] - c[i];
                }
                return value(x);
            }
        };
    }

    private static Geometry<Weights, Differential<Weights>> plain(int n, Constraint set) {
        return Geometry.frankWolfe(n, set);
    }

    private static Geometry<Weights, Differential<Weights>> away(int n, Constraint set) {
        return Geometry.frankWolfeAway(n, set);
    }

    @Test
    void linearMinimisationReachesTheFrankWolfeGapInsideTheSet() {
        SplittableRandom random = new SplittableRandom(1);
        double[] middle = {0.125, 0.25, 0.125, 0.125, 0.25, 0.125};
        double[] pair = {0.25, 0.75, 0.5, 0.125, 0.125, 0.25};
        double[] matrix = {0.5, 0.125, 0.25, 0, 0.0625, 0.25};
        double[] caps = {0.5, 0.25, 0.75, 0.125, 0.25, 0.25};
        double[] lower = {0, -1, 0, -2, 0, 0};
        double[] upper = {1, 1, 2, 1, 0.5, 1};
        List<Constraint> sets = List.of(
                Constraint.simplex(),
                Constraint.cappedSimplex(caps),
                Constraint.box(lower, upper),
                Constraint.l1Ball(1.5),
                Constraint.simplices(2, 4),
                Constraint.spectrahedron(3));
        for (Constraint set : sets) {
            double[] x = set instanceof Simplices ? pair : set instanceof Spectrahedron ? matrix : middle;
            for (int k = 0; k < 300; k++) {
                // Ties and zeros included.
                double[] g = k % 2 == 0
                        ? random.ints(6, -2, 3).asDoubleStream().toArray()
                        : random.doubles(6, -1, 1).toArray();
                double[] s = new double[6];
                assertTrue(set.minimise(g, s));
                assertTrue(set.diagnose(s).isEmpty(), set + ": " + set.diagnose(s) + Arrays.toString(s));
                double difference = 0;
                for (int i = 0; i < 6; i++) {
                    difference += g[i] * (x[i] - s[i]);
                }
                assertEquals(set.gap(x, g), difference, 4e-15, set.toString());
            }
        }
        double[] out = new double[1];
        double[] open = {Double.POSITIVE_INFINITY};
        Constraint ray = Constraint.box(new double[] {0}, open);
        assertTrue(ray.minimise(new double[] {1}, out));
        assertTrue(ray.minimise(new double[] {0}, out));
        assertTrue(!ray.minimise(new double[] {-1}, out));
    }

    /** x ← x + 2/(k + 2)·(s − x), with the bound 2C/(k + 2): C is the squared diameter, 2 on the simplex and (2r)² on the ball. */
    @Test
    void theOpenLoopIsTheTextbookLoopAndKeepsItsBound() {
        double[] c = {0.5, 0.75, -0.25, 0.125};
        double[] onSimplex = {0.375, 0.625, 0, 0};
        double[] onBall = {0.375, 0.625, 0, 0};
        Objective<Weights, Differential<Weights>> f = distance(c);
        for (boolean ball : new boolean[] {false, true}) {
            Constraint set = ball ? Constraint.l1Ball(1) : Constraint.simplex();
            double optimum = f.value(ball ? onBall : onSimplex);
            Run<Weights, Differential<Weights>> run = Descent.of(f, plain(4, set))
                    .step(StepRule.openLoop())
                    .until(Stopping.iterations(300))
                    .run(Problems.uniform(4));
            double[] x = Problems.uniform(4).toArray();
            for (int k = 0; k < 300; k++) {
                Iterate<Weights> iterate = run.trace().get(k);
                assertArrayEquals(x, iterate.point().toArray(), 1e-15, "step " + k);
                double bound = 2.0 * (ball ? 4 : 2) / (k + 2);
                assertTrue(k == 0 || iterate.value() - optimum <= bound, "step " + k);
                assertTrue(iterate.value() - optimum <= iterate.gap() + 1e-15);
                assertEquals(iterate.gap(), 2 * iterate.decrement());
                int best = 0;
                for (int i = 0; i < 4; i++) {
                    double g = x[i] - c[i];
                    double least = x[best] - c[best];
                    best = (ball ? -Math.abs(g) < -Math.abs(least) : g < least) ? i : best;
                }
                double sign = ball && x[best] - c[best] > 0 ? -1 : 1;
                for (int i = 0; i < 4; i++) {
                    x[i] += 2 / (k + 2.0) * ((i == best ? sign : 0) - x[i]);
                }
            }
        }
    }

    /** Algorithm 1 of Lacoste-Julien and Jaggi (2015) for ½‖x − c‖², whose exact step is −⟨g, d⟩/‖d‖². */
    @Test
    void awayStepsAreTheTextbookLoopAndDropToExactZeros() {
        double[] c = {0.5, 0.4, 0.2, -0.1, 0.15};
        Objective<Weights, Differential<Weights>> f = distance(c);
        Run<Weights, Differential<Weights>> run = Descent.of(f, away(5, Constraint.simplex()))
                .step(StepRule.exact(1e-9))
                .until(Stopping.gapBelow(1e-13).or(Stopping.iterations(200)))
                .run(Problems.uniform(5));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        double[] x = Problems.uniform(5).toArray();
        double[] d = new double[5];
        int drops = 0;
        for (int k = 0; k < run.last().iteration(); k++) {
            assertArrayEquals(x, run.trace().get(k).point().toArray(), 1e-9, "step " + k);
            int best = 0;
            int worst = -1;
            for (int i = 0; i < 5; i++) {
                best = x[i] - c[i] < x[best] - c[best] ? i : best;
                worst = x[i] > 0 && (worst < 0 || x[i] - c[i] > x[worst] - c[worst]) ? i : worst;
            }
            double forward = 0;
            double backward = 0;
            for (int i = 0; i < 5; i++) {
                forward += (x[i] - c[i]) * (x[i] - (i == best ? 1 : 0));
                backward += (x[i] - c[i]) * ((i == worst ? 1 : 0) - x[i]);
            }
            boolean back = backward > forward;
            double square = 0;
            double slope = 0;
            for (int i = 0; i < 5; i++) {
                d[i] = back ? x[i] - (i == worst ? 1 : 0) : (i == best ? 1 : 0) - x[i];
                square += d[i] * d[i];
                slope += d[i] * (x[i] - c[i]);
            }
            double longest = back ? x[worst] / (1 - x[worst]) : 1;
            double t = Math.min(longest, -slope / square);
            for (int i = 0; i < 5; i++) {
                x[i] += t * d[i];
            }
            if (back && t == longest) {
                x[worst] = 0;
                drops++;
                assertEquals(0, run.trace().get(k + 1).point().get(worst), "step " + k);
            }
        }
        // The projection of c onto the simplex by its threshold, (0.5 + 0.4 + 0.2 + 0.15 − 1)/4.
        assertArrayEquals(
                new double[] {0.4375, 0.3375, 0.1375, 0, 0.0875}, run.point().toArray(), 1e-7);
        assertTrue(drops > 0);
    }

    private static Objective<Weights, Differential<Weights>> portfolio() {
        SplittableRandom random = new SplittableRandom(11);
        double[][] relatives = new double[60][];
        Arrays.setAll(relatives, t -> random.doubles(12, 0.6, 1.5).toArray());
        return LogOptimalPortfolio.of(relatives);
    }

    private static Objective<Weights, Differential<Weights>> design() {
        SplittableRandom random = new SplittableRandom(12);
        double[][] rows = new double[3][];
        Arrays.setAll(rows, i -> random.doubles(40, -1, 1).toArray());
        return DOptimalDesign.of(rows);
    }

    /** Without away steps the optimum inside a face is approached in zigzag, as 1/k; with them the gap falls by a factor every few steps. */
    @Test
    void awayStepsMakeTheRateLinear() {
        for (Objective<Weights, Differential<Weights>> f : List.of(portfolio(), design())) {
            int n = f.size();
            Stopping stopping = Stopping.gapBelow(1e-12).or(Stopping.iterations(400));
            Run<Weights, Differential<Weights>> with = Descent.of(f, away(n, Constraint.simplex()))
                    .step(StepRule.exact())
                    .until(stopping)
                    .run(Problems.uniform(n));
            Run<Weights, Differential<Weights>> without = Descent.of(f, plain(n, Constraint.simplex()))
                    .step(StepRule.exact())
                    .until(stopping)
                    .run(Problems.uniform(n));
            assertInstanceOf(Outcome.Certified.class, with.outcome(), f + ": " + with);
            assertInstanceOf(Outcome.Exhausted.class, without.outcome(), f + ": " + without);
            assertTrue(without.last().gap() > 1e-6, f + ": " + without.last().gap());
            double[] gaps = with.trace().column(Column.GAP);
            int steps = gaps.length - 1;
            // Once the face is found, each quarter of the run gains as much, within a factor: no flattening.
            double decades = Math.log(gaps[steps / 2] / gaps[steps]);
            double last = Math.log(gaps[3 * steps / 4] / gaps[steps]);
            assertTrue(last > decades / 5 && last < 4 * decades / 5, f + ": " + last + " of " + decades);
            assertTrue(decades > Math.log(1e4), f + ": " + decades);
        }
    }

    @Test
    void theStepIsExactUnlessAnotherIsSet() {
        Objective<Weights, Differential<Weights>> f = design();
        int n = f.size();
        for (Geometry<Weights, Differential<Weights>> geometry :
                List.of(away(n, Constraint.simplex()), plain(n, Constraint.simplex()))) {
            Descent<Weights, Differential<Weights>> method =
                    Descent.of(f, geometry).until(Stopping.iterations(30));
            Vec<Weights> expected =
                    method.step(StepRule.exact()).run(Problems.uniform(n)).point();
            assertEquals(expected, method.run(Problems.uniform(n)).point());
            assertNotEquals(
                    expected,
                    method.step(StepRule.armijo()).run(Problems.uniform(n)).point());
        }
    }

    @Test
    void iteratesStayInTheSetAndValuesNeverRise() {
        for (Objective<Weights, Differential<Weights>> f : List.of(portfolio(), design())) {
            int n = f.size();
            for (Constraint set : List.of(Constraint.simplex(), Constraint.simplices(n / 4, n - n / 4))) {
                Vec<Weights> start = set instanceof Simplex
                        ? Problems.uniform(n)
                        : Vec.generate(n, i -> i < n / 4 ? 4.0 / n : 1.0 / (n - n / 4));
                for (StepRule rule : List.of(StepRule.exact(), StepRule.armijoFrom(1), StepRule.armijo())) {
                    Run<Weights, Differential<Weights>> run = Descent.of(f, away(n, set))
                            .step(rule)
                            .until(Stopping.iterations(300))
                            .run(start);
                    int zeros = 0;
                    for (Iterate<Weights> iterate : run.trace().iterates()) {
                        double[] x = iterate.point().toArray();
                        assertTrue(set.diagnose(x).isEmpty(), set + ", " + rule + ": " + set.diagnose(x));
                        double sum = Arrays.stream(x).sum();
                        assertEquals(set instanceof Simplex ? 1 : 2, sum, 1e-14);
                        zeros = (int) Arrays.stream(x).filter(e -> e == 0).count();
                        assertTrue(iterate.iteration() == 0 || iterate.change() <= f.resolution(iterate.value()));
                    }
                    assertTrue(zeros >= n / 4, f + " on " + set + " by " + rule + " has " + zeros + " zeros");
                }
            }
        }
    }

    /** Two simplices at once: the projection onto each. */
    @Test
    void aProductOfSimplicesIsSolvedInAllItsParts() {
        Objective<Weights, Differential<Weights>> f = distance(0.75, 0.5, -1, 0.25, 2, 0.5, 1.75);
        Run<Weights, Differential<Weights>> run = Descent.of(f, away(7, Constraint.simplices(3, 4)))
                .step(StepRule.exact())
                .until(Stopping.gapBelow(1e-13).or(Stopping.iterations(1000)))
                .run(Vec.generate(7, i -> i < 3 ? 1 / 3.0 : 0.25));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        assertArrayEquals(
                new double[] {0.625, 0.375, 0, 0, 0.625, 0, 0.375}, run.point().toArray(), 1e-7);
    }

    /** The projection of (2.5, 1.25, −1) onto {Σ = 2} has the threshold 7/8, that of (0.5, 0.375) onto {Σ = ½} the threshold 3/16. */
    @Test
    void totalsOtherThanOneAreKept() {
        Objective<Weights, Differential<Weights>> f = distance(2.5, 1.25, -1, 0.5, 0.375);
        Constraint set = Constraint.simplices(new double[] {2, 0.5}, 3, 2);
        for (Geometry<Weights, Differential<Weights>> geometry : List.of(away(5, set), plain(5, set))) {
            Run<Weights, Differential<Weights>> run = Descent.of(f, geometry)
                    .step(StepRule.exact())
                    .until(Stopping.gapBelow(1e-3).or(Stopping.iterations(3000)))
                    .run(Vec.of(0.5, 0.5, 1, 0.25, 0.25));
            assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
            double[] x = run.point().toArray();
            assertArrayEquals(new double[] {1.625, 0.375, 0, 0.3125, 0.1875}, x, 0.05);
            for (Iterate<Weights> iterate : run.trace().iterates()) {
                assertTrue(set.diagnose(iterate.point().toArray()).isEmpty());
            }
        }
    }

    @Test
    void aStepBeyondTheEndOfTheCurveGoesToItsEnd() {
        Run<Weights, Differential<Weights>> run = Descent.of(distance(3, 0), plain(2, Constraint.simplex()))
                .step(StepRule.constant(7))
                .until(Stopping.iterations(1))
                .run(Vec.of(0.3, 0.7));
        assertEquals(1, run.last().step());
        assertArrayEquals(new double[] {1, 0}, run.point().toArray());
        assertEquals(0, run.last().gap());
    }

    /** A weight of rounding size, whose away step no value shows, is dropped and not taken for convergence. */
    @Test
    void weightsOfRoundingSizeAreDropped() {
        for (StepRule rule : List.of(StepRule.exact(), StepRule.armijoFrom(1))) {
            Run<Weights, Differential<Weights>> run = Descent.of(
                            distance(0.75, 0.5, -50), away(3, Constraint.simplex()))
                    .step(rule)
                    .until(Stopping.gapBelow(1e-13).or(Stopping.iterations(100)))
                    .run(Vec.of(0.5, 0.5, 1e-18));
            assertInstanceOf(Outcome.Certified.class, run.outcome(), rule + ": " + run);
            assertEquals(0, run.point().get(2));
        }
    }

    @Test
    void atTheOptimumTheRunHasConverged() {
        for (StepRule rule : List.of(StepRule.exact(), StepRule.armijoFrom(1))) {
            for (Geometry<Weights, Differential<Weights>> geometry :
                    List.of(plain(2, Constraint.simplex()), away(2, Constraint.simplex()))) {
                Run<Weights, Differential<Weights>> run = Descent.of(distance(3, 0), geometry)
                        .step(rule)
                        .until(Stopping.iterations(50))
                        .run(Vec.of(0.25, 0.75));
                assertInstanceOf(Outcome.Converged.class, run.outcome(), rule + ": " + run);
                assertEquals(0, run.last().gap());
            }
        }
    }

    private static void refused(String words, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(words), message);
    }

    @Test
    void whatDoesNotFitIsRefusedInWords() {
        double[] zero = {0};
        double[] open = {Double.POSITIVE_INFINITY};
        refused("linear minimisation", () -> plain(1, Constraint.box(zero, open)));
        refused("linear minimisation", () -> plain(2, Constraint.affine(new double[][] {{1, 1}}, new double[] {1})));
        refused("dimension", () -> plain(3, Constraint.simplices(2, 2)));
        refused("dimension", () -> plain(2, Constraint.box(zero, new double[] {1})));
        refused("dimension", () -> plain(0, Constraint.simplex()));
        refused("set of away steps", () -> away(2, Constraint.l1Ball(1)));
        refused("set of away steps", () -> away(2, Constraint.cappedSimplex(0.75, 0.75)));
        refused(
                "sum to 2.0",
                () -> Descent.of(distance(1, 1), away(2, Constraint.simplex())).run(Vec.of(1, 1)));
        refused("tolerance", () -> StepRule.exact(1));
        refused("tolerance", () -> StepRule.exact(Double.NaN));
        Run<Weights, Differential<Weights>> run = Descent.of(distance(3, 0), plain(2, Constraint.simplex()))
                .step(StepRule.relativeSmoothness())
                .run(Vec.of(0.5, 0.5));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(failed.reason().contains("no proximal term"), failed.reason());
    }

    @Test
    void stepsAllocateNothing() {
        int n = 2000;
        double[] g = new double[n];
        Arrays.setAll(g, i -> Math.sin(i));
        for (Constraint set : List.of(Constraint.simplex(), Constraint.simplices(n / 2, n / 2))) {
            double[] x0 = new double[n];
            Arrays.fill(x0, (set instanceof Simplex ? 1.0 : 2.0) / n);
            Curve curve = away(n, set).curve();
            double[] x = new double[n];
            double[] y = new double[0];
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long bytes = Long.MAX_VALUE;
            for (int k = 0; k < 5; k++) {
                long before = threads.getCurrentThreadAllocatedBytes();
                curve.begin(x0, y, g);
                assertTrue(curve.move(0.01, x, y) && curve.decrement() > 0);
                curve.tangential(g, x);
                bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
            }
            assertTrue(bytes < 2000, set + " allocates " + bytes + " bytes a step");
        }
    }

    /** The user's rule goes before the scheme's, that before the geometry's. */
    @Test
    void theRuleOfASchemeGoesBeforeThatOfTheGeometry() {
        Scheme fixed = new Scheme() {
            @Override
            public Motion motion(Stage stage) {
                return () -> stage.search(stage.curve());
            }

            @Override
            public Optional<StepRule> rule() {
                return Optional.of(StepRule.constant(0.25));
            }
        };
        Descent<Weights, Differential<Weights>> descent = Descent.of(
                        Problems.design(), Geometry.<Weights, Differential<Weights>>frankWolfe(6, Constraint.simplex()))
                .until(Stopping.iterations(1));
        Vec<Weights> start = Vec.generate(6, i -> 1 / 6.0);
        assertEquals(0.25, descent.by(fixed).run(start).last().step());
        assertEquals(
                0.5,
                descent.by(fixed).step(StepRule.constant(0.5)).run(start).last().step());
        double exact = descent.run(start).last().step();
        assertEquals(descent.step(StepRule.exact()).run(start).last().step(), exact);
        assertTrue(exact != 0.25, "the exact step is a quarter");
    }
}
