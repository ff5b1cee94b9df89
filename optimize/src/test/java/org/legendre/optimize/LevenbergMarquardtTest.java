package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Adaptive damping: held to the textbook's loop, its count of calls, its answers to what goes wrong. */
class LevenbergMarquardtTest {
    private static final double[] TIMES = {0, 0.5, 1, 1.5, 2, 3, 4};

    /** ½|r|² with rᵢ = a exp(−bτᵢ) − yᵢ for y of a = 3, b = 0.7 with errors; +∞ for b ≥ 20, as if that were another domain. It counts what it is asked. */
    private static final class Decay implements Objective<Weights, Differential<Weights>> {
        private int calls;
        private final List<double[]> asked = new ArrayList<>();

        @Override
        public int size() {
            return 2;
        }

        static double[] residuals(double[] x) {
            return Arrays.stream(TIMES)
                    .map(t -> x[0] * Math.exp(-x[1] * t) - 3 * Math.exp(-0.7 * t) - 0.1 * Math.sin(7 * t))
                    .toArray();
        }

        static double[][] jacobian(double[] x) {
            return Arrays.stream(TIMES)
                    .mapToObj(t -> new double[] {Math.exp(-x[1] * t), -t * x[0] * Math.exp(-x[1] * t)})
                    .toArray(double[][]::new);
        }

        static double[][] gaussNewton(double[] x) {
            double[][] matrix = new double[2][2];
            for (double[] row : jacobian(x)) {
                for (int i = 0; i < 2; i++) {
                    for (int j = 0; j < 2; j++) {
                        matrix[i][j] += row[i] * row[j];
                    }
                }
            }
            return matrix;
        }

        static double half(double[] x) {
            return x[1] < 20 ? 0.5 * Arrays.stream(residuals(x)).map(r -> r * r).sum() : Double.POSITIVE_INFINITY;
        }

        @Override
        public double resolution(double value) {
            return 64 * Math.ulp(value);
        }

        @Override
        public double value(double[] x) {
            calls++;
            return half(x);
        }

        @Override
        public double gradient(double[] x, double[] out) {
            calls++;
            asked.add(x.clone());
            Arrays.fill(out, 0);
            double[] residuals = residuals(x);
            double[][] jacobian = jacobian(x);
            for (int k = 0; k < residuals.length; k++) {
                out[0] += residuals[k] * jacobian[k][0];
                out[1] += residuals[k] * jacobian[k][1];
            }
            return half(x);
        }
    }

    private static Geometry<Weights, Differential<Weights>> gaussNewton(double scale) {
        return Geometry.natural(Domain.reals(2), x -> {
            double[][] matrix = Decay.gaussNewton(x.toArray());
            for (double[] row : matrix) {
                row[0] *= scale;
                row[1] *= scale;
            }
            return Metric.of(Hessian.dense(PositiveDefinite.of(matrix)));
        });
    }

    private static final Vec<Weights> START = Vec.of(1, 4);

    private static Descent<Weights, Differential<Weights>> method(Objective<Weights, Differential<Weights>> f) {
        return Descent.of(f, gaussNewton(1));
    }

