package org.legendre.optimize.variational;

import org.legendre.geometry.family.DiagonalNormal;
import org.legendre.geometry.family.MultivariateNormal;

/** What linear predictors need of a Gaussian family: the mean and variance of ⟨x, w⟩, and the differential of a function of both in expectation coordinates. */
interface GaussianMarginals<P> {
    /** μ. */
    double[] mean(P q);

    /** xᵀΣx ≥ 0. */
    double variance(P q, double[] x);

    /**
     * Adds the differential of a function with derivatives slope in ⟨x, μ⟩ and ½·curvature in xᵀΣx.
     *
     * @param predictor ⟨x, μ⟩
     */
    void add(double[] mean, double[] x, double predictor, double slope, double curvature, double[] gradient);

    /** m = (μ, packed Σ + μμᵀ): at constant Σ + μμᵀ, μ moves Σ, hence slope − curvature·⟨x, μ⟩. */
    GaussianMarginals<MultivariateNormal> FULL = new GaussianMarginals<>() {
        @Override
        public double[] mean(MultivariateNormal q) {
            return q.mean().toArray();
        }

        @Override
        public double variance(MultivariateNormal q, double[] x) {
            return q.covariance().quadratic(x);
        }

        @Override
        public void add(
                double[] mean, double[] x, double predictor, double slope, double curvature, double[] gradient) {
            int d = x.length;
            double first = slope - curvature * predictor;
            for (int i = 0, k = d; i < d; i++) {
                gradient[i] += first * x[i];
                double row = curvature * x[i];
                for (int j = 0; j < i; j++, k++) {
                    gradient[k] += row * x[j];
                }
                gradient[k++] += 0.5 * row * x[i];
            }
        }
    };

    /** m = (μᵢ, vᵢ + μᵢ²). */
    GaussianMarginals<DiagonalNormal> DIAGONAL = new GaussianMarginals<>() {
        @Override
        public double[] mean(DiagonalNormal q) {
            return q.mean().toArray();
        }

        @Override
        public double variance(DiagonalNormal q, double[] x) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * x[i] * q.variances().get(i);
            }
            return sum;
        }

        @Override
        public void add(
                double[] mean, double[] x, double predictor, double slope, double curvature, double[] gradient) {
            int d = x.length;
            for (int i = 0; i < d; i++) {
                double square = curvature * x[i] * x[i];
                gradient[i] += slope * x[i] - square * mean[i];
                gradient[d + i] += 0.5 * square;
            }
        }
    };
}
