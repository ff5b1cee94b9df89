package org.legendre.optimize.variational;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.Erf;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.Poisson;

/** Likelihoods of one predictor: derivatives, and expectations against values in thirty digits. */
class PredictorLikelihoodTest {
    static Stream<PredictorLikelihood> likelihoods() {
        return Stream.of(
                PredictorLikelihood.logistic(0),
                PredictorLikelihood.logistic(1),
                PredictorLikelihood.probit(0),
                PredictorLikelihood.probit(1),
                PredictorLikelihood.poisson(3),
                PredictorLikelihood.normal(0.7, 2.5),
                PredictorLikelihood.student(1.2, 3, 0.8));
    }

    @ParameterizedTest
    @MethodSource("likelihoods")
    void derivativesAreThoseOfTheValues(PredictorLikelihood likelihood) {
        double[] at = new double[3];
        for (double z = -6; z <= 6; z += 0.75) {
            likelihood.derivatives(z, at);
            for (int order = 1; order <= 2; order++) {
                assertEquals(quotient(likelihood, z, order - 1), at[order], 1e-9, likelihood + " at " + z);
            }
        }
    }

    /** −r(r + z) far out, where r + z cancels, in 80 digits; at −1e8 it is −(1 − 1e-16). */
    @ParameterizedTest
    @CsvSource({
        "-2.90625, -0.9264053471570869028",
        "-3.125, -0.9332310661201876294",
        "-12, -0.9933292736641541357",
        "-300, -0.9999888896295610504",
        "-1e8, -0.9999999999999999"
    })
    void probitCurvatureFarOut(double z, double curvature) {
        double[] at = new double[3];
        PredictorLikelihood.probit(1).derivatives(z, at);
        assertEquals(curvature, at[2], 4e-15);
        PredictorLikelihood.probit(0).derivatives(-z, at);
        assertEquals(curvature, at[2], 4e-15);
    }

    /** A central difference, extrapolated once. */
    private static double quotient(PredictorLikelihood likelihood, double z, int entry) {
        double wide = difference(likelihood, z, 1e-3, entry);
        double narrow = difference(likelihood, z, 5e-4, entry);
        return narrow + (narrow - wide) / 3;
    }

    private static double difference(PredictorLikelihood likelihood, double z, double h, int entry) {
        double[] up = new double[3];
        double[] down = new double[3];
        likelihood.derivatives(z + h, up);
        likelihood.derivatives(z - h, down);
        return (up[entry] - down[entry]) / (2 * h);
    }

    /** The expected values come from mpmath's quadrature in 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, -0.8060591833474397845, 0.5, -0.2066209641419070373",
        "0.5, 0.25, -0.5027409086001237514, 0.3840239489346554867, -0.2239267983422865194",
        "-3, 4, -3.18200854060290249, 0.8704057990654228387, -0.07790778807078705317",
        "2, 100, -3.132579588861478295, 0.4219850288074918583, -0.03850625791763182975",
        "30, 9, -8.423463467080476421e-12, 8.423463179772603968e-12, -8.423462605307706145e-12",
        "-62.5, 93.75, -62.5000000001869841, 0.9999999998756303713, -8.097853756829949159e-11",
        "0, 1e-06, -0.6931473055599296844, 0.5, -0.24999993750003125"
    })
    void logisticExpectationsAreExact(double mean, double variance, double value, double slope, double curvature) {
        double[] out = new double[3];
        double error = PredictorLikelihood.logistic(1).expectation(mean, variance, out);
        assertEquals(value, out[0], 4e-15 * Math.abs(value));
        assertEquals(slope, out[1], 4e-15 * Math.abs(slope));
        assertEquals(curvature, out[2], 4e-15 * Math.abs(curvature));
        assertTrue(error <= 1e-13 * Math.abs(value));
        PredictorLikelihood.logistic(0).expectation(-mean, variance, out);
        assertEquals(value, out[0], 4e-15 * Math.abs(value));
        assertEquals(-slope, out[1], 4e-15 * Math.abs(slope));
    }

    /** E log Φ(z) = −1 for standard normal z, for Φ(z) is uniform; the others from mpmath in 30 digits. */
    @ParameterizedTest
    @CsvSource({
        "0, 1, -1, 0.9031972855686253536, -0.5956355968473577319",
        "1.5, 4, -0.6454122915152814803, 0.5066160381159994386, -0.3230743158957677302",
        "-2, 9, -7.381990154468332955, 2.763074776895035273, -0.7375487587593565757"
    })
    void probitExpectationsAreExact(double mean, double variance, double value, double slope, double curvature) {
        double[] out = new double[3];
        PredictorLikelihood.probit(1).expectation(mean, variance, out);
        assertEquals(value, out[0], 1e-14 * Math.abs(value));
        assertEquals(slope, out[1], 1e-14 * Math.abs(slope));
        assertEquals(curvature, out[2], 1e-14 * Math.abs(curvature));
    }

