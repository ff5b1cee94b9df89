package org.legendre.properties;

import java.util.Arrays;
import org.legendre.geometry.special.Sums;

/**
 * Finite distributions whose probabilities are whole multiples of 2⁻ᵇ and sum to exactly 1: to mix them by few bits, to split a class in halves and,
 * for b ≤ 26, to multiply two of them is exact, so that a law about these has nothing but the rounding of the divergence to allow for.
 */
final class Grid {
    /** For laws about single distributions. */
    static final int FINE = 44;
    /** For laws about products. */
    static final int COARSE = 26;
    /** Bits of a mixing weight and of the entries of a kernel. */
    static final int FEW = 6;
    /** A coordinate below this is a probability of exactly 0. */
    private static final double ZERO = -2;
    /** sinh of this is a number still. */
    private static final double LARGE = 700;

    private Grid() {}

    /** The distribution of some coordinates: logits 2 sinh xᵢ, over many orders of magnitude within a few units, with exact zeros. */
    static double[] distribution(double[] coordinates, int bits) {
        int k = coordinates.length;
        int top = 0;
        for (int i = 1; i < k; i++) {
            top = coordinates[i] > coordinates[top] ? i : top;
        }
        double[] weights = new double[k];
        for (int i = 0; i < k; i++) {
            boolean zero = coordinates[i] < ZERO && i != top;
            // Of two that overflow the lesser is nothing.
            double behind = coordinates[i] == coordinates[top]
                    ? 0
                    : Math.sinh(Math.min(coordinates[i], LARGE)) - Math.sinh(coordinates[top]);
            weights[i] = zero ? 0 : Math.exp(2 * behind);
        }
        double total = Sums.sum(weights);
        double rest = 1;
        for (int i = 0; i < k; i++) {
            weights[i] = i == top ? 0 : round(weights[i] / total, bits);
            rest -= weights[i];
        }
        weights[top] = rest;
        return weights;
    }

    static double[] fine(double[] coordinates) {
        return distribution(coordinates, FINE);
    }

    static double[] coarse(double[] coordinates) {
        return distribution(coordinates, COARSE);
    }

    /** A number in (0, 1) of few bits. */
    static double weight(double coordinate) {
        double unit = Math.scalb(1.0, -FEW);
        return Math.min(1 - unit, Math.max(unit, round(1 / (1 + Math.exp(-coordinate)), FEW)));
    }

    private static double round(double x, int bits) {
        return Math.scalb(Math.rint(Math.scalb(x, bits)), -bits);
    }

    /** A Markov kernel of few bits: row i is the distribution of the coordinates turned round by i. */
    static double[][] kernel(double[] coordinates, int inputs, int outputs) {
        double[][] rows = new double[inputs][];
        for (int i = 0; i < inputs; i++) {
            double[] turned = new double[outputs];
            for (int j = 0; j < outputs; j++) {
                turned[j] = coordinates[(i + j) % coordinates.length] * (1 + (i * j) % 3);
            }
            rows[i] = distribution(turned, FEW);
        }
        return rows;
    }

    /** The distribution of the output. */
    static double[] push(double[] p, double[][] kernel) {
        double[] out = new double[kernel[0].length];
        for (int i = 0; i < p.length; i++) {
            for (int j = 0; j < out.length; j++) {
                out[j] += p[i] * kernel[i][j];
            }
        }
        return out;
    }

    /** wp + (1−w)r. */
    static double[] mix(double w, double[] p, double[] r) {
        return mix(w, p, r, 1 - w);
    }

    /** wp + vr, for a v so small that w rounds. */
    static double[] mix(double w, double[] p, double[] r, double v) {
        double[] mixture = new double[p.length];
        Arrays.setAll(mixture, i -> w * p[i] + v * r[i]);
        return mixture;
    }

    /** wp on the first classes and (1−w)r on the others. */
    static double[] blocks(double w, double[] p, double[] r) {
        double[] both = new double[p.length + r.length];
        Arrays.setAll(both, i -> i < p.length ? w * p[i] : (1 - w) * r[i - p.length]);
        return both;
    }

    /** The pair (i, j) with probability pᵢ rows[i]ⱼ. */
    static double[] joint(double[] p, double[][] rows) {
        int n = rows[0].length;
        double[] joint = new double[p.length * n];
        Arrays.setAll(joint, i -> p[i / n] * rows[i / n][i % n]);
        return joint;
    }

    static double[] product(double[] p, double[] r) {
        double[][] rows = new double[p.length][];
        Arrays.fill(rows, r);
        return joint(p, rows);
    }

    /** Class 0 divided in proportion 1/2, 1/4, 1/4, the last class in halves. */
    static double[] split(double[] p) {
        int k = p.length;
        double[] split = new double[k + 3];
        split[0] = 0.5 * p[0];
        split[1] = 0.25 * p[0];
        split[2] = 0.25 * p[0];
        System.arraycopy(p, 1, split, 3, k - 1);
        split[k + 1] = 0.5 * p[k - 1];
        split[k + 2] = split[k + 1];
        return split;
    }

    /** What undoes {@link #split}: the kernel that sends each part to its class. */
    static double[][] merge(int k) {
        double[][] rows = new double[k + 3][k];
        for (int i = 0; i < rows.length; i++) {
            rows[i][Math.min(Math.max(i - 2, 0), k - 1)] = 1;
        }
        return rows;
    }

    static double[] turned(double[] x, int by) {
        double[] turned = new double[x.length];
        Arrays.setAll(turned, i -> x[(i + by) % x.length]);
        return turned;
    }

    static double[] halves(double[] p, double[] q) {
        return mix(0.5, p, q);
    }
}
