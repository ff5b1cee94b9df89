package org.legendre.geometry.divergence;

import org.legendre.geometry.family.Member;
import org.legendre.geometry.special.Logistic;

/** What is made of the skewed Jensen divergence J_α = −log ∫p^α q^(1−α), a concave function of α. */
final class OrderedDivergences {
    private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);
    /** α from 4e-18 to 1 − 4e-18: for J is concave, the ends beyond hide no more than this part of the maximum. */
    private static final double WIDEST = 40;

    private OrderedDivergences() {}

    /** Amari's divergence for α ≥ 0, where (1 − α)/2 is the weight of p. */
    static <T, M extends Member<T, M>> double amari(M p, M q, double alpha) {
        if (alpha == 1) {
            return q.klTo(p);
        }
        double weight = 0.5 * (1 - alpha);
        return -Math.expm1(-p.skewedJensen(q, weight)) / weight / (0.5 * (1 + alpha)) + 0.0;
    }

    /**
     * Golden section on the log-odds of α, where the slope of log J is between −1 and 1: a bracket of width w leaves a relative error of w, and w²
     * of a smooth maximum.
     */
    static <T, M extends Member<T, M>> Chernoff chernoff(M p, M q) {
        double half = p.skewedJensen(q, 0.5);
        if (half == 0 || half == Double.POSITIVE_INFINITY) {
            return new Chernoff(half, 0.5);
        }
        double lower = -WIDEST;
        double upper = WIDEST;
        double left = upper - GOLDEN * (upper - lower);
        double right = lower + GOLDEN * (upper - lower);
        double atLeft = jensen(p, q, left);
        double atRight = jensen(p, q, right);
        double best = half;
        double where = 0;
        while (upper - lower > 1e-15 * Math.max(1, Math.abs(lower)) && left < right) {
            if (Math.max(atLeft, atRight) > best) {
                best = Math.max(atLeft, atRight);
                where = atLeft > atRight ? left : right;
            }
            if (atLeft > atRight) {
                upper = right;
                right = left;
                atRight = atLeft;
                left = upper - GOLDEN * (upper - lower);
                atLeft = jensen(p, q, left);
            } else {
                lower = left;
                left = right;
                atLeft = atRight;
                right = lower + GOLDEN * (upper - lower);
                atRight = jensen(p, q, right);
            }
        }
        return new Chernoff(best, Logistic.logistic(where));
    }

    /** J at log-odds u, by the smaller of the two weights. */
    private static <T, M extends Member<T, M>> double jensen(M p, M q, double u) {
        return u <= 0 ? p.skewedJensen(q, Logistic.logistic(u)) : q.skewedJensen(p, Logistic.logistic(-u));
    }
}
