package org.legendre.geometry.divergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.numbers.gamma.LogGamma;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.family.Beta;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Exponential;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.OwnFamily;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.family.Support;
import org.legendre.geometry.family.Univariate;

/** Reference values: quadrature and summation in 30-digit arithmetic. */
class LineDivergencesTest {
    @Test
    void nearlyEqualDensitiesHaveNoNegativeDivergence() {
        Estimate js = Divergences.jensenShannon(new Normal(0, 1), new Normal(1e-15, 1));
        assertTrue(js.value() >= 0 && js.error() < 1e-13, js::toString);
        // The log densities round, which leaves few digits or none; the error says so, and no infinity comes of it.
        for (double h : new double[] {1e-15, 1e-12, 1e-8, 1e-4}) {
            Estimate kl = Divergences.klByQuadrature(new Normal(0, 1), new Normal(h, 1));
            assertEquals(0.5 * h * h, kl.value(), kl.error(), kl::toString);
            assertTrue(kl.error() < 1e-13 * (h + 1e-13), kl::toString);
            Estimate shannon = Divergences.jensenShannon(new Normal(0, 1), new Normal(h, 1));
            assertEquals(0.125 * h * h, shannon.value(), shannon.error() + 1e-2 * h * h * h * h, shannon::toString);
        }
    }

    /** Cuts about the two peaks fall within a few numbers of each other: together they are one cut. */
    @Test
    void peaksWhoseCutsFallTogetherAreResolved() {
        Gamma p = new Gamma(1e10, 1);
        Gamma q = new Gamma(1e10, 1.00001);
        Estimate kl = Divergences.klByQuadrature(p, q);
        assertEquals(p.klTo(q), kl.value(), kl.error(), kl::toString);
        assertTrue(kl.error() < 1e-9, kl::toString);
        assertTrue(Divergences.jensenShannon(p, q).error() < 1e-9);
    }

    @Test
    void probabilityThatNoNodeSeesCountsAsError() {
        Estimate js = Divergences.jensenShannon(new Beta(1e300, 1), new Beta(1, 1));
        assertTrue(Math.abs(Math.log(2) - js.value()) <= js.error(), js::toString);
        Estimate kl = Divergences.klByQuadrature(new Beta(1e300, 1), new Beta(1, 1));
        assertEquals(Double.POSITIVE_INFINITY, kl.error(), kl::toString);
        // Finite, 9857, though most of it is beyond the numbers next to 1.
        assertThrows(
                ConvergenceException.class, () -> Divergences.klByQuadrature(new Beta(.01, .01), new Beta(100, 100)));
        assertTrue(Divergences.jensenShannon(new Beta(.01, .01), new Beta(100, 100))
                        .error()
                < 0.15);
    }

    @Test
    void whatCannotBeResolvedOrSummedIsRefused() {
        assertThrows(
                ConvergenceException.class,
                () -> Divergences.jensenShannon(new Normal(1e16, 1), new Normal(1e16 + 2, 1)));
        // The trapezoids of a density narrower than the spacing of numbers would see one number of it, or none.
        assertThrows(
                ConvergenceException.class,
                () -> Divergences.klByQuadrature(new Normal(1e16, 1e-10), new Normal(0, 1)));
        assertThrows(DomainException.class, () -> Divergences.jensenShannon(new Poisson(1), new Poisson(5e7)));
        assertThrows(DomainException.class, () -> Divergences.klByQuadrature(new Poisson(1e300), new Poisson(1)));
        assertThrows(
                DomainException.class,
                () -> Divergences.jensenShannon(new Exponential(Double.MIN_VALUE), new Exponential(1)));
    }

    private static final double LOG_2 = Math.log(2);

    private static final OwnFamily<Double> GAMMA_TWO = OwnFamily.onPositive(
            "gamma of shape 2", Domain.negative(1), t -> t[0].negate().log().multiply(-2), Math::log, x -> x);
    private static final OwnFamily<Double> EXPONENTIAL = OwnFamily.onPositive(
            "exponential", Domain.negative(1), t -> t[0].negate().log().negate(), x -> 0, x -> x);
    private static final OwnFamily<Double> POISSON =
            OwnFamily.onCounts("poisson", Domain.reals(1), t -> t[0].exp(), x -> -LogGamma.value(x + 1), x -> x);

    private static Univariate gammaTwo() {
        return GAMMA_TWO.of(-1).univariate();
    }

    private static Univariate exponential() {
        return EXPONENTIAL.of(-1).univariate();
    }

    private static Univariate poisson(double rate) {
        return POISSON.of(Math.log(rate)).univariate();
    }

    private static void assertKnown(double expected, Estimate estimate) {
        assertTrue(
                Math.abs(estimate.value() - expected) <= estimate.error() + 4e-15 * expected,
                () -> estimate + " is further from " + expected + " than its error");
        assertTrue(estimate.error() <= 1e-12 * expected, () -> estimate + " has a large error");
    }

    /** Uniform on (lower, upper): a density with ends. */
    private record Uniform(double lower, double upper) implements Univariate {
        @Override
        public Support support() {
            return new Support(lower, upper, false);
        }

