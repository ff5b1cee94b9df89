package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ChordsTest {
    @Test
    void rootDifferenceMatchesTable() {
        ReferenceTable.of("chords-root-difference").binary(Chords::rootDifference, 5e-16);
    }

    @Test
    void angleOfBernoulliLawsMatchesTable() {
        ReferenceTable.of("chords-angle").binary(Chords::angle, 1e-15);
    }

    @Test
    void angleOfVectorsMatchesTable() {
        ReferenceTable.of("chords-angle-vectors").vectors(Chords::angle, 1e-15);
    }

    @Test
    void halfPlaneMatchesTable() {
        ReferenceTable.of("chords-half-plane").ternary(a -> Chords.halfPlane(a[0], a[1], a[2]), 2e-15);
    }

    @Test
    void hyperbolicArcMatchesTable() {
        ReferenceTable.of("chords-hyperbolic-arc").binary(Chords::hyperbolicArc, 2e-15);
    }

    @Test
    void arsinhMatchesTable() {
        ReferenceTable.of("arsinh").unary(Chords::arsinh, 6e-16);
    }

    @Test
    void betterDifferencesAreUsed() {
        // 1 − p and 1 − q are both 1.
        assertEquals(-0.5e-20, Chords.rootDifference(1, 1, -1e-20), 1e-35);
        assertEquals(1e-20, Chords.halfPlane(0, 1, 1, 1e-20), 1e-35);
    }

    @Test
    void distancesAreSymmetric() {
        assertEquals(Chords.angle(0.3, 1e-9), Chords.angle(1e-9, 0.3));
        assertEquals(Chords.hyperbolicArc(0.3, 1e-9), Chords.hyperbolicArc(1e-9, 0.3));
        assertEquals(Chords.halfPlane(3, 1e-9, 0.1), Chords.halfPlane(-3, 0.1, 1e-9));
    }

    @Test
    void outsideTheDomainIsNaN() {
        assertTrue(Double.isNaN(Chords.rootDifference(-1, 1)));
        assertTrue(Double.isNaN(Chords.rootDifference(1, Double.POSITIVE_INFINITY)));
        assertTrue(Double.isNaN(Chords.angle(0.5, 1.5)));
        assertTrue(Double.isNaN(Chords.angle(Double.NaN, 0.5)));
        assertTrue(Double.isNaN(Chords.angle(new double[] {-1, 2}, new double[] {0, 1})));
        assertTrue(Double.isNaN(Chords.angleOfChord(3)));
        assertTrue(Double.isNaN(Chords.halfPlane(1, 0, 1)));
        assertTrue(Double.isNaN(Chords.halfPlane(Double.NaN, 1, 1)));
        assertTrue(Double.isNaN(Chords.hyperbolicArc(0, 0.5)));
        assertTrue(Double.isNaN(Chords.hyperbolicArc(0.5, 1.5)));
        assertTrue(Double.isNaN(Chords.arsinh(Double.NaN)));
        assertThrows(IllegalArgumentException.class, () -> Chords.angle(new double[1], new double[2]));
    }
}
