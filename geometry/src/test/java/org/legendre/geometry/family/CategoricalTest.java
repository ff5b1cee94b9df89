package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;

class CategoricalTest {
    private static final Categorical MEMBER = Categorical.of(0.2, 0.5, 0.25, 0.05);

    /** ψ by its formula alone: derivatives by automatic differentiation. */
    private static final Potential AUTOMATIC = Potential.of(Domain.reals(3), t -> {
        DerivativeStructure sum = t[0].exp().add(1);
        for (int i = 1; i < t.length; i++) {
            sum = sum.add(t[i].exp());
        }
        return sum.log();
    });

    @Test
    void derivativesAgreeWithAutomaticDifferentiation() {
        double[] t = MEMBER.natural().toArray();
        Potential psi = MEMBER.family().potential().potential();
        assertEquals(AUTOMATIC.value(t), psi.value(t), 1e-15);
        double[] expected = new double[3];
        double[] actual = new double[3];
        AUTOMATIC.gradient(t, expected);
        psi.gradient(t, actual);
        assertArrayEquals(expected, actual, 1e-15);
        double[][] hessian = AUTOMATIC.hessian(t).toMatrix();
        for (int i = 0; i < 3; i++) {
            assertArrayEquals(hessian[i], MEMBER.fisher().toMatrix()[i], 1e-15);
            assertArrayEquals(hessian[i], psi.hessian(t).toMatrix()[i], 1e-15);
        }
        double[] u = {1, -2, 0.5};
        double[] v = {0.3, 1, 4};
        AUTOMATIC.third(t, u, v, expected);
        psi.third(t, u, v, actual);
        assertArrayEquals(expected, actual, 1e-14);
    }

    @Test
    void thirdDerivativeOfTheConjugateAgreesWithExtrapolation() {
        Potential conjugate = MEMBER.family().potential().conjugate().potential();
        double[] e = MEMBER.expectation().toArray();
        double[] u = {1, -2, 0.5};
        double[] v = {0.3, 1, 4};
        double[] expected = new double[3];
        double h = 1e-5;
        for (int sign : new int[] {-1, 1}) {
            double[] moved = new double[3];
            double[] product = new double[3];
            java.util.Arrays.setAll(moved, i -> e[i] + sign * h * u[i]);
            conjugate.hessian(moved).multiply(v, product);
            java.util.Arrays.setAll(expected, i -> expected[i] + sign * product[i] / (2 * h));
        }
        double[] actual = new double[3];
        conjugate.third(e, u, v, actual);
        for (int i = 0; i < 3; i++) {
            assertEquals(expected[i], actual[i], 1e-5 * Math.abs(expected[i]));
        }
    }

    @Test
    void raisingUndoesLowering() {
        Vec<org.legendre.geometry.Natural> v = Vec.of(1, -2, 0.5);
        double[] back = MEMBER.fisher().raise(MEMBER.fisher().lower(v)).toArray();
        assertArrayEquals(v.toArray(), back, 1e-13);
    }

    @Test
    void boundaryMembersAreLegalButHaveNoNaturalCoordinates() {
        Categorical vertex = Categorical.of(0, 1, 0);
        assertEquals(0, vertex.entropy());
        assertEquals(Double.NEGATIVE_INFINITY, vertex.logDensity(0));
        assertEquals(0, vertex.klTo(vertex));
        assertEquals(Double.POSITIVE_INFINITY, Categorical.of(0.5, 0.5, 0).klTo(vertex));
        assertEquals(Math.log(2), vertex.klTo(Categorical.of(0.5, 0.5, 0)));
        assertEquals(vertex, vertex.family().atExpectation(vertex.expectation()));
        assertThrows(DomainException.class, vertex::natural);
        assertThrows(DomainException.class, vertex::fisher);
        assertThrows(DomainException.class, vertex::fisherInSource);
        // The last class is zero but for the rounding of the others' sum.
        Categorical last = Categorical.of(0.1, 0.2, 0.7, 0);
        assertEquals(
                0,
                last.family().atExpectation(last.expectation()).probabilities().get(3),
                1e-15);
        for (int k = 0; k < 100; k++) {
            assertEquals(1, vertex.sample(new SplittableRandom(k)));
        }
    }

