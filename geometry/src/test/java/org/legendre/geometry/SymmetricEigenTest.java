package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SymmetricEigenTest {
    private static double[] sorted(SymmetricEigen eigen) {
        double[] values = eigen.values(x -> x);
        Arrays.sort(values);
        return values;
    }

    /** Rows of length 1 that are orthogonal, and Σ λᵢqᵢqᵢᵀ the matrix. */
    private static void assertDecomposes(SymmetricEigen eigen, int d, double[] packed) {
        double[] q = eigen.vectors();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double product = 0;
                for (int k = 0; k < d; k++) {
                    product += q[i * d + k] * q[j * d + k];
                }
                assertEquals(i == j ? 1 : 0, product, 4e-15, i + ", " + j);
            }
        }
        double[] back = new double[packed.length];
        eigen.compose(eigen.values(x -> x), 1, back);
        assertArrayEquals(
                packed, back, 4e-15 * Arrays.stream(packed).map(Math::abs).max().orElse(0));
    }

    @Test
    void indefiniteMatricesOneAfterTheOther() {
        SymmetricEigen eigen = new SymmetricEigen(3);
        // ((0, 1, 0), (1, 0, 0), (0, 0, −2))
        double[] swap = {0, 1, 0, 0, 0, -2};
        eigen.decompose(swap, 1);
        assertArrayEquals(new double[] {-2, -1, 1}, sorted(eigen), 4e-15);
        assertDecomposes(eigen, 3, swap);
        // ((2, −1, 0), (−1, 2, −1), (0, −1, 2)): 2 − √2, 2, 2 + √2.
        double[] chain = {2, -1, 2, 0, -1, 2};
        eigen.decompose(chain, 1);
        assertArrayEquals(new double[] {2 - Math.sqrt(2), 2, 2 + Math.sqrt(2)}, sorted(eigen), 4e-15);
        assertDecomposes(eigen, 3, chain);
        // Half of the entries off the diagonal: ((2, −½, 0), …), 2 ± √½ and 2.
        eigen.decompose(chain, 0.5);
        assertArrayEquals(new double[] {2 - Math.sqrt(0.5), 2, 2 + Math.sqrt(0.5)}, sorted(eigen), 4e-15);
        eigen.decompose(new double[] {3, 0, -1, 0, 0, 0}, 1);
        assertArrayEquals(new double[] {-1, 0, 3}, sorted(eigen), 0);
    }

    /** The chain of n masses has 2 − 2 cos(kπ/(n + 1)); full matrices are put together again from their parts. */
    @Test
    void moreDimensions() {
        for (int n : new int[] {4, 7, 12}) {
            double[] chain = new double[LogCholesky.packedSize(n)];
            double[] expected = new double[n];
            for (int i = 0; i < n; i++) {
                chain[LogCholesky.index(i, i)] = 2;
                if (i > 0) {
                    chain[LogCholesky.index(i, i - 1)] = -1;
                }
                expected[i] = 2 - 2 * Math.cos((i + 1) * Math.PI / (n + 1));
            }
            SymmetricEigen eigen = new SymmetricEigen(n);
            eigen.decompose(chain, 1);
            assertArrayEquals(expected, sorted(eigen), 1e-14);
            assertDecomposes(eigen, n, chain);
            eigen.decomposePositive(chain);
            assertArrayEquals(expected, sorted(eigen), 1e-14);
            double[] full = new SplittableRandom(n).doubles(chain.length, -1, 1).toArray();
            eigen.decompose(full, 1);
            assertDecomposes(eigen, n, full);
        }
    }

    /** LLᵀ with L = ((1, 0, 0), (1, 2⁻²⁶, 0), (1, 2⁻²⁶, 2⁻²⁶)): det = 2⁻¹⁰⁴, and two eigenvalues are below the rounding of the third. */
    @Test
    void nearlySingularMatricesKeepTheProductOfTheirEigenvalues() {
        double e = 0x1p-52;
        double[] packed = {1, 1, 1 + e, 1, 1 + e, 1 + 2 * e};
        SymmetricEigen eigen = new SymmetricEigen(3);
        eigen.decomposePositive(packed);
        double[] values = sorted(eigen);
        assertEquals(1, values[0] * values[1] * values[2] / (e * e), 1e-13);
        assertEquals(3 + 3 * e, values[2], 4e-15);
        assertDecomposes(eigen, 3, packed);
    }
}
