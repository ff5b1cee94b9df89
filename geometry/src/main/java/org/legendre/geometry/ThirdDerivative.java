package org.legendre.geometry;

import java.util.Arrays;

/** Richardson's extrapolation (Ridders 1982) of (∇²ψ(x + hu) − ∇²ψ(x − hu))v / 2h. */
final class ThirdDerivative {
    private static final int LEVELS = 12;
    private static final double SHRINK = 1.6;

    private ThirdDerivative() {}

    static void extrapolate(Potential psi, double[] x, double[] u, double[] v, double[] out) {
        int n = x.length;
        // A step of unit Fisher length is the scale on which ψ changes; the table shrinks it from a tenth of that.
        double length = Math.sqrt(psi.hessian(x).quadratic(u));
        if (length == 0) {
            Arrays.fill(out, 0);
            return;
        }
        double step = 0.1 / length;
        while (!psi.domain().contains(shift(x, 2 * step, u)) || !psi.domain().contains(shift(x, -2 * step, u))) {
            step /= 2;
        }
        double[][] previous = new double[0][];
        double best = Double.POSITIVE_INFINITY;
        for (int level = 0; level < LEVELS; level++, step /= SHRINK) {
            double[][] row = new double[level + 1][];
            row[0] = difference(psi, x, step, u, v);
            double power = SHRINK * SHRINK;
            for (int k = 1; k <= level; k++, power *= SHRINK * SHRINK) {
                row[k] = new double[n];
                double error = 0;
                for (int i = 0; i < n; i++) {
                    row[k][i] = (power * row[k - 1][i] - previous[k - 1][i]) / (power - 1);
                    error = Math.max(error, Math.abs(row[k][i] - row[k - 1][i]));
                    error = Math.max(error, Math.abs(row[k][i] - previous[k - 1][i]));
                }
                if (error < best) {
                    best = error;
                    System.arraycopy(row[k], 0, out, 0, n);
                }
            }
            previous = row;
        }
    }

    private static double[] difference(Potential psi, double[] x, double h, double[] u, double[] v) {
        double[] above = new double[x.length];
        double[] below = new double[x.length];
        psi.hessian(shift(x, h, u)).multiply(v, above);
        psi.hessian(shift(x, -h, u)).multiply(v, below);
        for (int i = 0; i < above.length; i++) {
            above[i] = (above[i] - below[i]) / (2 * h);
        }
        return above;
    }

    private static double[] shift(double[] x, double h, double[] u) {
        double[] y = new double[x.length];
        for (int i = 0; i < y.length; i++) {
            y[i] = x[i] + h * u[i];
        }
        return y;
    }
}
