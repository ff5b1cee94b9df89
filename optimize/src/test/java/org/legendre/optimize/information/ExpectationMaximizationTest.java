package org.legendre.optimize.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Binomial;
import org.legendre.geometry.family.ConjugatePrior;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.IndependentFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.NormalKnownVariance;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.geometry.mixture.MixtureDivergences;
import org.legendre.optimize.Outcome;

/** EM on mixtures of several families: monotone, stationary where it ends, and honest where no likelihood is the largest. */
class ExpectationMaximizationTest {
    private static final Mixture<Double, Normal> TRUTH =
            new Mixture<>(Probabilities.of(0.3, 0.7), List.of(new Normal(-2, 1), new Normal(1.5, 0.25)));

    private static <T, M extends Member<T, M>> List<T> draws(Mixture<T, M> mixture, int count) {
        SplittableRandom random = new SplittableRandom(3);
        List<T> data = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            data.add(mixture.sample(random));
        }
        return data;
    }

    private static void assertMonotone(ExpectationMaximization.Fit<?, ?> fit) {
        List<Double> trace = fit.logLikelihoods();
        assertTrue(trace.size() > 3, trace::toString);
        for (int i = 1; i < trace.size(); i++) {
            assertTrue(trace.get(i) >= trace.get(i - 1) - 1e-12 * Math.abs(trace.get(i)), trace::toString);
        }
    }

    @Test
    void twoNormalsAreFound() {
        List<Double> data = draws(TRUTH, 4000);
        var start = ExpectationMaximization.start(Normal.FAMILY, data, 2, new SplittableRandom(1));
        var fit = ExpectationMaximization.of(Normal.FAMILY, data).run(start);
        assertMonotone(fit);
        assertInstanceOf(Outcome.Converged.class, fit.outcome());
        Mixture<Double, Normal> found = fit.mixture();
        assertEquals(
                found.logLikelihood(data),
                fit.logLikelihoods().get(fit.logLikelihoods().size() - 1));
        assertTrue(found.logLikelihood(data) > TRUTH.logLikelihood(data));
        // Half a χ² of 5 degrees of freedom over n.
        assertTrue(MixtureDivergences.klByQuadrature(TRUTH, found).value() < 15.0 / 4000);
        // Stationary: no small change of a parameter does better.
        double top = found.logLikelihood(data);
        for (double step : new double[] {-1e-3, 1e-3}) {
            Normal first = found.components().get(0);
            Normal second = found.components().get(1);
            double weight = found.weights().get(0) + step;
            assertTrue(
                    top > new Mixture<>(Probabilities.of(weight, 1 - weight), found.components()).logLikelihood(data));
            for (Normal moved : List.of(
                    new Normal(first.mean() + step, first.variance()),
                    new Normal(first.mean(), first.variance() + step))) {
                assertTrue(top > new Mixture<>(found.weights(), List.of(moved, second)).logLikelihood(data));
            }
        }
    }

    /** E[x²] of these normals keeps no digit of their variances. */
    @Test
    void normalsFarFromZeroAreFoundAsNear() {
        double far = 1e9;
        List<Double> near = draws(TRUTH, 1000).stream()
                .map(x -> Math.rint(x * 0x1p20) / 0x1p20)
                .toList();
        List<Double> data = near.stream().map(x -> x + far).toList();
        var prior = ConjugatePrior.around(new Normal(0, 1), 2);
        var farPrior = ConjugatePrior.around(new Normal(far, 1), 2);
        var expected = ExpectationMaximization.of(Normal.FAMILY, near);
        var actual = ExpectationMaximization.of(Normal.FAMILY, data);
        same(far, expected.run(startNear(near)), actual.run(startNear(data)));
        same(
                far,
                expected.prior(prior).run(startNear(near)),
                actual.prior(farPrior).run(startNear(data)));
    }

    private static Mixture<Double, Normal> startNear(List<Double> data) {
        return ExpectationMaximization.start(Normal.FAMILY, data, 2, new SplittableRandom(1));
    }

    private static void same(
            double far, ExpectationMaximization.Fit<?, Normal> near, ExpectationMaximization.Fit<?, Normal> actual) {
        assertInstanceOf(Outcome.Converged.class, actual.outcome(), actual.outcome()::toString);
        assertEquals(near.logLikelihoods().size(), actual.logLikelihoods().size(), 1);
        for (int j = 0; j < 2; j++) {
            Normal p = near.mixture().components().get(j);
            Normal q = actual.mixture().components().get(j);
            // The means are rounded to 2⁻²³; the last step of either moves by the root of its tolerance.
            assertEquals(far + p.mean(), q.mean(), 1e-5);
            assertEquals(p.variance(), q.variance(), 1e-5);
        }
    }

    @Test
    void countsGammasBitsAndVectors() {
        monotone(Mixture.uniform(List.of(new Poisson(2), new Poisson(12))), 800);
        monotone(Mixture.uniform(List.of(new Gamma(2, 3), new Gamma(20, 4))), 800);
        monotone(
                Mixture.uniform(List.of(
                        new MultivariateNormal(Vec.of(0, 0), PositiveDefinite.of(new double[][] {{1, 0.5}, {0.5, 1}})),
                        new MultivariateNormal(Vec.of(3, 1), PositiveDefinite.identity(2)))),
                500);
        // Latent classes of answers to five questions.
        var bits = new IndependentFamily<>(Bernoulli.FAMILY, 5);
        monotone(Mixture.uniform(List.of(bits.of(0.9, 0.8, 0.9, 0.7, 0.9), bits.of(0.2, 0.1, 0.3, 0.2, 0.1))), 800);
    }

    private static <T, M extends Member<T, M>> void monotone(Mixture<T, M> truth, int count) {
        List<T> data = draws(truth, count);
        var family = truth.components().get(0).family();
        var start = ExpectationMaximization.start(family, data, 2, new SplittableRandom(5));
        var fit = ExpectationMaximization.of(family, data).run(start);
        assertMonotone(fit);
        assertInstanceOf(Outcome.Converged.class, fit.outcome());
        assertTrue(fit.mixture().logLikelihood(data) > truth.logLikelihood(data), fit.mixture()::toString);
    }

    @Test
    void anUnboundedLikelihoodIsSeenAndAPriorBoundsIt() {
        List<Double> data = new ArrayList<>(draws(Mixture.uniform(List.of(new Normal(0, 1))), 50));
        data.add(40.0);
        Mixture<Double, Normal> start = Mixture.uniform(List.of(new Normal(0, 1), new Normal(40, 0.01)));
        var fit = ExpectationMaximization.of(Normal.FAMILY, data).run(start);
        var failed = assertInstanceOf(Outcome.Failed.class, fit.outcome());
        assertTrue(failed.reason().contains("unbounded"), failed::reason);
        assertTrue(failed.reason().contains("component 1"), failed::reason);
        var prior = ConjugatePrior.around(new Normal(0, 1), 1);
        var bounded =
                ExpectationMaximization.of(Normal.FAMILY, data).prior(prior).run(start);
        assertInstanceOf(Outcome.Converged.class, bounded.outcome());
        List<Double> trace = bounded.logLikelihoods();
        for (int i = 1; i < trace.size(); i++) {
            assertTrue(trace.get(i) >= trace.get(i - 1) - 1e-12 * Math.abs(trace.get(i)));
        }
        assertTrue(bounded.mixture().components().get(1).variance() > 0.5);
        // The same by many equal observations.
        List<Double> equal = new ArrayList<>(data);
        for (int i = 0; i < 10; i++) {
            equal.add(40.0);
        }
        var collapsed = ExpectationMaximization.of(Normal.FAMILY, equal).run(start);
        assertTrue(collapsed.outcome().reason().contains("unbounded"), collapsed.outcome()::reason);
    }

    @Test
    void aDeadComponentIsNamed() {
        List<Double> data = List.of(0.1, -0.4, 0.7, 1.1);
        Mixture<Double, Normal> start = Mixture.uniform(List.of(new Normal(0, 1), new Normal(1e6, 1)));
        var fit = ExpectationMaximization.of(Normal.FAMILY, data).run(start);
        assertTrue(fit.outcome().reason().contains("component 1 = 0.0"), fit.outcome()::reason);
        assertTrue(fit.outcome().reason().contains("died"), fit.outcome()::reason);
        assertEquals(start, fit.mixture());
    }

    @Test
    void oneComponentIsMaximumLikelihoodAndLimitsHold() {
        List<Long> data = List.of(0L, 3L, 1L, 7L);
        var fit = ExpectationMaximization.of(Poisson.FAMILY, data).run(Mixture.uniform(List.of(new Poisson(1))));
        assertEquals(2.75, fit.mixture().components().get(0).rate(), 1e-15);
        var short1 = ExpectationMaximization.of(Normal.FAMILY, draws(TRUTH, 200))
                .until(0, 2)
                .run(Mixture.uniform(List.of(new Normal(-1, 1), new Normal(1, 1))));
        assertInstanceOf(Outcome.Exhausted.class, short1.outcome());
        assertEquals(3, short1.logLikelihoods().size());
    }

    @Test
    void badInputIsRefused() {
        assertThrows(DomainException.class, () -> ExpectationMaximization.of(Normal.FAMILY, List.of()));
        var method = ExpectationMaximization.of(Poisson.FAMILY, List.of(1L));
        assertThrows(DomainException.class, () -> method.until(Double.NaN, 5));
        assertThrows(DomainException.class, () -> method.until(1, 0));
        assertThrows(DomainException.class, () -> method.run(Mixture.uniform(List.of(new Poisson(0)))));
        List<Vec<Euclidean>> one = List.of(Vec.of(1, 2));
        assertThrows(
                DomainException.class,
                () -> ExpectationMaximization.start(MultivariateNormal.family(2), one, 2, new SplittableRandom(1)));
    }

    /** The family of Poisson laws with a maximization that errs. */
    @SuppressWarnings("unchecked")
    private static ExponentialFamily<Long, Poisson> erring(double error) {
        return (ExponentialFamily<Long, Poisson>) Proxy.newProxyInstance(
                ExponentialFamily.class.getClassLoader(),
                new Class<?>[] {ExponentialFamily.class},
                (proxy, method, arguments) -> {
                    Object answer = method.invoke(Poisson.FAMILY, arguments);
                    return method.getName().equals("weightedMaximumLikelihood")
                            ? new Poisson(((Poisson) answer).rate() + error)
                            : answer;
                });
    }

    @Test
    void aFallOfTheLikelihoodIsReported() {
        var start = Mixture.uniform(List.of(new Poisson(2)));
        var fit = ExpectationMaximization.of(erring(5), List.of(1L, 2L, 3L)).run(start);
        var violated = assertInstanceOf(Outcome.AssumptionViolated.class, fit.outcome());
        assertTrue(violated.reason().contains("fell"), violated::reason);
        assertEquals(start, fit.mixture());
        assertEquals(1, fit.logLikelihoods().size());
    }

    @Test
    void aComponentIsFoundUnboundedBeforeItShrinks() {
        List<Double> data = new ArrayList<>(draws(Mixture.uniform(List.of(new Normal(0, 1))), 50));
        data.add(40.0);
        // The others are the second component's by e⁻⁵⁰.
        Mixture<Double, Normal> start = Mixture.uniform(List.of(new Normal(0, 1), new Normal(40, 16)));
        var fit = ExpectationMaximization.of(Normal.FAMILY, data).run(start);
        var failed = assertInstanceOf(Outcome.Failed.class, fit.outcome());
        assertEquals(1, failed.iteration());
        assertTrue(failed.reason().contains("component 1 = [40.0]"), failed::reason);
    }

    @Test
    void theStartHasAComponentInEachCluster() {
        SplittableRandom random = new SplittableRandom(11);
        List<Double> data = new ArrayList<>();
        for (int i = 0; i < 90; i++) {
            data.add(i % 3 * 100 + random.nextDouble());
        }
        for (int seed = 0; seed < 40; seed++) {
            var start =
                    ExpectationMaximization.start(NormalKnownVariance.family(1), data, 3, new SplittableRandom(seed));
            long clusters = start.components().stream()
                    .map(p -> Math.round(p.mean() / 50))
                    .distinct()
                    .count();
            assertEquals(3, clusters, start::toString);
        }
        // Equal data: no two can lie apart.
        var equal = ExpectationMaximization.start(Poisson.FAMILY, List.of(1L, 1L), 2, random);
        assertEquals(Mixture.uniform(List.of(new Poisson(1), new Poisson(1))), equal);
    }

    @Test
    void theLimitIsThatOfTheLastStep() {
        List<Double> data = draws(TRUTH, 500);
        var start = Mixture.uniform(List.of(new Normal(-1, 1), new Normal(1, 1)));
        var fit = ExpectationMaximization.of(Normal.FAMILY, data)
                .until(1e-7, 1000)
                .run(start);
        assertInstanceOf(Outcome.Converged.class, fit.outcome());
        List<Double> trace = fit.logLikelihoods();
        for (int i = 1; i < trace.size(); i++) {
            double limit = 1e-7 * (Math.abs(trace.get(i)) + data.size());
            assertEquals(i == trace.size() - 1, trace.get(i) - trace.get(i - 1) <= limit, trace::toString);
        }
    }

    @Test
    void aDeadComponentBecomesThePriorsMode() {
        var prior = ConjugatePrior.around(new Normal(3, 2), 1);
        Mixture<Double, Normal> start = Mixture.uniform(List.of(new Normal(0, 1), new Normal(1e6, 1)));
        var fit = ExpectationMaximization.of(Normal.FAMILY, List.of(0.1, -0.4, 0.7, 1.1))
                .prior(prior)
                .until(0, 1)
                .run(start);
        assertEquals(prior.mode(), fit.mixture().components().get(1));
        assertEquals(0, fit.mixture().weights().get(1));
    }

    @Test
    void observationsOnALineBeforeTheOthersAreNoCollapse() {
        List<Vec<Euclidean>> data = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            data.add(Vec.of(i, i));
        }
        data.add(Vec.of(1, 5));
        data.add(Vec.of(4, 0));
        var family = MultivariateNormal.family(2);
        var fit =
                ExpectationMaximization.of(family, data).run(Mixture.uniform(List.of(MultivariateNormal.standard(2))));
        assertInstanceOf(Outcome.Converged.class, fit.outcome(), fit.outcome()::toString);
    }

    @Test
    void membersOfOtherFamiliesAreRefused() {
        var method = ExpectationMaximization.of(Binomial.family(5), List.of(1L, 4L));
        Mixture<Long, Binomial> start = Mixture.uniform(List.of(new Binomial(5, 0.2), new Binomial(7, 0.5)));
        assertThrows(DomainException.class, () -> method.run(start));
        assertThrows(DomainException.class, () -> method.prior(ConjugatePrior.around(new Binomial(3, 0.2), 1)));
        DomainException none = assertThrows(
                DomainException.class,
                () -> ExpectationMaximization.start(Poisson.FAMILY, List.of(1L), 0, new SplittableRandom(1)));
        assertTrue(String.valueOf(none.getMessage()).contains("components = 0"), none::toString);
    }
}
