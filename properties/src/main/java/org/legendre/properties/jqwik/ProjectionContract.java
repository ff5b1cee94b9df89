package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.ProjectionSubject;
import org.legendre.properties.Sample;

/** What an I-projection is, as inherited properties. */
public interface ProjectionContract extends Contract {
    @Override
    ProjectionSubject subject();

    /**
     * The moments are those required.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void momentsAreMatched(@ForAll("moderatePairs") Sample sample) {
        hold("projection-moments", sample);
    }

    /**
     * KL(p‖q) = KL(p‖p*) + KL(p*‖q).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void projectionIsAtARightAngle(@ForAll("moderatePairs") Sample sample) {
        hold("projection-pythagoras", sample);
    }

    /**
     * No neighbour of the same moments is nearer to q.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void projectionIsTheNearest(@ForAll("moderatePairs") Sample sample) {
        hold("projection-least", sample);
    }

    /**
     * By way of a larger family it is the same.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void projectionsCanBeTakenInSteps(@ForAll("moderatePairs") Sample sample) {
        hold("projection-transitivity", sample);
    }
}
