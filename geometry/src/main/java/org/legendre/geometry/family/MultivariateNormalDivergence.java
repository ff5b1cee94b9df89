package org.legendre.geometry.family;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/** KL between two normals from means and covariances, as a sum of nonnegative terms. */
final class MultivariateNormalDivergence {
    /** Up to this whitened difference the eigenvalues are taken: each is then known to a rounding of itself plus 1. */
    private static final double NEAR = 0.5;

    private MultivariateNormalDivergence() {}

    /**
     * ½ (tr Σ_q⁻¹Σ_p − d − log det Σ_q⁻¹Σ_p) + ½ ‖L_q⁻¹(μ_p − μ_q)‖².
     *
     * <p>Near equality the first part is ½ Σ (eᵢ − log(1 + eᵢ)) over the eigenvalues of E = L_q⁻¹(Σ_p − Σ_q)L_q⁻ᵀ, where the difference has been
     * formed exactly. Elsewhere small eigenvalues of 1 + E would drown in the rounding of large ones; there, with the triangular M = L_q⁻¹L_p,
     * it is ½ Σᵢ (mᵢᵢ² − 1 − log mᵢᵢ²) + ½ Σ_{i&gt;j} mᵢⱼ².
     */
    static double kl(double[] meanP, PositiveDefinite p, double[] meanQ, PositiveDefinite q) {
        int d = meanP.length;
        double[] difference = new double[d];
        for (int i = 0; i < d; i++) {
            difference[i] = meanP[i] - meanQ[i];
        }
        return 0.5 * shape(p, q) + 0.5 * q.inverseQuadratic(difference);
    }

    private static double shape(PositiveDefinite p, PositiveDefinite q) {
        DMatrixRMaj e = whitenedDifference(p, q);
        double norm = 0;
        for (int k = 0; k < e.getNumElements(); k++) {
            norm += e.get(k) * e.get(k);
        }
        return norm <= NEAR * NEAR ? byEigenvalues(e) : byFactors(p, q);
    }

    /** L_q⁻¹(Σ_p − Σ_q)L_q⁻ᵀ. */
    static DMatrixRMaj whitenedDifference(PositiveDefinite p, PositiveDefinite q) {
        int d = p.size();
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = p.get(i, j) - q.get(i, j);
            }
            // Row i of Σ_p − Σ_q is its column i: L_q⁻¹ from the left.
            q.solveFactor(rows[i], rows[i]);
        }
        double[] column = new double[d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < d; i++) {
                column[i] = rows[i][j];
            }
            q.solveFactor(column, column);
            for (int i = 0; i < d; i++) {
                rows[i][j] = column[i];
            }
        }
        DMatrixRMaj e = new DMatrixRMaj(d, d);
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                e.set(i, j, 0.5 * (rows[i][j] + rows[j][i]));
            }
        }
        return e;
    }

    private static double byEigenvalues(DMatrixRMaj e) {
        int d = e.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, false, true);
        if (!eigen.decompose(e)) {
            throw new ConvergenceException("the eigenvalues of L_q⁻¹(Σ_p − Σ_q)L_q⁻ᵀ were not found", Double.NaN);
        }
        double[] terms = new double[d];
        for (int i = 0; i < d; i++) {
            terms[i] = -Logs.log1pmx(eigen.getEigenvalue(i).getReal());
        }
        return Sums.sum(terms);
    }

    private static double byFactors(PositiveDefinite p, PositiveDefinite q) {
        int d = p.size();
        double[] column = new double[d];
        double sum = 0;
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < d; i++) {
                column[i] = p.factor(i, j);
            }
            q.solveFactor(column, column);
            sum += Logs.xm1mlogx(column[j] * column[j]);
            for (int i = j + 1; i < d; i++) {
                sum += column[i] * column[i];
            }
        }
        return sum;
    }
}
