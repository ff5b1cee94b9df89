package org.legendre.optimize.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Independent;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.optimize.Descent;
import org.legendre.optimize.GradientCheck;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Sampling;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.Stopping;

/** Expectation maximization as mirror descent in the natural coordinates of the complete data. */
class MixtureLikelihoodTest {
    /** A mixture that data were drawn from, and one to start from. */
    record Case<T, M extends Member<T, M>>(String name, Mixture<T, M> truth, Mixture<T, M> start) {
        List<T> data() {
            SplittableRandom random = new SplittableRandom(8);
            List<T> data = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                data.add(truth.sample(random));
            }
            return data;
        }

        MixtureLikelihood<T, M> likelihood() {
            return MixtureLikelihood.of(truth.components().get(0).family(), data(), truth.size());
        }

        CompleteData<T, M> complete() {
            return likelihood().completeData();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case<?, ?>> cases() {
        return Stream.of(
                new Case<>(
                        "normals",
                        new Mixture<>(
                                Probabilities.of(0.3, 0.5, 0.2),
                                List.of(new Normal(-2, 1), new Normal(1.5, 0.25), new Normal(4, 2))),
                        new Mixture<>(
                                Probabilities.of(0.2, 0.3, 0.5),
                                List.of(new Normal(-1, 2), new Normal(0.5, 1), new Normal(3, 1)))),
                new Case<>(
                        "gammas",
                        new Mixture<>(Probabilities.of(0.6, 0.4), List.of(new Gamma(2, 3), new Gamma(9, 2))),
                        new Mixture<>(Probabilities.of(0.5, 0.5), List.of(new Gamma(1, 1), new Gamma(4, 1)))),
                new Case<>(
                        "coins",
                        new Mixture<>(Probabilities.of(0.6, 0.4), List.of(coins(0.9, 0.2, 0.7), coins(0.1, 0.5, 0.3))),
                        new Mixture<>(Probabilities.of(0.3, 0.7), List.of(coins(0.7, 0.3, 0.6), coins(0.4, 0.5, 0.5)))),
                new Case<>(
                        "planes",
                        new Mixture<>(
                                Probabilities.of(0.6, 0.4), List.of(plane(0, 0, 1, 0.5, 2), plane(3, 1, 2, -0.3, 1))),
                        new Mixture<>(
                                Probabilities.of(0.5, 0.5), List.of(plane(-1, 0, 1, 0, 1), plane(2, 2, 1, 0, 1)))));
    }

    private static Independent<Integer, Bernoulli> coins(double... p) {
        List<Bernoulli> coins = new ArrayList<>();
        for (double each : p) {
            coins.add(new Bernoulli(each));
        }
        return new Independent<>(coins);
    }

    private static MultivariateNormal plane(double x, double y, double a, double b, double c) {
        return MultivariateNormal.of(2, x, y, a, b, b, c);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theCompleteDataAreAnExponentialFamily(Case<?, ?> each) {
        family(each);
    }

    private static <T, M extends Member<T, M>> void family(Case<T, M> each) {
        CompleteData<T, M> complete = each.complete();
        Legendre<Natural, Expectation> a = complete.potential();
        Vec<Natural> theta = complete.natural(each.truth());
        Vec<Expectation> eta = complete.expectation(each.truth());
        assertArrayEquals(eta.toArray(), a.gradient(theta).toArray(), 1e-12);
        assertArrayEquals(theta.toArray(), a.conjugate().gradient(eta).toArray(), 1e-9);
        assertEquals(theta.dot(eta), a.value(theta) + a.conjugate().value(eta), 1e-11);
        // Normalised: the density of the first complete observation is its weight times its component.
        T x = each.data().get(0);
        M first = each.truth().components().get(0);
        double joint = theta.get(0)
                + Vec.<Natural>of(complete.part(theta.toArray(), 0))
                        .dot(first.family().statistic(x))
                + first.family().logBaseMeasure(x)
                - a.value(theta);
        assertEquals(each.truth().weights().logProbability(0) + first.logDensity(x), joint, 1e-11);
        Vec<Natural> other = complete.natural(each.start());
        double direct = a.value(theta) - a.value(other) - theta.minus(other).dot(a.gradient(other));
        assertEquals(direct, a.bregman(theta, other), 1e-11 * (1 + direct));
        assertEquals(complete.divergence(each.start(), each.truth()), a.bregman(theta, other), 1e-12 * direct);
        double[] chart = a.conjugate().domain().toChart(eta.toArray());
        assertArrayEquals(eta.toArray(), a.conjugate().domain().fromChart(chart), 1e-11);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theHessianIsTheDerivativeOfTheGradient(Case<?, ?> each) {
        hessian(each);
    }

    private static <T, M extends Member<T, M>> void hessian(Case<T, M> each) {
        Legendre<Natural, Expectation> a = each.complete().potential();
        Vec<Natural> theta = each.complete().natural(each.truth());
        Metric<Natural, Expectation> metric = a.metric(theta);
        SplittableRandom random = new SplittableRandom(4);
        Vec<Natural> v = Vec.generate(theta.size(), i -> random.nextGaussian() * Math.abs(theta.get(i)));
        double[] wide = a.gradient(theta.plus(v.times(1e-4)))
                .minus(a.gradient(theta.minus(v.times(1e-4))))
                .toArray();
        double[] narrow = a.gradient(theta.plus(v.times(5e-5)))
                .minus(a.gradient(theta.minus(v.times(5e-5))))
                .toArray();
        Vec<Expectation> lowered = metric.lower(v);
        double scale = lowered.stream().map(Math::abs).max().orElseThrow();
        for (int i = 0; i < wide.length; i++) {
            double expected = (4 * narrow[i] / 1e-4 - wide[i] / 2e-4) / 3;
            assertEquals(expected, lowered.get(i), 1e-7 * scale, "entry " + i);
        }
        Vec<Natural> raised = metric.raise(lowered);
        for (int i = 0; i < wide.length; i++) {
            assertEquals(v.get(i), raised.get(i), 1e-8 * (1 + Math.abs(v.get(i))));
        }
        double square = metric.inner(v, v);
        assertEquals(square, v.dot(lowered), 1e-11 * square);
        assertEquals(square, metric.hessian().inverseQuadratic(lowered.toArray()), 1e-9 * square);
        double dense = PositiveDefinite.of(metric.toMatrix()).logDeterminant();
        assertEquals(dense, metric.logDeterminant(), 1e-8 * (1 + Math.abs(dense)));
        Metric<Expectation, Natural> dual = a.conjugate().metric(each.complete().expectation(each.truth()));
        assertEquals(square, dual.inner(lowered, lowered), 1e-8 * square);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theDifferentialIsThatOfTheLikelihood(Case<?, ?> each) {
        differential(each);
    }

    private static <T, M extends Member<T, M>> void differential(Case<T, M> each) {
        Vec<Natural> theta = each.complete().natural(each.start());
        for (MixtureLikelihood<T, M> likelihood :
                List.of(each.likelihood(), each.likelihood().prior(each.truth(), 7.5))) {
            GradientCheck check = GradientCheck.of(likelihood, theta);
            assertTrue(check.passed(), check.toString());
        }
        assertEquals(
                -each.start().logLikelihood(each.data()) / 200,
                each.likelihood().value(theta),
                1e-12 * Math.abs(each.likelihood().value(theta)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void mirrorStepsAreExpectationMaximization(Case<?, ?> each) {
        textbook(each);
    }

    private static <T, M extends Member<T, M>> void textbook(Case<T, M> each) {
        int steps = 25;
        MixtureLikelihood<T, M> likelihood = each.likelihood();
        Run<Natural, Expectation> run = likelihood
                .expectationMaximization()
                .until(Stopping.iterations(steps))
                .run(likelihood.start(each.start()));
        var fit = ExpectationMaximization.of(each.truth().components().get(0).family(), each.data())
                .until(0, steps)
                .run(each.start());
        assertEquals(steps + 1, fit.logLikelihoods().size());
        for (int t = 0; t <= steps; t++) {
            double textbook = fit.logLikelihoods().get(t);
            assertEquals(textbook, -200 * run.trace().get(t).value(), 1e-12 * Math.abs(textbook), "step " + t);
        }
        Vec<Expectation> expected = likelihood.completeData().expectation(fit.mixture());
        Vec<Expectation> found = likelihood.completeData().expectation(likelihood.mixture(run.point()));
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), found.get(i), 1e-10 * (1 + Math.abs(expected.get(i))));
        }
    }

    /** L(θ₊) ≤ L(θ) − KL(p₊‖p) of the complete data at each step, and so the least of T divergences is at most (L(θ₀) − L*)/T. */
    @ParameterizedTest
    @MethodSource("cases")
    void theBoundOfKunstnerKumarAndSchmidtIsKept(Case<?, ?> each) {
        bound(each);
    }

    private static <T, M extends Member<T, M>> void bound(Case<T, M> each) {
        for (MixtureLikelihood<T, M> likelihood :
                List.of(each.likelihood(), each.likelihood().prior(each.start(), 20))) {
            Run<Natural, Expectation> run = likelihood
                    .expectationMaximization()
                    .until(Stopping.iterations(60))
                    .run(likelihood.start(each.start()));
            List<Iterate<Natural>> iterates = run.trace().iterates();
            double optimum = run.last().value();
            double least = Double.POSITIVE_INFINITY;
            for (int t = 0; t + 1 < iterates.size(); t++) {
                Iterate<Natural> from = iterates.get(t);
                Iterate<Natural> to = iterates.get(t + 1);
                double moved = likelihood
                        .completeData()
                        .divergence(likelihood.mixture(to.point()), likelihood.mixture(from.point()));
                assertTrue(to.value() <= from.value() - moved + 1e-13, each + ", step " + t);
                least = Math.min(least, moved);
                assertTrue(least <= (iterates.get(0).value() - optimum) / (t + 1) + 1e-14, each + ", step " + t);
            }
        }
    }

    /** With a prior: π₊ = (nπ̂ + νπ₀)/(n + ν), and means of statistics likewise. */
    @Test
    void withAPriorStepsAreThoseToTheMaximumAPosteriori() {
        Case<Double, Normal> each = normals();
        Mixture<Double, Normal> guess = new Mixture<>(
                Probabilities.of(0.5, 0.25, 0.25), List.of(new Normal(0, 1), new Normal(1, 2), new Normal(2, 3)));
        double strength = 30;
        MixtureLikelihood<Double, Normal> likelihood = each.likelihood().prior(guess, strength);
        Descent<Natural, Expectation> method = likelihood.expectationMaximization();
        Mixture<Double, Normal> found = likelihood.mixture(
                method.step(method.start(likelihood.start(each.start()))).point());
        double[] totals = new double[3];
        double[] first = new double[3];
        double[] second = new double[3];
        for (double x : each.data()) {
            Probabilities shares = each.start().responsibilities(x);
            for (int j = 0; j < 3; j++) {
                totals[j] += shares.get(j);
                first[j] += shares.get(j) * x;
                second[j] += shares.get(j) * x * x;
            }
        }
        for (int j = 0; j < 3; j++) {
            Normal old = guess.components().get(j);
            double own = strength * guess.weights().get(j);
            double total = totals[j] + own;
            double mean = (first[j] + own * old.mean()) / total;
            double square = (second[j] + own * (old.variance() + old.mean() * old.mean())) / total;
            assertEquals(total / (200 + strength), found.weights().get(j), 1e-13);
            assertEquals(mean, found.components().get(j).mean(), 1e-12);
            assertEquals(square - mean * mean, found.components().get(j).variance(), 1e-12);
        }
    }

    @SuppressWarnings("unchecked") // the first case
    private static Case<Double, Normal> normals() {
        return (Case<Double, Normal>) cases().findFirst().orElseThrow();
    }

    @Test
    void miniBatchesAreOnlineExpectationMaximization() {
        Case<Double, Normal> each = normals();
        MixtureLikelihood<Double, Normal> likelihood = each.likelihood().prior(each.start(), 5);
        Run<Natural, Expectation> run = Descent.of(likelihood, likelihood.geometry())
                .by(Scheme.stochastic(new Sampling(20, 10, 3), 0.9, 0.6))
                .until(Stopping.iterations(60))
                .run(likelihood.start(each.start()));
        Run<Natural, Expectation> full = likelihood
                .expectationMaximization()
                .until(Stopping.iterations(300))
                .run(likelihood.start(each.start()));
        assertInstanceOf(Outcome.Exhausted.class, run.outcome());
        assertEquals(full.last().value(), run.last().value(), 2e-3);
    }

    /** A start whose second component has no observations of its own: its share rounds to 0, and the run says so. */
    @Test
    void aComponentThatDiesIsTold() {
        MixtureLikelihood<Double, Normal> likelihood =
                MixtureLikelihood.of(Normal.FAMILY, List.of(0.1, -0.2, 0.4, 1.1), 2);
        Mixture<Double, Normal> start =
                new Mixture<>(Probabilities.of(0.5, 0.5), List.of(new Normal(0, 1), new Normal(1e4, 1)));
        Outcome outcome = likelihood
                .expectationMaximization()
                .until(Stopping.iterations(5))
                .run(likelihood.start(start))
                .outcome();
        assertInstanceOf(Outcome.Failed.class, outcome);
        assertTrue(outcome.reason().contains("component 1"), outcome.reason());
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Case<Double, Normal> each = normals();
        assertThrows(DomainException.class, () -> MixtureLikelihood.of(Normal.FAMILY, List.of(), 2));
        assertThrows(DomainException.class, () -> MixtureLikelihood.of(Normal.FAMILY, List.of(1.0), 0));
        assertThrows(DomainException.class, () -> each.likelihood().prior(each.start(), 0));
        assertThrows(
                DomainException.class,
                () -> each.likelihood().start(Mixture.uniform(List.of(new Normal(0, 1), new Normal(1, 1)))));
        assertThrows(
                DomainException.class,
                () -> each.likelihood()
                        .start(new Mixture<>(
                                Probabilities.of(1, 0, 0), each.start().components())));
    }
}
