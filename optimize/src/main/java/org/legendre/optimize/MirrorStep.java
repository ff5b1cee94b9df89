package org.legendre.optimize;

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
     * The point x of the constraint that minimises φ(x) − ⟨y, x⟩. It replaces y by the dual point of x, which may be known where x has underflowed or rounded onto
     * a boundary.
     *
     * @return why there is no such point in binary64; empty if there is
     */
    String project(double[] y, double[] x);

    /** ½‖v‖² in the metric ∇²φ(x), v being the direction of steepest descent along the constraint. */
    double decrement(double[] x, double[] y, double[] g);

    /**
     * v = ∂x/∂y · g: the differential raised by the metric ∇²φ(x), along the constraint. False where the map y ↦ x of the projection is not differentiable everywhere, as on
     * sets whose ends can be active.
     */
    default boolean raise(double[] x, double[] y, double[] g, double[] out) {
        return false;
    }

    /** D_φ(x, x₀). */
    double divergence(double[] x, double[] y, double[] x0, double[] y0);

    /** Whether x₊ = x − tg, clipped to intervals. */
    default boolean isSquaredDistance() {
        return false;
    }

    /** See {@link Curve#tangential}. */
    default void tangential(double[] x, double[] g, double[] out) {
        System.arraycopy(g, 0, out, 0, g.length);
    }
}
