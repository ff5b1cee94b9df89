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

/** The matrix normal against the normal of its entries, whose covariance is the Kronecker product. */
class MatrixNormalTest {
    private static final PositiveDefinite U = PositiveDefinite.ofPacked(2, 2, 0.5, 1);
    private static final PositiveDefinite U2 = PositiveDefinite.ofPacked(2, 1.5, -0.25, 0.75);
    private static final PositiveDefinite V = PositiveDefinite.ofPacked(3, 1, 0.5, 2, 0, 0.25, 1);
    private static final PositiveDefinite V2 = PositiveDefinite.ofPacked(3, 2, 0.25, 1, -0.5, 0.25, 3);
    private static final MatrixNormal P = MatrixNormal.of(new double[][] {{1, -1, 0.5}, {2, 0.3, 1}}, U, V);
    private static final MatrixNormal Q = MatrixNormal.of(new double[][] {{0, 1, 0.5}, {-2, 0.3, 0.1}}, U2, V2);
    private static final MatrixNormal R = MatrixNormal.of(new double[][] {{0, 1, 0.5}, {-2, 0.3, 0.1}}, U2, V);

    private static MultivariateNormal entries(MatrixNormal x) {
        int p = x.columns();
        int d = x.mean().size();
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = x.rowCovariance().get(i / p, j / p)
                        * x.columnCovariance().get(i % p, j % p);
            }
        }
        return new MultivariateNormal(x.mean(), PositiveDefinite.of(rows));
    }

    @Test
    void itIsTheNormalOfItsEntriesWhateverTheColumnCovariances() {
        Vec<Euclidean> x = Vec.of(0.3, 0.1, -1, 2, 0.7, 0.2);
        assertEquals(entries(P).logDensity(x), P.logDensity(x), 1e-13);
        assertEquals(entries(P).entropy(), P.entropy(), 1e-13);
        for (MatrixNormal q : List.of(Q, R)) {
            assertEquals(entries(P).klTo(entries(q)), P.klTo(q), 1e-13);
            assertEquals(entries(q).klTo(entries(P)), q.klTo(P), 1e-13);
            for (double alpha : new double[] {0.5, 1e-9, 0.99, 1.05, -0.1}) {
                double expected = entries(P).skewedJensen(entries(q), alpha);
                assertEquals(expected, P.skewedJensen(q, alpha), 1e-13 * Math.abs(expected), "at " + alpha);
            }
            assertEquals(Double.NEGATIVE_INFINITY, P.skewedJensen(q, 30));
        }
    }

    @Test
    void theSameDistributionInOtherFactorsIsAtNoDistance() {
        MatrixNormal same = new MatrixNormal(P.mean(), times(U, 4), times(V, 0.25));
        assertEquals(0, P.klTo(same), 1e-29);
        assertEquals(0, P.klTo(P));
        // ½ np (h − log(1 + h)) for U scaled by 1 + h.
        double h = 0x1p-30;
        double expected = 0.25 * 6 * h * h;
        double found = new MatrixNormal(P.mean(), times(U, 1 + h), V).klTo(P);
        assertEquals(expected, found, 1e-8 * expected);
    }

    private static PositiveDefinite times(PositiveDefinite matrix, double factor) {
        double[] packed = matrix.toPacked();
        for (int k = 0; k < packed.length; k++) {
            packed[k] *= factor;
        }
        return PositiveDefinite.ofPacked(matrix.size(), packed);
    }

    @Test
    void aFamilyHoldsItsColumnCovariance() {
        refuses("column covariance", () -> MatrixNormal.family(2, V2).of(P.parameters()));
        refuses("length", () -> MatrixNormal.family(3, V).of(P.parameters()));
        refuses("2×3", () -> P.klTo(new MatrixNormal(P.mean(), V, U)));
        refuses("rows", () -> MatrixNormal.of(new double[][] {{1, 2, 3}}, U, V));
        refuses("length", () -> MatrixNormal.of(new double[][] {{1, 2}, {3, 4}}, U, V));
        refuses("length", () -> new MatrixNormal(Vec.of(1), U, V));
        refuses("length", () -> P.logDensity(Vec.of(1)));
        refuses("dimension", () -> MatrixNormal.of());
        refuses("length", () -> MatrixNormal.of(2, 2, 1));
        refuses("dimension", () -> MatrixNormal.family(0, V));
        refuses("hyperplane", () -> MatrixNormal.family(2, V).maximumLikelihood(List.of(P.mean(), P.mean())));
        refuses(
                "row covariance",
                () -> MatrixNormal.family(1, PositiveDefinite.identity(1)).atExpectation(Vec.of(1, 1)));
        assertTrue(P.toString().startsWith("MatrixNormal(2×3, mean [1.0"), P.toString());
    }

    private static void refuses(String part, Runnable call) {
        DomainException refused = assertThrows(DomainException.class, call::run);
        assertTrue(String.valueOf(refused.getMessage()).contains(part), refused::getMessage);
    }
}
