package org.legendre.geometry.family;

import java.util.function.DoubleUnaryOperator;

/**
 * ∫₀^∞ f(t) dt/t by the trapezoidal rule in log t, for Laplace transforms of counts: analytic for |arg t| &lt; π/2, which makes the rule's error
 * e^(−π²/h) for a step h, with f(t) = O(t) at 0 and O(e⁻ᵗ) at infinity.
 */
final class LogScaleIntegral {
    private static final double STEP = 0.125;
    /** e^(−41) is below the rounding of 1. */
    private static final double BELOW = 41;
    /** exp(−e^3.8) is too. */
    private static final double HIGHEST = 3.8;

    private LogScaleIntegral() {}

    /** The integral of an f of order 1 for t beyond the scale, and of order t/scale below it. */
    static double of(double scale, DoubleUnaryOperator f) {
        double sum = 0;
        for (double u = HIGHEST; u > Math.log(scale) - BELOW; u -= STEP) {
            sum += f.applyAsDouble(Math.exp(u));
        }
        return STEP * sum;
    }
}
