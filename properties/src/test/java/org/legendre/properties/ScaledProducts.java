package org.legendre.properties;

import org.legendre.geometry.Hessian;

/** A matrix whose products are off by a factor, and nothing else. */
record ScaledProducts(Hessian matrix, double factor) implements Hessian {
    @Override
    public int size() {
        return matrix.size();
    }

    @Override
    public void multiply(double[] v, double[] out) {
        matrix.multiply(v, out);
        for (int i = 0; i < out.length; i++) {
            out[i] *= factor;
        }
    }

    @Override
    public double[][] toMatrix() {
        return matrix.toMatrix();
    }

    @Override
    public void solve(double[] g, double[] out) {
        matrix.solve(g, out);
    }

    @Override
    public double quadratic(double[] v) {
        return matrix.quadratic(v);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return matrix.inverseQuadratic(g);
    }

    @Override
    public double logDeterminant() {
        return matrix.logDeterminant();
    }
}
