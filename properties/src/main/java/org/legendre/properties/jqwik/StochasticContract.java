package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.StochasticSubject;

/** The laws of stochastic methods as inherited properties. */
public interface StochasticContract extends Contract {
    @Override
    StochasticSubject subject();

    /** Each step follows one of the terms. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void stepFollowsATerm() {
        check("stochastic-step");
    }

    /** Each term is drawn as often. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void everyTermIsDrawnAsOften() {
        check("stochastic-uniform");
    }

    /** Equal terms leave nothing to chance. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void equalTermsLeaveNothingToChance() {
        check("stochastic-without-noise");
    }

    /** The same seed gives the same bits. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void sameSeedGivesTheSameBits() {
        check("same-seed");
    }

    /** At the optimum the variance vanishes. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void varianceVanishesAtTheOptimum() {
        check("variance-vanishes");
    }
}
