package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.FiniteDivergenceSubject;
import org.legendre.properties.Sample;

/** The laws of divergences of finite distributions as inherited properties; those of traits that the subject does not claim pass at once. */
public interface FiniteDivergenceContract extends DivergenceContract {
    @Override
    FiniteDivergenceSubject subject();

    /**
     * D(πp‖πq) = D(p‖q).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void divergenceDoesNotDependOnTheOrderOfTheClasses(@ForAll("allPairs") Sample sample) {
        hold("permutation", sample);
    }

    /**
     * D is invariant under splitting a class in the same proportion.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void splittingAClassInProportionChangesNothing(@ForAll("allPairs") Sample sample) {
        hold("sufficiency", sample);
    }

    /**
     * D is +∞ exactly where finiteness is not claimed.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void divergenceIsInfiniteExactlyWhereItHasToBe(@ForAll("pairsToTheEdge") Sample sample) {
        hold("finite-where-claimed", sample);
    }

    /**
     * D at the boundary is its limit from inside.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void divergenceIsLowerSemicontinuousAtTheBoundary(@ForAll("allPairs") Sample sample) {
        hold("semicontinuity", sample);
    }

    /**
     * D(m + tu‖m)/t² is smooth, of which nothing is lost.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void divergenceKeepsItsRelativeAccuracyNearEquality(@ForAll("allPairs") Sample sample) {
        hold("accuracy-near-equality", sample);
    }

    /** D(pW‖qW) ≤ D(p‖q), if claimed. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void noKernelIncreasesTheDivergence() {
        check("data-processing");
    }

    /** Joint convexity, if claimed. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void divergenceIsJointlyConvex() {
        check("joint-convexity");
    }

    /** D on separate blocks is the mean, if claimed. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void divergenceOfBlocksIsTheMeanOfThoseOfTheBlocks() {
        check("separability");
    }

    /** The chain rule, if claimed. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void divergenceObeysTheChainRule() {
        check("chain-rule");
    }

    /** Additivity over products, if claimed. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void divergenceOfProductsIsTheSum() {
        check("additivity");
    }
}
