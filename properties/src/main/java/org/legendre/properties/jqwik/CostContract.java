package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.CostSubject;
import org.legendre.properties.Sample;

/** What entropy and KL cost, as inherited properties. */
public interface CostContract extends Contract {
    @Override
    CostSubject subject();

    /**
     * F(q) − F(p) = T KL(q‖p).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void freeEnergyIsKlAboveItsMinimum(@ForAll("pairs") Sample sample) {
        hold("free-energy", sample);
    }

    /**
     * W(p) − W(b) = KL(p‖b).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void gamblersLoseKl(@ForAll("pairs") Sample sample) {
        hold("growth-lost", sample);
    }

    /**
     * The mean of Bayesian surprise is mutual information.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void meanSurpriseIsInformation(@ForAll("pairs") Sample sample) {
        hold("surprise-mean", sample);
    }

    /**
     * Kraft's equality, H ≤ mean length &lt; H + 1.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void wordsAreOptimal(@ForAll("pairs") Sample sample) {
        hold("prefix-code", sample);
    }

    /**
     * An arithmetic code spends at most two bits more.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void messagesCostTheirInformation(@ForAll("pairs") Sample sample) {
        hold("arithmetic-code", sample);
    }

    /**
     * Sanov's exponent.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void largeDeviationsHaveTheirExponent(@ForAll("pairs") Sample sample) {
        hold("sanov-exponent", sample);
    }

    /**
     * The probability of the typical set.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void typicalSequencesHaveTheirProbability(@ForAll("pairs") Sample sample) {
        hold("typical-set", sample);
    }
}
