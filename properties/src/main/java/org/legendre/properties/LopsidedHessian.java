package org.legendre.properties;

import org.legendre.geometry.Hessian;

/** A matrix that multiplies with half of what is beside the diagonal in its first row, and with all of it in its first column. */
record LopsidedHessian(Hessian matrix) implements Hessian {
    @Override
    public int size() {
        return matrix.size();
    }

    @Override
    public void multiply(double[] v, double[] out) {
        matrix.multiply(v, out);
        double[][] rows = matrix.toMatrix();
        for (int j = 1; j < v.length; j++) {
            out[0] -= 0.5 * rows[0][j] * v[j];
        }
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
