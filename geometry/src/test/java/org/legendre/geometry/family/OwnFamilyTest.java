package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Vec;
import org.legendre.geometry.divergence.Divergences;

/** Known families rebuilt from their lambdas, against their closed forms. */
class OwnFamilyTest {
    private static final OwnFamily<Double> POISSON =
            OwnFamily.onCounts("poisson", Domain.reals(1), t -> t[0].exp(), x -> -LogGamma.value(x + 1), x -> x);
    private static final OwnFamily<Double> EXPONENTIAL = OwnFamily.onPositive(
            "exponential", Domain.negative(1), t -> t[0].negate().log().negate(), x -> 0, x -> x);
    private static final OwnFamily<Double> NORMAL = OwnFamily.onReals(
            "normal",
            Domain.product(Domain.reals(1), Domain.negative(1)),
            t -> t[0].multiply(t[0])
                    .divide(t[1])
                    .multiply(-0.25)
                    .subtract(t[1].multiply(-2).log().multiply(0.5)),
            x -> -0.5 * Math.log(2 * Math.PI),
            x -> x,
            x -> x * x);
    /** x^(θ-1) on (0, 1): T = log x, h = 1/x. */
    private static final OwnFamily<Double> POWER = OwnFamily.onLine(
            "power", Support.UNIT, Domain.positive(1), t -> t[0].log().negate(), x -> -Math.log(x), Math::log);
    /** Two coins at once: observations that are no numbers. */
    private static final OwnFamily<String> COIN = OwnFamily.of(
            "coin", Domain.reals(1), t -> t[0].exp().add(1).log(), x -> Vec.of("heads".equals(x) ? 1 : 0), x -> 0);

    @Test
    void whereTheStatisticOverflowsTheDensityIsZero() {
        OwnFamily<Double> maxwell = OwnFamily.onPositive(
                "maxwell",
                Domain.negative(1),
                theta -> theta[0].multiply(-2).log().multiply(-1.5),
                x -> 0.5 * Math.log(2 / Math.PI) + 2 * Math.log(x),
                x -> x * x);
        assertTrue(maxwell.isUnivariate());
        assertEquals(Double.NEGATIVE_INFINITY, maxwell.of(-2).logDensity(1e200));
        assertEquals(
                maxwell.of(-2).univariate().logDensityAt(1.5), maxwell.of(-2).logDensity(1.5));
    }

    @Test
    void poisson() {
        double a = 0.7;
        double b = 4.5;
        OwnMember<Double> p = POISSON.of(Math.log(a));
        OwnMember<Double> q = POISSON.of(Math.log(b));
        double kl = a * Math.log(a / b) - a + b;
        assertEquals(kl, p.klTo(q), 1e-14 * kl);
        assertEquals(a, p.expectation().get(0), 1e-15);
        assertEquals(a, p.fisher().toMatrix()[0][0], 1e-15);
        assertEquals(Math.log(a) * 3 - a - Math.log(6), p.logDensity(3.0), 1e-14);
        assertEquals(Double.NEGATIVE_INFINITY, p.logDensity(2.5));
        assertEquals(Double.NEGATIVE_INFINITY, p.logDensity(-1.0));
        // The entropy of Poisson(3) by summation in 30-digit arithmetic.
        assertEquals(1.931470198148569, POISSON.of(Math.log(3)).entropy(), 1e-13);
        assertEquals(1.931470198148569 + 0, POISSON.of(Math.log(3)).crossEntropyTo(POISSON.of(Math.log(3))), 1e-13);
    }

    @Test
    void exponential() {
        OwnMember<Double> p = EXPONENTIAL.of(-2);
        OwnMember<Double> q = EXPONENTIAL.of(-0.5);
        double kl = Math.log(4) + 0.25 - 1;
        assertEquals(kl, p.klTo(q), 1e-14);
        assertEquals(0.5, p.expectation().get(0), 1e-15);
        assertEquals(0.25, p.fisher().toMatrix()[0][0], 1e-15);
        assertEquals(0.25, p.fisherInSource().toMatrix()[0][0], 1e-15);
        assertEquals(1 - Math.log(2), p.entropy(), 1e-13);
        assertEquals(
                kl, Divergences.klByQuadrature(p.univariate(), q.univariate()).value(), 1e-13);
        assertEquals(p.natural(), EXPONENTIAL.atExpectation(p.expectation()).natural());
    }

    @Test
    void normalInTwoParameters() {
        Normal known = new Normal(1.5, 4);
        OwnMember<Double> p = NORMAL.member(known.natural());
        assertEquals(known.entropy(), p.entropy(), 1e-9);
        Normal other = new Normal(2, 5);
        double kl = known.klTo(other);
        assertEquals(kl, p.klTo(NORMAL.member(other.natural())), 1e-12 * kl);
        assertEquals(1.5, p.univariate().center(), 1e-3);
        assertEquals(2, p.univariate().spread(), 1e-3);
        assertEquals(known.logDensityAt(3), p.logDensity(3.0), 1e-9);
    }

