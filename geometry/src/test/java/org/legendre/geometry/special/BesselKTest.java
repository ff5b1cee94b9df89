package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class BesselKTest {

    @Test
    void everythingMatchesItsTable() {
        ReferenceTable.of("bessel-k-log-scaled").binary(BesselK::logScaled, 4e-15);
        ReferenceTable.of("bessel-k-ratio").binary(BesselK::ratio, 4e-15);
        ReferenceTable.of("bessel-k-order-derivative").binary(BesselK::orderDerivative, 1e-14);
        ReferenceTable.of("bessel-k-order-second-derivative").binary(BesselK::orderSecondDerivative, 4e-15);
    }

    @Test
    void theRatioIsGoodBelowTheSmallestSquares() {
        // mpmath 1.3.0 at 60 digits.
        assertEquals(1.746601458525132e-120, BesselK.ratio(-0.7, 1e-300), 1e-12 * 1.75e-120);
        assertEquals(6.908914594138721e-298, BesselK.ratio(-1, 1e-300), 1e-12 * 6.9e-298);
    }

    @Test
    void wronskianWithTheFirstKind() {
        // I_ν K_{ν+1} + I_{ν+1} K_ν = 1/x (DLMF 10.28.2).
        for (double order : new double[] {0, 0.5, 3, 80}) {
            for (double x : new double[] {0.1, 4, 31, 33, 500}) {
                double product = Math.exp(BesselI.logScaled(order, x) + BesselK.logScaled(order, x));
                assertEquals(1, x * product * (BesselK.ratio(order, x) + BesselRatio.value(order, x)), 1e-12);
            }
        }
    }

    @Test
    void evenInTheOrder() {
        assertEquals(BesselK.logScaled(2.5, 3), BesselK.logScaled(-2.5, 3));
        assertEquals(-BesselK.orderDerivative(2.5, 3), BesselK.orderDerivative(-2.5, 3));
        assertEquals(0, BesselK.orderDerivative(0, 3));
        assertEquals(BesselK.orderSecondDerivative(0.5, 3), BesselK.orderSecondDerivative(-0.5, 3));
    }

    @Test
    void outsideTheDomainIsNaN() {
        for (double[] b :
                new double[][] {{0, 0}, {0, -1}, {0, Double.NaN}, {Double.NaN, 1}, {Double.POSITIVE_INFINITY, 1}}) {
            assertTrue(Double.isNaN(BesselK.logScaled(b[0], b[1])));
            assertTrue(Double.isNaN(BesselK.ratio(b[0], b[1])));
            assertTrue(Double.isNaN(BesselK.orderDerivative(b[0], b[1])));
            assertTrue(Double.isNaN(BesselK.orderSecondDerivative(b[0], b[1])));
        }
        assertThrows(IllegalArgumentException.class, () -> BesselWeight.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> BesselWeight.of(Double.NaN, 1));
    }
}
