package org.legendre.optimize.online;

import java.util.Optional;
import org.legendre.optimize.theory.Proposition;

/**
 * A bound on the regret Σ f_t(x_t) − Σ f_t(u) after any number of rounds, for every point u of the closure of the set that is played in with D(u, x₁) &lt; ∞,
 * whatever the losses. For Hedge from equal weights D(u, x₁) = ln n at each single action.
 *
 * <p>All of these assume convex losses; linear ones need no check, others are checked at the comparison point.
 */
public interface RegretTheorem extends Proposition {
    /**
     * The bound after some rounds.
     *
     * @param rounds how many, and their rates
     * @param divergence D(u, x₁)
     * @return the bound; +∞ where D(u, x₁) is
     */
    double bound(Rounds rounds, double divergence);

    /**
     * The first assumption that a round contradicts.
     *
     * @param round the round
     * @return the assumption and what was seen, in words; empty if all that can be seen of them holds
     */
    Optional<String> broken(Round round);

    /**
     * Hedge with rates that do not increase, losses in [0, 1]: regret ≤ D(u, x₁)/η_T + Σ η_t/8. For η = √(8 ln n/T) this is √(T ln n/2).
     *
     * <p>Proof: the mix losses m_t = −(1/η_t) log Σ w_{t,i} exp(−η_t ℓ_{t,i}) sum to at most ⟨u, Σ ℓ_t⟩ + D(u, x₁)/η_T, as −(1/η) log Σ w_{1,i} exp(−ηL_i) falls when η
     * grows; and ⟨w_t, ℓ_t⟩ − m_t ≤ η_t/8 by Hoeffding's lemma.
     *
     * @return the theorem (constant rate: Cesa-Bianchi and Lugosi 2006, theorem 2.2; falling rates: de Rooij, van Erven, Grünwald and Koolen 2014)
     */
    static RegretTheorem hedge() {
        return Regrets.hedge();
    }

    /**
     * As {@link #hedge()} for losses of any size: the losses of a round are at most R apart, and regret ≤ D(u, x₁)/η_T + R²Σ η_t/8.
     *
     * @param range R, positive
     * @return the theorem
     * @throws org.legendre.geometry.DomainException if the range is not positive and finite
     */
    static RegretTheorem hedge(double range) {
        return Regrets.hedge(range);
    }

    /**
     * Hedge with rates √(8 ln n/t) and losses in [0, 1], from equal weights: regret against the best action, and so against every u of the simplex, ≤ 2√(T ln n/2) + √(ln n/8) for all T at once.
     *
     * @param n the number of actions, at least 1
     * @return the theorem (Cesa-Bianchi and Lugosi 2006, theorem 2.3)
     * @throws org.legendre.geometry.DomainException if n is not positive
     */
    static RegretTheorem anytimeHedge(int n) {
        return Regrets.anytimeHedge(n);
    }

    /**
     * AdaHedge with losses in [0, 1], from equal weights: regret against the best action, and so against every u of the simplex, ≤ √(T ln n) + 2 for all T at once.
     *
     * <p>Proof: with Δ = Σ δ_t and η_t = ln n/Δ_{t−1} the mix losses give regret ≤ Δ_T + ln n/η_T ≤ 2Δ_T. Hoeffding's lemma δ_t ≤ η_t/8 and δ_t ≤ 1 give Δ_T² = Σ
     * (2Δ_{t−1}δ_t + δ_t²) = Σ (2 ln n·δ_t/η_t + δ_t²) ≤ T ln n/4 + Δ_T, so that
     * Δ_T ≤ ½ + √(¼ + T ln n/4) ≤ 1 + ½√(T ln n).
     *
     * @param n the number of actions, at least 1
     * @return the theorem (the method and finer bounds: de Rooij, van Erven, Grünwald and Koolen 2014)
     * @throws org.legendre.geometry.DomainException if n is not positive
     */
    static RegretTheorem adaptiveHedge(int n) {
        return Regrets.adaptiveHedge(n);
    }

    /**
     * {@linkplain Online#followTheRegularisedLeader Follow-the-regularised-leader} with rates that do not increase, on linear or linearised losses: regret ≤ D(u, x₁)/η_T + ½G²Σ η_t. It is
     * true of mirror descent too, if the rate is constant.
     *
     * @param lipschitz G with ‖∇f_t(x_t)‖ ≤ G, positive
     * @param norm the norm, dual to one in which the mirror map is strongly convex with modulus 1 on the set
     * @return the theorem (Shalev-Shwartz 2012, section 2; Orabona 2019, chapter 7; for constant rates Nesterov 2009, theorem 1)
     * @throws org.legendre.geometry.DomainException if G is not positive and finite
     */
    static RegretTheorem followTheRegularisedLeader(double lipschitz, DualNorm norm) {
        return Regrets.followTheRegularisedLeader(lipschitz, norm);
    }

    /**
     * {@linkplain Online#mirrorDescent Online mirror descent} with a constant rate: regret ≤ D(u, x₁)/η + ½G²ηT. With falling rates it needs a bounded divergence, which entropies do not have.
     *
     * @param lipschitz G with ‖∇f_t(x_t)‖ ≤ G, positive
     * @param norm the norm, dual to one in which the mirror map is strongly convex with modulus 1 on the set
     * @return the theorem (Shalev-Shwartz 2012, section 2; Orabona 2019, chapter 6)
     * @throws org.legendre.geometry.DomainException if G is not positive and finite
     */
    static RegretTheorem mirrorDescent(double lipschitz, DualNorm norm) {
        return Regrets.mirrorDescent(lipschitz, norm);
    }

    /**
     * The exponentiated gradient portfolio with a constant rate: loss −log⟨w_t, x_t⟩, price relatives within a factor of each other, min x_t ≥ r max x_t. Its log wealth
     * is behind that of any constant-rebalanced portfolio u by at most
     * D(u, w₁)/η + ηT/(8r²), which from equal weights with η = 2r√(2 ln n/T) is √(2T ln n)/(2r).
     *
     * @param ratio r, in (0, 1]
     * @return the theorem (Helmbold, Schapire, Singer and Warmuth 1998, theorem 4.1)
     * @throws org.legendre.geometry.DomainException unless 0 &lt; r ≤ 1
     */
    static RegretTheorem portfolio(double ratio) {
        return Regrets.portfolio(ratio);
    }
}
