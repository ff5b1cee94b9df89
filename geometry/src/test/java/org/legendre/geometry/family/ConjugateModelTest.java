package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.apache.commons.numbers.gamma.LogBeta;
import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Polygamma;
import org.legendre.geometry.special.Quadrature;

/** Conjugate pairs against Bayes' theorem, the chain rule and textbook formulas. */
class ConjugateModelTest {
    private static final PositiveDefinite MATRIX = PositiveDefinite.of(new double[][] {{2, 0.6}, {0.6, 1}});
    private static final PositiveDefinite OTHER = PositiveDefinite.of(new double[][] {{1.5, -0.4}, {-0.4, 0.9}});

    static List<ConjugateModel<?, ?, ?, ?>> models() {
        return List.of(
                ConjugateModels.bernoulli(new Beta(2, 3.5)),
                ConjugateModels.categorical(Dirichlet.of(0.7, 2, 1.3)),
                ConjugateModels.binomial(7, new Beta(2, 3.5)),
                ConjugateModels.geometric(new Beta(3, 1.5)),
                ConjugateModels.negativeBinomial(2.5, new Beta(3, 1.5)),
                ConjugateModels.multinomial(7, Dirichlet.of(0.7, 2, 1.3)),
                ConjugateModels.poisson(new Gamma(2.5, 0.8)),
                ConjugateModels.exponential(new Gamma(3, 0.4)),
                ConjugateModels.gamma(2.5, new Gamma(1.5, 4)),
                ConjugateModels.normalMean(2.5, new Normal(-1, 3)),
                ConjugateModels.normalPrecision(1.5, new Gamma(2, 0.7)),
                ConjugateModels.normalVariance(1.5, new InverseGamma(3, 0.7)),
                ConjugateModels.rate(Weibull.family(2.5), new Gamma(2, 0.7)),
                ConjugateModels.rate(Pareto.family(0.5), new Gamma(4, 2)),
                ConjugateModels.rate(Laplace.FAMILY, new Gamma(2, 1)),
                ConjugateModels.rate(Rayleigh.FAMILY, new Gamma(2, 3)),
                ConjugateModels.rate(Exponential.FAMILY, new Gamma(2, 3)),
                ConjugateModels.rate(NormalKnownMean.family(1.5), new Gamma(2, 3)),
                ConjugateModels.normalMean(MATRIX, new MultivariateNormal(Vec.of(1, -2), OTHER)),
                ConjugateModels.normalPrecision(Vec.of(0.5, 1), Wishart.degreesScale(4.5, OTHER)),
                ConjugateModels.normalCovariance(Vec.of(0.5, 1), InverseWishart.degreesScale(5.5, OTHER)),
                ConjugateModels.normal(new NormalGamma(1.5, 0.5, 3, 2)),
                ConjugateModels.normal(new NormalInverseWishart(Vec.of(1, -2), 0.7, 5.5, OTHER)));
    }

    /** log p(data | φ) + log π(φ) − log π(φ | data) is the log evidence whatever φ. */
    @ParameterizedTest
    @MethodSource("models")
    void bayesTheoremHoldsAtEveryParameter(ConjugateModel<?, ?, ?, ?> model) {
        bayes(model);
    }

