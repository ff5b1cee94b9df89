package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.SchemeSubject;

/** The laws of schemes as inherited properties, with what a method claims besides; those that claim nothing of the subject pass at once. */
public interface SchemeContract extends Contract {
    @Override
    SchemeSubject subject();

    /** Dual averaging minimises the sum of all linear models. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void dualAveragingMinimisesTheSumOfLinearModels() {
        check("dual-averaging-optimal");
    }

    /** Where no step ends on a face dual averaging is mirror descent. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void lazyIsAgileWhereNothingIsProjected() {
        check("dual-averaging-is-mirror-descent");
    }

    /** The regret of dual averaging. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void dualAveragingHasItsRegret() {
        check("dual-averaging-regret");
    }

    /** Averages are weighted as they claim. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void averagesHaveTheirWeights() {
        check("averages");
    }

    /** A regret bounds the value at the average. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void regretBoundsTheValueAtTheAverage() {
        check("average-value");
    }

    /** Mirror-prox takes two mirror steps from each point. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void mirrorProxTakesTwoMirrorSteps() {
        check("mirror-prox-steps");
    }

    /** The gap of mirror-prox in a matrix game. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void mirrorProxHasItsGap() {
        check("mirror-prox-gap");
    }

    /** The three-point identity of an optimistic step. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void optimisticStepSatisfiesItsThreePointIdentity() {
        check("optimistic-three-point");
    }

    /** The gap of optimistic descent in a matrix game. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void optimisticAveragesHaveTheirGap() {
        check("optimistic-gap");
    }

    /** The three-point identity of AdaGrad in its metric. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void adaGradSatisfiesTheThreePointIdentityOfItsMetric() {
        check("adagrad-three-point");
    }

    /** The regret of AdaGrad. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void adaGradHasItsRegret() {
        check("adagrad-regret");
    }

    /** Quasi-Newton steps satisfy the secant equation. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void quasiNewtonStepsSatisfyTheSecantEquation() {
        check("secant-equation");
    }

    /** Quasi-Newton steps satisfy the conditions of Wolfe. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void quasiNewtonStepsDescendFarEnough() {
        check("wolfe");
    }

    /** Armijo's search finds a sufficient decrease. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void armijoFindsASufficientDecrease() {
        check("armijo");
    }

    /** An exact search ends where the derivative vanishes. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void exactSearchEndsWhereTheDerivativeVanishes() {
        check("exact-search");
    }

    /** A search for the relative smoothness finds a model above the objective. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void smoothnessSearchFindsAModelAboveTheObjective() {
        check("relative-smoothness-search");
    }
}
