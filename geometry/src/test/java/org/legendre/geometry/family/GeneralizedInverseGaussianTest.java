package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;

class GeneralizedInverseGaussianTest {
    /**
     * (p, a, b) of the two, α and the skewed Jensen divergence (KL for α = NaN): mpmath 1.3.0, quadrature of the densities at 90 digits from these
     * binary64 numbers.
     */
    private static final double[][] DIVERGENCES = {
        {-0.5, 2.0, 1.5, 3.0, 1.0, 0.2, Double.NaN, 1.841826004805718},
        {-0.5, 2.0, 1.5, 3.0, 1.0, 0.2, 0.5, 0.6111738044495781},
        {-0.5, 2.0, 1.5, 3.0, 1.0, 0.2, 0.125, 0.34043976927261177},
        {0.3, 20.0, 30.0, 0.3, 20.000000001, 29.999999998, Double.NaN, 8.407009534759519e-20},
        {0.3, 20.0, 30.0, 0.3, 20.000000001, 29.999999998, 0.5, 2.1017523836984763e-20},
        {0.3, 20.0, 30.0, 0.3, 20.000000001, 29.999999998, 0.125, 9.195166678709041e-21},
        {1000000.0, 2.0, 3.0, 1000002.0, 2.00001, 3.1, Double.NaN, 4.499982400208538e-06},
        {1000000.0, 2.0, 3.0, 1000002.0, 2.00001, 3.1, 0.5, 1.1249933500660394e-06},
        {1000000.0, 2.0, 3.0, 1000002.0, 2.00001, 3.1, 0.125, 4.921838523798695e-07},
        {0.0, 100000.0, 200000.0, 10.0, 100100.0, 199900.0, Double.NaN, 0.07220840320679255},
        {0.0, 100000.0, 200000.0, 10.0, 100100.0, 199900.0, 0.5, 0.018049846408753734},
        {0.0, 100000.0, 200000.0, 10.0, 100100.0, 199900.0, 0.125, 0.007896068595219408},
        {2.0, 1.0, 1e-12, 1.0, 3.0, 0.001, Double.NaN, 3.3080296015671213},
        {2.0, 1.0, 1e-12, 1.0, 3.0, 0.001, 0.5, 0.6045451220380625},
        {2.0, 1.0, 1e-12, 1.0, 3.0, 0.001, 0.125, 0.2317870138508539},
        {0.0, 1e-09, 1e-09, 0.1, 1e-08, 1e-10, Double.NaN, 0.5816941736955878},
        {0.0, 1e-09, 1e-09, 0.1, 1e-08, 1e-10, 0.5, 0.11864092306118525},
        {0.0, 1e-09, 1e-09, 0.1, 1e-08, 1e-10, 0.125, 0.046956156235413216},
        {-4.0, 0.5, 7.0, -4.000001, 0.5, 7.0, Double.NaN, 9.072730993103889e-14},
        {-4.0, 0.5, 7.0, -4.000001, 0.5, 7.0, 0.5, 2.2681827064483977e-14},
        {-4.0, 0.5, 7.0, -4.000001, 0.5, 7.0, 0.125, 9.923299203465011e-15},
        {10000000000.0, 3.0, 10000000000.0, 10000001000.0, 3.0, 10000000000.0, Double.NaN, 4.999999830583342e-05},
        {10000000000.0, 3.0, 10000000000.0, 10000001000.0, 3.0, 10000000000.0, 0.5, 1.2499999368125038e-05},
        {10000000000.0, 3.0, 10000000000.0, 10000001000.0, 3.0, 10000000000.0, 0.125, 5.468749655195337e-06},
        {5.0, 1e-100, 1e+100, 4.0, 2e-100, 1e+100, Double.NaN, 2.2823715112475136},
        {5.0, 1e-100, 1e+100, 4.0, 2e-100, 1e+100, 0.5, 0.45195608524151215},
        {5.0, 1e-100, 1e+100, 4.0, 2e-100, 1e+100, 0.125, 0.17293699917437308},
        // A narrow p within a wide q.
        {-5.0, 0.125, 2000000000000.0, 10.0, 3e-06, 6e-07, Double.NaN, 5.441573978108443},
        {-5.0, 0.125, 2000000000000.0, 10.0, 3e-06, 6e-07, 0.5, 2.624215461284373},
        {1.0, 1000000.0, 1000000.0, 1.5, 2.0, 2.5, Double.NaN, 6.402420648172331},
        {1.0, 1000000.0, 1000000.0, 1.5, 2.0, 2.5, 0.5, 3.1046368275571536},
        {0.5, 100000000.0, 100000000.0, -2.0, 100.0, 144.0, Double.NaN, 9.95974814274106},
        {0.5, 100000000.0, 100000000.0, -2.0, 100.0, 144.0, 0.5, 4.883298581405426},
        {2.0, 3.0, 10000000000.0, 2.0, 1.0, 20000.0, Double.NaN, 57443.985382143655},
        {2.0, 3.0, 10000000000.0, 2.0, 1.0, 20000.0, 0.5, 26649.479962731955},
        // A little of q is where p is next to nothing.
        {
            -0.2164729613954206,
            3.752172266833385,
            0.5312643038078384,
            -1.2241935042231635,
            1.1342717863489058,
            0.5838765840309875,
            Double.NaN,
            0.04680138694086681
        },
        {
            -3.052852627602213,
            2.6026943622882546,
            1.087838735041442,
            -3.743611121942949,
            0.40436053016291734,
            1.0951674169023855,
            Double.NaN,
            0.01341025039426616
        },
        {
            -3.068713383597365,
            2.640253101429514,
            1.2395052036574687,
            -3.4500597582819568,
            0.4161672135970507,
            1.3070993672077014,
            Double.NaN,
            0.07671313209095337
        },
        {
            0.8444587172277119,
            0.4506990858735902,
            2.1954584985237693,
            1.5628229599828791,
            0.48358571636351366,
            0.35166379738944936,
            Double.NaN,
            0.04064913594161196
        },
        {-0.5, 2.0, 1.5, 3.0, 1.0, 0.2, 1.5, -1.0917440579363609},
        {0.3, 20.0, 30.0, 0.3, 20.000000001, 29.999999998, -3.0, -1.0088411442041533e-18}
    };