    private static <T, M extends Member<T, M>, A, P extends Member<A, P>> void bayes(ConjugateModel<T, M, A, P> model) {
        List<T> data = draws(model, 6);
        P posterior = model.posterior(data);
        double evidence = model.logEvidence(data);
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 20; i++) {
            A parameter = posterior.sample(random);
            double joint = model.prior().logDensity(parameter);
            for (T x : data) {
                joint += model.likelihood(parameter).logDensity(x);
            }
            double candidate = joint - posterior.logDensity(parameter);
            assertEquals(evidence, candidate, 2e-13 * (1 + Math.abs(joint)), () -> model + " at " + parameter);
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void theEvidenceIsTheProductOfPredictions(ConjugateModel<?, ?, ?, ?> model) {
        chainRule(model);
    }

    private static <T, M extends Member<T, M>, A, P extends Member<A, P>> void chainRule(
            ConjugateModel<T, M, A, P> model) {
        List<T> data = draws(model, 6);
        ConjugateModel<T, M, A, P> seen = model;
        double sum = 0;
        for (T x : data) {
            sum += seen.logPredictive(x);
            seen = seen.after(List.of(x));
        }
        assertEquals(sum, model.logEvidence(data), 1e-12 * (1 + Math.abs(sum)));
        assertTrue(Double.isFinite(sum));
        double[] oneByOne = seen.prior().parameters();
        double[] atOnce = model.posterior(data).parameters();
        for (int i = 0; i < atOnce.length; i++) {
            assertEquals(atOnce[i], oneByOne[i], 1e-13 * Math.abs(atOnce[i]));
        }
    }

    private static <T, M extends Member<T, M>, A, P extends Member<A, P>> List<T> draws(
            ConjugateModel<T, M, A, P> model, int count) {
        SplittableRandom random = new SplittableRandom(9);
        List<T> data = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            data.add(model.samplePredictive(random));
        }
        return data;
    }

    @Test
    void posteriorsAreThoseOfTheTextbooks() {
        assertEquals(new Beta(5, 4), ConjugateModels.bernoulli(new Beta(2, 3)).posterior(List.of(1, 0, 1, 1)));
        assertEquals(
                Dirichlet.of(2, 1, 3),
                ConjugateModels.categorical(Dirichlet.of(1, 1, 1)).posterior(List.of(0, 2, 2)));
        assertEquals(
                new Beta(6, 11), ConjugateModels.binomial(6, new Beta(2, 3)).posterior(List.of(1L, 3L)));
        assertEquals(new Beta(4, 9), ConjugateModels.geometric(new Beta(2, 3)).posterior(List.of(0L, 6L)));
        assertEquals(
                new Beta(7, 9),
                ConjugateModels.negativeBinomial(2.5, new Beta(2, 3)).posterior(List.of(0L, 6L)));
        assertEquals(
                Dirichlet.of(2, 4, 5),
                ConjugateModels.multinomial(4, Dirichlet.of(1, 1, 1))
                        .posterior(List.of(List.of(0L, 2L, 2L), List.of(1L, 1L, 2L))));
        // −θ is the rate itself, 1/2σ², σ⁻ᵏ, the index.
        assertEquals(
                new Gamma(4, 4.5),
                ConjugateModels.rate(Exponential.FAMILY, new Gamma(2, 1)).posterior(List.of(0.5, 3.0)));
        assertEquals(
                new Gamma(3, 6),
                ConjugateModels.rate(NormalKnownMean.family(1), new Gamma(2, 1)).posterior(List.of(2.0, 3.0)));
        assertEquals(
                new Gamma(4, 6),
                ConjugateModels.rate(Laplace.FAMILY, new Gamma(2, 1)).posterior(List.of(-2.0, 3.0)));
        assertEquals(
                new Gamma(4, 6),
                ConjugateModels.rate(Rayleigh.FAMILY, new Gamma(2, 1)).posterior(List.of(1.0, 2.0)));
        assertEquals(
                new Gamma(4, 10),
                ConjugateModels.rate(Weibull.family(3), new Gamma(2, 1)).posterior(List.of(1.0, 2.0)));
        Gamma index = ConjugateModels.rate(Pareto.family(0.5), new Gamma(2, 1)).posterior(List.of(0.5, 1.0));
        assertEquals(4, index.shape(), 1e-15);
        assertEquals(1 + Math.log(2), index.rate(), 1e-15);
        assertEquals(new Gamma(9, 3), ConjugateModels.poisson(new Gamma(2, 1)).posterior(List.of(3L, 4L)));
        assertEquals(
                new Gamma(4, 4.5), ConjugateModels.exponential(new Gamma(2, 1)).posterior(List.of(0.5, 3.0)));
        assertEquals(
                new Gamma(8, 4.5), ConjugateModels.gamma(3, new Gamma(2, 1)).posterior(List.of(0.5, 3.0)));
        Normal posterior = ConjugateModels.normalMean(4, new Normal(1, 2)).posterior(List.of(3.0, 5.0));
        assertEquals(1, posterior.variance(), 1e-15);
        assertEquals(2.5, posterior.mean(), 1e-15);
        assertEquals(
                new Gamma(3, 3.5),
                ConjugateModels.normalPrecision(1, new Gamma(2, 1)).posterior(List.of(2.0, 3.0)));
    }

