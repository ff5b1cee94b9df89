package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Polygamma;

/** Values without another source are from 60-digit arithmetic (mpmath) on the definitions. */
class WishartTest {
    private static final PositiveDefinite V = PositiveDefinite.ofPacked(2, 2, 0.5, 1);
    private static final PositiveDefinite W = PositiveDefinite.ofPacked(2, 1.5, -0.375, 0.875);
    private static final PositiveDefinite THREE = PositiveDefinite.ofPacked(3, 2, 0.5, 1, 0.25, -0.125, 3);

    @Test
    void entropiesAreRightFromTheBoundaryToHugeDegrees() {
        relative(53.3042497330489, new Wishart(1e14, PositiveDefinite.identity(2)).entropy());
        relative(-2036.8483253453294, new Wishart(1.0009765625, V).entropy());
        relative(5.7679106782264675, new Wishart(2.5, V).entropy());
        relative(8.33346899792727, new Wishart(7, V).entropy());
        relative(10.131694641986023, new Wishart(2.5, THREE).entropy());
        relative(109.53018692586676, new Wishart(1e14, THREE).entropy());
        relative(4110.605337230714, new InverseWishart(1.0009765625, V).entropy());
        relative(5.548970834355009, new InverseWishart(2.5, V).entropy());
        relative(-1.9032370126635338, new InverseWishart(7, V).entropy());
        relative(-56.38040438209072, new InverseWishart(1e6, V).entropy());
        relative(-277.3041086971327, new InverseWishart(1e14, THREE).entropy());
    }

    @Test
    void divergencesOfHugeAndOfSmallDegreesAreRight() {
        relative(5.000000000000058e-15, new Wishart(1e14, V).klTo(new Wishart(1e14 + 1, V)));
        relative(0.19314718055994531, new Wishart(1 + 0x1p-40, V).klTo(new Wishart(1 + 0x1p-41, V)));
        relative(99999999999998.16, new Wishart(1e14, V).klTo(new Wishart(1.5, V)));
        relative(3319970132793755.5, new Wishart(1.5, V).klTo(new Wishart(1e14, V)));
        assertEquals(0, new Wishart(1e14, V).klTo(new Wishart(1e14, V)));
    }

    @Test
    void skewedJensenDivergencesAreRightForEveryWeight() {
        Wishart p = new Wishart(4, V);
        Wishart q = new Wishart(2.5, W);
        relative(0.4535727565278605, p.skewedJensen(q, 0.5));
        relative(1.650501686880258e-10, p.skewedJensen(q, 1e-10));
        relative(2.255649936765592e-07, p.skewedJensen(q, 0.9999999));
        relative(-0.5114109729931581, p.skewedJensen(q, -0.25));
        relative(-2.969264014667595, p.skewedJensen(q, 1.5));
        relative(1.2500000000000124e-15, new Wishart(1e14, V).skewedJensen(new Wishart(1e14 + 1, V), 0.5));
        relative(6.612206848310371e-25, p.skewedJensen(new Wishart(4 + 0x1p-40, times(V, 1 + 0x1p-40)), 0.5));
        relative(18.384058120877928, new Wishart(1e3, V).skewedJensen(new Wishart(1.5, times(V, 1e8)), 0.25));
        assertEquals(0, p.skewedJensen(q, 0));
        assertEquals(0, p.skewedJensen(q, 1));
        assertEquals(0, p.skewedJensen(p, 0.3));
        assertEquals(Double.NEGATIVE_INFINITY, p.skewedJensen(q, 9));
        assertThrows(DomainException.class, () -> p.skewedJensen(q, Double.NaN));
    }

