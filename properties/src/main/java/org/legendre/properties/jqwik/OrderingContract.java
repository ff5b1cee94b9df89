package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.OrderingSubject;
import org.legendre.properties.Sample;

/** The inequalities and identities between divergences of finite distributions as inherited properties. */
public interface OrderingContract extends Contract {
    @Override
    OrderingSubject subject();

    /**
     * 2 TV² ≤ KL.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void pinskersInequality(@ForAll("allPairs") Sample sample) {
        hold("pinsker", sample);
    }

    /**
     * TV² ≤ 1 − exp(−KL).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void inequalityOfBretagnolleAndHuber(@ForAll("allPairs") Sample sample) {
        hold("bretagnolle-huber", sample);
    }

    /**
     * KL ≤ log(1 + χ²).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void klIsBelowTheLogarithmOfOnePlusChiSquared(@ForAll("allPairs") Sample sample) {
        hold("kl-chi-squared", sample);
    }

    /**
     * H² ≤ TV.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void hellingerIsBelowTotalVariation(@ForAll("allPairs") Sample sample) {
        hold("hellinger-below-variation", sample);
    }

    /**
     * TV² ≤ H²(2 − H²).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void totalVariationIsBelowHellinger(@ForAll("allPairs") Sample sample) {
        hold("variation-below-hellinger", sample);
    }

    /**
     * H² ≤ 1 − exp(−½ KL).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void hellingerIsBelowKl(@ForAll("allPairs") Sample sample) {
        hold("hellinger-kl", sample);
    }

    /**
     * JS ≤ log 2 · TV.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void jensenShannonIsBelowTotalVariation(@ForAll("allPairs") Sample sample) {
        hold("jensen-shannon-variation", sample);
    }

    /**
     * D_a ≤ D_b for a ≤ b.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void renyiDoesNotFallAsItsOrderRises(@ForAll("allPairs") Sample sample) {
        hold("renyi-monotone", sample);
    }

    /**
     * (1 − a) D_a(p‖q) = a D_(1−a)(q‖p).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void renyiOfComplementaryOrders(@ForAll("allPairs") Sample sample) {
        hold("renyi-skew", sample);
    }

    /**
     * Orders ½, 1, 2 and ∞ are Hellinger, KL, χ² and the largest ratio.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void renyiHasItsNamedOrders(@ForAll("allPairs") Sample sample) {
        hold("renyi-named", sample);
    }

    /**
     * D_a → KL for a → 1 and → −log Q(p &gt; 0) for a → 0.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void renyiTendsToItsLimits(@ForAll("allPairs") Sample sample) {
        hold("renyi-limits", sample);
    }

    /**
     * D^(α)(p‖q) = D^(−α)(q‖p).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void alphaChangesItsArgumentsWithItsSign(@ForAll("allPairs") Sample sample) {
        hold("alpha-skew", sample);
    }

    /**
     * α = −1, 0, 1 and −3 are KL, Hellinger, reverse KL and χ².
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void alphaHasItsNamedOrders(@ForAll("allPairs") Sample sample) {
        hold("alpha-named", sample);
    }

    /**
     * D^(α) → KL for α → −1 and → reverse KL for α → 1.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void alphaTendsToItsLimits(@ForAll("allPairs") Sample sample) {
        hold("alpha-limits", sample);
    }
}