        @Override
        public double logDensityAt(double x) {
            return support().contains(x) ? -Math.log(upper - lower) : Double.NEGATIVE_INFINITY;
        }

        @Override
        public double center() {
            return 0.5 * (lower + upper);
        }

        @Override
        public double spread() {
            return 0.25 * (upper - lower);
        }
    }

    /** The standard Cauchy: no exponential family, and heavy tails. */
    private record Cauchy() implements Univariate {
        @Override
        public Support support() {
            return Support.REALS;
        }

        @Override
        public double logDensityAt(double x) {
            return -Math.log(Math.PI) - 2 * Math.log(Math.hypot(1, x));
        }

        @Override
        public double center() {
            return 0;
        }

        @Override
        public double spread() {
            return 1;
        }
    }

    @Test
    void normals() {
        assertKnown(0.09707207640059196, Divergences.jensenShannon(new Normal(0, 1), new Normal(1, 2)));
        assertKnown(0.5 * LOG_2, Divergences.klByQuadrature(new Normal(0, 1), new Normal(1, 2)));
    }

    @Test
    void exponentialAgainstGamma() {
        assertKnown(0.10636566694758184, Divergences.jensenShannon(exponential(), gammaTwo()));
        // E[-log x] under the exponential is Euler's constant.
        assertKnown(0.5772156649015329, Divergences.klByQuadrature(exponential(), gammaTwo()));
    }

    @Test
    void aHalfLineAgainstTheLine() {
        assertKnown(0.9189385332046728, Divergences.klByQuadrature(exponential(), new Normal(0, 1)));
        assertEquals(
                Double.POSITIVE_INFINITY,
                Divergences.klByQuadrature(new Normal(0, 1), exponential()).value());
    }

    @Test
    void poissons() {
        assertKnown(0.11276644862411754, Divergences.jensenShannon(poisson(3), poisson(5)));
        assertKnown(3 * Math.log(0.6) + 2, Divergences.klByQuadrature(poisson(3), poisson(5)));
    }

    @Test
    void narrowPeaksFarApart() {
        Estimate js = Divergences.jensenShannon(Normal.meanDeviation(-1e6, 1e-3), Normal.meanDeviation(1e6, 1e-3));
        assertEquals(LOG_2, js.value(), 1e-14);
        assertTrue(js.value() <= LOG_2);
        Estimate one = Divergences.jensenShannon(Normal.meanDeviation(0, 1e-6), Normal.meanDeviation(0, 1e6));
        assertTrue(one.value() > 0.69 && one.value() < LOG_2, one::toString);
    }

    @Test
    void nearEqualNormalsKeepRelativeAccuracy() {
        // A shift by h has KL h²/2, and the Jensen-Shannon divergence is a quarter of it to a relative h².
        double h = 1e-7;
        assertEquals(
                h * h / 2,
                Divergences.klByQuadrature(new Normal(0, 1), new Normal(h, 1)).value(),
                1e-7 * h * h);
        assertEquals(
                h * h / 8,
                Divergences.jensenShannon(new Normal(0, 1), new Normal(h, 1)).value(),
                1e-7 * h * h);
    }

    @Test
    void disjointAndSingular() {
        Estimate disjoint = Divergences.jensenShannon(new Uniform(0, 1), new Uniform(1, 2));
        assertEquals(LOG_2, disjoint.value());
        assertEquals(0, disjoint.error());
        assertEquals(
                LOG_2, Divergences.jensenShannon(poisson(3), new Normal(3, 3)).value());
        assertEquals(
                Double.POSITIVE_INFINITY,
                Divergences.klByQuadrature(poisson(3), new Normal(3, 3)).value());
    }

    @Test
    void overlappingIntervals() {
        // On (0, 1), (1, 2), (2, 3) the pairs of densities are (1/2, 0), (1/2, 1/2), (0, 1/2).
        assertKnown(0.5 * LOG_2, Divergences.jensenShannon(new Uniform(0, 2), new Uniform(1, 3)));
        assertKnown(Math.log(3), Divergences.klByQuadrature(new Uniform(1, 2), new Uniform(0, 3)));
        assertEquals(
                Double.POSITIVE_INFINITY,
                Divergences.klByQuadrature(new Uniform(0, 3), new Uniform(1, 2)).value());
    }

    @Test
    void finiteLattices() {
        Categorical p = Categorical.of(0.5, 0.5);
        Categorical q = Categorical.of(0.9, 0.1);
        assertKnown(0.1017492250791967, Divergences.jensenShannon(p, q));
        assertKnown(0.5108256237659907, Divergences.klByQuadrature(p, q));
    }

    @Test
    void heavyTails() {
        // E[log p - log q] for a normal against a Cauchy, by 30-digit quadrature; the other way it diverges.
        assertKnown(NORMAL_AGAINST_CAUCHY, Divergences.klByQuadrature(new Normal(0, 1), new Cauchy()));
        assertEquals(
                Double.POSITIVE_INFINITY,
                Divergences.klByQuadrature(new Cauchy(), new Normal(0, 1)).value());
    }

    private static final double NORMAL_AGAINST_CAUCHY = 0.25924453248886226;
}
