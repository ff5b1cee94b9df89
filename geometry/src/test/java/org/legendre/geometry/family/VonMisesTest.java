package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.BesselRatio;

class VonMisesTest {
    /** μ_p, κ_p, μ_q, κ_q, α and the skewed Jensen divergence (KL for α = NaN): mpmath 1.3.0 at 150 digits from these binary64 numbers. */
    private static final double[][] DIVERGENCES = {
        {0.3, 2.0, -1.1, 5.0, Double.NaN, 3.283243725255917},
        {0.3, 2.0, -1.1, 5.0, 0.5, 0.6028399740325937},
        {0.3, 2.0, -1.1, 5.0, 0.25, 0.3744595305661428},
        {0.3, 2.0, -1.1, 5.0, 1.5, -2.468626973977486},
        {0.3, 2.0, -1.1, 5.0, -1.0, -2.0239715813713737},
        {0.3, 2.0, 0.300000001, 2.00000001, Double.NaN, 8.908934462898563e-18},
        {0.3, 2.0, 0.300000001, 2.00000001, 0.5, 2.2272336126427793e-18},
        {0.3, 2.0, 0.300000001, 2.00000001, 0.25, 1.6704252083263864e-18},
        {0.3, 2.0, 0.300000001, 2.00000001, 1.5, -6.681700856419507e-18},
        {0.3, 2.0, 0.300000001, 2.00000001, -1.0, -1.781786882717756e-17},
        {3.1, 30.0, -3.1, 50.0, Double.NaN, 0.2490716659051103},
        {3.1, 30.0, -3.1, 50.0, 0.5, 0.048374440155030084},
        {3.1, 30.0, -3.1, 50.0, 0.25, 0.03269285286208023},
        {3.1, 30.0, -3.1, 50.0, 1.5, -0.2650371945405157},
        {3.1, 30.0, -3.1, 50.0, -1.0, -0.23514210979679215},
        {1.0, 1e-08, 2.0, 3e-08, Double.NaN, 1.68954654119779e-16},
        {1.0, 1e-08, 2.0, 3e-08, 0.5, 4.2238663529944746e-17},
        {1.0, 1e-08, 2.0, 3e-08, 0.25, 3.167899764745856e-17},
        {1.0, 1e-08, 2.0, 3e-08, 1.5, -1.2671599058983426e-16},
        {1.0, 1e-08, 2.0, 3e-08, -1.0, -3.379093082395579e-16},
        {0.5, 100000000.0, 0.50001, 150000000.0, Double.NaN, 0.05476744611662038},
        {0.5, 100000000.0, 0.50001, 150000000.0, 0.5, 0.011705498665713295},
        {0.5, 100000000.0, 0.50001, 150000000.0, 0.25, 0.008200177316108993},
        {0.5, 100000000.0, 0.50001, 150000000.0, 1.5, -0.04997475935667694},
        {0.5, 100000000.0, 0.50001, 150000000.0, -1.0, -0.06639151801750368},
        {0.0, 4.0, 3.141592653589793, 4.0, Double.NaN, 6.908180888196405},
        {0.0, 4.0, 3.141592653589793, 4.0, 0.5, 2.424972795515459},
        {0.0, 4.0, 3.141592653589793, 4.0, 0.25, 1.600979254032503},
        {0.0, 4.0, 3.141592653589793, 4.0, 1.5, -3.6331314599123545},
        {0.0, 4.0, 3.141592653589793, 4.0, -1.0, -7.4245297035873845},
        {0.25, 1e-05, 0.5, 100000.0, Double.NaN, 99992.84014377349},
        {0.25, 1e-05, 0.5, 100000.0, 0.5, 2.9911203230418826},
        {0.25, 1e-05, 0.5, 100000.0, 0.25, 1.5250061287648102},
        {0.25, 1e-05, 0.5, 100000.0, 1.5, -99990.33346028319},
        {0.25, 1e-05, 0.5, 100000.0, -1.0, -6.328816111323882},
    };

    /** The entropy at d and κ: mpmath 1.3.0 at 100 digits. */
    private static final double[][] ENTROPIES = {
        {500, 1, -841.6491522241047},
        {3, 10, 0.5352919301310737},
        {3, 1e8, -15.58280367754302},
        {10, 0.001, 3.238742729459001},
        {1000, 1e4, -3207.9370380173177}
    };

