package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Quadrature;

/** Conjugate priors of every family of the catalogue. */
class ConjugatePriorTest {
    static List<Member<?, ?>> members() {
        return SampleMembers.all();
    }

    @ParameterizedTest
    @MethodSource("members")
    void noOtherMemberIsMorePlausibleThanTheMaximumAPosteriori(Member<?, ?> member) {
        maximum(member);
    }

    private static <T, M extends Member<T, M>> void maximum(Member<T, M> member) {
        ExponentialFamily<T, M> family = member.family();
        M guess = family.of(member.parameters());
        ConjugatePrior<T, M> prior = ConjugatePrior.around(guess, 1.5);
        List<T> data = draws(member, 7);
        M best = family.maximumAPosteriori(data, prior);
        double[] theta = best.natural().toArray();
        double top = logPosterior(prior, data, best);
        ConjugatePrior<T, M> posterior = prior.posterior(data);
        int compared = 0;
        for (int i = 0; i < theta.length; i++) {
            for (double step : new double[] {-1e-3, 1e-3}) {
                double[] other = theta.clone();
                other[i] += step * Math.max(Math.abs(theta[i]), 0.1);
                if (family.potential().domain().contains(other)) {
                    M rival = family.member(Vec.of(other));
                    double lower = logPosterior(prior, data, rival) - top;
                    assertTrue(lower < 0, () -> rival + " beats " + best);
                    // The posterior's own density says by how much.
                    assertEquals(lower, posterior.logDensity(rival), 1e-7 * Math.abs(lower) + 1e-12 * Math.abs(top));
                    compared++;
                }
            }
        }
        assertTrue(compared >= theta.length);
        assertEquals(0, posterior.logDensity(best));
    }

    private static <T, M extends Member<T, M>> double logPosterior(ConjugatePrior<T, M> prior, List<T> data, M p) {
        Vec<Natural> theta = p.natural();
        double sum = prior.strength()
                * (theta.dot(prior.pseudoMean()) - prior.family().potential().value(theta));
        for (T x : data) {
            sum += p.logDensity(x);
        }
        return sum;
    }

    @ParameterizedTest
    @MethodSource("members")
    void dataOneByOneAllAtOnceAndAsAMeanGiveTheSamePosterior(Member<?, ?> member) {
        sequential(member);
    }

    private static <T, M extends Member<T, M>> void sequential(Member<T, M> member) {
        ExponentialFamily<T, M> family = member.family();
        // The expectations of a family that is not steep do not fill the convex hull of T: five observations have to
        // leave the mean among them.
        boolean steep = !(member instanceof GeneralizedInverseGaussian || member instanceof ConwayMaxwellPoisson);
        double strength = steep ? 0.3 : 10_000;
        ConjugatePrior<T, M> prior = family.conjugatePrior(member.expectation(), strength);
        assertClose(member.parameters(), prior.mode().parameters(), 1e-11);
        assertEquals(prior.pseudoMean(), prior.expectation());
        List<T> data = draws(member, 5);
        ConjugatePrior<T, M> step = prior;
        double[] sum = member.expectation().times(strength).toArray();
        for (T x : data) {
            step = step.posterior(List.of(x));
            for (int i = 0; i < sum.length; i++) {
                sum[i] += family.statistic(x).get(i);
            }
        }
        ConjugatePrior<T, M> batch = prior.posterior(data);
        assertEquals(5 + strength, batch.strength(), 1e-14 * strength);
        assertEquals(5 + strength, step.strength(), 1e-14 * strength);
        assertClose(
                Vec.of(sum).times(1 / (5 + strength)).toArray(),
                batch.pseudoMean().toArray(),
                1e-14);
        assertClose(batch.pseudoMean().toArray(), step.pseudoMean().toArray(), 1e-14);
        assertClose(
                batch.mode().parameters(),
                family.maximumAPosteriori(family.meanStatistic(data), 5, prior).parameters(),
                0);
    }

    /** Under the prior, quadrature over θ finds E[∇ψ(θ)] = m (Diaconis and Ylvisaker 1979, theorem 2). */
    @Test
    void theMeanOfTheExpectationCoordinateIsThePseudoMean() {
        for (double strength : new double[] {0.4, 1, 6.5}) {
            for (double rate : new double[] {0.2, 1, 30}) {
                meanIs(ConjugatePrior.around(new Poisson(rate), strength), false);
                meanIs(ConjugatePrior.around(new Exponential(rate), strength), true);
            }
            for (double p : new double[] {0.02, 0.2, 0.5}) {
                // Strong enough that there is no mass where 1 − p rounds to 0.
                meanIs(ConjugatePrior.around(new Bernoulli(p), 3 + strength), false);
            }
        }
    }

