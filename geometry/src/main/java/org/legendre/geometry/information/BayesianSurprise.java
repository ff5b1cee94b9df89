package org.legendre.geometry.information;

import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;

/**
 * How much an observation changes what is believed: KL(posterior‖prior). Before it is made the surprise to be expected is the mutual information of hypothesis
 * and observation, the gain of an experiment. In nats.
 *
 * <p>Source: D. V. Lindley, On a measure of the information provided by an experiment, Ann. Math. Statist. 27 (1956); L. Itti and P. Baldi, Bayesian surprise
 * attracts human attention, Vision Research 49 (2009).
 */
public final class BayesianSurprise {
    private BayesianSurprise() {}

    /**
     * Bayes' rule.
     *
     * @param prior the probabilities of the hypotheses
     * @param likelihoods of the observation under each, nonnegative and finite, known up to a common factor
     * @return the posterior
     * @throws DomainException if the lengths differ, a likelihood is not as above, or no possible hypothesis allows the observation
     */
    public static Probabilities posterior(Probabilities prior, double... likelihoods) {
        DomainException.requireLength("likelihoods", likelihoods, prior.size());
        double[] logits = new double[likelihoods.length];
        boolean possible = false;
        for (int i = 0; i < logits.length; i++) {
            DomainException.requireNonnegative("likelihood " + i, likelihoods[i]);
            logits[i] = prior.logProbability(i) + Math.log(likelihoods[i]);
            possible |= logits[i] > Double.NEGATIVE_INFINITY;
        }
        if (!possible) {
            throw new DomainException("likelihoods", likelihoods, "a positive one where the prior " + prior + " is");
        }
        return Probabilities.ofLogits(logits);
    }

    /**
     * The surprise of an observation.
     *
     * @param prior the probabilities of the hypotheses
     * @param likelihoods of the observation under each, as of {@link #posterior}
     * @return KL(posterior‖prior) in nats, ≥ 0, 0 where the likelihoods agree
     * @throws DomainException as {@link #posterior}
     */
    public static double of(Probabilities prior, double... likelihoods) {
        return posterior(prior, likelihoods).klTo(prior);
    }

    /**
     * The information gain that an experiment promises: the mean surprise.
     *
     * @param prior the probabilities of the hypotheses
     * @param outcomes the distribution of the observation under each, of one size
     * @return the mutual information of hypothesis and observation in nats, ≥ 0
     * @throws DomainException if the numbers or sizes differ
     */
    public static double expected(Probabilities prior, List<Probabilities> outcomes) {
        return Information.mutualInformation(JointTable.ofChannel(prior, outcomes), 0, 1);
    }
}
