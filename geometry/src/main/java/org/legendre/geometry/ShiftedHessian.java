package org.legendre.geometry;

/** H + λI for any H, held by its Cholesky factor once something is to be solved. */
final class ShiftedHessian extends FactoredHessian {
    private final Hessian hessian;
    private final double lambda;

    ShiftedHessian(Hessian hessian, double lambda) {
        this.hessian = hessian;
        this.lambda = DomainException.requireNonnegative("damping λ", lambda);
    }

    @Override
    public int size() {
        return hessian.size();
    }

    @Override
    public Hessian damped(double more) {
        DomainException.requireNonnegative("damping λ", more);
        return new ShiftedHessian(hessian, lambda + more);
    }

    @Override
    public void multiply(double[] v, double[] out) {
        hessian.multiply(v, out);
        for (int i = 0; i < v.length; i++) {
            out[i] += lambda * v[i];
        }
    }

    @Override
    public double quadratic(double[] v) {
        return hessian.quadratic(v) + lambda * ConjugateGradients.dot(v, v);
    }

    @Override
    public double[][] toMatrix() {
        double[][] matrix = hessian.toMatrix();
        for (int i = 0; i < matrix.length; i++) {
            matrix[i][i] += lambda;
        }
        return matrix;
    }

    @Override
    protected PositiveDefinite factorize() {
        return PositiveDefinite.regular(toMatrix(), "its damping λ = " + lambda + " is too small");
    }
}
