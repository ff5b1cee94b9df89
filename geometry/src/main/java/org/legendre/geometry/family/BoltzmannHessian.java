package org.legendre.geometry.family;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;

/**
 * The covariance of the statistic of a Boltzmann machine. Products and squared lengths go over the states, O(2ⁿ) and no matrix; to solve, the matrix is
 * formed once, in flipped units, from the moments of up to four of them.
 */
final class BoltzmannHessian implements Hessian {
    private final BoltzmannStates states;
    private volatile @Nullable PositiveDefinite flipped;

    BoltzmannHessian(BoltzmannStates states) {
        this.states = states;
    }

    @Override
    public int size() {
        return BinaryTables.dimension(states.n());
    }

    @Override
    public void multiply(double[] v, double[] out) {
        double[] weight = states.centred(v);
        for (int z = 0; z < weight.length; z++) {
            weight[z] *= states.probability()[z];
        }
        double[] image = states.flippedCovector(states.mean(weight));
        System.arraycopy(image, 0, out, 0, out.length);
    }

    @Override
    public void solve(double[] g, double[] out) {
        double[] solution = new double[g.length];
        matrix().solve(states.flippedCovector(g), solution);
        System.arraycopy(states.flipped(solution), 0, out, 0, out.length);
    }

    @Override
    public double quadratic(double[] v) {
        return states.meanSquare(states.centred(v));
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return matrix().inverseQuadratic(states.flippedCovector(g));
    }

    /** {@inheritDoc} Flipping has the determinant ±1. */
    @Override
    public double logDeterminant() {
        return matrix().logDeterminant();
    }

    @Override
    public double[][] toMatrix() {
        int size = size();
        double[][] half = matrix().toMatrix();
        Arrays.setAll(half, i -> states.flippedCovector(half[i]));
        double[][] rows = new double[size][size];
        for (int j = 0; j < size; j++) {
            double[] column = new double[size];
            for (int i = 0; i < size; i++) {
                column[i] = half[i][j];
            }
            double[] image = states.flippedCovector(column);
            for (int i = 0; i < size; i++) {
                rows[i][j] = image[i];
            }
        }
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < i; j++) {
                rows[i][j] = 0.5 * rows[i][j] + 0.5 * rows[j][i];
                rows[j][i] = rows[i][j];
            }
        }
        return rows;
    }

    /** cov(y_S, y_T) = E[y_{S ∪ T}] − E[y_S] E[y_T], whose expectations are of rare states. */
    private PositiveDefinite matrix() {
        PositiveDefinite known = flipped;
        if (known == null) {
            int n = states.n();
            double[] moment = new double[1 << n];
            BinaryTables.moments(states.probability(), n, 4, (mask, value) -> moment[mask] = value);
            int[] masks = new int[size()];
            for (int i = 0; i < n; i++) {
                masks[i] = 1 << i;
                for (int j = 0; j < i; j++) {
                    masks[BinaryTables.coupling(n, i, j)] = 1 << i | 1 << j;
                }
            }
            double[][] rows = new double[masks.length][masks.length];
            for (int i = 0; i < masks.length; i++) {
                for (int j = 0; j < masks.length; j++) {
                    rows[i][j] = moment[masks[i] | masks[j]] - moment[masks[i]] * moment[masks[j]];
                }
            }
            known = PositiveDefinite.of(rows);
            flipped = known;
        }
        return known;
    }
}
