package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

/** What is particular to the continuous families on the line beyond normal, exponential, gamma and beta. */
class ContinuousFamiliesTest {
    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final double[] NUMBERS = {
        Double.NaN, Double.POSITIVE_INFINITY, NONE, -1, -Double.MIN_VALUE, 0, Double.MIN_VALUE, 1
    };

    @Test
    void membersReadAsMathematics() {
        assertEquals(
                "LogNormal(μ 1.0, σ² 4.0)", LogNormal.logMeanDeviation(1, 2).toString());
        assertEquals(
                "InverseGamma(shape 2.0, scale 4.0)",
                InverseGamma.shapeScale(2, 4).toString());
        assertEquals("χ²(3.0)", new ChiSquared(3).toString());
        assertEquals("Laplace(scale 3.0)", new Laplace(3).toString());
        assertEquals("Weibull(shape 2.0, scale 3.0)", new Weibull(2, 3).toString());
        assertEquals("Pareto(minimum 2.0, shape 3.0)", new Pareto(2, 3).toString());
        assertEquals("Rayleigh(σ 3.0)", new Rayleigh(3).toString());
        assertEquals(
                "InverseGaussian(mean 2.0, shape 4.0)",
                InverseGaussian.meanVariance(2, 2).toString());
        assertEquals("Cauchy(location 2.0, scale 3.0)", Cauchy.of(2, 3).toString());
        assertEquals("N(2.0, 3.0), variance known", new NormalKnownVariance(2, 3).toString());
        assertEquals("N(2.0, 3.0), mean known", new NormalKnownMean(2, 3).toString());
        assertEquals("weibull (shape 2.0)", Weibull.family(2).toString());
        assertEquals("rayleigh", Rayleigh.FAMILY.toString());
        assertEquals(
                "normal-known-variance (variance 3.0)",
                NormalKnownVariance.family(3).toString());
    }

    @Test
    void everyParameterOfEveryFactoryIsChecked() {
        Parameter[] positive = {
            x -> LogNormal.logMeanVariance(1, x),
            x -> new InverseGamma(x, 1),
            x -> InverseGamma.shapeScale(1, x),
            Laplace::new,
            x -> new Weibull(x, 1),
            x -> new Weibull(1, x),
            Weibull::family,
            x -> new Pareto(x, 1),
            x -> new Pareto(1, x),
            Pareto::family,
            Rayleigh::new,
            x -> new InverseGaussian(x, 1),
            x -> InverseGaussian.meanShape(1, x),
            x -> new Cauchy(1, x),
            x -> new NormalKnownVariance(1, x),
            NormalKnownVariance::family,
            x -> new NormalKnownMean(1, x)
        };
        for (Parameter factory : positive) {
            checked(factory, x -> x > 0 && x <= Double.MAX_VALUE);
        }
        // What underflows on the way is no parameter either.
        checked(ChiSquared::new, x -> x == 1);
        checked(x -> LogNormal.logMeanDeviation(1, x), x -> x == 1);
        checked(x -> InverseGaussian.meanVariance(1, x), x -> x == 1);
        Parameter[] finite = {
            x -> new LogNormal(x, 1),
            x -> Cauchy.of(x, 1),
            x -> new NormalKnownVariance(x, 1),
            x -> new NormalKnownMean(x, 1),
            NormalKnownMean::family
        };
        for (Parameter factory : finite) {
            checked(factory, Double::isFinite);
        }
    }

    private interface Parameter {
        Object of(double x);
    }

    private static void checked(Parameter factory, DoublePredicate legal) {
        for (double x : NUMBERS) {
            if (legal.test(x)) {
                assertNotEquals(null, factory.of(x));
            } else {
                refuses("", () -> factory.of(x));
            }
        }
    }

