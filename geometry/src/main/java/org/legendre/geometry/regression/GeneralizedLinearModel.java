package org.legendre.geometry.regression;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.special.Sums;

/**
 * A conditional family with a linear predictor, given its data: responses yᵢ independent given inputs xᵢ, each distributed by zᵢ = ⟨w, xᵢ⟩. It is the
 * negative log-likelihood −Σ log p(yᵢ | ⟨w, xᵢ⟩) as a function of the weights w, with its differential and its Fisher metric XᵀWX. An objective of it is
 * one line, and so is Fisher scoring:
 *
 * <pre>{@code
 * var model = GeneralizedLinearModel.logistic(inputs, labels);
 * Objective<Weights, Differential<Weights>> loss = Objective.of(model.size(), model::value, model::gradient);
 * var run = Descent.of(loss, Geometry.natural(Domain.reals(model.size()), model::fisher)).run(Vec.zeros(model.size()));
 * }</pre>
 *
 * <p>Source: P. McCullagh and J. A. Nelder, Generalized Linear Models (2nd ed., 1989), chapter 2.
 *
 * @param <M> the distribution of a response
 */
public final class GeneralizedLinearModel<M> {
    private final Inputs inputs;
    private final double[] responses;
    private final Response<M> response;
    private final double saturated;

    private GeneralizedLinearModel(Response<M> response, double[][] inputs, double[] responses) {
        this.inputs = new Inputs(inputs);
        this.response = response;
        this.responses = DomainException.requireLength("responses", responses.clone(), inputs.length);
        double[] least = new double[responses.length];
        for (int i = 0; i < least.length; i++) {
            least[i] = response.saturated(response.require(responses[i]));
        }
        this.saturated = Sums.sum(least);
    }

    /**
     * Logistic regression: y ~ Bernoulli with log-odds ⟨w, x⟩. The Fisher weights are p(1 − p).
     *
     * @param inputs the rows x₁, …, xₙ, with a 1 where an intercept is wanted
     * @param labels y₁, …, yₙ, each 0 or 1
     * @return the model
     * @throws DomainException if an input is not finite, a label neither 0 nor 1, or a length is wrong
     */
    public static GeneralizedLinearModel<Bernoulli> logistic(double[][] inputs, int... labels) {
        return new GeneralizedLinearModel<>(
                new Responses.Binary(),
                inputs,
                Arrays.stream(labels).asDoubleStream().toArray());
    }

    /**
     * Poisson regression: y ~ Poisson with mean exp⟨w, x⟩. The Fisher weights are the means.
     *
     * @param inputs the rows x₁, …, xₙ, with a 1 where an intercept is wanted
     * @param counts y₁, …, yₙ, each 0, 1, 2, …
     * @return the model
     * @throws DomainException if an input is not finite, a count negative, or a length is wrong
     */
    public static GeneralizedLinearModel<Poisson> poisson(double[][] inputs, long... counts) {
        return new GeneralizedLinearModel<>(
                new Responses.Count(),
                inputs,
                Arrays.stream(counts).asDoubleStream().toArray());
    }

    /**
     * Gamma regression of known shape a: y ~ Gamma(a, rate a/μ) with mean μ = exp⟨w, x⟩. The Fisher weights are a.
     *
     * @param shape a, positive; 1 for exponentially distributed responses
     * @param inputs the rows x₁, …, xₙ, with a 1 where an intercept is wanted
     * @param responses y₁, …, yₙ, positive
     * @return the model
     * @throws DomainException if a number is outside its domain, or a length is wrong
     */
    public static GeneralizedLinearModel<Gamma> gamma(double shape, double[][] inputs, double... responses) {
        DomainException.requirePositive("shape", shape);
        return new GeneralizedLinearModel<>(new Responses.Positive(shape), inputs, responses);
    }

