package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Means;
import org.legendre.geometry.special.Sums;

/**
 * Vectors of independent normals of means μᵢ, consecutive groups of equal size s sharing a variance v: s = 1 for the diagonal normals, one group for
 * the isotropic ones.
 *
 * <p>θ = (μᵢ/v, −1/2v of each group), T = (x, Σ xᵢ² of each group), η = (μ, Σ μᵢ² + sv), ψ(θ) = Σ μᵢ²/2v + ½ s Σ log v.
 */
final class IndependentNormals {
    static final double HALF_LOG_2PI = 0.9189385332046727;

    private final double[] mean;
    private final double[] variance;
    private final int size;

    IndependentNormals(double[] mean, double[] variance) {
        this.mean = mean;
        this.variance = variance;
        this.size = mean.length / variance.length;
    }

    static Legendre<Natural, Expectation> legendre(int d, int groups) {
        return Legendre.of(new LogPartition(d, groups, false), new LogPartition(d, groups, true));
    }

    double[] mean() {
        return mean;
    }

    double[] variance() {
        return variance;
    }

    static IndependentNormals ofNatural(int groups, double[] t) {
        double[] variance = new double[groups];
        double[] mean = Arrays.copyOf(t, t.length - groups);
        Arrays.setAll(variance, k -> -0.5 / t[mean.length + k]);
        for (int i = 0; i < mean.length; i++) {
            mean[i] = -0.5 * t[i] / t[mean.length + i / (mean.length / groups)];
        }
        return new IndependentNormals(mean, variance);
    }

    static IndependentNormals ofExpectation(int groups, double[] e) {
        int d = e.length - groups;
        double[] mean = Arrays.copyOf(e, d);
        return new IndependentNormals(mean, variances(groups, e));
    }

    /** (η₂ − Σ η₁²)/s of each group, compensated. */
    static double[] variances(int groups, double[] e) {
        int d = e.length - groups;
        int size = d / groups;
        double[] variance = new double[groups];
        for (int k = 0; k < groups; k++) {
            double[] left = Arrays.copyOfRange(e, k * size, (k + 1) * size + 1);
            double[] right = new double[size + 1];
            for (int i = 0; i < size; i++) {
                right[i] = -left[i];
            }
            left[size] = e[d + k];
            right[size] = 1;
            variance[k] = Sums.dot(left, right) / size;
        }
        return variance;
    }

    double[] natural() {
        double[] t = Arrays.copyOf(mean, mean.length + variance.length);
        for (int i = 0; i < mean.length; i++) {
            t[i] = mean[i] / variance[i / size];
        }
        for (int k = 0; k < variance.length; k++) {
            t[mean.length + k] = -0.5 / variance[k];
        }
        return t;
    }

    double[] expectation() {
        double[] e = Arrays.copyOf(mean, mean.length + variance.length);
        for (int k = 0; k < variance.length; k++) {
            double[] group = Arrays.copyOfRange(mean, k * size, (k + 1) * size);
            e[mean.length + k] = Sums.dot(group, group) + size * variance[k];
        }
        return e;
    }

    double potential() {
        double sum = 0;
        for (int i = 0; i < mean.length; i++) {
            sum += 0.5 * (mean[i] / variance[i / size] * mean[i]);
        }
        for (double v : variance) {
            sum += 0.5 * size * Math.log(v);
        }
        return sum;
    }

    /** The variance of Σ wᵢxᵢ + Σ m xᵢ² is Σ (wᵢ + 2mμᵢ)² v + 2s m²v²: a diagonal matrix after a shear. */
    Hessian fisher() {
        return new ShearedHessian(inSource(1), new Slopes(this));
    }

    /** diag(v, 2sv²), or with sign −1 that of (μ, v): diag(1/v, s/2v²). */
    Hessian inSource(int sign) {
        double[] diagonal = new double[mean.length + variance.length];
        for (int i = 0; i < mean.length; i++) {
            diagonal[i] = sign > 0 ? variance[i / size] : 1 / variance[i / size];
        }
        for (int k = 0; k < variance.length; k++) {
            double v = variance[k];
            diagonal[mean.length + k] = sign > 0 ? 2 * size * v * v : 0.5 * size / v / v;
        }
        return Hessian.diagonal(diagonal);
    }

