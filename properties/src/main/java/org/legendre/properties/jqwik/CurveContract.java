package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.CurveSubject;

/** The laws of the curves of geometries as inherited properties. */
public interface CurveContract extends Contract {
    @Override
    CurveSubject subject();

    /** The velocity is the raised differential. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void velocityIsTheRaisedDifferential() {
        check("curve-velocity");
    }

    /** The decrement is half the squared length of the differential. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void decrementIsHalfTheSquaredLength() {
        check("curve-decrement");
    }

    /** The proximal term is half the squared length of the step to second order. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void proximalTermIsHalfTheSquaredLength() {
        check("curve-proximal");
    }

    /** What is normal to the set does not matter. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void normalPartDoesNotMatter() {
        check("curve-tangential");
    }

    /** No curve leaves the set. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void curveNeverLeaves() {
        check("curve-stays");
    }
}
