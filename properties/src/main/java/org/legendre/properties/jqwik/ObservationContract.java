package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/**
 * The laws of densities, draws and inference as inherited properties: the subject is an {@link org.legendre.properties.ObservationSubject} or has one among its aspects.
 * A subject without observations, such as a family known by its log-partition alone, passes: the laws make no claim about it.
 */
public interface ObservationContract extends Contract {
    /** ∫ p dμ = 1. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void densityIsNormalised() {
        check("density-normalised");
    }

    /** log p = log h + ⟨θ, T⟩ − ψ. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void densityIsMadeOfItsParts() {
        check("density-parts");
    }

    /** E[T] = ∇ψ(θ). */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void meanOfTheStatisticIsTheGradient() {
        check("mean-statistic");
    }

    /** Cov[T] = ∇²ψ(θ). */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void covarianceOfTheStatisticIsTheHessian() {
        check("covariance-statistic");
    }

    /** κ₃[T] = ∇³ψ(θ). */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void thirdCumulantOfTheStatisticIsTheThirdDerivative() {
        check("third-cumulant");
    }

    /** The covariance of the score is the Fisher metric. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void covarianceOfTheScoreIsFisher() {
        check("score-covariance");
    }

    /** −E[∂² log p] is the Fisher metric. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void expectedCurvatureIsFisher() {
        check("score-curvature");
    }

    /** H = −E[log p]. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void entropyIsItsDefinition() {
        check("entropy-definition");
    }

    /** KL(p‖q) = E_p[log p − log q]. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void klIsItsDefinition() {
        check("kl-definition");
    }

    /** J_α(p, q) = −log ∫ p^α q^(1−α). */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void skewedJensenIsItsDefinition() {
        check("skewed-jensen-definition");
    }

    /** Binned observations have less Fisher information. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void fisherContractsUnderCoarseGraining() {
        check("fisher-coarse");
    }

    /** A sufficient statistic has all Fisher information. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void fisherIsInvariantUnderSufficientStatistics() {
        check("fisher-sufficient");
    }

    /** Entropy relative to h is the largest among equal moments. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void entropyIsLargestAmongEqualMoments() {
        check("maximum-entropy");
    }

    /** The member of equal moments minimises the forward divergence. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void equalMomentsProject() {
        check("moment-projection");
    }

    /** Cramér–Rao, with equality for T. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void statisticIsEfficient() {
        check("cramer-rao");
    }

    /** Draws have the expectation η, at level 1e-9. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void drawsHaveTheirMoments() {
        check("sampler-moments");
    }

    /** Draws fit their density, at level 1e-9. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void drawsFitTheirDensity() {
        check("sampler-fit");
    }

    /** Maximum likelihood is the forward projection of the data. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void maximumLikelihoodProjects() {
        check("maximum-likelihood");
    }

    /** Posterior ∝ likelihood × prior. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void posteriorIsLikelihoodTimesPrior() {
        check("conjugate-posterior");
    }

    /** Data in two parts make the posterior of all at once. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void posteriorTakesDataInParts() {
        check("conjugate-batches");
    }
}
