package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PowersTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void powerOfARatioMatchesTable() {
        ReferenceTable.of("powers-of-ratio").ternary(a -> Powers.ofRatio(a[0], a[1], a[2]), 4e-16);
    }

    @Test
    void itakuraSaitoTermMatchesTable() {
        ReferenceTable.of("powers-itakura-saito-term").ternary(a -> Powers.itakuraSaitoTerm(a[0], a[1], a[2]), 4e-15);
    }

    @Test
    void bregmanTermMatchesTable() {
        ReferenceTable.of("powers-bregman-term").ternary(a -> Powers.bregmanTerm(a[0], a[1], a[2]), 1e-14);
    }

    @Test
    void bregmanTermsOfRatiosThatLeaveTheRange() {
        // The power alone is left of a ratio of 1e-600, the ratio alone of one of 1e600.
        assertEquals(1 / 0.7, Powers.bregmanTerm(1e-300, 1e300, 0.7), 1e-14);
        assertEquals(2, Powers.bregmanTerm(1e-300, 1e300, 0.5), 1e-14);
        assertEquals(4e300 / 3, Powers.bregmanTerm(1e-300, 1e300, -0.5), 1e288);
        assertEquals(INFINITY, Powers.bregmanTerm(1e300, 1e-300, 0.5));
        assertEquals(INFINITY, Powers.bregmanTerm(2, 2.5, -1e4));
        assertEquals(0, Powers.bregmanTerm(2, 2, -1e4));
        assertEquals(Logs.itakuraSaitoTerm(3, 2), Powers.bregmanTerm(3, 2, 1e-200));
        assertTrue(Double.isNaN(Powers.bregmanTerm(1, 2, 1)));
        assertTrue(Double.isNaN(Powers.bregmanTerm(1, 2, Double.NaN)));
        assertTrue(Double.isNaN(Powers.bregmanTerm(0, 2, 0.5)));
    }

    @Test
    void ratioOfMeansMatchesTable() {
        ReferenceTable.of("powers-log-ratio-of-means")
                .ternary(a -> Powers.logRatioOfMeans(a[0], 1.75, a[1], a[2]), 6e-15);
    }

    /** Of these binary64 numbers, by mpmath 1.3.0 at 60 digits. */
    @Test
    void powersOfRatiosThatLeaveTheRange() {
        power(1.0000000000000123e306, 1e300, 1e-300, 0.51);
        power(9.999999999999877e-307, 1e-300, 1e300, 0.51);
        power(1.9323188421917522e-297, Double.MIN_VALUE, 1e308, 0.47);
        power(1.933182044931812e-300, 1e300, 3e-200, -0.6);
        // The quotient of the significands to this power underflows.
        assertEquals(INFINITY, Powers.ofRatio(0x1p1000, 0x1.ep-1000, 2000));
        assertEquals(0, Powers.ofRatio(0x1.ep-1000, 0x1p1000, 2000));
    }

    private static void power(double expected, double p, double q, double k) {
        assertEquals(expected, Powers.ofRatio(p, q, k), 4e-16 * expected);
    }

    @Test
    void ends() {
        assertEquals(0, Powers.itakuraSaitoTerm(1e300, 1e300, 7));
        assertEquals(INFINITY, Powers.itakuraSaitoTerm(1e300, 1e-300, 7));
        assertEquals(4200 * Math.log(10) - 1, Powers.itakuraSaitoTerm(1e-300, 1e300, 7), 1e-11);
        assertEquals(1e300, Powers.ofRatio(1e200, 1e-200, 0.75), 1e288);
        assertEquals(0, Powers.logRatioOfMeans(2, 2, 3, 0.5));
        assertEquals(0, Powers.logRatioOfMeans(2, 3, 3, 1));
        assertEquals(0, Powers.logRatioOfMeans(2, 3, 3, 0));
        assertEquals(Math.log(1.5) - 0.5 * 2000, Powers.logRatioOfMeans(1, Math.E, 2000, -0.5), 1e-9);
        assertEquals(Math.log(1.5) - 0.5 * 2000, Powers.logRatioOfMeans(Math.E, 1, 2000, 1.5), 1e-9);
        assertEquals(-INFINITY, Powers.logRatioOfMeans(1, Math.E, 2000, 1.5));
        assertEquals(-INFINITY, Powers.logRatioOfMeans(1, 3, 2, 2));
        assertTrue(Double.isNaN(Powers.ofRatio(0, 1, 2)));
        assertTrue(Double.isNaN(Powers.itakuraSaitoTerm(1, INFINITY, 2)));
        assertTrue(Double.isNaN(Powers.logRatioOfMeans(1, 2, 2, Double.NaN)));
    }
}
