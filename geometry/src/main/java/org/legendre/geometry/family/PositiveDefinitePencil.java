package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Means;
import org.legendre.geometry.special.Sums;

/**
 * Two positive definite matrices pP and qQ, p and q positive numbers, compared through the eigenvalues λ of (qQ)⁻¹pP: all that a divergence
 * depends on that no change of basis alters.
 *
 * <p>Near equality the eigenvalues e of E = L⁻¹(pP − qQ)L⁻ᵀ are taken, qQ = LLᵀ, where the difference has been formed exactly; λ = 1 + e. Elsewhere
 * small eigenvalues of 1 + E would drown in the rounding of large ones; there they are the squared singular values of the triangular
 * M = L⁻¹L_p.
 */
final class PositiveDefinitePencil {
    /** Up to this norm of E its eigenvalues are taken: each is then known to a rounding of the norm. */
    private static final double NEAR = 0.5;
    /** Columns are orthogonal when the cosine of their angle is below this times their length: its effect is of second order. */
    private static final double ORTHOGONAL = 0x1p-50;

    private static final int SWEEPS = 60;
    /** Eigenvalues e^±600 and their means are numbers of full precision. */
    private static final double MODERATE = 600;

    private PositiveDefinitePencil() {}

    /** The matrix divergence tr R − d − log det R ≥ 0 of Itakura and Saito (Stein's loss), R = (qQ)⁻¹pP. */
    static double itakuraSaito(double p, PositiveDefinite matrixP, double q, PositiveDefinite matrixQ) {
        DMatrixRMaj e = whitenedDifference(p, matrixP, q, matrixQ);
        return isNear(e)
                ? sum(eigenvalues(e), w -> 0 - Logs.log1pmx(w))
                : byFactors(scaled(p, q), matrixP, significand(q), matrixQ);
    }

    /** As above, of P and Q themselves. */
    static double itakuraSaito(PositiveDefinite p, PositiveDefinite q) {
        return itakuraSaito(1, p, 1, q);
    }

    /**
     * log det(αpP + (1−α)qQ) − α log det pP − (1−α) log det qQ: ≥ 0 for 0 ≤ α ≤ 1, ≤ 0 elsewhere, −∞ where the mean is not positive definite.
     * The gap of the inverses P⁻¹ and Q⁻¹ is that of Q and P.
     */
    static double logDeterminantGap(
            double p, PositiveDefinite matrixP, double q, PositiveDefinite matrixQ, double alpha) {
        DMatrixRMaj e = whitenedDifference(p, matrixP, q, matrixQ);
        boolean inRange = scaled(p, q) >= Double.MIN_NORMAL && scaled(p, q) <= Double.MAX_VALUE;
        return isNear(e)
                ? sum(eigenvalues(e), w -> Means.logRatio(1 + w, 1, w, alpha))
                : sum(
                        logSquaredSingularValues(
                                inRange ? scaled(p, q) : p, matrixP, inRange ? significand(q) : q, matrixQ),
                        log -> Math.abs(log) <= MODERATE
                                ? Means.logRatio(Math.exp(log), 1, Math.expm1(log), alpha)
                                : gapOfLog(log, alpha));
    }

    /** log(αλ + 1 − α) − α log λ where λ may be outside of the range of the numbers. */
    private static double gapOfLog(double log, double alpha) {
        if (alpha == 0 || alpha == 1) {
            return 0;
        }
        double mean = log > 0 ? alpha + (1 - alpha) * Math.exp(-log) : alpha * Math.exp(log) + (1 - alpha);
        return mean > 0 ? Math.log(mean) + (log > 0 ? (1 - alpha) * log : -alpha * log) : Double.NEGATIVE_INFINITY;
    }

    /** As above, of P and Q themselves. */
    static double logDeterminantGap(PositiveDefinite p, PositiveDefinite q, double alpha) {
        return logDeterminantGap(1, p, 1, q, alpha);
    }

    /** log λ for each λ, to full relative accuracy near equality. */
    static double[] logEigenvalues(PositiveDefinite p, PositiveDefinite q) {
        DMatrixRMaj e = whitenedDifference(1, p, 1, q);
        return isNear(e)
                ? Arrays.stream(eigenvalues(e)).map(Math::log1p).toArray()
                : logSquaredSingularValues(1, p, 1, q);
    }

    private static double sum(double[] x, DoubleUnaryOperator term) {
        return Sums.sum(Arrays.stream(x).map(term).toArray());
    }

    /** p and q by the power of two that makes q a number in [1, 2), so that no product leaves the range that λ does not. */
    private static double scaled(double p, double q) {
        return Math.scalb(p, -Math.getExponent(q));
    }

    private static double significand(double q) {
        return Math.scalb(q, -Math.getExponent(q));
    }

    private static boolean isNear(DMatrixRMaj e) {
        double norm = 0;
        for (int k = 0; k < e.getNumElements(); k++) {
            norm += e.get(k) * e.get(k);
        }
        return norm <= NEAR * NEAR;
    }

