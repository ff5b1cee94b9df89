package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.AcceleratedSubject;

/** The laws of accelerated methods as inherited properties. */
public interface AcceleratedContract extends Contract {
    @Override
    AcceleratedSubject subject();

    /** An accelerated step is one mirror step between two mixtures. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void acceleratedStepIsAMirrorStepBetweenMixtures() {
        check("accelerated-steps");
    }

    /** Values stay below the bound that the run has proved. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void valuesStayBelowTheirBound() {
        check("accelerated-value");
    }

    /** The bound falls as the exponent says. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void boundFallsAsTheExponentSays() {
        check("accelerated-rate");
    }

    /** The estimate sequence, in each step. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void estimateSequenceFalls() {
        check("estimate-sequence");
    }
}
