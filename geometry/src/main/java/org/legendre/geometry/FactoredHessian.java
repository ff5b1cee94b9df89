package org.legendre.geometry;

import org.jspecify.annotations.Nullable;

/** A matrix that multiplies and measures in a structure of its own, and solves by a Cholesky factor of the whole matrix, found when it is first asked for. */
public abstract class FactoredHessian implements Hessian {
    private @Nullable PositiveDefinite factored;

    /** For structures. */
    protected FactoredHessian() {}

    /**
     * Factorises the whole matrix.
     *
     * @return the matrix with its factor
     * @throws DomainException if it is singular, with the reason
     */
    protected abstract PositiveDefinite factorize();

    /**
     * The factor, found once.
     *
     * @return the matrix with its factor
     * @throws DomainException if it is singular, with the reason
     */
    protected final PositiveDefinite factored() {
        PositiveDefinite known = factored;
        if (known == null) {
            known = factorize();
            factored = known;
        }
        return known;
    }

    @Override
    public final void solve(double[] g, double[] out) {
        factored().solve(g, out);
    }

    @Override
    public final double inverseQuadratic(double[] g) {
        return factored().inverseQuadratic(g);
    }

    @Override
    public final double logDeterminant() {
        return factored().logDeterminant();
    }
}
