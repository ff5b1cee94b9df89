package org.legendre.geometry;

import java.util.Optional;

/**
 * The log-Cholesky chart of symmetric positive definite matrices: packed lower triangles u ↦ A = LLᵀ with lᵢⱼ = uᵢⱼ below the diagonal and lᵢᵢ =
 * exp uᵢᵢ (Pinheiro and Bates 1996), onto and one-to-one.
 */
public final class LogCholesky {
    private LogCholesky() {}

    /**
     * The number of entries of a packed triangle.
     *
     * @param d the dimension
     * @return d(d+1)/2
     */
    public static int packedSize(int d) {
        return d * (d + 1) / 2;
    }

    /**
     * The index of an entry in a packed lower triangle.
     *
     * @param i the row, from 0
     * @param j the column, from 0, at most i
     * @return where it stands
     */
    public static int index(int i, int j) {
        return i * (i + 1) / 2 + j;
    }

    /**
     * Why a packed symmetric matrix is not positive definite.
     *
     * @param name the name of the matrix
     * @param d the dimension
     * @param packed its lower triangle
     * @return the reason in words; empty if it is
     */
    public static Optional<String> diagnose(String name, int d, double[] packed) {
        double[] l = new double[packed.length];
        int failed = factor(d, packed, l);
        return failed < 0
                ? Optional.empty()
                : Optional.of(name + " is not positive definite: its leading " + (failed + 1) + "×" + (failed + 1)
                        + " block has the pivot " + l[index(failed, failed)]);
    }

    /** The factor of A in l; the index of the first pivot that is not positive and finite, left in l, or −1. */
    static int factor(int d, double[] a, double[] l) {
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = a[index(i, j)];
                for (int k = 0; k < j; k++) {
                    sum -= l[index(i, k)] * l[index(j, k)];
                }
                if (i != j) {
                    l[index(i, j)] = sum / l[index(j, j)];
                } else if (sum > 0 && sum < Double.POSITIVE_INFINITY) {
                    l[index(i, i)] = Math.sqrt(sum);
                } else {
                    l[index(i, i)] = sum;
                    return i;
                }
            }
        }
        return -1;
    }

    /**
     * The matrix of a point of the chart.
     *
     * @param d the dimension
     * @param u the chart coordinates
     * @return packed LLᵀ
     */
    public static double[] fromChart(int d, double[] u) {
        double[] a = new double[u.length];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = 0;
                for (int k = 0; k <= j; k++) {
                    sum += entry(u, i, k) * entry(u, j, k);
                }
                a[index(i, j)] = sum;
            }
        }
        return a;
    }

    private static double entry(double[] u, int i, int j) {
        double entry = u[index(i, j)];
        return i == j ? Math.exp(entry) : entry;
    }

    /**
     * The chart coordinates of a positive definite matrix.
     *
     * @param d the dimension
     * @param a its packed lower triangle
     * @return u
     */
    public static double[] toChart(int d, double[] a) {
        double[] u = new double[a.length];
        factor(d, a, u);
        for (int i = 0; i < d; i++) {
            u[index(i, i)] = Math.log(u[index(i, i)]);
        }
        return u;
    }
}
