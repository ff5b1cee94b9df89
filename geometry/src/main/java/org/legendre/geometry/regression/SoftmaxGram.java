package org.legendre.geometry.regression;

import java.util.Arrays;
import org.legendre.geometry.FactoredHessian;
import org.legendre.geometry.PositiveDefinite;

/**
 * Σ (diag(pᵢ) − pᵢpᵢᵀ + c 11ᵀ/k) ⊗ xᵢxᵢᵀ: it multiplies and measures by the rows, Σ p_c (z_c − z̄)² + c(Σz)²/k, and solves by a Cholesky factor. For
 * c = 0 it is only semidefinite and does not solve.
 */
final class SoftmaxGram extends FactoredHessian {
    private final Inputs inputs;
    private final double[][] probabilities;
    private final double completion;

    SoftmaxGram(Inputs inputs, double[][] probabilities, double completion) {
        this.inputs = inputs;
        this.probabilities = probabilities;
        this.completion = completion;
    }

    private int classes() {
        return probabilities[0].length;
    }

    @Override
    public int size() {
        return classes() * inputs.width();
    }

    @Override
    public void multiply(double[] v, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < probabilities.length; i++) {
            double[] p = probabilities[i];
            double[] z = predictors(i, v);
            double centre = centre(p, z);
            double total = completion * Arrays.stream(z).sum() / z.length;
            for (int c = 0; c < z.length; c++) {
                inputs.add(i, p[c] * (z[c] - centre) + total, out, c * inputs.width());
            }
        }
    }

    @Override
    public double quadratic(double[] v) {
        double sum = 0;
        for (int i = 0; i < probabilities.length; i++) {
            double[] p = probabilities[i];
            double[] z = predictors(i, v);
            double centre = centre(p, z);
            double total = 0;
            for (int c = 0; c < z.length; c++) {
                sum += p[c] * (z[c] - centre) * (z[c] - centre);
                total += z[c];
            }
            sum += completion * total * total / z.length;
        }
        return sum;
    }

    private double[] predictors(int i, double[] v) {
        double[] z = new double[classes()];
        Arrays.setAll(z, c -> inputs.predictor(i, v, c * inputs.width()));
        return z;
    }

    /** Σ p_c z_c, by the distances from the likeliest class, so that equal z are centred exactly. */
    private static double centre(double[] p, double[] z) {
        int likeliest = 0;
        for (int c = 1; c < p.length; c++) {
            likeliest = p[c] > p[likeliest] ? c : likeliest;
        }
        double shift = 0;
        for (int c = 0; c < p.length; c++) {
            shift += p[c] * (z[c] - z[likeliest]);
        }
        return z[likeliest] + shift;
    }

    @Override
    protected PositiveDefinite factorize() {
        return PositiveDefinite.regular(toMatrix(), "inputs whose columns are linearly independent");
    }
}
