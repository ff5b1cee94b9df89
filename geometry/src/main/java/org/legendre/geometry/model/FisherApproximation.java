package org.legendre.geometry.model;

import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/**
 * An approximation of a {@link FisherInformation} by a structure that is cheap to solve with. It is none itself: it is another matrix, however much is computed, and its type says so, and of what it is an approximation.
 *
 * @param <F> what it approximates: {@link ExactFisher} or {@link MonteCarloFisher}
 */
public abstract sealed class FisherApproximation<F extends FisherInformation> implements FisherForm
        permits BlockFisher, KroneckerFisher, EigenKroneckerFisher, LowRankFisher {
    private final F fisher;

    FisherApproximation(F fisher) {
        this.fisher = fisher;
    }

    /**
     * What this approximates.
     *
     * @return the Fisher information
     */
    public F of() {
        return fisher;
    }

    /** This + λI; with λ = 0 it multiplies and measures. */
    abstract Hessian plus(double lambda);

    /** vᵀFv, a sum of nonnegative terms. */
    double quadratic(double[] v) {
        return plus(0).quadratic(v);
    }

    /** What its name is, without what it is of. */
    abstract String name();

    @Override
    public final int size() {
        return fisher.size();
    }

    private double[] require(Vec<Weights> v) {
        return DomainException.requireLength("tangent", v.toArray(), size());
    }

    @Override
    public final Vec<Differential<Weights>> lower(Vec<Weights> v) {
        double[] out = new double[size()];
        plus(0).multiply(require(v), out);
        return Vec.of(out);
    }

    /** {@inheritDoc} It is a sum of nonnegative terms. */
    @Override
    public final double squaredNorm(Vec<Weights> v) {
        return quadratic(require(v));
    }

    /**
     * The whole matrix.
     *
     * @return rows, a new array, exactly symmetric
     */
    public final double[][] toMatrix() {
        return plus(0).toMatrix();
    }

    @Override
    public final String toString() {
        return name() + " of the " + fisher;
    }
}
