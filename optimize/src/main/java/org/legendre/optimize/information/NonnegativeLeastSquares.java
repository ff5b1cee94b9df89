package org.legendre.optimize.information;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.SingularValueDecomposition;
import org.legendre.geometry.special.Sums;

/**
 * The least ‖y + Σ wₖaₖ‖ over w ≥ 0, by the active set method. Its residual r is 0 if −y is in the cone of the aₖ; else −r proves that it is not: ⟨r, aₖ⟩ ≥ 0 for all k, ⟨r, y⟩ = ‖r‖² &gt; 0.
 *
 * <p>Source: C. L. Lawson and R. J. Hanson, Solving Least Squares Problems (1974), algorithm 23.10.
 */
final class NonnegativeLeastSquares {
    /** For vectors of length 1, an inner product below this is none. */
    private static final double ROUNDING = 1e-12;

    final double[] weights;
    final double[] residual;

    private NonnegativeLeastSquares(double[] weights, double[] residual) {
        this.weights = weights;
        this.residual = residual;
    }

    /** For vectors y and aₖ of length 1 or 0. */
    static NonnegativeLeastSquares of(double[] y, double[][] vectors) {
        double[] w = new double[vectors.length];
        boolean[] passive = new boolean[vectors.length];
        double[] residual = y.clone();
        for (int step = 0; step < 10 * (vectors.length + y.length); step++) {
            int best = -1;
            double steepest = -ROUNDING;
            for (int k = 0; k < vectors.length; k++) {
                double slope = passive[k] ? 0 : Sums.dot(residual, vectors[k]);
                if (slope < steepest) {
                    steepest = slope;
                    best = k;
                }
            }
            if (best < 0) {
                break;
            }
            passive[best] = true;
            w = solved(y, vectors, passive, w);
            for (int k = 0; k < w.length; k++) {
                passive[k] &= w[k] > 0;
            }
            residual = residual(y, vectors, w);
            if (!passive[best]) {
                break; // at rounding level: its weight would be negative, its slope says positive
            }
        }
        return new NonnegativeLeastSquares(w, residual);
    }

    /** The solution on the passive set, gone towards from w as far as no weight is negative, and again without those that became 0. */
    private static double[] solved(double[] y, double[][] vectors, boolean[] passive, double[] from) {
        double[] w = from;
        boolean[] set = passive.clone();
        while (true) {
            int[] chosen = IntStream.range(0, set.length).filter(k -> set[k]).toArray();
            double[] next = new double[w.length];
            if (chosen.length > 0) {
                double[][] columns = new double[y.length][chosen.length];
                for (int j = 0; j < chosen.length; j++) {
                    for (int i = 0; i < y.length; i++) {
                        columns[i][j] = vectors[chosen[j]][i];
                    }
                }
                double[] right = Arrays.stream(y).map(v -> -v).toArray();
                double[] found = new SingularValueDecomposition(MatrixUtils.createRealMatrix(columns))
                        .getSolver()
                        .solve(MatrixUtils.createRealVector(right))
                        .toArray();
                for (int j = 0; j < chosen.length; j++) {
                    next[chosen[j]] = found[j];
                }
            }
            double length = 1;
            for (int k : chosen) {
                length = next[k] < 0 ? Math.min(length, w[k] / (w[k] - next[k])) : length;
            }
            if (length == 1) {
                return next;
            }
            double[] moved = new double[w.length];
            for (int k : chosen) {
                moved[k] = w[k] + length * (next[k] - w[k]);
                if (next[k] < 0 && w[k] / (w[k] - next[k]) <= length) {
                    moved[k] = 0;
                    set[k] = false;
                }
            }
            w = moved;
        }
    }

    private static double[] residual(double[] y, double[][] vectors, double[] w) {
        double[] r = y.clone();
        for (int k = 0; k < w.length; k++) {
            for (int i = 0; i < r.length && w[k] > 0; i++) {
                r[i] += w[k] * vectors[k][i];
            }
        }
        return r;
    }

    double norm() {
        return Math.sqrt(Sums.dot(residual, residual));
    }
}
