package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.Sample;

/**
 * The laws of Legendre functions as inherited properties: the subject is a {@link org.legendre.properties.PotentialSubject} or has one among its
 * aspects.
 */
public interface PotentialContract extends Contract {
    /**
     * ψ(θ) + ψ*(η) ≥ ⟨θ, η⟩, with equality exactly at η = ∇ψ(θ).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void fenchelYoungWithEqualityExactlyAtDuality(@ForAll("allPairs") Sample sample) {
        hold("fenchel-young", sample);
    }

    /**
     * ∇ψ*(∇ψ(θ)) = θ.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void conjugateGradientUndoesGradient(@ForAll("pairsToTheEdge") Sample sample) {
        hold("dual-of-primal", sample);
    }

    /**
     * ∇ψ(∇ψ*(η)) = η.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void gradientUndoesConjugateGradient(@ForAll("pairsToTheEdge") Sample sample) {
        hold("primal-of-dual", sample);
    }

    /**
     * ∇ψ is the derivative of ψ.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void gradientIsTheDerivativeOfThePotential(@ForAll("pairs") Sample sample) {
        hold("gradient", sample);
    }

    /**
     * ∇²ψ is the derivative of ∇ψ.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void hessianIsTheDerivativeOfTheGradient(@ForAll("pairs") Sample sample) {
        hold("hessian", sample);
    }

    /**
     * D_ψ(a, b) = ψ(a) − ψ(b) − ⟨∇ψ(b), a − b⟩.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void bregmanDivergenceIsByItsDefinition(@ForAll("pairsToTheEdge") Sample sample) {
        hold("bregman", sample);
    }

    /**
     * D_ψ is ∇²ψ integrated along the line, near equality too.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void bregmanDivergenceIsTheHessianIntegrated(@ForAll("nearPairsToTheEdge") Sample sample) {
        hold("bregman-integral", sample);
    }

    /**
     * D_ψ(a, b) = D_ψ*(∇ψ(b), ∇ψ(a)).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void bregmanDivergenceOfTheConjugateSwapsArguments(@ForAll("pairsToTheEdge") Sample sample) {
        hold("bregman-duality", sample);
    }

    /**
     * D(a, b) + D(b, c) − D(a, c) = ⟨∇ψ(c) − ∇ψ(b), a − b⟩.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void threePointIdentity(@ForAll("pairsToTheEdge") Sample sample) {
        hold("three-point", sample);
    }

    /**
     * D(p, r) = D(p, q) + D(q, r) − ⟨η_p − η_q, θ_r − θ_q⟩.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void cosineLaw(@ForAll("pairsToTheEdge") Sample sample) {
        hold("cosine", sample);
    }

    /**
     * The four-point identity, with two of the divergences by their duals.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void fourPointIdentity(@ForAll("pairsToTheEdge") Sample sample) {
        hold("four-point", sample);
    }

    /**
     * Σ wᵢ D(xᵢ, c) = Σ wᵢ D(xᵢ, x̄) + D(x̄, c).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void meanMinimisesOverTheSecondArgument(@ForAll("pairsToTheEdge") Sample sample) {
        hold("mean-minimises", sample);
    }

    /**
     * Σ wᵢ D(c, xᵢ) = Σ wᵢ D(m, xᵢ) + D(c, m), m the mean in dual coordinates.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void dualMeanMinimisesOverTheFirstArgument(@ForAll("moderatePairs") Sample sample) {
        hold("dual-mean-minimises", sample);
    }

    /**
     * ⟨∇ψ(a) − ∇ψ(b), a − b⟩ = D(a, b) + D(b, a) &gt; 0.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void gradientIsStrictlyMonotone(@ForAll("pairsToTheEdge") Sample sample) {
        hold("monotone-gradient", sample);
    }

    /**
     * αψ(a) + (1−α)ψ(b) − ψ(αa + (1−α)b) = J_α(a, b) &gt; 0.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void potentialLiesBelowItsChords(@ForAll("pairsToTheEdge") Sample sample) {
        hold("below-chord", sample);
    }

    /**
     * J_α(a, b) = αD(a, m) + (1−α)D(b, m).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void skewedJensenDivergenceIsTwoBregmanDivergences(@ForAll("nearPairsToTheEdge") Sample sample) {
        hold("jensen-bregman", sample);
    }

    /** The theorem of Pythagoras for the m-projection onto an e-flat set; in one dimension it says nothing. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void projectionOntoAFlatSetMakesARightAngle() {
        check("pythagoras-m-projection");
    }

    /** The theorem of Pythagoras for the e-projection onto an m-flat set; in one dimension it says nothing. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void dualProjectionOntoAFlatSetMakesARightAngle() {
        check("pythagoras-e-projection");
    }

    /**
     * D(x, p) ≥ D(x, r) + D(r, p) for r the projection of p onto a segment.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void projectionOntoASegmentMakesAnObtuseAngle(@ForAll("moderatePairs") Sample sample) {
        hold("pythagoras-convex", sample);
    }

    /**
     * ∇²ψ*(η) ∇²ψ(θ) = 1.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void hessiansOfPotentialAndConjugateAreInverse(@ForAll("pairsToTheEdge") Sample sample) {
        hold("inverse-hessian", sample);
    }

    /**
     * ∇³ψ is the derivative of ∇²ψ, and symmetric.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void thirdDerivativeIsThatOfTheHessian(@ForAll("moderatePairs") Sample sample) {
        hold("third", sample);
    }
}
