package org.legendre.geometry;

import java.util.Arrays;

/** The typed face of a {@link Hessian}. */
record HessianMetric<X extends Coordinates<Y>, Y extends Coordinates<X>>(Hessian hessian) implements Metric<X, Y> {
    private static final int LEGIBLE = 8;

    @Override
    public int size() {
        return hessian.size();
    }

    @Override
    public Vec<Y> lower(Vec<X> v) {
        double[] out = new double[size()];
        hessian.multiply(DomainException.requireLength("tangent", v.toArray(), size()), out);
        return Vec.owning(out);
    }

    @Override
    public Vec<X> raise(Vec<Y> g) {
        double[] out = new double[size()];
        hessian.solve(DomainException.requireLength("covector", g.toArray(), size()), out);
        return Vec.owning(out);
    }

    @Override
    public double squaredNorm(Vec<X> v) {
        return hessian.quadratic(DomainException.requireLength("tangent", v.toArray(), size()));
    }

    @Override
    public double squaredDualNorm(Vec<Y> g) {
        return hessian.inverseQuadratic(DomainException.requireLength("covector", g.toArray(), size()));
    }

    @Override
    public double logDeterminant() {
        return hessian.logDeterminant();
    }

    @Override
    public double[][] toMatrix() {
        return hessian.toMatrix();
    }

    /** {@inheritDoc} The matrix, if it is small enough to read. */
    @Override
    public String toString() {
        return size() <= LEGIBLE ? Arrays.deepToString(toMatrix()) : "a metric of " + size() + " coordinates";
    }
}