    /**
     * Linear regression with normal errors of known variance: y ~ N(⟨w, x⟩, σ²). The Fisher weights are 1/σ².
     *
     * @param variance σ², positive
     * @param inputs the rows x₁, …, xₙ, with a 1 where an intercept is wanted
     * @param responses y₁, …, yₙ
     * @return the model
     * @throws DomainException if a number is outside its domain, or a length is wrong
     */
    public static GeneralizedLinearModel<Normal> linear(double variance, double[][] inputs, double... responses) {
        DomainException.requirePositive("variance", variance);
        return new GeneralizedLinearModel<>(new Responses.Real(variance), inputs, responses);
    }

    /**
     * The dimension of w.
     *
     * @return the number of columns of the inputs
     */
    public int size() {
        return inputs.width();
    }

    /**
     * The negative log-likelihood −Σ log p(yᵢ | ⟨w, xᵢ⟩).
     *
     * @param w the weights
     * @return the value in nats; +∞ where a mean overflows
     * @throws DomainException if the length is wrong, or a predictor is +∞ − ∞
     */
    public double value(Vec<Weights> w) {
        return saturated + 0.5 * deviance(w);
    }

    /**
     * The deviance: twice what the log-likelihood lacks of that of the saturated model, which gives each response its best predictor (McCullagh and
     * Nelder 1989, §2.3; here not divided by a dispersion's scale: it is that of the distribution itself).
     *
     * @param w the weights
     * @return the deviance in nats, a sum of nonnegative terms that do not cancel
     * @throws DomainException if the length is wrong
     */
    public double deviance(Vec<Weights> w) {
        double[] v = require(w);
        double[] terms = new double[responses.length];
        Arrays.setAll(terms, i -> response.deviance(responses[i], inputs.predictor(i, v, 0)));
        return 2 * Sums.sum(terms);
    }

    /**
     * The differential of {@link #value}: Σ (∂/∂z)(−log p)(yᵢ | zᵢ) xᵢ.
     *
     * @param w the weights
     * @return the differential
     * @throws DomainException if the length is wrong, or an entry overflows
     */
    public Vec<Differential<Weights>> gradient(Vec<Weights> w) {
        double[] v = require(w);
        double[] out = new double[size()];
        for (int i = 0; i < responses.length; i++) {
            inputs.add(i, response.slope(responses[i], inputs.predictor(i, v, 0)), out, 0);
        }
        return Vec.of(out);
    }

    /**
     * The Fisher metric XᵀWX, with W the Fisher information of each predictor: exact, not an estimate from the responses. It measures by rows and raises by
     * a Cholesky factor, O(nd² + d³).
     *
     * @param w the weights
     * @return the metric at w; raising an index throws a {@link DomainException} where the matrix is singular
     * @throws DomainException if the length is wrong
     */
    public Metric<Weights, Differential<Weights>> fisher(Vec<Weights> w) {
        double[] v = require(w);
        double[] weights = new double[responses.length];
        Arrays.setAll(weights, i -> response.information(inputs.predictor(i, v, 0)));
        return Metric.of(new WeightedGram(inputs, weights));
    }

    /**
     * A bound on the curvature of {@link #value} in the Euclidean norm: the largest eigenvalue of XᵀX, by power iteration, times the largest second
     * derivative in a predictor (¼ for logistic regression, 1/σ² for linear).
     *
     * @return L for steps 1/L of gradient descent; +∞ for Poisson and gamma regression, which have no bound
     */
    public double smoothness() {
        return response.curvature() * inputs.largestEigenvalue();
    }

    /**
     * The distribution of a response at new inputs.
     *
     * @param w the weights
     * @param x the inputs, as many as a row has
     * @return the distribution at ⟨w, x⟩
     * @throws DomainException if a length is wrong, an input is not finite, or a parameter of the distribution overflows
     */
    public M predict(Vec<Weights> w, double... x) {
        double[] v = require(w);
        return response.distribution(Inputs.predictor(inputs.require(x), v, 0));
    }

    private double[] require(Vec<Weights> w) {
        return DomainException.requireLength("w", w.toArray(), size());
    }

    @Override
    public String toString() {
        return "generalized linear model of " + responses.length + " responses in " + size() + " weights";
    }
}