    @Test
    void predictionsAreThoseOfTheTextbooks() {
        // Laplace's rule of succession.
        ConjugateModel<Integer, Bernoulli, Double, Beta> coin = ConjugateModels.bernoulli(new Beta(1, 1));
        assertEquals(Math.log(4.0 / 5), coin.after(List.of(1, 1, 1)).logPredictive(1), 1e-15);
        // Beta–Bernoulli: Β(α + s, β + n − s)/Β(α, β).
        assertEquals(
                LogBeta.value(0.5 + 3, 0.2 + 1) - LogBeta.value(0.5, 0.2),
                ConjugateModels.bernoulli(new Beta(0.5, 0.2)).logEvidence(List.of(1, 1, 0, 1)),
                1e-14);
        // Negative binomial.
        double a = 2.5;
        double b = 0.8;
        ConjugateModel<Long, Poisson, Double, Gamma> counts = ConjugateModels.poisson(new Gamma(a, b));
        double total = 0;
        for (long k = 0; k < 400; k++) {
            double expected = LogGamma.value(a + k)
                    - LogGamma.value(a)
                    - LogGamma.value(k + 1.0)
                    + a * Math.log(b / (b + 1))
                    - k * Math.log1p(b);
            assertEquals(expected, counts.logPredictive(k), 1e-12 * (1 + Math.abs(expected)));
            total += Math.exp(counts.logPredictive(k));
        }
        assertEquals(1, total, 1e-12);
        // Lomax a bᵃ/(b + x)^(a + 1).
        ConjugateModel<Double, Exponential, Double, Gamma> waiting = ConjugateModels.exponential(new Gamma(3, 0.4));
        assertEquals(Math.log(3) + 3 * Math.log(0.4) - 4 * Math.log(2.4), waiting.logPredictive(2.0), 1e-14);
        // Normal with the variances added.
        assertEquals(
                new Normal(-1, 5.5).logDensityAt(0.3),
                ConjugateModels.normalMean(2.5, new Normal(-1, 3)).logPredictive(0.3),
                1e-14);
        // Student with 2a degrees of freedom about the known mean.
        ConjugateModel<Double, NormalKnownMean, Double, Gamma> spread =
                ConjugateModels.normalPrecision(1.5, new Gamma(2, 0.7));
        double student = LogGamma.value(2.5)
                - LogGamma.value(2)
                - 0.5 * Math.log(2 * Math.PI * 0.7)
                - 2.5 * Math.log1p(0.25 / (2 * 0.7));
        assertEquals(student, spread.logPredictive(1.0), 1e-14);
        Quadrature.Integral whole = Quadrature.integrate(
                x -> Math.exp(spread.logPredictive(x)),
                -1e6, // beyond is 1e-20
                1e6,
                Quadrature.around(1.5, 1));
        assertEquals(1, whole.value(), 1e-10);
    }

