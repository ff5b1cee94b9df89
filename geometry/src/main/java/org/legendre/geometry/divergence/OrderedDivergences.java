package org.legendre.geometry.divergence;

import org.legendre.geometry.family.Member;

/** What is made of the skewed Jensen divergence J_α = −log ∫p^α q^(1−α), a concave function of α. */
final class OrderedDivergences {
    private OrderedDivergences() {}

    /** Amari's divergence for α ≥ 0, where (1 − α)/2 is the weight of p. */
    static <T, M extends Member<T, M>> double amari(M p, M q, double alpha) {
        if (alpha == 1) {
            return q.klTo(p);
        }
        double weight = 0.5 * (1 - alpha);
        return -Math.expm1(-p.skewedJensen(q, weight)) / weight / (0.5 * (1 + alpha)) + 0.0;
    }
}
