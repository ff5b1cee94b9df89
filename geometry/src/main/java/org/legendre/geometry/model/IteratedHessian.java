package org.legendre.geometry.model;

import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.IterativeHessian;

/** A matrix of which only the products are used, solved by conjugate gradients. */
record IteratedHessian(Hessian matrix, ConjugateGradients solver) implements IterativeHessian {
    @Override
    public int size() {
        return matrix.size();
    }

    @Override
    public Hessian damped(double more) {
        return new IteratedHessian(matrix.damped(more), solver);
    }

    @Override
    public void multiply(double[] v, double[] out) {
        matrix.multiply(v, out);
    }

    @Override
    public double solve(double[] g, double[] start, double[] out) {
        return solver.solve(matrix::multiply, g, start, out);
    }

    @Override
    public double quadratic(double[] v) {
        return matrix.quadratic(v);
    }

    @Override
    public double logDeterminant() {
        return matrix.logDeterminant();
    }

    @Override
    public double[][] toMatrix() {
        return matrix.toMatrix();
    }
}