    @Test
    void closedFormsAreThoseOfTheQuadrature() {
        for (PredictorLikelihood closed :
                new PredictorLikelihood[] {PredictorLikelihood.poisson(4), PredictorLikelihood.normal(-1, 0.3)}) {
            PredictorLikelihood numeric = (z, out) -> closed.derivatives(z, out);
            for (double variance : new double[] {0, 0.01, 1, 20}) {
                double[] expected = new double[3];
                double[] found = new double[3];
                closed.expectation(0.8, variance, expected);
                double error = numeric.expectation(0.8, variance, found);
                for (int i = 0; i < 3; i++) {
                    assertEquals(expected[i], found[i], 1e-13 * Math.abs(expected[i]), closed + " entry " + i);
                }
                assertTrue(error <= 1e-13 * Math.abs(expected[0]));
            }
        }
    }

    /** From mpmath in 50 digits; what is left is the rounding of log y, at 10¹⁵ of 10¹⁵ × 9.2e-8 × 3.6e-15. */
    @ParameterizedTest
    @CsvSource({
        "1000, 6.9, 0, -4.4028940931892231061, 1e-13",
        "1000000, 13.8, 0, -127.49588720459796233, 1e-10",
        "1000000000, 20.723265, 0, -11.280921691309920491, 2e-12",
        "1000000000000000, 34.538776, 0, -96.165541689420535046, 5e-6",
        "1000000000, 20.723265, 1e-9, -11.780921272961890649, 2e-12",
        "1000000000000000, 34.538776, 1e-15, -96.665541491965230863, 5e-6"
    })
    void largeCounts(long count, double mean, double variance, double expected, double error) {
        double[] out = new double[3];
        PredictorLikelihood.poisson(count).expectation(mean, variance, out);
        assertEquals(expected, out[0], error);
    }

    /** e^(−1000 + 1000.5) where e⁻¹⁰⁰⁰ is no number, and no rate of e⁸⁰⁰ that is 0 × ∞. */
    @Test
    void ratesOutOfRangeAreNotLost() {
        double[] out = new double[3];
        PredictorLikelihood.poisson(0).expectation(-1000, 2001, out);
        assertEquals(-Math.exp(0.5), out[0], 1e-15);
        PredictorLikelihood.poisson(3).derivatives(800, out);
        assertEquals(Double.NEGATIVE_INFINITY, out[0]);
        assertEquals(Double.NEGATIVE_INFINITY, out[2]);
    }

    @Test
    void aCountHasThePoissonDensity() {
        double[] out = new double[3];
        PredictorLikelihood.poisson(7).derivatives(1.3, out);
        assertEquals(new Poisson(Math.exp(1.3)).logDensity(7L), out[0], 1e-14);
    }

