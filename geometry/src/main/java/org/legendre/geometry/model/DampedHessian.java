package org.legendre.geometry.model;

import org.jspecify.annotations.Nullable;
import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.IterativeHessian;
import org.legendre.geometry.PositiveDefinite;

/** F + λI: it multiplies and measures without the matrix, and solves by a Cholesky factor. */
class DampedHessian implements Hessian {
    private final MeanGram gram;
    private final double lambda;
    private @Nullable PositiveDefinite dense;

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
    public void solve(double[] g, double[] out) {
        dense().solve(g, out);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return dense().inverseQuadratic(g);
    }

    @Override
    public double logDeterminant() {
        return dense().logDeterminant();
    }

    final MeanGram gram() {
        return gram;
    }

    final double lambda() {
        return lambda;
    }

    private PositiveDefinite dense() {
        PositiveDefinite known = dense;
        if (known == null) {
            known = PositiveDefinite.regular(
                    toMatrix(), "its damping λ = " + lambda + " is too small for this " + gram + ", which is singular");
            dense = known;
        }
        return known;
    }

    /** The same, solved by conjugate gradients. */
    static final class Iterative extends DampedHessian implements IterativeHessian {
        private final ConjugateGradients solver;

        Iterative(MeanGram gram, double lambda, ConjugateGradients solver) {
            super(gram, lambda);
            this.solver = solver;
        }

        @Override
        public Hessian damped(double more) {
            return new Iterative(gram(), lambda() + DomainException.requireNonnegative("damping λ", more), solver);
        }

        @Override
        public double solve(double[] g, double[] start, double[] out) {
            return solver.solve(this::multiply, g, start, out);
        }

        @Override
        public void solve(double[] g, double[] out) {
            IterativeHessian.super.solve(g, out);
        }

        @Override
        public double inverseQuadratic(double[] g) {
            return IterativeHessian.super.inverseQuadratic(g);
        }
    }
}