    @Test
    void onlyMembersOfOneFamilyAreCompared() {
        refuses("Weibull(shape 3.0", () -> new Weibull(2, 1).klTo(new Weibull(3, 1)));
        refuses("Weibull(shape 2.0", () -> new Weibull(2, 1).klTo(new Weibull(3, 1)));
        refuses("Pareto(minimum 3.0", () -> new Pareto(2, 1).fisherRaoTo(new Pareto(3, 1)));
        refuses("N(2.0, 3.0)", () -> new NormalKnownVariance(2, 3).klTo(new NormalKnownVariance(2, 4)));
        refuses("N(2.0, 3.0)", () -> new NormalKnownVariance(2, 3).crossEntropyTo(new NormalKnownVariance(2, 4)));
        refuses("N(2.0, 3.0)", () -> new NormalKnownMean(2, 3).skewedJensen(new NormalKnownMean(4, 3), 0.5));
        refuses("N(2.0, 3.0)", () -> new NormalKnownMean(2, 3).crossEntropyTo(new NormalKnownMean(4, 3)));
        refuses("3.0", () -> Weibull.family(2).of(3, 1));
        refuses("3.0", () -> NormalKnownVariance.family(2).of(1, 3));
        assertEquals(Weibull.family(2), new Weibull(2, 7).family());
        assertEquals(Weibull.family(2).hashCode(), new Weibull(2, 7).family().hashCode());
        assertNotEquals(Weibull.family(2), Weibull.family(3));
        assertNotEquals(Pareto.family(2), (Object) Weibull.family(2));
        assertEquals(NormalKnownVariance.family(2), new NormalKnownVariance(7, 2).family());
        assertEquals(
                NormalKnownVariance.family(2).hashCode(),
                new NormalKnownVariance(7, 2).family().hashCode());
        assertNotEquals(NormalKnownVariance.family(2), NormalKnownVariance.family(3));
        assertEquals(0, new NormalKnownMean(0.0, 3).klTo(new NormalKnownMean(-0.0, 3)));
        assertTrue(NormalKnownVariance.family(2).symmetric());
        assertTrue(!NormalKnownMean.family(2).symmetric());
    }

    @Test
    void densitiesVanishOffTheSupportAndStatisticsAreRefusedThere() {
        List<Univariate> positive = List.of(
                new LogNormal(0, 1),
                new InverseGamma(2, 1),
                new ChiSquared(3),
                new Weibull(0.5, 1),
                new Rayleigh(1),
                new InverseGaussian(1, 1));
        for (Univariate p : positive) {
            for (double x : new double[] {-1, 0, Double.POSITIVE_INFINITY, NONE, Double.NaN}) {
                assertEquals(NONE, p.logDensityAt(x), p::toString);
                refuses("", () -> statistic((Line<?>) p, x));
                assertEquals(NONE, ((Line<?>) p).family().logBaseMeasure(x));
            }
        }
        for (double x : new double[] {Double.POSITIVE_INFINITY, NONE, Double.NaN}) {
            for (Line<?> p : List.of(
                    new Laplace(2), new Pareto(1, 2), new NormalKnownVariance(1, 2), new NormalKnownMean(1, 2))) {
                assertEquals(NONE, p.logDensityAt(x), p::toString);
                assertEquals(NONE, p.family().logBaseMeasure(x), p::toString);
                refuses("", () -> statistic(p, x));
            }
            assertEquals(NONE, new Cauchy(1, 2).logDensityAt(x));
        }
        assertEquals(NONE, new Pareto(1, 2).logDensityAt(Math.nextDown(1.0)));
        assertEquals(Math.log(2), new Pareto(1, 2).logDensity(1.0));
        refuses("0.5", () -> statistic(new Pareto(1, 2), 0.5));
    }

    private static Vec<?> statistic(Line<?> p, double x) {
        return p.family().statistic(x);
    }

