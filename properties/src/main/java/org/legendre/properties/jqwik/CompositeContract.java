package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.CompositeSubject;

/** The laws of proximal steps as inherited properties. */
public interface CompositeContract extends Contract {
    @Override
    CompositeSubject subject();

    /** A proximal step satisfies its optimality condition. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void proximalStepIsOptimal() {
        check("proximal-optimal");
    }

    /** The three-point inequality of a proximal step. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void proximalStepSatisfiesTheThreePointInequality() {
        check("composite-three-point");
    }

    /** What a proximal step leaves alone is an optimum. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void proximalStepStaysExactlyAtAnOptimum() {
        check("composite-fixed-point");
    }
}
