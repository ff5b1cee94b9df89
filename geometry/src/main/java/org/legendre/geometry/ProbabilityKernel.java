package org.legendre.geometry;

import org.legendre.geometry.special.Chords;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Means;
import org.legendre.geometry.special.RelativeEntropy;
import org.legendre.geometry.special.Sums;

/**
 * Entropy and divergences of probability vectors as sums of nonnegative terms.
 *
 * <p>Two vectors of given probabilities use these; if one was made from logits, the log weights are exact and the probabilities rounded, and near
 * equality only differences of log weights tell the two apart. With tᵢ the difference of log weights and cᵢ = tᵢ − E_p[t],
 * KL(p‖q) = log E_p[eᵗ] − E_p[t] = log(1 + E_p[eᶜ − 1 − c]), where every term is nonnegative and the normalisers have dropped out.
 */
final class ProbabilityKernel {
    /** Up to here exp(c) is harmless. */
    private static final double MODERATE = 30;

    private ProbabilityKernel() {}

    static double entropy(Probabilities p) {
        double[] terms = new double[p.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = p.get(i) > 0 ? -p.get(i) * p.logProbability(i) : 0;
        }
        return Sums.sum(terms);
    }

    static double kl(Probabilities p, Probabilities q) {
        requireSameSize(p, q);
        if (p.exact() && q.exact()) {
            return RelativeEntropy.sum(p.entries(), 0, q.entries(), 0, p.size());
        }
        double[] c = centred(p, q);
        if (c.length > 0) {
            return Math.log1p(excess(p, c));
        }
        double[] terms = new double[p.size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = EntropyTerms.relativeEntropyTerm(p.logProbability(i), q.logProbability(i));
        }
        return Sums.sum(terms);
    }

    static double jensenShannon(Probabilities p, Probabilities q) {
        requireSameSize(p, q);
        int k = p.size();
        double[] logRatios = logRatios(p, q);
        double[] terms = new double[k];
        for (int i = 0; i < k; i++) {
            double mean = 0.5 * p.get(i) + 0.5 * q.get(i);
            terms[i] = mean == 0 ? 0 : mean * EntropyTerms.jensenShannon(contrast(p, q, i, logRatios[i]));
        }
        double sum = Sums.sum(terms);
        if (sum <= 0.5) {
            return sum;
        }
        // From the other end, where p and q hardly overlap: log 2 less nonnegative terms cannot exceed log 2.
        for (int i = 0; i < k; i++) {
            double mean = 0.5 * p.get(i) + 0.5 * q.get(i);
            terms[i] = mean == 0 ? 0 : mean * EntropyTerms.binaryEntropy(logRatios[i]);
        }
        return Math.log(2) - Sums.sum(terms);
    }

    /** −log(1 − Σ gaps), each gap αp + (1−α)q − p^α q^(1−α) of the sign of α(1−α); where the sum is not small, log-sum-exp. */
    static double skewedJensen(Probabilities p, Probabilities q, double alpha) {
        requireSameSize(p, q);
        int k = p.size();
        double[] logRatios = logRatios(p, q);
        double[] terms = new double[k];
        for (int i = 0; i < k; i++) {
            terms[i] = gap(p, q, i, logRatios[i], alpha);
        }
        double sum = Sums.sum(terms);
        if (Math.abs(sum) <= 0.5) {
            return 0 - Math.log1p(0 - sum);
        }
        for (int i = 0; i < k; i++) {
            terms[i] = logGeometric(p.logProbability(i), q.logProbability(i), logRatios[i], alpha);
        }
        return 0 - Logs.logSumExp(terms, 0, k);
    }

    private static double gap(Probabilities p, Probabilities q, int i, double logRatio, double alpha) {
        double x = p.get(i);
        double y = q.get(i);
        if (p.exact() && q.exact()) {
            return Means.gap(x, y, alpha);
        }
        if (Math.min(x, y) >= Double.MIN_NORMAL && Math.abs(logRatio) <= 1) {
            return Means.gap(x, y, 0 - x * Math.expm1(logRatio), alpha);
        }
        // A probability that underflows may have a geometric mean that does not.
        double mean = Math.exp(logGeometric(p.logProbability(i), q.logProbability(i), logRatio, alpha));
        return Math.min(x, y) >= Double.MIN_NORMAL ? Means.gap(x, y, alpha) : Means.arithmetic(x, y, alpha) - mean;
    }

    /** α log p + (1−α) log q; where one is −∞ its limit from 0 < α < 1, and beyond that the infinity of the negative exponent. */
    private static double logGeometric(double logP, double logQ, double logRatio, double alpha) {
        if (logP == Double.NEGATIVE_INFINITY || logQ == Double.NEGATIVE_INFINITY) {
            boolean infinite = logP == logQ ? false : logP < logQ ? alpha < 0 : alpha > 1;
            return infinite ? Double.POSITIVE_INFINITY : Double.NEGATIVE_INFINITY;
        }
        return alpha <= 0.5 ? logQ - alpha * logRatio : logP + (1 - alpha) * logRatio;
    }

