package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

/**
 * Maximum likelihood and maximum a posteriori of normals whose means are 10⁹ of their deviations, where E[x²] keeps no digit of the variance.
 *
 * <p>The expected values are those of 50-digit arithmetic (mpmath 1.3, sums over the data as exact binary numbers).
 */
class CentredDataTest {
    private static final double FAR = 1e9;
    private static final double[] WEIGHTS = {0.5, 0.125, 1, 0.25, 0.75};
    private static final List<Vec<Euclidean>> DATA = List.of(
            Vec.of(FAR + 0.5, FAR - 1.25),
            Vec.of(FAR + 2, FAR + 0.75),
            Vec.of(FAR - 1.5, FAR + 3),
            Vec.of(FAR + 0.25, FAR - 2.5),
            Vec.of(FAR + 3.5, FAR + 1));
    private static final List<Double> FIRST = DATA.stream().map(x -> x.get(0)).toList();
    private static final Vec<Euclidean> PRIOR_MEAN = Vec.of(FAR + 3, FAR - 1);
    private static final double STRENGTH = 2.5;

    private static void near(double[] expected, double[] actual) {
        assertEquals(expected.length, actual.length);
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], actual[i], 1e-15 * Math.abs(expected[i]), Arrays.toString(actual));
        }
    }

    private static final double[] LIKELY = {4.187925170068027, -1.4566326530612246, 3.6575963718820863};
    private static final double[] PLAUSIBLE = {4.5088488994646045, -1.6730368828078526, 3.348750743604997};

    @Test
    void weightedLikelihood() {
        Normal normal = Normal.FAMILY.weightedMaximumLikelihood(FIRST, WEIGHTS);
        near(new double[] {FAR + 0.6428571428571429, LIKELY[0]}, new double[] {normal.mean(), normal.variance()});
        var full = MultivariateNormal.family(2).weightedMaximumLikelihood(DATA, WEIGHTS);
        near(LIKELY, full.covariance().toPacked());
        var diagonal = DiagonalNormal.family(2).weightedMaximumLikelihood(DATA, WEIGHTS);
        near(new double[] {LIKELY[0], LIKELY[2]}, diagonal.variances().toArray());
        var isotropic = IsotropicNormal.family(2).weightedMaximumLikelihood(DATA, WEIGHTS);
        near(new double[] {0.5 * (LIKELY[0] + LIKELY[2])}, new double[] {isotropic.variance()});
        near(full.mean().toArray(), isotropic.mean().toArray());
    }

    @Test
    void weightedPosterior() {
        var one = ConjugatePrior.around(new Normal(FAR + 3, 2), STRENGTH);
        Normal normal = Normal.FAMILY.weightedMaximumAPosteriori(FIRST, WEIGHTS, one);
        near(new double[] {FAR + 1.7926829268292683, PLAUSIBLE[0]}, new double[] {normal.mean(), normal.variance()});
        var full = MultivariateNormal.family(2)
                .weightedMaximumAPosteriori(
                        DATA,
                        WEIGHTS,
                        ConjugatePrior.around(
                                new MultivariateNormal(PRIOR_MEAN, PositiveDefinite.of(new double[][] {
                                    {2, 0.5}, {0.5, 1}
                                })),
                                STRENGTH));
        near(PLAUSIBLE, full.covariance().toPacked());
        var diagonal = DiagonalNormal.family(2)
                .weightedMaximumAPosteriori(
                        DATA, WEIGHTS, ConjugatePrior.around(new DiagonalNormal(PRIOR_MEAN, Vec.of(2, 1)), STRENGTH));
        near(new double[] {PLAUSIBLE[0], PLAUSIBLE[2]}, diagonal.variances().toArray());
        var isotropic = IsotropicNormal.family(2)
                .weightedMaximumAPosteriori(
                        DATA, WEIGHTS, ConjugatePrior.around(new IsotropicNormal(PRIOR_MEAN, 1.5), STRENGTH));
        near(new double[] {0.5 * (PLAUSIBLE[0] + PLAUSIBLE[2])}, new double[] {isotropic.variance()});
    }

    /** One observation after the other, all at once, and as a posterior density. */
    @Test
    void posteriorsKeepTheirMode() {
        var prior = ConjugatePrior.around(new Normal(FAR, 1), 1);
        assertEquals(new Normal(FAR, 1), prior.mode());
        Normal batch = Normal.FAMILY.maximumAPosteriori(FIRST, prior);
        assertEquals(batch, prior.posterior(FIRST).mode());
        var step = prior;
        for (double x : FIRST) {
            step = step.posterior(List.of(x));
        }
        assertEquals(6, step.strength());
        // The mean of each step is rounded to 1e-7.
        assertEquals(batch.variance(), step.mode().variance(), 1e-6);
        assertTrue(prior.posterior(FIRST).logDensity(new Normal(FAR, 1)) < 0);
    }

    /** A weak prior near 0 leaves the variance of the data; nine digits of it were lost. */
    @Test
    void aWeakPriorNearZero() {
        var prior = ConjugatePrior.around(new Normal(0, 1), 1e-18);
        Normal normal = Normal.FAMILY.weightedMaximumAPosteriori(FIRST, WEIGHTS, prior);
        assertEquals(LIKELY[0] + 1e-18 * FAR * FAR / 2.625, normal.variance(), 1e-8);
    }

    @Test
    void logNormalsFarFromOne() {
        List<Double> data = List.of(FAR, FAR + 1, FAR + 3, FAR + 4, FAR + 8);
        LogNormal likely = LogNormal.FAMILY.weightedMaximumLikelihood(data, WEIGHTS);
        near(new double[] {20.723265840803553, 8.408163192408165e-18}, new double[] {likely.mu(), likely.sigma2()});
        var prior = ConjugatePrior.around(new LogNormal(20.75, 0x1p-50), STRENGTH);
        LogNormal plausible = LogNormal.FAMILY.weightedMaximumAPosteriori(data, WEIGHTS, prior);
        near(new double[] {20.736306894070115}, new double[] {plausible.mu()});
        // Relative to the prior the logarithms are rounded by 2e-15 of 0.027.
        assertEquals(0.00017857252381672884, plausible.sigma2(), 3e-13 * 0.00018);
    }

    @Test
    void weightsAreChecked() {
        for (double[] weights : new double[][] {
            {1, 1}, {1, 1, 1, 1, -1}, {0, 0, 0, 0, 0}, {1, 1, 1, 1, Double.NaN}, {1, 1, 1, 1, Double.POSITIVE_INFINITY}
        }) {
            assertThrows(DomainException.class, () -> Normal.FAMILY.weightedMaximumLikelihood(FIRST, weights));
            assertThrows(DomainException.class, () -> Laplace.FAMILY.weightedMaximumLikelihood(FIRST, weights));
        }
        // One observation that counts has no spread, whatever the others.
        double[] one = {0, 0, 1, 0, 0};
        assertThrows(DomainException.class, () -> Normal.FAMILY.weightedMaximumLikelihood(FIRST, one));
        assertThrows(DomainException.class, () -> MultivariateNormal.family(2).weightedMaximumLikelihood(DATA, one));
        // A whole weight is a count.
        assertEquals(
                Exponential.FAMILY.maximumLikelihood(List.of(1.0, 1.0, 4.0)).rate(),
                Exponential.FAMILY
                        .weightedMaximumLikelihood(List.of(1.0, 4.0), new double[] {2, 1})
                        .rate(),
                1e-16);
    }
}
