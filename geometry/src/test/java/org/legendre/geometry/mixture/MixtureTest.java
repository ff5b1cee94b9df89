package org.legendre.geometry.mixture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Exponential;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.OwnFamily;
import org.legendre.geometry.family.OwnMember;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.special.Quadrature;

/** Mixtures, their divergences and bounds. */
class MixtureTest {
    private static final Mixture<Double, Normal> P =
            new Mixture<>(Probabilities.of(0.3, 0.7), List.of(new Normal(-2, 1), new Normal(1.5, 0.25)));
    private static final Mixture<Double, Normal> Q =
            new Mixture<>(Probabilities.of(0.6, 0.4), List.of(new Normal(-1.5, 2), new Normal(2, 1)));

    @Test
    void theDensityIsTheWeightedSum() {
        for (double x = -5; x < 5; x += 0.25) {
            double expected = 0.3 * new Normal(-2, 1).density(x) + 0.7 * new Normal(1.5, 0.25).density(x);
            assertEquals(expected, P.density(x), 1e-14 * expected);
            assertEquals(
                    0.3 * new Normal(-2, 1).density(x) / expected,
                    P.responsibilities(x).get(0),
                    1e-14);
        }
        // Where the densities themselves underflow.
        assertEquals(Math.log(0.3) + new Normal(-2, 1).logDensity(-200.0), P.logDensity(-200.0), 1e-11);
        assertEquals(P.logDensity(0.5) + P.logDensity(1.0), P.logLikelihood(List.of(0.5, 1.0)), 1e-15);
    }

    @Test
    void drawsAreOfTheMixture() {
        SplittableRandom random = new SplittableRandom(6);
        int draws = 100_000;
        double below = 0;
        double mean = 0;
        for (int i = 0; i < draws; i++) {
            double x = P.sample(random);
            below += x < -0.25 ? 1.0 / draws : 0;
            mean += x / draws;
        }
        // Φ(1.75) of the one, Φ(−3.5) of the other.
        assertEquals(0.3 * 0.9599408 + 0.7 * 0.000232629, below, 5 * Math.sqrt(0.25 / draws));
        assertEquals(0.3 * -2 + 0.7 * 1.5, mean, 5 * Math.sqrt(3.2 / draws));
    }

    @Test
    void divergencesByQuadratureSeeEveryPeak() {
        // From 30-digit quadrature.
        Estimate kl = MixtureDivergences.klByQuadrature(P, Q);
        assertEquals(KL, kl.value(), 1e-13);
        assertTrue(kl.error() < 1e-12);
        assertEquals(0, MixtureDivergences.klByQuadrature(P, P).value());
        // Two needles, far apart: where only the middle is looked at, nothing is found.
        Mixture<Double, Normal> needles = Mixture.uniform(List.of(new Normal(-1e4, 1e-4), new Normal(2.7e4, 1e-4)));
        Mixture<Double, Normal> moved =
                Mixture.uniform(List.of(new Normal(-1e4, 1e-4), new Normal(2.7e4 + 0.01, 1e-4)));
        assertEquals(0.25, MixtureDivergences.klByQuadrature(needles, moved).value(), 1e-9);
        Univariate line = needles.univariate();
        assertEquals(
                Math.log(2) / 2,
                Divergences.jensenShannon(
                                line,
                                Mixture.uniform(List.of(new Normal(-1e4, 1e-4), new Normal(0, 1e-4)))
                                        .univariate())
                        .value(),
                1e-12);
    }

    private static final double KL = 0.4277433575713568;

    @Test
    void divergencesOnALatticeAndOnHalfLines() {
        Mixture<Long, Poisson> counts =
                new Mixture<>(Probabilities.of(0.5, 0.5), List.of(new Poisson(2), new Poisson(900)));
        Mixture<Long, Poisson> other =
                new Mixture<>(Probabilities.of(0.25, 0.75), List.of(new Poisson(2), new Poisson(900)));
        // The two hardly overlap: the divergence of the weights.
        assertEquals(
                0.5 * Math.log(2) + 0.5 * Math.log(2.0 / 3),
                MixtureDivergences.klByQuadrature(counts, other).value(),
                1e-13);
        Mixture<Double, Exponential> waits =
                new Mixture<>(Probabilities.of(1, 0), List.of(new Exponential(2), new Exponential(9)));
        Mixture<Double, Exponential> one = Mixture.uniform(List.of(new Exponential(3)));
        assertEquals(
                new Exponential(2).klTo(new Exponential(3)),
                MixtureDivergences.klByQuadrature(waits, one).value(),
                1e-13);
        Univariate line = counts.univariate();
        Quadrature.Integral total =
                Quadrature.sum(x -> Math.exp(line.logDensityAt(x)), 0, Double.POSITIVE_INFINITY, 2, 900);
        assertEquals(1, total.value(), 1e-13);
        assertEquals(451, line.center());
    }