    @Test
    void predictionsOfCountsAreThoseOfTheTextbooks() {
        // Beta–binomial, beta–geometric, beta–negative binomial: coefficient times a quotient of beta functions.
        double a = 2.3;
        double b = 3.5;
        ConjugateModel<Long, Binomial, Double, Beta> successes = ConjugateModels.binomial(9, new Beta(a, b));
        double total = 0;
        for (long x = 0; x <= 9; x++) {
            double expected = 0
                    - Math.log(10)
                    - LogBeta.value(x + 1.0, 10.0 - x)
                    + LogBeta.value(a + x, b + 9 - x)
                    - LogBeta.value(a, b);
            assertEquals(expected, successes.logPredictive(x), 1e-13 * (1 + Math.abs(expected)));
            total += Math.exp(successes.logPredictive(x));
        }
        assertEquals(1, total, 1e-13);
        assertEquals(Double.NEGATIVE_INFINITY, successes.logPredictive(10L));
        double r = 2.5;
        ConjugateModel<Long, Geometric, Double, Beta> one = ConjugateModels.geometric(new Beta(a, b));
        ConjugateModel<Long, NegativeBinomial, Double, Beta> several =
                ConjugateModels.negativeBinomial(r, new Beta(a, b));
        for (long x = 0; x < 50; x++) {
            double ofOne = LogBeta.value(a + 1, b + x) - LogBeta.value(a, b);
            assertEquals(ofOne, one.logPredictive(x), 1e-13 * (1 + Math.abs(ofOne)));
            double coefficient = LogGamma.value(r + x) - LogGamma.value(r) - LogGamma.value(x + 1.0);
            double ofSeveral = coefficient + LogBeta.value(a + r, b + x) - LogBeta.value(a, b);
            assertEquals(ofSeveral, several.logPredictive(x), 2e-13 * (1 + Math.abs(ofSeveral)));
        }
        // Dirichlet–multinomial of a flat prior: all C(n + k − 1, k − 1) counts are equally probable.
        ConjugateModel<List<Long>, Multinomial, Probabilities, Dirichlet> flat =
                ConjugateModels.multinomial(4, Dirichlet.of(1, 1, 1));
        assertEquals(-Math.log(15), flat.logPredictive(List.of(4L, 0L, 0L)), 1e-14);
        assertEquals(-Math.log(15), flat.logPredictive(List.of(1L, 1L, 2L)), 1e-14);
        assertEquals(Double.NEGATIVE_INFINITY, flat.logPredictive(List.of(1L, 1L, 1L)));
    }

    @Test
    void evidenceIsExactForVagueAndForStubbornPriors() {
        // Values of log Β(α + 3, β + 1) − log Β(α, β) from 50-digit arithmetic.
        List<Integer> data = List.of(1, 1, 0, 1);
        double vague = ConjugateModels.bernoulli(new Beta(1e-6, 1e-6)).logEvidence(data);
        assertEquals(VAGUE, vague, 1e-14 * Math.abs(VAGUE));
        double stubborn = ConjugateModels.bernoulli(new Beta(1e9, 3e9)).logEvidence(data);
        assertEquals(STUBBORN, stubborn, 1e-14 * Math.abs(STUBBORN));
    }

    private static final double VAGUE = -15.607272193856899;
    private static final double STUBBORN = -4.446565154311453;

    @Test
    void aLargeMeanCostsTheNormalPosteriorNothing() {
        double far = 1e8;
        NormalGamma near =
                ConjugateModels.normal(new NormalGamma(0.5, 0.5, 3, 2)).posterior(List.of(0.0, 1.0, 2.5));
        NormalGamma away = ConjugateModels.normal(new NormalGamma(far + 0.5, 0.5, 3, 2))
                .posterior(List.of(far, far + 1, far + 2.5));
        assertEquals(near.rate(), away.rate(), 1e-7);
        assertEquals(far + near.mean(), away.mean(), 2e-8);
        // From the mean statistic, where nothing is large, it is the same.
        List<Double> data = List.of(0.0, 1.0, 2.5);
        NormalGamma moments =
                ConjugateModels.normal(new NormalGamma(0.5, 0.5, 3, 2)).posterior(Normal.FAMILY.meanStatistic(data), 3);
        assertEquals(near.rate(), moments.rate(), 1e-14);
        assertEquals(near.mean(), moments.mean(), 1e-15);
        assertEquals(4.5, moments.shape(), 1e-15);
    }

