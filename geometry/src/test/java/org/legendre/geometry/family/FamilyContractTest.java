package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** What every family of the catalogue keeps, checked on {@link SampleMembers}. */
class FamilyContractTest {
    private static final int DRAWS = 20_000;

    static List<Member<?, ?>> members() {
        return SampleMembers.all();
    }

    @Test
    void theCatalogueNamesItsFamiliesAndTheirMembers() {
        for (Families.Entry entry : Families.all()) {
            assertFalse(SampleMembers.distributions(entry).isEmpty());
            for (Member<?, ?> member : SampleMembers.of(entry)) {
                assertEquals(entry.name(), member.family().name());
                assertEquals(member, entry.of(member.parameters()));
                assertEquals(member, Families.named(entry.name()).of(member.parameters()));
                assertEquals(member.hashCode(), entry.of(member.parameters()).hashCode());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void coordinatesGoThereAndBack(Member<?, ?> member) {
        roundTrips(member);
    }

    static <T, M extends Member<T, M>> void roundTrips(Member<T, M> member) {
        ExponentialFamily<T, M> family = member.family();
        Legendre<Natural, Expectation> psi = family.potential();
        Vec<Natural> theta = member.natural();
        Vec<Expectation> eta = member.expectation();
        assertEquals(family.dimension(), theta.size());
        close(member.parameters(), family.of(member.parameters()).parameters(), 0);
        close(member.parameters(), family.member(theta).parameters(), 1e-13);
        close(member.parameters(), family.atExpectation(eta).parameters(), 1e-11);
        close(eta.toArray(), psi.gradient(theta).toArray(), 1e-13);
        close(theta.toArray(), psi.conjugate().gradient(eta).toArray(), 1e-11);
        double pairing = theta.dot(eta);
        assertEquals(pairing, psi.value(theta) + psi.conjugate().value(eta), 1e-12 * (1 + Math.abs(pairing)));
        Chart<Source, Natural> chart = family.source();
        close(theta.toArray(), chart.forward(member.source()).toArray(), 1e-13);
        close(member.source().toArray(), chart.inverse(theta).toArray(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("members")
    void theFisherMetricIsTheHessianItsInverseTheConjugatesAndItsPullbackTheSources(Member<?, ?> member) {
        metrics(member);
    }

    static <T, M extends Member<T, M>> void metrics(Member<T, M> member) {
        ExponentialFamily<T, M> family = member.family();
        Legendre<Natural, Expectation> psi = family.potential();
        Vec<Natural> theta = member.natural();
        double[][] fisher = member.fisher().toMatrix();
        close(fisher, Slopes.of(x -> psi.gradient(Vec.of(x)).toArray(), theta.toArray()), 1e-7);
        Vec<Source> source = member.source();
        Chart<Source, Natural> chart = family.source();
        close(chart.jacobian(source), Slopes.of(x -> chart.forward(Vec.of(x)).toArray(), source.toArray()), 1e-7);
        close(member.fisherInSource().toMatrix(), chart.pull(source, fisher), 1e-11);
        int n = theta.size();
        double[][] inverse = member.fisherInExpectation().toMatrix();
        double[][] conjugate = psi.conjugate().metric(member.expectation()).toMatrix();
        close(inverse, conjugate, 1e-9);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                double sum = 0;
                for (int k = 0; k < n; k++) {
                    sum += fisher[i][k] * inverse[k][j];
                }
                assertEquals(i == j ? 1 : 0, sum, 1e-9, "G G⁻¹ at " + i + ", " + j);
            }
        }
        thirdDerivative(psi, theta);
        thirdDerivative(psi.conjugate(), member.expectation());
    }

    private static <X extends Coordinates<Y>, Y extends Coordinates<X>> void thirdDerivative(
            Legendre<X, Y> psi, Vec<X> x) {
        int n = x.size();
        // Tangents on the scale of x, so that no coordinate drowns in another.
        Vec<X> u = Vec.generate(n, i -> (1 + i) * x.get(i) + 0.01);
        Vec<X> v = Vec.generate(n, i -> (0.5 - i) * x.get(i) - 0.02);
        double[][] slope = Slopes.of(y -> psi.metric(Vec.of(y)).lower(v).toArray(), x.toArray(), 1e-4);
        double[] third = new double[n];
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < n; k++) {
                third[i] += slope[i][k] * u.get(k);
            }
        }
        double scale = 1e-4;
        for (double entry : third) {
            scale = Math.max(scale, Math.abs(entry));
        }
        assertArrayEquals(third, psi.third(x, u, v).toArray(), 1e-6 * scale);
    }

    @ParameterizedTest
    @MethodSource("members")
    void theDivergenceIsTheBregmanDivergenceWithItsArgumentsSwapped(Member<?, ?> member) {
        divergences(member);
    }

    private static <T, M extends Member<T, M>> void divergences(Member<T, M> member) {
        ExponentialFamily<T, M> family = member.family();
        M p = family.of(member.parameters());
        assertEquals(0, p.klTo(p));
        for (Member<?, ?> other : SampleMembers.of(Families.named(family.name()))) {
            M q = family.of(other.parameters());
            double expected = family.potential().bregman(q.natural(), p.natural());
            double dual = family.potential().conjugate().bregman(p.expectation(), q.expectation());
            double kl = p.klTo(q);
            assertEquals(expected, kl, 1e-11 * expected, () -> p + " to " + q);
            assertEquals(dual, kl, 1e-8 * expected, () -> p + " to " + q + " by the conjugate");
            assertEquals(p.equals(q), kl == 0);
            assertEquals(kl, Families.kl(p, q));
            double entropy = p.entropy();
            assertEquals(entropy + kl, p.crossEntropyTo(q), 1e-12 * (Math.abs(entropy) + kl));
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void theDensityIsNormalisedAndItsMeanLogarithmTheEntropy(Member<?, ?> member) {
        if (member instanceof Univariate p) {
            assertEquals(1, LineIntegral.of(p, x -> Math.exp(p.logDensityAt(x))), 1e-11);
            double entropy = LineIntegral.of(p, x -> {
                double log = p.logDensityAt(x);
                return Double.isInfinite(log) ? 0 : -log * Math.exp(log);
            });
            assertEquals(entropy, member.entropy(), 1e-10 * (1 + Math.abs(entropy)));
            assertTrue(p.support().contains(p.center()));
            assertTrue(p.spread() > 0);
        }
        sampleDensities(member);
    }

    static <T, M extends Member<T, M>> void sampleDensities(Member<T, M> member) {
        ExponentialFamily<T, M> family = member.family();
        double psi = family.potential().value(member.natural());
        double mean = 0;
        double square = 0;
        for (T x : draws(member)) {
            double log = member.logDensity(x);
            double canonical = family.logBaseMeasure(x) + member.natural().dot(family.statistic(x)) - psi;
            assertTrue(Double.isFinite(canonical));
            assertEquals(canonical, log, 1e-10 * (1 + Math.abs(canonical)), () -> member + " at " + x);
            assertEquals(Math.exp(log), member.density(x));
            mean += log / DRAWS;
            square += log * log / DRAWS;
        }
        double error = Math.sqrt(Math.max(square - mean * mean, 0) / DRAWS);
        assertEquals(member.entropy(), -mean, 5 * error + 1e-12, member.toString());
    }

    @ParameterizedTest
    @MethodSource("members")
    void drawsHaveTheExpectationAndTheFisherMetricAsTheirCovariance(Member<?, ?> member) {
        moments(member);
    }

    static <T, M extends Member<T, M>> void moments(Member<T, M> member) {
        ExponentialFamily<T, M> family = member.family();
        double[][] fisher = member.fisher().toMatrix();
        int n = fisher.length;
        double[] mean = new double[n];
        double[][] covariance = new double[n][n];
        double[][] square = new double[n][n];
        for (T x : draws(member)) {
            double[] centred = family.statistic(x).minus(member.expectation()).toArray();
            for (int i = 0; i < n; i++) {
                mean[i] += centred[i] / DRAWS;
                for (int j = 0; j < n; j++) {
                    double product = centred[i] * centred[j];
                    covariance[i][j] += product / DRAWS;
                    square[i][j] += product * product / DRAWS;
                }
            }
        }
        for (int i = 0; i < n; i++) {
            assertEquals(0, mean[i], 5 * Math.sqrt(fisher[i][i] / DRAWS), "mean statistic " + i);
            for (int j = 0; j < n; j++) {
                double variance = square[i][j] - covariance[i][j] * covariance[i][j];
                double error = 5 * Math.sqrt(Math.max(variance, 0) / DRAWS);
                // Where the square of the statistic is constant, the mean's own error of second order is left.
                double rest = 30 * fisher[i][i] / DRAWS + 30 * fisher[j][j] / DRAWS;
                assertEquals(fisher[i][j], covariance[i][j], error + rest, "covariance " + i + ", " + j);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("members")
    void maximumLikelihoodRecoversTheMemberAndSolvesTheScoreEquation(Member<?, ?> member) {
        fit(member);
    }

    static <T, M extends Member<T, M>> void fit(Member<T, M> member) {
        ExponentialFamily<T, M> family = member.family();
        List<T> data = draws(member);
        M fitted = family.maximumLikelihood(data);
        double[] mean = Statistics.mean(family, data).toArray();
        close(mean, fitted.expectation().toArray(), 1e-11);
        // Wilks (1938): twice the log-likelihood ratio is χ² of n degrees of freedom, here beyond 1e-7 in probability.
        double ratio = 2 * DRAWS * fitted.klTo(family.of(member.parameters()));
        assertTrue(
                ratio < family.dimension() + 8 * Math.sqrt(2.0 * family.dimension()) + 20, () -> fitted + ": " + ratio);
        assertTrue(ratio > 0);
    }

    private static <T, M extends Member<T, M>> List<T> draws(Member<T, M> member) {
        SplittableRandom random = new SplittableRandom(20);
        List<T> data = new ArrayList<>();
        for (int i = 0; i < DRAWS; i++) {
            data.add(member.sample(random));
        }
        return data;
    }

    /** Relative to the largest entry of the pair of vectors. */
    private static void close(double[] expected, double[] actual, double tolerance) {
        close(new double[][] {expected}, new double[][] {actual}, tolerance);
    }

    private static void close(double[][] expected, double[][] actual, double tolerance) {
        double scale = 0;
        for (double[] row : expected) {
            for (double x : row) {
                scale = Math.max(scale, Math.abs(x));
            }
        }
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            if (tolerance == 0) {
                assertArrayEquals(expected[i], actual[i]);
            } else {
                assertArrayEquals(expected[i], actual[i], tolerance * scale, "row " + i);
            }
        }
    }
}
