package org.legendre.geometry.model;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.NormalKnownVariance;
import org.legendre.geometry.family.Poisson;

/**
 * How the predictors z, which the last layer of a model computes, make a distribution: a family and its natural coordinates θ(z).
 *
 * @param <T> the type of an output
 * @param <M> the distribution of an output
 */
public interface Output<T, M extends Member<T, M>> {
    /**
     * The family of the outputs.
     *
     * @return the family
     */
    ExponentialFamily<T, M> family();

    /**
     * The number of predictors.
     *
     * @return the length of z
     */
    int predictors();

    /**
     * The natural coordinates.
     *
     * @param z the predictors
     * @param theta takes θ(z)
     */
    void natural(double[] z, double[] theta);

    /**
     * Pushes a tangent forward.
     *
     * @param z the predictors
     * @param v a tangent there
     * @param out takes (∂θ/∂z)v
     */
    void push(double[] z, double[] v, double[] out);

    /**
     * Pulls a covector back.
     *
     * @param z the predictors
     * @param u a covector of θ(z)
     * @param out takes (∂θ/∂z)ᵀu
     */
    void pull(double[] z, double[] u, double[] out);

    /**
     * The canonical output: the predictors are the natural coordinates. Where these do not fill ℝⁿ, steps may leave the domain.
     *
     * @param <T> the type of an output
     * @param <M> the distribution of an output
     * @param family the family
     * @return θ = z
     */
    static <T, M extends Member<T, M>> Output<T, M> canonical(ExponentialFamily<T, M> family) {
        return new Outputs.Scaled<>(family, 1);
    }

    /**
     * y ~ Bernoulli with log-odds z.
     *
     * @return the output of logistic regression
     */
    static Output<Integer, Bernoulli> bernoulli() {
        return canonical(Bernoulli.FAMILY);
    }

    /**
     * y ~ Poisson with mean exp z.
     *
     * @return the output of Poisson regression
     */
    static Output<Long, Poisson> poisson() {
        return canonical(Poisson.FAMILY);
    }

    /**
     * y ~ N(z, σ²) with σ² known: θ = z/σ².
     *
     * @param variance σ², positive
     * @return the output of linear regression
     * @throws DomainException if the variance is not positive and finite
     */
    static Output<Double, NormalKnownVariance> normal(double variance) {
        return new Outputs.Scaled<>(NormalKnownVariance.family(variance), 1 / variance);
    }

    /**
     * y ~ Categorical with k logits z, which is one more than need be, as in softmax regression: θ_c = z_c − z_k.
     *
     * @param classes k, at least 2
     * @return the output of softmax regression; adding a constant to all logits changes nothing, so that the Fisher information of the weights is only semidefinite
     * @throws DomainException if there are fewer than 2 classes
     */
    static Output<Integer, Categorical> categorical(int classes) {
        return new Outputs.Logits(Categorical.family(classes));
    }

    /**
     * y ~ Gamma of known shape a with mean exp z: θ = (a, −a exp(−z)).
     *
     * @param shape a, positive; 1 for exponentially distributed outputs
     * @return the output of gamma regression
     * @throws DomainException if the shape is not positive and finite
     */
    static Output<Double, Gamma> gamma(double shape) {
        return new Outputs.Shaped(DomainException.requirePositive("shape", shape));
    }
}
