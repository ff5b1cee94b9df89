package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.Estimate;

/** Limits by extrapolation, with errors that hold. */
class ExtrapolationTest {
    @Test
    void limitsAreWithinTheirErrors() {
        Estimate limit = Extrapolation.even(t -> Math.sin(t) / t, 0.5, 1e-17);
        assertEquals(1, limit.value(), limit.error());
        assertTrue(limit.error() < 1e-13, limit::toString);
        Estimate cubic = Extrapolation.cubic(t -> (t - Math.sin(t)) / (t * t * t), 0.5, 1e-17);
        assertEquals(1.0 / 6, cubic.value(), cubic.error());
        assertTrue(cubic.error() < 1e-10, cubic::toString);
    }

    /** Differences of what overflowed are no numbers, but the error is one. */
    @Test
    void whatOverflowsFarOutSaysNothingNearBy() {
        Estimate limit = Extrapolation.even(t -> t > 0.1 ? Double.POSITIVE_INFINITY : Math.cos(t), 0.5, 1e-17);
        assertEquals(1, limit.value(), limit.error());
        assertTrue(limit.error() < 1e-6, limit::toString);
        assertEquals(
                Double.POSITIVE_INFINITY,
                Extrapolation.even(t -> Double.POSITIVE_INFINITY, 0.5, 0).error());
    }

    @Test
    void whatIsNoNumberHasNoLimit() {
        assertThrows(ArithmeticException.class, () -> Extrapolation.even(t -> t < 0.1 ? Double.NaN : t, 0.5, 0));
    }
}
