package org.legendre.properties;

import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;

/** What a scheme claims to make of the differentials that it has seen; g_k is that at the iterate x_k, t the length that the run is asked for. */
public sealed interface Form {
    /**
     * Dual averaging: x_k minimises t⟨g₀ + … + g_{k−1}, ·⟩ + c_k·D_φ(·, x₀).
     *
     * @param scale k ↦ c_k from k = 0 on, not decreasing: always 1 for lazy mirror descent
     */
    record DualAveraging(IntToDoubleFunction scale) implements Form {}

    /**
     * Averages of the points from which another method steps: a_0 x_0 + … + a_{k−1} x_{k−1} over a_0 + … + a_{k−1}.
     *
     * @param inner the other method, whose regret is Σ a_k t⟨g_k, x_k − u⟩ ≤ c_K D_φ(u, x₀) + Σ (a_k t⟨g_k, x_k − x_{k+1}⟩ − c_k D_φ(x_{k+1}, x_k))
     * @param weight k ↦ a_k, positive
     * @param scale k ↦ c_k: always 1 for mirror descent with steps a_k t; NaN where no such regret is claimed of each run
     */
    record Averages(Method inner, IntToDoubleFunction weight, IntToDoubleFunction scale) implements Form {}

    /**
     * Mirror-prox: w_k is the mirror step from z_k along g(z_k), z_{k+1} that from z_k along g(w_k); the iterate is the average of w_0, …, w_{k−1}.
     *
     * @param searches whether it has lengths of its own, from 1 on, in place of t: then an iterate is an average with weights that are not told
     * @param rows on a product of two simplices how many weights the first has, so that it plays matrix games; 0 elsewhere
     */
    record MirrorProx(boolean searches, int rows) implements Form {}

    /**
     * Optimistic mirror descent: x_{k+1} is the mirror step from x_k along 2g_k − g_{k−1}, g_{−1} = g_0.
     *
     * @param rows on a product of two simplices how many weights the first has, so that it plays matrix games; 0 elsewhere
     */
    record Optimistic(int rows) implements Form {}

    /**
     * AdaGrad: x_{k+1} minimises t⟨g_k, ·⟩ + ½Σ hᵢ(· − x_k)ᵢ² with hᵢ = δ + √(g_{0i}² + … + g_{ki}²).
     *
     * @param delta δ ≥ 0
     */
    record AdaGrad(double delta) implements Form {}

    /**
     * Quasi-Newton steps in coordinates y: y_{k+1} = y_k − tH_k v_k, H_k by the BFGS updates of the last pairs (Δy, Δv).
     *
     * @param pairs how many pairs are remembered
     * @param toDual x ↦ y
     * @param fromDual y ↦ x
     * @param pull v = (∂x/∂y)ᵀg
     * @param searched the same scheme with steps that satisfy the conditions of Wolfe
     */
    record QuasiNewton(
            int pairs, UnaryOperator<double[]> toDual, UnaryOperator<double[]> fromDual, Pull pull, Method searched)
            implements Form {}

    /**
     * Steps of the plain method whose lengths a search finds, whatever t.
     *
     * @param rule which search
     */
    record Searched(Rule rule) implements Form {
        /** A search. */
        public enum Rule {
            /** Halving until the decrease is sufficient. */
            ARMIJO,
            /** Until the slope along a straight line vanishes. */
            EXACT,
            /** Halving until the objective lies below its model. */
            RELATIVE_SMOOTHNESS
        }
    }

    /** How a differential is pulled back to the coordinates y. */
    @FunctionalInterface
    interface Pull {
        /**
         * The differential in y.
         *
         * @param x the point
         * @param g the differential in x
         * @return v = (∂x/∂y)ᵀg
         */
        double[] of(double[] x, double[] g);
    }
}