    @Test
    void aLikelihoodWithoutMaximumSaysWhy() {
        refuses("all equal", () -> LogNormal.FAMILY.maximumLikelihood(List.of(2.0, 2.0)));
        refuses("all equal", () -> InverseGamma.FAMILY.maximumLikelihood(List.of(2.0, 2.0)));
        refuses("all equal", () -> InverseGaussian.FAMILY.maximumLikelihood(List.of(2.0, 2.0)));
        refuses("all 0", () -> Laplace.FAMILY.maximumLikelihood(List.of(0.0, 0.0)));
        refuses("all 2.0", () -> Pareto.family(2).maximumLikelihood(List.of(2.0, 2.0)));
        refuses("the mean 2.0", () -> NormalKnownMean.family(2).maximumLikelihood(List.of(2.0, 2.0)));
        refuses("data", () -> LogNormal.FAMILY.maximumLikelihood(List.of()));
        refuses("data", () -> Rayleigh.FAMILY.maximumLikelihood(List.of()));
        refuses("-1.0", () -> LogNormal.FAMILY.maximumLikelihood(List.of(1.0, -1.0)));
        assertEquals(
                new NormalKnownVariance(2, 3), NormalKnownVariance.family(3).maximumLikelihood(List.of(2.0, 2.0)));
        // Any positive number is the mode of some chi-squared likelihood: ψ(k/2) = log(x/2).
        assertEquals(
                Math.log(0.5),
                ChiSquared.FAMILY
                        .maximumLikelihood(List.of(1.0, 1.0))
                        .expectation()
                        .get(0),
                1e-15);
    }

    @Test
    void closeDataAndHugeDataCostTheLikelihoodNoAccuracy() {
        double epsilon = 0x1.234567p-28;
        double unit = 0x1p300;
        List<Double> close = List.of(unit * (1 - epsilon), unit * (1 + epsilon));
        // The variance of the logarithms is artanh²ε; the gap of the inverse gamma is −½ log(1 − ε²), its shape 1/2s +
        // 1/6; 1/λ is ε²/(1 − ε²).
        assertEquals(
                epsilon * epsilon, LogNormal.FAMILY.maximumLikelihood(close).sigma2(), 1e-15 * epsilon * epsilon);
        InverseGamma inverse = InverseGamma.FAMILY.maximumLikelihood(close);
        assertEquals(1 / epsilon / epsilon, inverse.shape(), 1e-14 / epsilon / epsilon);
        InverseGaussian fitted = InverseGaussian.FAMILY.maximumLikelihood(close);
        assertEquals(unit / epsilon / epsilon, fitted.shape(), 1e-14 * unit / epsilon / epsilon);
        // The statistics overflow, the parameters do not.
        List<Double> huge = List.of(3e200, 4e200);
        assertEquals(2.5e200, Rayleigh.FAMILY.maximumLikelihood(huge).sigma(), 1e186);
        assertEquals(
                3e200 * Math.pow((1 + Math.pow(4 / 3.0, 5)) / 2, 0.2),
                Weibull.family(5).maximumLikelihood(huge).scale(),
                1e186);
    }

    /** Their sizes are held to the exponential law by the contract of families, their signs only here. */
    @Test
    void drawsOfALaplaceAreOfBothSigns() {
        Laplace p = new Laplace(3);
        RandomGenerator random = new Random(2);
        int positive = 0;
        for (int i = 0; i < 10_000; i++) {
            positive += p.sample(random) > 0 ? 1 : 0;
        }
        assertEquals(5000, positive, 5 * 50);
    }

    @Test
    void drawsAreObservationsHoweverExtremeTheParameters() {
        List<Univariate> extremes = List.of(
                new LogNormal(1e300, 1),
                new LogNormal(0, 1e300),
                new InverseGamma(1e-5, 1e300),
                new InverseGamma(1e-5, 1e-300),
                new ChiSquared(1e-5),
                new Laplace(Double.MAX_VALUE),
                new Weibull(1e-5, 1),
                new Pareto(1, 1e-5),
                new Rayleigh(Double.MAX_VALUE),
                new Rayleigh(Double.MIN_VALUE),
                new InverseGaussian(1e300, 1e-300),
                new InverseGaussian(1e-300, 1e-320),
                new Cauchy(0, Double.MAX_VALUE));
        for (Univariate p : extremes) {
            RandomGenerator random = new Random(4);
            for (int i = 0; i < 200; i++) {
                double x = (Double) ((Distribution<?, ?>) p).sample(random);
                assertTrue(p.support().contains(x) && (x > 0 || p.support().lower() < 0), () -> p + " drew " + x);
            }
            assertTrue(p.support().contains(p.center()) && p.spread() > 0, p::toString);
        }
    }

    private static void refuses(String value, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(value) && message.contains(", expected "), message);
    }
}
