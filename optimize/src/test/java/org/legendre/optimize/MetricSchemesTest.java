package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Normal;

/** Schemes on the straight lines of a metric: momentum, conjugate gradients, truncated Newton steps, each held to its loop or to what it has to find. */
class MetricSchemesTest {
    private static final double[][] H = {{4, 1, 0.5, 0}, {1, 30, -2, 1}, {0.5, -2, 200, 3}, {0, 1, 3, 900}};
    private static final PositiveDefinite HESSIAN = PositiveDefinite.of(H);
    private static final Metric<Weights, Differential<Weights>> METRIC = Metric.of(Hessian.diagonal(2, 20, 300, 1000));
    private static final Vec<Weights> START = Vec.of(1, -2, 0.5, 1);

    private static double[] times(double[] x) {
        double[] out = new double[4];
        HESSIAN.multiply(x, out);
        return out;
    }

    /** ½xᵀHx, whose least value 0 is at 0. */
    private static Objective<Weights, Differential<Weights>> quadratic() {
        return Objective.of(4, x -> 0.5 * HESSIAN.quadratic(x.toArray()), x -> Vec.of(times(x.toArray())));
    }

    private static Descent<Weights, Differential<Weights>> method() {
        return Descent.of(quadratic(), Geometry.natural(Domain.reals(4), x -> METRIC));
    }

    /** x₊ = x − tG⁻¹∇f(x) + μ(x − x₋). */
    @Test
    void theHeavyBallIsPolyaks() {
        Run<Weights, Differential<Weights>> run = method().by(Scheme.heavyBall(0.6))
                .step(StepRule.constant(0.4))
                .until(Stopping.iterations(12))
                .run(START);
        double[] scales = {2, 20, 300, 1000};
        double[] x = START.toArray();
        double[] before = x.clone();
        for (int k = 1; k <= 12; k++) {
            double[] g = times(x);
            double[] next = new double[4];
            for (int i = 0; i < 4; i++) {
                next[i] = x[i] - 0.4 * g[i] / scales[i] + 0.6 * (x[i] - before[i]);
            }
            before = x;
            x = next;
            assertArrayEquals(x, run.trace().get(k).point().toArray(), 1e-13, "iterate " + k);
        }
        // The proximal term of a step along another direction than the gradient's.
        double[] terms = new double[1];
        Run<Weights, Differential<Weights>> watched = method().by(Scheme.heavyBall(0.6))
                .step(search -> {
                    search.move(0.4);
                    terms[0] = search.divergence();
                    return Optional.empty();
                })
                .until(Stopping.iterations(12))
                .run(START);
        double half = 0.5 * METRIC.squaredNorm(Vec.of(step(watched, 11)));
        assertEquals(half, terms[0], 1e-12 * half);
        Run<Weights, Differential<Weights>> none = method().by(Scheme.heavyBall(0))
                .step(StepRule.constant(0.4))
                .until(Stopping.iterations(12))
                .run(START);
        Run<Weights, Differential<Weights>> plain = method().step(StepRule.constant(0.4))
                .until(Stopping.iterations(12))
                .run(START);
        assertEquals(plain.point(), none.point());
    }

    /** Exact steps on a quadratic in a constant metric: preconditioned conjugate gradients, which end after n steps; each direction is conjugate to all before. */
    @Test
    void conjugateGradientsEndOnAQuadratic() {
        Run<Weights, Differential<Weights>> run = method().by(Scheme.conjugateGradients())
                .step(MetricSchemesTest::exactly)
                .until(Stopping.iterations(4))
                .run(START);
        assertEquals(4, run.last().iteration());
        assertTrue(run.last().value() < 1e-20 * run.trace().get(0).value(), run::toString);
        assertTrue(run.trace().get(3).value() > 1e-8 * run.trace().get(0).value(), run::toString);
        for (int k = 1; k < 4; k++) {
            double[] image = times(step(run, k));
            for (int j = 0; j < k; j++) {
                double[] earlier = step(run, j);
                double size = Math.sqrt(HESSIAN.quadratic(step(run, k)) * HESSIAN.quadratic(earlier));
                assertEquals(0, DampedMotion.dot(image, earlier) / size, 1e-8, k + " and " + j);
            }
        }
    }

