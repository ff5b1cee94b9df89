package org.legendre.geometry.family;

import java.util.function.UnaryOperator;

/** Jacobians by central differences, extrapolated once (Richardson): relative error about 1e-9 for the maps of the tests. */
final class Slopes {
    private Slopes() {}

    /** Rows ∂fᵢ/∂xⱼ by relative steps of 1e-3. */
    static double[][] of(UnaryOperator<double[]> f, double[] x) {
        return of(f, x, 1e-3);
    }

    /** Rows ∂fᵢ/∂xⱼ by the given relative steps. */
    static double[][] of(UnaryOperator<double[]> f, double[] x, double step) {
        int rows = f.apply(x).length;
        double[][] jacobian = new double[rows][x.length];
        for (int j = 0; j < x.length; j++) {
            double h = step * Math.max(Math.abs(x[j]), 1e-2);
            double[] wide = difference(f, x, j, h);
            double[] narrow = difference(f, x, j, h / 2);
            for (int i = 0; i < rows; i++) {
                jacobian[i][j] = narrow[i] + (narrow[i] - wide[i]) / 3;
            }
        }
        return jacobian;
    }

    private static double[] difference(UnaryOperator<double[]> f, double[] x, int j, double h) {
        double[] up = x.clone();
        double[] down = x.clone();
        up[j] += h;
        down[j] -= h;
        double[] above = f.apply(up);
        double[] below = f.apply(down);
        for (int i = 0; i < above.length; i++) {
            above[i] = (above[i] - below[i]) / (up[j] - down[j]);
        }
        return above;
    }
}