    @Test
    void monteCarloAgreesWithQuadratureWithinItsErrorBar() {
        int outside = 0;
        for (int seed = 0; seed < 20; seed++) {
            Estimate estimate = MixtureDivergences.klByMonteCarlo(P, Q, 2000, new SplittableRandom(seed));
            outside += Math.abs(estimate.value() - KL) > 2 * estimate.error() ? 1 : 0;
            assertTrue(Math.abs(estimate.value() - KL) < 5 * estimate.error(), estimate::toString);
            assertTrue(estimate.error() < 0.1 * KL);
        }
        assertTrue(outside <= 4);
        // Nearly equal mixtures: the relative error is no larger.
        Mixture<Double, Normal> near =
                new Mixture<>(Probabilities.of(0.3, 0.7), List.of(new Normal(-2 + 1e-6, 1), new Normal(1.5, 0.25)));
        double exact = MixtureDivergences.klByQuadrature(P, near).value();
        Estimate estimate = MixtureDivergences.klByMonteCarlo(P, near, 20_000, new SplittableRandom(1));
        assertTrue(exact < 1e-12 && estimate.value() > 0);
        assertEquals(exact, estimate.value(), 5 * estimate.error());
        assertTrue(estimate.error() < 0.05 * exact);
        assertEquals(
                Double.POSITIVE_INFINITY,
                MixtureDivergences.klByMonteCarlo(
                                Mixture.uniform(List.of(new Bernoulli(0.5))),
                                Mixture.uniform(List.of(new Bernoulli(1))),
                                100,
                                new SplittableRandom(1))
                        .value());
    }

    @Test
    void boundsEncloseAndAreSharpWhereTheyShouldBe() {
        double entropy = -expectation(P);
        assertTrue(MixtureDivergences.entropyLowerBound(P) < entropy);
        assertTrue(MixtureDivergences.entropyUpperBound(P) > entropy);
        assertTrue(MixtureDivergences.entropyUpperBound(P) - MixtureDivergences.entropyLowerBound(P) < 0.1);
        double bound = MixtureDivergences.klUpperBound(P, Q);
        double convexity = 0;
        for (int a = 0; a < 2; a++) {
            for (int b = 0; b < 2; b++) {
                convexity += P.weights().get(a)
                        * Q.weights().get(b)
                        * P.components().get(a).klTo(Q.components().get(b));
            }
        }
        assertTrue(bound > KL && bound < convexity, bound + " between " + KL + " and " + convexity);
        assertEquals(0, MixtureDivergences.klUpperBound(P, P), 1e-15);
        Mixture<Double, Gamma> far = Mixture.uniform(List.of(new Gamma(1e4, 1), new Gamma(1e4, 1e4)));
        double sharp = Math.log(2) + 0.5 * new Gamma(1e4, 1).entropy() + 0.5 * new Gamma(1e4, 1e4).entropy();
        assertEquals(sharp, MixtureDivergences.entropyLowerBound(far), 1e-12);
        assertEquals(sharp, MixtureDivergences.entropyUpperBound(far), 1e-12);
        Mixture<Double, Normal> same = Mixture.uniform(List.of(new Normal(1, 2), new Normal(1, 2)));
        assertEquals(new Normal(1, 2).entropy(), MixtureDivergences.entropyLowerBound(same), 1e-15);
        Mixture<Integer, Bernoulli> off = Mixture.uniform(List.of(new Bernoulli(0)));
        assertEquals(
                Double.POSITIVE_INFINITY,
                MixtureDivergences.klUpperBound(Mixture.uniform(List.of(new Bernoulli(0.5))), off));
    }

    private static double expectation(Mixture<Double, Normal> p) {
        double sum = 0;
        for (double x = -15; x <= 15; x += 1e-3) {
            sum += 1e-3 * p.density(x) * p.logDensity(x);
        }
        return sum;
    }

