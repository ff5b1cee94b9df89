package org.legendre.geometry;

/** The inverse of a structure: products and solves change places. */
record InverseHessian(Hessian of) implements Hessian {
    @Override
    public int size() {
        return of.size();
    }

    @Override
    public void multiply(double[] v, double[] out) {
        of.solve(v, out);
    }

    @Override
    public void solve(double[] g, double[] out) {
        of.multiply(g, out);
    }

    @Override
    public double quadratic(double[] v) {
        return of.inverseQuadratic(v);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return of.quadratic(g);
    }

    @Override
    public double logDeterminant() {
        return -of.logDeterminant();
    }

    @Override
    public Hessian inverse() {
        return of;
    }
}