    private static VonMisesFisher onTheCircle(double mean, double kappa) {
        return VonMisesFisher.of(Math.cos(mean), Math.sin(mean), kappa);
    }

    private static double divergence(VonMises p, VonMises q, double alpha) {
        return Double.isNaN(alpha) ? p.klTo(q) : p.skewedJensen(q, alpha);
    }

    @Test
    void divergencesMatchHighPrecision() {
        for (double[] row : DIVERGENCES) {
            VonMises p = new VonMises(row[0], row[1]);
            VonMises q = new VonMises(row[2], row[3]);
            assertEquals(row[5], divergence(p, q, row[4]), 1e-14 * Math.abs(row[5]), p + " to " + q + " at " + row[4]);
            assertEquals(
                    row[5], Double.isNaN(row[4]) ? row[5] : q.skewedJensen(p, 1 - row[4]), 1e-14 * Math.abs(row[5]));
        }
    }

    @Test
    void onTheCircleTheFisherFamilyIsTheVonMisesFamily() {
        for (double[] row : DIVERGENCES) {
            VonMisesFisher p = onTheCircle(row[0], row[1]);
            VonMisesFisher q = onTheCircle(row[2], row[3]);
            double actual = Double.isNaN(row[4]) ? p.klTo(q) : p.skewedJensen(q, row[4]);
            // Cosines and sines round, by an angle of about 1e-16.
            double angle = Math.max(1e-9, 2 * Math.abs(Math.sin(0.5 * (row[0] - row[2]))));
            assertEquals(row[5], actual, 4e-15 / angle * Math.abs(row[5]) + 1e-13 * Math.abs(row[5]));
        }
        assertEquals(new VonMises(0.7, 3).entropy(), onTheCircle(0.7, 3).entropy());
        assertEquals(
                new VonMises(0.7, 3).logDensityAt(-2),
                onTheCircle(0.7, 3).logDensity(Vec.of(Math.cos(-2), Math.sin(-2))),
                1e-14);
    }

    @Test
    void entropiesMatchHighPrecision() {
        for (double[] row : ENTROPIES) {
            int d = (int) row[0];
            VonMisesFisher p = new VonMisesFisher(UnitVectors.first(d), row[1]);
            assertEquals(row[2], p.entropy(), 1e-14 * Math.abs(row[2]));
        }
    }

    @Test
    void theUniformDistributionIsAMember() {
        VonMises uniform = VonMises.uniform();
        assertEquals(Math.log(2 * Math.PI), uniform.entropy(), 1e-15);
        assertEquals(uniform, VonMises.FAMILY.member(uniform.natural()));
        assertEquals(uniform, VonMises.FAMILY.atExpectation(uniform.expectation()));
        assertEquals(0, uniform.klTo(uniform));
        VonMises p = new VonMises(1, 2);
        assertEquals(uniform.entropy() - p.entropy(), p.klTo(uniform), 1e-15);
        assertThrows(DomainException.class, uniform::fisherInSource);
        assertEquals(0.5, uniform.fisher().toMatrix()[1][1]);
        VonMisesFisher sphere = VonMisesFisher.uniform(3);
        assertEquals(Math.log(4 * Math.PI), sphere.entropy(), 1e-15);
        assertEquals(sphere, sphere.family().member(sphere.natural()));
        assertEquals(1.0 / 3, sphere.fisherInSource().toMatrix()[2][2], 1e-16);
    }

    @Test
    void maximumLikelihoodOfDataCloseTogetherKeepsItsAccuracy() {
        double e = 0x1p-30;
        VonMises fitted = VonMises.FAMILY.maximumLikelihood(List.of(0.75 - e, 0.75 + e));
        // 1 − cos e = e²/2 = (1 − A(κ)), about 1/(2κ).
        assertEquals(0.75, fitted.mean(), 1e-15);
        assertEquals(1 / e / e, fitted.kappa(), 1e-6 / e / e);
        VonMises across = VonMises.FAMILY.maximumLikelihood(List.of(Math.PI - 1e-3, -Math.PI + 2e-3));
        assertEquals(-Math.PI + 0.5e-3, across.mean(), 1e-12);
        double angle = 1e-4;
        VonMisesFisher sphere = VonMisesFisher.family(3)
                .maximumLikelihood(List.of(
                        Vec.<Euclidean>of(Math.cos(angle), Math.sin(angle), 0),
                        Vec.<Euclidean>of(Math.cos(angle), -Math.sin(angle), 0)));
        // On the sphere 1 − A(κ) = 1/κ for large κ.
        double concentration = 0.5 / Math.sin(0.5 * angle) / Math.sin(0.5 * angle);
        assertEquals(concentration, sphere.kappa(), 1e-7 * concentration);
        assertEquals(Vec.of(1, 0, 0), sphere.mean());
    }

