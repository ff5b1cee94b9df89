package org.legendre.properties;

import java.util.Optional;

/** A vector that a matrix of one more column than rows maps to 0. */
final class NullVector {
    /** A pivot below this part of the largest entry leaves more than one direction to rounding. */
    private static final double SMALLEST = 1e-6;

    private NullVector() {}

    /** The null vector of Σ|aₖ| = 1, by Gauss–Jordan elimination with complete pivoting; empty if the rows are nearly dependent. */
    static Optional<double[]> of(double[][] matrix) {
        int rows = matrix.length;
        int columns = rows + 1;
        double[][] a = new double[rows][];
        int[] order = new int[columns];
        double largest = 0;
        for (int j = 0; j < columns; j++) {
            order[j] = j;
        }
        for (int i = 0; i < rows; i++) {
            a[i] = matrix[i].clone();
            for (double entry : a[i]) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        for (int k = 0; k < rows; k++) {
            pivot(a, order, k);
            if (!(Math.abs(a[k][order[k]]) > SMALLEST * largest)) {
                return Optional.empty();
            }
            for (int i = 0; i < rows; i++) {
                double factor = i == k ? 0 : a[i][order[k]] / a[k][order[k]];
                for (int j = 0; j < columns && factor != 0; j++) {
                    a[i][j] -= factor * a[k][j];
                }
            }
        }
        double[] vector = new double[columns];
        vector[order[rows]] = 1;
        double sum = 1;
        for (int k = 0; k < rows; k++) {
            vector[order[k]] = -a[k][order[rows]] / a[k][order[k]];
            sum += Math.abs(vector[order[k]]);
        }
        for (int j = 0; j < columns; j++) {
            vector[j] /= sum;
        }
        return Optional.of(vector);
    }

    /** Brings the largest entry that is left to row k, and its column to place k of the order. */
    private static void pivot(double[][] a, int[] order, int k) {
        int row = k;
        int place = k;
        for (int i = k; i < a.length; i++) {
            for (int j = k; j < order.length; j++) {
                if (Math.abs(a[i][order[j]]) > Math.abs(a[row][order[place]])) {
                    row = i;
                    place = j;
                }
            }
        }
        double[] swappedRow = a[k];
        a[k] = a[row];
        a[row] = swappedRow;
        int swapped = order[k];
        order[k] = order[place];
        order[place] = swapped;
    }
}
