package org.legendre.optimize.variational;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.MultivariateNormal;

/** The normal N(μ, (diag(s) + BBᵀ)⁻¹) at w = (μ, u, columns of B), s = u², with what is pulled back from the full family. */
final class FactorPoint {
    private final int d;
    private final int rank;
    private final double[] w;
    private final MultivariateNormal normal;

    FactorPoint(int d, int rank, double[] w) {
        this.d = d;
        this.rank = rank;
        this.w = w;
        this.normal = new MultivariateNormal(
                Vec.of(Arrays.copyOf(w, d)),
                PositiveDefinite.ofPacked(d, precision(d, rank, w)).inverse());
    }

    /** Why there is no such normal in binary64; empty if there is. */
    static Optional<String> diagnose(int d, int rank, double[] w) {
        return LogCholesky.diagnose("the precision diag(s) + BBᵀ", d, precision(d, rank, w));
    }

    private static double[] precision(int d, int rank, double[] w) {
        double[] packed = new double[LogCholesky.packedSize(d)];
        for (int i = 0, at = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, at++) {
                packed[at] = i == j ? w[d + i] * w[d + i] : 0;
                for (int k = 2; k < rank + 2; k++) {
                    packed[at] += w[k * d + i] * w[k * d + j];
                }
            }
        }
        return packed;
    }

    /** ds/du. */
    private double scale(int i) {
        return 2 * w[d + i];
    }

    private double factor(int i, int k) {
        return w[(2 + k) * d + i];
    }

    MultivariateNormal normal() {
        return normal;
    }

    /**
     * From a differential (g₁, packed G) in (μ, Σ + μμᵀ), off-diagonals twice: with M the symmetric matrix of G and N = −ΣMΣ, ∂μ = g₁ + 2Mμ, ∂uᵢ = 2uᵢNᵢᵢ, ∂B = 2NB.
     */
    void pull(Vec<Natural> differential, double[] out) {
        DMatrixRMaj m = new DMatrixRMaj(d, d);
        for (int i = 0, at = d; i < d; i++) {
            for (int j = 0; j <= i; j++, at++) {
                m.set(i, j, i == j ? differential.get(at) : 0.5 * differential.get(at));
                m.set(j, i, m.get(i, j));
            }
        }
        DMatrixRMaj sigma = new DMatrixRMaj(normal.covariance().toMatrix());
        DMatrixRMaj half = new DMatrixRMaj(d, d);
        DMatrixRMaj inPrecision = new DMatrixRMaj(d, d);
        CommonOps_DDRM.mult(sigma, m, half);
        CommonOps_DDRM.mult(-1, half, sigma, inPrecision);
        for (int i = 0; i < d; i++) {
            out[i] = differential.get(i);
            out[d + i] = scale(i) * inPrecision.get(i, i);
            for (int j = 0; j < d; j++) {
                out[i] += 2 * m.get(i, j) * w[j];
            }
            for (int k = 0; k < rank; k++) {
                double sum = 0;
                for (int j = 0; j < d; j++) {
                    sum += 2 * inPrecision.get(i, j) * factor(j, k);
                }
                out[(2 + k) * d + i] = sum;
            }
        }
    }

    /**
     * δμᵀΛδμ + ½ tr(ΣδΛΣδΛ), and Σ⟨n, δB⟩² over the rotations n of pairs of columns, which do not change Λ: they complete the form where it is 0. With the damping on the diagonal.
     */
    Metric<Weights, Differential<Weights>> metric(double damping) {
        double[] lambda = precision(d, rank, w);
        double[][] sigma = normal.covariance().toMatrix();
        double[][] raised = new double[rank][d];
        double[][] inner = new double[rank][rank];
        for (int k = 0; k < rank; k++) {
            for (int i = 0; i < d; i++) {
                for (int j = 0; j < d; j++) {
                    raised[k][i] += sigma[i][j] * factor(j, k);
                }
            }
        }
        for (int k = 0; k < rank; k++) {
            for (int l = 0; l < rank; l++) {
                for (int i = 0; i < d; i++) {
                    inner[k][l] += raised[k][i] * factor(i, l);
                }
            }
        }
        int n = w.length;
        double[][] g = new double[n][n];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                g[i][j] = lambda[LogCholesky.index(Math.max(i, j), Math.min(i, j))];
                g[d + i][d + j] = 0.5 * scale(i) * scale(j) * sigma[i][j] * sigma[i][j];
                for (int k = 0; k < rank; k++) {
                    int column = (2 + k) * d + j;
                    g[d + i][column] = scale(i) * sigma[i][j] * raised[k][i];
                    g[column][d + i] = g[d + i][column];
                    for (int l = 0; l < rank; l++) {
                        g[(2 + l) * d + i][column] = raised[l][j] * raised[k][i] + sigma[i][j] * inner[k][l];
                    }
                }
            }
        }
        complete(g);
        for (int i = 0; i < n; i++) {
            g[i][i] += damping;
        }
        return Metric.of(Hessian.dense(PositiveDefinite.symmetrized(g)));
    }

    private void complete(double[][] g) {
        double[] rotation = new double[w.length];
        for (int k = 0; k < rank; k++) {
            for (int l = 0; l < k; l++) {
                Arrays.fill(rotation, 0);
                for (int i = 0; i < d; i++) {
                    rotation[(2 + k) * d + i] = factor(i, l);
                    rotation[(2 + l) * d + i] = -factor(i, k);
                }
                for (int i = 0; i < rotation.length; i++) {
                    for (int j = 0; j < rotation.length; j++) {
                        g[i][j] += rotation[i] * rotation[j];
                    }
                }
            }
        }
    }
}
