package org.legendre.geometry.divergence;

import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.special.EntropyTerms;

/** What is made of the skewed Jensen divergence J_α = −log ∫p^α q^(1−α), a concave function of α. */
final class OrderedDivergences {
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
        return order == 1 ? kind.kl(p, q) : EntropyTerms.expm1Over(-kind.jensen(p, q, order), order - 1);
    }

    /** Sharma and Mittal's of a degree, from Rényi's of any order. */
    static double ofDegree(double renyi, double degree) {
        return degree == 1 ? renyi : EntropyTerms.expm1Over((degree - 1) * renyi, degree - 1);
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
}
