package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.EntropySubject;
import org.legendre.properties.Sample;

/** Entropies with an order as inherited properties. */
public interface EntropyContract extends Contract {
    @Override
    EntropySubject subject();

    /**
     * Orders 0, 1, 2 and ∞ are what their names say.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void namedOrders(@ForAll("allPairs") Sample sample) {
        hold("entropy-named", sample);
    }

    /**
     * Orders near 1 are near Shannon's entropy.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void limitsAreContinuous(@ForAll("allPairs") Sample sample) {
        hold("entropy-limits", sample);
    }

    /**
     * Rényi's entropy never rises with its order.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void entropiesFallWithTheOrder(@ForAll("allPairs") Sample sample) {
        hold("entropy-order", sample);
    }

    /**
     * Additivity of Rényi's, pseudo-additivity of Tsallis' entropy.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void entropiesOfIndependentPairs(@ForAll("pairs") Sample sample) {
        hold("entropy-products", sample);
    }

    /**
     * Special cases of Sharma and Mittal's entropy.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void degreesBringTheOthersTogether(@ForAll("allPairs") Sample sample) {
        hold("sharma-mittal-special", sample);
    }
}