    /** Algorithm 3.16 of Madsen, Nielsen and Tingleff with explicit 2×2 solves: the same points and dampings, rejected trials included. */
    @Test
    void itIsTheTextbooksLoop() {
        int middling = 0;
        for (double first : new double[] {1e-3, 1, 10}) {
            // A metric that is too small makes for steps that gain less than they promise.
            double scale = first == 1 ? 0.4 : 1;
            Decay f = new Decay();
            Run<Weights, Differential<Weights>> run = Descent.of(f, gaussNewton(scale))
                    .by(Scheme.levenbergMarquardt().from(first))
                    .until(Stopping.iterations(9))
                    .run(START);
            double[] x = START.toArray();
            double lambda = first;
            double atIterate = first;
            double factor = 2;
            int rejected = 0;
            List<double[]> asked = new ArrayList<>(List.of(x.clone()));
            for (int k = 0; k < 9; ) {
                double[] g = new double[2];
                new Decay().gradient(x, g);
                double[][] a = Decay.gaussNewton(x);
                double p = scale * a[0][0] + lambda;
                double q = scale * a[1][1] + lambda;
                double r = scale * a[0][1];
                double determinant = p * q - r * r;
                double[] h = {(-q * g[0] + r * g[1]) / determinant, (r * g[0] - p * g[1]) / determinant};
                double[] next = {x[0] + h[0], x[1] + h[1]};
                asked.add(next);
                double promised = 0.5 * (h[0] * (lambda * h[0] - g[0]) + h[1] * (lambda * h[1] - g[1]));
                double ratio = (Decay.half(x) - Decay.half(next)) / promised;
                middling += (ratio > 0.1 && ratio < 0.4) || (ratio > 0.6 && ratio < 0.9) ? 1 : 0;
                if (ratio > 0) {
                    k++;
                    assertArrayEquals(next, run.trace().get(k).point().toArray(), 1e-9, "iterate " + k);
                    assertEquals(
                            atIterate, run.trace().get(k - 1).damping(), 1e-7 * atIterate, "λ of iterate " + (k - 1));
                    x = next;
                    lambda *= Math.max(1.0 / 3, 1 - Math.pow(2 * ratio - 1, 3));
                    atIterate = lambda;
                    factor = 2;
                } else {
                    rejected++;
                    lambda *= factor;
                    factor *= 2;
                }
            }
            assertEquals(1 + 9 + rejected, run.last().oracleCalls());
            assertEquals(f.calls, run.last().oracleCalls());
            for (int k = 0; k < asked.size(); k++) {
                assertArrayEquals(asked.get(k), f.asked.get(k), 1e-9, "trial " + k);
            }
            if (first == 1e-3) {
                assertTrue(rejected >= 3, "rejected " + rejected);
            }
        }
        assertTrue(middling >= 3, "neither good nor bad: " + middling);
    }

    /** To rounding level, where values no longer show anything. The column of the trace is the damping, the decrement that of the damped metric. */
    @Test
    void itConvergesAndTracesItsDamping() {
        Run<Weights, Differential<Weights>> run =
                method(new Decay()).by(Scheme.levenbergMarquardt()).run(START);
        Outcome.Converged end = assertInstanceOf(Outcome.Converged.class, run.outcome(), run::toString);
        assertTrue(end.reason().contains("no progress is measurable"), end.reason());
        double[] g = new double[2];
        new Decay().gradient(run.point().toArray(), g);
        assertArrayEquals(new double[2], g, 1e-13);
        double[] dampings = run.trace().column(Column.DAMPING);
        double[] start = new double[2];
        new Decay().gradient(START.toArray(), start);
        double[][] a = Decay.gaussNewton(START.toArray());
        double quotient = (start[0] * (a[0][0] * start[0] + 2 * a[0][1] * start[1]) + start[1] * a[1][1] * start[1])
                / (start[0] * start[0] + start[1] * start[1]);
        assertEquals(quotient, dampings[0], 1e-14 * quotient);
        assertTrue(dampings[dampings.length - 1] < 1e-2 * quotient, Arrays.toString(dampings));
        for (int k : new int[] {0, 3}) {
            Iterate<Weights> iterate = run.trace().get(k);
            double[] at = new double[2];
            new Decay().gradient(iterate.point().toArray(), at);
            double[][] matrix = Decay.gaussNewton(iterate.point().toArray());
            matrix[0][0] += dampings[k];
            matrix[1][1] += dampings[k];
            double half = 0.5 * PositiveDefinite.of(matrix).inverseQuadratic(at);
            assertEquals(half, iterate.decrement(), 1e-12 * half);
        }
        Run<Weights, ?> plain = method(new Decay()).run(START);
        assertArrayEquals(new double[plain.trace().size()], plain.trace().column(Column.DAMPING));
    }

