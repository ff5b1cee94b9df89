package org.legendre.geometry;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;

/**
 * Eigenvalues and eigenvectors of a symmetric d×d matrix by Jacobi's rotations, in a workspace that is used again and again.
 *
 * <p>Rotations end when each entry off the diagonal is below 2⁻⁵³ times the root of the product of its diagonal entries (or of the norm, where
 * those have no common sign): small eigenvalues of a positive definite matrix are then as accurate as its entries determine them
 * (J. Demmel and K. Veselić, Jacobi's method is more accurate than QR, SIAM J. Matrix Anal. Appl. 13, 1992, theorem 2.3).
 */
public final class SymmetricEigen {
    private static final int SWEEPS = 60;

    private final int d;
    private final double[] a;
    private final double[] q;
    private final double[] lambda;

    /**
     * A workspace.
     *
     * @param d the dimension
     */
    public SymmetricEigen(int d) {
        this.d = d;
        this.a = new double[d * d];
        this.q = new double[d * d];
        this.lambda = new double[d];
    }

    /**
     * Decomposes a matrix.
     *
     * @param packed its lower triangle, finite
     * @param off by what the entries off the diagonal are to be multiplied: 1, or ½ for dual coordinates
     * @throws ConvergenceException if the rotations do not end
     */
    public void decompose(double[] packed, double off) {
        unpack(packed, off, a);
        Arrays.fill(q, 0);
        for (int i = 0; i < d; i++) {
            q[i * d + i] = 1;
        }
        boolean rotated = true;
        for (int sweep = 0; rotated; sweep++) {
            if (sweep > SWEEPS) {
                throw new ConvergenceException("the eigenvalues of a symmetric matrix were not found", Double.NaN);
            }
            rotated = false;
            double norm = norm();
            for (int i = 1; i < d; i++) {
                for (int j = 0; j < i; j++) {
                    rotated |= rotate(i, j, norm);
                }
            }
        }
        for (int i = 0; i < d; i++) {
            lambda[i] = a[i * d + i];
        }
    }

    /**
     * Decomposes a positive definite matrix A = LLᵀ. Where A is so nearly singular that an eigenvalue is lost to rounding, the columns of L are rotated until they are orthogonal,
     * which leaves none at 0.
     *
     * @param packed its lower triangle
     * @throws DomainException if it is not positive definite
     * @throws ConvergenceException if the rotations do not end
     */
    public void decomposePositive(double[] packed) {
        decompose(packed, 1);
        if (least() > 0) {
            return;
        }
        double[] factor = new double[packed.length];
        if (LogCholesky.factor(d, packed, factor) >= 0) {
            throw new DomainException("matrix", packed, "the packed lower triangle of a positive definite matrix");
        }
        Arrays.fill(q, 0);
        for (int i = 0, at = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, at++) {
                q[j * d + i] = factor[at];
            }
        }
        boolean rotated = true;
        for (int sweep = 0; rotated; sweep++) {
            if (sweep > SWEEPS) {
                throw new ConvergenceException("the singular values of a Cholesky factor were not found", Double.NaN);
            }
            rotated = false;
            for (int i = 1; i < d; i++) {
                for (int j = 0; j < i; j++) {
                    rotated |= orthogonalize(i, j);
                }
            }
        }
        for (int j = 0; j < d; j++) {
            double norm = norm(j);
            for (int k = 0; k < d; k++) {
                q[j * d + k] /= norm;
            }
            lambda[j] = norm * norm;
        }
    }

    private double least() {
        double least = Double.POSITIVE_INFINITY;
        for (double value : lambda) {
            least = Math.min(least, value);
        }
        return least;
    }

    private double norm(int row) {
        double norm = 0;
        for (int k = 0; k < d; k++) {
            norm = Math.hypot(norm, q[row * d + k]);
        }
        return norm;
    }

    private boolean orthogonalize(int i, int j) {
        double first = norm(j);
        double second = norm(i);
        double cosineOfAngle = 0;
        for (int k = 0; k < d; k++) {
            cosineOfAngle += q[i * d + k] / second * (q[j * d + k] / first);
        }
        if (Math.abs(cosineOfAngle) <= 0x1p-54) {
            return false;
        }
        double ratio = second / first;
        double tangent = tangent(0.5 * (ratio - 1 / ratio) / cosineOfAngle);
        turn(q, i, j, tangent);
        // A last rotation does no harm; below the rounding of the product itself it would never be the last.
        return Math.abs(cosineOfAngle) > 0x1p-51 * d;
    }

    /** The smaller root t of t² + 2ζt = 1. */
    private static double tangent(double zeta) {
        return Math.copySign(1, zeta) / (Math.abs(zeta) + Math.hypot(1, zeta));
    }

    private void turn(double[] rows, int i, int j, double tangent) {
        double cosine = 1 / Math.hypot(1, tangent);
        double sine = cosine * tangent;
        for (int k = 0; k < d; k++) {
            double left = rows[j * d + k];
            double right = rows[i * d + k];
            rows[j * d + k] = cosine * left - sine * right;
            rows[i * d + k] = sine * left + cosine * right;
        }
    }

    private double norm() {
        double largest = 0;
        for (double entry : a) {
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    private boolean rotate(int i, int j, double norm) {
        double entry = a[i * d + j];
        double x = a[j * d + j];
        double y = a[i * d + i];
        double size = x * y > 0 && x > 0 ? Math.sqrt(x) * Math.sqrt(y) : norm;
        if (Math.abs(entry) <= 0x1p-53 * size) {
            return false;
        }
        double tangent = tangent(0.5 * (y - x) / entry);
        turn(q, i, j, tangent);
        turn(a, i, j, tangent);
        for (int k = 0; k < d; k++) {
            a[k * d + j] = a[j * d + k];
            a[k * d + i] = a[i * d + k];
        }
        a[j * d + j] = x - tangent * entry;
        a[i * d + i] = y + tangent * entry;
        a[i * d + j] = 0;
        a[j * d + i] = 0;
        return true;
    }

    /**
     * An eigenvalue, in no order.
     *
     * @param i which, from 0
     * @return λᵢ
     */
    public double value(int i) {
        return lambda[i];
    }

    /**
     * The matrix Σ fᵢqᵢqᵢᵀ of the same eigenvectors and other eigenvalues.
     *
     * @param values fᵢ, in the order of {@link #value}
     * @param off by what the entries off the diagonal are to be multiplied: 1, or 2 for dual coordinates
     * @param packed takes the lower triangle
     */
    public void compose(double[] values, double off, double[] packed) {
        for (int i = 0, at = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, at++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += values[k] * q[k * d + i] * q[k * d + j];
                }
                packed[at] = i == j ? sum : off * sum;
            }
        }
    }

    /**
     * The eigenvalues through a function.
     *
     * @param f the function
     * @return f(λᵢ), a new array
     */
    public double[] values(DoubleUnaryOperator f) {
        double[] values = new double[d];
        Arrays.setAll(values, i -> f.applyAsDouble(value(i)));
        return values;
    }

    /** The rows qᵢ of eigenvectors, copied. */
    double[] vectors() {
        return q.clone();
    }

    /** A packed triangle as d·d numbers. */
    private void unpack(double[] packed, double off, double[] full) {
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                double entry = i == j ? packed[k] : off * packed[k];
                full[i * d + j] = entry;
                full[j * d + i] = entry;
            }
        }
    }
}
