package org.legendre.properties.jqwik;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.FamilySubject;
import org.legendre.properties.Finding;
import org.legendre.properties.Law;
import org.legendre.properties.Laws;
import org.legendre.properties.Sample;
import org.legendre.properties.Sample.Spread;

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
 *
 * <p>Uninformative samples are discarded, so that a vacuous law fails as exhausted. Runs are reproducible, see {@link SeedHook}.
 */
public interface FamilyContract {
    /** How many samples a property examines. */
    int TRIES = 200;

    /**
     * What is held to the laws.
     *
     * @return the family
     */
    FamilySubject subject();

    /**
     * Samples of moderate and wide pairs.
     *
     * @return the samples
     */
    @Provide
    default Arbitrary<Sample> pairs() {
        return Samples.of(subject().domain(), List.of(Spread.MODERATE, Spread.WIDE));
    }

    /**
     * Samples of moderate and near-equal pairs.
     *
     * @return the samples
     */
    @Provide
    default Arbitrary<Sample> nearPairs() {
        return Samples.of(subject().domain(), List.of(Spread.MODERATE, Spread.NEAR));
    }

    /**
     * Samples of all kinds.
     *
     * @return the samples
     */
    @Provide
    default Arbitrary<Sample> allPairs() {
        return Samples.of(subject().domain(), List.of(Spread.values()));
    }

    /**
     * KL(p‖q) ≥ 0.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void divergenceIsNonnegative(@ForAll("allPairs") Sample sample) {
        hold(Laws.named("nonnegative"), sample);
    }

    /**
     * KL(p‖q) = 0 exactly at equality.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void divergenceIsZeroExactlyAtEquality(@ForAll("allPairs") Sample sample) {
        hold(Laws.named("definite"), sample);
    }

    /**
     * KL(p‖q) = D_ψ(θ_q, θ_p).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void klIsTheBregmanDivergenceOfThePotential(@ForAll("pairs") Sample sample) {
        hold(Laws.named("kl-bregman"), sample);
    }

    /**
     * KL(p‖q) = D_ψ*(η_p, η_q).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void klIsTheBregmanDivergenceOfTheConjugate(@ForAll("pairs") Sample sample) {
        hold(Laws.named("kl-dual-bregman"), sample);
    }

    /**
     * KL(p‖q) = ψ(θ_q) + ψ*(η_p) − ⟨θ_q, η_p⟩.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void klIsTheCanonicalDivergence(@ForAll("pairs") Sample sample) {
        hold(Laws.named("kl-canonical"), sample);
    }

    /**
     * ψ(θ) + ψ*(η) ≥ ⟨θ, η⟩, with equality exactly at η = ∇ψ(θ).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void fenchelYoungWithEqualityExactlyAtDuality(@ForAll("allPairs") Sample sample) {
        hold(Laws.named("fenchel-young"), sample);
    }

    /**
     * ∇ψ*(∇ψ(θ)) = θ.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void conjugateGradientUndoesGradient(@ForAll("pairs") Sample sample) {
        hold(Laws.named("dual-of-primal"), sample);
    }

    /**
     * ∇ψ(∇ψ*(η)) = η.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void gradientUndoesConjugateGradient(@ForAll("pairs") Sample sample) {
        hold(Laws.named("primal-of-dual"), sample);
    }

    /**
     * η is the gradient of ψ.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void expectationIsTheGradientOfThePotential(@ForAll("pairs") Sample sample) {
        hold(Laws.named("mean-map"), sample);
    }

    /**
     * The Fisher metric is the Hessian of ψ.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void fisherIsTheHessianOfThePotential(@ForAll("pairs") Sample sample) {
        hold(Laws.named("fisher-hessian"), sample);
    }

    /**
     * KL(θ+tv‖θ) = ½t²vᵀGv + O(t³), both ways round.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void klIsFisherUpClose(@ForAll("pairs") Sample sample) {
        hold(Laws.named("kl-fisher"), sample);
    }

    /**
     * KL is the Fisher metric integrated along the line, near equality too.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void klIsFisherIntegrated(@ForAll("nearPairs") Sample sample) {
        hold(Laws.named("kl-integral"), sample);
    }

    /**
     * A natural-gradient step in θ is a mirror-descent step in η.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void naturalGradientIsMirrorDescent(@ForAll("pairs") Sample sample) {
        hold(Laws.named("natural-is-mirror"), sample);
    }

    /**
     * Descent by natural gradient in θ and by mirror in η are the same iterates.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void naturalGradientDescendsAsMirrorDescent(@ForAll("pairs") Sample sample) {
        hold(Laws.named("descent-natural-is-mirror"), sample);
    }

    /**
     * KL is asymmetric, by a witness; symmetric if the family declares it.
     */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void asymmetricUnlessDeclaredSymmetric() {
        Law<FamilySubject> law = Laws.named(subject().symmetric() ? "symmetric" : "asymmetric");
        law.check(subject(), SeedHook.base(), TRIES).requireHeld();
    }

    /**
     * Holds the subject to a law at one sample.
     *
     * @param law the law
     * @param sample the sample, discarded if it is not informative
     */
    default void hold(Law<FamilySubject> law, Sample sample) {
        Finding finding = law.examine(subject(), sample);
        if (finding.violated()) {
            FamilySubject subject = subject();
            // Coordinate by coordinate to few digits, in bounded time: jqwik's own shrinking takes minutes and keeps 15
            // digits.
            Sample shrunk =
                    sample.shrink(simpler -> law.examine(subject, simpler).violated());
            throw new AssertionError(law.replay(subject, shrunk).toString());
        }
        Assume.that(finding.informative());
    }
}
