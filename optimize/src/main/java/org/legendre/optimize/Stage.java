package org.legendre.optimize;

import java.util.Optional;

/**
 * What a {@link Scheme} sees of a run and where it makes the next point. Arrays are those of the run, not copies: only {@link #nextPoint}, {@link #nextDual} and {@link #momentum}
 * are to be written. A step is made in one of three ways: {@link #search} lets the step rule choose on a curve, {@link #along} leaves the choice to the scheme, {@link #place} accepts
 * a point that the scheme has filled in.
 */
public interface Stage {
    /**
     * The dimension.
     *
     * @return n
     */
    int size();

    /**
     * The measurements of the iterate that is being left.
     *
     * @return its row
     */
    Row from();

    /**
     * The iterate.
     *
     * @return x
     */
    double[] point();

    /**
     * The dual point of the iterate.
     *
     * @return y; empty without one
     */
    double[] dual();

    /**
     * The differential at the iterate.
     *
     * @return ∇f(x)
     */
    double[] differential();

    /**
     * What the scheme keeps from one iterate to the next.
     *
     * @return the {@link Scheme#momentumSize} numbers, to be changed in place
     */
    double[] momentum();

    /**
     * The geometry's curve of this run, begun at the iterate; for a scheme without {@linkplain Scheme#dual dual points} a workspace to begin anywhere.
     *
     * @return the curve
     */
    Curve curve();

    /**
     * Another workspace of the geometry.
     *
     * @return a new curve, not begun
     */
    Curve newCurve();

    /**
     * Lets the step rule move the next point along a curve.
     *
     * @param curve a curve begun at the iterate
     * @return empty once a point is accepted; else how the run ends
     */
    Optional<Outcome> search(Curve curve);

    /**
     * The next point on a curve, to be moved by the scheme itself; the last trial counts as accepted.
     *
     * @param curve a curve begun at the iterate
     * @return the trial point
     */
    Search along(Curve curve);

    /**
     * Accepts what the scheme has written to {@link #nextPoint} and, if it keeps dual points, {@link #nextDual}.
     *
     * @param step the length to record for this step
     */
    void place(double step);

    /**
     * The next point, or the present trial.
     *
     * @return its array
     */
    double[] nextPoint();

    /**
     * The dual point of the next point.
     *
     * @return its array; empty without one
     */
    double[] nextDual();

    /**
     * The differential at the next point or present trial, computed when it is first asked for.
     *
     * @return ∇f there
     */
    double[] nextDifferential();

    /**
     * The length of the step to the next point or present trial.
     *
     * @return the length
     */
    double nextStep();

    /**
     * The objective at the next point or present trial, without the term of a composite one; computed when it or the {@linkplain #nextDifferential differential} is first asked for.
     *
     * @return f there, +∞ outside the objective's own domain
     */
    double nextValue();

    /**
     * The term of a composite objective at a point.
     *
     * @param x the point
     * @return r(x); 0 without a {@linkplain Geometry#term term}
     * @throws StepException if it is not finite
     */
    double term(double[] x);

    /**
     * Another scheme, to run inside this one.
     *
     * @param scheme the scheme
     * @return its run, not begun
     */
    Inner inner(Scheme scheme);

    /**
     * The objective at any point, counted.
     *
     * @param x the point
     * @return f(x), +∞ outside the objective's own domain
     * @throws StepException if the objective fails
     */
    double value(double[] x);

    /**
     * The differential at any point, counted.
     *
     * @param x the point
     * @param out takes ∇f(x)
     * @return f(x)
     * @throws StepException if the objective fails
     */
    double gradient(double[] x, double[] out);

    /**
     * The objective itself, for schemes that need more than values and differentials.
     *
     * @return the objective
     */
    Objective<?, ?> objective();
}
