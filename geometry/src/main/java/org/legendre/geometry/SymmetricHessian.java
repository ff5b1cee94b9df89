package org.legendre.geometry;

import java.util.function.BiConsumer;

/**
 * The matrix M ↦ cΣMΣ on symmetric d×d matrices: the Hessian of −c log det, and the Fisher matrix of the covariances of a normal. A tangent is the
 * packed lower triangle of M with off-diagonals doubled, a covector the packed lower triangle of the image, so that the quadratic form is
 * c tr(ΣMΣM) = c‖LᵀML‖². It is never formed: O(d³) to multiply, to measure and to solve.
 */
public final class SymmetricHessian implements Hessian {
    private final PositiveDefinite sigma;
    private final double c;
    private final int d;

    /**
     * The matrix M ↦ cΣMΣ.
     *
     * @param sigma Σ
     * @param c the factor, positive
     */
    public SymmetricHessian(PositiveDefinite sigma, double c) {
        this.sigma = sigma;
        this.c = c;
        this.d = sigma.size();
    }

    @Override
    public int size() {
        return LogCholesky.packedSize(d);
    }

    @Override
    public void multiply(double[] v, double[] out) {
        pack(twice(square(v, 0.5), sigma::multiply), c, 1, out);
    }

    @Override
    public void solve(double[] g, double[] out) {
        pack(twice(square(g, 1), sigma::solve), 1 / c, 2, out);
    }

    @Override
    public double quadratic(double[] v) {
        return c * squares(twice(square(v, 0.5), this::multiplyFactorTransposed));
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return squares(twice(square(g, 1), sigma::solveFactor)) / c;
    }

    @Override
    public double logDeterminant() {
        // (d + 1) log det Σ for M ↦ ΣMΣ in the entries of the triangle, of which the tangents double those off the
        // diagonal.
        return (d + 1) * sigma.logDeterminant() + size() * Math.log(c) - (size() - d) * Math.log(2);
    }

    /**
     * The matrix of R ↦ cΣRΣ from packed triangles to packed triangles whose off-diagonals are multiplied.
     *
     * @param off by what
     * @return rows, a new array
     */
    public double[][] forms(double off) {
        int n = size();
        double[][] rows = new double[n][n];
        double[] unit = new double[n];
        double[] image = new double[n];
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                unit[k] = i == j ? 1 : 2;
                multiply(unit, image);
                unit[k] = 0;
                image = PackedCone.scaled(d, image, 1, off);
                for (int row = 0; row < n; row++) {
                    rows[row][k] = image[row];
                }
            }
        }
        return rows;
    }

    private void multiplyFactorTransposed(double[] v, double[] out) {
        for (int j = 0; j < d; j++) {
            double sum = 0;
            for (int i = j; i < d; i++) {
                sum += sigma.factor(i, j) * v[i];
            }
            out[j] = sum;
        }
    }

    private double[][] square(double[] packed, double off) {
        double[][] rows = new double[d][d];
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                rows[i][j] = (i == j ? 1 : off) * packed[k];
                rows[j][i] = rows[i][j];
            }
        }
        return rows;
    }

    /** K R Kᵀ for a symmetric R and a map x ↦ Kx: first the columns, which are the rows, then the rows. */
    private double[][] twice(double[][] r, BiConsumer<double[], double[]> map) {
        double[][] half = new double[d][d];
        for (int i = 0; i < d; i++) {
            map.accept(r[i], half[i]);
        }
        double[][] whole = new double[d][d];
        double[] column = new double[d];
        for (int j = 0; j < d; j++) {
            for (int i = 0; i < d; i++) {
                column[i] = half[i][j];
            }
            map.accept(column, whole[j]);
        }
        return whole;
    }

    private void pack(double[][] rows, double diagonal, double off, double[] out) {
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                double entry = 0.5 * rows[i][j] + 0.5 * rows[j][i];
                out[k] = i == j ? diagonal * entry : diagonal * off * entry;
            }
        }
    }

    private static double squares(double[][] rows) {
        double sum = 0;
        for (double[] row : rows) {
            for (double x : row) {
                sum += x * x;
            }
        }
        return sum;
    }
}
