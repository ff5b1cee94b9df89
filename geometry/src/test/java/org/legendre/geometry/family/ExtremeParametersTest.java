package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;

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

    /** θ₂ = −b − ½κμ² has lost b, which the entries Var τ = a/b² and Cov(log τ, τ) = 1/b of the metric are made of. */
    @Test
    void theMetricOfANormalGammaIsThatOfItsParameters() {
        double mean = 11.6;
        double count = 2e6;
        double shape = 3.6e11;
        double rate = 1.1e-6;
        NormalGamma p = new NormalGamma(mean, count, shape, rate);
        double[][] rows = p.fisher().toMatrix();
        double tau = shape / rate / rate;
        double[][] expected = {
            {1 / rate, mean / rate, mean * mean / rate},
            {tau, mean * tau, mean * mean * tau},
            {mean * mean * tau + shape / rate / count, mean * (mean * mean * tau + 2 * (shape / rate) / count)},
            {mean * mean * (mean * mean * tau + 4 * (shape / rate) / count) + 2 / count / count}
        };
        for (int i = 0; i < 4; i++) {
            for (int j = Math.max(i, 1); j < 4; j++) {
                double entry = expected[i][j - Math.max(i, 1)];
                assertEquals(entry, rows[i][j], 4e-15 * entry, i + ", " + j);
                assertEquals(rows[i][j], rows[j][i]);
            }
        }
        double[] unit = {0, 1, 0, 0};
        assertEquals(tau, p.fisherInExpectation().hessian().inverse().quadratic(unit), 4e-15 * tau);
    }

    @Test
    void weibullsKeepTheirDensityWhereTheRatioToTheScaleLeavesTheRange() {
        weibull(-1000681.5651875265, 1e300, 0.01, 1e-300);
        weibull(-61703.75368781411, 1e308, 0.0078125, 3e-305);
        weibull(734.2572533099827, Double.MIN_VALUE, 0.003, 1e308);
        weibull(-3734.4700557774004, 1e250, 0.01, 1e-100);
        // (10⁶⁰⁰)³ and its inverse leave the range themselves.
        assertEquals(Double.NEGATIVE_INFINITY, new Weibull(3, 1e-300).logDensityAt(1e300));
    }

    private static void weibull(double expected, double x, double shape, double scale) {
        assertEquals(expected, new Weibull(shape, scale).logDensityAt(x), 5e-16 * Math.abs(expected));
    }

    @Test
    void normalsWhoseMeansAreFartherApartThanTheLargestNumber() {
        Normal p = new Normal(1e308, 1e308);
        Normal q = new Normal(-1e308, 1.5e308);
        assertEquals(4e307, p.skewedJensen(q, 0.5), 1e293);
        assertEquals(1.997001499250375e305, p.skewedJensen(q, 1e-3), 1e291);
        assertEquals(1003.6484476613213, p.fisherRaoTo(q), 1e-12);
        double square = 1.62e308;
        Normal near = new Normal(0.9e308, 1e308);
        Normal other = new Normal(-0.9e308, 1e308);
        assertEquals(square, near.klTo(other), 1e294);
        assertEquals(square, near.crossEntropyTo(other), 1e294);
        NormalKnownVariance known = new NormalKnownVariance(0.9e308, 1e308);
        NormalKnownVariance negative = new NormalKnownVariance(-0.9e308, 1e308);
        assertEquals(1.8e154, known.fisherRaoTo(negative), 1e140);
        assertEquals(square, known.klTo(negative), 1e294);
    }

    @Test
    void observationsWhoseReciprocalOverflowsHaveADensityAndNoStatistic() {
        for (ExponentialFamily<Double, ?> family : List.of(InverseGamma.FAMILY, InverseGaussian.FAMILY)) {
            assertEquals(1 / 5.7e-309, family.statistic(5.7e-309).get(1));
            DomainException refusal = assertThrows(DomainException.class, () -> family.statistic(5.5e-309));
            assertTrue(String.valueOf(refusal.getMessage()).contains("1/x"), refusal::toString);
            assertThrows(DomainException.class, () -> family.statistic(0.0));
        }
        // a log b − log Γ(a) − (a + 1) log x − b/x with b = x and a = 2.
        double expected = -Math.log(5e-309) - 1;
        assertEquals(expected, new InverseGamma(2, 5e-309).logDensityAt(5e-309), 1e-12);
    }
}
