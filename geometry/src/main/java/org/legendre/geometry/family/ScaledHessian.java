package org.legendre.geometry.family;

import org.legendre.geometry.Hessian;

/** A matrix times a positive number. */
record ScaledHessian(Hessian hessian, double factor) implements Hessian {
    @Override
    public int size() {
        return hessian.size();
    }

    @Override
    public void multiply(double[] v, double[] out) {
        hessian.multiply(v, out);
        for (int i = 0; i < out.length; i++) {
            out[i] *= factor;
        }
    }

    @Override
    public void solve(double[] g, double[] out) {
        hessian.solve(g, out);
        for (int i = 0; i < out.length; i++) {
            out[i] /= factor;
        }
    }

    @Override
    public double quadratic(double[] v) {
        return factor * hessian.quadratic(v);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return hessian.inverseQuadratic(g) / factor;
    }

    @Override
    public double logDeterminant() {
        return hessian.logDeterminant() + size() * Math.log(factor);
    }
}
