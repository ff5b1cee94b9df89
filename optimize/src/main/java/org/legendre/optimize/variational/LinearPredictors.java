package org.legendre.optimize.variational;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.DiagonalNormal;
import org.legendre.geometry.family.MultivariateNormal;

/**
 * The factor Π p(yᵢ | ⟨xᵢ, w⟩) of a model of observations with linear predictors, for Gaussian weights w ~ N(μ, Σ): each predictor is N(⟨xᵢ, μ⟩, xᵢᵀΣxᵢ), so that all expectations are one-dimensional.
 *
 * <p>With fᵢ = log p(yᵢ | ·) the gradient in m = (μ, Σ + μμᵀ) is (Σ (E fᵢ′ − ⟨xᵢ, μ⟩E fᵢ″)xᵢ, ½ Σ E fᵢ″ xᵢxᵢᵀ). In natural coordinates (Σ⁻¹μ, −½Σ⁻¹) a step that adds it adds −Σ E fᵢ″ xᵢxᵢᵀ to the precision.
 *
 * <p>Source: M. E. Khan and W. Lin, Conjugate-computation variational inference, AISTATS 2017; M. Opper and C. Archambeau, Neural Comput. 21 (2009).
 *
 * @param <P> the Gaussian family
 */
public final class LinearPredictors<P> implements ExpectedLogLikelihood<P> {
    private final GaussianMarginals<P> marginals;
    private final double[][] inputs;
    private final List<PredictorLikelihood> likelihoods;

    private LinearPredictors(
            GaussianMarginals<P> marginals, double[][] inputs, List<? extends PredictorLikelihood> likelihoods) {
        this.marginals = marginals;
        this.likelihoods = List.copyOf(likelihoods);
        this.inputs = Rows.require(inputs, likelihoods.size());
    }

    /**
     * For a posterior with a full covariance: O(nd² + d³) a step.
     *
     * @param inputs the rows x₁, …, xₙ, with a 1 where an intercept is wanted
     * @param likelihoods what each observation says of its predictor
     * @return the factor
     * @throws DomainException if an input is not finite, or a length is wrong
     */
    public static LinearPredictors<MultivariateNormal> full(
            double[][] inputs, List<? extends PredictorLikelihood> likelihoods) {
        return new LinearPredictors<>(GaussianMarginals.FULL, inputs, likelihoods);
    }

    /**
     * For a posterior of independent weights: O(nd) a step.
     *
     * @param inputs the rows x₁, …, xₙ, with a 1 where an intercept is wanted
     * @param likelihoods what each observation says of its predictor
     * @return the factor
     * @throws DomainException if an input is not finite, or a length is wrong
     */
    public static LinearPredictors<DiagonalNormal> diagonal(
            double[][] inputs, List<? extends PredictorLikelihood> likelihoods) {
        return new LinearPredictors<>(GaussianMarginals.DIAGONAL, inputs, likelihoods);
    }

    /**
     * Logistic regression with a full covariance.
     *
     * @param inputs the rows x₁, …, xₙ, with a 1 where an intercept is wanted
     * @param labels y₁, …, yₙ, each 0 or 1
     * @return the factor
     * @throws DomainException if an input is not finite, a label neither 0 nor 1, or a length is wrong
     */
    public static LinearPredictors<MultivariateNormal> logistic(double[][] inputs, int... labels) {
        return full(inputs, each(labels.length, i -> PredictorLikelihood.logistic(labels[i])));
    }

    /**
     * Linear regression with normal errors of known variance and a full covariance: conjugate to a normal prior.
     *
     * @param variance of the errors, positive
     * @param inputs the rows x₁, …, xₙ, with a 1 where an intercept is wanted
     * @param responses y₁, …, yₙ
     * @return the factor
     * @throws DomainException if a number is outside its domain, or a length is wrong
     */
    public static LinearPredictors<MultivariateNormal> linear(double variance, double[][] inputs, double... responses) {
        return full(inputs, each(responses.length, i -> PredictorLikelihood.normal(responses[i], variance)));
    }

    private static List<PredictorLikelihood> each(int n, IntFunction<PredictorLikelihood> likelihood) {
        PredictorLikelihood[] all = new PredictorLikelihood[n];
        Arrays.setAll(all, likelihood);
        return List.of(all);
    }

    @Override
    public double gradient(P q, double[] gradient) {
        double[] mean = require(q);
        double[] expectations = new double[3];
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            double predictor = dot(inputs[i], mean);
            likelihoods.get(i).expectation(predictor, marginals.variance(q, inputs[i]), expectations);
            sum += expectations[0];
            marginals.add(mean, inputs[i], predictor, expectations[1], expectations[2], gradient);
        }
        return sum;
    }

    /** {@inheritDoc} The sum over the observations of how much the last halving of the step changed each. */
    @Override
    public double error(P q) {
        double[] mean = require(q);
        double[] expectations = new double[3];
        double sum = 0;
        for (int i = 0; i < inputs.length; i++) {
            sum += likelihoods.get(i).expectation(dot(inputs[i], mean), marginals.variance(q, inputs[i]), expectations);
        }
        return sum;
    }

    private double[] require(P q) {
        return DomainException.requireLength("mean of the weights", marginals.mean(q), inputs[0].length);
    }

    private static double dot(double[] x, double[] w) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * w[j];
        }
        return sum;
    }
}
