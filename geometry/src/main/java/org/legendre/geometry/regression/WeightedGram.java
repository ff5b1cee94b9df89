package org.legendre.geometry.regression;

import java.util.Arrays;
import org.legendre.geometry.FactoredHessian;
import org.legendre.geometry.PositiveDefinite;

/** XᵀWX with a diagonal W ≥ 0: it multiplies and measures by the rows, Σ wᵢ⟨xᵢ, v⟩², and solves by a Cholesky factor. */
final class WeightedGram extends FactoredHessian {
    private final Inputs inputs;
    private final double[] weights;

    WeightedGram(Inputs inputs, double[] weights) {
        this.inputs = inputs;
        this.weights = weights;
    }

    @Override
    public int size() {
        return inputs.width();
    }

    @Override
    public void multiply(double[] v, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < weights.length; i++) {
            inputs.add(i, weights[i] * inputs.predictor(i, v, 0), out, 0);
        }
    }

    @Override
    public double quadratic(double[] v) {
        double sum = 0;
        for (int i = 0; i < weights.length; i++) {
            double z = inputs.predictor(i, v, 0);
            sum += weights[i] * z * z;
        }
        return sum;
    }

    @Override
    public double[][] toMatrix() {
        int n = size();
        double[][] rows = new double[n][n];
        for (int i = 0; i < weights.length; i++) {
            double[] x = inputs.row(i);
            for (int j = 0; j < n; j++) {
                for (int k = 0; k <= j; k++) {
                    rows[j][k] += weights[i] * x[j] * x[k];
                }
            }
        }
        for (int j = 0; j < n; j++) {
            for (int k = 0; k < j; k++) {
                rows[k][j] = rows[j][k];
            }
        }
        return rows;
    }

    @Override
    protected PositiveDefinite factorize() {
        return PositiveDefinite.regular(
                toMatrix(), "inputs whose columns are linearly independent where the weights are not 0");
    }
}