    /** From far too little damping the first trial is at b = 34, where the objective is +∞; the undamped unit step ends there. */
    @Test
    void aStepOutOfTheDomainIsAnsweredByMoreDamping() {
        Vec<Weights> start = Vec.of(3, 12);
        Run<Weights, Differential<Weights>> undamped =
                method(new Decay()).step(StepRule.constant(1)).run(start);
        assertInstanceOf(Outcome.Failed.class, undamped.outcome());
        Run<Weights, Differential<Weights>> damped =
                method(new Decay()).by(Scheme.levenbergMarquardt().from(1e-12)).run(start);
        assertInstanceOf(Outcome.Converged.class, damped.outcome(), damped::toString);
        assertEquals(
                method(new Decay())
                        .by(Scheme.levenbergMarquardt())
                        .run(START)
                        .last()
                        .value(),
                damped.last().value(),
                1e-12);
        double[] dampings = damped.trace().column(Column.DAMPING);
        assertTrue(dampings[1] > 100 * dampings[0], Arrays.toString(dampings));

        // The same where it is the geometry's domain that is left.
        Geometry<Weights, Differential<Weights>> box = Geometry.natural(
                Domain.box(new double[] {0, 0}, new double[] {Double.POSITIVE_INFINITY, 20}),
                x -> Metric.of(Hessian.dense(PositiveDefinite.of(Decay.gaussNewton(x.toArray())))));
        Decay f = new Decay();
        Run<Weights, Differential<Weights>> boxed =
                Descent.of(f, box).by(Scheme.levenbergMarquardt().from(1e-12)).run(start);
        assertInstanceOf(Outcome.Converged.class, boxed.outcome(), boxed::toString);
        assertEquals(damped.point(), boxed.point());
        assertTrue(boxed.last().oracleCalls() < damped.last().oracleCalls());
    }

    /** ½(x₀ + x₁ − 2)² has the Hessian of ones: singular, and solved with all the same. */
    @Test
    void aSingularMetricIsAnsweredByMoreDamping() {
        Objective<Weights, Differential<Weights>> f = Objective.of(
                2,
                x -> 0.5 * square(x.get(0) + x.get(1) - 2),
                x -> Vec.of(x.get(0) + x.get(1) - 2, x.get(0) + x.get(1) - 2));
        Geometry<Weights, Differential<Weights>> geometry = Geometry.natural(
                Domain.reals(2),
                x -> Metric.of(new Hessian() {
                    @Override
                    public int size() {
                        return 2;
                    }

                    @Override
                    public void multiply(double[] v, double[] out) {
                        Arrays.fill(out, v[0] + v[1]);
                    }

                    @Override
                    public void solve(double[] g, double[] out) {
                        throw new DomainException("matrix", "of ones", "a regular one");
                    }

                    @Override
                    public double quadratic(double[] v) {
                        return square(v[0] + v[1]);
                    }

                    @Override
                    public double inverseQuadratic(double[] g) {
                        throw new DomainException("matrix", "of ones", "a regular one");
                    }

                    @Override
                    public double logDeterminant() {
                        return Double.NEGATIVE_INFINITY;
                    }
                }));
        Descent<Weights, Differential<Weights>> method = Descent.of(f, geometry).until(Stopping.iterations(60));
        assertInstanceOf(Outcome.Failed.class, method.run(Vec.of(5, 1)).outcome());
        Run<Weights, Differential<Weights>> run =
                method.by(Scheme.levenbergMarquardt().from(1e-30)).run(Vec.of(5, 1));
        assertInstanceOf(Outcome.Converged.class, run.outcome(), run::toString);
        assertEquals(2, run.point().get(0) + run.point().get(1), 1e-14);
        assertEquals(4, run.point().get(0) - run.point().get(1), 1e-13);
    }

