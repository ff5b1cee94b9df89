package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

/** Normals of restricted covariances against the full ones. */
class NormalVariantsTest {
    private static final PositiveDefinite A = PositiveDefinite.ofPacked(2, 2, 0.6, 1);
    private static final PositiveDefinite B = PositiveDefinite.ofPacked(2, 1.5, -0.4, 0.9);
    private static final Vec<Euclidean> M = Vec.of(0.5, -1);
    private static final Vec<Euclidean> X = Vec.of(0.1, 0.7);

    @Test
    void eachIsTheNormalOfItsMeanAndCovariance() {
        MultivariateNormalKnownCovariance p = new MultivariateNormalKnownCovariance(M, A);
        MultivariateNormalKnownCovariance q = new MultivariateNormalKnownCovariance(X, A);
        agree(p, q, p.normal(), q.normal());
        MultivariateNormalKnownMean r = new MultivariateNormalKnownMean(M, A);
        MultivariateNormalKnownMean s = new MultivariateNormalKnownMean(M, B);
        agree(r, s, r.normal(), s.normal());
        DiagonalNormal t = DiagonalNormal.of(2, 0.5, -1, 2, 0.6);
        DiagonalNormal u = DiagonalNormal.of(2, 0, 0.3, 1.5, 0.9);
        MultivariateNormal fullT = MultivariateNormal.of(2, 0.5, -1, 2, 0, 0, 0.6);
        MultivariateNormal fullU = MultivariateNormal.of(2, 0, 0.3, 1.5, 0, 0, 0.9);
        agree(t, u, fullT, fullU);
        IsotropicNormal v = IsotropicNormal.of(2, 0.5, -1, 2);
        IsotropicNormal w = IsotropicNormal.of(2, 0, 0.3, 0.7);
        MultivariateNormal fullV = MultivariateNormal.of(2, 0.5, -1, 2, 0, 0, 2);
        MultivariateNormal fullW = MultivariateNormal.of(2, 0, 0.3, 0.7, 0, 0, 0.7);
        agree(v, w, fullV, fullW);
    }

    private static <M extends Member<Vec<Euclidean>, M>> void agree(
            M p, M q, MultivariateNormal fullP, MultivariateNormal fullQ) {
        assertEquals(fullP.logDensity(X), p.logDensity(X), 1e-14);
        assertEquals(fullP.entropy(), p.entropy(), 1e-14);
        assertEquals(fullP.klTo(fullQ), p.klTo(q), 1e-14);
        for (double alpha : new double[] {0.5, 1e-9, 1.1, -0.2}) {
            double expected = fullP.skewedJensen(fullQ, alpha);
            assertEquals(expected, p.skewedJensen(q, alpha), 1e-14 * Math.abs(expected), p + " at " + alpha);
        }
    }

    @Test
    void distancesAreThoseOfTheParts() {
        double first = new Normal(0.5, 2).fisherRaoTo(new Normal(0, 1.5));
        double second = new Normal(-1, 0.6).fisherRaoTo(new Normal(0.3, 0.9));
        DiagonalNormal p = DiagonalNormal.of(2, 0.5, -1, 2, 0.6);
        DiagonalNormal q = DiagonalNormal.of(2, 0, 0.3, 1.5, 0.9);
        assertEquals(Math.hypot(first, second), p.fisherRaoTo(q), 1e-14);
        assertEquals(first, IsotropicNormal.of(1, 0.5, 2).fisherRaoTo(IsotropicNormal.of(1, 0, 1.5)), 1e-14);
        // Along a geodesic of pure scale the length is √(d/2) |log v_p/v_q|, along one of a known covariance
        // Mahalanobis'.
        IsotropicNormal wide = IsotropicNormal.of(3, 1, 2, 3, 4);
        IsotropicNormal narrow = IsotropicNormal.of(3, 1, 2, 3, 1);
        assertEquals(Math.sqrt(1.5) * Math.log(4), wide.fisherRaoTo(narrow), 1e-15);
        // Small distances are √(2 KL): with h = 2⁻²⁷ of relative order h.
        double h = 0x1p-27;
        IsotropicNormal near = IsotropicNormal.of(3, 1 + h, 2 - h, 3, 4 * (1 + h));
        assertEquals(Math.sqrt(2 * wide.klTo(near)), wide.fisherRaoTo(near), 1e-16);
        assertTrue(wide.fisherRaoTo(near) > 1e-9);
        MultivariateNormalKnownMean r = MultivariateNormalKnownMean.centred(A);
        MultivariateNormalKnownMean s = MultivariateNormalKnownMean.centred(B);
        assertEquals(r.normal().fisherRaoTo(s.normal()), r.fisherRaoTo(s), 1e-15);
        MultivariateNormalKnownCovariance t = new MultivariateNormalKnownCovariance(M, A);
        MultivariateNormalKnownCovariance u = new MultivariateNormalKnownCovariance(X, A);
        assertEquals(Math.sqrt(2 * t.klTo(u)), t.fisherRaoTo(u), 1e-15);
        assertTrue(t.family().symmetric());
        assertEquals(t.klTo(u), u.klTo(t));
    }

