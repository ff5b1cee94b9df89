package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/** Conjugate gradients against a Cholesky factor, with and without a start, and what they say when they fail. */
class ConjugateGradientsTest {
    private static final int N = 20;
    private static final PositiveDefinite MATRIX = matrix();
    private static final double[] RIGHT =
            new SplittableRandom(2).doubles(N, -1, 1).toArray();

    private static PositiveDefinite matrix() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = new double[N][N];
        for (int k = 0; k < 2 * N; k++) {
            double[] v = random.doubles(N, -1, 1).toArray();
            for (int i = 0; i < N; i++) {
                for (int j = 0; j < N; j++) {
                    rows[i][j] += v[i] * v[j] / N;
                }
            }
        }
        return PositiveDefinite.symmetrized(rows);
    }

    @Test
    void theyReachTheDirectSolution() {
        double[] direct = new double[N];
        MATRIX.solve(RIGHT, direct);
        for (double[] start : new double[][] {new double[N], direct.clone(), RIGHT, scaled(RIGHT, -1e200)}) {
            double[] x = new double[N];
            double residual = ConjugateGradients.to(1e-13).solve(MATRIX::multiply, RIGHT, start, x);
            assertTrue(residual <= 1e-13 && residual == residual(x), residual + " " + residual(x));
            assertArrayEquals(direct, x, 1e-11);
        }
    }

    private static double residual(double[] x) {
        double[] image = new double[N];
        MATRIX.multiply(x, image);
        double sum = 0;
        double size = 0;
        for (int i = 0; i < N; i++) {
            sum += (RIGHT[i] - image[i]) * (RIGHT[i] - image[i]);
            size += RIGHT[i] * RIGHT[i];
        }
        return Math.sqrt(sum) / Math.sqrt(size);
    }

    private static double[] scaled(double[] v, double by) {
        double[] out = v.clone();
        for (int i = 0; i < out.length; i++) {
            out[i] *= by;
        }
        return out;
    }

    @Test
    void aGoodStartSavesProducts() {
        double[] near = new double[N];
        MATRIX.solve(RIGHT, near);
        near[3] *= 1 + 1e-6;
        // Its length does not matter, only its direction.
        assertTrue(products(scaled(near, 1000)) < products(new double[N]) / 2);
        assertEquals(1, products(scaled(near, 1), 1e-4));
    }

    private static int products(double[] start) {
        return products(start, 1e-8);
    }

    /** Not counting the certificates. */
    private static int products(double[] start, double tolerance) {
        int[] count = new int[1];
        BiConsumer<double[], double[]> counting = (v, out) -> {
            count[0]++;
            MATRIX.multiply(v, out);
        };
        ConjugateGradients.to(tolerance).solve(counting, RIGHT, start, new double[N]);
        return count[0] - 1;
    }

    @Test
    void hugeAndTinyRightHandSidesAreSolvedAlike() {
        double[] x = new double[N];
        double[] scaledSolution = new double[N];
        ConjugateGradients.to(1e-12).solve(MATRIX::multiply, RIGHT, new double[N], x);
        for (int exponent : new int[] {-1000, 1000}) {
            double[] right = scaled(RIGHT, Math.scalb(1.0, exponent));
            ConjugateGradients.to(1e-12).solve(MATRIX::multiply, right, new double[N], scaledSolution);
            assertArrayEquals(x, scaled(scaledSolution, Math.scalb(1.0, -exponent)));
        }
        assertEquals(0, ConjugateGradients.to(0.5).solve(MATRIX::multiply, new double[N], RIGHT, x));
        assertArrayEquals(new double[N], x);
    }

    @Test
    void failuresSayHowFarTheyCame() {
        double[] x = new double[N];
        ConvergenceException limit = assertThrows(
                ConvergenceException.class,
                () -> ConjugateGradients.to(1e-12).within(5).solve(MATRIX::multiply, RIGHT, new double[N], x));
        assertTrue(String.valueOf(limit.getMessage())
                .contains("did not reach the relative residual 1.0E-12 with 5 products"));
        assertEquals(residual(x), limit.residual(), 1e-12);
        ConvergenceException indefinite = assertThrows(
                ConvergenceException.class,
                () -> ConjugateGradients.to(1e-12)
                        .solve((v, out) -> out[0] = -v[0], new double[] {1}, new double[1], new double[1]));
        assertTrue(String.valueOf(indefinite.getMessage()).contains("not positive definite"));
        assertThrows(DomainException.class, () -> ConjugateGradients.to(0));
        assertThrows(DomainException.class, () -> ConjugateGradients.to(1));
        assertThrows(DomainException.class, () -> ConjugateGradients.to(Double.NaN));
        assertThrows(DomainException.class, () -> ConjugateGradients.to(0.1).within(0));
        assertThrows(
                DomainException.class,
                () -> ConjugateGradients.to(0.1)
                        .solve(MATRIX::multiply, scaled(RIGHT, Double.NaN), new double[N], new double[N]));
    }
}
