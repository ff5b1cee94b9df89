package org.legendre.geometry.model;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;

/**
 * A conditional distribution p(y | x; w): the member of an exponential family whose natural coordinates θ(x; w) depend smoothly on inputs x and weights w. To write one by hand, say how θ and its Jacobian products
 * come about in {@link #at}; {@link #smooth} has them from a formula, {@link #linear}, {@link Perceptron} with its {@linkplain Perceptron#committee soft committee machines}, and {@link BinomialMixture} are shipped.
 *
 * @param <T> the type of an output
 * @param <M> the distribution of an output
 */
public interface ParametricModel<T, M extends Member<T, M>> {
    /**
     * The dimension of w.
     *
     * @return p
     */
    int size();

    /**
     * The number of inputs.
     *
     * @return the length of x
     */
    int inputs();

    /**
     * The family of the outputs.
     *
     * @return the family, any of the catalogue
     */
    ExponentialFamily<T, M> family();

    /**
     * The model at an input.
     *
     * @param x the inputs, not changed while the result is in use
     * @param w the weights, not changed while the result is in use
     * @return θ(x; w) with its Jacobian
     */
    Linearization at(double[] x, double[] w);

    /**
     * The distribution of an output.
     *
     * @param w the weights
     * @param x the inputs
     * @return the member at θ(x; w)
     * @throws DomainException if a length is wrong, an input is not finite, or θ(x; w) is outside the domain of the family
     */
    default M predict(Vec<Weights> w, double... x) {
        DomainException.requireLength("w", w.toArray(), size());
        DomainException.requireLength("x", x, inputs());
        for (int j = 0; j < x.length; j++) {
            DomainException.requireFinite("entry " + j + " of x", x[j]);
        }
        double[] theta = at(x, w.toArray()).natural();
        return family().member(Vec.of(family().potential().domain().require("θ(x; w)", theta)));
    }

    /**
     * The linear model: each predictor is ⟨w_c, x⟩ with weights of its own, one after the other in w; an intercept is an input that is 1. With {@link Output#bernoulli} it is logistic regression, with
     * {@link Output#categorical} softmax regression, with {@link Output#poisson}, {@link Output#gamma} and {@link Output#normal} a generalized linear model with the log link or the identity.
     *
     * <p>Source: P. McCullagh and J. A. Nelder, Generalized Linear Models (2nd ed., 1989), chapter 2.
     *
     * @param <T> the type of an output
     * @param <M> the distribution of an output
     * @param inputs the number of inputs, at least 1
     * @param output how predictors make a distribution
     * @return the model
     * @throws DomainException if there are no inputs
     */
    static <T, M extends Member<T, M>> ParametricModel<T, M> linear(int inputs, Output<T, M> output) {
        return Perceptron.linear(inputs, output);
    }

    /**
     * A model from the formula of θ(x; w) in derivative arithmetic; its Jacobian, dim θ × p numbers an input, comes by automatic differentiation.
     *
     * @param <T> the type of an output
     * @param <M> the distribution of an output
     * @param inputs the number of inputs, at least 0
     * @param size p, at least 1
     * @param family the family of the outputs
     * @param formula (x, w) ↦ θ(x; w), constant in nothing but x
     * @return the model
     * @throws DomainException if a number is below its least value
     */
    static <T, M extends Member<T, M>> ParametricModel<T, M> smooth(
            int inputs, int size, ExponentialFamily<T, M> family, NaturalFormula formula) {
        return new SmoothModel<>(inputs, size, family, formula);
    }
}
