package org.legendre.geometry;

import java.util.Arrays;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.jspecify.annotations.Nullable;

/**
 * An immutable symmetric positive definite d×d matrix with its Cholesky factor A = LLᵀ (lower triangular, positive diagonal).
 *
 * <p>As coordinates, symmetric matrices are packed lower triangles, row by row: a₁₁, a₂₁, a₂₂, a₃₁, …
 */
public final class PositiveDefinite {
    /** The pivots of a singular matrix are below this many units in the last place of their diagonals, times the dimension. */
    private static final double PIVOT_ROUNDING = 16;

    private final int d;
    private final double[] a;
    private final double[] factor;

    private PositiveDefinite(int d, double[] a) {
        this(d, a, null);
    }

    /** With a factor that is known better than the entries, or null. */
    private PositiveDefinite(int d, double[] a, double @Nullable [] known) {
        if (d < 1) {
            throw new DomainException("dimension of a matrix", d, "at least 1");
        }
        this.d = d;
        this.a = a;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                if (!Double.isFinite(a[i * d + j]) || a[i * d + j] != a[j * d + i]) {
                    throw new DomainException(
                            "matrix",
                            toMatrix(),
                            "a finite symmetric matrix; entries (" + i + ", " + j + ") and (" + j + ", " + i + ") are "
                                    + a[i * d + j] + " and " + a[j * d + i]);
                }
            }
        }
        this.factor = known == null ? cholesky(d, a) : known;
    }

    private double[] cholesky(int n, double[] matrix) {
        CholeskyDecomposition_F64<DMatrixRMaj> decomposition = DecompositionFactory_DDRM.chol(n, true);
        if (decomposition.decompose(DMatrixRMaj.wrap(n, n, matrix.clone()))) {
            double[] l = decomposition.getT(null).data;
            if (Arrays.stream(l).allMatch(Double::isFinite)) {
                return l;
            }
        }
        return divided(n, matrix);
    }

    /** EJML multiplies by the reciprocals of pivots; by division nearly singular matrices keep a factor that lose it there, the same as {@link LogCholesky#diagnose} finds. */
    private double[] divided(int n, double[] matrix) {
        double[] packed = new double[LogCholesky.packedSize(n)];
        double[] l = new double[n * n];
        for (int i = 0; i < n; i++) {
            System.arraycopy(matrix, i * n, packed, LogCholesky.index(i, 0), i + 1);
        }
        double[] factored = new double[packed.length];
        if (LogCholesky.factor(n, packed, factored) >= 0) {
            throw new DomainException("matrix", toMatrix(), "a positive definite matrix");
        }
        for (int i = 0; i < n; i++) {
            System.arraycopy(factored, LogCholesky.index(i, 0), l, i * n, i + 1);
        }
        return l;
    }

    /**
     * The matrix of the given rows, which has to be exactly symmetric; see {@link #symmetrized} for one that rounding made nearly so.
     *
     * @param rows d rows of length d
     * @return the matrix
     * @throws DomainException if it is not square, finite, symmetric and positive definite
     */
    public static PositiveDefinite of(double[]... rows) {
        return new PositiveDefinite(rows.length, flatten(rows));
    }

    /**
     * The matrix ½(A + Aᵀ), for a matrix that is symmetric but for rounding.
     *
     * @param rows d rows of length d
     * @return the symmetric part
     * @throws DomainException if it is not square, finite and positive definite
     */
    public static PositiveDefinite symmetrized(double[]... rows) {
        int d = rows.length;
        double[] flat = flatten(rows);
        double[] half = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                half[i * d + j] = 0.5 * flat[i * d + j] + 0.5 * flat[j * d + i];
            }
        }
        return new PositiveDefinite(d, half);
    }

    /**
     * As {@link #symmetrized}, refusing also a matrix that only rounding keeps from being singular: what it solves would be noise.
     *
     * @param rows d rows of length d
     * @param expected what makes it regular, in words, for the message
     * @return the symmetric part, whose pivots are above the rounding of their diagonal entries
     * @throws DomainException if it is not square, finite and clearly positive definite
     */
    public static PositiveDefinite regular(double[][] rows, String expected) {
        PositiveDefinite factored;
        try {
            factored = symmetrized(rows);
        } catch (DomainException singular) {
            DomainException reason = singular(rows, expected);
            reason.initCause(singular);
            throw reason;
        }
        for (int i = 0; i < rows.length; i++) {
            double pivot = factored.factor(i, i) * factored.factor(i, i);
            if (!(pivot > PIVOT_ROUNDING * rows.length * Math.ulp(rows[i][i]))) {
                throw singular(rows, expected);
            }
        }
        return factored;
    }

    private static DomainException singular(double[][] rows, String expected) {
        return new DomainException("matrix", rows, "a positive definite matrix: " + expected);
    }

    /**
     * The matrix of a packed lower triangle.
     *
     * @param d the dimension
     * @param packed a₁₁, a₂₁, a₂₂, a₃₁, …: d(d+1)/2 entries
     * @return the matrix
     * @throws DomainException if the length is wrong or the matrix not positive definite
     */
    public static PositiveDefinite ofPacked(int d, double... packed) {
        if (d < 1) {
            throw new DomainException("dimension of a matrix", d, "at least 1");
        }
        DomainException.requireLength("packed lower triangle", packed, d * (d + 1) / 2);
        double[] flat = new double[d * d];
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                flat[i * d + j] = packed[k];
                flat[j * d + i] = packed[k];
            }
        }
        return new PositiveDefinite(d, flat);
    }

    /**
     * The matrix LLᵀ of a Cholesky factor, which is kept: it may be as near to a singular matrix as L is, where the entries of LLᵀ, which round, would
     * have no factor of their own. Determinant, forms and solutions are those of L.
     *
     * @param rows the d rows of L, of length d: zero above the diagonal, positive on it
     * @return LLᵀ
     * @throws DomainException if L is not square, finite and as above, or an entry of LLᵀ overflows or a diagonal one vanishes
     */
    public static PositiveDefinite ofFactor(double[]... rows) {
        int d = rows.length;
        double[] l = flatten(rows);
        double[] flat = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k <= j; k++) {
                    sum += l[i * d + k] * l[j * d + k];
                }
                flat[i * d + j] = sum;
                flat[j * d + i] = sum;
                if (j < i && l[j * d + i] != 0) {
                    throw new DomainException(
                            "entry (" + j + ", " + i + ") of a factor", l[j * d + i], "0, as above the diagonal");
                }
            }
            DomainException.requirePositive("diagonal entry " + i + " of a factor", l[i * d + i]);
            DomainException.requirePositive("diagonal entry " + i, flat[i * d + i]);
        }
        return new PositiveDefinite(d, flat, l);
    }

    /**
     * The identity.
     *
     * @param d the dimension
     * @return the d×d identity
     */
    public static PositiveDefinite identity(int d) {
        double[] ones = new double[d];
        Arrays.fill(ones, 1);
        return diagonal(ones);
    }

    /**
     * A diagonal matrix.
     *
     * @param entries the diagonal, positive
     * @return the matrix
     * @throws DomainException if an entry is not positive and finite
     */
    public static PositiveDefinite diagonal(double... entries) {
        int d = entries.length;
        double[] flat = new double[d * d];
        for (int i = 0; i < d; i++) {
            flat[i * d + i] = DomainException.requirePositive("diagonal entry " + i, entries[i]);
        }
        return new PositiveDefinite(d, flat);
    }

    private static double[] flatten(double[][] rows) {
        int d = rows.length;
        double[] flat = new double[d * d];
        for (int i = 0; i < d; i++) {
            DomainException.requireLength("row " + i, rows[i], d);
            System.arraycopy(rows[i], 0, flat, i * d, d);
        }
        return flat;
    }

    /**
     * The dimension.
     *
     * @return d
     */
    public int size() {
        return d;
    }

    /**
     * An entry.
     *
     * @param i the row, from 0
     * @param j the column, from 0
     * @return aᵢⱼ
     */
    public double get(int i, int j) {
        return a[Objects.checkIndex(i, d) * d + Objects.checkIndex(j, d)];
    }

    /**
     * An entry of the Cholesky factor.
     *
     * @param i the row, from 0
     * @param j the column, from 0
     * @return lᵢⱼ, zero above the diagonal
     */
    public double factor(int i, int j) {
        return factor[Objects.checkIndex(i, d) * d + Objects.checkIndex(j, d)];
    }

    /**
     * Copies a row of the Cholesky factor up to its diagonal, lᵢ₀, …, lᵢᵢ.
     *
     * @param i the row, from 0
     * @param out where to
     * @param from the index of the first entry there
     */
    public void copyFactorRow(int i, double[] out, int from) {
        System.arraycopy(factor, Objects.checkIndex(i, d) * d, out, from, i + 1);
    }

    /**
     * log det A = 2 Σ log lᵢᵢ.
     *
     * @return the logarithm of the determinant
     */
    public double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            sum += Math.log(factor[i * d + i]);
        }
        return 2 * sum;
    }

    /**
     * Multiplies: out = Av.
     *
     * @param v length d
     * @param out length d, another array
     */
    public void multiply(double[] v, double[] out) {
        requireLengths(v, out);
        for (int i = 0; i < d; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += a[i * d + j] * v[j];
            }
            out[i] = sum;
        }
    }

    /**
     * Solves Ax = g.
     *
     * @param g length d
     * @param out the solution, length d; may be the same array
     */
    public void solve(double[] g, double[] out) {
        solveFactor(g, out);
        for (int i = d - 1; i >= 0; i--) {
            double sum = out[i];
            for (int j = i + 1; j < d; j++) {
                sum -= factor[j * d + i] * out[j];
            }
            out[i] = sum / factor[i * d + i];
        }
    }

    /**
     * Solves Lx = g: whitens g.
     *
     * @param g length d
     * @param out the solution, length d; may be the same array
     */
    public void solveFactor(double[] g, double[] out) {
        requireLengths(g, out);
        for (int i = 0; i < d; i++) {
            double sum = g[i];
            for (int j = 0; j < i; j++) {
                sum -= factor[i * d + j] * out[j];
            }
            out[i] = sum / factor[i * d + i];
        }
    }

    /**
     * vᵀAv = ‖Lᵀv‖².
     *
     * @param v length d
     * @return the squared length
     */
    public double quadratic(double[] v) {
        requireLengths(v, v);
        double sum = 0;
        for (int j = 0; j < d; j++) {
            double entry = 0;
            for (int i = j; i < d; i++) {
                entry += factor[i * d + j] * v[i];
            }
            sum += entry * entry;
        }
        return sum;
    }

    /**
     * gᵀA⁻¹g = ‖L⁻¹g‖².
     *
     * @param g length d
     * @return the squared length in the inverse
     */
    public double inverseQuadratic(double[] g) {
        double[] white = new double[d];
        solveFactor(g, white);
        double sum = 0;
        for (double entry : white) {
            sum += entry * entry;
        }
        return sum;
    }

    /**
     * The inverse matrix L⁻ᵀL⁻¹; where you only solve, {@link #solve} is cheaper and more accurate.
     *
     * @return A⁻¹, exactly symmetric
     * @throws DomainException if rounding leaves it not positive definite (condition number near 1/ε), or it overflows
     */
    public PositiveDefinite inverse() {
        // Row k of `columns` is column k of L⁻¹, zero before its k-th entry.
        double[][] columns = new double[d][d];
        for (int k = 0; k < d; k++) {
            columns[k][k] = 1;
            solveFactor(columns[k], columns[k]);
        }
        double[] inverse = new double[d * d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = i; k < d; k++) {
                    sum += columns[i][k] * columns[j][k];
                }
                inverse[i * d + j] = sum;
                inverse[j * d + i] = sum;
            }
        }
        return new PositiveDefinite(d, inverse);
    }

    /**
     * The rows.
     *
     * @return a new array
     */
    public double[][] toMatrix() {
        return rows(a);
    }

    /**
     * The packed lower triangle a₁₁, a₂₁, a₂₂, a₃₁, …
     *
     * @return a new array of length d(d+1)/2
     */
    public double[] toPacked() {
        double[] packed = new double[d * (d + 1) / 2];
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                packed[k] = a[i * d + j];
            }
        }
        return packed;
    }

    private void requireLengths(double[] v, double[] out) {
        DomainException.requireLength("vector", v, d);
        DomainException.requireLength("array of the result", out, d);
    }

    private double[][] rows(double[] flat) {
        double[][] rows = new double[d][];
        for (int i = 0; i < d; i++) {
            rows[i] = Arrays.copyOfRange(flat, i * d, (i + 1) * d);
        }
        return rows;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof PositiveDefinite that && Arrays.equals(a, that.a);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(a);
    }

    @Override
    public String toString() {
        return Arrays.deepToString(toMatrix());
    }
}
