package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class BesselWeightTest {

    /** With u − v = ½ and x = 2√(uv), ∫ exp(−u E(s) − v E(−s)) ds = 2 K_½(x) e^(u + v) (v/u)^¼, K_½(x) = √(π/2x) e⁻ˣ (DLMF 10.39.2). */
    @Test
    void theIntegralOfOrderOneHalfIsElementary() {
        double x = 2 * Math.sqrt(0.5);
        double expected = Math.log(2 * Math.sqrt(Math.PI / (2 * x))) - x + 1.5 + 0.25 * Math.log(0.5);
        assertEquals(expected, BesselWeight.of(1, 0.5).logIntegral(), 2e-15);
        assertEquals(expected, BesselWeight.of(0.5, 1).logIntegral(), 2e-15);
    }

    /** Without u, ∫ exp(−v (e⁻ˢ − 1 + s)) ds = (e/v)ᵛ Γ(v); its mean is log v − ψ(v). */
    @Test
    void aWeightThatUnderflowsLeavesAGammaFunction() {
        double expected = 3 - 3 * Math.log(3) + Math.log(2);
        double mean = Math.log(3) - Polygamma.digamma(3);
        BesselWeight left = BesselWeight.of(0, -800, 3, Math.log(3));
        BesselWeight right = BesselWeight.of(3, Math.log(3), 0, -800);
        assertEquals(expected, left.logIntegral(), 2e-15);
        assertEquals(expected, right.logIntegral(), 2e-15);
        assertEquals(mean, left.mean(), 2e-15);
        assertEquals(-mean, right.mean(), 2e-15);
    }

    @Test
    void farFromTheModeTheLogarithmOfAWeightCounts() {
        BesselWeight weight = BesselWeight.of(0, -800, 3, Math.log(3));
        // u eˢ = e⁵, and v (e⁻ˢ − 1 + s) = 3 · 804.
        assertEquals(Math.exp(5) + 3 * 804, weight.exponent(805), 1e-12);
        assertEquals(Math.exp(5) + 3, weight.slope(805), 1e-12);
        assertEquals(-3 * (Math.exp(50) - 1), weight.slope(-50), 1e-15 * 3 * Math.exp(50));
        BesselWeight small = BesselWeight.of(1e-20, 2);
        assertEquals(1e-20 * Math.exp(50) + 2, small.slope(50), 1e-13);
        assertEquals(1e-20 * Math.exp(50) + 2 * 49, small.exponent(50), 1e-13);
    }

    /** For large weights it is the normal density of variance 1/(u + v). */
    @Test
    void theLargestWeightsAreAccepted() {
        double half = Double.MAX_VALUE / 2;
        double expected = 0.5 * (Math.log(2 * Math.PI) - Math.log(Double.MAX_VALUE));
        assertEquals(expected, BesselWeight.of(half, half).logIntegral(), 1e-12);
    }

    @Test
    void whatIsNoWeightIsRefused() {
        double infinity = Double.POSITIVE_INFINITY;
        assertThrows(IllegalArgumentException.class, () -> BesselWeight.of(1, 0, -1, 0));
        assertThrows(IllegalArgumentException.class, () -> BesselWeight.of(-1, 0, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> BesselWeight.of(0, -infinity, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> BesselWeight.of(1, 0, 0, -infinity));
        assertThrows(IllegalArgumentException.class, () -> BesselWeight.of(1, infinity));
        assertThrows(IllegalArgumentException.class, () -> BesselWeight.of(Double.MAX_VALUE, Double.MAX_VALUE));
        assertThrows(IllegalArgumentException.class, () -> BesselWeight.of(infinity, 1));
    }
}
