package org.legendre.properties.jqwik;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.legendre.properties.ModelSubject;
import org.legendre.properties.Sample;

/** The laws of parametric models as inherited properties. */
public interface ModelContract extends Contract {
    @Override
    ModelSubject subject();

    /**
     * Jv is the derivative of θ(x; w + tv).
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void jacobianProductIsTheDerivative(@ForAll("pairs") Sample sample) {
        hold("model-push", sample);
    }

    /**
     * ⟨u, Jv⟩ = ⟨Jᵀu, v⟩.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void pullIsTheTransposeOfPush(@ForAll("pairs") Sample sample) {
        hold("model-transpose", sample);
    }

    /**
     * The score is the differential of the mean log-likelihood.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void scoreIsTheDerivativeOfTheLogLikelihood(@ForAll("pairs") Sample sample) {
        hold("model-score", sample);
    }

    /**
     * What is said of all data is the mean of what is said of each.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void whatIsSaidOfDataIsAMean(@ForAll("pairs") Sample sample) {
        hold("model-means", sample);
    }

    /** E[s] = 0 under the model. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void scoreHasNoMean() {
        check("model-score-mean");
    }

    /** vᵀFv = E[⟨s, v⟩²] under the model. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void fisherIsTheCovarianceOfTheScore() {
        check("model-fisher-covariance");
    }

    /**
     * vᵀFv is the second derivative of KL.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void fisherIsTheCurvatureOfKl(@ForAll("pairs") Sample sample) {
        hold("model-fisher-kl", sample);
    }

    /**
     * vᵀFv is the second derivative of −log p along Jv, label by label.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void fisherIsTheGeneralizedGaussNewtonMatrix(@ForAll("pairs") Sample sample) {
        hold("model-gauss-newton", sample);
    }

    /**
     * One symmetric, positive semidefinite form.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void fisherIsASymmetricSemidefiniteForm(@ForAll("pairs") Sample sample) {
        hold("model-fisher-form", sample);
    }

    /**
     * The empirical matrix is the mean of ⟨sᵢ, v⟩².
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void empiricalFisherIsTheMeanSquareOfTheScores(@ForAll("pairs") Sample sample) {
        hold("model-empirical", sample);
    }

    /** The empirical matrix is not the Fisher information. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void empiricalFisherIsAnother() {
        check("model-empirical-is-another");
    }

    /** Drawn outputs estimate the Fisher information without bias. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void monteCarloFisherIsUnbiased() {
        check("model-monte-carlo");
    }

    /**
     * (F + λI)v = g.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void dampedRaiseSolves(@ForAll("pairs") Sample sample) {
        hold("model-damped", sample);
    }

    /**
     * Conjugate gradients reach their residual, and what the factor gives.
     *
     * @param sample the sample
     */
    @Property(tries = TRIES, edgeCases = EdgeCasesMode.FIRST, shrinking = ShrinkingMode.OFF)
    default void conjugateGradientsSolveAsTheFactorDoes(@ForAll("pairs") Sample sample) {
        hold("model-conjugate-gradients", sample);
    }

    /** Of all tangents as long in KL, natural gradient is the steepest. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void naturalGradientIsTheSteepest() {
        check("model-natural-steepest");
    }

    /** Steps do not depend on an affine chart of the weights. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void naturalGradientIsInvariantUnderAffineCharts() {
        check("model-natural-affine");
    }

    /** Nor on any chart, to first order. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void naturalGradientIsInvariantToFirstOrder() {
        check("model-natural-smooth");
    }

    /** At finite steps they do. */
    @Property(tries = 1, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    default void naturalGradientIsNotInvariantAtFiniteSteps() {
        check("model-natural-not-invariant");
    }
}
