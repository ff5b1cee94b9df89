package org.legendre.geometry.information;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;

/**
 * Pointwise (local) values: what a single outcome contributes to a mean. Their means under p are the entropy, the cross-entropy and KL; that of pairs is
 * {@link Information#pointwise}. In nats.
 *
 * <p>Source: R. M. Fano, Transmission of Information (1961), chapter 2.
 */
public final class Pointwise {
    private Pointwise() {}

    /**
     * The surprisal −log pᵢ of an outcome, whose mean is the entropy: the information that it happened.
     *
     * <p>Error: that of the logarithm that the vector keeps, at most one unit in the last place of given probabilities.
     *
     * @param p probabilities
     * @param outcome i, from 0
     * @return the surprisal in nats, ≥ 0; +∞ for an impossible outcome
     * @throws DomainException if there is no such outcome
     */
    public static double surprisal(Probabilities p, int outcome) {
        requireOutcome(p, outcome);
        return 0 - p.logProbability(outcome);
    }

    /**
     * The surprisals of all outcomes.
     *
     * @param p probabilities
     * @return −log pᵢ in nats, a new array
     */
    public static double[] surprisals(Probabilities p) {
        double[] surprisals = new double[p.size()];
        for (int i = 0; i < surprisals.length; i++) {
            surprisals[i] = 0 - p.logProbability(i);
        }
        return surprisals;
    }

    /**
     * The log-ratios log(pᵢ/qᵢ), the evidence of each outcome for p against q, whose mean under p is KL(p‖q).
     *
     * <p>Error: relative error at most 4e-16 each for given probabilities, near-equal ones included; for vectors made from logits an absolute error of 1e-15
     * times the largest difference of log weights.
     *
     * @param p the first argument
     * @param q the second argument, of the same size
     * @return the log-ratios in nats, a new array; infinite where one of the two excludes an outcome, NaN where both do
     * @throws DomainException if the sizes differ
     */
    public static double[] logRatios(Probabilities p, Probabilities q) {
        return q.logRatiosTo(p);
    }

    private static void requireOutcome(Probabilities p, int outcome) {
        if (outcome < 0 || outcome >= p.size()) {
            throw new DomainException("outcome", outcome, "0, …, " + (p.size() - 1));
        }
    }
}
