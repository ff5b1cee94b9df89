package org.legendre.geometry.model;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.FactoredHessian;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;

/** F + λI: it multiplies and measures without the matrix, and solves by a Cholesky factor. F itself is formed once for all its dampings. */
final class DampedHessian extends FactoredHessian {
    private final MeanGram gram;
    private final double lambda;
    private final Whole whole;

    DampedHessian(MeanGram gram, double lambda) {
        this(gram, lambda, new Whole());
    }

    private DampedHessian(MeanGram gram, double lambda, Whole whole) {
        this.gram = gram;
        this.lambda = lambda;
        this.whole = whole;
    }

    @Override
    public int size() {
        return gram.size();
    }

    @Override
    public Hessian damped(double more) {
        return new DampedHessian(gram, lambda + DomainException.requireNonnegative("damping λ", more), whole);
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
        double[][] matrix = Arrays.stream(whole.of(gram)).map(double[]::clone).toArray(double[][]::new);
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

    /** F without damping, once something needs it. */
    private static final class Whole {
        private double @Nullable [][] matrix;

        double[][] of(MeanGram gram) {
            double[][] known = matrix;
            if (known == null) {
                known = gram.toMatrix();
                matrix = known;
            }
            return known;
        }
    }
}