    static double angle(Probabilities p, Probabilities q) {
        requireSameSize(p, q);
        if (p.exact() && q.exact()) {
            return Chords.angle(p.toArray(), q.toArray());
        }
        double[] logRatios = logRatios(p, q);
        double[] squares = new double[p.size()];
        for (int i = 0; i < squares.length; i++) {
            double root = Math.sqrt(p.get(i));
            double difference =
                    Math.abs(logRatios[i]) <= 1 ? root * Math.expm1(0.5 * logRatios[i]) : Math.sqrt(q.get(i)) - root;
            squares[i] = difference * difference;
        }
        return Chords.angleOfChord(Math.sqrt(Sums.sum(squares)));
    }

    static double[] differences(Probabilities p, Probabilities q) {
        requireSameSize(p, q);
        double[] logRatios = p.exact() && q.exact() ? new double[0] : logRatios(p, q);
        double[] differences = new double[p.size()];
        for (int i = 0; i < differences.length; i++) {
            boolean near = logRatios.length > 0 && Math.abs(logRatios[i]) <= 1;
            differences[i] = near ? p.get(i) * Math.expm1(logRatios[i]) : q.get(i) - p.get(i);
        }
        return differences;
    }

    static double[] logRatiosTo(Probabilities p, Probabilities q) {
        requireSameSize(p, q);
        double[] ratios = logRatios(p, q);
        for (int i = 0; i < ratios.length; i++) {
            if (p.logProbability(i) == Double.NEGATIVE_INFINITY && q.logProbability(i) == Double.NEGATIVE_INFINITY) {
                ratios[i] = Double.NaN;
            }
        }
        return ratios;
    }

    /** (p − q)/(p + q), of the probabilities where these are exact and else tanh of half the log-ratio. */
    private static double contrast(Probabilities p, Probabilities q, int i, double logRatio) {
        return p.exact() && q.exact() ? (p.get(i) - q.get(i)) / (p.get(i) + q.get(i)) : Math.tanh(0.5 * logRatio);
    }

    /** log(qᵢ/pᵢ), near equality to the accuracy of the log weights; NaN where both are zero. */
    private static double[] logRatios(Probabilities p, Probabilities q) {
        double[] ratios = new double[p.size()];
        boolean exact = p.exact() && q.exact();
        double[] c = exact ? ratios : centred(p, q);
        double kl = exact || c.length == 0 ? 0 : Math.log1p(excess(p, c));
        for (int i = 0; i < ratios.length; i++) {
            if (exact && p.get(i) > 0 && q.get(i) > 0) {
                ratios[i] = Logs.logRatio(q.get(i), p.get(i));
            } else if (exact || c.length == 0) {
                ratios[i] = q.logProbability(i) - p.logProbability(i);
            } else {
                ratios[i] = c[i] - kl;
            }
        }
        return ratios;
    }

    /** E_p[eᶜ − 1 − c]. */
    private static double excess(Probabilities p, double[] c) {
        double[] terms = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            terms[i] = p.get(i) > 0 ? p.get(i) * EntropyTerms.expm1mx(c[i]) : 0;
        }
        return Sums.sum(terms);
    }

    /** c, or an empty array if the supports differ or an entry is too large for exp. */
    private static double[] centred(Probabilities p, Probabilities q) {
        int k = p.size();
        int top = 0;
        for (int i = 1; i < k; i++) {
            top = p.logProbability(i) > p.logProbability(top) ? i : top;
        }
        double offset = q.logWeight(top) - p.logWeight(top);
        double[] c = new double[k];
        double[] weighted = new double[k];
        for (int i = 0; i < k; i++) {
            boolean zeroP = p.logProbability(i) == Double.NEGATIVE_INFINITY;
            boolean zeroQ = q.logProbability(i) == Double.NEGATIVE_INFINITY;
            if (zeroP != zeroQ) {
                return new double[0];
            }
            c[i] = zeroP ? 0 : q.logWeight(i) - p.logWeight(i) - offset;
            weighted[i] = p.get(i) * c[i];
        }
        double mean = Sums.sum(weighted);
        for (int i = 0; i < k; i++) {
            c[i] -= mean;
            if (!(c[i] <= MODERATE)) {
                return new double[0];
            }
        }
        return c;
    }

    private static void requireSameSize(Probabilities p, Probabilities q) {
        if (p.size() != q.size()) {
            throw new DomainException("second argument", q, "probabilities of " + p.size() + " classes");
        }
    }
}
