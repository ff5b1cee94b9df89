package org.legendre.geometry.family;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.special.Sums;

/**
 * A symmetric positive definite 2×2 matrix with its Schur complement yy − xy²/xx given apart: the entries alone do not determine it to any
 * accuracy where the two coordinates are nearly dependent, as shape and rate of a gamma of large shape.
 *
 * @param xx the first diagonal entry, positive
 * @param xy the off-diagonal entry
 * @param yy the second diagonal entry, positive
 * @param schur yy − xy²/xx, positive
 */
record PlaneHessian(double xx, double xy, double yy, double schur) implements Hessian {
    PlaneHessian {
        DomainException.requirePositive("diagonal entry 0", xx);
        DomainException.requireFinite("off-diagonal entry", xy);
        DomainException.requirePositive("diagonal entry 1", yy);
        DomainException.requirePositive("Schur complement", schur);
    }

    @Override
    public int size() {
        return 2;
    }

    @Override
    public void multiply(double[] v, double[] out) {
        out[0] = Sums.differenceOfProducts(xx, v[0], -xy, v[1]);
        out[1] = Sums.differenceOfProducts(xy, v[0], -yy, v[1]);
    }

    @Override
    public void solve(double[] g, double[] out) {
        double second = Sums.differenceOfProducts(g[1], 1, xy / xx, g[0]) / schur;
        out[0] = Sums.differenceOfProducts(g[0], 1, xy, second) / xx;
        out[1] = second;
    }

    @Override
    public double quadratic(double[] v) {
        double first = Math.fma(xy / xx, v[1], v[0]);
        return xx * first * first + schur * v[1] * v[1];
    }

    @Override
    public double inverseQuadratic(double[] g) {
        double second = Math.fma(-xy / xx, g[0], g[1]);
        return g[0] / xx * g[0] + second / schur * second;
    }

    @Override
    public double logDeterminant() {
        return Math.log(xx) + Math.log(schur);
    }

    @Override
    public double[][] toMatrix() {
        return new double[][] {{xx, xy}, {xy, yy}};
    }
}
