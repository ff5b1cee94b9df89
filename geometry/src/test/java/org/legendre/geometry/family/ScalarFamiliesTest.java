package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.special.GammaRemainder;

/** What is particular to Bernoulli, Poisson, exponential, gamma and beta. */
class ScalarFamiliesTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void membersReadAsMathematics() {
        assertEquals("Bernoulli(0.3)", new Bernoulli(0.3).toString());
        assertEquals("Poisson(2.5)", new Poisson(2.5).toString());
        assertEquals("Exponential(rate 4.0)", Exponential.withMean(0.25).toString());
        assertEquals("Gamma(shape 2.0, rate 4.0)", Gamma.shapeScale(2, 0.25).toString());
        assertEquals("Beta(2.0, 3.0)", new Beta(2, 3).toString());
        assertEquals("gamma(shape, rate)", Families.named("gamma").toString());
    }

    @Test
    void boundaryMembersHaveTheirLimits() {
        Bernoulli never = new Bernoulli(0);
        Bernoulli always = new Bernoulli(1);
        Bernoulli coin = new Bernoulli(0.5);
        assertEquals(Math.log(2), never.klTo(coin), 1e-16);
        assertEquals(Math.log(2), always.klTo(coin), 1e-16);
        assertEquals(INFINITY, coin.klTo(never));
        assertEquals(INFINITY, never.klTo(always));
        assertEquals(0, never.klTo(never));
        assertEquals(0, always.entropy());
        assertEquals(0, never.entropy());
        assertEquals(0, never.sample(new Random(1)));
        assertEquals(1, always.sample(new Random(1)));
        Poisson nothing = new Poisson(0);
        assertEquals(2.5, nothing.klTo(new Poisson(2.5)));
        assertEquals(INFINITY, new Poisson(2.5).klTo(nothing));
        assertEquals(0, nothing.klTo(nothing));
        assertEquals(0, nothing.entropy());
        assertEquals(0, nothing.sample(new Random(1)));
        assertEquals(0, nothing.logDensity(0L));
        assertEquals(Double.NEGATIVE_INFINITY, nothing.logDensity(1L));
        assertEquals(never, Bernoulli.FAMILY.maximumLikelihood(List.of(0, 0, 0)));
        assertEquals(always, Bernoulli.FAMILY.maximumLikelihood(List.of(1, 1)));
        assertEquals(nothing, Poisson.FAMILY.maximumLikelihood(List.of(0L, 0L)));
    }

    @Test
    void densitiesVanishOffTheSupport() {
        double none = Double.NEGATIVE_INFINITY;
        assertEquals(none, new Bernoulli(0.3).logDensityAt(0.5));
        assertEquals(none, new Poisson(2).logDensityAt(1.5));
        assertEquals(none, new Poisson(2).logDensityAt(-1));
        assertEquals(none, new Exponential(2).logDensityAt(-1e-9));
        assertEquals(Math.log(2), new Exponential(2).logDensityAt(0));
        assertEquals(none, new Gamma(2, 2).logDensityAt(0));
        assertEquals(none, new Gamma(2, 2).logDensityAt(INFINITY));
        assertEquals(none, new Beta(2, 2).logDensityAt(1));
        assertEquals(none, new Beta(2, 2).logDensityAt(Double.NaN));
    }

    /** Values by 60-digit arithmetic from the textbook formulas. */
    @Test
    void logDensitiesDoNotCancelAtLargeParameters() {
        assertEquals(-13.19393623169733, new Poisson(1e10).logDensity(10000123456L), 1e-13);
        assertEquals(-10.181959163718101, new Gamma(1e9, 3).logDensity(333333333.5), 1e-13);
        assertEquals(9.821537235214514, new Beta(1e8, 3e8).logDensity(0.25), 1e-13);
    }

    /** Values by summation in 40-digit arithmetic. */
    @Test
    void theEntropyOfAPoissonIsItsSumOrItsExpansion() {
        double[][] values = {
            {0.001, 0.007908101804632483},
            {0.5, 0.9276374674957973},
            {3, 1.931470198148569},
            {30, 3.1167110399882367},
            {99.5, 3.718175570939186},
            {100, 3.720686072260259},
            {250, 4.179334988728862}
        };
        for (double[] row : values) {
            assertEquals(row[1], new Poisson(row[0]).entropy(), 2e-15 * row[1], "rate " + row[0]);
        }
        // For a tiny rate all but λ(1 − log λ) is below the rounding.
        double tiny = 2e-32 * (1 - Math.log(2e-32));
        assertEquals(tiny, new Poisson(2e-32).entropy(), 1e-15 * tiny);
        assertEquals(12.932, new Poisson(1e10).entropy(), 5e-4);
        assertEquals(-18.153, new Beta(1e3, 1e10).entropy(), 5e-4);
    }

    @Test
    void poissonDrawsHaveTheMomentsOfThePoissonAtEveryRate() {
        int n = 200_000;
        RandomGenerator random = new Random(7);
        for (double rate : new double[] {0.01, 3, 9.999, 10, 15.5, 120, 1e6, 1e13, 8e18}) {
            Poisson poisson = new Poisson(rate);
            long floor = (long) rate;
            double fraction = rate - floor;
            double mean = 0;
            double square = 0;
            double cube = 0;
            for (int i = 0; i < n; i++) {
                // Relative to the floor, for a count of 1e18 is not a double.
                double z = ((poisson.sample(random) - floor) - fraction) / Math.sqrt(rate);
                mean += z / n;
                square += z * z / n;
                cube += z * z * z / n;
            }
            double r = 1 / rate;
            assertEquals(0, mean, 5 / Math.sqrt(n), "mean at rate " + rate);
            assertEquals(1, square, 5 * Math.sqrt((2 + r) / n), "variance at rate " + rate);
            assertEquals(
                    Math.sqrt(r),
                    cube,
                    5 * Math.sqrt((15 + 105 * r + 25 * r * r + r * r * r) / n),
                    "skewness at rate " + rate);
        }
        assertThrows(DomainException.class, () -> new Poisson(1e19).sample(random));
    }

    /** Pearson's statistic over the counts 0 … 29 of a rate just above the change of method: χ² with about 30 degrees of freedom. */
    @Test
    void poissonRejectionHasThePoissonProbabilities() {
        int n = 400_000;
        Poisson poisson = new Poisson(12.3);
        RandomGenerator random = new Random(3);
        double[] counts = new double[60];
        for (int i = 0; i < n; i++) {
            counts[(int) Math.min(59, poisson.sample(random))]++;
        }
        double pearson = 0;
        for (int k = 0; k < 30; k++) {
            double expected = n * Math.exp(poisson.logDensityAt(k));
            pearson += (counts[k] - expected) * (counts[k] - expected) / expected;
        }
        // Beyond 30 + 5 √60 with probability below 1e-5.
        assertTrue(pearson < 30 + 5 * Math.sqrt(60), "Pearson's statistic " + pearson);
    }

    @Test
    void drawsOfTinyShapesStayLegal() {
        RandomGenerator random = new Random(5);
        Gamma gamma = new Gamma(1e-4, 2);
        Beta beta = new Beta(1e-4, 1e-4);
        double mean = 0;
        for (int i = 0; i < 2000; i++) {
            double x = gamma.sample(random);
            assertTrue(x > 0);
            double y = beta.sample(random);
            assertTrue(y > 0 && y < 1);
            mean += gamma.sampleLog(random) / 2000;
        }
        // The variance of the logarithm is ψ′(a) ≈ 1e8.
        assertEquals(gamma.expectation().get(0), mean, 5 * 1e4 / Math.sqrt(2000));
    }

    @Test
    void densitiesHoldAtTheSmallestDouble() {
        double x = Double.MIN_VALUE;
        // x^(a − 1) rules there: a 1e-4, the constants b^a/Γ(a) and 1/Β(a, b), to first order a.
        double power = Math.log(1e-4) - (1 - 1e-4) * Math.log(x);
        assertEquals(power + 1e-4 * Math.log(1e-10), new Gamma(1e-4, 1e-10).logDensity(x), 1e-3);
        assertEquals(power, new Gamma(1e-4, 1).logDensity(x), 1e-3);
        assertEquals(power, new Beta(1e-4, 0.3).logDensity(x), 1e-3);
    }

    @Test
    void theShapeEquationIsSolvedOnItsWholeDomain() {
        for (int exponent = -300; exponent <= 300; exponent++) {
            double gap = 1.7 * Math.pow(10, exponent);
            double shape = GammaKernel.shape(gap);
            assertEquals(gap, -GammaRemainder.derivative(shape), 4e-15 * gap);
        }
    }

    @Test
    void theExpectationsOfABetaDetermineItOverManyOrders() {
        Random random = new Random(8);
        for (int i = 0; i < 3000; i++) {
            double alpha = Math.pow(10, 16 * random.nextDouble() - 10);
            double beta = Math.pow(10, 16 * random.nextDouble() - 10);
            Beta p = new Beta(alpha, beta);
            Beta back = Beta.FAMILY.atExpectation(p.expectation());
            // η rounds by a relative 1e-16, which moves θ by up to α + β times that.
            double tolerance = 1e-13 + 1e-15 * Math.min(alpha, beta) * 40;
            assertEquals(alpha, back.alpha(), tolerance * alpha, p.toString());
            assertEquals(beta, back.beta(), tolerance * beta, p.toString());
        }
    }

    @Test
    void maximumLikelihoodOfCloseGammaDataDoesNotCancel() {
        // x = 1 ± ε: log(mean) − mean(log) = −½ log(1 − ε²) = ε²/2 + ε⁴/4, and a = 1/(2s) + 1/6 − s/18 + O(s²).
        double epsilon = 0x1p-30;
        double gap = 0.5 * epsilon * epsilon;
        Gamma fitted = Gamma.FAMILY.maximumLikelihood(List.of(1 - epsilon, 1 + epsilon));
        assertEquals(0.5 / gap, fitted.shape(), 1e-14 * 0.5 / gap);
        // The mean of the data is 1.
        assertEquals(0.5 / gap, fitted.rate(), 1e-14 * 0.5 / gap);
        assertEquals(1, fitted.expectation().get(1), 1e-15);
    }

    @Test
    void theFisherMetricOfALargeShapeIsNotLostToCancellation() {
        Hessian metric = new Gamma(1e12, 5).fisher().hessian();
        // det = (a ψ′(a) − 1)/b² = (1/2a + …)/b².
        assertEquals(Math.log(0.5e-12 / 25), metric.logDeterminant(), 1e-11);
        // G⁻¹g = (a g₁ − b g₂, …) 2a to leading order, in natural coordinates.
        double[] solution = new double[2];
        metric.solve(new double[] {3, -2}, solution);
        assertEquals(2e12 * (3e12 + 10), solution[0], 1e-11 * 6e24);
        assertEquals(-2e12 * 5 * (3 + 10 / 1e12), solution[1], 1e-11 * 3e13);
        assertEquals(
                3 * solution[0] - 2 * solution[1],
                metric.inverseQuadratic(new double[] {3, -2}),
                1e-14 * 3 * solution[0]);
        // v = (a, −b) is the direction of constant mean: vᵀGv = a² g″(a) = ½ + 1/(6a).
        assertEquals(0.5, metric.quadratic(new double[] {1e12, -5}), 1e-11);
    }

    @Test
    void theFisherDeterminantOfABetaIsRightAtAllOrders() {
        for (double[][] row : HardCases.read("polygamma-difference.csv")) {
            double alpha = row[0][0];
            double beta = row[1][0];
            double determinant = BetaKernel.determinant(alpha, beta);
            assertEquals(row[5][0], determinant, 1e-14 * row[5][0], "alpha = " + alpha + ", beta = " + beta);
            assertEquals(Math.log(row[5][0]), BetaPotential.fisher(alpha, beta).logDeterminant(), 1e-12);
        }
    }

    @Test
    void aPlaneHessianIsItsMatrix() {
        Hessian h = new PlaneHessian(4, 2, 3, 2);
        double[] v = {1, -2};
        double[] out = new double[2];
        h.multiply(v, out);
        assertEquals(0, out[0]);
        assertEquals(-4, out[1]);
        assertEquals(8, h.quadratic(v));
        h.solve(new double[] {0, -4}, out);
        assertEquals(1, out[0]);
        assertEquals(-2, out[1]);
        assertEquals(8, h.inverseQuadratic(new double[] {0, -4}));
        assertEquals(Math.log(8), h.logDeterminant(), 1e-15);
        assertEquals(2, h.size());
        assertEquals(3, h.toMatrix()[1][1]);
        assertThrows(DomainException.class, () -> new PlaneHessian(4, 2, 1, 0));
        assertThrows(DomainException.class, () -> new PlaneHessian(Double.NaN, 2, 1, 1));
    }

    @Test
    void divergencesAtTheEndsOfTheDoublesNeitherOverflowNorVanish() {
        assertEquals(0.5 - 1 + Math.log(2), new Exponential(2e300).klTo(new Exponential(1e300)), 1e-16);
        double kl = new Gamma(1e200, 1e-200).klTo(new Gamma(1e200, 2e-200));
        assertEquals(1e200 * (1 - Math.log(2)), kl, 1e-15 * 1e200);
        assertEquals(0, new Gamma(3, 1e-300).klTo(new Gamma(3, 1e-300)));
        double far = new Gamma(3, 1e-300).klTo(new Gamma(3, 1e300));
        assertEquals(INFINITY, far);
        assertEquals(3 * (600 * Math.log(10) - 1), new Gamma(3, 1e300).klTo(new Gamma(3, 1e-300)), 1e-11);
    }

    /** √(λ + 1), not √λ: a sum over the lattice starts with at least one step. */
    @Test
    void theSpreadOfAPoissonStaysAboveOneLatticeStep() {
        assertEquals(2, new Poisson(3).spread(), 0);
        assertEquals(1, new Poisson(0).spread(), 0);
    }
}
