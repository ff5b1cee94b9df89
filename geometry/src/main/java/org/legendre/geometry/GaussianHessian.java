package org.legendre.geometry;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The Fisher matrix of N(μ, Σ) in natural coordinates, acting on tangents v = (w, packed V) where M is the symmetric matrix with
 * Mᵢᵢ = Vᵢᵢ and Mᵢⱼ = Vᵢⱼ/2. A tangent is the statistic w·x + xᵀMx, and the matrix is its covariance with (x, xxᵀ): with h = w + 2Mμ the
 * variance is hᵀΣh + 2‖LᵀML‖², two squares (Isserlis 1918 for the fourth moments).
 */
final class GaussianHessian implements Hessian {
    private final int d;
    private final double[] mean;
    private final PositiveDefinite covariance;
    private final DMatrixRMaj sigma;
    private final DMatrixRMaj precision;
    private final DMatrixRMaj factor;

    GaussianHessian(double[] mean, PositiveDefinite covariance) {
        DomainException.requireLength("mean", mean, covariance.size());
        this.d = mean.length;
        this.mean = mean;
        this.covariance = covariance;
        this.sigma = new DMatrixRMaj(covariance.toMatrix());
        this.precision = new DMatrixRMaj(covariance.inverse().toMatrix());
        this.factor = new DMatrixRMaj(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                factor.set(i, j, covariance.factor(i, j));
            }
        }
    }

    @Override
    public int size() {
        return d + d * (d + 1) / 2;
    }

    @Override
    public void multiply(double[] v, double[] out) {
        DMatrixRMaj m = matrix(v, 0.5);
        double[] spread = times(sigma, slope(v, m));
        DMatrixRMaj twice = sandwich(sigma, m);
        for (int i = 0, k = d; i < d; i++) {
            out[i] = spread[i];
            for (int j = 0; j <= i; j++, k++) {
                out[k] = mean[i] * spread[j] + mean[j] * spread[i] + 2 * twice.get(i, j);
            }
        }
    }

    @Override
    public void solve(double[] g, double[] out) {
        double[] h = times(precision, g);
        DMatrixRMaj m = sandwich(precision, centred(g));
        for (int i = 0, k = d; i < d; i++) {
            double shift = 0;
            for (int j = 0; j < d; j++) {
                shift += m.get(i, j) * mean[j];
            }
            out[i] = h[i] - shift;
            for (int j = 0; j <= i; j++, k++) {
                out[k] = i == j ? 0.5 * m.get(i, i) : m.get(i, j);
            }
        }
    }

    @Override
    public double quadratic(double[] v) {
        DMatrixRMaj m = matrix(v, 0.5);
        DMatrixRMaj right = new DMatrixRMaj(d, d);
        DMatrixRMaj white = new DMatrixRMaj(d, d);
        CommonOps_DDRM.mult(m, factor, right);
        CommonOps_DDRM.multTransA(factor, right, white);
        return covariance.quadratic(slope(v, m)) + 2 * squares(white);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        // ½‖L⁻¹RL⁻ᵀ‖²: whiten the columns, then the rows.
        DMatrixRMaj white = centred(g);
        for (int pass = 0; pass < 2; pass++) {
            double[] column = new double[d];
            for (int j = 0; j < d; j++) {
                for (int i = 0; i < d; i++) {
                    column[i] = white.get(i, j);
                }
                covariance.solveFactor(column, column);
                for (int i = 0; i < d; i++) {
                    white.set(i, j, column[i]);
                }
            }
            CommonOps_DDRM.transpose(white);
        }
        double[] first = Arrays.copyOf(g, d);
        return covariance.inverseQuadratic(first) + 0.5 * squares(white);
    }

    @Override
    public double logDeterminant() {
        return (d + 2) * covariance.logDeterminant() + d * Math.log(2);
    }

    /** h = w + 2Mμ. */
    private double[] slope(double[] v, DMatrixRMaj m) {
        double[] h = new double[d];
        for (int i = 0; i < d; i++) {
            double sum = 0;
            for (int j = 0; j < d; j++) {
                sum += m.get(i, j) * mean[j];
            }
            h[i] = v[i] + 2 * sum;
        }
        return h;
    }

    /** R = G − μg₁ᵀ − g₁μᵀ, with g = (g₁, packed G). */
    private DMatrixRMaj centred(double[] g) {
        DMatrixRMaj r = matrix(g, 1);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                r.set(i, j, r.get(i, j) - mean[i] * g[j] - mean[j] * g[i]);
            }
        }
        return r;
    }

    private DMatrixRMaj matrix(double[] v, double offDiagonal) {
        DMatrixRMaj m = new DMatrixRMaj(d, d);
        for (int i = 0, k = d; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                double entry = i == j ? v[k] : offDiagonal * v[k];
                m.set(i, j, entry);
                m.set(j, i, entry);
            }
        }
        return m;
    }

    private DMatrixRMaj sandwich(DMatrixRMaj outer, DMatrixRMaj inner) {
        DMatrixRMaj half = new DMatrixRMaj(d, d);
        DMatrixRMaj full = new DMatrixRMaj(d, d);
        CommonOps_DDRM.mult(outer, inner, half);
        CommonOps_DDRM.mult(half, outer, full);
        return full;
    }

    private double[] times(DMatrixRMaj matrix, double[] v) {
        double[] out = new double[d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                out[i] += matrix.get(i, j) * v[j];
            }
        }
        return out;
    }

    private static double squares(DMatrixRMaj m) {
        double sum = 0;
        for (int k = 0; k < m.getNumElements(); k++) {
            sum += m.get(k) * m.get(k);
        }
        return sum;
    }
}