    @Test
    void degreesOfEveryMagnitudeAreComparedInOneDimension() {
        Wishart few = Wishart.of(1e-300, 1, 1);
        relative(1.7328683019113338e9, few.skewedJensen(Wishart.of(1e10, 1, 1), 0.5));
        relative(1.7328683019113338e9, Wishart.of(1e10, 1, 1).skewedJensen(few, 0.5));
        assertEquals(Double.POSITIVE_INFINITY, few.klTo(Wishart.of(1e10, 1, 1)));
        assertEquals(Double.POSITIVE_INFINITY, Wishart.of(3, 1, 1e300).klTo(Wishart.of(3, 1, 1e-300)));
    }

    @Test
    void anInverseWishartDivergesAsTheWishartOfTheInverses() {
        InverseWishart p = new InverseWishart(4, V);
        InverseWishart q = new InverseWishart(2.5, W);
        Wishart inverseP = new Wishart(4, V.inverse());
        Wishart inverseQ = new Wishart(2.5, W.inverse());
        assertEquals(inverseP.klTo(inverseQ), p.klTo(q), 1e-14);
        assertEquals(inverseP.skewedJensen(inverseQ, 0.3), p.skewedJensen(q, 0.3), 1e-14);
        // The density of the inverse, with the Jacobian (det X)^(−(d+1)).
        PositiveDefinite x = PositiveDefinite.ofPacked(2, 0.7, -0.2, 1.1);
        assertEquals(inverseP.logDensity(x.inverse()) - 3 * x.logDeterminant(), p.logDensity(x), 1e-14);
        assertEquals(1.5 * 2, InverseWishart.degreesMean(4.5, V).scale().get(0, 0), 1e-15);
    }

    @Test
    void inOneDimensionItIsTheGamma() {
        Wishart p = Wishart.of(5, 1, 0.25);
        Gamma gamma = new Gamma(2.5, 2);
        assertEquals(gamma.logDensityAt(0.7), p.logDensity(PositiveDefinite.diagonal(0.7)), 1e-15);
        assertEquals(gamma.entropy(), p.entropy(), 1e-15);
        assertArrayEquals(gamma.natural().toArray(), p.natural().toArray(), 1e-15);
        assertArrayEquals(gamma.expectation().toArray(), p.expectation().toArray(), 1e-15);
        assertEquals(gamma.klTo(new Gamma(1, 3)), p.klTo(Wishart.of(2, 1, 1.0 / 6)), 1e-15);
        assertEquals(gamma.skewedJensen(new Gamma(1, 3), 0.2), p.skewedJensen(Wishart.of(2, 1, 1.0 / 6), 0.2), 1e-15);
    }

    @Test
    void theDensityIntegratesToOneOverDrawsOfAnother() {
        Wishart p = new Wishart(4.5, V);
        Wishart q = new Wishart(5, PositiveDefinite.ofPacked(2, 1.6, 0.3, 0.85));
        SplittableRandom random = new SplittableRandom(3);
        int n = 40_000;
        double mean = 0;
        double square = 0;
        for (int i = 0; i < n; i++) {
            PositiveDefinite x = p.sample(random);
            double weight = Math.exp(q.logDensity(x) - p.logDensity(x));
            mean += weight / n;
            square += weight * weight / n;
        }
        // Five standard errors, of about 0.4 % each.
        assertEquals(1, mean, 5 * Math.sqrt((square - mean * mean) / n));
        assertTrue(square < 2, "weights of variance " + square);
    }

    /** E log det X = η₁ and Var log det X = ψ′(n/2) + ψ′((n − 1)/2); most draws of 1.1 degrees have no factor but the one they are made by. */
    @Test
    void drawsThatAreNearlySingularKeepTheirDeterminant() {
        int count = 20_000;
        for (double degrees : new double[] {1.1, 1.3, 4}) {
            Wishart p = new Wishart(degrees, V);
            SplittableRandom random = new SplittableRandom(5);
            double mean = 0;
            for (int i = 0; i < count; i++) {
                mean += p.sample(random).logDeterminant() / count;
            }
            double variance = Polygamma.trigamma(0.5 * degrees) + Polygamma.trigamma(0.5 * (degrees - 1));
            assertEquals(p.expectation().get(0), mean, 5 * Math.sqrt(variance / count), p.toString());
        }
    }

