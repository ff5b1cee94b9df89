package org.legendre.geometry;

/** A dense matrix, held by its Cholesky factor: quadratic forms are squared lengths ‖Lᵀv‖² and ‖L⁻¹g‖². */
record DenseHessian(PositiveDefinite matrix) implements Hessian {
    @Override
    public int size() {
        return matrix.size();
    }

    @Override
    public void multiply(double[] v, double[] out) {
        matrix.multiply(v, out);
    }

    @Override
    public void solve(double[] g, double[] out) {
        matrix.solve(g, out);
    }

    @Override
    public double quadratic(double[] v) {
        return matrix.quadratic(v);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return matrix.inverseQuadratic(g);
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