    private static <T, M extends Member<T, M>> void meanIs(ConjugatePrior<T, M> prior, boolean negative) {
        double mode = prior.mode().natural().get(0);
        double spread = 1 / Math.sqrt(prior.strength() * prior.mode().fisher().toMatrix()[0][0]);
        DoubleUnaryOperator density = t -> {
            // Far out θ leaves what a member can hold; there is no probability.
            boolean near = negative ? t < -1e-300 : Math.abs(t) < 700;
            return near ? Math.exp(prior.logDensity(prior.family().member(Vec.of(t)))) : 0;
        };
        double upper = negative ? 0 : Double.POSITIVE_INFINITY;
        double[] cuts = Quadrature.around(mode, spread);
        double total = Quadrature.integrate(density, Double.NEGATIVE_INFINITY, upper, cuts)
                .value();
        double first = Quadrature.integrate(
                        t -> {
                            double weight = density.applyAsDouble(t);
                            return weight == 0
                                    ? 0
                                    : weight
                                            * prior.family()
                                                    .member(Vec.of(t))
                                                    .expectation()
                                                    .get(0);
                        },
                        Double.NEGATIVE_INFINITY,
                        upper,
                        cuts)
                .value();
        double m = prior.expectation().get(0);
        assertEquals(m, first / total, 1e-9 * m, prior.toString());
    }

    @Test
    void aPriorHelpsWhereNoLikelihoodIsTheLargest() {
        List<Double> equal = List.of(2.0, 2.0, 2.0);
        assertThrows(DomainException.class, () -> Normal.FAMILY.maximumLikelihood(equal));
        Normal map = Normal.FAMILY.maximumAPosteriori(equal, ConjugatePrior.around(new Normal(0, 1), 1));
        // Moments (0, 1) once and (2, 4) three times.
        assertEquals(1.5, map.mean(), 1e-15);
        assertEquals(13.0 / 4 - 2.25, map.variance(), 1e-15);
        Bernoulli laplace =
                Bernoulli.FAMILY.maximumAPosteriori(List.of(0, 0, 0), ConjugatePrior.around(new Bernoulli(0.5), 2));
        assertEquals(0.2, laplace.p(), 1e-16);
    }

    @Test
    void manyObservationsOutweighThePrior() {
        List<Double> data = draws(new Gamma(2.5, 0.7), 2000);
        Gamma likely = Gamma.FAMILY.maximumLikelihood(data);
        Gamma map = Gamma.FAMILY.maximumAPosteriori(data, ConjugatePrior.around(new Gamma(1, 1), 1e-9));
        assertEquals(likely.shape(), map.shape(), 1e-8);
        assertEquals(likely.rate(), map.rate(), 1e-8);
        Gamma stubborn = Gamma.FAMILY.maximumAPosteriori(data, ConjugatePrior.around(new Gamma(1, 1), 1e15));
        assertEquals(1, stubborn.shape(), 1e-9);
    }

    @Test
    void improperPriorsAndBadInputAreRefused() {
        assertThrows(DomainException.class, () -> Bernoulli.FAMILY.conjugatePrior(Vec.of(1), 1));
        assertThrows(DomainException.class, () -> Bernoulli.FAMILY.conjugatePrior(Vec.of(0.5, 0.5), 1));
        assertThrows(DomainException.class, () -> Poisson.FAMILY.conjugatePrior(Vec.of(2), 0));
        assertThrows(DomainException.class, () -> Poisson.FAMILY.conjugatePrior(Vec.of(2), Double.NaN));
        assertThrows(DomainException.class, () -> Normal.FAMILY.conjugatePrior(Vec.of(2, 4), 1));
        assertThrows(DomainException.class, () -> ConjugatePrior.around(new Poisson(0), 1));
        ConjugatePrior<Long, Poisson> prior = ConjugatePrior.around(new Poisson(2), 1);
        assertThrows(DomainException.class, () -> prior.posterior(List.of()));
        assertThrows(DomainException.class, () -> prior.posterior(List.of(-1L)));
        assertThrows(DomainException.class, () -> prior.posterior(Vec.of(1), 0));
        assertThrows(DomainException.class, () -> prior.posterior(Vec.of(1), Double.POSITIVE_INFINITY));
        assertThrows(DomainException.class, () -> prior.posterior(Vec.of(1, 2), 1));
        ConjugatePrior<Integer, Categorical> three = ConjugatePrior.around(Categorical.of(0.2, 0.3, 0.5), 1);
        assertThrows(DomainException.class, () -> Categorical.family(2).maximumAPosteriori(List.of(0), three));
    }

    private static <T, M extends Member<T, M>> List<T> draws(Member<T, M> member, int count) {
        SplittableRandom random = new SplittableRandom(5);
        List<T> data = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            data.add(member.sample(random));
        }
        return data;
    }

    private static void assertClose(double[] expected, double[] actual, double tolerance) {
        double scale = 0;
        for (double x : expected) {
            scale = Math.max(scale, Math.abs(x));
        }
        assertArrayEquals(expected, actual, tolerance * scale + Double.MIN_VALUE);
    }
}
