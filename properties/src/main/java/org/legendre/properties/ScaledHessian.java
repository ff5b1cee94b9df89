package org.legendre.properties;

import org.legendre.geometry.Hessian;

/** A matrix times a number: a Fisher metric with a relative error. */
record ScaledHessian(Hessian matrix, double factor) implements Hessian {
    @Override
    public int size() {
        return matrix.size();
    }

    @Override
    public void multiply(double[] v, double[] out) {
        matrix.multiply(v, out);
        scale(out, factor);
    }

    @Override
    public void solve(double[] g, double[] out) {
        matrix.solve(g, out);
        scale(out, 1 / factor);
    }

    @Override
    public double quadratic(double[] v) {
        return factor * matrix.quadratic(v);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return matrix.inverseQuadratic(g) / factor;
    }

    @Override
    public double logDeterminant() {
        return matrix.logDeterminant() + size() * Math.log(factor);
    }

    private static void scale(double[] x, double factor) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= factor;
        }
    }
}
