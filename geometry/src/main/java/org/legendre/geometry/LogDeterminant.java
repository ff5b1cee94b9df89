package org.legendre.geometry;

/**
 * φ(X) = −log det X on positive definite d×d matrices as packed lower triangles; ∇φ(X) = −X⁻¹ with its off-diagonal entries doubled. Made by {@link
 * Potentials#logDeterminant}.
 */
public final class LogDeterminant implements Potential {
    private final PackedCone cone;
    private final boolean conjugate;

    private LogDeterminant(int d, boolean conjugate) {
        this.cone = conjugate ? PackedCone.natural(d) : new PackedCone("the matrix", d, 1, 1);
        this.conjugate = conjugate;
    }

    static LogDeterminant of(int d) {
        return new LogDeterminant(d, false);
    }

    /** φ*(Y) = −d − log det(−Y). */
    static LogDeterminant conjugate(int d) {
        return new LogDeterminant(d, true);
    }

    /**
     * The dimension of the matrices.
     *
     * @return d
     */
    public int dimension() {
        return cone.d();
    }

    @Override
    public Domain domain() {
        return cone;
    }

    @Override
    public double value(double[] x) {
        return -cone.matrix(x).logDeterminant() - (conjugate ? cone.d() : 0);
    }

    @Override
    public void gradient(double[] x, double[] out) {
        double[] inverse = cone.matrix(x).inverse().toPacked();
        double[] scaled = conjugate ? inverse : PackedCone.scaled(cone.d(), inverse, -1, -2);
        System.arraycopy(scaled, 0, out, 0, out.length);
    }

    @Override
    public Hessian hessian(double[] x) {
        return conjugate
                ? new SymmetricHessian(cone.matrix(x).inverse(), 1)
                : new SymmetricHessian(cone.matrix(x), 1).inverse();
    }

    @Override
    public String toString() {
        return "the log-determinant";
    }
}
