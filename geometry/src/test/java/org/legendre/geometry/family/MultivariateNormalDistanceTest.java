package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

class MultivariateNormalDistanceTest {
    private static final PositiveDefinite SKEW = PositiveDefinite.of(new double[][] {{2, 0.5}, {0.5, 0.75}});

    private static MultivariateNormal normal(double x, double y, PositiveDefinite covariance) {
        return new MultivariateNormal(Vec.of(x, y), covariance);
    }

    @Test
    void inOneDimensionItIsThatOfNormals() {
        double expected = new Normal(1, 2).fisherRaoTo(new Normal(-3, 0.1));
        assertEquals(expected, MultivariateNormal.of(1, 1, 2).fisherRaoTo(MultivariateNormal.of(1, -3, 0.1)));
    }

    @Test
    void ofEqualMeansIsTheSpreadOfLogEigenvalues() {
        PositiveDefinite other = PositiveDefinite.of(new double[][] {{2 * 3, 0.5 * 3}, {0.5 * 3, 0.75 * 3}});
        assertEquals(Math.log(3), normal(1, 2, SKEW).fisherRaoTo(normal(1, 2, other)), 1e-15);
        // Near: eigenvalues 1 + e and 1.
        double e = 0x1p-40;
        MultivariateNormal p = normal(0, 0, PositiveDefinite.diagonal(1, 4));
        MultivariateNormal q = normal(0, 0, PositiveDefinite.diagonal(1 + e, 4));
        assertEquals(Math.sqrt(0.5) * Math.log1p(e), p.fisherRaoTo(q), 1e-15 * e);
        MultivariateNormal far = normal(0, 0, PositiveDefinite.diagonal(1e200, 4e-200));
        assertEquals(Math.sqrt(0.5) * Math.hypot(Math.log(1e200), Math.log(1e200)), p.fisherRaoTo(far), 1e-12);
    }

    @Test
    void ofEqualCovariancesDependsOnTheMahalanobisDistance() {
        double mahalanobis = Math.sqrt(SKEW.inverseQuadratic(new double[] {3, -1}));
        double expected = new Normal(0, 1).fisherRaoTo(new Normal(mahalanobis, 1));
        assertEquals(expected, normal(1, 1, SKEW).fisherRaoTo(normal(-2, 2, SKEW)), 1e-15 * expected);
        // Shorter than the path through diagonal covariances alone: the product of half-planes is not totally geodesic.
        PositiveDefinite one = PositiveDefinite.identity(2);
        double along = new Normal(0, 1).fisherRaoTo(new Normal(3, 1));
        double distance = normal(0, 0, one).fisherRaoTo(normal(3, 3, one));
        assertTrue(distance < 0.98 * Math.hypot(along, along));
    }

    @Test
    void isTheLengthOfTheGeodesicBetweenTheTwo() {
        assertGeodesic(new double[][] {{2, 0}, {0, 0.7}}, new double[] {0.6, 0}, new double[][] {{-0.5, 0}, {0, 0.4}});
        assertGeodesic(new double[][] {{2, 0}, {0, 0.7}}, new double[] {0, 0.9}, new double[][] {{0.1, 0}, {0, 0.6}});
        assertGeodesic(
                new double[][] {{2, 0.5}, {0.5, 0.7}}, new double[] {0, 0}, new double[][] {{-0.5, 0.2}, {0.2, 0.4}});
    }

    /**
     * The geodesic μ″ = Σ′Σ⁻¹μ′, Σ″ = Σ′Σ⁻¹Σ′ − μ′μ′ᵀ (Skovgaard 1984) from (0, Σ) with the given velocity for unit time, by the classical
     * Runge–Kutta method: the distance of its ends is the length of the velocity.
     */
    private static void assertGeodesic(double[][] covariance, double[] velocity, double[][] change) {
        double[] start = {
            0,
            0,
            covariance[0][0],
            covariance[0][1],
            covariance[1][1],
            velocity[0],
            velocity[1],
            change[0][0],
            change[0][1],
            change[1][1]
        };
        double[] x = start.clone();
        int steps = 400;
        for (int i = 0; i < steps; i++) {
            double h = 1.0 / steps;
            double[] k1 = slope(x);
            double[] k2 = slope(plus(x, 0.5 * h, k1));
            double[] k3 = slope(plus(x, 0.5 * h, k2));
            double[] k4 = slope(plus(x, h, k3));
            for (int j = 0; j < x.length; j++) {
                x[j] += h / 6 * (k1[j] + 2 * k2[j] + 2 * k3[j] + k4[j]);
            }
        }
        assertEquals(length(start), at(start).fisherRaoTo(at(x)), 1e-10);
        assertEquals(length(start), length(x), 1e-10);
    }

    private static MultivariateNormal at(double[] x) {
        return normal(x[0], x[1], PositiveDefinite.ofPacked(2, x[2], x[3], x[4]));
    }

    private static double[] plus(double[] x, double h, double[] k) {
        double[] sum = x.clone();
        for (int i = 0; i < x.length; i++) {
            sum[i] += h * k[i];
        }
        return sum;
    }

    /** Σ′Σ⁻¹ of a state, row by row. */
    private static double[] relative(double[] x) {
        double determinant = x[2] * x[4] - x[3] * x[3];
        return new double[] {
            (x[7] * x[4] - x[8] * x[3]) / determinant,
            (-x[7] * x[3] + x[8] * x[2]) / determinant,
            (x[8] * x[4] - x[9] * x[3]) / determinant,
            (-x[8] * x[3] + x[9] * x[2]) / determinant
        };
    }

    private static double[] slope(double[] x) {
        double[] r = relative(x);
        return new double[] {
            x[5],
            x[6],
            x[7],
            x[8],
            x[9],
            r[0] * x[5] + r[1] * x[6],
            r[2] * x[5] + r[3] * x[6],
            r[0] * x[7] + r[1] * x[8] - x[5] * x[5],
            r[0] * x[8] + r[1] * x[9] - x[5] * x[6],
            r[2] * x[8] + r[3] * x[9] - x[6] * x[6]
        };
    }

    private static double length(double[] x) {
        double[] r = relative(x);
        double shape = r[0] * r[0] + 2 * r[1] * r[2] + r[3] * r[3];
        double square = PositiveDefinite.ofPacked(2, x[2], x[3], x[4]).inverseQuadratic(new double[] {x[5], x[6]});
        return Math.sqrt(square + 0.5 * shape);
    }

    @Test
    void isRefusedWhereNoClosedFormIsKnown() {
        PositiveDefinite diagonal = PositiveDefinite.diagonal(1, 2);
        PositiveDefinite other = PositiveDefinite.diagonal(3, 4);
        MultivariateNormal p = normal(0, 0, diagonal);
        DomainException refused = assertThrows(DomainException.class, () -> p.fisherRaoTo(normal(1, 1, other)));
        assertTrue(("" + refused.getMessage()).contains("no known closed form"));
        assertThrows(DomainException.class, () -> p.fisherRaoTo(normal(1, 0, SKEW)));
        assertThrows(DomainException.class, () -> p.fisherRaoTo(MultivariateNormal.of(1, 0, 1)));
        assertTrue(p.fisherRaoTo(normal(1, 0, other)) > 0);
    }
}
