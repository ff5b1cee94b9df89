package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class SignedExponentiatedGradientTest {
    private static final double RADIUS = 1.5;

    /** The textbook's loop over 2n weights. */
    @Test
    void itIsExponentiatedGradientOnTwiceTheWeights() {
        int n = 3;
        double eta = 0.2;
        Objective<Weights, Differential<Weights>> f = Problems.bowl(0, 1, 3, 0.25);
        Run<Weights, Differential<Weights>> run = Descent.of(f, Geometry.signedExponentiatedGradient(n, RADIUS))
                .step(StepRule.constant(eta * RADIUS))
                .until(Stopping.iterations(40))
                .run(Vec.of(0, 0, 0));
        double[] up = new double[n];
        double[] down = new double[n];
        Arrays.fill(up, RADIUS / (2 * n));
        Arrays.fill(down, RADIUS / (2 * n));
        double[] g = new double[n];
        for (int k = 0; k <= 40; k++) {
            double[] x = new double[n];
            Arrays.setAll(x, i -> up[i] - down[i]);
            assertArrayEquals(x, run.trace().get(k).point().toArray(), 1e-14);
            f.gradient(x, g);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                up[i] *= Math.exp(-eta * RADIUS * g[i]);
                down[i] *= Math.exp(eta * RADIUS * g[i]);
                sum += up[i] + down[i];
            }
            for (int i = 0; i < n; i++) {
                up[i] *= RADIUS / sum;
                down[i] *= RADIUS / sum;
            }
        }
    }

    @Test
    void dualPointsGoBackAndForth() {
        Curve curve = Geometry.signedExponentiatedGradient(4, RADIUS).curve();
        double[][] points = {
            {0, 0, 0, 0},
            {1e-300, -1e-12, 1e-5, 0.5},
            {0.4, -0.4, 0.3, -0.3},
            {1.4999999, 1e-9, -1e-9, 0},
            {-0.375, 0.375, 0.375, -0.375 + 1e-12}
        };
        for (double[] x : points) {
            double[] y = new double[4];
            double[] back = new double[4];
            curve.toDual(x, y);
            assertTrue(curve.fromDual(y, back));
            for (int i = 0; i < 4; i++) {
                // Near the boundary the dual point is large, and a point is worth ε|y|.
                assertEquals(x[i], back[i], 1e-15 * Math.abs(x[i]) * (4 + Math.abs(y[i])));
            }
        }
    }

    private static double relativeEntropy(double[] y, double[] z) {
        double[] p = weights(y);
        double[] q = weights(z);
        double sum = 0;
        for (int i = 0; i < p.length; i++) {
            sum += p[i] * Math.log(p[i] / q[i]);
        }
        return sum;
    }

    private static double[] weights(double[] y) {
        double[] p = new double[2 * y.length];
        double sum = 0;
        for (int i = 0; i < y.length; i++) {
            p[2 * i] = Math.exp(y[i]);
            p[2 * i + 1] = Math.exp(-y[i]);
            sum += p[2 * i] + p[2 * i + 1];
        }
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
        }
        return p;
    }

    /** For far points against the relative entropy of the weights, for near ones against the Hessian of φ*, which {@code pull} gives: D = ½δᵀHδ(1 + O(δ)). */
    @Test
    void theDivergenceIsThatOfTheWeightsFarAndNear() {
        SplittableRandom random = new SplittableRandom(7);
        Curve curve = Geometry.signedExponentiatedGradient(3, RADIUS).curve();
        for (int k = 0; k < 50; k++) {
            double[] y0 = random.doubles(3, -3, 3).toArray();
            double[] y = random.doubles(3, -3, 3).toArray();
            double[] x0 = new double[3];
            double[] x = new double[3];
            assertTrue(curve.fromDual(y0, x0) && curve.fromDual(y, x));
            curve.begin(x0, y0, new double[3]);
            double expected = RADIUS * relativeEntropy(y, y0);
            assertEquals(expected, curve.divergence(x, y), 1e-14 * (1 + expected));
            double[] delta = random.doubles(3, -1, 1).toArray();
            double[] image = new double[3];
            assertTrue(curve.pulls());
            curve.pull(x0, y0, delta, image);
            double quadratic = 0;
            for (int i = 0; i < 3; i++) {
                quadratic += 0.5 * delta[i] * image[i];
                y[i] = y0[i] + 1e-9 * delta[i];
            }
            assertTrue(curve.fromDual(y, x));
            // y rounds by up to 2e-16 in 1e-9.
            assertEquals(1e-18 * quadratic, curve.divergence(x, y), 2e-6 * 1e-18 * (quadratic + 1));
            curve.begin(x0, y0, delta);
            assertEquals(quadratic, curve.decrement(), 1e-14 * (1 + quadratic));
        }
        double[] y0 = {0, -800, 0};
        double[] y = {700, 0, 0};
        double[] x0 = new double[3];
        double[] x = new double[3];
        assertTrue(curve.fromDual(y0, x0) && curve.fromDual(y, x));
        curve.begin(x0, y0, y0);
        assertEquals(RADIUS * 800, curve.divergence(x, y), 1e-10);
        assertEquals(-RADIUS, x0[1]);
        curve.begin(x, y, y);
        assertEquals(RADIUS * 700, curve.divergence(x0, y0), 1e-10);
    }

    /** ½Σ cᵢ(xᵢ − 1)² on the ball of radius 1.5: cᵢ(1 − xᵢ) is the same number for all xᵢ &gt; 0. */
    @Test
    void theOptimumOnABallIsCertified() {
        Run<Weights, Differential<Weights>> run = Descent.of(
                        Problems.bowl(0, 1, 3, 0.25), Geometry.signedExponentiatedGradient(3, RADIUS))
                .run(Vec.of(-0.5, 0.125, 0.25));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run::toString);
        // 1 − m + 1 − m/3 = 1.5 with x₃ = 0, as m = 0.375 ≥ 0.25.
        assertArrayEquals(new double[] {0.625, 0.875, 0}, run.point().toArray(), 2e-4);
        assertEquals(0.5 * 0.140625 + 1.5 * 0.015625 + 0.125, run.last().value(), 2e-8);
    }

    @Test
    void theBoundaryIsNoStart() {
        Descent<Weights, Differential<Weights>> method =
                Descent.of(Problems.bowl(0, 1, 3), Geometry.signedExponentiatedGradient(2, 1));
        for (Vec<Weights> start : List.<Vec<Weights>>of(Vec.of(0.5, -0.5), Vec.of(0.5, 0.75))) {
            DomainException refusal = assertThrows(DomainException.class, () -> method.run(start));
            assertTrue(String.valueOf(refusal.getMessage()).contains("Σ|xᵢ| is 1"), refusal::getMessage);
        }
        assertThrows(DomainException.class, () -> Geometry.signedExponentiatedGradient(0, 1));
        assertThrows(DomainException.class, () -> Geometry.signedExponentiatedGradient(2, Double.NaN));
    }

    @Test
    void withoutNormalisationItIsTheEntropyOnTheOrthant() {
        Objective<Weights, Differential<Weights>> f = Problems.bowl(0, 1, 3);
        Run<Weights, Differential<Weights>> run = Descent.of(f, Geometry.unnormalizedExponentiatedGradient(2))
                .step(StepRule.constant(0.25))
                .until(Stopping.iterations(1))
                .run(Vec.of(2, 0.5));
        assertArrayEquals(
                new double[] {2 * Math.exp(-0.25), 0.5 * Math.exp(0.375)},
                run.point().toArray(),
                1e-15);
    }
}
