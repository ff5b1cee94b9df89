package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MeansTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void logRatioMatchesTable() {
        ReferenceTable.of("means-log-ratio").ternary(a -> Means.logRatio(a[0], a[1], a[2]), 2e-15);
    }

    @Test
    void gapMatchesTable() {
        ReferenceTable.of("means-gap").ternary(a -> Means.gap(a[0], a[1], a[2]), 3e-15);
    }

    @Test
    void weightsBeyondOneAndZeroMatchTables() {
        ReferenceTable.of("means-log-ratio-beyond").ternary(a -> Means.logRatio(a[0], a[1], a[2]), 5e-15);
        ReferenceTable.of("means-gap-beyond").ternary(a -> Means.gap(a[0], a[1], a[2]), 5e-15);
    }

    @Test
    void ends() {
        for (double alpha : new double[] {0, 1, 0.3, -2, 5}) {
            assertEquals(0, Means.logRatio(7, 7, alpha));
            assertEquals(0, Means.gap(7, 7, alpha));
            assertEquals(0, Means.logRatio(0, 0, alpha));
        }
        assertEquals(0, Means.gap(2, 3, 0));
        assertEquals(0, Means.gap(2, 3, 1));
        assertEquals(INFINITY, Means.logRatio(0, 3, 0.25));
        assertEquals(0.75 * 3, Means.gap(0, 3, 0.25));
        assertEquals(-INFINITY, Means.logRatio(1, 3, 2));
        assertEquals(2 * 1 - 3 - 1 / 3.0, Means.gap(1, 3, 2), 1e-15);
        assertEquals(-INFINITY, Means.gap(0, 3, -1));
        assertEquals(-INFINITY, Means.gap(3, 0, 2));
        assertEquals(2 * 3, Means.gap(3, 0, 0.5) * 4);
        assertEquals(-3, Means.gap(0, 3, 2));
        assertTrue(Double.isNaN(Means.logRatio(-1, 3, 0.5)));
        assertTrue(Double.isNaN(Means.gap(1, Double.NaN, 0.5)));
        assertTrue(Double.isNaN(Means.gap(1, INFINITY, 0.5)));
        assertTrue(Double.isNaN(Means.logRatio(1, 3, Double.NaN)));
    }

    @Test
    void zeroMassesTakeTheirLimitsFromBetween() {
        assertEquals(3, Means.gap(0, 3, 0));
        assertEquals(3, Means.gap(3, 0, 1));
        assertEquals(0, Means.gap(3, 0, 0));
        assertEquals(0, Means.gap(0, 0, 1));
        assertEquals(-INFINITY, Means.logGeometric(0, 3, 0));
        assertEquals(-INFINITY, Means.logGeometric(3, 0, 1));
        assertEquals(INFINITY, Means.logGeometric(0, 3, -1));
        assertEquals(INFINITY, Means.logGeometric(3, 0, 2));
        assertEquals(-INFINITY, Means.logGeometric(0, 0, 2));
        assertEquals(-INFINITY, Means.logGeometric(0, 0, -1));
        assertEquals(Math.log(6), Means.logGeometric(4, 9, 0.5), 1e-15);
    }

    /** 3x − 2y = 1.2e-14 less x³/y² with these binary64 numbers, by mpmath 1.3.0 at 60 digits. */
    @Test
    void gapOfAnArithmeticMeanThatNearlyVanishes() {
        assertEquals(-0.4888888888888805, Means.gap(1.1, 1.6499999999999941, 3), 2e-16);
    }

    /** Of these binary64 numbers, by mpmath 1.3.0 at 60 digits. */
    @Test
    void arithmeticMeansThatOverflowLeaveTheRatio() {
        double[][] rows = {
            {1.5e308, 1e308, 3, -0.30010459245033805, -8.75e307},
            {1e308, 1.5e308, -2, -0.30010459245033805, -8.75e307},
            {1.5e308, 1e300, 1.5, -9.007607820144322, -INFINITY},
            {1.5e308, 1e-300, 1.5, -699.7831357161358, -INFINITY},
            {1.797e308, 1.797e308 * (1 - 1e-9), 1e6, -4.996663778174758e-07, -8.987986050351087e301},
            {1.5e308, 1.4999e308, 1000, -0.0021262009143047916, -3.4053277654196927e305},
            {1.6e308, 1.59e308, 15, -0.0038930982096333916, -6.787193918664085e305},
            {1e300, 0.9e300, 1e200, -1.0536051565782626e199, -INFINITY},
        };
        for (double[] row : rows) {
            assertEquals(row[3], Means.logRatio(row[0], row[1], row[2]), -5e-15 * row[3]);
            double tolerance = row[4] == -INFINITY ? 0 : -5e-15 * row[4];
            assertEquals(row[4], Means.gap(row[0], row[1], row[2]), tolerance);
        }
    }

    @Test
    void arithmeticMeansOfLargeWeightsDoNotCancel() {
        double x = 1 + 0x1p-50;
        // αx + (1−α) = 1 + α 2⁻⁵⁰
        assertEquals(1 + 1e12 * 0x1p-50, Means.arithmetic(x, 1, 1e12), 1e-15);
        assertEquals(1 + 1e12 * 0x1p-50, Means.arithmetic(1, x, 1 - 1e12), 1e-15);
        assertEquals(2.5, Means.arithmetic(1, 3, 0.25));
    }
}
