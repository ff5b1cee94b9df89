package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/**
 * How the next iterate follows from the present one and the past: what makes mirror descent, dual averaging or an accelerated method the method that it is. A scheme is
 * immutable; what a run remembers is in its {@link State}.
 *
 * <p>To write one, implement {@link #motion}: the {@link Motion} of one run reads the iterate from its {@link Stage}, makes the next point there, and keeps whatever must
 * outlive an iterate in {@link Stage#momentum()}, from which a resumed run goes on bit for bit.
 */
public interface Scheme {
    /**
     * The workspace of one run.
     *
     * @param stage the iterate, the next point and the oracle of the run
     * @return a new workspace
     */
    Motion motion(Stage stage);

    /**
     * How many numbers the scheme keeps in the state, besides the iterate with its dual point and differential.
     *
     * @param n the dimension
     * @return the length of {@link Stage#momentum()}
     */
    default int momentumSize(int n) {
        return 0;
    }

    /**
     * Whether iterates are made from their dual points, as by a mirror step. Other iterates (averages of points) have no dual point in the state and no decrement.
     *
     * @return true by default
     */
    default boolean dual() {
        return true;
    }

    /**
     * Whether the {@link StepRule} of the method picks the lengths of the steps; a scheme that has its own refuses one.
     *
     * @return true by default
     */
    default boolean searches() {
        return true;
    }

    /**
     * Why the scheme does not go with a geometry.
     *
     * @param geometry the geometry
     * @return the reason in words; empty (the default) if it does
     */
    default Optional<String> diagnose(Geometry<?, ?> geometry) {
        return Optional.empty();
    }

    /**
     * The step rule of a method for which none was set.
     *
     * @return {@link StepRule#armijo()} by default
     */
    default StepRule rule() {
        return StepRule.armijo();
    }

    /**
     * One step along the geometry's own curve: mirror descent, natural gradient or gradient descent, by the geometry.
     *
     * @return the scheme, which is the default
     */
    static Scheme descent() {
        return PlainDescent.INSTANCE;
    }

    /**
     * L-BFGS in the coordinates y of the geometry: with v = (∂x/∂y)ᵀ∇f the differential in y, the step is y(t) = y − t·Hv, where H is made by the BFGS updates of the last m pairs (Δy, Δv) from ΔyᵀΔv/|Δv|²
     * times the identity. Log weights on the simplex with {@link Geometry#exponentiatedGradient}, square roots of weights with {@link Geometry#hellinger} (much the better where the optimum has zeros: there log weights run to −∞), x itself with
     * half the squared norm. At the ends of a box the coordinates that the gradient pushes outwards are held, and H is taken on the others (two-metric projection).
     *
     * <p>The step rule is {@link StepRule#wolfe()} unless another one is set. A pair of no positive curvature is dropped.
     *
     * <p>Source: J. Nocedal, Updating quasi-Newton matrices with limited storage, Math. Comp. 35 (1980); D. P. Bertsekas, Projected Newton methods for optimization problems with simple
     * constraints, SIAM J. Control Optim. 20 (1982), for the box.
     *
     * @param pairs m, at least 1; 10 to 40 for most purposes
     * @return the scheme, for geometries whose points are a smooth function of their dual points
     * @throws DomainException if m is not positive
     */
    static Scheme quasiNewton(int pairs) {
        return new QuasiNewton(pairs);
    }
}
