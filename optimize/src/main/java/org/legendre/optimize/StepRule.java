package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** Picks the length of each step. Rules keep nothing themselves; what they remember is in the {@link State}. */
@FunctionalInterface
public interface StepRule {
    /**
     * Moves the trial point to where it is to be accepted.
     *
     * @param search the iterate and its curve of trial points
     * @return empty to accept the last trial point; else how the run ends, without a step
     */
    Optional<Outcome> choose(Search search);

    /**
     * How many numbers the rule keeps in the state.
     *
     * @return the length of {@link Search#memory()}
     */
    default int memorySize() {
        return 0;
    }

    /**
     * Always the same step. A step out of the domain ends the run as failed.
     *
     * @param t the step length
     * @return the rule
     * @throws DomainException if t is not positive and finite
     */
    static StepRule constant(double t) {
        return new Scheduled(t, 0);
    }

    /**
     * The step first/(k + 1)^power at iterate k. A step out of the domain ends the run as failed.
     *
     * @param first the first step
     * @param power the exponent, ≥ 0; ½ for Lipschitz objectives, 1 for online averaging
     * @return the rule
     * @throws DomainException if the first step is not positive or the power negative, or one is not finite
     */
    static StepRule decaying(double first, double power) {
        return new Scheduled(first, power);
    }

    /**
     * Backtracking from twice the previous step (1 at first, or the first power of 2 that moves the point by more than rounding) until
     * f(x(t)) ≤ f(x) + ¼⟨∇f(x), x(t) − x⟩ + allowance, where the allowance is the
     * resolution of the objective's values. Where the predicted decrease is no longer visible in values, the slope at the trial point decides
     * ({@code ⟨∇f(x(t)), x(t) − x⟩ ≤ ½|⟨∇f(x), x(t) − x⟩|}); where slopes show no progress either, the run has converged. If values
     * contradict the slope that the differential predicts, the run ends with {@link Outcome.AssumptionViolated}.
     *
     * <p>Source: L. Armijo, Pacific J. Math. 16 (1966), theorem; for the rounding level W. W. Hager and H. Zhang, SIAM J. Optim. 16 (2005),
     * equation 4.1 (approximate Wolfe condition).
     *
     * @return the rule
     */
    static StepRule armijo() {
        return new Armijo(1, 2);
    }

    /**
     * As {@link #armijo()}, but each search starts from the same step: 1 for natural gradient and Fisher scoring, whose full step is the
     * right one near the optimum.
     *
     * @param first the step to try first
     * @return the rule
     * @throws DomainException if the step is not positive and finite
     */
    static StepRule armijoFrom(double first) {
        return new Armijo(first, 0);
    }

    /**
     * The step 2/(k + 2) at iterate k, for {@linkplain Geometry#frankWolfe Frank–Wolfe}: f(x_k) − min f ≤ 2C/(k + 2) with C the curvature constant of f on the set.
     *
     * <p>Source: M. Jaggi, Revisiting Frank–Wolfe, ICML 2013, theorem 1.
     *
     * @return the rule
     */
    static StepRule openLoop() {
        return OpenLoop.INSTANCE;
    }

    /**
     * {@link #exact(double)} to a tenth of the slope.
     *
     * @return the rule
     */
    static StepRule exact() {
        return exact(0.1);
    }

    /**
     * Exact line search for a convex objective: the step at which the slope s(t) = ⟨∇f(x(t)), x(t) − x⟩/t is 0 within a tolerance, |s(t)| ≤ ε|s(0)|, or the end of the curve if the slope is negative there. On a straight line (natural gradient, Frank–Wolfe) that is the
     * minimum; on a curved one it is where the chord from x stops to descend. Brackets, then regula falsi (Illinois) and bisection; each trial costs a gradient. If values contradict the slopes of a convex function, the run ends with {@link
     * Outcome.AssumptionViolated}; where no slope can be measured, it has converged.
     *
     * @param tolerance ε, in (0, 1)
     * @return the rule
     * @throws DomainException if the tolerance is not in (0, 1)
     */
    static StepRule exact(double tolerance) {
        return new ExactSearch(tolerance);
    }

    /**
     * The conditions of Wolfe, for {@linkplain Scheme#quasiNewton quasi-Newton} steps: from the step 1, halved until f(x(t)) ≤ f(x) + 10⁻⁴⟨∇f(x), x(t) − x⟩, or else made four times longer while the objective
     * still falls nearly as fast as at the iterate, {@code ⟨∇f(x(t)), x(t) − x⟩ < 0.9⟨∇f(x), x(t) − x⟩}. Each trial costs one call for value and gradient together. Rounding level and
     * contradictions as in {@link #armijo()}.
     *
     * <p>Source: P. Wolfe, Convergence conditions for ascent methods, SIAM Review 11 (1969); the constants are those of J. Nocedal and S. J. Wright, Numerical Optimization (2006), section 6.1.
     *
     * @return the rule
     */
    static StepRule wolfe() {
        return new Wolfe();
    }

    /**
     * Backtracking from twice the previous step (1 at first) until f(x(t)) ≤ f(x) + ⟨∇f(x), x(t) − x⟩ + D(x(t), x)/t + allowance: 1/t estimates
     * the relative smoothness constant. Rounding level and contradictions as in {@link #armijo()}.
     *
     * <p>Source: H. Lu, R. M. Freund and Y. Nesterov, Relatively smooth convex optimization by first-order methods, SIAM J. Optim. 28 (2018),
     * definition 1.1.
     *
     * @return the rule
     */
    static StepRule relativeSmoothness() {
        return new RelativeSmoothness();
    }
}
