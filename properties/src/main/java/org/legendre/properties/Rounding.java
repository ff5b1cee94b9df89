package org.legendre.properties;

import org.legendre.geometry.Hessian;

/** Vector arithmetic and rounding bounds that the laws share. */
final class Rounding {
    static final double EPSILON = Math.ulp(1.0);

    private Rounding() {}

    /** The rounding of a sum of n + 4 terms, each computed to a few ulps, of the given total size. */
    static double ofTerms(int n, double size) {
        return 8 * (n + 4) * EPSILON * size;
    }

    static double[] minus(double[] a, double[] b) {
        return axpy(-1, b, a);
    }

    /** y + factor·x. */
    static double[] axpy(double factor, double[] x, double[] y) {
        double[] sum = y.clone();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * x[i];
        }
        return sum;
    }

    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Σ|aᵢbᵢ|. */
    static double absoluteDot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += Math.abs(a[i] * b[i]);
        }
        return sum;
    }

    static double[] multiply(Hessian h, double[] v) {
        double[] out = new double[v.length];
        h.multiply(v, out);
        return out;
    }

    static double[] solve(Hessian h, double[] g) {
        double[] out = new double[g.length];
        h.solve(g, out);
        return out;
    }

    /** √hᵢᵢ: the lengths of the unit vectors. */
    static double[] unitLengths(Hessian h) {
        double[][] rows = h.toMatrix();
        double[] lengths = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            lengths[i] = Math.sqrt(rows[i][i]);
        }
        return lengths;
    }

    /** v scaled to length 1 in the metric; all zero if v is. */
    static double[] unit(Hessian h, double[] v) {
        double length = Math.sqrt(h.quadratic(v));
        double[] unit = v.clone();
        for (int i = 0; i < unit.length; i++) {
            unit[i] = length > 0 ? v[i] / length : 0;
        }
        return unit;
    }
}
