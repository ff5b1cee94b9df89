package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Domains are closed where they say so: the largest number and the ends of intervals belong to them, and what is beyond does not. */
class LargestNumbersTest {
    private static final double MAX = Double.MAX_VALUE;
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LOG_MAX = 709.782712893384;
    private static final double LOG_2PI = 1.8378770664093453;

    /** To a relative 4e-15. */
    private static void near(double expected, double actual) {
        assertEquals(expected, actual, 4e-15 * Math.abs(expected));
    }

    private static void nan(double... values) {
        for (double value : values) {
            assertTrue(Double.isNaN(value), () -> value + " instead of NaN");
        }
    }

    @Test
    void besselFunctionsOfTheFirstKind() {
        assertEquals(1, BesselRatio.value(0, MAX));
        assertEquals(0, BesselRatio.derivative(0, MAX));
        assertEquals(0.5 / MAX, BesselRatio.complement(0, MAX), Double.MIN_VALUE);
        assertEquals(MAX, NormalizedBessel.log(0, MAX));
        near(-0.5 * (LOG_2PI + LOG_MAX), NormalizedBessel.logScaled(0, MAX));
        near(-0.5 * (LOG_2PI + LOG_MAX), BesselI.logScaled(0, MAX));
        assertEquals(1, BesselRatio.value(-0.5, 1000));
        assertEquals(0, BesselRatio.derivative(-0.5, 1000));
        assertEquals(0, BesselRatio.complement(-0.5, 1000));
    }

    @Test
    void inverseBesselRatio() {
        assertEquals(INFINITY, InverseBesselRatio.value(MAX, 0.9));
        assertEquals(0, InverseBesselRatio.ofComplement(3, 1));
        nan(
                InverseBesselRatio.value(INFINITY, 0.5),
                InverseBesselRatio.ofComplement(0, 1.5),
                InverseBesselRatio.ofComplement(0, 0));
    }

    /** log(K eˣ) = ½ log(π/2x) for ν² far below x, and log Γ(ν) − log 2 + ν log(2/x) for ν far above x. */
    @Test
    void besselFunctionsOfTheSecondKind() {
        near(0.5 * (Math.log(Math.PI / 2) - Math.log(1e300)), BesselK.logScaled(0, 1e300));
        near(1e300 * (2 * Math.log(1e300) - 1 + Math.log(2)) - 1e300 * Math.log(1e300), BesselK.logScaled(1e300, 1));
        assertEquals(1, BesselK.ratio(0, 1e300));
        nan(BesselK.logScaled(0, 1.1e300), BesselK.logScaled(1.1e300, 1), BesselK.ratio(-1.1e300, 1));
    }

    @Test
    void gammaRemainder() {
        near(-0.5 * (LOG_MAX - LOG_2PI), GammaRemainder.value(MAX));
        assertEquals(-0.5 / MAX, GammaRemainder.derivative(MAX), Double.MIN_VALUE);
        assertEquals(0, GammaRemainder.secondDerivative(MAX));
        near(0.5 * (1 - Math.log(2)), GammaRemainder.bregman(MAX, MAX / 2));
        near(0.5 * (Math.log(2) - 0.5), GammaRemainder.bregman(MAX / 2, MAX));
        near(0.5 * (Math.log(0.75) - 0.5 * Math.log(0.5)), GammaRemainder.skewedJensen(MAX, MAX / 2, MAX / 2, 0.5));
        near(0.5 * (Math.log(0.75) - 0.5 * Math.log(0.5)), GammaRemainder.skewedJensen(MAX / 2, MAX, -MAX / 2, 0.5));
    }

    @Test
    void skewedGammaRemainder() {
        nan(
                GammaRemainder.skewedJensen(0, 1, -1, 0.5),
                GammaRemainder.skewedJensen(1, 0, 1, 0.5),
                GammaRemainder.skewedJensen(INFINITY, 1, INFINITY, 0.5),
                GammaRemainder.skewedJensen(1, INFINITY, -INFINITY, 0.5),
                GammaRemainder.skewedJensen(1, 2, -1, Double.NaN),
                GammaRemainder.skewedJensen(1, 2, -1, INFINITY));
        // Weights 0 and 1 leave one argument, however far the other.
        assertEquals(0, GammaRemainder.skewedJensen(1e10, 1e-300, 1e10, 0));
        assertEquals(0, GammaRemainder.skewedJensen(1e-300, 1e10, -1e10, 0));
        assertEquals(0, GammaRemainder.skewedJensen(1e10, 1e-300, 1e10, 1));
        assertEquals(0, GammaRemainder.skewedJensen(1e-300, 1e10, -1e10, 1));
        // A mean of 0, and a negative one.
        assertEquals(-INFINITY, GammaRemainder.skewedJensen(1, 2, -1, 2));
        assertEquals(-INFINITY, GammaRemainder.skewedJensen(2, 1, 1, -1));
        assertEquals(-INFINITY, GammaRemainder.skewedJensen(1, 2, -1, 3));
        assertEquals(-INFINITY, GammaRemainder.skewedJensen(1, 2, -1, MAX));
        assertEquals(-INFINITY, GammaRemainder.skewedJensen(2, 1, 1, -MAX));
    }

    @Test
    void polygamma() {
        near(LOG_MAX, Polygamma.digamma(MAX));
        assertEquals(1 / MAX, Polygamma.trigamma(MAX), Double.MIN_VALUE);
        assertEquals(0, Math.abs(Polygamma.tetragamma(MAX)));
        assertEquals(INFINITY, Polygamma.inverseDigamma(MAX));
        assertEquals(1 / MAX, Polygamma.inverseDigamma(-MAX), Double.MIN_VALUE);
        nan(Polygamma.inverseDigamma(INFINITY), Polygamma.inverseDigamma(-INFINITY), Polygamma.trigamma(INFINITY));
    }

