package org.legendre.geometry.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;

class InfoNceTest {
    /** The definition in 60-digit arithmetic (mpmath). */
    @Test
    void matchesTheDefinition() {
        double[][] scores = {{2, 0.5, -1}, {0, 1.5, 0.25}, {-2, 0.75, 3}};
        assertEquals(0.8454580513770329, InfoNce.estimate(scores), 1e-15);
        double b = 0x1p-40;
        double[][] small = {{b, 0, -b}, {0, 3 * b, b}, {b, -b, 2 * b}};
        assertEquals(1.2126596023633834e-12, InfoNce.estimate(small), 1e-26);
    }

    @Test
    void extremeScoresNeitherOverflowNorPassLogK() {
        double[][] sure = {{1e300, 0}, {0, 1e300}};
        assertEquals(Math.log(2), InfoNce.estimate(sure));
        double[][] wrong = {{0, 1000}, {1000, 0}};
        assertEquals(Math.log(2) - 1000, InfoNce.estimate(wrong), 1e-12);
        assertEquals(0, InfoNce.estimate(new double[][] {{7, 7}, {-9, -9}}));
        assertEquals(0, InfoNce.estimate(new double[][] {{3}}));
    }

    /**
     * The optimal critic of one correlated pair of normals; its mean is at most I = −½ log(1 − ρ²) and, with K = 64, near it: the mean of 400 estimates
     * with a standard error of about 0.005.
     */
    @Test
    void theOptimalCriticOfNormalsComesNearTheInformation() {
        SplittableRandom random = new SplittableRandom(7);
        double rho = 0.75;
        int k = 64;
        double sum = 0;
        for (int trial = 0; trial < 400; trial++) {
            double[] x = new double[k];
            double[] y = new double[k];
            for (int i = 0; i < k; i++) {
                x[i] = random.nextGaussian();
                y[i] = rho * x[i] + Math.sqrt(1 - rho * rho) * random.nextGaussian();
            }
            double[][] scores = new double[k][k];
            for (int i = 0; i < k; i++) {
                for (int j = 0; j < k; j++) {
                    double rest = y[j] - rho * x[i];
                    scores[i][j] = -0.5 * rest * rest / (1 - rho * rho) + 0.5 * y[j] * y[j];
                }
            }
            sum += InfoNce.estimate(scores);
        }
        double information = 0.413339286592234;
        assertTrue(sum / 400 <= information + 0.02, () -> "bound exceeded");
        assertTrue(sum / 400 >= information - 0.05, () -> "too low");
    }

    @Test
    void badScoresAreRefused() {
        assertThrows(DomainException.class, () -> InfoNce.estimate(new double[0][]));
        assertThrows(DomainException.class, () -> InfoNce.estimate(new double[][] {{1, 2}, {1}}));
        assertThrows(DomainException.class, () -> InfoNce.estimate(new double[][] {{1, Double.NaN}, {1, 2}}));
    }
}
