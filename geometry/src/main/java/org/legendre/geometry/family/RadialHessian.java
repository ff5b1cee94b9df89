package org.legendre.geometry.family;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.special.Sums;

/** t (I − mmᵀ) + s mmᵀ, the Hessian of a function of the length: s along the unit vector m and t across it. */
final class RadialHessian implements Hessian {
    private final double[] axis;
    private final double along;
    private final double across;

    /** The axis is a unit vector, or any vector, zero too, if both curvatures are equal. */
    RadialHessian(double[] axis, double along, double across) {
        this.axis = axis;
        this.along = DomainException.requirePositive("curvature along the axis", along);
        this.across = DomainException.requirePositive("curvature across the axis", across);
    }

    @Override
    public int size() {
        return axis.length;
    }

    @Override
    public void multiply(double[] v, double[] out) {
        combine(v, along, across, out);
    }

    @Override
    public void solve(double[] g, double[] out) {
        combine(g, 1 / along, 1 / across, out);
    }

    private void combine(double[] v, double s, double t, double[] out) {
        double pairing = Sums.dot(axis, v);
        for (int i = 0; i < v.length; i++) {
            double part = axis[i] * pairing;
            out[i] = s * part + t * (v[i] - part);
        }
    }

    @Override
    public double quadratic(double[] v) {
        return measure(v, along, across);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return measure(g, 1 / along, 1 / across);
    }

    private double measure(double[] v, double s, double t) {
        double pairing = Sums.dot(axis, v);
        double square = 0;
        for (int i = 0; i < v.length; i++) {
            double rest = Math.fma(-axis[i], pairing, v[i]);
            square += rest * rest;
        }
        return s * pairing * pairing + t * square;
    }

    @Override
    public double logDeterminant() {
        return Math.log(along) + (axis.length - 1) * Math.log(across);
    }
}