    @Test
    void differencesOfPolygamma() {
        near(Math.log(2), PolygammaDifference.digamma(MAX / 2, MAX / 2));
        assertEquals(1 / MAX, PolygammaDifference.trigamma(MAX / 2, MAX / 2), 2 * Double.MIN_VALUE);
        near(0.375, PolygammaDifference.scaledRemainder(MAX / 2, MAX / 2));
        assertEquals(0, PolygammaDifference.digamma(3, 0));
        assertEquals(0, PolygammaDifference.trigamma(3, 0));
        nan(
                PolygammaDifference.digamma(0, 1),
                PolygammaDifference.digamma(1, -0.5),
                PolygammaDifference.digamma(MAX, MAX),
                PolygammaDifference.scaledRemainder(0, 1),
                PolygammaDifference.trigamma(1, Double.NaN));
    }

    @Test
    void chords() {
        near(Math.sqrt(MAX), Chords.rootDifference(MAX, 0));
        near(-Math.sqrt(MAX), Chords.rootDifference(0, MAX));
        near(LOG_MAX, Chords.halfPlane(0, MAX, 1));
        near(LOG_MAX, Chords.halfPlane(0, 1, MAX));
        near(2 * LOG_MAX, Chords.halfPlane(MAX, 1, 1));
        near(2 * LOG_MAX, Chords.halfPlane(-MAX, 1, 1));
        near(2 * Math.log(1 + Math.sqrt(2)), Chords.hyperbolicArc(1, 0.5));
        near(2 * Math.log(1 + Math.sqrt(2)), Chords.hyperbolicArc(0.5, 1));
        assertEquals(0, Chords.hyperbolicArc(1, 1));
        near(Math.PI / 2, Chords.angle(1, 0));
        near(Math.PI / 2, Chords.angle(0, 1));
        near(Math.PI / 4, Chords.angle(0.5, 1));
        nan(
                Chords.rootDifference(1, -1),
                Chords.rootDifference(INFINITY, 1),
                Chords.halfPlane(1, 1, 0),
                Chords.halfPlane(1, INFINITY, 1),
                Chords.halfPlane(1, 1, INFINITY),
                Chords.hyperbolicArc(0.5, 0),
                Chords.hyperbolicArc(1.5, 0.5),
                Chords.angle(1.5, 0.5));
    }

    @Test
    void logarithms() {
        assertEquals(MAX, Logs.xm1mlogx(MAX));
        assertEquals(MAX, Logs.itakuraSaitoTerm(MAX, 1));
        near(LOG_MAX - 1, Logs.itakuraSaitoTerm(1, MAX));
        near(LOG_MAX, Logs.logRatio(MAX, 1));
        near(-LOG_MAX, Logs.logRatio(1, MAX));
        assertEquals(INFINITY, Logs.relativeEntropyTerm(MAX, 1));
        assertEquals(MAX, Logs.relativeEntropyTerm(1, MAX));
        nan(
                Logs.itakuraSaitoTerm(1, 0),
                Logs.itakuraSaitoTerm(INFINITY, 1),
                Logs.logRatio(0, 1),
                Logs.logRatio(1, 0),
                Logs.logRatio(1, INFINITY),
                Logs.relativeEntropyTerm(INFINITY, 1),
                Logs.relativeEntropyTerm(1, INFINITY),
                Logs.relativeEntropyTerm(1, -1),
                Logs.xm1mlogx(INFINITY));
        near(1 / MAX, ExponentialIntegral.scaled(MAX));
        near(LOG_MAX, ExponentialIntegral.scaledPlusLog(MAX));
        nan(ExponentialIntegral.scaled(INFINITY), ExponentialIntegral.scaledPlusLog(INFINITY));
    }

    @Test
    void means() {
        // log(½ (1 + t)) − ½ log t for t = 1/MAX, both ways.
        near(0.5 * LOG_MAX - Math.log(2), Means.logRatio(MAX, 1, 0.5));
        near(0.5 * LOG_MAX - Math.log(2), Means.logRatio(1, MAX, 0.5));
        // log(2α + 1 − α) − α log 2 at the largest weight, and its mirror image.
        near(-MAX * Math.log(2), Means.logRatio(2, 1, MAX));
        near(-MAX * Math.log(2), Means.logRatio(1, 2, -MAX));
        near(-MAX * Math.log(2), Powers.logRatioOfMeans(2, 1, 1, MAX));
        // A mean of 0, and geometric means of 0 and ∞ where the arithmetic one overflows.
        assertEquals(-INFINITY, Means.logRatio(2, 4, 2));
        assertEquals(-INFINITY, Means.logRatio(MAX, 0, 3));
        assertEquals(-INFINITY, Means.logRatio(0, MAX, -2));
        nan(
                Means.logRatio(INFINITY, 1, 0.5),
                Means.logRatio(1, -1, 0.5),
                Means.logRatio(1, 2, INFINITY),
                Means.logRatio(1, 2, Double.NaN, 0.5),
                Powers.logRatioOfMeans(1, 2, 2, INFINITY));
        assertEquals(MAX, Powers.ofRatio(MAX, 1, 1));
        assertEquals(1, Powers.ofRatio(MAX, MAX, 5));
        assertEquals(1 / MAX, Powers.ofRatio(1, MAX, 1), Double.MIN_VALUE);
        nan(Powers.ofRatio(1, 0, 1), Powers.ofRatio(INFINITY, 1, 1), Powers.ofRatio(1, INFINITY, 1));
    }
}
