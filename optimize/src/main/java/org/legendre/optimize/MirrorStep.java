package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;

/**
 * The closed-form step of one mirror map on one constraint, with the scratch space of one run: the Bregman projection of any dual point. {@link
 * MirrorTable} says which there are.
 */
interface MirrorStep {
    /** Why a run cannot start at x; empty if it can. */
    Optional<String> diagnose(double[] x);

    /** y = ∇φ(x). */
    void toDual(double[] x, double[] y);

    /**
     * The point x of the constraint that minimises φ(x) − ⟨y, x⟩, for a finite y. It replaces y by the dual point of x, which may be known where x has underflowed or rounded onto
     * a boundary.
     *
     * @return why there is no such point in binary64; empty if there is
     */
    String project(double[] y, double[] x);

    /** The projection of the dual point y₀ − tg, with the reason of {@link #project}. */
    default String move(double[] y0, double[] g, double t, double[] y, double[] x) {
        DualLine.straight(y0, g, t, y, 0, y.length);
        String reason = DualLine.overflow(y, 0, y.length);
        return reason.isEmpty() ? project(y, x) : reason;
    }

    /** Whether the {@link #decrement} measures the Frank–Wolfe {@link #gap} of the constraint on its way. */
    default boolean gauges() {
        return false;
    }

    /** The gap where the last decrement was measured. */
    default double gap() {
        throw new UnsupportedOperationException("this step does not measure the gap");
    }

    /** ½‖v‖² in the metric ∇²φ(x), v being the direction of steepest descent along the constraint. */
    double decrement(double[] x, double[] y, double[] g);

    /** See {@link Curve#pulls}. */
    default boolean pulls() {
        return false;
    }

    /** See {@link Curve#pull}. */
    default void pull(double[] x, double[] y, double[] g, double[] out) {
        throw new UnsupportedOperationException("the projection is not differentiable everywhere");
    }

    /** See {@link Curve#held}. */
    default void held(double[] x, double[] g, boolean[] out) {
        Arrays.fill(out, false);
    }

    /** D_φ(x, x₀). */
    double divergence(double[] x, double[] y, double[] x0, double[] y0);

    /** Whether x₊ = x − tg, clipped to intervals. */
    default boolean isSquaredDistance() {
        return false;
    }

    /** See {@link Geometry#exponentialWeights}. */
    default boolean exponentialWeights() {
        return false;
    }

    /** See {@link Curve#tangential}. */
    default void tangential(double[] x, double[] g, double[] out) {
        System.arraycopy(g, 0, out, 0, g.length);
    }
}
