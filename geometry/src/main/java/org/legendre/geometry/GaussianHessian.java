package org.legendre.geometry;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.legendre.geometry.special.Sums;

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
    private final DMatrixRMaj factor;

    GaussianHessian(double[] mean, PositiveDefinite covariance) {
        DomainException.requireLength("mean", mean, covariance.size());
        this.d = mean.length;
        for (int i = 0; i < d; i++) {
            DomainException.requireFinite("mean entry " + i, mean[i]);
        }
        this.mean = mean;
        this.covariance = covariance;
        this.sigma = new DMatrixRMaj(covariance.toMatrix());
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
        // With R from centred(g): h = Σ⁻¹g₁ and 2M = Σ⁻¹RΣ⁻¹, both through the Cholesky factor; then w = h − 2Mμ.
        DMatrixRMaj m = centred(g);
        eachColumnTwice(m, covariance::solve);
        double[] h = new double[d];
        covariance.solve(Arrays.copyOf(g, d), h);
        for (int i = 0, k = d; i < d; i++) {
            out[i] = h[i];
            for (int j = 0; j < d; j++) {
                double twice = 0.5 * (m.get(i, j) + m.get(j, i));
                out[i] -= twice * mean[j];
                if (j <= i) {
                    out[k++] = i == j ? 0.5 * twice : twice;
                }
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
        // gᵀH⁻¹g = ‖L⁻¹g₁‖² + ½‖L⁻¹RL⁻ᵀ‖².
        DMatrixRMaj white = centred(g);
        eachColumnTwice(white, covariance::solveFactor);
        return covariance.inverseQuadratic(Arrays.copyOf(g, d)) + 0.5 * squares(white);
    }

    @Override
    public double logDeterminant() {
        return (d + 2) * covariance.logDeterminant() + d * Math.log(2);
    }

    /** h = w + 2Mμ, compensated: a change of variance alone has w = −2Mμ, and with a large mean all of h would be rounding. */
    private double[] slope(double[] v, DMatrixRMaj m) {
        double[] h = new double[d];
        double[] left = new double[d + 1];
        double[] right = Arrays.copyOf(mean, d + 1);
        right[d] = 1;
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                left[j] = 2 * m.get(i, j);
            }
            left[d] = v[i];
            h[i] = Sums.dot(left, right);
        }
        return h;
    }

    /** R = G − μg₁ᵀ − g₁μᵀ, with g = (g₁, packed G); compensated for the same reason as the slope. */
    private DMatrixRMaj centred(double[] g) {
        DMatrixRMaj r = matrix(g, 1);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j <= i; j++) {
                double[] left = {r.get(i, j), -mean[i], -mean[j]};
                double entry = Sums.dot(left, new double[] {1, g[j], g[i]});
                r.set(i, j, entry);
                r.set(j, i, entry);
            }
        }
        return r;
    }

    /** Applies a map x ↦ Kx to the columns of a symmetric R and then to the rows: KRKᵀ. */
    private void eachColumnTwice(DMatrixRMaj r, BiConsumer<double[], double[]> map) {
        double[] column = new double[d];
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < d; j++) {
                for (int i = 0; i < d; i++) {
                    column[i] = r.get(i, j);
                }
                map.accept(column, column);
                for (int i = 0; i < d; i++) {
                    r.set(i, j, column[i]);
                }
            }
            CommonOps_DDRM.transpose(r);
        }
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
