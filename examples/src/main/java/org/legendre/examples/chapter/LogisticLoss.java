package org.legendre.examples.chapter;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.special.Logistic;
import org.legendre.optimize.Objective;

/** The negative log-likelihood Σ log(1 + e^⟨w,x⟩) − y⟨w, x⟩ of a logistic regression, with its Fisher metric Σ p(1−p) xxᵀ. */
final class LogisticLoss implements Objective<Weights, Differential<Weights>> {
    private final double[][] inputs;
    private final double[] labels;

    /**
     * Takes the data, which are not copied.
     *
     * @param inputs rows of features, the first of them 1 for the intercept
     * @param labels 0 or 1
     */
    LogisticLoss(double[][] inputs, double[] labels) {
        this.inputs = inputs;
        this.labels = labels;
    }

    @Override
    public int size() {
        return inputs[0].length;
    }

    @Override
    public double value(double[] w) {
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            double logit = dot(w, inputs[i]);
            // log(1 + e^z) − yz is log(1 + e^−z) where y = 1: no difference of large numbers.
            sum += Logistic.log1pexp(labels[i] == 1 ? -logit : logit);
        }
        return sum;
    }

    @Override
    public double gradient(double[] w, double[] out) {
        Arrays.fill(out, 0);
        for (int i = 0; i < inputs.length; i++) {
            double logit = dot(w, inputs[i]);
            double residual = labels[i] == 1 ? -Logistic.logistic(-logit) : Logistic.logistic(logit);
            for (int j = 0; j < out.length; j++) {
                out[j] += residual * inputs[i][j];
            }
        }
        return value(w);
    }

    /** The Fisher metric at w. */
    Metric<Weights, Differential<Weights>> fisher(Vec<Weights> at) {
        double[] w = at.toArray();
        int n = w.length;
        double[][] g = new double[n][n];
        for (double[] x : inputs) {
            double logit = dot(w, x);
            double weight = Logistic.logistic(logit) * Logistic.logistic(-logit);
            for (int j = 0; j < n; j++) {
                for (int k = 0; k < n; k++) {
                    g[j][k] += weight * x[j] * x[k];
                }
            }
        }
        return Metric.of(Hessian.dense(PositiveDefinite.symmetrized(g)));
    }

    /** The largest eigenvalue of ¼XᵀX, an upper bound on the curvature, by power iteration. */
    double smoothness() {
        double[] v = new double[size()];
        Arrays.fill(v, 1);
        double length = 0;
        for (int k = 0; k < 200; k++) {
            double[] next = new double[v.length];
            for (double[] x : inputs) {
                double projection = dot(v, x);
                for (int j = 0; j < v.length; j++) {
                    next[j] += 0.25 * projection * x[j];
                }
            }
            length = Math.sqrt(dot(next, next));
            for (int j = 0; j < v.length; j++) {
                v[j] = next[j] / length;
            }
        }
        return length;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int j = 0; j < a.length; j++) {
            sum += a[j] * b[j];
        }
        return sum;
    }
}