    /** (p, a, b) and the entropy, by the same means. */
    private static final double[][] ENTROPIES = {
        {-0.5, 2.0, 1.5, 0.4621464406160324},
        {0.3, 20.0, 30.0, -0.32310847930995473},
        {1000000.0, 2.0, 3.0, 7.633546298293448},
        {0.0, 100000.0, 200000.0, -4.510811878301561},
        {2.0, 1.0, 1e-12, 1.5772156649015328},
        {0.0, 1e-09, 1e-09, 3.745792950071224},
        {-4.0, 0.5, 7.0, 1.0112316985080292},
        {10000000000.0, 3.0, 10000000000.0, 11.833251709473458},
        {5.0, 1e-100, 1e+100, 232.4143044374734}
    };

    private static GeneralizedInverseGaussian member(double[] row, int from) {
        return new GeneralizedInverseGaussian(row[from], row[from + 1], row[from + 2]);
    }

    @Test
    void divergencesMatchHighPrecision() {
        for (double[] row : DIVERGENCES) {
            GeneralizedInverseGaussian p = member(row, 0);
            GeneralizedInverseGaussian q = member(row, 3);
            double actual = Double.isNaN(row[6]) ? p.klTo(q) : p.skewedJensen(q, row[6]);
            assertEquals(row[7], actual, 1e-14 * Math.abs(row[7]), p + " to " + q + " at " + row[6]);
            if (!Double.isNaN(row[6])) {
                assertEquals(row[7], q.skewedJensen(p, 1 - row[6]), 1e-14 * Math.abs(row[7]));
            }
        }
        GeneralizedInverseGaussian p = new GeneralizedInverseGaussian(1, 2, 3);
        assertEquals(0, p.klTo(p));
        assertEquals(0, p.skewedJensen(p, 0.5));
        GeneralizedInverseGaussian q = new GeneralizedInverseGaussian(1, 20, 3);
        assertEquals(Double.NEGATIVE_INFINITY, p.skewedJensen(q, 2));
    }

    @Test
    void entropiesMatchHighPrecision() {
        for (double[] row : ENTROPIES) {
            assertEquals(row[3], member(row, 0).entropy(), 1e-14 * Math.abs(row[3]));
        }
    }