    private static DMatrixRMaj whitenedDifference(
            double p, PositiveDefinite matrixP, double q, PositiveDefinite matrixQ) {
        int d = matrixP.size();
        double left = scaled(p, q);
        double right = significand(q);
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = Sums.differenceOfProducts(left, matrixP.get(i, j), right, matrixQ.get(i, j)) / right;
            }
            // Row i of a symmetric matrix is its column i: L_q⁻¹ from the left.
            matrixQ.solveFactor(rows[i], rows[i]);
        }
        double[] column = new double[d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < d; i++) {
                column[i] = rows[i][j];
            }
            matrixQ.solveFactor(column, column);
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

    private static double[] eigenvalues(DMatrixRMaj e) {
        int d = e.getNumRows();
        EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(d, false, true);
        if (!eigen.decompose(e)) {
            throw new ConvergenceException("the eigenvalues of L⁻¹(P − Q)L⁻ᵀ were not found", Double.NaN);
        }
        double[] values = new double[d];
        Arrays.setAll(values, i -> eigen.getEigenvalue(i).getReal());
        return values;
    }

    /** Σᵢ (mᵢᵢ² − 1 − log mᵢᵢ²) + Σ_{i>j} mᵢⱼ² with the triangular M: nonnegative terms without eigenvalues. */
    private static double byFactors(double p, PositiveDefinite matrixP, double q, PositiveDefinite matrixQ) {
        int d = matrixP.size();
        double[] column = new double[d];
        double sum = 0;
        for (int j = 0; j < d; j++) {
            whitenedColumn(matrixP, j, matrixQ, column);
            double ratio = p * (column[j] * column[j]) / q;
            sum += ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
                    ? Logs.xm1mlogx(ratio)
                    : ratio - 1 - Math.min(Double.MAX_VALUE, Math.log(p) - Math.log(q) + 2 * Math.log(column[j]));
            for (int i = j + 1; i < d; i++) {
                sum += p * (column[i] * column[i]) / q;
            }
        }
        return sum;
    }

    private static void whitenedColumn(PositiveDefinite p, int j, PositiveDefinite q, double[] column) {
        for (int i = 0; i < column.length; i++) {
            column[i] = p.factor(i, j);
        }
        q.solveFactor(column, column);
    }

    /**
     * The eigenvalues λ, by their logarithms, as squared lengths of the columns of M once plane rotations have made them orthogonal: each is known to a relative error
     * that the scaling of the columns does not magnify (J. Demmel and K. Veselić, Jacobi's method is more accurate than QR, SIAM J. Matrix Anal.
     * Appl. 13 (1992)).
     */
    private static double[] logSquaredSingularValues(
            double p, PositiveDefinite matrixP, double q, PositiveDefinite matrixQ) {
        int d = matrixP.size();
        double[][] columns = new double[d][d];
        for (int j = 0; j < d; j++) {
            whitenedColumn(matrixP, j, matrixQ, columns[j]);
        }
        int exponent = scaleByPowerOfTwo(columns);
        boolean rotated = true;
        for (int sweep = 0; rotated; sweep++) {
            if (sweep > SWEEPS) {
                throw new ConvergenceException("the singular values of L_q⁻¹L_p were not found", Double.NaN);
            }
            rotated = false;
            for (int i = 0; i < d; i++) {
                for (int j = i + 1; j < d; j++) {
                    rotated |= rotate(columns[i], columns[j]);
                }
            }
        }
        double[] logs = new double[d];
        Arrays.setAll(logs, j -> {
            double norm = norm(columns[j]);
            if (norm == 0) {
                // No factor is singular: two thin directions lie so close together that the columns cannot tell them.
                throw new ConvergenceException("a singular value of L_q⁻¹L_p was lost in rounding", norm);
            }
            double ratio = Math.scalb(p * (norm * norm) / q, 2 * exponent);
            return norm > 1e-140 && ratio >= Double.MIN_NORMAL && ratio <= Double.MAX_VALUE
                    ? Math.log(ratio)
                    : 2 * (Math.log(norm) + exponent * Math.log(2)) + (Math.log(p) - Math.log(q));
        });
        return logs;
    }

    /** Brings the largest entry to [1, 2), so that no square leaves the range; the exponent that was taken out. */
    private static int scaleByPowerOfTwo(double[][] columns) {
        double largest = 0;
        for (double[] column : columns) {
            for (double x : column) {
                largest = Math.max(largest, Math.abs(x));
            }
        }
        int exponent = Math.getExponent(largest);
        for (double[] column : columns) {
            Arrays.setAll(column, i -> Math.scalb(column[i], -exponent));
        }
        return exponent;
    }

    /** Makes two columns orthogonal by a plane rotation; false if they were. */
    private static boolean rotate(double[] x, double[] y) {
        // Each by its own power of two, for the products of two short columns underflow.
        int exponentX = exponent(x);
        int exponentY = exponent(y);
        double[] unitX = scaled(x, -exponentX);
        double[] unitY = scaled(y, -exponentY);
        double product = dot(unitX, unitY);
        if (Math.abs(product) <= ORTHOGONAL * x.length * norm(unitX) * norm(unitY)) {
            return false;
        }
        double yy = Math.scalb(dot(unitY, unitY), exponentY - exponentX);
        double xx = Math.scalb(dot(unitX, unitX), exponentX - exponentY);
        double zeta = (yy - xx) / product / 2;
        double tangent = Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (int k = 0; k < x.length; k++) {
            double first = x[k];
            x[k] = cosine * first - sine * y[k];
            y[k] = sine * first + cosine * y[k];
        }
        return true;
    }

    /** ‖x‖, where the squares may underflow. */
    private static double norm(double[] x) {
        int exponent = exponent(x);
        double[] unit = scaled(x, -exponent);
        return Math.scalb(Math.sqrt(dot(unit, unit)), exponent);
    }

    /** That of the largest entry. */
    private static int exponent(double[] x) {
        double largest = 0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return Math.getExponent(largest);
    }

    private static double[] scaled(double[] x, int exponent) {
        double[] scaled = new double[x.length];
        Arrays.setAll(scaled, i -> Math.scalb(x[i], exponent));
        return scaled;
    }

    private static double dot(double[] x, double[] y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y[i];
        }
        return sum;
    }
}