    /** t = −⟨g, d⟩/dᵀHd for the step x(1) − x = d. */
    private static Optional<Outcome> exactly(Search search) {
        search.move(1);
        double slope = search.linear();
        double curvature = 2 * (search.trialValue() - search.from().value() - slope);
        search.move(-slope / curvature);
        return Optional.empty();
    }

    private static double[] step(Run<Weights, ?> run, int k) {
        return run.trace().get(k + 1).point().minus(run.trace().get(k).point()).toArray();
    }

    /** The first step of a metric that changes: β pairs ∇f(x) with the gradient before, and divides by the squared length there. */
    @Test
    void conjugateGradientsTransportByTheChart() {
        Objective<Weights, Differential<Weights>> valley = valley();
        Run<Weights, Differential<Weights>> run = Descent.of(
                        valley, Geometry.natural(Domain.reals(2), MetricSchemesTest::varying))
                .by(Scheme.conjugateGradients())
                .step(StepRule.constant(0.02))
                .until(Stopping.iterations(2))
                .run(Vec.of(-1.2, 1));
        Vec<Weights> first = Vec.of(-1.2, 1);
        Vec<Weights> second = run.trace().get(1).point();
        Vec<Weights> v0 = varying(first).raise(valley.gradient(first));
        assertArrayEquals(first.minus(v0.times(0.02)).toArray(), second.toArray(), 1e-14);
        Vec<Differential<Weights>> g1 = valley.gradient(second);
        Vec<Weights> v1 = varying(second).raise(g1);
        double beta =
                (g1.dot(v1) - varying(second).inner(v1, v0)) / varying(first).squaredNorm(v0);
        assertTrue(beta > 0.01, "β = " + beta);
        Vec<Weights> third = second.minus(v1.plus(v0.times(beta)).times(0.02));
        assertArrayEquals(third.toArray(), run.point().toArray(), 1e-13);
    }

    private static Metric<Weights, Differential<Weights>> varying(Vec<Weights> x) {
        return Metric.of(Hessian.diagonal(2 + x.get(0) * x.get(0), 1));
    }

    private static Objective<Weights, Differential<Weights>> valley() {
        return Objective.smooth(2, x -> {
            var bent = x[1].subtract(x[0].square());
            return bent.square().multiply(10).add(x[0].subtract(1).square());
        });
    }

    @Test
    void conjugateGradientsAreQuickerThanTheGradient() {
        Descent<Weights, Differential<Weights>> descent = Descent.of(
                        valley(), Geometry.natural(Domain.reals(2), MetricSchemesTest::varying))
                .step(StepRule.wolfe())
                .until(Stopping.decrementBelow(1e-16).or(Stopping.iterations(2000)));
        Run<Weights, ?> gradient = descent.run(Vec.of(-1.2, 1));
        Run<Weights, ?> conjugate = descent.by(Scheme.conjugateGradients()).run(Vec.of(-1.2, 1));
        assertInstanceOf(Outcome.Converged.class, conjugate.outcome());
        assertArrayEquals(new double[] {1, 1}, conjugate.point().toArray(), 1e-7);
        assertTrue(
                2 * conjugate.last().iteration() < gradient.last().iteration(),
                conjugate.last().iteration() + " steps against "
                        + gradient.last().iteration());
    }