    @Test
    void familiesOfOnesOwnMix() {
        OwnFamily<Double> own = OwnFamily.onPositive(
                "exponential", Domain.negative(1), t -> t[0].negate().log().negate(), x -> 0, x -> x);
        Mixture<Double, OwnMember<Double>> p = Mixture.uniform(List.of(own.of(-2), own.of(-0.1)));
        Mixture<Double, Exponential> q = Mixture.uniform(List.of(new Exponential(2), new Exponential(0.1)));
        assertEquals(q.logDensity(1.5), p.logDensity(1.5), 1e-14);
        assertEquals(0, MixtureDivergences.klByQuadrature(p, q).value(), 1e-20);
    }

    @Test
    void badInputIsRefused() {
        assertThrows(DomainException.class, () -> new Mixture<>(Probabilities.of(1), P.components()));
        assertThrows(DomainException.class, () -> Mixture.uniform(List.<Normal>of()));
        Mixture<Long, Poisson> zero = Mixture.uniform(List.of(new Poisson(0)));
        assertEquals(Double.NEGATIVE_INFINITY, zero.logDensity(3L));
        assertThrows(DomainException.class, () -> zero.responsibilities(3L));
        assertThrows(DomainException.class, () -> MixtureDivergences.klByMonteCarlo(P, Q, 1, new SplittableRandom(1)));
        Mixture<?, ?> plane = Mixture.uniform(List.of(MultivariateNormal.standard(2)));
        assertThrows(UnsupportedOperationException.class, plane::univariate);
        assertEquals("0.3 N(-2.0, 1.0) + 0.7 N(1.5, 0.25)", P.toString());
        assertEquals(2, Stream.of(P, Q).mapToInt(Mixture::size).max().orElse(0));
    }

    @Test
    void boundsAreThoseOfTheirFormulas() {
        assertEquals(
                0.5,
                MixtureDivergences.klUpperBound(
                        Mixture.uniform(List.of(new Normal(0, 1))), Mixture.uniform(List.of(new Normal(1, 1)))),
                1e-15);
        // The least over both couplings by a direct search of SciPy 1 (Nelder and Mead).
        assertEquals(0.5417120008627663, MixtureDivergences.klUpperBound(P, Q), 1e-9);
        double upper = 0;
        double lower = 0;
        for (int a = 0; a < 2; a++) {
            double ofKl = 0;
            double ofBhattacharyya = 0;
            for (int b = 0; b < 2; b++) {
                Normal one = P.components().get(a);
                Normal two = P.components().get(b);
                ofKl += P.weights().get(b) * Math.exp(-one.klTo(two));
                ofBhattacharyya += P.weights().get(b) * Math.exp(-Divergences.bhattacharyya(one, two));
            }
            upper += P.weights().get(a) * (P.components().get(a).entropy() - Math.log(ofKl));
            lower += P.weights().get(a) * (P.components().get(a).entropy() - Math.log(ofBhattacharyya));
        }
        assertEquals(upper, MixtureDivergences.entropyUpperBound(P), 1e-14);
        assertEquals(lower, MixtureDivergences.entropyLowerBound(P), 1e-14);
    }

    @Test
    void componentsOfWeightZeroDoNotCount() {
        Mixture<Integer, Bernoulli> one =
                new Mixture<>(Probabilities.of(1, 0), List.of(new Bernoulli(0), new Bernoulli(1)));
        assertEquals(0, MixtureDivergences.entropyUpperBound(one));
        assertEquals(0, MixtureDivergences.entropyLowerBound(one));
        assertEquals(0, MixtureDivergences.klUpperBound(one, one));
        // The largest number below 1, and weights whose sum is rounded: the last component of positive weight is drawn.
        double[] weights = new double[11];
        Arrays.fill(weights, 0, 10, 0.1);
        List<Bernoulli> components = new ArrayList<>(Collections.nCopies(10, new Bernoulli(0)));
        components.add(new Bernoulli(1));
        assertEquals(0, new Mixture<>(Probabilities.of(weights), components).sample(() -> -1L));
    }

    @Test
    void monteCarloOfMixturesFarApartIsUnbiased() {
        Mixture<Double, Normal> p = Mixture.uniform(List.of(new Normal(0, 1)));
        Mixture<Double, Normal> q = Mixture.uniform(List.of(new Normal(3, 1)));
        Estimate kl = MixtureDivergences.klByMonteCarlo(p, q, 20_000, new SplittableRandom(8));
        assertEquals(4.5, kl.value(), 5 * kl.error());
        assertTrue(kl.error() < 0.1, kl::toString);
    }
}