    @Test
    void itIsTheInverseGaussianForOrderMinusOneHalf() {
        // √(λ/2πx³) exp(−λ(x−μ)²/2μ²x) has p = −½, a = λ/2μ², b = λ/2.
        GeneralizedInverseGaussian p = GeneralizedInverseGaussian.jorgensen(-0.5, 3, 3 / (0.7 * 0.7));
        double x = 1.3;
        double expected = 0.5 * Math.log(3 / (2 * Math.PI * x * x * x)) - 3 * (x - 0.7) * (x - 0.7) / (2 * 0.49 * x);
        assertEquals(expected, p.logDensityAt(x), 1e-14);
        assertArrayEquals(
                new double[] {0.7, 1 / 0.7 + 1.0 / 3},
                new double[] {p.expectation().get(1), p.expectation().get(2)},
                1e-14);
    }

    @Test
    void everyPointOfTheDomainOfMeansHasItsMember() {
        for (double[] row : new double[][] {
            {0, 1, 1},
            {2.5, 1e-3, 1e-4},
            {-40, 3, 700},
            {0.1, 300, 200},
            {7, 1e50, 1e-50},
            {30, 1, 1e-2},
            {0.2, 1e-8, 1e-7}
        }) {
            GeneralizedInverseGaussian p = member(row, 0);
            GeneralizedInverseGaussian q = GeneralizedInverseGaussian.FAMILY.atExpectation(p.expectation());
            // What half a unit in the last place of η moves is all that may be lost.
            assertTrue(p.klTo(q) < 1e-20, p + " came back as " + q);
        }
        for (double[] u : new double[][] {{0, 0, 0}, {5, 2, 1}, {-3, -2, -2}, {1, 1, 2}, {0, -6, 0.5}}) {
            var domain =
                    GeneralizedInverseGaussian.FAMILY.potential().conjugate().domain();
            double[] eta = domain.fromChart(u);
            assertArrayEquals(u, domain.toChart(eta), 1e-6);
            GeneralizedInverseGaussian p = GeneralizedInverseGaussian.FAMILY.atExpectation(Vec.of(eta));
            assertArrayEquals(eta, p.expectation().toArray(), 1e-12 * Math.max(1, Math.max(eta[1], eta[2])));
        }
    }

    @Test
    void beyondTheGammaAndTheInverseGammaDistributionsThereIsNoMember() {
        // E[log x], E[x], E[1/x] of the gamma distribution of shape 3 and rate 1.
        double[] gamma = {0.9227843350984671, 3, 0.5};
        var family = GeneralizedInverseGaussian.FAMILY;
        assertThrows(DomainException.class, () -> family.atExpectation(Vec.of(gamma[0], 3, 0.6)));
        assertThrows(DomainException.class, () -> family.atExpectation(Vec.of(-gamma[0], 0.6, 3)));
        assertEquals(3, family.atExpectation(Vec.of(gamma[0], 3, 0.499)).order(), 0.1);
        assertThrows(DomainException.class, () -> family.atExpectation(Vec.of(2, 3, 0.5)));
        assertThrows(DomainException.class, () -> family.atExpectation(Vec.of(0, -3, 0.5)));
    }

    @Test
    void theBoundOfTheGapsIsThatOfTheGammaDistribution() {
        // S + 2 (digamma(α) − log α), α = 1/(1 − e⁻ˢ), by mpmath 1.3.0 at 60 digits.
        double[][] limits = {
            {1e-8, 3.3333333333333335e-17},
            {1e-4, 3.3333333294444447e-09},
            {0.02, 0.00013332711208431032},
            {0.031, 0.0003202974321166555},
            {0.033, 0.0003629539004763719},
            {0.25, 0.020684949407673476},
            {1, 0.3035703373503536},
            {10, 8.845627229884128}
        };
        for (double[] row : limits) {
            // The direct formula, for α < 32, loses 3 S/S² of the rounding of digamma.
            double error = row[0] < 0.032 ? 4e-15 : 1e-13;
            assertEquals(row[1], GeneralizedInverseGaussianSolve.limit(row[0]), error * row[1], "S = " + row[0]);
        }
    }

