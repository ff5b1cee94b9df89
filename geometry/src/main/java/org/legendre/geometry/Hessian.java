package org.legendre.geometry;

import java.util.Arrays;
import java.util.function.BiConsumer;

/**
 * A symmetric positive definite n×n matrix in a structure that knows how to multiply, measure and solve at the cost the
 * mathematics allows: O(n) for diagonal (plus rank one), O(d³) for a d-dimensional Gaussian, O(n³) once for dense.
 *
 * <p>{@link #quadratic} sums nonnegative terms only, so nothing cancels: to the entries' own rounding in every structure but the dense one (to the
 * rounding of its Cholesky factor) and the operator (which knows no better than ⟨v, Hv⟩).
 *
 * <p>These methods are the inner loop and trust their caller: arrays of other lengths are not refused. {@link Metric} checks.
 */
public interface Hessian {
    /**
     * The dimension.
     *
     * @return n
     */
    int size();

    /**
     * Multiplies: out = Hv.
     *
     * @param v a vector of length n
     * @param out the product, length n, not the same array as v
     */
    void multiply(double[] v, double[] out);

    /**
     * Solves Hx = g.
     *
     * @param g a vector of length n
     * @param out the solution, length n, not the same array as g
     * @throws ConvergenceException if an iterative structure does not reach its accuracy
     */
    void solve(double[] g, double[] out);

    /**
     * Measures: vᵀHv ≥ 0, as a sum of nonnegative terms.
     *
     * @param v a vector of length n
     * @return the squared length of v
     */
    double quadratic(double[] v);

    /**
     * Measures in the inverse: gᵀH⁻¹g ≥ 0.
     *
     * @param g a vector of length n
     * @return the squared dual length of g
     */
    double inverseQuadratic(double[] g);

    /**
     * The logarithm of the determinant.
     *
     * @return log det H
     */
    double logDeterminant();

    /**
     * The whole matrix, O(n²) memory: for looking and for small n.
     *
     * @return rows, a new array, exactly symmetric
     */
    default double[][] toMatrix() {
        int n = size();
        double[][] rows = new double[n][n];
        double[] unit = new double[n];
        for (int j = 0; j < n; j++) {
            unit[j] = 1;
            multiply(unit, rows[j]);
            unit[j] = 0;
            for (int i = 0; i < j; i++) {
                rows[i][j] = 0.5 * rows[i][j] + 0.5 * rows[j][i];
                rows[j][i] = rows[i][j];
            }
        }
        return rows;
    }

    /**
     * The inverse matrix in the same structure, without forming it.
     *
     * @return H⁻¹
     */
    default Hessian inverse() {
        return new InverseHessian(this);
    }

    /**
     * This matrix with λ times the identity added, solved as this one is where the structure allows it; by default by a Cholesky factor of the whole matrix.
     *
     * @param lambda λ ≥ 0
     * @return H + λI; for λ &gt; 0 it may be regular where H is not. What solves with it refuses where it is not positive definite to rounding
     * @throws DomainException if λ is negative or not finite
     */
    default Hessian damped(double lambda) {
        return new ShiftedHessian(this, lambda);
    }

    /**
     * diag(d).
     *
     * @param d the diagonal, positive
     * @return the matrix
     * @throws DomainException if an entry is not positive and finite
     */
    static Hessian diagonal(double... d) {
        return new DiagonalHessian(d.clone());
    }

    /**
     * diag(d) + σ·uuᵀ, where σ may be negative as long as 1 + σ·Σuᵢ²/dᵢ is positive.
     *
     * @param d the diagonal, positive
     * @param sigma the factor σ
     * @param u the vector u
     * @return the matrix
     * @throws DomainException if the matrix is not positive definite
     */
    static Hessian diagonalPlusRankOne(double[] d, double sigma, double[] u) {
        DomainException.requireLength("u", u, d.length);
        double slack = 1;
        for (int i = 0; i < d.length; i++) {
            slack += sigma * (u[i] / d[i] * u[i]);
        }
        return diagonalPlusRankOne(d, sigma, u, slack);
    }

    /**
     * diag(d) + σ·uuᵀ with its slack given: for σ &lt; 0 the difference 1 − |σ|·Σuᵢ²/dᵢ cancels, and often the caller knows it
     * exactly (for a categorical it is the probability of the last class).
     *
     * @param d the diagonal, positive
     * @param sigma the factor σ
     * @param u the vector u
     * @param slack 1 + σ·Σuᵢ²/dᵢ, positive; the computed value is compared to a relative 1e-6
     * @return the matrix
     * @throws DomainException if the diagonal or the slack is not positive and finite, or the slack is another number
     */
    static Hessian diagonalPlusRankOne(double[] d, double sigma, double[] u, double slack) {
        return new DiagonalPlusRankOneHessian(d.clone(), sigma, u.clone(), slack);
    }

    /**
     * diag(d) + BᵀB with few rows in B. It solves with a matrix of the size of their number r, by the formula of Woodbury: O(nr²) once and then O(nr).
     *
     * @param d the diagonal, nonnegative; where an entry is 0 the matrix multiplies and measures, and does not solve
     * @param rows the rows of B
     * @return the matrix
     * @throws DomainException if an entry of the diagonal is negative or not finite, a row has another length, or an entry is not finite
     */
    static Hessian diagonalPlusLowRank(double[] d, double[]... rows) {
        return new DiagonalPlusLowRankHessian(
                d.clone(), Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new));
    }

    /**
     * A block-diagonal matrix.
     *
     * @param blocks the blocks, first coordinates first
     * @return the matrix
     */
    static Hessian block(Hessian... blocks) {
        return new BlockHessian(blocks.clone());
    }

    /**
     * The Kronecker product U⊗V: W ↦ UWV on n×p matrices W, held row by row; never formed.
     *
     * @param u U, n×n
     * @param v V, p×p
     * @return the matrix
     */
    static Hessian kronecker(PositiveDefinite u, PositiveDefinite v) {
        return new KroneckerHessian(u, v);
    }

    /**
     * A dense matrix, held by its Cholesky factor.
     *
     * @param matrix the matrix
     * @return the structure
     */
    static Hessian dense(PositiveDefinite matrix) {
        return new DenseHessian(matrix);
    }

    /**
     * The Fisher matrix of the normal N(μ, Σ) in natural coordinates (Σ⁻¹μ, −½Σ⁻¹ as packed lower triangle with off-diagonal
     * entries doubled), never formed: d + d(d+1)/2 coordinates at O(d³) cost.
     *
     * @param mean μ, length d
     * @param covariance Σ, d×d
     * @return the structure
     */
    static Hessian gaussian(double[] mean, PositiveDefinite covariance) {
        return new GaussianHessian(mean.clone(), covariance);
    }

    /**
     * A matrix known only by its products; it solves by conjugate gradients to a relative residual of 1e-12, or fails.
     *
     * @param n the dimension
     * @param multiply (v, out) ↦ out = Hv
     * @return the structure; its {@link #logDeterminant} forms the matrix
     */
    static Hessian operator(int n, BiConsumer<double[], double[]> multiply) {
        return new OperatorHessian(n, multiply);
    }
}
