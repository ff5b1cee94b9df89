package org.legendre.geometry;

import java.util.function.BiConsumer;

/**
 * The Kronecker product U⊗V of positive definite U (n×n) and V (p×p): W ↦ UWV on n×p matrices, held row by row. It is the covariance of a matrix normal, and a block of Kronecker-factored curvature. It is never formed:
 * O(np(n + p)) to multiply, to measure and to solve.
 *
 * @param u U
 * @param v V
 */
public record KroneckerHessian(PositiveDefinite u, PositiveDefinite v) implements Hessian {
    @Override
    public int size() {
        return u.size() * v.size();
    }

    @Override
    public void multiply(double[] w, double[] out) {
        both(w, u::multiply, v::multiply, out);
    }

    @Override
    public void solve(double[] g, double[] out) {
        both(g, u::solve, v::solve, out);
    }

    @Override
    public double quadratic(double[] w) {
        double[] white = new double[w.length];
        both(w, (x, out) -> transposedFactor(u, x, out), (x, out) -> transposedFactor(v, x, out), white);
        return squares(white);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double[] white = new double[g.length];
        both(g, u::solveFactor, v::solveFactor, white);
        return squares(white);
    }

    @Override
    public double logDeterminant() {
        return v.size() * u.logDeterminant() + u.size() * v.logDeterminant();
    }

    /**
     * A p×p matrix M applied to each row: w Mᵀ.
     *
     * @param w an n×p matrix, row by row
     * @param map (x, out) ↦ out = Mx, such as a solve with V
     * @param out takes the product, row by row, another array
     */
    public void eachRow(double[] w, BiConsumer<double[], double[]> map, double[] out) {
        int p = v.size();
        double[] row = new double[p];
        double[] image = new double[p];
        for (int i = 0; i < u.size(); i++) {
            System.arraycopy(w, i * p, row, 0, p);
            map.accept(row, image);
            System.arraycopy(image, 0, out, i * p, p);
        }
    }

    /**
     * An n×n matrix M applied to each column: Mw.
     *
     * @param w an n×p matrix, row by row
     * @param map (x, out) ↦ out = Mx, such as a solve with U
     * @param out takes the product, row by row, another array
     */
    public void eachColumn(double[] w, BiConsumer<double[], double[]> map, double[] out) {
        int n = u.size();
        int p = v.size();
        double[] column = new double[n];
        double[] image = new double[n];
        for (int j = 0; j < p; j++) {
            for (int i = 0; i < n; i++) {
                column[i] = w[i * p + j];
            }
            map.accept(column, image);
            for (int i = 0; i < n; i++) {
                out[i * p + j] = image[i];
            }
        }
    }

    private void both(
            double[] w, BiConsumer<double[], double[]> left, BiConsumer<double[], double[]> right, double[] out) {
        double[] half = new double[w.length];
        eachRow(w, right, half);
        eachColumn(half, left, out);
    }

    /**
     * L_U z L_Vᵀ with the Cholesky factors of U and V: of covariance U⊗V if the entries of z are independent standard normals.
     *
     * @param z an n×p matrix, row by row
     * @return the product, a new array
     */
    public double[] coloured(double[] z) {
        double[] out = new double[z.length];
        both(z, (x, y) -> factor(u, x, y), (x, y) -> factor(v, x, y), out);
        return out;
    }

    private static void factor(PositiveDefinite a, double[] x, double[] out) {
        for (int i = 0; i < x.length; i++) {
            double sum = 0;
            for (int j = 0; j <= i; j++) {
                sum += a.factor(i, j) * x[j];
            }
            out[i] = sum;
        }
    }

    private static void transposedFactor(PositiveDefinite a, double[] x, double[] out) {
        for (int j = 0; j < x.length; j++) {
            double sum = 0;
            for (int i = j; i < x.length; i++) {
                sum += a.factor(i, j) * x[i];
            }
            out[j] = sum;
        }
    }

    private static double squares(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += entry * entry;
        }
        return sum;
    }
}
