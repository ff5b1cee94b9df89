package org.legendre.optimize.information;

import java.util.Arrays;
import org.legendre.geometry.Hessian;

/**
 * The covariance of (1[z = j], j &lt; k; 1[z = j]T). A tangent (a, v) is the statistic a_z + ⟨v_z, T⟩; its mean given z is c_z = a_z + ⟨v_z, η_z⟩ (a_k = 0), so that its variance is Σ πⱼvⱼᵀHⱼvⱼ + Σ πⱼ(cⱼ − c̄)².
 */
final class CompleteDataHessian implements Hessian {
    private final double[] weights;
    private final double[][] means;
    private final Hessian[] covariances;
    private final int k;
    private final int m;

    CompleteDataHessian(double[] weights, double[][] means, Hessian[] covariances) {
        this.weights = weights;
        this.means = means;
        this.covariances = covariances;
        this.k = weights.length;
        this.m = covariances[0].size();
    }

    @Override
    public int size() {
        return k - 1 + k * m;
    }

    private double[] part(double[] v, int j) {
        return Arrays.copyOfRange(v, k - 1 + j * m, k - 1 + (j + 1) * m);
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }

    /** cⱼ − c̄. */
    private double[] deviations(double[] v) {
        double[] c = new double[k];
        double mean = 0;
        for (int j = 0; j < k; j++) {
            c[j] = (j < k - 1 ? v[j] : 0) + dot(part(v, j), means[j]);
            mean += weights[j] * c[j];
        }
        for (int j = 0; j < k; j++) {
            c[j] -= mean;
        }
        return c;
    }

    @Override
    public void multiply(double[] v, double[] out) {
        double[] c = deviations(v);
        double[] image = new double[m];
        for (int j = 0; j < k; j++) {
            covariances[j].multiply(part(v, j), image);
            for (int i = 0; i < m; i++) {
                out[k - 1 + j * m + i] = weights[j] * (c[j] * means[j][i] + image[i]);
            }
            if (j < k - 1) {
                out[j] = weights[j] * c[j];
            }
        }
    }

    /** What g says of the weights: their changes, which sum to 0. */
    private double[] changes(double[] g) {
        double[] changes = Arrays.copyOf(g, k);
        changes[k - 1] = 0;
        for (int j = 0; j < k - 1; j++) {
            changes[k - 1] -= g[j];
        }
        return changes;
    }

    /** Hⱼvⱼ = (gⱼ − δπⱼηⱼ)/πⱼ: the change of the mean of component j. */
    private double[] moved(double[] g, double change, int j) {
        double[] moved = part(g, j);
        for (int i = 0; i < m; i++) {
            moved[i] = (moved[i] - change * means[j][i]) / weights[j];
        }
        return moved;
    }

    @Override
    public void solve(double[] g, double[] out) {
        double[] changes = changes(g);
        double[] v = new double[m];
        double last = 0;
        for (int j = k - 1; j >= 0; j--) {
            covariances[j].solve(moved(g, changes[j], j), v);
            System.arraycopy(v, 0, out, k - 1 + j * m, m);
            double level = changes[j] / weights[j] - dot(v, means[j]);
            if (j == k - 1) {
                last = level;
            } else {
                out[j] = level - last;
            }
        }
    }

    @Override
    public double quadratic(double[] v) {
        double[] c = deviations(v);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += weights[j] * (c[j] * c[j] + covariances[j].quadratic(part(v, j)));
        }
        return sum;
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double[] changes = changes(g);
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += changes[j] / weights[j] * changes[j]
                    + weights[j] * covariances[j].inverseQuadratic(moved(g, changes[j], j));
        }
        return sum;
    }

    @Override
    public double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < k; j++) {
            sum += (m + 1) * Math.log(weights[j]) + covariances[j].logDeterminant();
        }
        return sum;
    }
}
