package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class GammaRemainderTest {

    @Test
    void valueMatchesTable() {
        ReferenceTable.of("gamma-remainder").unary(GammaRemainder::value, 2e-15);
    }

    @Test
    void derivativeMatchesTable() {
        ReferenceTable.of("gamma-remainder-derivative").unary(GammaRemainder::derivative, 6e-16);
    }

    @Test
    void secondDerivativeMatchesTable() {
        ReferenceTable.of("gamma-remainder-second-derivative").unary(GammaRemainder::secondDerivative, 8e-16);
    }

    @Test
    void bregmanMatchesTable() {
        ReferenceTable.of("gamma-remainder-bregman").binary(GammaRemainder::bregman, 2e-15);
    }

    @Test
    void bregmanVanishesOnlyForEqualArguments() {
        for (double a : new double[] {Double.MIN_NORMAL, 1e-300, 1e-8, 0.3, 1, 6.4, 9.999, 10, 11, 1e8, 1e300, 1e308}) {
            assertEquals(0, GammaRemainder.bregman(a, a));
            assertTrue(GammaRemainder.bregman(a, Math.nextUp(a)) > 0);
            assertTrue(GammaRemainder.bregman(a, Math.nextDown(a)) > 0);
        }
    }

    @Test
    void bregmanIsInfiniteOnlyWhereItOverflows() {
        assertEquals(Double.POSITIVE_INFINITY, GammaRemainder.bregman(1e10, 1e-300));
        assertEquals(Double.POSITIVE_INFINITY, GammaRemainder.bregman(1e300, 1e-300));
        assertTrue(Double.isFinite(GammaRemainder.bregman(1e7, 1e-300)));
        assertTrue(Double.isFinite(GammaRemainder.bregman(1e-300, 1e300)));
    }

    @Test
    void nothingIsDefinedOutsideThePositiveHalfLine() {
        for (double x : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertEquals(Double.NaN, GammaRemainder.value(x));
            assertEquals(Double.NaN, GammaRemainder.derivative(x));
            assertEquals(Double.NaN, GammaRemainder.secondDerivative(x));
            assertEquals(Double.NaN, GammaRemainder.bregman(x, 1));
            assertEquals(Double.NaN, GammaRemainder.bregman(1, x));
        }
    }
}
