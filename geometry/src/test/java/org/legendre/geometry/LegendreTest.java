package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class LegendreTest {
    private static Legendre<Natural, Expectation> of(Potential psi) {
        return Legendre.of(psi);
    }

    @Test
    void conjugateOfConjugateIsTheFunctionItself() {
        Legendre<Natural, Expectation> psi = of(TestPotentials.normal());
        assertSame(psi, psi.conjugate().conjugate());
        assertSame(psi.conjugate(), psi.conjugate().conjugate().conjugate());
    }

    @Test
    void numericConjugateOfTheNormalAgreesWithItsClosedForm() {
        Legendre<Natural, Expectation> psi = of(TestPotentials.normal());
        for (double mean : new double[] {0, 0.3, -7, 40}) {
            for (double variance : new double[] {1e-4, 0.5, 1, 3e5}) {
                Vec<Natural> theta = Vec.of(mean / variance, -0.5 / variance);
                Vec<Expectation> eta = psi.gradient(theta);
                double cancelled = 1 + mean * mean / variance;
                double[] back = psi.conjugate().gradient(eta).toArray();
                assertArrayEquals(theta.toArray(), back, 1e-15 * cancelled * (1 + Math.abs(mean)) / variance + 1e-15);
                double expected = TestPotentials.normalConjugate(eta.toArray());
                assertEquals(expected, psi.conjugate().value(eta), 1e-14 * cancelled * (1 + Math.abs(expected)));
                double[][] product = product(
                        psi.metric(theta).toMatrix(),
                        psi.conjugate().metric(eta).toMatrix());
                assertEquals(1, product[0][0], 1e-13 * cancelled * cancelled);
                assertEquals(1, product[1][1], 1e-13 * cancelled * cancelled);
            }
        }
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] out = new double[a.length][a.length];
        for (int i = 0; i < a.length; i++) {
            for (int j = 0; j < a.length; j++) {
                for (int k = 0; k < a.length; k++) {
                    out[i][j] += a[i][k] * b[k][j];
                }
            }
        }
        return out;
    }

    @Test
    void solvesAreExactOverTheWholeImage() {
        Legendre<Natural, Expectation> poisson = of(TestPotentials.exponential());
        for (double y : new double[] {1e-300, 1e-200, 1e-20, 0.5, 1, 7, 1e20, 1e200, 1e300}) {
            double x = poisson.conjugate().gradient(Vec.of(y)).get(0);
            assertEquals(Math.log(y), x, 1e-15 + 4e-16 * Math.abs(Math.log(y)), "y = " + y);
            double expected = y * Math.log(y) - y;
            assertEquals(expected, poisson.conjugate().value(Vec.of(y)), 1e-14 * y * (1 + Math.abs(Math.log(y))));
        }
        Legendre<Natural, Expectation> bernoulli = of(TestPotentials.softplus());
        for (double y : new double[] {1e-300, 1e-12, 0.2, 0.5, 0.9}) {
            double x = bernoulli.conjugate().gradient(Vec.of(y)).get(0);
            double logit = Math.log(y) - Math.log1p(-y);
            assertEquals(logit, x, 1e-15 * (1 + Math.abs(logit)), "y = " + y);
        }
        Legendre<Natural, Expectation> burg = of(TestPotentials.burg());
        for (double y : new double[] {-1e-140, -1e-9, -1, -33, -1e140}) {
            assertEquals(1, burg.conjugate().gradient(Vec.of(y)).get(0) * -y, 1e-15, "y = " + y);
        }
        Legendre<Natural, Expectation> entropy = of(TestPotentials.entropy());
        for (double y : new double[] {-600, -20, 0, 1e-12, 3, 600}) {
            assertEquals(1, entropy.conjugate().gradient(Vec.of(y)).get(0) / Math.exp(y), 3e-15 * (1 + Math.abs(y)));
        }
    }

    @Test
    void categoricalSolvesCertifyTheirResidual() {
        Potential psi = TestPotentials.categorical(3);
        double[][] means = {{0.2, 0.3, 0.1}, {1e-9, 0.5, 1e-3}, {0.01, 0.01, 0.97999}, {1e-100, 1e-50, 1e-5}};
        for (double[] y : means) {
            double[] x = new NumericConjugate(psi).solve(y);
            double[] back = new double[3];
            psi.gradient(x, back);
            for (int i = 0; i < 3; i++) {
                assertEquals(1, back[i] / y[i], 2e-13, "y = " + Vec.of(y));
            }
        }
    }

    @Test
    void pointsOutsideTheImageAreRefusedWithAReason() {
        Legendre<Natural, Expectation> poisson = of(TestPotentials.exponential());
        for (double y : new double[] {0, -1e-300, -1, -1e10}) {
            DomainException refusal = assertThrows(
                    DomainException.class, () -> poisson.conjugate().gradient(Vec.of(y)));
            String message = String.valueOf(refusal.getMessage());
            assertTrue(
                    message.startsWith("x = [" + y + "], expected a point of the image of ∇ψ over (−∞, ∞)"), message);
            assertTrue(message.contains("outside the image") || message.contains("no step"), message);
        }
        Legendre<Natural, Expectation> bernoulli = of(TestPotentials.softplus());
        for (double y : new double[] {0, 1, 1.5, -0.1}) {
            assertThrows(DomainException.class, () -> bernoulli.conjugate().value(Vec.of(y)), "y = " + y);
        }
        Legendre<Natural, Expectation> normal = of(TestPotentials.normal());
        assertThrows(DomainException.class, () -> normal.conjugate().value(Vec.of(2, 4)));
        assertThrows(DomainException.class, () -> normal.conjugate().value(Vec.of(2, 3)));
        assertThrows(DomainException.class, () -> normal.conjugate().value(Vec.of(2)));
        double[] nan = {Double.NaN};
        assertTrue(poisson.conjugate().domain().diagnose(nan).isPresent());
        assertThrows(
                RuntimeException.class, () -> poisson.conjugate().potential().value(nan));
    }

    @Test
    void theThirdDerivativeOfTheNumericConjugateIsThatOfTheClosedForm() {
        // ψ = eˣ, ψ* = y log y − y, ψ*''' = −1/y².
        Legendre<Natural, Expectation> poisson = of(TestPotentials.exponential());
        double y = 2.5;
        double third =
                poisson.conjugate().third(Vec.of(y), Vec.of(1), Vec.of(3)).get(0);
        assertEquals(1, third / (-3 / (y * y)), 1e-10);
    }

    @Test
    void theImageOfANumericConjugateIsADomainWithAChart() {
        Domain image = of(TestPotentials.normal()).conjugate().domain();
        double[] u = {0.4, -1.2};
        assertTrue(image.contains(image.fromChart(u)));
        assertArrayEquals(u, image.toChart(image.fromChart(u)), 1e-13);
        assertEquals("the image of ∇ψ over (−∞, ∞) × (−∞, 0)", image.toString());
    }

    @Test
    void pointsOutsideTheDomainAreRefused() {
        Legendre<Natural, Expectation> burg = of(TestPotentials.burg());
        DomainException refusal = assertThrows(DomainException.class, () -> burg.value(Vec.of(-1)));
        assertEquals("x = [-1.0], expected a point of (0, ∞) (entry 0 is -1.0, not in (0, ∞))", refusal.getMessage());
        assertThrows(DomainException.class, () -> burg.gradient(Vec.of(0)));
        assertThrows(DomainException.class, () -> burg.metric(Vec.of(1, 2)));
        assertThrows(DomainException.class, () -> burg.bregman(Vec.of(1), Vec.of(-1)));
        assertThrows(DomainException.class, () -> burg.third(Vec.of(1), Vec.of(1, 1), Vec.of(1)));
        assertThrows(
                DomainException.class,
                () -> Legendre.<Natural, Expectation>of(TestPotentials.burg(), TestPotentials.normal()));
    }

    @Test
    void metricsRaiseWhatTheyLowerAndCheckLengths() {
        Metric<Natural, Expectation> metric = of(TestPotentials.normal()).metric(Vec.of(0.4, -0.8));
        Vec<Natural> v = Vec.of(1.5, -0.3);
        Vec<Expectation> g = metric.lower(v);
        assertArrayEquals(v.toArray(), metric.raise(g).toArray(), 1e-14);
        assertEquals(metric.squaredNorm(v), g.dot(v), 1e-14);
        assertEquals(metric.squaredNorm(v), metric.squaredDualNorm(g), 1e-14);
        assertEquals(Math.sqrt(metric.squaredNorm(v)), metric.norm(v), 1e-15);
        assertEquals(metric.squaredNorm(v), metric.inner(v, v), 1e-14);
        assertTrue(metric.residual(metric.raise(g), g) < 1e-14);
        assertEquals(1, metric.residual(Vec.of(0, 0), Vec.of(1e-200, 1e-200)), 1e-15);
        assertEquals(0, metric.residual(Vec.of(0, 0), Vec.of(0, 0)));
        // Of lengths 12 and 5, and not the number of entries.
        Metric<Natural, Expectation> identity = Metric.of(Hessian.diagonal(1, 1, 1));
        assertEquals(2.4, identity.residual(Vec.of(3, 4, 12), Vec.of(3, 4, 0)), 1e-15);
        assertEquals("[[1.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 1.0]]", identity.toString());
        Metric<Natural, Expectation> eight = Metric.of(Hessian.diagonal(1, 1, 1, 1, 1, 1, 1, 1));
        assertTrue(eight.toString().startsWith("[[1.0, 0.0"), eight::toString);
        assertEquals(
                "a metric of 9 coordinates",
                Metric.<Natural, Expectation>of(Hessian.diagonal(1, 1, 1, 1, 1, 1, 1, 1, 1))
                        .toString());
        assertThrows(DomainException.class, () -> metric.lower(Vec.of(1)));
        assertThrows(DomainException.class, () -> metric.raise(Vec.of(1, 2, 3)));
        assertThrows(DomainException.class, () -> metric.squaredNorm(Vec.of(1)));
        assertThrows(DomainException.class, () -> metric.squaredDualNorm(Vec.of(1)));
    }

    @Test
    void aSmallMetricPrintsItsMatrix() {
        Metric<Natural, Expectation> small = Metric.of(Hessian.diagonal(1, 2));
        assertEquals("[[1.0, 0.0], [0.0, 2.0]]", small.toString());
        Metric<Natural, Expectation> large = Metric.of(Hessian.diagonal(1, 1, 1, 1, 1, 1, 1, 1, 1));
        assertEquals("a metric of 9 coordinates", large.toString());
    }
}
