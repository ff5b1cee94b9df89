package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.SegmentSubject;

/** The laws of Frank–Wolfe methods as inherited properties. */
public interface SegmentContract extends Contract {
    @Override
    SegmentSubject subject();

    /** A step towards the extreme point of least pairing. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void stepEndsAtAnExtremePoint() {
        check("frank-wolfe-step");
    }

    /** A step away from the worst vertex in use, where that is steeper. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void awayStepNeverLeaves() {
        check("away-step");
    }

    /** The rate of the steps 2/(k + 2). */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void openLoopConvergesAsOneOverK() {
        check("frank-wolfe-rate");
    }
}
