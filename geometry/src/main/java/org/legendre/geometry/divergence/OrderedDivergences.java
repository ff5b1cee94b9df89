package org.legendre.geometry.divergence;

import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.special.Logistic;

/** What is made of the skewed Jensen divergence J_α = −log ∫p^α q^(1−α), a concave function of α. */
final class OrderedDivergences {
    private static final double GOLDEN = 0.5 * (Math.sqrt(5) - 1);
    /** α from 4e-18 to 1 − 4e-18: for J is concave, the ends beyond hide no more than this part of the maximum. */
    private static final double WIDEST = 40;

    private OrderedDivergences() {}

    /** What divergences with an order are made of, for one kind of distribution. */
    interface Kind<D> {
        double kl(D p, D q);

        double jensen(D p, D q, double alpha);
    }

    /** Probability vectors. */
    static final Kind<Probabilities> FINITE = new Kind<>() {
        @Override
        public double kl(Probabilities p, Probabilities q) {
            return p.klTo(q);
        }

        @Override
        public double jensen(Probabilities p, Probabilities q, double alpha) {
            return p.skewedJensenTo(q, alpha);
        }
    };

    /** Members of a family. */
    static <T, M extends Member<T, M>> Kind<M> members() {
        return new Kind<>() {
            @Override
            public double kl(M p, M q) {
                return p.klTo(q);
            }

            @Override
            public double jensen(M p, M q, double alpha) {
                return p.skewedJensen(q, alpha);
            }
        };
    }

    static <D> double renyi(Kind<D> kind, D p, D q, double order) {
        return order == 1 ? kind.kl(p, q) : kind.jensen(p, q, order) / (1 - order) + 0.0;
    }

    static <D> double tsallis(Kind<D> kind, D p, D q, double order) {
        return order == 1 ? kind.kl(p, q) : -Math.expm1(-kind.jensen(p, q, order)) / (1 - order) + 0.0;
    }

    static <D> double hellingerSquared(Kind<D> kind, D p, D q) {
        return -Math.expm1(-kind.jensen(p, q, 0.5)) + 0.0;
    }

    static <D> double alpha(Kind<D> kind, D p, D q, double alpha) {
        // The smaller of the two weights is exact.
        return alpha < 0 ? amari(kind, q, p, -alpha) : amari(kind, p, q, alpha);
    }

    /** Amari's divergence for α ≥ 0, where (1 − α)/2 is the weight of p. */
    private static <D> double amari(Kind<D> kind, D p, D q, double alpha) {
        if (alpha == 1) {
            return kind.kl(q, p);
        }
        double weight = 0.5 * (1 - alpha);
        return -Math.expm1(-kind.jensen(p, q, weight)) / weight / (0.5 * (1 + alpha)) + 0.0;
    }

    /**
     * log sup P(A)/Q(A) over all events A, of which the certain one has the ratio 1: the largest log p/q of a class, but not below 0 where sums that
     * differ by their rounding put every ratio there.
     */
    static double worstCase(Probabilities p, Probabilities q) {
        double[] differences = q.differencesTo(p);
        double worst = 0;
        for (int i = 0; i < differences.length; i++) {
            if (p.logProbability(i) > Double.NEGATIVE_INFINITY) {
                double w = differences[i] / q.get(i);
                boolean near = Math.abs(w) <= 0.5 && Math.min(p.get(i), q.get(i)) >= Double.MIN_NORMAL;
                worst = Math.max(worst, near ? Math.log1p(w) : p.logProbability(i) - q.logProbability(i));
            }
        }
        return worst;
    }

    /**
     * Golden section on the log-odds of α, where the slope of log J is between −1 and 1: a bracket of width w leaves a relative error of w, and w²
     * of a smooth maximum.
     */
    static <D> Chernoff chernoff(Kind<D> kind, D p, D q) {
        double half = kind.jensen(p, q, 0.5);
        if (half == 0 || half == Double.POSITIVE_INFINITY) {
            return new Chernoff(half, 0.5);
        }
        double lower = -WIDEST;
        double upper = WIDEST;
        double left = upper - GOLDEN * (upper - lower);
        double right = lower + GOLDEN * (upper - lower);
        double atLeft = jensen(kind, p, q, left);
        double atRight = jensen(kind, p, q, right);
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
                atLeft = jensen(kind, p, q, left);
            } else {
                lower = left;
                left = right;
                atLeft = atRight;
                right = lower + GOLDEN * (upper - lower);
                atRight = jensen(kind, p, q, right);
            }
        }
        return new Chernoff(best, Logistic.logistic(where));
    }

    /** J at log-odds u, by the smaller of the two weights. */
    private static <D> double jensen(Kind<D> kind, D p, D q, double u) {
        return u <= 0 ? kind.jensen(p, q, Logistic.logistic(u)) : kind.jensen(q, p, Logistic.logistic(-u));
    }
}
