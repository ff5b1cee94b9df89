package org.legendre.optimize.online;

import org.legendre.geometry.DomainException;

/**
 * The rate η_t of each round. A rule is immutable; what it has to remember of the losses is in an array of the learner's state. Its {@link Object#toString} tells it from
 * others when a learner is {@linkplain Online#resume resumed}; rules without a text of their own are not told apart.
 */
public interface LearningRate {
    /**
     * The rate of a round, known before its losses are.
     *
     * @param round t, from 1
     * @param memory what the rule remembers
     * @return η_t &gt; 0; +∞ where all losses so far say nothing, which only follow-the-regularised-leader understands
     */
    double at(int round, double[] memory);

    /**
     * How many numbers the rule remembers.
     *
     * @return the length of the memory, all zeros at first; 0 by default
     */
    default int memorySize() {
        return 0;
    }

    /**
     * Learns from a round. Arrays other than the memory are not to be written; this default does nothing.
     *
     * @param x the point that was played
     * @param y its dual point
     * @param losses the differential of the loss there
     * @param rate η_t of the round
     * @param memory what the rule remembers, to be changed in place
     */
    default void learn(double[] x, double[] y, double[] losses, double rate, double[] memory) {}

    /**
     * The same rate in every round.
     *
     * @param eta η, positive
     * @return the rule
     * @throws DomainException if η is not positive and finite
     */
    static LearningRate constant(double eta) {
        return new ConstantRate(DomainException.requirePositive("rate", eta));
    }

    /**
     * η_t = η₁/√t.
     *
     * @param first η₁, positive
     * @return the rule
     * @throws DomainException if η₁ is not positive and finite
     */
    static LearningRate decaying(double first) {
        return new DecayingRate(DomainException.requirePositive("rate of the first round", first));
    }
}
