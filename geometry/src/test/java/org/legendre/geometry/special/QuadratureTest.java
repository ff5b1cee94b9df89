package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Against integrals and sums known in closed form. */
class QuadratureTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static void assertKnown(double expected, Quadrature.Integral integral) {
        assertTrue(
                Math.abs(integral.value() - expected) <= integral.error(),
                () -> integral + " is further from " + expected + " than its error");
        assertTrue(integral.error() <= 1e-12 * expected, () -> integral + " has a large error");
    }

    private static DoubleUnaryOperator normal(double mean, double deviation) {
        return x -> Math.exp(-0.5 * (x - mean) / deviation * ((x - mean) / deviation))
                / (deviation * Math.sqrt(2 * Math.PI));
    }

    @Test
    void normalDensityIntegratesToOne() {
        assertKnown(1, Quadrature.integrate(normal(3, 2), -INFINITY, INFINITY, Quadrature.around(3, 2)));
    }

    @Test
    void narrowPeaksFarApartAreNotMissed() {
        DoubleUnaryOperator f =
                x -> normal(-1e6, 1e-3).applyAsDouble(x) + normal(1e6, 1e-4).applyAsDouble(x);
        double[] left = Quadrature.around(-1e6, 1e-3);
        double[] right = Quadrature.around(1e6, 1e-4);
        double[] cuts = new double[14];
        System.arraycopy(left, 0, cuts, 0, 7);
        System.arraycopy(right, 0, cuts, 7, 7);
        Quadrature.Integral integral = Quadrature.integrate(f, -INFINITY, INFINITY, cuts);
        // At 1e6 a step of binary64 is 1e-10, a millionth of the narrower peak.
        assertEquals(2, integral.value(), 1e-6);
        assertTrue(Math.abs(integral.value() - 2) <= integral.error(), integral::toString);
    }

    /** Beyond 16 widths an exponential density has a mass of e⁻¹⁷, beside a piece that is 10⁸⁸ times longer than the last. */
    @Test
    void whatIsLeftOfAPeakBesideALongPieceIsNotMissed() {
        double rate = 1e90;
        double[] cuts = Quadrature.around(1 / rate, 1 / rate);
        assertKnown(1, Quadrature.integrate(x -> rate * Math.exp(-rate * x), 0, 1, cuts));
        double[] mirrored = Arrays.stream(cuts).map(x -> -x).toArray();
        assertKnown(1, Quadrature.integrate(x -> rate * Math.exp(rate * x), -1, 0, mirrored));
        double[] both = DoubleStream.concat(Arrays.stream(cuts), DoubleStream.of(1, 2, 3))
                .toArray();
        assertKnown(1, Quadrature.integrate(x -> rate * Math.exp(-rate * x), 0, INFINITY, both));
    }

    @Test
    void singularitiesAtCutsAreIntegrated() {
        assertKnown(10, Quadrature.integrate(x -> Math.pow(x, -0.9), 0, 1));
        assertKnown(1, Quadrature.integrate(x -> -Math.log(x), 0, 1));
        assertKnown(Math.PI, Quadrature.integrate(x -> 1 / (1 + x * x), -INFINITY, INFINITY, 0));
    }

    @Test
    void whatBinary64CannotResolveIsInTheError() {
        // The same singularity at 1: x cannot come closer to 1 than 1e-16, and 10 (1e-16)^0.1 is missing.
        Quadrature.Integral integral = Quadrature.integrate(x -> Math.pow(1 - x, -0.9), 0, 1);
        assertTrue(Math.abs(integral.value() - 10) > 0.1);
        assertTrue(Math.abs(integral.value() - 10) <= integral.error(), integral::toString);
    }

    /** Up to 1e277 there are 100 (1 − 1e-2.77) of 100. */
    @Test
    void theTailBeyondTheRangeOfBinary64IsInTheError() {
        Quadrature.Integral integral = Quadrature.integrate(x -> Math.pow(x, -1.01), 1, INFINITY, 2);
        assertTrue(Math.abs(integral.value() - 100) > 0.1, integral::toString);
        assertTrue(Math.abs(integral.value() - 100) <= integral.error(), integral::toString);
        assertTrue(integral.error() < 1, integral::toString);
    }

    /** Value and error of a multiple of f by a power of two are that multiple to the last bit. */
    @Test
    void valueAndErrorScaleWithTheFunction() {
        DoubleUnaryOperator[] functions = {x -> Math.pow(1 - x, -0.9), x -> Math.pow(x, -0.5), x -> Math.exp(-x)};
        for (DoubleUnaryOperator f : functions) {
            Quadrature.Integral one = Quadrature.integrate(f, 0, 1);
            for (double factor : new double[] {0x1p-60, 0x1p60}) {
                Quadrature.Integral scaled = Quadrature.integrate(x -> factor * f.applyAsDouble(x), 0, 1);
                assertEquals(factor * one.value(), scaled.value());
                assertEquals(factor * one.error(), scaled.error());
            }
        }
        Quadrature.Integral tail = Quadrature.integrate(x -> Math.pow(x, -1.01), 1, INFINITY, 2);
        Quadrature.Integral small = Quadrature.integrate(x -> 0x1p-60 * Math.pow(x, -1.01), 1, INFINITY, 2);
        assertEquals(0x1p-60 * tail.error(), small.error());
        Quadrature.Integral sum = Quadrature.sum(x -> Math.pow(0.75, x), 0, INFINITY, 0);
        Quadrature.Integral smallSum = Quadrature.sum(x -> 0x1p-60 * Math.pow(0.75, x), 0, INFINITY, 0);
        assertEquals(0x1p-60 * sum.value(), smallSum.value());
        assertEquals(0x1p-60 * sum.error(), smallSum.error());
    }

    @Test
    void divergentIntegralsAreInfinite() {
        assertEquals(INFINITY, Quadrature.integrate(x -> 1 / x, 1, INFINITY, 2).value());
        assertEquals(INFINITY, Quadrature.integrate(x -> 1 / x, 0, 1).value());
        assertEquals(INFINITY, Quadrature.integrate(x -> 1, 0, INFINITY, 1).value());
    }

    @Test
    void latticeSumsBoundTheirTails() {
        double q = 0.999;
        assertKnown(1 / (1 - q), Quadrature.sum(x -> Math.pow(q, x), 0, INFINITY, 0));
        assertKnown(Math.E, Quadrature.sum(x -> 1 / factorial(x), 0, INFINITY, 3));
        assertKnown(55, Quadrature.sum(x -> x, 0, 10, 5));
        assertKnown(3, Quadrature.sum(x -> Math.pow(0.5, Math.abs(x)), -INFINITY, INFINITY, 0));
    }

    private static double factorial(double x) {
        return x <= 1 ? 1 : x * factorial(x - 1);
    }

    @Test
    void aSumThatDoesNotDieOutSaysSo() {
        assertEquals(INFINITY, Quadrature.sum(x -> 1, 0, INFINITY, 0).error());
    }

    /** Both tails of a symmetric sum are in the error, besides the rounding of its value. */
    @Test
    void bothTailsAreInTheError() {
        Quadrature.Integral sum = Quadrature.sum(x -> Math.pow(0.999, Math.abs(x)), -INFINITY, INFINITY, 0);
        assertKnown(2 / (1 - 0.999) - 1, sum);
        assertTrue(sum.error() > 4 * Math.ulp(1.0) * sum.value(), sum::toString);
        assertThrows(
                IllegalArgumentException.class, () -> Quadrature.sum(x -> 1, -INFINITY, INFINITY, -0x1p26, 0x1p26));
    }

    @Test
    void aDipInTheTermsDoesNotEndTheSum() {
        assertKnown(1 / (1 - 0.5) - 0.5, Quadrature.sum(x -> x == 1 ? 0 : Math.pow(0.5, x), 0, INFINITY, 0));
    }

    @Test
    void badArgumentsAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Quadrature.integrate(x -> 1, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> Quadrature.integrate(x -> 1, Double.NaN, 1));
        assertThrows(IllegalArgumentException.class, () -> Quadrature.integrate(x -> 1, 0, INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Quadrature.sum(x -> 1, 0, INFINITY));
        assertThrows(IllegalArgumentException.class, () -> Quadrature.sum(x -> 1, 0, INFINITY, 0, 1e12));
        assertThrows(ArithmeticException.class, () -> Quadrature.integrate(x -> Double.NaN, 0, 1));
        assertThrows(ArithmeticException.class, () -> Quadrature.sum(x -> Double.NaN, 0, 1, 0));
    }
}