    /** The normals with the coordinates (mean, variance) and their Fisher metric: to the mean and variance of the data, from a start where the step 3 leaves the domain. */
    @Test
    void conjugateGradientsRunOnAFamilyOfDistributions() {
        double mean = 2;
        double variance = 3;
        Objective<Source, Differential<Source>> loss = Objective.smooth(
                2,
                x -> x[0].subtract(mean)
                        .square()
                        .add(variance)
                        .divide(x[1].multiply(2))
                        .add(x[1].log().multiply(0.5)));
        Geometry<Source, Differential<Source>> normals = Geometry.natural(
                Domain.box(
                        new double[] {Double.NEGATIVE_INFINITY, 0},
                        new double[] {Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY}),
                x -> new Normal(x.get(0), x.get(1)).fisherInSource());
        Descent<Source, Differential<Source>> method =
                Descent.of(loss, normals).until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(200)));
        Vec<Source> start = Vec.of(-1, 40);
        assertInstanceOf(
                Outcome.Failed.class,
                method.step(StepRule.constant(3)).run(start).outcome());
        for (Scheme scheme : new Scheme[] {
            Scheme.conjugateGradients(), Scheme.newtonConjugateGradients(), Scheme.levenbergMarquardt()
        }) {
            Run<Source, ?> run = method.by(scheme).run(start);
            assertInstanceOf(Outcome.Converged.class, run.outcome(), scheme + " " + run);
            assertArrayEquals(new double[] {mean, variance}, run.point().toArray(), 1e-8, scheme.toString());
        }
    }

    /** Superlinear at the end, on a function whose Hessian is nowhere the metric. */
    @Test
    void newtonStepsFindTheMinimum() {
        Geometry<Weights, Differential<Weights>> flat = Geometry.euclidean(2);
        Run<Weights, Differential<Weights>> run = Descent.of(valley(), flat)
                .by(Scheme.newtonConjugateGradients())
                .until(Stopping.decrementBelow(1e-22).or(Stopping.iterations(100)))
                .run(Vec.of(-1.2, 1));
        assertInstanceOf(Outcome.Converged.class, run.outcome(), run::toString);
        assertArrayEquals(new double[] {1, 1}, run.point().toArray(), 1e-10);
        assertTrue(run.last().iteration() < 30, run::toString);
        double[] decrements = run.trace().column(Column.DECREMENT);
        int last = decrements.length - 1;
        assertTrue(decrements[last] < 1e-4 * decrements[last - 1], "superlinear");
        // Products with the Hessian are calls, two each.
        assertTrue(run.last().oracleCalls() > 4L * run.last().iteration());
    }

    /** With exact residuals a quadratic is solved by one solve after another to min(½, √‖g‖), and with its own Hessian for the preconditioner by one product. */
    @Test
    void newtonStepsUseTheMetricAsPreconditioner() {
        Metric<Weights, Differential<Weights>> exact = Metric.of(Hessian.dense(HESSIAN));
        Run<Weights, ?> run = Descent.of(quadratic(), Geometry.natural(Domain.reals(4), x -> exact))
                .by(Scheme.newtonConjugateGradients())
                .until(Stopping.iterations(1))
                .run(START);
        assertArrayEquals(new double[4], run.point().toArray(), 1e-8);
        // The start, one product, the value and the differential of the step.
        assertTrue(run.last().oracleCalls() <= 5, run::toString);
        Run<Weights, ?> flat = Descent.of(quadratic(), Geometry.<Weights, Differential<Weights>>euclidean(4))
                .by(Scheme.newtonConjugateGradients())
                .until(Stopping.iterations(1))
                .run(START);
        assertTrue(flat.last().value() > 1, flat::toString);
    }

    /** The textbook's loop with the preconditioner diag(2, 20, 300, 1000), near the optimum, where the residual has to be small: the same step after the same number of products. */
    @Test
    void newtonStepsAreTruncatedSolves() {
        double[] scales = {2, 20, 300, 1000};
        Vec<Weights> start = START.times(1e-5);
        Run<Weights, ?> run = method().by(Scheme.newtonConjugateGradients())
                .step(StepRule.constant(1))
                .until(Stopping.iterations(1))
                .run(start);
        double[] r = times(start.toArray());
        double[] x = start.toArray();
        double[] z = new double[4];
        double[] d = new double[4];
        int products = 0;
        double square = 0;
        for (int i = 0; i < 4; i++) {
            z[i] = r[i] / scales[i];
            square += r[i] * z[i];
        }
        double target = Math.min(0.5, Math.pow(square, 0.25)) * Math.sqrt(square);
        System.arraycopy(z, 0, d, 0, 4);
        while (Math.sqrt(square) > target) {
            double[] image = times(d);
            products++;
            double t = square / DampedMotion.dot(d, image);
            double next = 0;
            for (int i = 0; i < 4; i++) {
                x[i] -= t * d[i];
                r[i] -= t * image[i];
                z[i] = r[i] / scales[i];
                next += r[i] * z[i];
            }
            for (int i = 0; i < 4; i++) {
                d[i] = z[i] + next / square * d[i];
            }
            square = next;
        }
        assertTrue(products >= 2, "products " + products);
        // The start, two calls a product, the differential of the step.
        assertEquals(1 + 2L * products + 1, run.last().oracleCalls());
        assertArrayEquals(x, run.point().toArray(), 1e-13);
    }

    /** ¼x⁴ − ½x² + ½y² near its saddle: the curvature along the gradient is negative, and the step goes down all the same. */
    @Test
    void newtonStepsPassASaddle() {
        Objective<Weights, Differential<Weights>> saddle = Objective.smooth(
                2,
                x -> x[0].pow(4)
                        .multiply(0.25)
                        .subtract(x[0].square().multiply(0.5))
                        .add(x[1].square().multiply(0.5)));
        Run<Weights, ?> run = Descent.of(saddle, Geometry.<Weights, Differential<Weights>>euclidean(2))
                .by(Scheme.newtonConjugateGradients())
                .until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(100)))
                .run(Vec.of(0.1, 1e-3));
        assertArrayEquals(new double[] {1, 0}, run.point().toArray(), 1e-9);
    }

    /** Steps have the length √(2δ) in the metric while the model's own are longer; near the optimum they are those of the model. */
    @Test
    void theTrustRegionIsABallOfTheMetric() {
        double delta = 10;
        Run<Weights, Differential<Weights>> run = Descent.of(
                        quadratic(), Geometry.natural(Domain.reals(4), x -> METRIC))
                .by(Scheme.<Weights>trustRegion(delta, (x, y) -> 0.5 * METRIC.squaredNorm(y.minus(x))))
                .until(Stopping.iterations(30))
                .run(START);
        int bounded = 0;
        for (int k = 0; k < 30; k++) {
            Iterate<Weights> from = run.trace().get(k);
            double length =
                    0.5 * METRIC.squaredNorm(run.trace().get(k + 1).point().minus(from.point()));
            double t = run.trace().get(k + 1).step();
            if (from.decrement() > delta && t * t * from.decrement() > 0.3 * delta) {
                assertEquals(delta, length, 1e-12, "step " + k);
                bounded++;
            }
            assertTrue(length <= delta * (1 + 1e-12));
            assertTrue(run.trace().get(k + 1).value() < from.value());
        }
        assertTrue(bounded >= 5, "steps to the edge: " + bounded);
    }

    @Test
    void refusalsSayWhatIsWrong() {
        assertThrows(DomainException.class, () -> Scheme.heavyBall(1));
        assertThrows(DomainException.class, () -> Scheme.heavyBall(-0.1));
        assertThrows(DomainException.class, () -> Scheme.heavyBall(Double.NaN));
        assertThrows(DomainException.class, () -> Scheme.<Weights>trustRegion(0, (x, y) -> 0));
        Descent<Weights, Differential<Weights>> mirror = Descent.of(Problems.race(), Geometry.exponentiatedGradient(4));
        for (Scheme scheme : new Scheme[] {
            Scheme.heavyBall(0.5),
            Scheme.conjugateGradients(),
            Scheme.newtonConjugateGradients(),
            Scheme.<Weights>trustRegion(1, (x, y) -> 0)
        }) {
            String reason = String.valueOf(
                    assertThrows(DomainException.class, () -> mirror.by(scheme)).getMessage());
            assertTrue(reason.contains("solves for its directions with a metric"), reason);
        }
        // A divergence that is never small enough.
        Run<Weights, ?> run =
                method().by(Scheme.<Weights>trustRegion(1, (x, y) -> 2)).run(START);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome(), run::toString);
        assertTrue(failed.reason().contains("the divergence 2.0 is beyond the radius 1.0"), failed.reason());
    }
}