    /** There ab is as small as e^(−1300), which a large scale of x divides between a and b. */
    @Test
    void membersNextToTheGammaDistributionAreFoundAsLongAsTheirParametersAreNumbers() {
        var psi = GeneralizedInverseGaussian.FAMILY.potential();
        var domain = psi.conjugate().domain();
        for (double[] row :
                new double[][] {{600, 7, 1e-3}, {600, 10, 1e-3}, {-600, 5, 7e-4}, {0, 5, 1e-4}, {0, 2, 1e-12}}) {
            double side = row[0] < 0 ? 1 : -1;
            double[] eta = domain.fromChart(new double[] {
                row[0], Math.log(row[1]), 0.5 * side * Math.log((2 - row[2]) / row[2])
            });
            double[] back = psi.gradient(psi.conjugate().gradient(Vec.of(eta))).toArray();
            assertEquals(eta[0], back[0], 1e-12 * Math.max(row[1], Math.abs(eta[0])));
            assertEquals(eta[1], back[1], 1e-13 * eta[1]);
            assertEquals(eta[2], back[2], 1e-13 * eta[2]);
        }
        // At a moderate scale b = e^(−801), e^(−737), and beyond any scale.
        for (double[] row : new double[][] {{5, 1e-5}, {10, 1e-3}, {5, 1e-9}}) {
            double[] eta = domain.fromChart(new double[] {0, Math.log(row[0]), -0.5 * Math.log((2 - row[1]) / row[1])});
            assertFalse(domain.contains(eta));
            DomainException beyond =
                    assertThrows(DomainException.class, () -> psi.conjugate().gradient(Vec.of(eta)));
            assertTrue(String.valueOf(beyond.getMessage()).contains("beyond the normal doubles"), beyond.toString());
        }
    }

    @Test
    void maximumLikelihoodFindsTheMemberOrSaysWhyThereIsNone() {
        GeneralizedInverseGaussian p = new GeneralizedInverseGaussian(-1, 4, 2);
        SplittableRandom random = new SplittableRandom(5);
        List<Double> data = new ArrayList<>();
        for (int i = 0; i < 50_000; i++) {
            data.add(p.sample(random));
        }
        var family = GeneralizedInverseGaussian.FAMILY;
        GeneralizedInverseGaussian fitted = family.maximumLikelihood(data);
        // 2n KL is about χ² of 3 degrees of freedom.
        assertTrue(2 * data.size() * p.klTo(fitted) < 25, fitted.toString());
        double[] mean = family.meanStatistic(data).toArray();
        assertArrayEquals(mean, fitted.expectation().toArray(), 1e-11 * mean[2]);
        assertThrows(DomainException.class, () -> family.maximumLikelihood(List.of(2.0, 2.0)));
        assertThrows(DomainException.class, () -> family.maximumLikelihood(List.of()));
        // A low outlier: more skewed to the left in log x than any member.
        DomainException gamma = assertThrows(
                DomainException.class, () -> family.maximumLikelihood(List.of(0.8, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0)));
        assertTrue(gamma.toString().contains("nearest is a gamma distribution"), gamma.toString());
    }

    @Test
    void badInputIsRefused() {
        assertThrows(DomainException.class, () -> new GeneralizedInverseGaussian(Double.NaN, 1, 1));
        assertThrows(DomainException.class, () -> new GeneralizedInverseGaussian(1, 0, 1));
        assertThrows(DomainException.class, () -> new GeneralizedInverseGaussian(1, 1, -1));
        assertThrows(DomainException.class, () -> new GeneralizedInverseGaussian(1, 1, Double.POSITIVE_INFINITY));
        GeneralizedInverseGaussian p = new GeneralizedInverseGaussian(1, 2, 3);
        assertEquals(Double.NEGATIVE_INFINITY, p.logDensityAt(0));
        assertThrows(DomainException.class, () -> p.family().statistic(0.0));
        assertThrows(DomainException.class, () -> p.skewedJensen(p, Double.NaN));
    }

    /** KL from the modified Bessel functions, 420 digits (mpmath 1.3). The nodes of p reach where an exponential overflows whose coefficient underflows. */
    @Test
    void divergencesAtTheEndsOfTheRange() {
        near(0.026856228798406854, of(0.01, 1e-300, 1e-295), of(0.0125, 1.001e-300, 1.002e-295));
        near(1.7721423798266212e-6, of(0.25, 1e-294, 1e-294), of(0.2505, 1.001e-294, 1e-294));
        near(0.0021480701457241803, of(-0.5, 1e133, 1e-296), of(-0.53, 1e-299, 1e-296));
        near(0.07311671522347246, of(0, 1e-290, 1e-290), of(0.001, 1e-290, 1e-290));
        near(0.0049118096430354795, of(2, 1e-305, 1e-3), of(2.125, 1e-305, 1e-3));
    }

    private static GeneralizedInverseGaussian of(double order, double rate, double inverseRate) {
        return new GeneralizedInverseGaussian(order, rate, inverseRate);
    }

    private static void near(double expected, GeneralizedInverseGaussian p, GeneralizedInverseGaussian q) {
        assertEquals(expected, p.klTo(q), 1e-12 * expected);
    }
}