    @Test
    void underflowingProbabilitiesKeepTheirNaturalCoordinates() {
        Categorical p = new Categorical(Probabilities.ofLogits(-800, 3, 0));
        assertEquals(Vec.of(-800, 3), p.natural());
        assertEquals(p.probabilities().logProbability(0), p.logDensity(0));
        assertEquals(p.natural(), p.family().member(p.natural()).natural());
    }

    /** p (1 − p) and det = ∏ p know the other probabilities, though the first is 1 as far as numbers reach. */
    @Test
    void theMetricKeepsAProbabilityThatRoundsToOne() {
        Categorical p = new Categorical(Probabilities.ofLogits(0, Math.log(1e-20), Math.log(2e-20)));
        double one = p.probabilities().get(1);
        double two = p.probabilities().get(2);
        assertEquals(1, p.probabilities().get(0));
        for (double n : new double[] {1, 7}) {
            Metric<Natural, Expectation> metric = n == 1 ? p.fisher() : new Multinomial(7, p.probabilities()).fisher();
            double[][] rows = metric.toMatrix();
            assertEquals(n * 3e-20, rows[0][0], n * 1e-34);
            assertEquals(-n * one, rows[0][1], n * 1e-35);
            assertEquals(n * one, rows[1][1], n * 1e-35);
            assertEquals(n * 3e-20, metric.squaredNorm(Vec.of(1, 0)), n * 1e-34);
            assertEquals(n * 2e-20, metric.squaredNorm(Vec.of(1, 1 + 1e-10)), n * 1e-34);
            assertEquals(2 * Math.log(n) + Math.log(one * two), metric.logDeterminant(), 1e-13);
            assertEquals(n * two, metric.lower(Vec.of(1, 1)).get(0), n * 1e-35);
            assertArrayEquals(
                    new double[] {2, 5},
                    metric.raise(metric.lower(Vec.of(2, 5))).toArray(),
                    1e-14);
        }
        // The same with another class as the common one.
        Categorical r = new Categorical(Probabilities.ofLogits(Math.log(1e-20), 0, Math.log(2e-20)));
        assertEquals(3e-20, r.fisher().toMatrix()[1][1], 1e-34);
        assertEquals(3e-20, r.fisher().squaredNorm(Vec.of(0, 1)), 1e-34);
        Categorical q = new Categorical(Probabilities.ofLogits(Math.log(1e-20), Math.log(2e-20), 0));
        assertEquals(q.probabilities().get(0), q.fisher().toMatrix()[0][0], 1e-35);
        assertEquals(q.probabilities().get(0), q.fisher().squaredNorm(Vec.of(1, 0)), 1e-35);
    }

    @Test
    void sampleFrequenciesAgreeWithProbabilities() {
        SplittableRandom random = new SplittableRandom(7);
        int n = 40_000;
        double[] counts = new double[4];
        for (int i = 0; i < n; i++) {
            counts[MEMBER.sample(random)]++;
        }
        double chiSquared = 0;
        for (int i = 0; i < 4; i++) {
            double expected = n * MEMBER.probabilities().get(i);
            chiSquared += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        // Three degrees of freedom: more once in 10^5 seeds.
        assertTrue(chiSquared < 25.9, "chi-squared " + chiSquared);
    }

    @Test
    void maximumLikelihoodIsRelativeFrequency() {
        assertEquals(Categorical.of(0.25, 0, 0.75), Categorical.family(3).maximumLikelihood(List.of(2, 0, 2, 2)));
    }

    @Test
    void otherSizesDoNotCompare() {
        assertThrows(DomainException.class, () -> MEMBER.klTo(Categorical.of(0.5, 0.5)));
    }

    @Test
    void theDomainsSayWhatIsWrong() {
        Domain simplex = Categorical.family(3).potential().conjugate().domain();
        assertTrue(simplex.contains(new double[] {0.2, 0.3}));
        assertFalse(simplex.contains(new double[] {0.2, 0.8}));
        assertTrue(simplex.diagnose(new double[] {0.7, 0.8}).orElse("").contains("last probability"));
        assertTrue(simplex.diagnose(new double[] {-0.1, 0.8}).orElse("").contains("entry 0"));
        double[] u = {1.5, -0.3};
        assertArrayEquals(u, simplex.toChart(simplex.fromChart(u)), 1e-14);
    }
}