    @Test
    void offTheSupportNothingIsPredictedAndBadInputIsRefused() {
        assertEquals(
                Double.NEGATIVE_INFINITY,
                ConjugateModels.poisson(new Gamma(1, 1)).logPredictive(-1L));
        assertThrows(
                DomainException.class,
                () -> ConjugateModels.poisson(new Gamma(1, 1)).posterior(List.of(-1L)));
        assertThrows(
                DomainException.class,
                () -> ConjugateModels.poisson(new Gamma(1, 1)).posterior(List.of()));
        assertThrows(DomainException.class, () -> ConjugateModels.normalMean(0, new Normal(0, 1)));
        assertThrows(DomainException.class, () -> ConjugateModels.normalPrecision(Double.NaN, new Gamma(1, 1)));
        assertThrows(DomainException.class, () -> ConjugateModels.rate(Poisson.FAMILY, new Gamma(1, 1)));
        DomainException planar =
                assertThrows(DomainException.class, () -> ConjugateModels.rate(Gamma.FAMILY, new Gamma(1, 1)));
        assertTrue(String.valueOf(planar.getMessage()).contains("family = gamma"), planar::getMessage);
        assertThrows(DomainException.class, () -> ConjugateModels.binomial(0, new Beta(1, 1)));
        assertThrows(DomainException.class, () -> ConjugateModels.negativeBinomial(Double.NaN, new Beta(1, 1)));
        assertThrows(DomainException.class, () -> ConjugateModels.multinomial(-1, Dirichlet.of(1, 1)));
        assertThrows(
                DomainException.class,
                () -> ConjugateModels.binomial(3, new Beta(1, 1)).posterior(List.of(4L)));
        assertThrows(
                DomainException.class,
                () -> ConjugateModels.multinomial(3, Dirichlet.of(1, 1)).posterior(List.of(List.of(1L, 1L))));
        assertThrows(
                DomainException.class,
                () -> ConjugateModels.normalMean(PositiveDefinite.identity(3), MultivariateNormal.standard(2)));
        assertThrows(DomainException.class, () -> ConjugateModels.gamma(-1, new Gamma(1, 1)));
        ConjugateModel<Integer, Bernoulli, Double, Beta> coin = ConjugateModels.bernoulli(new Beta(1, 1));
        assertThrows(DomainException.class, () -> coin.posterior(Bernoulli.FAMILY.meanStatistic(List.of(1)), 0));
        assertThrows(DomainException.class, () -> coin.posterior(List.of(2)));
        assertThrows(DomainException.class, () -> coin.posterior(Vec.of(0.5, 0.5), 3));
        assertTrue(coin.toString().contains("Beta"), coin::toString);
    }

    /** E[log p] = ψ(α) − ψ(α + β) and E[log(1 − p)] = ψ(β) − ψ(α + β) for p ~ Beta(α, β), whatever the prior was. */
    @Test
    void theExpectedLogLikelihoodIsAffineInTheExpectation() {
        ConjugateModel<Integer, Bernoulli, Double, Beta> model = ConjugateModels.bernoulli(new Beta(2, 3.5));
        List<Integer> data = List.of(1, 0, 1, 1);
        Beta q = new Beta(1.7, 4);
        double total = Polygamma.digamma(5.7);
        double expected = 3 * (Polygamma.digamma(1.7) - total) + Polygamma.digamma(4) - total;
        assertEquals(expected, model.expectedLogLikelihood(q, data), 1e-14 * Math.abs(expected));
        assertEquals(Vec.of(3, 1), model.increment(data));
        assertThrows(DomainException.class, () -> model.increment(List.of()));
        assertThrows(DomainException.class, () -> model.expectedLogLikelihood(q, List.of(2)));
    }
}
