package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PolygammaTest {

    private static final double[] OUTSIDE = {
        0, -0.0, -1, -0.5, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
    };

    @Test
    void digammaMatchesTable() {
        ReferenceTable.of("digamma").unary(Polygamma::digamma, 8e-16);
    }

    @Test
    void trigammaMatchesTable() {
        ReferenceTable.of("trigamma").unary(Polygamma::trigamma, 6e-16);
    }

    @Test
    void tetragammaMatchesTable() {
        ReferenceTable.of("tetragamma").unary(Polygamma::tetragamma, 8e-16);
    }

    @Test
    void inverseDigammaMatchesTable() {
        ReferenceTable.of("inverse-digamma").unary(Polygamma::inverseDigamma, 6e-16);
    }

    @Test
    void nothingIsDefinedOutsideThePositiveHalfLine() {
        for (double x : OUTSIDE) {
            assertEquals(Double.NaN, Polygamma.digamma(x));
            assertEquals(Double.NaN, Polygamma.trigamma(x));
            assertEquals(Double.NaN, Polygamma.tetragamma(x));
        }
        assertEquals(Double.NaN, Polygamma.inverseDigamma(Double.NaN));
        assertEquals(Double.NaN, Polygamma.inverseDigamma(Double.POSITIVE_INFINITY));
        assertEquals(Double.NaN, Polygamma.inverseDigamma(Double.NEGATIVE_INFINITY));
    }

    @Test
    void infiniteOnlyWhereTheValueOverflows() {
        assertEquals(Double.NEGATIVE_INFINITY, Polygamma.digamma(Double.MIN_VALUE));
        assertEquals(Double.POSITIVE_INFINITY, Polygamma.trigamma(1e-155));
        assertTrue(Double.isFinite(Polygamma.trigamma(1e-154)));
        assertEquals(Double.NEGATIVE_INFINITY, Polygamma.tetragamma(1e-103));
        assertTrue(Double.isFinite(Polygamma.tetragamma(1.1e-102)));
        assertEquals(Double.POSITIVE_INFINITY, Polygamma.inverseDigamma(710));
    }

    @Test
    void digammaIncreasesAcrossEveryBranch() {
        for (double x : new double[] {1, 1.4616321449683622, 2, 3, 7, 12}) {
            assertTrue(Polygamma.digamma(x * (1 - 1e-14)) < Polygamma.digamma(x));
            assertTrue(Polygamma.digamma(x) < Polygamma.digamma(x * (1 + 1e-14)));
        }
    }
}
