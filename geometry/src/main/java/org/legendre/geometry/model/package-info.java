/**
 * Parametric models p(y | x; w): inputs x and weights w give the natural coordinates θ(x; w) of a distribution of the output y, linearly, through layers, or by a formula of your own. A model with data is a
 * {@link org.legendre.geometry.model.Likelihood}, from which come the score and the Fisher information, each kind of it a type of its own:
 *
 * <ul>
 *   <li>{@link org.legendre.geometry.model.ExactFisher}: the expectation under the model, in closed form
 *   <li>{@link org.legendre.geometry.model.MonteCarloFisher}: the same expectation estimated from labels drawn from the model, with its standard error
 *   <li>{@link org.legendre.geometry.model.EmpiricalFisher}: the squares of the scores at the observed labels, which is another matrix
 * </ul>
 *
 * <p>A {@link org.legendre.geometry.model.FisherApproximation} of one of the first two is cheap to solve with: {@link org.legendre.geometry.model.KroneckerFisher} and {@link
 * org.legendre.geometry.model.EigenKroneckerFisher} (K-FAC, EKFAC) for layers, {@link org.legendre.geometry.model.BlockFisher} of layers or units, {@link org.legendre.geometry.model.LowRankFisher}.
 *
 * <p>For most purposes use {@code Likelihood.of(model, inputs, outputs).fisher(w).damped(λ)}, for a perceptron of many weights {@code .fisher(w).kronecker().damped(λ)}.
 */
@NullMarked
package org.legendre.geometry.model;

import org.jspecify.annotations.NullMarked;
