package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.MethodSubject;

/**
 * The laws of optimizers as inherited properties; those that claim nothing of the subject, such as the laws of mirror steps of a method that takes
 * none, pass at once.
 */
public interface MethodContract extends Contract {
    @Override
    MethodSubject subject();

    /** The three-point identity of a mirror step. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void stepSatisfiesTheThreePointIdentity() {
        check("mirror-three-point");
    }

    /** The descent lemma under relative smoothness. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void stepSatisfiesTheDescentLemma() {
        check("descent-lemma");
    }

    /** A step stays exactly at a minimum. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void stepStaysExactlyAtAMinimum() {
        check("fixed-point");
    }

    /** The regret of mirror descent. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void regretIsBounded() {
        check("regret");
    }

    /** The O(1/k) rate. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void valuesConvergeAsOneOverK() {
        check("rate");
    }

    /** The linear rate. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void divergenceContractsLinearly() {
        check("linear-rate");
    }

    /** The regret of exponentiated gradient. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void hedgeHasItsRegret() {
        check("hedge");
    }

    /** The duality gap is a bound. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void gapIsABound() {
        check("gap");
    }

    /** No iterate leaves the simplex. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void iteratesNeverLeave() {
        check("never-leaves");
    }

    /** A resumed run is the unbroken one. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void resumedRunIsTheUnbrokenOne() {
        check("resumes");
    }

    /** Invariance under affine charts, where it is declared. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void invariantUnderAffineCharts() {
        check("affine-invariant");
    }

    /** A witness of dependence on the chart, where no invariance is declared. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void dependsOnTheChartUnlessInvariant() {
        check("chart-dependent");
    }
}
