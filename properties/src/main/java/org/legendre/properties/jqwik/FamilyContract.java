package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.FamilySubject;
import org.legendre.properties.Sample;

/**
 * Every law of families as an inherited property. A test class has one method to write:
 *
 * <pre>{@code
 * class MyFamilyTest implements FamilyContract {
 *     public FamilySubject subject() {
 *         return FamilySubject.of(MyFamily.FAMILY);
 *     }
 * }
 * }</pre>
 */
public interface FamilyContract extends DivergenceContract, PotentialContract, ObservationContract {
    @Override
    FamilySubject subject();

    /**
     * KL(p‖q) = D_ψ(θ_q, θ_p).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void klIsTheBregmanDivergenceOfThePotential(@ForAll("pairsToTheEdge") Sample sample) {
        hold("kl-bregman", sample);
    }

    /**
     * KL(p‖q) = D_ψ*(η_p, η_q).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void klIsTheBregmanDivergenceOfTheConjugate(@ForAll("pairsToTheEdge") Sample sample) {
        hold("kl-dual-bregman", sample);
    }

    /**
     * KL(p‖q) = ψ(θ_q) + ψ*(η_p) − ⟨θ_q, η_p⟩.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void klIsTheCanonicalDivergence(@ForAll("pairsToTheEdge") Sample sample) {
        hold("kl-canonical", sample);
    }

    /**
     * KL(θ+tv‖θ) = ½t²vᵀGv + O(t³), both ways round.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void klIsFisherUpClose(@ForAll("pairs") Sample sample) {
        hold("kl-fisher", sample);
    }

    /**
     * KL is the Fisher metric integrated along the line, near equality too.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void klIsFisherIntegrated(@ForAll("nearPairsToTheEdge") Sample sample) {
        hold("kl-integral", sample);
    }

    /**
     * A natural-gradient step in θ is a mirror-descent step in η.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void naturalGradientIsMirrorDescent(@ForAll("pairs") Sample sample) {
        hold("natural-is-mirror", sample);
    }

    /**
     * Descent by natural gradient in θ and by mirror in η are the same iterates.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void naturalGradientDescendsAsMirrorDescent(@ForAll("moderatePairs") Sample sample) {
        hold("descent-natural-is-mirror", sample);
    }

    /**
     * Descent by mirror in θ and by natural gradient in η are the same iterates.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void mirrorDescentDescendsAsNaturalGradient(@ForAll("moderatePairs") Sample sample) {
        hold("descent-mirror-is-natural", sample);
    }

    /** Natural gradient in θ and in η part at a finite step, by a witness. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void naturalGradientDependsOnItsChartAtAFiniteStep() {
        check("natural-gradient-chart-matters");
    }

    /**
     * KL to third order, both ways round.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void klIsTheThirdDerivativeToThirdOrder(@ForAll("pairs") Sample sample) {
        hold("kl-cubic", sample);
    }

    /**
     * The natural gradient is a tangent in all affine coordinates.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void naturalGradientIsATangentInAffineCoordinates(@ForAll("pairs") Sample sample) {
        hold("natural-gradient-affine", sample);
    }

    /** The Fisher metric in source coordinates is that in θ. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void fisherInSourceIsThePullback() {
        check("fisher-source");
    }

    /** The Fisher metric in expectation coordinates is that in θ. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void fisherInExpectationIsThePullback() {
        check("fisher-expectation");
    }
}
