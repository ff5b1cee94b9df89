package org.legendre.geometry.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;

/** The columns of each kind of covariance are a square root of it. */
class CovarianceTest {
    private static void square(Covariance covariance, int m, double tolerance) {
        double[][] columns = covariance.columns();
        for (int j = 0; j < m; j++) {
            double[] unit = new double[m];
            unit[j] = 1;
            double[] expected = new double[m];
            covariance.multiply(unit, expected);
            double[] sum = new double[m];
            for (double[] column : columns) {
                for (int i = 0; i < m; i++) {
                    sum[i] += column[i] * column[j];
                }
            }
            assertArrayEquals(expected, sum, tolerance);
        }
    }

    @Test
    void columnsAreASquareRoot() {
        square(Covariance.scalar(0.7), 1, 1e-15);
        square(Covariance.outer(new double[] {1, 2, 3}, new double[] {-1, 0.5, 0}), 3, 1e-15);
        PositiveDefinite matrix = PositiveDefinite.of(new double[][] {{2, 0.5, 0}, {0.5, 1, -0.25}, {0, -0.25, 3}});
        square(Covariance.of(Hessian.dense(matrix)), 3, 1e-15);
        square(new ClassCovariance(Probabilities.of(0.5, 0.125, 0.25, 0.125)), 3, 1e-16);
    }

    /** Probabilities of 1 − e⁻⁴⁰ and so on: every column to full relative accuracy, and zeros where a probability has underflowed. */
    @Test
    void columnsOfClassesDoNotCancel() {
        double small = Math.exp(-40);
        double[][] columns = new ClassCovariance(Probabilities.ofLogits(0, -40, -40)).columns();
        // The variance of the first class is p(1 − p) with 1 − p = 2e⁻⁴⁰, that of the second given it is not the first
        // ½·½.
        assertEquals(Math.sqrt(2 * small), columns[0][0], 1e-15 * Math.sqrt(2 * small));
        assertEquals(-0.5 * Math.sqrt(2 * small), columns[0][1], 1e-15 * Math.sqrt(2 * small));
        assertEquals(Math.sqrt(0.5 * small), columns[1][1], 1e-15 * Math.sqrt(0.5 * small));
        for (double[] logits : new double[][] {{-900, 0, -900}, {0, -900, -900}}) {
            for (double[] column : new ClassCovariance(Probabilities.ofLogits(logits)).columns()) {
                assertEquals(0, Arrays.stream(column).map(Math::abs).sum());
            }
        }
    }
}
