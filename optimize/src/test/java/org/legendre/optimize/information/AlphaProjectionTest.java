package org.legendre.optimize.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.LogNormal;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.optimize.information.AlphaProjection.Fit;

/** The values of the reference page for ½N(−a, 1) + ½N(a, 1), and what must hold for any target. */
class AlphaProjectionTest {
    private static AlphaProjection<Normal> peaks(double a) {
        Univariate target =
                Mixture.uniform(List.of(new Normal(-a, 1), new Normal(a, 1))).univariate();
        return AlphaProjection.of(Normal.FAMILY, target);
    }

    @Test
    void theForwardFitOfTwoPeaksIsTheNormalOfTheirMoments() {
        Fit<Normal> forward = peaks(3).forward();
        assertEquals(0, forward.member().mean(), 1e-15);
        assertEquals(10, forward.member().variance(), 1e-14);
        assertEquals(.4619946135, forward.divergence().value(), 5e-11);
        assertTrue(forward.divergence().error() < 1e-12);
        assertEquals(0, forward.falling());
    }

    @Test
    void theReverseDivergenceToTwoPeaksHasFiveStationaryPoints() {
        List<Fit<Normal>> all = peaks(3).stationaryPoints(1);
        assertEquals(5, all.size(), all.toString());
        double[][] expected = {
            {2.984306, 1.023369, .6887689959, 0},
            {2.984306, 1.023369, .6887689959, 0},
            {0, 2.743769, .8406214313, 0},
            {1.8405, 2.1038, .9719779, 1},
            {1.8405, 2.1038, .9719779, 1}
        };
        double[] digits = {5e-7, 5e-5};
        for (int i = 0; i < 5; i++) {
            Fit<Normal> fit = all.get(i);
            double digit = digits[i < 3 ? 0 : 1];
            assertEquals(expected[i][0], Math.abs(fit.member().mean()), digit, fit.toString());
            assertEquals(expected[i][1], fit.member().deviation(), digit, fit.toString());
            assertEquals(expected[i][2], fit.divergence().value(), i < 3 ? 5e-11 : 5e-8, fit.toString());
            assertEquals(expected[i][3], fit.falling(), fit.toString());
            assertTrue(fit.slope() < 1e-12 && fit.divergence().error() < 1e-12, fit.toString());
        }
        assertEquals(0, all.get(0).member().mean() + all.get(1).member().mean(), 1e-12);
    }

    @Test
    void theReverseFitSwitchesFromCentredToOneSided() {
        double low = 2.7;
        double high = 2.9;
        while (high - low > 1e-7) {
            double a = 0.5 * low + 0.5 * high;
            AlphaProjection<Normal> fits = peaks(a);
            double centred = fits.reverse(new Normal(0, 7)).divergence().value();
            double oneSided = fits.reverse(new Normal(a, 1)).divergence().value();
            low = centred < oneSided ? a : low;
            high = centred < oneSided ? high : a;
        }
        assertEquals(2.80008, low, 5e-6);
    }

    /** From covering to choosing: the two branches for one target, and their ends. */
    @Test
    void alphaLeadsFromTheForwardFitToTheReverseOnes() {
        AlphaProjection<Normal> fits = peaks(3);
        List<Fit<Normal>> covering = fits.along(new Normal(1, 4), -1, -.5, 0, .5, 1);
        assertEquals(10, covering.get(0).member().variance(), 1e-10);
        assertEquals(2.743769, covering.get(4).member().deviation(), 5e-7);
        for (int i = 1; i < 5; i++) {
            assertTrue(covering.get(i).member().variance()
                    < covering.get(i - 1).member().variance());
            assertEquals(0, covering.get(i).member().mean(), 1e-12);
        }
        assertEquals(
                2.984306,
                fits.along(new Normal(3, 1), .5, .75, 1).get(2).member().mean(),
                5e-7);
        // At α = 0 the divergence is symmetric, 4 times the squared Hellinger distance.
        Fit<Normal> middle = covering.get(2);
        assertEquals(
                2 * (2 - 2 * overlap(3, middle.member())), middle.divergence().value(), 1e-12);
    }

    /** ∫ √(P q) by the trapezoidal rule. */
    private static double overlap(double a, Normal q) {
        double sum = 0;
        Univariate target =
                Mixture.uniform(List.of(new Normal(-a, 1), new Normal(a, 1))).univariate();
        for (int k = -4000; k <= 4000; k++) {
            double x = 0.01 * k;
            sum += 0.01 * Math.exp(0.5 * target.logDensityAt(x) + 0.5 * q.logDensityAt(x));
        }
        return sum;
    }

    /** Value, differential and Hessian belong together, for every α. */
    @Test
    void derivativesAreThoseOfTheDivergence() {
        Univariate target =
                Mixture.uniform(List.of(new Normal(-2, 1), new Normal(1, 0.5))).univariate();
        double[] theta = new Normal(0.5, 2).natural().toArray();
        double h = 1e-4;
        for (double alpha : new double[] {-1, -.4, 0, .5, 1}) {
            AlphaObjective<Normal> objective = new AlphaObjective<>(Normal.FAMILY, target, alpha);
            AlphaObjective.Local local = objective.at(theta);
            for (int i = 0; i < 2; i++) {
                double[] ahead = theta.clone();
                double[] behind = theta.clone();
                ahead[i] += h;
                behind[i] -= h;
                AlphaObjective.Local after = objective.at(ahead);
                AlphaObjective.Local before = objective.at(behind);
                assertEquals((after.value - before.value) / (2 * h), local.gradient[i], 1e-5, "α = " + alpha);
                for (int j = 0; j < 2; j++) {
                    double difference = (after.gradient[j] - before.gradient[j]) / (2 * h);
                    assertEquals(difference, local.hessian.getEntry(i, j), 1e-4, "α = " + alpha);
                }
            }
        }
    }

