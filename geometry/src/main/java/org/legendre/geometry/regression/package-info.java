/**
 * Conditional families with a linear predictor: the distribution of a response given inputs x is a member of an exponential family that depends on ⟨w, x⟩.
 *
 * <p>{@link org.legendre.geometry.regression.GeneralizedLinearModel} for one number per response (linear, logistic, Poisson and gamma regression),
 * {@link org.legendre.geometry.regression.SoftmaxRegression} for one of k classes. Each is a negative log-likelihood of the weights w with its differential
 * and its exact Fisher metric.
 */
@NullMarked
package org.legendre.geometry.regression;

import org.jspecify.annotations.NullMarked;
