package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.special.Sums;

/**
 * The matrix (1 + N)ᵀH(1 + N) with N² = 0: H after a shear of the coordinates, which is how parameters of place enter that H is free of (the mean
 * of a normal, the shape of a Wishart distribution). Its inverse is as cheap, for (1 + N)⁻¹ = 1 − N, and its determinant that of H.
 */
record ShearedHessian(Hessian inner, Shear shear) implements Hessian {
    /** The maps N and Nᵀ of a shear; each reads coordinates that it does not write. */
    interface Shear {
        /** Adds sign·Nv to v. */
        void add(double[] v, double sign);

        /** Adds sign·Nᵀg to g. */
        void addTransposed(double[] g, double sign);
    }

    /** The matrix whose first coordinate u tilts the others: the form s u² + inner(v + u·tilt). */
    static Hessian tilted(double schur, Hessian inner, double[] tilt) {
        return new ShearedHessian(Hessian.block(Hessian.diagonal(schur), inner), new Tilt(tilt));
    }

    private static final class Tilt implements Shear {
        private final double[] tilt;

        Tilt(double[] tilt) {
            this.tilt = tilt;
        }

        @Override
        public void add(double[] v, double sign) {
            for (int i = 0; i < tilt.length; i++) {
                v[i + 1] = Math.fma(sign * v[0], tilt[i], v[i + 1]);
            }
        }

        @Override
        public void addTransposed(double[] g, double sign) {
            double[] left = new double[tilt.length + 1];
            System.arraycopy(tilt, 0, left, 1, tilt.length);
            left[0] = sign;
            double[] right = Arrays.copyOf(g, left.length);
            g[0] = sign * Sums.dot(left, right);
        }
    }

    @Override
    public int size() {
        return inner.size();
    }

    @Override
    public void multiply(double[] v, double[] out) {
        inner.multiply(sheared(v), out);
        shear.addTransposed(out, 1);
    }

    @Override
    public void solve(double[] g, double[] out) {
        inner.solve(unsheared(g), out);
        shear.add(out, -1);
    }

    @Override
    public double quadratic(double[] v) {
        return inner.quadratic(sheared(v));
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return inner.inverseQuadratic(unsheared(g));
    }

    @Override
    public double logDeterminant() {
        return inner.logDeterminant();
    }

    private double[] sheared(double[] v) {
        double[] x = v.clone();
        shear.add(x, 1);
        return x;
    }

    private double[] unsheared(double[] g) {
        double[] x = g.clone();
        shear.addTransposed(x, -1);
        return x;
    }
}