    @Test
    void aDensityWithASingularEnd() {
        // log density log θ + (θ - 1) log x: entropy 1 - 1/θ - log θ.
        for (double theta : new double[] {0.05, 0.5, 1, 3, 100}) {
            OwnMember<Double> p = POWER.of(theta);
            double entropy = 1 - 1 / theta - Math.log(theta);
            assertEquals(entropy, p.entropy(), 1e-11 * (1 + Math.abs(entropy)));
        }
    }

    @Test
    void totalProbabilityShowsAWrongLogPartition() {
        for (OwnMember<Double> right : List.of(
                POISSON.of(-3),
                POISSON.of(0),
                POISSON.of(8),
                EXPONENTIAL.of(-1e-6),
                EXPONENTIAL.of(-1e6),
                NORMAL.of(30, -0.5),
                POWER.of(0.2))) {
            Estimate total = right.totalProbability();
            assertEquals(1, total.value(), total.error() + 2e-12, right::toString);
            assertTrue(total.error() < 1e-10, total::toString);
        }
        OwnFamily<Double> wrong = OwnFamily.onPositive(
                "wrong", Domain.negative(1), t -> t[0].negate().log().multiply(-2), x -> 0, x -> x);
        assertEquals(0.5 * 1, wrong.of(-0.5).totalProbability().value(), 1e-12);
    }

    @Test
    void samplesFollowTheDistributionFunction() {
        int n = 2000;
        double[] draws = draws(EXPONENTIAL.of(-2), n);
        double exponential = kolmogorov(draws, x -> -Math.expm1(-2 * x));
        double power = kolmogorov(draws(POWER.of(0.3), n), x -> Math.pow(x, 0.3));
        // Kolmogorov: √n D exceeds 2.23 once in 10^4 seeds.
        assertTrue(exponential < 2.23 / Math.sqrt(n), "" + exponential);
        assertTrue(power < 2.23 / Math.sqrt(n), "" + power);
    }

    private static double[] draws(OwnMember<Double> p, int n) {
        SplittableRandom random = new SplittableRandom(3);
        double[] x = new double[n];
        java.util.Arrays.setAll(x, i -> p.sample(random));
        java.util.Arrays.sort(x);
        return x;
    }

    private static double kolmogorov(double[] sorted, java.util.function.DoubleUnaryOperator distribution) {
        double worst = 0;
        for (int i = 0; i < sorted.length; i++) {
            double f = distribution.applyAsDouble(sorted[i]);
            worst = Math.max(
                    worst, Math.max(Math.abs(f - (double) i / sorted.length), Math.abs(f - (i + 1.0) / sorted.length)));
        }
        return worst;
    }