    @Test
    void membersOfOtherFamiliesAndBadParametersAreRefused() {
        MultivariateNormalKnownCovariance p = new MultivariateNormalKnownCovariance(M, A);
        refuses("covariance", () -> p.klTo(new MultivariateNormalKnownCovariance(M, B)));
        refuses("covariance", () -> p.skewedJensen(new MultivariateNormalKnownCovariance(M, B), 0.5));
        refuses("covariance", () -> MultivariateNormalKnownCovariance.family(A).of(2, 0, 0, 1, 0, 0, 1));
        MultivariateNormalKnownMean r = new MultivariateNormalKnownMean(M, A);
        refuses("mean", () -> r.klTo(MultivariateNormalKnownMean.centred(B)));
        refuses("mean", () -> r.fisherRaoTo(MultivariateNormalKnownMean.centred(B)));
        refuses("mean", () -> MultivariateNormalKnownMean.family(M).of(2, 0, 0, 1, 0, 0, 1));
        refuses("length", () -> new MultivariateNormalKnownMean(Vec.of(1), A));
        refuses("length", () -> new MultivariateNormalKnownCovariance(Vec.of(1), A));
        refuses("> 0", () -> DiagonalNormal.of(2, 0, 0, 1, 0));
        refuses("> 0", () -> IsotropicNormal.of(2, 0, 0, Double.NaN));
        refuses("length", () -> new DiagonalNormal(Vec.of(1, 2), Vec.of(1)));
        refuses("dimension", () -> DiagonalNormal.of());
        refuses("dimension", () -> IsotropicNormal.family(0));
        refuses("dimension", () -> DiagonalNormal.of(1, 0, 1).klTo(DiagonalNormal.of(2, 0, 0, 1, 1)));
        refuses("length", () -> DiagonalNormal.of(1, 0, 1).logDensity(Vec.of(1, 2)));
        refuses("group 1", () -> DiagonalNormal.family(2).atExpectation(Vec.of(0, 1, 1, 1)));
        refuses(
                "length",
                () -> Families.named("multivariate-normal-known-covariance").family(2, 1));
        refuses(
                "dimension",
                () -> Families.named("multivariate-normal-known-mean").family());
    }

    @Test
    void maximumLikelihoodRefusesDegenerateDataWithTheReason() {
        List<Vec<Euclidean>> data = List.of(Vec.of(1, 2), Vec.of(1, 3));
        refuses("coordinate 0", () -> DiagonalNormal.family(2).maximumLikelihood(data));
        assertEquals(0.125, IsotropicNormal.family(2).maximumLikelihood(data).variance());
        refuses("all equal", () -> IsotropicNormal.family(2).maximumLikelihood(List.of(X, X)));
        refuses("hyperplane", () -> MultivariateNormalKnownMean.family(M).maximumLikelihood(List.of(X)));
        assertEquals(
                Vec.of(1, 2.5),
                MultivariateNormalKnownCovariance.family(A)
                        .maximumLikelihood(data)
                        .mean());
    }

    @Test
    void theyReadAsMathematics() {
        assertEquals(
                "N([0.5, -1.0], diag [2.0, 0.6])",
                DiagonalNormal.of(2, 0.5, -1, 2, 0.6).toString());
        assertEquals("N([0.5, -1.0], 2.0·1)", IsotropicNormal.of(2, 0.5, -1, 2).toString());
        assertTrue(MultivariateNormalKnownMean.centred(PositiveDefinite.identity(30))
                        .toString()
                        .length()
                < 120);
    }

    private static void refuses(String part, Runnable call) {
        DomainException refused = assertThrows(DomainException.class, call::run);
        assertTrue(String.valueOf(refused.getMessage()).contains(part), refused::getMessage);
    }
}
