package org.legendre.optimize.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.information.Information;
import org.legendre.geometry.information.JointTable;
import org.legendre.optimize.Outcome;

/** Zero-avoiding and zero-forcing on tables and normal distributions. */
class ProductApproximationTest {
    private static final Probabilities HALF = Probabilities.uniform(2);

    /** Two spins ∝ e^(Jst): the mean field m = tanh(Jm) is 0 up to J = 1 and one of ±m beyond. */
    @Test
    void strongDependenceBreaksTheSymmetryOfTheMeanField() {
        JointTable spins = JointTable.of(new double[][] {{.45, .05}, {.05, .45}});
        double coupling = 0.5 * Math.log(9);
        ProductApproximation.Fit forward = ProductApproximation.forward(spins);
        assertArrayEquals(new double[] {.5, .5}, forward.factors().get(0).toArray());
        assertEquals(Information.mutualInformation(spins, 0, 1), forward.divergence(), 1e-15);
        Probabilities up = Probabilities.of(.6, .4);
        ProductApproximation.Fit reverse = ProductApproximation.reverse(spins, List.of(up, up));
        double m = reverse.factors().get(0).get(0) - reverse.factors().get(0).get(1);
        assertEquals(Math.tanh(coupling * m), m, 1e-13);
        assertTrue(m > 0.4, "m = " + m);
        ProductApproximation.Fit saddle = ProductApproximation.reverse(spins, List.of(HALF, HALF));
        assertEquals(HALF, saddle.factors().get(0));
        assertTrue(reverse.divergence() < saddle.divergence());
        // KL of uniform to the table, by hand.
        assertEquals(0.5 * Math.log(.25 / .45) + 0.5 * Math.log(.25 / .05), saddle.divergence(), 1e-15);
        JointTable weak = JointTable.of(new double[][] {{.3, .2}, {.2, .3}});
        assertArrayEquals(
                new double[] {.5, .5},
                ProductApproximation.reverse(weak, List.of(up, up))
                        .factors()
                        .get(0)
                        .toArray(),
                1e-14);
    }

    @Test
    void theForwardFitAvoidsZerosAndTheReverseFitIsForcedToThem() {
        JointTable blocks = JointTable.of(new double[][] {{.3, .2, 0}, {.1, .1, 0}, {0, 0, .3}});
        ProductApproximation.Fit forward = ProductApproximation.forward(blocks);
        assertArrayEquals(new double[] {.4, .3, .3}, forward.factors().get(1).toArray(), 1e-16);
        assertTrue(forward.factors().get(0).isPositive());
        Probabilities first = Probabilities.of(.5, .5, 0);
        ProductApproximation.Fit block = ProductApproximation.reverse(blocks, List.of(first, first));
        assertInstanceOf(Outcome.Converged.class, block.outcome());
        assertEquals(0, block.factors().get(0).get(2));
        assertEquals(0, block.factors().get(1).get(2));
        Probabilities last = Probabilities.of(0, 0, 1);
        ProductApproximation.Fit single = ProductApproximation.reverse(blocks, List.of(last, last));
        assertEquals(-Math.log(.3), single.divergence(), 1e-15);
        // Positive on both blocks the product meets zeros of P.
        assertThrows(
                DomainException.class,
                () -> ProductApproximation.reverse(blocks, List.of(first, Probabilities.uniform(3))));
        assertThrows(DomainException.class, () -> ProductApproximation.reverse(blocks, List.of(first)));
        assertThrows(DomainException.class, () -> ProductApproximation.reverse(blocks, List.of(HALF, HALF)));
    }

    @Test
    void independentTablesAreFittedExactlyEitherWay() {
        JointTable table = JointTable.of(new double[][] {{.06, .14}, {.24, .56}});
        ProductApproximation.Fit reverse = ProductApproximation.reverse(table, List.of(HALF, HALF));
        assertArrayEquals(new double[] {.3, .7}, reverse.factors().get(1).toArray(), 1e-15);
        assertEquals(0, reverse.divergence(), 1e-30);
    }

    @Test
    void ofANormalTheForwardFitHasMarginalAndTheReverseFitConditionalVariances() {
        double rho = .9;
        MultivariateNormal p =
                new MultivariateNormal(Vec.of(1, 2), PositiveDefinite.of(new double[] {1, rho}, new double[] {rho, 1}));
        MultivariateNormal forward = ProductApproximation.forward(p);
        MultivariateNormal reverse = ProductApproximation.reverse(p);
        assertEquals(1, forward.covariance().get(0, 0));
        assertEquals(1 - rho * rho, reverse.covariance().get(1, 1), 1e-15);
        double information = -0.5 * Math.log1p(-rho * rho);
        assertEquals(information, p.klTo(forward), 1e-15);
        assertEquals(information, reverse.klTo(p), 1e-15);
        for (double factor : new double[] {0.99, 1.01}) {
            MultivariateNormal beside = new MultivariateNormal(
                    p.mean(),
                    PositiveDefinite.diagonal(
                            factor * reverse.covariance().get(0, 0),
                            reverse.covariance().get(1, 1)));
            assertTrue(beside.klTo(p) > reverse.klTo(p));
            MultivariateNormal other = new MultivariateNormal(p.mean(), PositiveDefinite.diagonal(factor, 1));
            assertTrue(p.klTo(other) > p.klTo(forward));
        }
        // ½(Σ log Σᵢᵢ − log det Σ) and ½(Σ log (Σ⁻¹)ᵢᵢ + log det Σ) in three dimensions, where they differ.
        PositiveDefinite sigma =
                PositiveDefinite.of(new double[] {2, .5, .3}, new double[] {.5, 1, -.2}, new double[] {.3, -.2, .7});
        MultivariateNormal three = new MultivariateNormal(Vec.zeros(3), sigma);
        PositiveDefinite precision = sigma.inverse();
        double marginal = 0;
        double conditional = 0;
        for (int i = 0; i < 3; i++) {
            marginal += 0.5 * Math.log(sigma.get(i, i));
            conditional += 0.5 * Math.log(precision.get(i, i));
        }
        assertEquals(marginal - 0.5 * sigma.logDeterminant(), three.klTo(ProductApproximation.forward(three)), 1e-14);
        assertEquals(
                conditional + 0.5 * sigma.logDeterminant(),
                ProductApproximation.reverse(three).klTo(three),
                1e-14);
    }
}