    @Test
    void latticeSamplesHaveTheRightMean() {
        OwnMember<Double> p = POISSON.of(Math.log(6));
        SplittableRandom random = new SplittableRandom(3);
        int n = 20_000;
        List<Double> data = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            data.add(p.sample(random));
        }
        OwnMember<Double> fit = POISSON.maximumLikelihood(data);
        assertEquals(6, fit.expectation().get(0), 5 * Math.sqrt(6.0 / n));
        assertEquals(
                data.stream().mapToDouble(x -> x).average().orElse(0),
                fit.expectation().get(0),
                1e-11);
        assertThrows(DomainException.class, () -> POISSON.maximumLikelihood(List.of(1.0, 2.5)));
    }

    @Test
    void whatCannotBeDerivedSaysWhatIsMissing() {
        OwnMember<String> coin = COIN.of(0.3);
        assertTrue(!COIN.isUnivariate());
        assertEquals(Math.log(1 + Math.exp(0.3)), -coin.logDensity("tails"), 1e-15);
        for (Runnable call : List.<Runnable>of(
                coin::entropy,
                () -> coin.sample(new SplittableRandom(1)),
                coin::univariate,
                coin::totalProbability,
                () -> coin.crossEntropyTo(COIN.of(0.4)))) {
            UnsupportedOperationException refused = assertThrows(UnsupportedOperationException.class, call::run);
            assertTrue(String.valueOf(refused.getMessage()).contains("support"), refused::getMessage);
        }
    }

    @Test
    void membersOfTwoFamiliesDoNotCompare() {
        OwnFamily<Double> twin =
                OwnFamily.onCounts("poisson", Domain.reals(1), t -> t[0].exp(), x -> -LogGamma.value(x + 1), x -> x);
        DomainException refused =
                assertThrows(DomainException.class, () -> POISSON.of(0).klTo(twin.of(1)));
        assertTrue(String.valueOf(refused.getMessage()).contains("same family"), refused::getMessage);
        assertEquals(POISSON.of(0.25), POISSON.of(0.25));
        assertEquals(POISSON.of(0.25).hashCode(), POISSON.of(0.25).hashCode());
        assertTrue(!POISSON.of(0.25).equals(twin.of(0.25)));
    }

    @Test
    void everythingThatFollowsFromThePotentialIsThere() {
        OwnMember<Double> p = EXPONENTIAL.of(-2);
        OwnMember<Double> q = EXPONENTIAL.of(-0.5);
        Exponential a = new Exponential(2);
        Exponential b = new Exponential(0.5);
        for (double alpha : new double[] {-0.2, 0.3, 0.5, 1.2}) {
            double jensen = a.skewedJensen(b, alpha);
            assertEquals(jensen, p.skewedJensen(q, alpha), 1e-13 * Math.abs(jensen));
        }
        assertEquals(Double.NEGATIVE_INFINITY, p.skewedJensen(q, -1));
        assertThrows(DomainException.class, () -> p.skewedJensen(twin().of(-1), 0.5));
        List<Double> data = List.of(0.3, 1.7, 0.4);
        ConjugatePrior<Double, OwnMember<Double>> prior = ConjugatePrior.around(q, 2);
        assertEquals(
                Exponential.FAMILY
                        .maximumAPosteriori(data, ConjugatePrior.around(b, 2))
                        .rate(),
                -EXPONENTIAL.maximumAPosteriori(data, prior).natural().get(0),
                1e-12);
        assertEquals(-2 * b.klTo(a), prior.logDensity(p), 1e-13);
        assertThrows(DomainException.class, () -> twin().maximumAPosteriori(data, prior));
        assertEquals(
                ConjugateModels.exponential(new Gamma(2, 3)).logEvidence(data),
                ConjugateModels.rate(EXPONENTIAL, new Gamma(2, 3)).logEvidence(data),
                1e-13);
        assertEquals(3 * a.entropy(), EXPONENTIAL.iid(3).of(-2).entropy(), 1e-12);
        assertEquals(4, p.fisherInExpectation().toMatrix()[0][0], 1e-13);
    }

    /** log h of speeds changes its sign where there is probability. */
    @Test
    void theEntropyIsFoundAcrossAKinkOfItsParts() {
        OwnFamily<Double> maxwell = OwnFamily.onPositive(
                "maxwell",
                Domain.negative(1),
                t -> t[0].multiply(-2).log().multiply(-1.5),
                x -> 0.5 * Math.log(2 / Math.PI) + 2 * Math.log(x),
                x -> x * x);
        // With σ² = ¼: log(σ√(2π)) + γ − ½ (γ is Euler's).
        double expected = Math.log(0.5 * Math.sqrt(2 * Math.PI)) + 0.5772156649015329 - 0.5;
        assertEquals(expected, maxwell.of(-2).entropy(), 1e-13);
    }

    private static OwnFamily<Double> twin() {
        return OwnFamily.onPositive(
                "exponential", Domain.negative(1), t -> t[0].negate().log().negate(), x -> 0, x -> x);
    }

    @Test
    void badInputIsRefused() {
        assertThrows(DomainException.class, () -> EXPONENTIAL.of(1));
        assertThrows(DomainException.class, () -> EXPONENTIAL.of(Double.NaN));
        assertThrows(DomainException.class, () -> EXPONENTIAL.of(-1, -2));
        assertThrows(DomainException.class, () -> EXPONENTIAL.member(Vec.of(0)));
        assertThrows(DomainException.class, () -> EXPONENTIAL.atExpectation(Vec.of(-1)));
        assertThrows(
                DomainException.class,
                () -> OwnFamily.onReals("wide", Domain.reals(1), t -> t[0].multiply(t[0]), x -> 0, x -> x, x -> x));
        OwnFamily<String> wide =
                OwnFamily.of("wide", Domain.reals(1), t -> t[0].multiply(t[0]), x -> Vec.of(1, 1), x -> 0);
        assertThrows(DomainException.class, () -> wide.statistic("x"));
        OwnFamily<Double> nowhere = OwnFamily.onReals(
                "nowhere", Domain.reals(1), t -> t[0].multiply(t[0]), x -> Double.NEGATIVE_INFINITY, x -> x);
        assertThrows(ConvergenceException.class, () -> nowhere.of(1).entropy());
    }

    @Test
    void namesAndCoordinates() {
        assertEquals(List.of("theta1", "theta2"), NORMAL.parameterNames());
        OwnMember<Double> p = NORMAL.of(1, -0.5);
        assertArrayEquals(p.parameters(), NORMAL.source().forward(p.source()).toArray());
        Vec<Expectation> eta = p.expectation();
        assertArrayEquals(new double[] {1, 2}, eta.toArray(), 1e-15);
        assertTrue(p.toString().contains("normal"));
    }
}
