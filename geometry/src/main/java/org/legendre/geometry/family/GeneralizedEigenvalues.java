package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.function.DoubleBinaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.special.Sums;

/**
 * The eigenvalues λᵢ &gt; 0 of A⁻¹B for positive definite A and B, as λᵢ and λᵢ − 1: what divergences and distances of covariances depend on.
 *
 * <p>Near equality they come from the eigenvalues of E = L⁻¹(B − A)L⁻ᵀ, A = LLᵀ, where the difference has been formed exactly. Elsewhere small
 * eigenvalues of 1 + E would drown in the rounding of large ones; there they are the squared singular values of M = L⁻¹L_B by one-sided Jacobi
 * rotations, whose errors are relative to each (J. Demmel and K. Veselić, Jacobi's method is more accurate than QR, SIAM J. Matrix Anal. Appl. 13
 * (1992)).
 */
final class GeneralizedEigenvalues {
    /** Up to this norm of E its eigenvalues are taken: each is then known to a rounding of itself plus 1. */
    private static final double NEAR = 0.5;
    /** Columns whose cosine is below this are orthogonal. */
    private static final double ORTHOGONAL = 4 * Math.ulp(1.0);

    private static final int SWEEPS = 60;

    private final double[] values;
    private final double[] excesses;

    private GeneralizedEigenvalues(double[] values, double[] excesses) {
        this.values = values;
        this.excesses = excesses;
    }

    /** Σ f(λᵢ, λᵢ − 1), of which both are accurate. */
    double sum(DoubleBinaryOperator f) {
        double[] terms = new double[values.length];
        Arrays.setAll(terms, i -> f.applyAsDouble(values[i], excesses[i]));
        return Sums.sum(terms);
    }

    static GeneralizedEigenvalues of(PositiveDefinite a, PositiveDefinite b) {
        DMatrixRMaj e = MultivariateNormalDivergence.whitenedDifference(b, a);
        double norm = 0;
        for (int k = 0; k < e.getNumElements(); k++) {
            norm += e.get(k) * e.get(k);
        }
        return norm <= NEAR * NEAR ? near(e) : far(a, b);
    }

    private static GeneralizedEigenvalues near(DMatrixRMaj e) {
        int d = e.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, false, true);
        if (!eigen.decompose(e)) {
            throw new ConvergenceException("the eigenvalues of L⁻¹(B − A)L⁻ᵀ were not found", Double.NaN);
        }
        double[] excesses = new double[d];
        Arrays.setAll(excesses, i -> eigen.getEigenvalue(i).getReal());
        return new GeneralizedEigenvalues(
                Arrays.stream(excesses).map(x -> 1 + x).toArray(), excesses);
    }

    private static GeneralizedEigenvalues far(PositiveDefinite a, PositiveDefinite b) {
        int d = a.size();
        double[][] columns = new double[d][d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < d; i++) {
                columns[j][i] = b.factor(i, j);
            }
            a.solveFactor(columns[j], columns[j]);
        }
        orthogonalize(columns);
        double[] values = new double[d];
        Arrays.setAll(values, j -> Sums.dot(columns[j], columns[j]));
        return new GeneralizedEigenvalues(
                values, Arrays.stream(values).map(x -> x - 1).toArray());
    }

    /** Rotates pairs of columns until all are orthogonal; their lengths are the singular values. */
    private static void orthogonalize(double[][] columns) {
        double worst = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < SWEEPS && worst > ORTHOGONAL; sweep++) {
            worst = 0;
            for (int i = 0; i < columns.length; i++) {
                for (int j = i + 1; j < columns.length; j++) {
                    worst = Math.max(worst, rotate(columns[i], columns[j]));
                }
            }
        }
        if (worst > 1e-12) {
            throw new ConvergenceException("the singular values of L⁻¹L′ were not found", worst);
        }
    }

    /** Makes x and y orthogonal and returns the cosine that they had. */
    private static double rotate(double[] x, double[] y) {
        double xx = Math.sqrt(Sums.dot(x, x));
        double yy = Math.sqrt(Sums.dot(y, y));
        double cosine = Sums.dot(x, y) / xx / yy;
        if (!(Math.abs(cosine) > ORTHOGONAL)) {
            return 0;
        }
        double zeta = 0.5 * (yy / xx - xx / yy) / cosine;
        double t = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = c * t;
        for (int k = 0; k < x.length; k++) {
            double old = x[k];
            x[k] = c * old - s * y[k];
            y[k] = s * old + c * y[k];
        }
        return Math.abs(cosine);
    }
}
