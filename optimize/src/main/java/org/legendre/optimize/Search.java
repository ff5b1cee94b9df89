package org.legendre.optimize;

/**
 * What a {@link StepRule} sees: the iterate that is being left and, after {@link #move}, one trial point on the curve. Values at the trial point
 * are computed when asked for and kept until the next move; the rule that returns accepts the last trial.
 */
public interface Search {
    /**
     * The iterate that is being left.
     *
     * @return its measurements; {@code from().step()} is the previous step, 0 at the start
     */
    Row from();

    /**
     * The step at which the curve ends.
     *
     * @return the greatest step; +∞ where there is none
     */
    default double longest() {
        return Double.POSITIVE_INFINITY;
    }

    /**
     * Moves the trial point, at most to the end of the curve.
     *
     * @param t the step length, positive
     * @return false if the step leaves the domain; then {@link #obstacle} says why
     */
    boolean move(double t);

    /**
     * Why the last move left the domain.
     *
     * @return the reason in words
     */
    String obstacle();

    /**
     * The objective at the trial point; +∞ if the trial is outside the objective's own domain.
     *
     * @return f(x(t)), with r(x(t)) for a composite objective
     */
    double trialValue();

    /**
     * The objective at the trial point with its gradient, which costs one call and is kept: for rules that will ask for {@link #trialSlope} next.
     *
     * @return f(x(t)); +∞ if the trial is outside the objective's own domain
     */
    double trialGradient();

    /**
     * The derivative at the trial point along the step; the gradient that it costs is kept if the trial is accepted.
     *
     * @return ⟨∇f(x(t)), x(t) − x⟩, and r(x(t)) − r(x) for a composite objective
     */
    double trialSlope();

    /**
     * The change that the differential at the iterate predicts.
     *
     * @return ⟨∇f(x), x(t) − x⟩, and r(x(t)) − r(x) for a composite objective; negative for a descent step
     */
    double linear();

    /**
     * A bound on the rounding error of {@link #linear}.
     *
     * @return ε Σ|gᵢ|(|x(t) − x|ᵢ + |xᵢ|), g without its part normal to the constraint
     */
    double linearRounding();

    /**
     * The proximal term of the geometry.
     *
     * @return D(x(t), x)
     */
    double divergence();

    /**
     * The rounding error of a value of the objective here.
     *
     * @return the resolution, see {@link Objective#resolution}
     */
    double resolution();

    /**
     * What the rule keeps from one iterate to the next: it is part of the {@link State}, all zeros at the start.
     *
     * @return the memory of {@link StepRule#memorySize()} numbers, to be changed in place
     */
    double[] memory();
}
