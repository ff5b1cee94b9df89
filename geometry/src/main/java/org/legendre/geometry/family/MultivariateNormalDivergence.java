package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.special.Logs;

/**
 * KL between two normals from means and Cholesky factors, as a sum of nonnegative terms. An object is the working memory of one thread for one
 * dimension.
 *
 * <p>It is ½ (tr Σ_q⁻¹Σ_p − d − log det Σ_q⁻¹Σ_p) + ½ ‖z‖² with z = L_q⁻¹(μ_p − μ_q). With the triangular M = L_q⁻¹L_p the first part is
 * ½ Σᵢ (mᵢᵢ² − 1 − log mᵢᵢ²) + ½ Σ_{i&gt;j} mᵢⱼ². Near equality the rounding of M is too large for that; there it is ½ Σ (eᵢ − log(1 + eᵢ)) over the
 * eigenvalues of E = L_q⁻¹(Σ_p − Σ_q)L_q⁻ᵀ, where the difference has been formed exactly. Elsewhere small eigenvalues of 1 + E would drown in the
 * rounding of large ones.
 */
final class MultivariateNormalDivergence {
    /** Below this the eigenvalues are taken: each is then between −0.4 and 0.5, and known to a rounding of 1. */
    private static final double NEAR = 0.09;

    /** The rows (zᵢ, mᵢ₀, …, mᵢᵢ, 0, …, 0), the four that are taken at a time of one length, so that a loop may run over all of them. */
    private final double[][] rows;

    private final double[] factor;
    private final double[] nextFactor;
    private final double[] squares;

    MultivariateNormalDivergence(int d) {
        this.rows = new double[d][];
        Arrays.setAll(rows, i -> new double[(i + 8) / 4 * 4]);
        this.factor = new double[d];
        this.nextFactor = new double[d];
        this.squares = new double[d + 1];
    }

    /** KL(p‖q) of two normals of this dimension. */
    double kl(MultivariateNormal p, MultivariateNormal q) {
        double twice = byFactors(p, q);
        if (twice < NEAR) {
            double[] difference = p.mean().minus(q.mean()).toArray();
            twice = PositiveDefinitePencil.itakuraSaito(p.covariance(), q.covariance())
                    + q.covariance().inverseQuadratic(difference);
        }
        return 0.5 * twice;
    }

    private double byFactors(MultivariateNormal p, MultivariateNormal q) {
        double sum = 0;
        Arrays.fill(squares, 0);
        int i = 0;
        for (; i + 1 < rows.length; i += 2) {
            double[] first = start(p, q, i, factor);
            double[] second = start(p, q, i + 1, nextFactor);
            int k = 0;
            for (; k + 4 <= i; k += 4) {
                eliminate(factor, nextFactor, k, first, second, rows[k], rows[k + 1], rows[k + 2], rows[k + 3], k + 5);
            }
            sum += finish(i, k, factor);
            sum += finish(i + 1, k, nextFactor);
        }
        if (i < rows.length) {
            start(p, q, i, factor);
            sum += finish(i, 0, factor);
        }
        for (double square : squares) {
            sum += square;
        }
        return sum;
    }

    /** Row i of (μ_p − μ_q, L_p), and that of L_q. */
    private double[] start(MultivariateNormal p, MultivariateNormal q, int i, double[] factorRow) {
        double[] row = rows[i];
        row[0] = p.mean().get(i) - q.mean().get(i);
        p.covariance().copyFactorRow(i, row, 1);
        q.covariance().copyFactorRow(i, factorRow, 0);
        return row;
    }

    /** Subtracts the multiples of rows from the k-th on, divides, and returns the term of the diagonal. */
    private double finish(int i, int from, double[] factorRow) {
        double[] row = rows[i];
        for (int k = from; k < i; k++) {
            eliminate(factorRow[k], row, rows[k], k + 2);
        }
        divide(row, factorRow[i], i + 2);
        addSquares(row, squares, i + 1);
        return Logs.xm1mlogx(row[i + 1] * row[i + 1]);
    }

    /** Subtracts the multiples of four earlier rows from two rows: few loads and stores for the arithmetic between them. */
    private static void eliminate(
            double[] f,
            double[] g,
            int k,
            double[] first,
            double[] second,
            double[] r0,
            double[] r1,
            double[] r2,
            double[] r3,
            int n) {
        double f0 = -f[k];
        double f1 = -f[k + 1];
        double f2 = -f[k + 2];
        double f3 = -f[k + 3];
        double g0 = -g[k];
        double g1 = -g[k + 1];
        double g2 = -g[k + 2];
        double g3 = -g[k + 3];
        for (int j = 0; j < n; j++) {
            double x0 = r0[j];
            double x1 = r1[j];
            double x2 = r2[j];
            double x3 = r3[j];
            first[j] = Math.fma(f3, x3, Math.fma(f2, x2, Math.fma(f1, x1, Math.fma(f0, x0, first[j]))));
            second[j] = Math.fma(g3, x3, Math.fma(g2, x2, Math.fma(g1, x1, Math.fma(g0, x0, second[j]))));
        }
    }

    private static void eliminate(double factor, double[] row, double[] earlier, int n) {
        for (int j = 0; j < n; j++) {
            row[j] = Math.fma(-factor, earlier[j], row[j]);
        }
    }

    private static void divide(double[] row, double divisor, int n) {
        for (int j = 0; j < n; j++) {
            row[j] /= divisor;
        }
    }

    private static void addSquares(double[] row, double[] squares, int n) {
        for (int j = 0; j < n; j++) {
            squares[j] = Math.fma(row[j], row[j], squares[j]);
        }
    }

    /** x − y. */
    static double[] minus(double[] x, double[] y) {
        double[] difference = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            difference[i] = x[i] - y[i];
        }
        return difference;
    }

    static double[] plus(double[] x, double[] y) {
        double[] sum = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            sum[i] = x[i] + y[i];
        }
        return sum;
    }
}
