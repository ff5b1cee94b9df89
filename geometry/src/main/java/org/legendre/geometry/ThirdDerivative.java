package org.legendre.geometry;

import java.util.Arrays;

/**
 * Richardson's extrapolation of (∇²ψ(x + hu) − ∇²ψ(x − hu))v / 2h, with Ridders's choice in the table of the entry whose neighbours differ least
 * (C. J. F. Ridders, Accurate computation of F′(x) and F′(x)F″(x), Adv. Eng. Softw. 4 (1982)).
 */
final class ThirdDerivative {
    private static final int LEVELS = 12;
    private static final double SHRINK = 1.6;
    /** Within twice the first step the Hessian may change by this factor, no more. */
    private static final double CHANGE = 2;

    private ThirdDerivative() {}

    static void extrapolate(Potential psi, double[] x, double[] u, double[] v, double[] out) {
        int n = x.length;
        double scaleU = largest(u);
        double scaleV = largest(v);
        if (scaleU == 0 || scaleV == 0) {
            Arrays.fill(out, 0, n, 0);
            return;
        }
        // Bilinear, so the lengths of u and v are taken out: nothing underflows.
        double[] along = divided(u, scaleU);
        double[] times = divided(v, scaleV);
        double step = firstStep(psi, x, along, times);
        double[][] previous = new double[0][];
        double best = Double.POSITIVE_INFINITY;
        for (int level = 0; level < LEVELS; level++, step /= SHRINK) {
            double[][] row = new double[level + 1][];
            row[0] = difference(psi, x, step, along, times);
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
        if (!(best < Double.POSITIVE_INFINITY)) {
            throw new ConvergenceException(
                    "∇³ψ at x = " + Arrays.toString(x) + " by differences is not a number", best);
        }
        for (int i = 0; i < n; i++) {
            out[i] = out[i] * scaleU * scaleV;
        }
    }

    /**
     * A tenth of a Fisher length or of x, whichever is more, and then halved until the Hessian changes little: a Fisher length alone is far too long for exp
     * at −300 and far too short at 300.
     */
    private static double firstStep(Potential psi, double[] x, double[] u, double[] v) {
        Hessian here = psi.hessian(x);
        double squaredU = here.quadratic(u);
        double squaredV = here.quadratic(v);
        double start = Math.max(0.1 / Math.sqrt(squaredU), 0.1 * largest(x));
        for (double step = Math.min(start, 1e300); step > 0; step /= 2) {
            if (usable(psi, shift(x, 2 * step, u), u, v, squaredU, squaredV)
                    && usable(psi, shift(x, -2 * step, u), u, v, squaredU, squaredV)) {
                return step;
            }
        }
        throw new ConvergenceException(
                "no step from x = " + Arrays.toString(x) + " along u = " + Arrays.toString(u)
                        + " leaves ∇²ψ finite and within a factor of " + CHANGE,
                Double.POSITIVE_INFINITY);
    }

    private static boolean usable(Potential psi, double[] y, double[] u, double[] v, double squaredU, double squaredV) {
        if (!psi.domain().contains(y)) {
            return false;
        }
        try {
            Hessian there = psi.hessian(y);
            return near(there.quadratic(u), squaredU) && near(there.quadratic(v), squaredV);
        } catch (DomainException overflow) {
            // The Hessian leaves binary64 at y, which only means that the step is too long.
            return false;
        }
    }

    private static boolean near(double there, double here) {
        return there >= here / CHANGE && there <= here * CHANGE;
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

    private static double largest(double[] u) {
        double largest = 0;
        for (double entry : u) {
            largest = Math.max(largest, Math.abs(DomainException.requireFinite("tangent entry", entry)));
        }
        return largest;
    }

    private static double[] divided(double[] u, double scale) {
        double[] out = new double[u.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = u[i] / scale;
        }
        return out;
    }
}