    private static double square(double x) {
        return x * x;
    }

    /** The step with momentum minimises the damped model of the Hessian over the plane of the plain step, which has a metric far from it, and the step before. */
    @Test
    void momentumIsTheBestStepInAPlane() {
        LevenbergMarquardt scheme = Scheme.levenbergMarquardt().from(0.3);
        Descent<Weights, Differential<Weights>> method = quartic().until(Stopping.iterations(6));
        Run<Weights, Differential<Weights>> plain = method.by(scheme).run(QUARTIC_START);
        Run<Weights, Differential<Weights>> run =
                method.by(scheme.withMomentum(LevenbergMarquardtTest::second)).run(QUARTIC_START);
        assertTrue(
                run.last().value() < 0.1 * plain.last().value(),
                run.last().value() + " " + plain.last().value());
        int seen = 0;
        for (int k = 0; k < 6; k++) {
            Vec<Weights> x = run.trace().get(k).point();
            Vec<Weights> step = run.trace().get(k + 1).point().minus(x);
            Vec<Weights> before =
                    k == 0 ? Vec.zeros(3) : x.minus(run.trace().get(k - 1).point());
            double lambda = run.trace().get(k).damping();
            double[] slope = new double[3];
            double[] solved = new double[3];
            for (int i = 0; i < 3; i++) {
                double g = Quartic.derivative(i, x.get(i));
                slope[i] = g + (Quartic.second(i, x.get(i)) + lambda) * step.get(i);
                solved[i] = -g / (METRIC[i] + lambda);
            }
            double scale = Math.abs(Quartic.derivative(0, x.get(0)) * solved[0]);
            assertEquals(0, slope[0] * solved[0] + slope[1] * solved[1] + slope[2] * solved[2], 1e-11 * scale);
            assertEquals(
                    0, slope[0] * before.get(0) + slope[1] * before.get(1) + slope[2] * before.get(2), 1e-11 * scale);
            double off = Math.abs(step.get(0) * solved[1] - step.get(1) * solved[0]);
            seen += off > 1e-3 * Math.abs(step.get(0) * solved[1]) ? 1 : 0;
        }
        assertTrue(seen >= 4, "steps off the plain direction: " + seen);
    }

    /** With the metric itself for the form, the plain step is the best one already. */
    @Test
    void momentumGainsNothingWhereTheMetricIsTheModel() {
        LevenbergMarquardt scheme = Scheme.levenbergMarquardt().from(0.3);
        Descent<Weights, Differential<Weights>> method = quartic().until(Stopping.iterations(6));
        Metric<Weights, Differential<Weights>> metric = Metric.of(Hessian.diagonal(METRIC));
        Vec<Weights> plain = method.by(scheme).run(QUARTIC_START).point();
        Vec<Weights> turned = method.by(scheme.<Weights, Differential<Weights>>withMomentum(x -> metric))
                .run(QUARTIC_START)
                .point();
        assertArrayEquals(plain.toArray(), turned.toArray(), 1e-12);
    }

    private static final double[] METRIC = {40, 20, 60};

    /** Σ sᵢ(½xᵢ² + xᵢ⁴/12). */
    private static final class Quartic implements Objective<Weights, Differential<Weights>> {
        private static final double[] SCALES = {1, 10, 50};

        static double second(int i, double x) {
            return SCALES[i] * (1 + x * x);
        }

        static double derivative(int i, double x) {
            return SCALES[i] * (x + x * x * x / 3);
        }

        @Override
        public int size() {
            return 3;
        }

        @Override
        public double value(double[] x) {
            double sum = 0;
            for (int i = 0; i < 3; i++) {
                sum += SCALES[i] * (0.5 * x[i] * x[i] + x[i] * x[i] * x[i] * x[i] / 12);
            }
            return sum;
        }

