package org.legendre.geometry.model;

import java.util.Arrays;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;

/**
 * The diagonal blocks of a Fisher information, with damping. It measures by squares, through the layers: that needs no factor, so that singular blocks measure, too, and nothing cancels.
 *
 * @param form the blocks without damping
 * @param lambda λ
 * @param matrix the blocks + λI, which solve
 */
record DampedBlocks(BlockFisher<?> form, double lambda, Hessian matrix) implements Hessian {
    @Override
    public int size() {
        return matrix.size();
    }

    @Override
    public Hessian damped(double more) {
        DomainException.requireNonnegative("damping λ", more);
        return new DampedBlocks(form, lambda + more, matrix.damped(more));
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
        return form.quadratic(v)
                + Arrays.stream(v).map(entry -> lambda * entry * entry).sum();
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return matrix.inverseQuadratic(g);
    }

    @Override
    public double logDeterminant() {
        return matrix.logDeterminant();
    }
}
