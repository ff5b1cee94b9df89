package org.legendre.geometry.model;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.FactoredHessian;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;

/** F + λI: it multiplies and measures without the matrix, and solves by a Cholesky factor. */
final class DampedHessian extends FactoredHessian {
    private final MeanGram gram;
    private final double lambda;

    DampedHessian(MeanGram gram, double lambda) {
        this.gram = gram;
        this.lambda = lambda;
    }

    @Override
    public int size() {
        return gram.size();
    }

    @Override
    public Hessian damped(double more) {
        return new DampedHessian(gram, lambda + DomainException.requireNonnegative("damping λ", more));
    }

    @Override
    public void multiply(double[] v, double[] out) {
        gram.multiply(v, out);
        for (int j = 0; j < v.length; j++) {
            out[j] += lambda * v[j];
        }
    }

    @Override
    public double[][] toMatrix() {
        double[][] matrix = gram.toMatrix();
        for (int j = 0; j < matrix.length; j++) {
            matrix[j][j] += lambda;
        }
        return matrix;
    }

    @Override
    public double quadratic(double[] v) {
        double squares = 0;
        for (double entry : v) {
            squares += lambda * entry * entry;
        }
        return gram.quadratic(v) + squares;
    }

    @Override
    protected PositiveDefinite factorize() {
        return PositiveDefinite.regular(
                toMatrix(), "its damping λ = " + lambda + " is too small for this " + gram + ", which is singular");
    }
}
