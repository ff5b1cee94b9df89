package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.LearnerSubject;

/** The laws of online learners as inherited properties; those that claim nothing of the subject pass at once. */
public interface LearnerContract extends Contract {
    @Override
    LearnerSubject subject();

    /** The regret is at most what the theorem says. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void regretIsAtMostItsBound() {
        check("online-regret");
    }

    /** Weights stay on the simplex. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void weightsStayOnTheSimplex() {
        check("online-feasible");
    }

    /** A point is played before its losses are seen. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void playsBeforeItSees() {
        check("no-foresight");
    }

    /** Losses in common change nothing. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void lossesInCommonChangeNothing() {
        check("common-losses");
    }

    /** The scale of the losses changes nothing, where it is declared. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void scaleOfTheLossesChangesNothing() {
        check("scaled-losses");
    }

    /** Exponential weights, where they are declared. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void weightsAreExponential() {
        check("exponential-weights");
    }

    /** A resumed learner is the unbroken one. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void resumedLearnerIsTheUnbrokenOne() {
        check("learner-resumes");
    }
}
