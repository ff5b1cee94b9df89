package org.legendre.geometry.family;

import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.KroneckerHessian;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Means;
import org.legendre.geometry.special.Sums;

/** Divergences of matrix normals through s = log λᵢ + log κⱼ, the logarithms of the eigenvalues of the two Kronecker products. */
final class MatrixNormalDivergence {
    private MatrixNormalDivergence() {}

    static double kl(MatrixNormal p, MatrixNormal q) {
        double[] difference = p.mean().minus(q.mean()).toArray();
        return 0.5 * overPairs(p, q, EntropyTerms::expm1mx)
                + 0.5 * new KroneckerHessian(q.rowCovariance(), q.columnCovariance()).inverseQuadratic(difference);
    }

    /** ½ Σ (log(α/λκ + 1 − α) + α log λκ) + ½ α(1−α) δᵀS⁻¹δ with the vector δ of M_p − M_q and S = αU_q⊗V_q + (1−α)U_p⊗V_p. */
    static double skewedJensen(MatrixNormal p, MatrixNormal q, double alpha) {
        double beta = 1 - DomainException.requireFinite("α", alpha);
        double shape = 0.5 * overPairs(p, q, s -> Means.logRatio(Math.exp(-s), 1, Math.expm1(-s), alpha));
        if (alpha == 0
                || beta == 0
                || shape == Double.NEGATIVE_INFINITY
                || p.mean().equals(q.mean())) {
            return shape;
        }
        double[] difference = p.mean().minus(q.mean()).toArray();
        double square = p.columnCovariance().equals(q.columnCovariance())
                ? new KroneckerHessian(mean(q.rowCovariance(), p.rowCovariance(), alpha, beta), p.columnCovariance())
                        .inverseQuadratic(difference)
                : mean(product(q), product(p), alpha, beta).inverseQuadratic(difference);
        return shape + 0.5 * alpha * beta * square;
    }

    private static double overPairs(MatrixNormal p, MatrixNormal q, DoubleUnaryOperator term) {
        double[] rows = PositiveDefinitePencil.logEigenvalues(p.rowCovariance(), q.rowCovariance());
        double[] columns = PositiveDefinitePencil.logEigenvalues(p.columnCovariance(), q.columnCovariance());
        double[] terms = new double[rows.length * columns.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.length; j++) {
                terms[i * columns.length + j] = term.applyAsDouble(rows[i] + columns[j]);
            }
        }
        return Sums.sum(terms);
    }

    private static PositiveDefinite mean(PositiveDefinite a, PositiveDefinite b, double alpha, double beta) {
        double[][] rows = new double[a.size()][a.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                rows[i][j] = alpha * a.get(i, j) + beta * b.get(i, j);
            }
        }
        return PositiveDefinite.of(rows);
    }

    private static PositiveDefinite product(MatrixNormal x) {
        int n = x.rows();
        int p = x.columns();
        double[][] rows = new double[n * p][n * p];
        for (int i = 0; i < n * p; i++) {
            for (int j = 0; j < n * p; j++) {
                rows[i][j] = x.rowCovariance().get(i / p, j / p)
                        * x.columnCovariance().get(i % p, j % p);
            }
        }
        return PositiveDefinite.of(rows);
    }
}
