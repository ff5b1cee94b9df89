package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Vec;

class MultivariateNormalTest {
    private static final MultivariateNormal P = MultivariateNormal.of(2, 0.5, -1, 2, 0.6, 0.6, 1);
    private static final MultivariateNormal Q = MultivariateNormal.of(2, 0, 0.3, 1.5, -0.4, -0.4, 0.9);

    /** ψ in two dimensions with the 2×2 inverse and determinant written out; derivatives by automatic differentiation. */
    private static final Potential AUTOMATIC = Potential.of(Domain.reals(5), t -> {
        DerivativeStructure a = t[2].multiply(-2);
        DerivativeStructure b = t[3].negate();
        DerivativeStructure c = t[4].multiply(-2);
        DerivativeStructure determinant = a.multiply(c).subtract(b.multiply(b));
        DerivativeStructure form = c.multiply(t[0].multiply(t[0]))
                .subtract(b.multiply(t[0]).multiply(t[1]).multiply(2))
                .add(a.multiply(t[1].multiply(t[1])));
        return form.divide(determinant).subtract(determinant.log()).multiply(0.5);
    });

    @Test
    void derivativesAgreeWithAutomaticDifferentiation() {
        Potential psi = P.family().potential().potential();
        double[] t = P.natural().toArray();
        assertEquals(AUTOMATIC.value(t), psi.value(t), 1e-15);
        double[] expected = new double[5];
        double[] actual = new double[5];
        AUTOMATIC.gradient(t, expected);
        psi.gradient(t, actual);
        assertArrayEquals(expected, actual, 1e-14);
        assertArrayEquals(expected, P.expectation().toArray(), 1e-14);
        double[][] hessian = AUTOMATIC.hessian(t).toMatrix();
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(hessian[i], P.fisher().toMatrix()[i], 1e-13);
            assertArrayEquals(hessian[i], psi.hessian(t).toMatrix()[i], 1e-13);
        }
        double[] u = {1, -0.5, 0.1, 0.2, -0.3};
        double[] v = {0.3, 1, 0.4, -0.1, 0.2};
        AUTOMATIC.third(t, u, v, expected);
        psi.third(t, u, v, actual);
        assertArrayEquals(expected, actual, 1e-7);
    }

    @Test
    void fisherInSourceIsThePullBack() {
        double[][] pulled = P.fisherIn(P.family().source()).toMatrix();
        double[][] direct = P.fisherInSource().toMatrix();
        for (int i = 0; i < 5; i++) {
            assertArrayEquals(pulled[i], direct[i], 1e-12);
        }
    }

    @Test
    void divergenceIsTheBregmanDivergence() {
        double kl = P.klTo(Q);
        assertEquals(kl, P.family().potential().bregman(Q.natural(), P.natural()), 1e-13 * kl);
        // Both formulas of the covariance part, just inside and outside of where they meet.
        for (double scale : new double[] {1.34, 1.36}) {
            MultivariateNormal wide = MultivariateNormal.of(2, 0.5, -1, 2 * scale, 0.6 * scale, 0.6 * scale, scale);
            double expected = scale - 1 - Math.log(scale);
            assertEquals(expected, wide.klTo(P), 1e-14 * expected);
        }
    }

    @Test
    void oneDimensionIsTheNormal() {
        MultivariateNormal p = MultivariateNormal.of(1, 0.3, 2);
        MultivariateNormal q = MultivariateNormal.of(1, 0.4, 2.5);
        Normal a = new Normal(0.3, 2);
        Normal b = new Normal(0.4, 2.5);
        assertEquals(a.klTo(b), p.klTo(q), 1e-17);
        assertEquals(a.entropy(), p.entropy(), 1e-15);
        assertEquals(a.logDensityAt(1.7), p.logDensity(Vec.of(1.7)), 1e-15);
        assertArrayEquals(a.natural().toArray(), p.natural().toArray(), 1e-15);
        assertArrayEquals(a.expectation().toArray(), p.expectation().toArray(), 1e-15);
    }

    @Test
    void nearEqualNormalsInIllScaledCoordinates() {
        // Variances 1e-12 and 1e12: near equality is relative to each. KL = ½ (h - log(1 + h)) for each variance.
        double h = 0x1p-30;
        MultivariateNormal p = MultivariateNormal.of(2, 0, 0, 1e-12 * (1 + h), 0, 0, 1e12);
        MultivariateNormal q = MultivariateNormal.of(2, 0, 0, 1e-12, 0, 0, 1e12);
        double relative = (p.covariance().get(0, 0) - 1e-12) / 1e-12;
        double expected = relative * relative / 4 * (1 - 2 * relative / 3);
        assertEquals(expected, p.klTo(q), 1e-14 * expected);
        assertEquals(0, p.klTo(p));
    }

    @Test
    void sampleMomentsAgree() {
        SplittableRandom random = new SplittableRandom(11);
        int n = 40_000;
        double[] sum = new double[5];
        for (int i = 0; i < n; i++) {
            Vec<Expectation> t = P.family().statistic(P.sample(random));
            for (int j = 0; j < 5; j++) {
                sum[j] += t.get(j) / n;
            }
        }
        double[][] covariance = P.fisher().toMatrix();
        for (int j = 0; j < 5; j++) {
            // Five standard errors of the mean.
            assertEquals(P.expectation().get(j), sum[j], 5 * Math.sqrt(covariance[j][j] / n));
        }
    }

    @Test
    void maximumLikelihoodIsTheSampleMeanAndCovariance() {
        List<Vec<Euclidean>> data = List.of(Vec.of(1e8, 0), Vec.of(1e8 + 2, 1), Vec.of(1e8 + 1, 5));
        MultivariateNormal fit = MultivariateNormal.family(2).maximumLikelihood(data);
        assertEquals(Vec.of(1e8 + 1, 2), fit.mean());
        assertArrayEquals(
                new double[] {2.0 / 3, 1.0 / 3, 14.0 / 3}, fit.covariance().toPacked(), 1e-15);
    }

    @Test
    void singularSamplesAreRefusedWithTheReason() {
        ExponentialFamily<Vec<Euclidean>, MultivariateNormal> family = MultivariateNormal.family(2);
        List<Vec<Euclidean>> few = List.of(Vec.of(1, 2), Vec.of(3, 4));
        DomainException tooFew = assertThrows(DomainException.class, () -> family.maximumLikelihood(few));
        assertTrue(String.valueOf(tooFew.getMessage()).contains("at least 3"), tooFew::getMessage);
        List<Vec<Euclidean>> line = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            line.add(Vec.of(0.1 * i, 0.3 * i + 0.7));
        }
        DomainException flat = assertThrows(DomainException.class, () -> family.maximumLikelihood(line));
        assertTrue(String.valueOf(flat.getMessage()).contains("hyperplane"), flat::getMessage);
    }

    @Test
    void domainsSayWhatIsWrong() {
        Domain eta = P.family().potential().conjugate().domain();
        Domain theta = P.family().potential().domain();
        double[] u = {0.3, -1, 0.2, 0.7, -0.4};
        assertArrayEquals(u, eta.toChart(eta.fromChart(u)), 1e-14);
        assertArrayEquals(u, theta.toChart(theta.fromChart(u)), 1e-14);
        assertTrue(eta.contains(eta.fromChart(u)) && theta.contains(theta.fromChart(u)));
        String outside = eta.diagnose(new double[] {1, 1, 2, 1, 1}).orElse("");
        assertTrue(outside.contains("covariance") && outside.contains("2×2"), outside);
        String indefinite = theta.diagnose(new double[] {1, 1, 2, 1, 1}).orElse("");
        assertTrue(indefinite.contains("precision") && indefinite.contains("1×1"), indefinite);
        assertTrue(theta.diagnose(new double[] {Double.NaN, 1, -1, 0, -1}).isPresent());
    }

    @Test
    void otherDimensionsDoNotCompare() {
        assertThrows(DomainException.class, () -> P.klTo(MultivariateNormal.standard(3)));
        assertThrows(DomainException.class, () -> P.logDensity(Vec.of(1)));
        assertEquals(P, new MultivariateNormal(Vec.of(0.5, -1), PositiveDefinite.of(new double[][] {{2, 0.6}, {0.6, 1}
        })));
    }
}
