package org.legendre.optimize.online;

import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;

/**
 * Hedge, or multiplicative weights, on n actions: w_{t,i} ∝ exp(−η_t Σ_{s&lt;t} ℓ_{s,i}). It is follow-the-regularised-leader with the negative entropy on the simplex
 * from equal weights; its regret is counted against the best action in hindsight.
 *
 * <p>Source: Y. Freund and R. E. Schapire, A decision-theoretic generalization of on-line learning and an application to boosting, J. Comput. Syst. Sci. 55 (1997); N.
 * Cesa-Bianchi and G. Lugosi, Prediction, Learning, and Games (2006), chapter 2.
 */
public final class Hedge {
    private final int size;

    private Hedge(int size) {
        this.size = size;
    }

    /**
     * Hedge on some actions.
     *
     * @param n the number of actions, at least 1
     * @return what still needs its rate
     * @throws DomainException if n is not positive
     */
    public static Hedge over(int n) {
        if (n < 1) {
            throw new DomainException("number of actions", n, "at least 1");
        }
        return new Hedge(n);
    }

    /**
     * A constant rate, for losses in [0, 1] held to {@link RegretTheorem#hedge()}: regret ≤ ln n/η + ηT/8.
     *
     * @param eta η, positive
     * @return the method
     * @throws DomainException if η is not positive and finite
     */
    public Online<Weights, Differential<Weights>> rate(double eta) {
        return with(LearningRate.constant(eta)).heldTo(RegretTheorem.hedge());
    }

    /**
     * The constant rate √(8 ln n/T) that is best for T rounds: regret ≤ √(T ln n/2) after T rounds with losses in [0, 1].
     *
     * @param rounds T, at least 1
     * @return the method
     * @throws DomainException if T is not positive
     */
    public Online<Weights, Differential<Weights>> horizon(int rounds) {
        if (rounds < 1) {
            throw new DomainException("rounds", rounds, "at least 1");
        }
        // Of one action the rate does not matter, and 0 is none.
        return rate(size == 1 ? 1 : Math.sqrt(8 * Math.log(size) / rounds));
    }

    /**
     * The rates √(8 ln n/t), for any number of rounds: regret ≤ 2√(T ln n/2) + √(ln n/8) with losses in [0, 1] ({@link RegretTheorem#anytimeHedge}).
     *
     * @return the method
     */
    public Online<Weights, Differential<Weights>> anytime() {
        double first = size == 1 ? 1 : Math.sqrt(8 * Math.log(size));
        return with(LearningRate.decaying(first)).heldTo(RegretTheorem.anytimeHedge(size));
    }

    /**
     * AdaHedge: η_t = ln n/Δ_{t−1}, Δ being the sum of what playing the weights has cost more than mixing, δ_t = ⟨w_t, ℓ_t⟩ + (1/η_t) log Σ w_{t,i} exp(−η_t ℓ_{t,i}).
     * The weights do not change when all losses are scaled, or those of a round shifted; if they lie in
     * [0, 1], {@link RegretTheorem#adaptiveHedge} holds. While Δ = 0, as in the first round, η = ∞ and the weights of the leaders are equal.
     *
     * <p>Source: S. de Rooij, T. van Erven, P. D. Grünwald and W. M. Koolen, Follow the leader if you can, hedge if you must, J. Mach. Learn. Res. 15 (2014).
     *
     * @return the method
     */
    public Online<Weights, Differential<Weights>> adaptive() {
        return with(new AdaptiveRate(size)).heldTo(RegretTheorem.adaptiveHedge(size));
    }

    private Online<Weights, Differential<Weights>> with(LearningRate rate) {
        Vec<Weights> uniform = Vec.generate(size, i -> 1.0 / size);
        return Online.followTheRegularisedLeader(Geometry.exponentiatedGradient(size), uniform, rate)
                .against(Constraint.simplex());
    }

    @Override
    public String toString() {
        return "Hedge over " + size + " actions";
    }
}
