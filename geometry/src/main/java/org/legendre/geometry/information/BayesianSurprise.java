package org.legendre.geometry.information;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

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
        double[] scaled = scaled(prior, likelihoods);
        if (agree(prior, scaled)) {
            return prior;
        }
        double[] weights = new double[scaled.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = prior.get(i) * scaled[i];
        }
        return underflows(prior, likelihoods, scaled)
                ? byLogarithms(prior, likelihoods)
                : Probabilities.normalized(weights);
    }

    private static boolean possible(Probabilities prior, int i) {
        return prior.logProbability(i) > Double.NEGATIVE_INFINITY;
    }

    /** The likelihoods over a power of two next to the greatest that counts, 0 where they do not count. */
    private static double[] scaled(Probabilities prior, double... likelihoods) {
        double greatest = 0;
        for (int i = 0; i < likelihoods.length; i++) {
            DomainException.requireNonnegative("likelihood " + i, likelihoods[i]);
            greatest = possible(prior, i) ? Math.max(greatest, likelihoods[i]) : greatest;
        }
        if (!(greatest > 0)) {
            throw new DomainException("likelihoods", likelihoods, "a positive one where the prior " + prior + " is");
        }
        double[] scaled = new double[likelihoods.length];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = possible(prior, i) ? Math.scalb(likelihoods[i], -Math.getExponent(greatest)) : 0;
        }
        return scaled;
    }

    /** Whether all likelihoods that count are one number. */
    private static boolean agree(Probabilities prior, double... scaled) {
        double greatest = Arrays.stream(scaled).max().orElse(0);
        for (int i = 0; i < scaled.length; i++) {
            if (possible(prior, i) && scaled[i] < greatest) {
                return false;
            }
        }
        return true;
    }

    private static boolean underflows(Probabilities prior, double[] likelihoods, double[] scaled) {
        for (int i = 0; i < scaled.length; i++) {
            if (possible(prior, i) && likelihoods[i] > 0 && prior.get(i) * scaled[i] < Double.MIN_NORMAL) {
                return true;
            }
        }
        return false;
    }

    private static Probabilities byLogarithms(Probabilities prior, double... likelihoods) {
        double[] logits = new double[likelihoods.length];
        Arrays.setAll(logits, i -> prior.logProbability(i) + Math.log(likelihoods[i]));
        return Probabilities.ofLogits(logits);
    }

    /**
     * The surprise of an observation.
     *
     * <p>Formula: Σ pᵢ (rᵢ log rᵢ − rᵢ + 1) of the prior p, r = l/l̄, with rᵢ − 1 from the differences of the likelihoods l from their mean l̄; by the
     * logarithms of the posterior where a product pᵢlᵢ underflows.
     *
     * @param prior the probabilities of the hypotheses
     * @param likelihoods of the observation under each, as of {@link #posterior}
     * @return KL(posterior‖prior) in nats, ≥ 0, 0 where the likelihoods agree
     * @throws DomainException as {@link #posterior}
     */
    public static double of(Probabilities prior, double... likelihoods) {
        DomainException.requireLength("likelihoods", likelihoods, prior.size());
        double[] scaled = scaled(prior, likelihoods);
        if (agree(prior, scaled)) {
            return 0;
        }
        if (underflows(prior, likelihoods, scaled)) {
            return byLogarithms(prior, likelihoods).klTo(prior);
        }
        double[] p = prior.toArray();
        double total = Sums.sum(p);
        double mean = Sums.dot(p, scaled) / total;
        double[] differences = new double[p.length];
        Arrays.setAll(differences, i -> mean - scaled[i]);
        // What the mean has rounded.
        double shift = Sums.dot(p, differences) / total;
        double[] terms = new double[p.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = p[i] * Logs.relativeEntropyTerm(scaled[i], mean, differences[i] - shift);
        }
        return Sums.sum(terms) / mean / total;
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
