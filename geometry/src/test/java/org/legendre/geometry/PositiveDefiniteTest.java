package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PositiveDefiniteTest {
    private static final double[][] ROWS = {{4, 2, -1}, {2, 5, 0.5}, {-1, 0.5, 3}};
    private final PositiveDefinite matrix = PositiveDefinite.of(ROWS);

    @Test
    void theFactorMultipliesBackToTheMatrix() {
        for (int i = 0; i < 3; i++) {
            assertTrue(matrix.factor(i, i) > 0);
            for (int j = 0; j < 3; j++) {
                double sum = 0;
                for (int k = 0; k < 3; k++) {
                    sum += matrix.factor(i, k) * matrix.factor(j, k);
                }
                assertEquals(ROWS[i][j], sum, 1e-15);
                assertEquals(ROWS[i][j], matrix.get(i, j));
                assertTrue(j <= i || matrix.factor(i, j) == 0);
            }
        }
    }

    @Test
    void determinantFormsAndSolvesAgreeWithHandComputation() {
        // det = 4(15 − ¼) − 2(6 + ½) − 1(1 + 5) = 40.
        assertEquals(Math.log(40), matrix.logDeterminant(), 1e-15);
        double[] v = {1, -2, 0.5};
        double[] out = new double[3];
        matrix.multiply(v, out);
        assertArrayEquals(new double[] {-0.5, -7.75, -0.5}, out, 1e-15);
        assertEquals(-0.5 + 15.5 - 0.25, matrix.quadratic(v), 1e-14);
        matrix.solve(out, out);
        assertArrayEquals(v, out, 1e-15);
        assertEquals(14.75, matrix.inverseQuadratic(new double[] {-0.5, -7.75, -0.5}), 1e-14);
    }

    @Test
    void theInverseIsSymmetricAndInverts() {
        SplittableRandom random = new SplittableRandom(5);
        for (int d : new int[] {1, 2, 4, 7, 30}) {
            double[][] rows = new double[d][d];
            double[][] half = new double[d][];
            for (int i = 0; i < d; i++) {
                half[i] = random.doubles(d, -1, 1).toArray();
            }
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    for (int k = 0; k < d; k++) {
                        rows[i][j] += half[i][k] * half[j][k];
                    }
                }
                rows[i][i] += 1;
            }
            PositiveDefinite a = PositiveDefinite.symmetrized(rows);
            PositiveDefinite b = a.inverse();
            assertEquals(-a.logDeterminant(), b.logDeterminant(), 1e-12);
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    double sum = 0;
                    for (int k = 0; k < d; k++) {
                        sum += a.get(i, k) * b.get(k, j);
                    }
                    assertEquals(i == j ? 1 : 0, sum, 1e-12);
                }
            }
        }
    }

    @Test
    void theInverseOfWidelyScaledDiagonalsDoesNotUnderflow() {
        double[] scales = {1, 1e-150, 1e-150, 1e-150, 1e150};
        PositiveDefinite inverse = PositiveDefinite.diagonal(scales).inverse();
        for (int i = 0; i < scales.length; i++) {
            assertEquals(1, inverse.get(i, i) * scales[i], 1e-15);
        }
        assertEquals(
                1,
                PositiveDefinite.diagonal(1, 1e-150, 1e-150, 1e-150).inverse().get(0, 0),
                1e-15);
    }

    @Test
    void aFactorIsKept() {
        PositiveDefinite thin = PositiveDefinite.ofFactor(new double[][] {{1, 0}, {2, 1e-30}});
        assertEquals(4, thin.get(1, 1));
        assertEquals(2, thin.get(0, 1));
        assertEquals(-60 * Math.log(10), thin.logDeterminant(), 1e-13);
        assertEquals(1e60, thin.inverseQuadratic(new double[] {0, 1}), 1e46);
        double[][] rows = {{3, 0, 0}, {1, 2, 0}, {-1, 4, 0.5}};
        assertEquals(
                PositiveDefinite.of(new double[][] {{9, 3, -3}, {3, 5, 7}, {-3, 7, 17.25}}),
                PositiveDefinite.ofFactor(rows));
        for (double[][] bad : new double[][][] {
            {{1, 1}, {0, 1}}, {{1, 0}, {1, 0}}, {{1, 0}, {1, -1}}, {{1e-200}}, {{1e200}}, {{Double.NaN}}, {{1, 0}}
        }) {
            assertThrows(DomainException.class, () -> PositiveDefinite.ofFactor(bad));
        }
    }

    /** A matrix that is as near to singular as two rounded entries let it be: what is diagnosed as positive definite is one. */
    @Test
    void whatADomainAcceptsHasAFactor() {
        SplittableRandom random = new SplittableRandom(3);
        int accepted = 0;
        for (int k = 0; k < 2000; k++) {
            double[] u = {random.nextDouble(-2, 2), random.nextDouble(-80, 80), random.nextDouble(-30, 2)};
            double[] packed = LogCholesky.fromChart(2, u);
            if (LogCholesky.diagnose("A", 2, packed).isEmpty()) {
                accepted++;
                PositiveDefinite matrix = PositiveDefinite.ofPacked(2, packed);
                double rest = matrix.factor(1, 0) * matrix.factor(1, 0) + matrix.factor(1, 1) * matrix.factor(1, 1);
                assertEquals(packed[2], rest, 4 * Math.ulp(packed[2]));
            }
        }
        assertTrue(accepted > 500 && accepted < 1900, "accepted " + accepted);
        assertEquals(
                2,
                PositiveDefinite.ofPacked(2, 0.2249081917199915, 27.017588694971693, 3245.546964333976)
                        .size());
    }

    @Test
    void packedTrianglesRoundTripRowByRow() {
        double[] packed = {4, 2, 5, -1, 0.5, 3};
        assertArrayEquals(packed, matrix.toPacked());
        assertEquals(matrix, PositiveDefinite.ofPacked(3, packed));
        assertEquals(matrix.hashCode(), PositiveDefinite.ofPacked(3, packed).hashCode());
        assertNotEquals(matrix, PositiveDefinite.identity(3));
        assertEquals("[[2.0, 0.0], [0.0, 3.0]]", PositiveDefinite.diagonal(2, 3).toString());
    }

    @Test
    void isNotAffectedByItsArguments() {
        double[][] rows = {{2, 1}, {1, 2}};
        PositiveDefinite a = PositiveDefinite.of(rows);
        rows[0][0] = -9;
        a.toMatrix()[0][0] = -9;
        a.toPacked()[0] = -9;
        assertEquals(2, a.get(0, 0));
        assertArrayEquals(new double[] {2, 1}, a.toMatrix()[0]);
    }

    @Test
    void whatIsNoPositiveDefiniteMatrixIsRefusedWithTheReason() {
        refused("finite symmetric", new double[][] {{1, Double.NaN}, {Double.NaN, 1}});
        refused("finite symmetric", new double[][] {{Double.POSITIVE_INFINITY}});
        refused("entries (0, 1) and (1, 0) are 0.5 and 0.25", new double[][] {{1, 0.5}, {0.25, 1}});
        refused("positive definite", new double[][] {{1, 2}, {2, 1}});
        refused("positive definite", new double[][] {{0}});
        refused("positive definite", new double[][] {{-1}});
        refused("positive definite", new double[][] {{1, 1}, {1, 1}});
        refused("length 2, not 1", new double[][] {{1, 0}, {0}});
        refused("at least 1", new double[0][]);
        assertThrows(
                DomainException.class, () -> PositiveDefinite.symmetrized(new double[][] {{1, Double.NaN}, {0, 1}}));
        assertThrows(DomainException.class, () -> PositiveDefinite.diagonal(1, -1));
        assertThrows(DomainException.class, () -> PositiveDefinite.ofPacked(2, 1, 0));
        assertThrows(DomainException.class, () -> PositiveDefinite.ofPacked(-1));
        assertThrows(DomainException.class, () -> PositiveDefinite.identity(0));
    }

    private static void refused(String reason, double[][] rows) {
        DomainException refusal = assertThrows(DomainException.class, () -> PositiveDefinite.of(rows));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.contains(reason), message);
    }

    @Test
    void lengthsAndIndicesAreChecked() {
        double[] two = {1, 2};
        double[] three = new double[3];
        assertThrows(DomainException.class, () -> matrix.multiply(two, three));
        assertThrows(DomainException.class, () -> matrix.solve(three, two));
        assertThrows(DomainException.class, () -> matrix.quadratic(new double[4]));
        assertThrows(DomainException.class, () -> matrix.inverseQuadratic(new double[4]));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.get(0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> matrix.factor(0, -1));
    }

    @Test
    void symmetrizedAveragesTheTwoTriangles() {
        PositiveDefinite a = PositiveDefinite.symmetrized(new double[][] {{1, 0.5}, {0.25, 1}});
        assertEquals(0.375, a.get(0, 1));
        assertEquals(0.375, a.get(1, 0));
    }

    private static void refused(String words, Runnable call) {
        DomainException refusal = assertThrows(DomainException.class, call::run);
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::toString);
    }

    @Test
    void whatIsWrongWithAMatrixIsSaidByItsPlace() {
        double infinity = Double.POSITIVE_INFINITY;
        refused("a finite symmetric matrix", () -> PositiveDefinite.of(new double[][] {{1, 0}, {0, infinity}}));
        refused("a finite symmetric matrix", () -> PositiveDefinite.of(new double[][] {{1, infinity}, {infinity, 1}}));
        refused(
                "(0, 2) and (2, 0) are 5.0 and 7.0",
                () -> PositiveDefinite.of(new double[][] {{9, 0, 5}, {0, 9, 0}, {7, 0, 9}}));
        refused(
                "entry (1, 2) of a factor = 3.0",
                () -> PositiveDefinite.ofFactor(new double[][] {{1, 0, 0}, {0, 1, 3}, {0, 0, 1}}));
        refused(
                "entry (0, 2) of a factor = 3.0",
                () -> PositiveDefinite.ofFactor(new double[][] {{1, 0, 3}, {0, 1, 0}, {0, 0, 1}}));
        refused("diagonal entry 1 of a factor", () -> PositiveDefinite.ofFactor(new double[][] {{1, 0}, {1, 0}}));
    }

    @Test
    void equalMatricesHaveEqualHashes() {
        PositiveDefinite one = PositiveDefinite.of(new double[][] {{2, 0.5}, {0.5, 1}});
        assertEquals(
                one.hashCode(),
                PositiveDefinite.ofPacked(2, new double[] {2, 0.5, 1}).hashCode());
        assertTrue(one.hashCode() != PositiveDefinite.identity(2).hashCode());
    }
}
