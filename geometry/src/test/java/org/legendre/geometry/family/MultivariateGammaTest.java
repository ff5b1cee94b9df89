package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;

class MultivariateGammaTest {
    @Test
    void theRemainderItsDerivativesAndItsBregmanDivergenceAreRight() {
        for (double[][] row : HardCases.read("multivariate-gamma.csv")) {
            int d = (int) row[0][0];
            double a = row[1][0];
            double b = row[2][0];
            MultivariateGamma gamma = new MultivariateGamma(d);
            String where = "d = " + d + ", a = " + a + ", b = " + b;
            assertEquals(row[3][0], gamma.value(a), 1e-14 * (d + Math.abs(row[3][0])), where);
            assertEquals(row[4][0], gamma.derivative(a), 3e-15 * Math.abs(row[4][0]), where);
            assertEquals(row[5][0], gamma.secondDerivative(a), 3e-15 * row[5][0], where);
            assertEquals(row[6][0], gamma.bregman(b, a), 1e-13 * row[6][0], where);
            double gap = -row[4][0];
            // A rounding of the gap moves z = a − (d − 1)/2 by −G′/(z G″) of them.
            double z = a - gamma.infimum();
            double condition = 1 + gap / z / row[5][0];
            assertEquals(a, gamma.shape(gap), 4e-16 * a + 4e-15 * z * condition, where);
        }
    }

    @Test
    void oneDimensionIsTheGammaFunction() {
        MultivariateGamma gamma = new MultivariateGamma(1);
        // ½g(0.3) + ½g(1.7) − g(1), g(a) = log Γ(a) − a log a + a, by 40-digit arithmetic.
        assertEquals(SKEWED, gamma.skewedJensen(0.3, 1.7, 0.5), 1e-15);
        assertEquals(0, gamma.skewedJensen(3, 3, 0.5));
        assertEquals(Double.NEGATIVE_INFINITY, gamma.skewedJensen(0.3, 1.7, 2));
    }

    private static final double SKEWED = 0.2295570559515504;

    @Test
    void shapesOutsideAreRefused() {
        MultivariateGamma gamma = new MultivariateGamma(3);
        assertThrows(DomainException.class, () -> gamma.value(1));
        assertThrows(DomainException.class, () -> gamma.shape(0));
        assertThrows(DomainException.class, () -> gamma.shape(Double.NaN));
        assertThrows(DomainException.class, () -> gamma.bregman(2, 1));
    }
}
