package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProbabilitiesTest {
    private static final double ZERO = Double.NEGATIVE_INFINITY;

    @Test
    void givenProbabilitiesAreKeptBitForBit() {
        double[] p = {0.1, 0.2, 0.7 + 1e-10, 0};
        Probabilities probabilities = Probabilities.of(p);
        assertArrayEquals(p, probabilities.toArray());
        for (int i = 0; i < p.length; i++) {
            assertEquals(p[i], probabilities.get(i));
            assertEquals(Math.log(p[i]), probabilities.logProbability(i));
        }
        assertEquals(4, probabilities.size());
        assertFalse(probabilities.isPositive());
    }

    @Test
    void aSumOtherThanOneIsRefusedAndPrinted() {
        DomainException refused = assertThrows(DomainException.class, () -> Probabilities.of(0.5, 0.6));
        assertTrue(String.valueOf(refused.getMessage()).contains("1.1"), refused::getMessage);
        assertThrows(DomainException.class, () -> Probabilities.of(0.5, 0.5 + 2e-9));
        assertThrows(DomainException.class, () -> Probabilities.of(0.5, 0.5 - 2e-9));
        Probabilities.of(0.5, 0.5 + 9e-10);
    }

    @Test
    void theSumIsCompensated() {
        double[] p = new double[100_000];
        java.util.Arrays.fill(p, 1e-5);
        assertEquals(1e-5, Probabilities.of(p).get(77_777));
    }

    @Test
    void logitsKeepLogarithmsOfWhatUnderflows() {
        Probabilities p = Probabilities.ofLogits(-800, 0);
        assertEquals(0, p.get(0));
        assertEquals(1, p.get(1));
        assertEquals(-800, p.logProbability(0));
        assertEquals(0, p.logProbability(1));
        assertTrue(p.isPositive());
        // log(1 - e^-40) = -4.2483542552915889772e-18
        assertEquals(-4.248354255291589e-18, Probabilities.ofLogits(-40, 0).logProbability(1), 1e-32);
    }

    @Test
    void logitsAreKnownUpToAConstant() {
        Probabilities p = Probabilities.ofLogits(1, 2, ZERO, 3);
        Probabilities q = Probabilities.ofLogits(1e15 + 1, 1e15 + 2, ZERO, 1e15 + 3);
        assertEquals(p, q);
        assertEquals(p.hashCode(), q.hashCode());
        assertEquals(0, p.get(2));
        double total = Math.exp(1) + Math.exp(2) + Math.exp(3);
        assertEquals(Math.exp(1) / total, p.get(0), 1e-16);
    }

    @Test
    void normalizedDividesBySum() {
        assertArrayEquals(
                new double[] {0.25, 0.75}, Probabilities.normalized(1, 3).toArray());
        assertArrayEquals(
                new double[] {0.5, 0.5}, Probabilities.normalized(1e308, 1e308).toArray());
        assertArrayEquals(
                new double[] {0.5, 0.5},
                Probabilities.normalized(Double.MIN_VALUE, Double.MIN_VALUE).toArray());
        Probabilities extreme = Probabilities.normalized(1e-300, 1e300);
        assertEquals(Math.log(1e-300) - Math.log(1e300), extreme.logProbability(0), 1e-12);
    }

    @Test
    void uniformAndEquality() {
        assertEquals(Probabilities.of(0.25, 0.25, 0.25, 0.25), Probabilities.uniform(4));
        assertNotEquals(Probabilities.uniform(4), Probabilities.uniform(3));
        assertNotEquals(Probabilities.ofLogits(-800, 0), Probabilities.ofLogits(-900, 0));
        assertEquals("[0.5, 0.5]", Probabilities.uniform(2).toString());
        assertEquals(
                "[0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625, 0.0625, "
                        + "… (16 entries)]",
                Probabilities.uniform(16).toString());
        double[] twelve = new double[12];
        twelve[11] = 1;
        assertEquals(Arrays.toString(twelve), Probabilities.of(twelve).toString());
    }

    @Test
    void logOddsDoNotRoundByTheNormaliser() {
        assertEquals(1e-17, Probabilities.ofLogits(1e-17, 0).logOdds(0, 1));
        assertEquals(Math.log(3), Probabilities.of(0.75, 0.25).logOdds(0, 1), 1e-16);
        assertEquals(ZERO, Probabilities.of(0, 1).logOdds(0, 1));
    }

    @Test
    void badInputNamesItself() {
        double nan = Double.NaN;
        double infinity = Double.POSITIVE_INFINITY;
        List<Runnable> calls = List.of(
                () -> Probabilities.of(),
                () -> Probabilities.of(nan, 1),
                () -> Probabilities.of(-0.1, 1.1),
                () -> Probabilities.of(infinity, 0),
                () -> Probabilities.ofLogits(),
                () -> Probabilities.ofLogits(nan, 0),
                () -> Probabilities.ofLogits(infinity, 0),
                () -> Probabilities.ofLogits(ZERO, ZERO),
                () -> Probabilities.ofLogits(-1e308, 1e308),
                () -> Probabilities.normalized(),
                () -> Probabilities.normalized(0, 0),
                () -> Probabilities.normalized(-1, 2),
                () -> Probabilities.normalized(nan, 2),
                () -> Probabilities.normalized(infinity, 2),
                () -> Probabilities.uniform(0),
                () -> Probabilities.uniform(2).klTo(Probabilities.uniform(3)),
                () -> Probabilities.uniform(2).jensenShannonTo(Probabilities.uniform(3)));
        for (Runnable call : calls) {
            DomainException refused = assertThrows(DomainException.class, call::run);
            assertTrue(String.valueOf(refused.getMessage()).contains(", expected "), refused::getMessage);
        }
    }
}
