package org.legendre.optimize;

import java.util.Arrays;

/**
 * The workspace of one run in a {@link Geometry}: at each iterate it takes the differential once, factorises what has to be factorised, and
 * then gives the trial point x(t) of every step length t. Array in, array out; it keeps nothing from one iterate to the next, so that a
 * {@link State} alone says where a run stands.
 */
public interface Curve {
    /**
     * The dual coordinates of a point, for geometries that step there.
     *
     * @param x a point that the geometry accepts
     * @param y takes the dual point; left alone by a geometry without one
     */
    void toDual(double[] x, double[] y);

    /**
     * The point of given dual coordinates.
     *
     * @param y a dual point; with a constraint it is replaced by its projection (log weights are normalised)
     * @param x takes the point
     * @return false if no point has these dual coordinates; then {@link #obstacle} says why
     */
    boolean fromDual(double[] y, double[] x);

    /**
     * Begins at an iterate. The arrays stay unchanged until the next call.
     *
     * @param x the point
     * @param y its dual point
     * @param g the differential there
     */
    void begin(double[] x, double[] y, double[] g);

    /**
     * ½gᵀG⁻¹g at the iterate, along the constraint; a negative number or NaN says that the geometry gives no descent direction.
     *
     * @return the decrement
     */
    double decrement();

    /**
     * How well the direction at the iterate was solved for, where that takes an iterative solve.
     *
     * @return the relative residual ‖Gv − g‖/‖g‖; 0 (the default) where the direction comes in closed form or by a factorisation
     */
    default double residual() {
        return 0;
    }

    /**
     * The damping that a scheme added to the metric at the iterate.
     *
     * @return λ; 0 (the default) where there is none
     */
    default double damping() {
        return 0;
    }

    /**
     * Whether the geometry has coordinates y of which x is a smooth function, up to coordinates that are {@link #held}, so that {@link #pull} has a meaning.
     *
     * @return false for a geometry without a dual point, and where the projection of dual points onto a constraint is not differentiable everywhere
     */
    default boolean pulls() {
        return false;
    }

    /**
     * Pulls a differential back to the coordinates y: v = (∂x/∂y)ᵀg, the differential in y of a function whose differential in x is g. For a mirror map ∂x/∂y is symmetric, and v
     * is g raised by its metric, along the constraint.
     *
     * @param x a point
     * @param y its dual point
     * @param g a covector there
     * @param out takes v
     * @throws UnsupportedOperationException unless {@link #pulls}; schemes ask before a run begins
     */
    default void pull(double[] x, double[] y, double[] g, double[] out) {
        throw new UnsupportedOperationException("this geometry has no coordinates to pull a differential back to");
    }

    /**
     * Which coordinates a step against g leaves alone, because they are at an end of the constraint that g pushes against.
     *
     * @param x a point
     * @param g the differential there
     * @param out takes true for those that are held; by default none is
     */
    default void held(double[] x, double[] g, boolean[] out) {
        Arrays.fill(out, false);
    }

    /**
     * The trial point x(t).
     *
     * @param t the step length, positive
     * @param x takes the trial point
     * @param y takes its dual point
     * @return false if the step leaves the domain; then {@link #obstacle} says why
     */
    boolean move(double t, double[] x, double[] y);

    /**
     * The step at which the curve ends, as a segment does; {@link #move} goes no further.
     *
     * @return the greatest step at the iterate; +∞ (the default) where there is none
     */
    default double longest() {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Why the last {@link #move} or {@link #fromDual} left the domain.
     *
     * @return the reason in words
     */
    String obstacle();

    /**
     * The proximal term D of the step, for which x(t) minimises ⟨g, x − x(0)⟩ + D(x, x(0))/t: the Bregman divergence of a mirror step,
     * half the squared length of a natural one.
     *
     * @param x the last trial point
     * @param y its dual point
     * @return D(x(t), x(0)) ≥ 0
     */
    double divergence(double[] x, double[] y);

    /**
     * Takes from a covector what is normal to the constraint: pairings with differences of feasible points stay the same, and near a
     * constrained optimum they no longer cancel. A composite step adds the subgradient of its term that makes the sum at the iterate least. This default copies.
     *
     * @param g a covector
     * @param out takes the tangential part
     */
    default void tangential(double[] g, double[] out) {
        System.arraycopy(g, 0, out, 0, g.length);
    }

    /**
     * What the linear model of a composite step leaves out: r(x) − r(x(0)) − ⟨s, x − x(0)⟩ for the subgradient s ∈ ∂r(x(0)) that {@link #tangential} adds to a covector. No part of it
     * cancels against another.
     *
     * @param x a trial point
     * @return the excess ≥ 0; 0 (the default) without a term r
     */
    default double excess(double[] x) {
        return 0;
    }
}
