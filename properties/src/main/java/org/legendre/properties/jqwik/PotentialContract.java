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
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void fenchelYoungWithEqualityExactlyAtDuality(@ForAll("allPairs") Sample sample) {
        hold("fenchel-young", sample);
    }

    /**
     * ∇ψ*(∇ψ(θ)) = θ.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void conjugateGradientUndoesGradient(@ForAll("pairs") Sample sample) {
        hold("dual-of-primal", sample);
    }

    /**
     * ∇ψ(∇ψ*(η)) = η.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void gradientUndoesConjugateGradient(@ForAll("pairs") Sample sample) {
        hold("primal-of-dual", sample);
    }

    /**
     * ∇ψ is the derivative of ψ.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void gradientIsTheDerivativeOfThePotential(@ForAll("pairs") Sample sample) {
        hold("gradient", sample);
    }

    /**
     * ∇²ψ is the derivative of ∇ψ.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void hessianIsTheDerivativeOfTheGradient(@ForAll("pairs") Sample sample) {
        hold("hessian", sample);
    }
}
