/**
 * Variational inference as mirror descent. A posterior is sought in an exponential family; the evidence lower bound is a function of its expectation coordinates, whose differential has the type of natural coordinates and is the natural gradient.
 * The model is a {@link org.legendre.optimize.variational.VariationalBayes}, a prior with conjugate and other factors; the method is the {@link org.legendre.optimize.Descent} of the geometry of ψ*.
 *
 * <p>A {@link org.legendre.optimize.variational.BayesianMixture} has labels besides, and takes mini-batches. Where no bound is wanted but moments, {@link org.legendre.optimize.variational.ExpectationPropagation}.
 */
@NullMarked
package org.legendre.optimize.variational;

import org.jspecify.annotations.NullMarked;