    /** |z| has a corner, so that halving gains a factor of four only: the error that is left is told, and it is honest. */
    @Test
    void whatDoesNotConvergeIsTold() {
        double[] out = new double[3];
        PredictorLikelihood corner = (z, f) -> f[0] = Math.abs(z - 0.3);
        double error = corner.expectation(0, 1, out);
        double exact = Math.sqrt(2 / Math.PI) * Math.exp(-0.045) + 0.3 * Erf.value(0.3 / Math.sqrt(2));
        assertTrue(error > 1e-9, "error " + error);
        assertEquals(exact, out[0], error);
    }

    /** At y = 1, z = ½, s = 2, from mpmath in 50 digits. */
    @ParameterizedTest
    @CsvSource({
        "1, -1.8985016882257803261",
        "99, -1.6461666202035281694",
        "201, -1.6447300806854199123",
        "1e4, -1.6433637410989676994",
        "1e9, -1.6433357140448914887",
        "1e15, -1.6433357137646183315"
    })
    void studentDensityOfManyDegreesOfFreedom(double degrees, double log) {
        double[] out = new double[3];
        PredictorLikelihood.student(1, degrees, 2).derivatives(0.5, out);
        assertEquals(log, out[0], degrees < 200 ? 2e-13 : 2e-15);
    }

    /** From mpmath in 50 digits; the curvature 4e-320 has the four digits of a subnormal number. */
    @Test
    void studentFarOut() {
        double[] out = new double[3];
        PredictorLikelihood.student(1, 3, 2).derivatives(1e160, out);
        assertEquals(-1470.3786822467966, out[0], 1e-12);
        assertEquals(-4e-160, out[1], 1e-175);
        assertEquals(4e-320, out[2], 1e-323);
        PredictorLikelihood.student(1, 3, 2).derivatives(-1e300, out);
        assertEquals(-2759.826334323462, out[0], 1e-12);
        assertEquals(4e-300, out[1], 1e-315);
        assertEquals(0, out[2]);
    }

    /** The values come from mpmath's quadrature in 30 digits, the axis cut at 0.3137 ± s·4ⁿ. */
    @Test
    void aNarrowLikelihoodIsResolved() {
        double[] out = new double[3];
        PredictorLikelihood.student(0.3137, 10, 1e-3).expectation(0, 1, out);
        assertEquals(-50.944170666531846, out[0], 1e-9 * Math.abs(out[0]));
        assertEquals(3.3267176337788342, out[1], 1e-9 * Math.abs(out[1]));
        assertEquals(-9.915004615853917, out[2], 1e-9 * Math.abs(out[2]));
    }

    /** The spike of f″ lies between two points of any step: its expectation would be of the wrong sign. */
    @Test
    void whatIsTooNarrowIsRefused() {
        PredictorLikelihood narrow = PredictorLikelihood.student(0.3137, 10, 1e-5);
        var refused = assertThrows(ConvergenceException.class, () -> narrow.expectation(0, 1, new double[3]));
        String reason = String.valueOf(refused.getMessage());
        assertTrue(reason.contains("not resolved"), reason);
        var bayes = VariationalBayes.of(MultivariateNormal.standard(1))
                .and(LinearPredictors.full(new double[][] {{1}}, List.of(narrow)));
        double[] start = bayes.start().toArray();
        assertThrows(ConvergenceException.class, () -> bayes.gradient(start, new double[2]));
    }

    @Test
    void whatCannotBeObservedIsRefused() {
        assertThrows(DomainException.class, () -> PredictorLikelihood.logistic(2));
        assertThrows(DomainException.class, () -> PredictorLikelihood.probit(-1));
        assertThrows(DomainException.class, () -> PredictorLikelihood.poisson(-1));
        assertThrows(DomainException.class, () -> PredictorLikelihood.normal(Double.NaN, 1));
        assertThrows(DomainException.class, () -> PredictorLikelihood.normal(0, 0));
        assertThrows(DomainException.class, () -> PredictorLikelihood.student(0, -1, 1));
        assertThrows(DomainException.class, () -> PredictorLikelihood.student(0, 1, Double.NaN));
    }
}