    /** Of inverse Wishart draws the factor of L A⁻ᵀ is what is left where they are nearly singular, and of the covariances of normal-inverse-Wisharts. */
    @Test
    void inverseDrawsThatAreNearlySingularKeepTheirDeterminant() {
        int count = 20_000;
        for (double degrees : new double[] {1.1, 1.3, 4}) {
            InverseWishart p = new InverseWishart(degrees, V);
            NormalInverseWishart joint = new NormalInverseWishart(Vec.of(1, -2), 0.5, degrees, V);
            SplittableRandom random = new SplittableRandom(6);
            double mean = 0;
            double jointMean = 0;
            for (int i = 0; i < count; i++) {
                mean += p.sample(random).logDeterminant() / count;
                jointMean += joint.sample(random).covariance().logDeterminant() / count;
            }
            double half = 0.5 * degrees;
            double expected =
                    V.logDeterminant() - 2 * Math.log(2) - Polygamma.digamma(half) - Polygamma.digamma(half - 0.5);
            double variance = Polygamma.trigamma(half) + Polygamma.trigamma(half - 0.5);
            double error = 5 * Math.sqrt(variance / count);
            assertEquals(expected, mean, error, p.toString());
            assertEquals(expected, jointMean, error, joint.toString());
        }
    }

    /** 800-digit arithmetic (mpmath 1.3) on the log-partitions, of the factors as binary numbers. */
    @Test
    void skewedJensenOfScalesWithTwoDirectionsThatNearlyVanish() {
        var thin = PositiveDefinite.ofFactor(new double[][] {{1, 0, 0}, {0.5, 3e-160, 0}, {2, 1e-160, 2e-161}});
        var thick = PositiveDefinite.ofFactor(new double[][] {{1, 0, 0}, {-1, 2, 0}, {3, 1, 0.5}});
        Wishart p = new Wishart(4, thin);
        Wishart q = new Wishart(5, thick);
        assertEquals(1844.8105661185375, p.skewedJensen(q, 0.5), 1e-13 * 1845);
        assertEquals(2764.0993967326126, p.skewedJensen(q, 0.25), 1e-13 * 2765);
        Wishart r = new Wishart(4, thick);
        Wishart s = new Wishart(5, thin);
        assertEquals(1476.1415384276072, r.skewedJensen(s, 0.5), 1e-13 * 1476);
        assertEquals(739.439117152272, r.skewedJensen(s, 0.25), 1e-13 * 739);
    }

    /** Draws of 2.02 degrees as scales: the rotations settle, and where both scales are thin beyond what they resolve, no infinity is the answer. */
    @Test
    void skewedJensenOfDrawsThatAreNearlySingularIsFinite() {
        SplittableRandom random = new SplittableRandom(1);
        Wishart narrow = new Wishart(2.02, PositiveDefinite.identity(3));
        int compared = 0;
        for (int i = 0; i < 1000; i++) {
            try {
                Wishart p = new Wishart(3.02, narrow.sample(random));
                Wishart q = new Wishart(4.02, narrow.sample(random));
                double jensen = p.skewedJensen(q, 0.5);
                assertTrue(jensen > 0 && jensen < Double.POSITIVE_INFINITY, () -> p + " " + q + " " + jensen);
                compared++;
            } catch (DomainException underflow) {
                assertTrue(String.valueOf(underflow.getMessage()).contains("factor"), underflow::toString);
            } catch (ConvergenceException lost) {
                assertTrue(String.valueOf(lost.getMessage()).contains("lost in rounding"), lost::toString);
            }
        }
        assertTrue(compared > 950);
    }

