package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.family.HardCases;

class PolygammaDifferenceTest {
    private static final double STATED = 2e-15;

    @Test
    void differencesKeepTheirStatedRelativeError() {
        List<double[][]> rows = HardCases.read("polygamma-difference.csv");
        assertEquals(80, rows.size());
        for (double[][] row : rows) {
            double a = row[0][0];
            double d = row[1][0];
            String at = "a = " + a + ", d = " + d;
            assertEquals(row[2][0], PolygammaDifference.digamma(a, d), STATED * row[2][0], at);
            assertEquals(row[3][0], PolygammaDifference.trigamma(a, d), STATED * row[3][0], at);
            assertEquals(row[4][0], PolygammaDifference.remainder(a, d), STATED * row[4][0], at);
        }
    }

    @Test
    void noStepIsNoDifferenceAndOutsideTheDomainIsNaN() {
        assertEquals(0, PolygammaDifference.digamma(3, 0));
        assertEquals(0, PolygammaDifference.trigamma(0.1, 0));
        assertEquals(0, PolygammaDifference.remainder(30, 0));
        for (double bad : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertTrue(Double.isNaN(PolygammaDifference.digamma(bad, 1)));
            assertTrue(Double.isNaN(PolygammaDifference.trigamma(bad, 1)));
            assertTrue(Double.isNaN(PolygammaDifference.remainder(bad, 1)));
        }
        assertTrue(Double.isNaN(PolygammaDifference.digamma(1, -1)));
        assertTrue(Double.isNaN(PolygammaDifference.digamma(1, Double.NaN)));
    }
}
