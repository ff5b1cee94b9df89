package org.legendre.geometry.family;

import java.util.Arrays;

/** Tables over the 2ⁿ states of n binary units, the bits of an index, and the coordinates of their singles and pairs. */
final class BinaryTables {
    private BinaryTables() {}

    /** The coordinate of the coupling of units i &gt; j: after the n biases, row by row. */
    static int coupling(int n, int i, int j) {
        return n + i * (i - 1) / 2 + j;
    }

    /** The number of coordinates, n(n + 1)/2. */
    static int dimension(int n) {
        return n * (n + 1) / 2;
    }

    /**
     * ⟨v, T(x)⟩ for all x, by doubling: the states with unit k on follow from those without by adding their field on k, itself found by doubling.
     * O(2ⁿ) additions.
     */
    static double[] forms(int n, double[] v) {
        double[] form = new double[1 << n];
        double[] field = new double[Math.max(1, 1 << (n - 1))];
        for (int k = 0; k < n; k++) {
            field[0] = v[k];
            for (int j = 0; j < k; j++) {
                double weight = v[coupling(n, k, j)];
                for (int x = 0; x < 1 << j; x++) {
                    field[x | 1 << j] = field[x] + weight;
                }
            }
            for (int x = 0; x < 1 << k; x++) {
                form[x | 1 << k] = form[x] + field[x];
            }
        }
        return form;
    }

    /** Takes the moment of the units of a mask. */
    interface Moments {
        void accept(int mask, double moment);
    }

    /**
     * Σ w(z) Π_{i in S} yᵢ for all sets S of at most so many units, by folding: summing over a unit halves the table. O(2ⁿ) for a fixed order.
     */
    static void moments(double[] weight, int n, int order, Moments out) {
        moments(weight.clone(), 0, n, order, 0, out);
    }

    private static void moments(double[] w, int from, int n, int order, int mask, Moments out) {
        if (order == 0) {
            out.accept(mask, sum(w, from, from + (1 << n)));
            return;
        }
        double[] table = Arrays.copyOfRange(w, from, from + (1 << n));
        for (int k = n - 1; k >= 0; k--) {
            int half = 1 << k;
            moments(table, half, k, order - 1, mask | half, out);
            for (int x = 0; x < half; x++) {
                table[x] += table[x | half];
            }
        }
        out.accept(mask, table[0]);
    }

    /** Pairwise, so that a million terms cost few roundings. */
    static double sum(double[] x, int from, int to) {
        if (to - from <= 16) {
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += x[i];
            }
            return sum;
        }
        int middle = (from + to) >>> 1;
        return sum(x, from, middle) + sum(x, middle, to);
    }

    /** The coordinate of a set of one or two units. */
    static int coordinate(int n, int mask) {
        int high = 31 - Integer.numberOfLeadingZeros(mask);
        int rest = mask ^ 1 << high;
        return rest == 0 ? high : coupling(n, high, 31 - Integer.numberOfLeadingZeros(rest));
    }
}