        @Override
        public double gradient(double[] x, double[] out) {
            for (int i = 0; i < 3; i++) {
                out[i] = derivative(i, x[i]);
            }
            return value(x);
        }
    }

    private static final Vec<Weights> QUARTIC_START = Vec.of(2, -1, 1);

    private static Metric<Weights, Differential<Weights>> second(Vec<Weights> x) {
        return Metric.of(Hessian.diagonal(
                Quartic.second(0, x.get(0)), Quartic.second(1, x.get(1)), Quartic.second(2, x.get(2))));
    }

    private static Descent<Weights, Differential<Weights>> quartic() {
        return Descent.of(new Quartic(), Geometry.natural(Domain.reals(3), x -> Metric.of(Hessian.diagonal(METRIC))));
    }

    @Test
    void aDifferentialThatTheValuesContradictIsReported() {
        Objective<Weights, Differential<Weights>> wrong = Objective.of(
                2, x -> x.dot(Vec.<Differential<Weights>>of(x.toArray())), x -> Vec.of(-2 * x.get(0), -2 * x.get(1)));
        Run<Weights, ?> run = Descent.of(wrong, Geometry.<Weights, Differential<Weights>>euclidean(2))
                .by(Scheme.levenbergMarquardt())
                .run(Vec.of(1, 2));
        Outcome.AssumptionViolated end = assertInstanceOf(Outcome.AssumptionViolated.class, run.outcome());
        assertTrue(end.reason().contains("contradict its differential"), end.reason());
        assertEquals(Vec.of(1, 2), run.point());
    }

    @Test
    void anObjectiveWithoutAnywhereToGoFailsInWords() {
        Objective<Weights, Differential<Weights>> point =
                Objective.of(1, x -> x.get(0) == 1 ? 0 : Double.POSITIVE_INFINITY, x -> Vec.of(1e-6));
        Run<Weights, ?> run = Descent.of(point, Geometry.<Weights, Differential<Weights>>euclidean(1))
                .by(Scheme.levenbergMarquardt())
                .run(Vec.of(1));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(
                failed.reason().contains("however damped, is acceptable: the objective is +∞ there"), failed.reason());
        assertEquals(1, run.trace().size());
    }

    /** 10⁸ + ½x² from 10⁻⁵ on, where no value shows a gain: slopes keep the steps of a metric that is far too small from overshooting. */
    @Test
    void belowTheResolutionSlopesDecide() {
        Objective<Weights, Differential<Weights>> hidden =
                Objective.of(1, x -> 1e8 + 0.5 * square(x.get(0)), x -> Vec.of(x.get(0)));
        Geometry<Weights, Differential<Weights>> steep =
                Geometry.natural(Domain.reals(1), x -> Metric.of(Hessian.diagonal(0.1)));
        Run<Weights, ?> run = Descent.of(hidden, steep)
                .by(Scheme.levenbergMarquardt().from(1e-3))
                .run(Vec.of(1e-5));
        assertInstanceOf(Outcome.Converged.class, run.outcome(), run::toString);
        assertEquals(0, run.point().get(0), 1e-12);
    }

    @Test
    void refusalsSayWhatIsWrong() {
        assertThrows(DomainException.class, () -> Scheme.levenbergMarquardt().from(0));
        assertThrows(DomainException.class, () -> Scheme.levenbergMarquardt().from(Double.NaN));
        Descent<Weights, Differential<Weights>> mirror = Descent.of(Problems.race(), Geometry.exponentiatedGradient(4));
        String reason = String.valueOf(assertThrows(DomainException.class, () -> mirror.by(Scheme.levenbergMarquardt()))
                .getMessage());
        assertTrue(reason.contains("solves for its directions with a metric"), reason);
        Descent<Weights, Differential<Weights>> damped = method(new Decay()).by(Scheme.levenbergMarquardt());
        assertThrows(DomainException.class, () -> damped.step(StepRule.armijo()));
    }
}
