package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.special.Means;

/** The skewed Jensen divergence of ψ = −log (per coordinate) is the logarithm of the ratio of two means. */
class SkewedJensenTest {
    private static final Legendre<Euclidean, Euclidean> BURG = Potentials.burg(2);
    private static final double[] WEIGHTS = {0.5, 0.1, 1e-3, 1e-9, 0.999, 1 - 1e-9, 1e-60};

    @Test
    void matchesTheClosedFormFarAndNear() {
        for (double step : new double[] {1e3, 1, 0.3, 1e-3, 1e-6, 1e-9, 1e-12}) {
            for (double alpha : WEIGHTS) {
                double[] a = {1.7, 0.4};
                double[] b = {1.7 * (1 + step), 0.4 / (1 + 0.5 * step)};
                double expected = Means.logRatio(a[0], b[0], alpha) + Means.logRatio(a[1], b[1], alpha);
                double actual = BURG.skewedJensen(Vec.of(a), Vec.of(b), alpha);
                assertEquals(expected, actual, 4e-14 * expected, step + ", " + alpha);
            }
        }
    }

    /** The mean 4.3 of 1 and 3e16 is found from the nearer of them: from the other 1 would be lost. */
    @Test
    void meansNextToAMuchSmallerPointKeepIt() {
        double alpha = 1 - 0x1p-53;
        Vec<Euclidean> a = Vec.of(1, 2);
        Vec<Euclidean> b = Vec.of(3e16, 2);
        // log(α + (1−α)b) − (1−α) log b, by mpmath 1.3.0 at 60 digits.
        double expected = 1.46572205060284;
        assertEquals(expected, BURG.skewedJensen(a, b, alpha), 4e-14 * expected);
        assertEquals(expected, BURG.skewedJensen(b, a, 0x1p-53), 4e-14 * expected);
    }

    @Test
    void weightsBeyondTheSegmentGiveTheClosedFormOrMinusInfinity() {
        Vec<Euclidean> a = Vec.of(1.2, 3);
        Vec<Euclidean> b = Vec.of(1, 3.5);
        for (double alpha : new double[] {1 + 1e-9, 1.5, 3, -1e-9, -0.5, -2}) {
            double expected = Means.logRatio(1.2, 1, alpha) + Means.logRatio(3, 3.5, alpha);
            assertTrue(expected < 0);
            assertEquals(expected, BURG.skewedJensen(a, b, alpha), -4e-14 * expected, "" + alpha);
        }
        assertEquals(Double.NEGATIVE_INFINITY, BURG.skewedJensen(a, b, 50));
        assertEquals(Double.NEGATIVE_INFINITY, BURG.skewedJensen(a, b, -50));
    }

    @Test
    void vanishesAtTheEndsAndAtEquality() {
        Vec<Euclidean> a = Vec.of(1.2, 3);
        Vec<Euclidean> b = Vec.of(1, 3.5);
        for (double alpha : new double[] {0, 1}) {
            assertEquals(0, BURG.skewedJensen(a, b, alpha));
        }
        assertEquals(0, BURG.skewedJensen(a, a, 0.5));
        assertEquals(0, BURG.skewedJensen(a, a, 5));
    }

    @Test
    void isTheWeightedSumOfBregmanDivergencesToTheMean() {
        Legendre<Euclidean, Euclidean> psi = Legendre.of(TestPotentials.categorical(2));
        Vec<Euclidean> a = Vec.of(0.3, -2);
        Vec<Euclidean> b = Vec.of(1.5, 0.25);
        Vec<Euclidean> m = Vec.of(0.25 * 0.3 + 0.75 * 1.5, 0.25 * -2 + 0.75 * 0.25);
        double expected = 0.25 * psi.bregman(a, m) + 0.75 * psi.bregman(b, m);
        assertEquals(expected, psi.skewedJensen(a, b, 0.25), 1e-14 * expected);
    }

    @Test
    void refusesBadInput() {
        Vec<Euclidean> a = Vec.of(1.2, 3);
        assertThrows(DomainException.class, () -> BURG.skewedJensen(a, a, Double.NaN));
        assertThrows(DomainException.class, () -> BURG.skewedJensen(a, Vec.of(-1, 1), 0.5));
        assertThrows(DomainException.class, () -> BURG.skewedJensen(a, Vec.of(1), 0.5));
    }
}
