package org.legendre.geometry.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.hipparchus.dfp.Dfp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.ExactSums;
import org.legendre.geometry.Probabilities;

/** Entropies with an order against 100-digit sums. */
class EntropiesTest {
    /** Sums exactly to 1 in binary. */
    private static final double[] DYADIC = {0.5, 0.25, 0.125, 0.0625, 0.03125, 0.03125};

    private static final double[] NEARLY_CERTAIN = {1 - 0x1p-40, 0x1p-41, 0x1p-42, 0x1p-42};
    /** From 1e-320 to 1. */
    private static final double[] WIDE = {1 - 0x1p-30, 0x1p-30, 0x1p-200, 0x1p-700, 0x1p-1063};

    private static final List<double[]> VECTORS = List.of(DYADIC, NEARLY_CERTAIN, WIDE);

    private static void assertRelative(Dfp expected, double actual, String message) {
        double value = expected.toDouble();
        assertEquals(value, actual, 1e-13 * Math.abs(value), message);
        assertTrue(actual >= 0, message);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {
                0,
                1e-12,
                .1,
                .5,
                .9,
                1 - 1e-6,
                1 - 1e-13,
                0x1.fffffffffffffp-1,
                0x1.0000000000001p0,
                1 + 1e-13,
                1.5,
                2,
                3,
                17.5,
                200
            })
    void ordersNearAndFarFromOneAreExact(double order) {
        for (double[] p : VECTORS) {
            Probabilities vector = Probabilities.of(p);
            Dfp excess = ExactSums.powerExcess(order, p);
            Dfp gap = ExactSums.exact(1).subtract(ExactSums.exact(order));
            assertRelative(excess.divide(gap), Entropies.tsallis(vector, order), "Tsallis of " + vector);
            Dfp renyi = excess.add(1).log().divide(gap);
            assertRelative(renyi, Entropies.renyi(vector, order), "Rényi of " + vector);
            for (double degree : new double[] {0, .5, 1 - 1e-9, 1 + 1e-12, 2, 3}) {
                Dfp rest = ExactSums.exact(1).subtract(ExactSums.exact(degree));
                Dfp mixed = renyi.multiply(rest).exp().subtract(1).divide(rest);
                assertRelative(mixed, Entropies.sharmaMittal(vector, order, degree), degree + " of " + vector);
            }
        }
    }

    @Test
    void namedOrders() {
        Probabilities p = Probabilities.of(DYADIC);
        assertEquals(Math.log(6), Entropies.renyi(p, 0), 1e-15);
        assertEquals(5, Entropies.tsallis(p, 0), 1e-14);
        assertEquals(p.entropy(), Entropies.renyi(p, 1));
        assertEquals(p.entropy(), Entropies.tsallis(p, 1));
        assertEquals(p.entropy(), Entropies.sharmaMittal(p, 1, 1));
        assertEquals(Math.log(2), Entropies.renyi(p, Double.POSITIVE_INFINITY));
        assertEquals(1 - 0.333984375, Entropies.tsallis(p, 2), 1e-15);
        assertEquals(Entropies.renyi(p, 3), Entropies.sharmaMittal(p, 3, 1));
        assertEquals(Entropies.tsallis(p, 3), Entropies.sharmaMittal(p, 3, 3), 1e-15);
        for (double order : new double[] {0, .5, 1, 2, Double.POSITIVE_INFINITY}) {
            assertEquals(Math.log(4), Entropies.renyi(Probabilities.uniform(4), order), 1e-15);
            assertEquals(0, Entropies.renyi(Probabilities.of(0, 1, 0), order));
        }
    }

    /** The orders in which binary64 knows the probability but not its power, and the other way round. */
    @Test
    void probabilitiesThatUnderflowHavePowers() {
        Probabilities p = Probabilities.ofLogits(0, -800);
        assertEquals(Math.exp(-400) / 0.5, Entropies.tsallis(p, 0.5), 1e-13 * Math.exp(-400));
        assertEquals(Math.exp(-400) / 0.5, Entropies.renyi(p, 0.5), 1e-13 * Math.exp(-400));
        assertEquals(Math.log(2), Entropies.renyi(p, 0), 1e-15);
        // Rényi of order 1000 of (½, ½) is log 2 although ½¹⁰⁰⁰ is tiny, and of order 1e6 although it underflows.
        assertEquals(Math.log(2), Entropies.renyi(Probabilities.uniform(2), 1e6), 1e-15);
    }

    /** The sum of powers is between the greatest power and k times it. */
    @Test
    void theGreatestOrdersComeToTheMinimumEntropy() {
        for (double order : new double[] {1e17, 1e300, 1.5e308, Double.MAX_VALUE}) {
            assertEquals(Math.log(4), Entropies.renyi(Probabilities.uniform(4), order), 1e-15);
            assertEquals(Math.log(2), Entropies.renyi(Probabilities.of(DYADIC), order), 1e-15);
            assertEquals(-Math.log(.3), Entropies.renyi(Probabilities.of(.3, .3, .2, .2), order), 1e-15);
            assertEquals(Math.log(4), Entropies.sharmaMittal(Probabilities.uniform(4), order, 1), 1e-15);
        }
    }

    @Test
    void badOrdersAreRefusedWithTheirValue() {
        Probabilities p = Probabilities.uniform(2);
        for (double order : new double[] {-1, Double.NaN}) {
            assertRefused(order, () -> Entropies.renyi(p, order));
            assertRefused(order, () -> Entropies.tsallis(p, order));
            assertRefused(order, () -> Entropies.sharmaMittal(p, order, 1));
        }
        assertRefused(Double.POSITIVE_INFINITY, () -> Entropies.tsallis(p, Double.POSITIVE_INFINITY));
        assertRefused(Double.NaN, () -> Entropies.sharmaMittal(p, 1, Double.NaN));
    }

    private static void assertRefused(double value, Executable call) {
        DomainException refusal = assertThrows(DomainException.class, call);
        assertTrue(String.valueOf(refusal.getMessage()).contains("= " + value), refusal::toString);
    }
}
