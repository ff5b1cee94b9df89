package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

/** Symmetric d×d matrices as packed lower triangles, and as the rows of flat parameters. */
final class Packed {
    private Packed() {}

    /** The number of entries of a packed triangle. */
    static int size(int d) {
        return LogCholesky.packedSize(d);
    }

    /** Adds c times the packed triangle of ½(xyᵀ + yxᵀ), off-diagonals multiplied by {@code off}, to the target from an offset. */
    static void addProduct(double c, double[] x, double[] y, double off, double[] target, int offset) {
        for (int i = 0, k = offset; i < x.length; i++) {
            for (int j = 0; j <= i; j++, k++) {
                double entry = 0.5 * (x[i] * y[j] + x[j] * y[i]);
                target[k] = Math.fma(i == j ? c : off * c, entry, target[k]);
            }
        }
    }

    /** A number, then the entries of a vector. */
    static double[] after(double first, Vec<?> x) {
        double[] flat = new double[1 + x.size()];
        flat[0] = first;
        System.arraycopy(x.toArray(), 0, flat, 1, x.size());
        return flat;
    }

    /** Appends the rows of a matrix to the numbers before them. */
    static double[] withRows(PositiveDefinite matrix, double... before) {
        int d = matrix.size();
        double[] flat = new double[before.length + d * d];
        System.arraycopy(before, 0, flat, 0, before.length);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                flat[before.length + i * d + j] = matrix.get(i, j);
            }
        }
        return flat;
    }

    /** The matrix of rows that begin at an offset of flat parameters and end with them. */
    static PositiveDefinite matrix(int d, double[] parameters, int offset) {
        DomainException.requireLength("parameters", parameters, offset + d * d);
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            System.arraycopy(parameters, offset + i * d, rows[i], 0, d);
        }
        return PositiveDefinite.of(rows);
    }

    /** The vector at an offset of flat parameters, the last of them. */
    static <C> Vec<C> slice(int d, double[] parameters, int offset) {
        DomainException.requireLength("parameters", parameters, offset + d);
        return Vec.of(Arrays.copyOfRange(parameters, offset, offset + d));
    }

    /** The dimension that flat parameters hold at an index, checked together with the length that it makes. */
    static int dimension(String what, double[] parameters, int index) {
        if (parameters.length <= index
                || !(parameters[index] >= 1 && parameters[index] <= 10_000)
                || parameters[index] != Math.rint(parameters[index])) {
            throw new DomainException(what, parameters, "a dimension d ≥ 1 as number " + (index + 1));
        }
        return (int) parameters[index];
    }

    /** A number, then a packed triangle. */
    static <C> Vec<C> vector(double first, PositiveDefinite matrix) {
        double[] packed = matrix.toPacked();
        return Vec.generate(1 + packed.length, i -> i == 0 ? first : packed[i - 1]);
    }

    /** The matrix divided by a number, without a second rounding of the number. */
    static PositiveDefinite divided(PositiveDefinite matrix, double by) {
        double[] packed = matrix.toPacked();
        for (int i = 0; i < packed.length; i++) {
            packed[i] /= by;
        }
        return PositiveDefinite.ofPacked(matrix.size(), packed);
    }

    /** log det cA. */
    static double logDeterminantOfMultiple(double c, PositiveDefinite matrix) {
        return matrix.logDeterminant() + matrix.size() * Math.log(c);
    }

    /** The diagonal matrix that multiplies the diagonal and the off-diagonal entries of packed triangles. */
    static double[][] diagonal(int d, double diagonal, double off) {
        double[][] rows = new double[size(d)][size(d)];
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                rows[k][k] = i == j ? diagonal : off;
            }
        }
        return rows;
    }

    /** The names of the entries of a matrix, row by row. */
    static List<String> names(String matrix, int d) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= d; i++) {
            for (int j = 1; j <= d; j++) {
                names.add(matrix + i + "," + j);
            }
        }
        return names;
    }

    /** An observed matrix of the right dimension. */
    static PositiveDefinite requireSize(PositiveDefinite x, int d) {
        if (x.size() != d) {
            throw new DomainException("observation", x, "a positive definite " + d + "×" + d + " matrix");
        }
        return x;
    }

    /** Refuses to compare distributions of different dimension. */
    static void requireSameSize(Object p, int sizeP, Object q, int sizeQ) {
        if (sizeP != sizeQ) {
            throw new DomainException("second argument", q, "a distribution in the dimension of " + p);
        }
    }

    /** A dimension ≥ 1. */
    static int requireDimension(int d) {
        if (d < 1) {
            throw new DomainException("dimension", d, "an integer ≥ 1");
        }
        return d;
    }

    /** A vector, or where it is long only its first entries. */
    static String brief(Vec<?> x) {
        return x.size() <= 8
                ? x.toString()
                : "[" + x.get(0) + ", " + x.get(1) + ", " + x.get(2) + ", … (" + x.size() + " entries)]";
    }

    /** A matrix in words: its rows, or where they are many only how many. */
    static String brief(PositiveDefinite matrix) {
        int d = matrix.size();
        return d <= 4
                ? matrix.toString()
                : d + "×" + d + " matrix of determinant e^"
                        + String.format(Locale.ROOT, "%.4g", matrix.logDeterminant());
    }
}