    /** Of a member of the family every fit is that member. */
    @Test
    void membersAreFittedByThemselves() {
        Gamma gamma = Gamma.shapeRate(2.5, 0.7);
        AlphaProjection<Gamma> fits = AlphaProjection.of(Gamma.FAMILY, gamma);
        for (double alpha : new double[] {-1, -.3, 0, .8, 1}) {
            Fit<Gamma> fit = fits.from(Gamma.shapeRate(1, 1), alpha);
            assertEquals(2.5, fit.member().shape(), 1e-8);
            assertEquals(0.7, fit.member().rate(), 1e-8);
            assertEquals(0, fit.divergence().value(), 1e-14);
        }
    }

    /** A target of another family on another half of the divergence: neighbours are worse, by other code. */
    @Test
    void fitsOfAnotherFamilyAreMinima() {
        LogNormal target = new LogNormal(0.3, 0.4);
        AlphaProjection<Gamma> fits = AlphaProjection.of(Gamma.FAMILY, target);
        Gamma forward = fits.forward().member();
        assertEquals(Math.exp(0.3 + 0.2), forward.shape() / forward.rate(), 1e-12);
        Gamma reverse = fits.reverse(forward).member();
        for (double factor : new double[] {0.999, 1.001}) {
            Gamma beside = Gamma.shapeRate(forward.shape() * factor, forward.rate());
            assertTrue(Divergences.klByQuadrature(target, beside).value()
                    > Divergences.klByQuadrature(target, forward).value());
            Gamma other = Gamma.shapeRate(reverse.shape() * factor, reverse.rate());
            assertTrue(Divergences.klByQuadrature(other, target).value()
                    > Divergences.klByQuadrature(reverse, target).value());
        }
    }

    /**
     * Between N(0, 1) and N(m, 1) it is (1 − e^(−β(1−β)m²/2))/(β(1−β)), also where β or 1 − β is tiny or a density underflows where the product of their powers does not.
     */
    @Test
    void divergencesOfNormalsForAlphasNearTheEnds() {
        double[] theta = new Normal(0, 1).natural().toArray();
        for (double mean : new double[] {0.01, 0.5, 3, 40}) {
            Normal target = new Normal(mean, 1);
            for (double gap : new double[] {0x1p-52, 2e-12, 2e-9, 2e-3, .1, .5, .9}) {
                for (double alpha : new double[] {1 - gap, gap - 1}) {
                    double product = 0.5 * (1 - alpha) * (0.5 * (1 + alpha));
                    double expected = -Math.expm1(-product * mean * mean / 2) / product;
                    double value = new AlphaObjective<>(Normal.FAMILY, target, alpha).at(theta).value;
                    assertEquals(expected, value, 1e-12 * expected, "mean " + mean + ", α = " + alpha);
                }
            }
        }
    }

    /** Peaks so far apart that the Hessian has entries of 10⁸ with errors to match: of the divergence is told its own. */
    @Test
    void theErrorOfADivergenceIsThatOfItsOwnIntegral() {
        for (double alpha : new double[] {.9, .999}) {
            Fit<Normal> fit = peaks(50).from(Normal.meanDeviation(0, 40), alpha);
            double exact = byTrapezoids(50, fit.member(), alpha);
            double off = Math.abs(exact - fit.divergence().value());
            assertTrue(fit.divergence().error() <= 1e-9 * exact, alpha + ": " + fit);
            assertTrue(off <= fit.divergence().error() + 1e-12 * exact, alpha + ": " + fit + " not " + exact);
        }
    }

    /** (1 − ∫ P^β q^(1−β))/(β(1−β)) by the trapezoidal rule, both densities from their own logarithms. */
    private static double byTrapezoids(double a, Normal q, double alpha) {
        double beta = 0.5 * (1 - alpha);
        double sum = 0;
        for (int k = -200_000; k <= 200_000; k++) {
            double x = 0.005 * k;
            double near = Math.abs(x) - a;
            double logP = -0.5 * near * near + Math.log1p(Math.exp(-2 * a * Math.abs(x))) - Math.log(2);
            logP -= 0.5 * Math.log(2 * Math.PI);
            sum += 0.005 * Math.exp(beta * logP + (1 - beta) * q.logDensityAt(x));
        }
        return (1 - sum) / (beta * (1 - beta));
    }

    @Test
    void badRequestsAreRefused() {
        assertThrows(DomainException.class, () -> peaks(3).from(new Normal(0, 1), 1.5));
        assertThrows(DomainException.class, () -> peaks(3).stationaryPoints(Double.NaN));
        assertThrows(DomainException.class, () -> AlphaProjection.of(Normal.FAMILY, new Poisson(3)));
        // KL(q‖P) = ∞ for every normal q, as P is positive on a half line only.
        AlphaProjection<Normal> half = AlphaProjection.of(Normal.FAMILY, Gamma.shapeRate(2, 1));
        assertEquals(2, half.forward().member().mean(), 1e-12);
        assertThrows(RuntimeException.class, () -> half.reverse(new Normal(2, 1)));
    }
}
