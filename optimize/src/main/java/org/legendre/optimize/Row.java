package org.legendre.optimize;

/** The measurements of an iterate: all that is recorded of it besides the point. None of them is ever NaN. */
public interface Row {
    /**
     * The number of steps taken.
     *
     * @return the iteration, 0 at the start
     */
    int iteration();

    /**
     * The objective.
     *
     * @return f(x), or f(x) + r(x) where the geometry keeps a {@linkplain Geometry#term term} r
     */
    double value();

    /**
     * How much the last step changed the objective.
     *
     * @return f(x) − f(previous x); +∞ at the start
     */
    double change();

    /**
     * The length of the step that led here.
     *
     * @return the step; 0 at the start
     */
    double step();

    /**
     * Half the squared dual length of the differential in the geometry, ½gᵀG⁻¹g (along the constraint, if there is one): what a unit step
     * gains on a quadratic with metric G.
     *
     * @return the decrement; +∞ if the geometry could not compute it
     */
    double decrement();

    /**
     * The relative residual of the iterative solve for the direction at the iterate, ‖Gv − g‖/‖g‖, as {@linkplain Curve#residual conjugate gradients} have.
     *
     * @return the residual; 0 where nothing was solved by iteration
     */
    double residual();

    /**
     * The damping λ with which the direction at the iterate was solved for, (G + λI)v = g, besides what the metric has of its own.
     *
     * @return λ; 0 where the scheme does not damp
     */
    double damping();

    /**
     * The duality gap, which bounds value − optimum for a convex objective.
     *
     * @return the gap; +∞ where the geometry knows none
     */
    double gap();

    /**
     * How often the objective was asked for a value or a gradient, up to this iterate.
     *
     * @return the number of calls since the start
     */
    long oracleCalls();

    /**
     * The time since the start, earlier parts of a resumed run included.
     *
     * @return seconds
     */
    double seconds();
}