    /** ∂θ/∂(μ, v). */
    double[][] jacobian() {
        int d = mean.length;
        double[][] rows = new double[d + variance.length][d + variance.length];
        for (int i = 0; i < d; i++) {
            double v = variance[i / size];
            rows[i][i] = 1 / v;
            rows[i][d + i / size] = -mean[i] / v / v;
        }
        for (int k = 0; k < variance.length; k++) {
            rows[d + k][d + k] = 0.5 / variance[k] / variance[k];
        }
        return rows;
    }

    double logDensity(double[] x) {
        DomainException.requireLength("observation", x, mean.length);
        double sum = -mean.length * HALF_LOG_2PI;
        for (int i = 0; i < x.length; i++) {
            double z = (x[i] - mean[i]) / Math.sqrt(variance[i / size]);
            sum -= 0.5 * (z * z + Math.log(variance[i / size]));
        }
        return sum;
    }

    double entropy() {
        double sum = mean.length * (0.5 + HALF_LOG_2PI);
        for (double v : variance) {
            sum += 0.5 * size * Math.log(v);
        }
        return sum;
    }

    double klTo(IndependentNormals q) {
        double sum = 0;
        for (int k = 0; k < variance.length; k++) {
            sum += 0.5 * size * Logs.itakuraSaitoTerm(variance[k], q.variance[k]);
        }
        for (int i = 0; i < mean.length; i++) {
            double difference = mean[i] - q.mean[i];
            sum += 0.5 * (difference / q.variance[i / size] * difference);
        }
        return sum;
    }

    /** ½ Σ [log-ratio of the means of precisions + α(1−α)(μ_p − μ_q)²/(αv_q + (1−α)v_p)]. */
    double skewedJensen(IndependentNormals q, double alpha) {
        double beta = 1 - DomainException.requireFinite("α", alpha);
        double sum = 0;
        for (int k = 0; k < variance.length; k++) {
            sum += 0.5 * size * Means.logRatio(q.variance[k], variance[k], alpha);
        }
        if (sum == Double.NEGATIVE_INFINITY || alpha == 0 || beta == 0) {
            return sum;
        }
        for (int i = 0; i < mean.length; i++) {
            double difference = mean[i] - q.mean[i];
            if (difference != 0) {
                double between = alpha * q.variance[i / size] + beta * variance[i / size];
                sum += 0.5 * alpha * beta * (difference / between * difference);
            }
        }
        return sum;
    }

    double[] sample(RandomGenerator random) {
        double[] x = mean.clone();
        for (int i = 0; i < x.length; i++) {
            x[i] += Math.sqrt(variance[i / size]) * random.nextGaussian();
        }
        return x;
    }

    /** w ↦ w + 2mμ. */
    private record Slopes(IndependentNormals normals) implements ShearedHessian.Shear {
        @Override
        public void add(double[] v, double sign) {
            int d = normals.mean.length;
            for (int i = 0; i < d; i++) {
                v[i] = Math.fma(2 * sign * v[d + i / normals.size], normals.mean[i], v[i]);
            }
        }

        @Override
        public void addTransposed(double[] g, double sign) {
            int d = normals.mean.length;
            for (int k = 0; k < normals.variance.length; k++) {
                double[] left = Arrays.copyOfRange(normals.mean, k * normals.size, (k + 1) * normals.size + 1);
                double[] right = Arrays.copyOfRange(g, k * normals.size, (k + 1) * normals.size + 1);
                left[normals.size] = 0.5 * sign;
                right[normals.size] = g[d + k];
                g[d + k] = 2 * sign * Sums.dot(left, right);
            }
        }
    }

    /** ψ, or with its flag ψ*(η) = −½ s Σ log v − ½d. */
    private record LogPartition(int d, int groups, boolean conjugate) implements Potential {
        private IndependentNormals at(double[] x) {
            return conjugate ? ofExpectation(groups, x) : ofNatural(groups, x);
        }

        @Override
        public Domain domain() {
            return conjugate
                    ? new IndependentExpectations(d, groups)
                    : Domain.product(Domain.reals(d), Domain.negative(groups));
        }

        @Override
        public double value(double[] x) {
            IndependentNormals p = at(x);
            return conjugate ? d * HALF_LOG_2PI - p.entropy() : p.potential();
        }

        @Override
        public void gradient(double[] x, double[] out) {
            IndependentNormals p = at(x);
            System.arraycopy(conjugate ? p.natural() : p.expectation(), 0, out, 0, out.length);
        }

        @Override
        public Hessian hessian(double[] x) {
            Hessian fisher = at(x).fisher();
            return conjugate ? fisher.inverse() : fisher;
        }
    }
}
