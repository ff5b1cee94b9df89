package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class GeometryTest {
    private static final double[] X = {0.1, 0.2, 0.3, 0.4};
    private static final double[] G = {3, -1, 0.5, 2};

    /** x(t) minimises ⟨g, x⟩ + D(x, x₀)/t on the simplex: g + (∇φ(x) − ∇φ(x₀))/t is the same in every coordinate. */
    @Test
    void constrainedMirrorStepsSolveTheirProximalProblem() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(4);
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(4);
        for (Legendre<Weights, Differential<Weights>> phi : List.of(entropy, burg)) {
            Geometry<Weights, Differential<Weights>> geometry = Geometry.mirror(phi, Constraint.simplex());
            for (double t : new double[] {1e-6, 0.1, 1, 30, 1e6}) {
                Curve curve = geometry.curve();
                double[] y0 = new double[4];
                double[] x = new double[4];
                double[] y = new double[4];
                curve.toDual(X, y0);
                curve.begin(X, y0, G);
                assertTrue(curve.move(t, x, y));
                double sum = 0;
                double[] multiplier = new double[4];
                for (int i = 0; i < 4; i++) {
                    sum += x[i];
                    multiplier[i] = t * G[i] + y[i] - y0[i];
                    double scale = 1 + Math.abs(multiplier[i]) + Math.abs(y[i]) + Math.abs(y0[i]);
                    assertEquals(multiplier[0], multiplier[i], 1e-14 * scale);
                }
                assertEquals(1, sum, 1e-14);
                if (t < 10) {
                    double divergence = phi.bregman(Vec.of(x), Vec.of(X));
                    assertEquals(divergence, curve.divergence(x, y), 1e-13 * divergence + 1e-28);
                }
            }
        }
    }

    @Test
    void aMillionEqualWeightsAreAccepted() {
        assertTrue(Constraint.simplex()
                .diagnose(Problems.uniform(1_000_000).toArray())
                .isEmpty());
        assertTrue(
                Constraint.simplex().diagnose(new double[] {0.5, 0.5 + 2e-12}).isPresent());
        assertTrue(Constraint.simplex().diagnose(new double[] {1, Double.NaN}).isPresent());
    }

    /** For a linear function the Frank–Wolfe gap is the excess itself: ⟨g, x⟩ − min g. */
    @Test
    void theGapOfTheSimplexIsTheDistanceToTheBestVertex() {
        double pairing = 0;
        for (int i = 0; i < 4; i++) {
            pairing += X[i] * G[i];
        }
        assertEquals(pairing + 1, Constraint.simplex().gap(X, G), 1e-15);
        assertEquals(pairing + 1, Geometry.exponentiatedGradient(4).gap(X, G), 1e-15);
        assertEquals(pairing + 1, Problems.burgSimplex(4).gap(X, G), 1e-15);
        assertEquals(0, Constraint.simplex().gap(new double[] {0, 1, 0, 0}, G));
        assertEquals(Double.POSITIVE_INFINITY, Problems.euclidean(4).gap(X, G));
    }

    /** The decrement is the rate at which the step gains: ½·d/dt of −⟨g, x(t)⟩ at 0. */
    @Test
    void theDecrementIsHalfTheInitialRateOfDecrease() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(4);
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(4);
        for (Geometry<Weights, Differential<Weights>> geometry : List.of(
                Geometry.exponentiatedGradient(4),
                Problems.burgSimplex(4),
                Geometry.mirror(entropy),
                Geometry.mirror(burg),
                Geometry.natural(entropy),
                Geometry.natural(burg),
                Problems.euclidean(4))) {
            Curve curve = geometry.curve();
            double[] y0 = new double[geometry.dual() ? 4 : 0];
            double[] x = new double[4];
            double[] y = y0.clone();
            curve.toDual(X, y0);
            curve.begin(X, y0, G);
            double t = 1e-6;
            assertTrue(curve.move(t, x, y));
            double rate = 0;
            for (int i = 0; i < 4; i++) {
                rate -= G[i] * (x[i] - X[i]) / t;
            }
            assertEquals(rate / 2, curve.decrement(), 0.5e-4 * rate, geometry.toString());
            // D(x(t), x) = t²·½gᵀG⁻¹g to first order.
            assertEquals(0.5 * t * t * rate, curve.divergence(x, y), 1e-4 * t * t * rate);
        }
    }

    @Test
    void euclideanMirrorAndNaturalStepsAreGradientDescent() {
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(2);
        for (Geometry<Weights, Differential<Weights>> geometry :
                List.of(Problems.euclidean(2), Geometry.mirror(square), Geometry.natural(square))) {
            Vec<Weights> point = Descent.of(Problems.bowl(0, 1, 4), geometry)
                    .step(StepRule.decaying(0.25, 1))
                    .until(Stopping.iterations(2))
                    .run(Vec.of(5, -3))
                    .point();
            assertEquals(1 + 4 * 0.75 * 0.875, point.get(0));
            assertEquals(1, point.get(1));
        }
    }

    /** Newton's method on a quadratic ends in one step; Fisher scoring of a logistic regression is Newton's method. */
    @Test
    void fisherScoringSolvesALogisticRegression() {
        double[] t = {-2, -1, 0, 1, 2, 3};
        double[] success = {0, 1, 0, 1, 0, 1};
        Objective<Weights, Differential<Weights>> deviance = Objective.smooth(2, w -> {
            var sum = w[0].multiply(0);
            for (int i = 0; i < t.length; i++) {
                var logit = w[0].add(w[1].multiply(t[i]));
                sum = sum.add(logit.exp().add(1).log()).subtract(logit.multiply(success[i]));
            }
            return sum;
        });
        Geometry<Weights, Differential<Weights>> scoring = Geometry.natural(Domain.reals(2), w -> {
            double[][] rows = new double[2][2];
            for (double x : t) {
                double p = 1 / (1 + Math.exp(-w.get(0) - w.get(1) * x));
                double[] h = {1, x};
                for (int i = 0; i < 2; i++) {
                    for (int j = 0; j < 2; j++) {
                        rows[i][j] += p * (1 - p) * h[i] * h[j];
                    }
                }
            }
            return Metric.of(Hessian.dense(PositiveDefinite.of(rows)));
        });
        Run<Weights, Differential<Weights>> run = Descent.of(deviance, scoring)
                .step(StepRule.armijoFrom(1))
                .until(Stopping.decrementBelow(1e-28))
                .run(Vec.of(0, 0));
        assertInstanceOf(Outcome.Converged.class, run.outcome());
        assertTrue(run.last().iteration() <= 7, run.toString());
        // The score equations: fitted and observed totals agree.
        double[] score = new double[2];
        for (int i = 0; i < t.length; i++) {
            double p = 1 / (1 + Math.exp(-run.point().get(0) - run.point().get(1) * t[i]));
            score[0] += success[i] - p;
            score[1] += (success[i] - p) * t[i];
        }
        assertEquals(0, score[0], 1e-13);
        assertEquals(0, score[1], 1e-13);
    }

    @Test
    void aStepOfExponentiatedGradientAllocatesNothing() {
        int n = 5000;
        Objective<Weights, Differential<Weights>> linear = new Objective<>() {
            @Override
            public int size() {
                return n;
            }

            @Override
            public double value(double[] x) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += i * x[i] / n;
                }
                return sum;
            }

            @Override
            public double gradient(double[] x, double[] out) {
                for (int i = 0; i < n; i++) {
                    out[i] = (double) i / n;
                }
                return value(x);
            }
        };
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        Descent<Weights, Differential<Weights>> descent = Descent.of(linear, Geometry.exponentiatedGradient(n))
                .step(StepRule.constant(0.01))
                .keepPoints(false);
        Vec<Weights> start = Problems.uniform(n);
        long[] bytes = new long[2];
        for (int k = 0; k < 2; k++) {
            int steps = 500 + 500 * k;
            descent.until(Stopping.iterations(steps)).run(start);
            long before = threads.getCurrentThreadAllocatedBytes();
            descent.until(Stopping.iterations(steps)).run(start);
            bytes[k] = threads.getCurrentThreadAllocatedBytes() - before;
        }
        // One array would be 40,000 bytes a step; the columns of the trace grow by 64 bytes a step, doubling.
        double perStep = (bytes[1] - bytes[0]) / 500.0;
        assertTrue(perStep < 600, "a step allocates " + perStep + " bytes");
    }
}
