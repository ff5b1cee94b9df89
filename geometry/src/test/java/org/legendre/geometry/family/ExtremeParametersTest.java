package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Parameters at the ends of binary64. Expected values are of mpmath 1.3.0 with 60 to 700 digits, from the textbook formulas. */
class ExtremeParametersTest {
    private static final double TINY = Double.MIN_VALUE;

    @Test
    void aBetaParameterMayFallByHundredsOfOrdersOfMagnitude() {
        beta(9.999999999499998e-11, new Beta(1e300, 1e-40), new Beta(1e-30, 1e-40));
        beta(0.0009995003330835331, new Beta(1e300, 1e-33), new Beta(1e-30, 1e-33));
        beta(11.51293546492023, new Beta(1e300, 1e-25), new Beta(1e-30, 1e-25));
        beta(1.0000000690352742e-30, new Beta(1e300, 1e-40), new Beta(1e-10, 1e-40));
        beta(0.11661166938473767, new Beta(1e30, 1e-4), new Beta(1e-3, 1.1e-4));
        beta(9.909927976324641e31, new Beta(1e-3, 1.1e-4), new Beta(1e30, 1e-4));
        beta(1.000000000000003e308, new Beta(1e-310, 1e-10), new Beta(1e-2, 1e-10));
    }

    private static void beta(double expected, Beta p, Beta q) {
        assertEquals(expected, p.klTo(q), 3e-13 * expected, () -> p + " to " + q);
    }

    @Test
    void aDivergenceAboveTheLargestNumberIsInfinite() {
        assertEquals(Double.POSITIVE_INFINITY, new Beta(1e-300, 1e-310).klTo(new Beta(1e30, 1e-310)));
        assertEquals(Double.POSITIVE_INFINITY, new Beta(2e-299, TINY).klTo(new Beta(7.8e12, 1.5e12)));
    }

    @Test
    void nearlyEqualBetasOfTinyParametersHaveATinyDivergence() {
        Beta p = new Beta(2.860872605656462e-155, 2.7694603213671487e-13);
        Beta q = new Beta(2.8608726056564612e-155, 2.769460321367481e-13);
        double kl = p.klTo(q);
        assertTrue(kl > 0 && kl < 1e-28, () -> "" + kl);
    }

    @Test
    void ratiosOfGammaParametersThatLeaveTheRangeAreTakenByLogarithms() {
        // log Γ(a_q) − log Γ(a_p) + … at a_q ≈ 0: −log a_q less the entropy-like part of p.
        assertEquals(701.2034295162671, new Gamma(7.8e12, 1.5e12).klTo(new Gamma(2e-299, TINY)), 1e-9);
        assertEquals(-2.3369358326195755e307, new Gamma(Double.MAX_VALUE, 1.6).logDensity(Double.MAX_VALUE), 1e294);
    }

    @Test
    void crossEntropyIsNotLostBetweenEntropyAndDivergence() {
        assertEquals(1e-10, new Gamma(1e-10, 1).crossEntropyTo(new Gamma(1, 1)), 1e-14);
        assertEquals(87995724.78233162, new Gamma(1e10, 3).crossEntropyTo(new Gamma(1.1e10, 2.9)), 1e-6);
        assertEquals(0, new Beta(1e-12, 1e-12).crossEntropyTo(new Beta(1, 1)), 1e-15);
        assertEquals(458333333332.0116, new Beta(1e-12, 3e-12).crossEntropyTo(new Beta(1.5, 2)), 1e-2);
        assertEquals(360139.2970773971, new Beta(1e8, 3e8).crossEntropyTo(new Beta(1.1e8, 3e8)), 1e-7);
        assertEquals(0, new Beta(TINY, 2).crossEntropyTo(new Beta(1, 1)), 1e-15);
    }

    @Test
    void whatIsNoNumberOrOffTheSupportHasDensityZero() {
        assertEquals(Double.NEGATIVE_INFINITY, new Normal(0, 1).logDensity(Double.NaN));
        assertEquals(Double.NEGATIVE_INFINITY, new Normal(0, 1).logDensity(Double.POSITIVE_INFINITY));
        assertEquals(0.0, new Bernoulli(0).logDensity(0));
    }

    @Test
    void drawsAreObservations() {
        Exponential wide = new Exponential(TINY);
        assertTrue(wide.sample(new Random(3)) <= Double.MAX_VALUE);
        assertTrue(new Gamma(1e300, 1e-100).sample(new Random(3)) <= Double.MAX_VALUE);
    }
}