    @Test
    void equalDataHaveNoMaximumLikelihoodAndOppositeDataGiveTheUniform() {
        assertThrows(DomainException.class, () -> VonMises.FAMILY.maximumLikelihood(List.of(0.3, 0.3, 0.3)));
        assertThrows(DomainException.class, () -> VonMises.FAMILY.maximumLikelihood(List.of()));
        assertThrows(DomainException.class, () -> VonMises.FAMILY.atExpectation(Vec.of(0.6, 0.8)));
        Vec<Euclidean> x = Vec.of(0, 1, 0);
        assertThrows(DomainException.class, () -> VonMisesFisher.family(3).maximumLikelihood(List.of(x, x)));
        assertEquals(VonMisesFisher.uniform(3), VonMisesFisher.family(3).maximumLikelihood(List.of(x, x.unaryMinus())));
    }

    @Test
    void drawsOfExtremeConcentrationsHaveTheirMeanVersine() {
        for (int d : new int[] {2, 3, 20}) {
            for (double kappa : new double[] {1e-10, 0.1, 30, 1e12}) {
                SplittableRandom random = new SplittableRandom(7);
                double sum = 0;
                double square = 0;
                int n = 20_000;
                for (int i = 0; i < n; i++) {
                    double w = VonMisesFisherKernel.sampleVersine(d, kappa, random);
                    sum += w / n;
                    square += w * w / n;
                }
                double expected = BesselRatio.complement(0.5 * d - 1, kappa);
                assertEquals(expected, sum, 5 * Math.sqrt((square - sum * sum) / n), "d = " + d + ", κ = " + kappa);
            }
        }
        List<Double> angles = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < 1000; i++) {
            angles.add(new VonMises(3.1, 2).sample(random));
        }
        assertTrue(angles.stream().allMatch(x -> Math.abs(x) <= Math.PI));
        assertTrue(angles.stream().anyMatch(x -> x < -2));
    }

    @Test
    void badInputIsRefused() {
        assertThrows(DomainException.class, () -> new VonMises(3.2, 1));
        assertThrows(DomainException.class, () -> new VonMises(Double.NaN, 1));
        assertThrows(DomainException.class, () -> new VonMises(0, -1));
        assertThrows(DomainException.class, () -> new VonMises(0, Double.POSITIVE_INFINITY));
        assertThrows(DomainException.class, () -> new VonMises(0.1, 0));
        assertThrows(DomainException.class, () -> VonMises.FAMILY.statistic(4.0));
        assertEquals(Double.NEGATIVE_INFINITY, new VonMises(0, 1).logDensityAt(4));
        assertThrows(DomainException.class, () -> VonMisesFisher.of(0.6, 0.7, 1));
        assertThrows(DomainException.class, () -> VonMisesFisher.of(1, 1));
        assertThrows(DomainException.class, () -> VonMisesFisher.of(0, 1, 0));
        assertThrows(DomainException.class, () -> VonMisesFisher.of(0, 1, Double.NaN));
        assertThrows(DomainException.class, () -> VonMisesFisher.family(1));
        assertThrows(DomainException.class, () -> VonMisesFisher.uniform(0));
        VonMisesFisher p = VonMisesFisher.uniform(3);
        assertThrows(DomainException.class, () -> p.klTo(VonMisesFisher.uniform(4)));
        assertThrows(DomainException.class, () -> p.family().statistic(Vec.of(1, 1, 1)));
        assertEquals(Double.NEGATIVE_INFINITY, p.logDensity(Vec.of(1, 1, 1)));
        assertEquals("VonMises(μ 0.5, κ 2.0)", new VonMises(0.5, 2).toString());
    }
}