    /** E[X⁻¹] = nΨ⁻¹, an entry at a time; Cov of the entries of a Wishart draw is n(vᵢⱼ² + vᵢᵢvⱼⱼ). */
    @Test
    void inversesOfInverseDrawsHaveTheirMean() {
        PositiveDefinite scale = PositiveDefinite.of(new double[][] {{2, 0.9, -0.6}, {0.9, 1.5, 0.4}, {-0.6, 0.4, 1}});
        PositiveDefinite v = scale.inverse();
        SplittableRandom random = new SplittableRandom(7);
        InverseWishart p = new InverseWishart(4.5, scale);
        int count = 20_000;
        double[][] mean = new double[3][3];
        for (int k = 0; k < count; k++) {
            PositiveDefinite inverse = p.sample(random).inverse();
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 3; j++) {
                    mean[i][j] += inverse.get(i, j) / count;
                }
            }
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                double variance = 4.5 * (v.get(i, j) * v.get(i, j) + v.get(i, i) * v.get(j, j));
                assertEquals(4.5 * v.get(i, j), mean[i][j], 5 * Math.sqrt(variance / count));
            }
        }
    }

    @Test
    void maximumLikelihoodRefusesEqualObservationsWithTheReason() {
        List<PositiveDefinite> equal = List.of(V, V, V);
        for (ExponentialFamily<PositiveDefinite, ?> family : List.of(Wishart.family(2), InverseWishart.family(2))) {
            DomainException refused = assertThrows(DomainException.class, () -> family.maximumLikelihood(equal));
            assertTrue(String.valueOf(refused.getMessage()).contains("all equal"), refused::getMessage);
        }
    }

    @Test
    void otherDimensionsDoNotCompareAndBadParametersAreRefused() {
        assertThrows(DomainException.class, () -> new Wishart(4, V).klTo(new Wishart(4, THREE)));
        assertThrows(DomainException.class, () -> new Wishart(4, V).logDensity(THREE));
        assertThrows(DomainException.class, () -> new Wishart(1, V));
        assertThrows(DomainException.class, () -> new Wishart(Double.NaN, V));
        assertThrows(DomainException.class, () -> Wishart.of(3));
        assertThrows(DomainException.class, () -> Wishart.of(3, 2, 1, 0, 0));
        assertThrows(DomainException.class, () -> Wishart.of(3, 2, 1, 0, 0.1, 1));
        assertThrows(DomainException.class, () -> Wishart.family(0));
        assertThrows(DomainException.class, () -> Wishart.family(3).of(3, 2, 1, 0, 0, 1));
        assertThrows(DomainException.class, () -> new InverseWishart(Double.POSITIVE_INFINITY, V));
        assertThrows(DomainException.class, () -> InverseWishart.degreesMean(3, V));
        assertThrows(DomainException.class, () -> Wishart.family(2).member(Vec.of(0.5, -1, 0, -1)));
        assertThrows(DomainException.class, () -> Wishart.family(2).member(Vec.of(1, -1, 3, -1)));
        DomainException above =
                assertThrows(DomainException.class, () -> Wishart.family(2).atExpectation(Vec.of(0.1, 1, 0, 1)));
        assertTrue(String.valueOf(above.getMessage()).contains("log det"), above::getMessage);
    }

    @Test
    void itReadsAsMathematics() {
        assertEquals("Wishart(4.0 degrees of freedom, scale [[2.0, 0.5], [0.5, 1.0]])", new Wishart(4, V).toString());
        String large = new InverseWishart(40, PositiveDefinite.identity(20)).toString();
        assertTrue(large.length() < 90, large);
    }

    private static PositiveDefinite times(PositiveDefinite matrix, double factor) {
        double[] packed = matrix.toPacked();
        return PositiveDefinite.ofPacked(2, packed[0] * factor, packed[1] * factor, packed[2] * factor);
    }

    private static void relative(double expected, double actual) {
        assertEquals(expected, actual, 1e-12 * Math.abs(expected));
    }
}
