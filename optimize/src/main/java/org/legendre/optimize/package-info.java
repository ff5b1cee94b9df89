/**
 * First-order methods in the geometry of a Legendre function: mirror descent, exponentiated gradient, natural gradient.
 *
 * <p>A run is {@link org.legendre.optimize.Objective} × {@link org.legendre.optimize.Geometry} × {@link org.legendre.optimize.StepRule} ×
 * {@link org.legendre.optimize.Stopping}, put together by {@link org.legendre.optimize.Descent}:
 *
 * <pre>{@code
 * var run = Descent.of(objective, Geometry.exponentiatedGradient(36))
 *         .step(StepRule.constant(.05))
 *         .until(Stopping.iterations(100))
 *         .run(start);
 * }</pre>
 *
 * <p>Which geometry? On the simplex {@link org.legendre.optimize.Geometry#exponentiatedGradient}; for the parameters of an exponential family
 * {@link org.legendre.optimize.Geometry#natural(org.legendre.geometry.Legendre)}; for a regression Fisher scoring,
 * {@link org.legendre.optimize.Geometry#natural(org.legendre.geometry.Domain, java.util.function.Function)}; else
 * {@link org.legendre.optimize.Geometry#mirror(org.legendre.geometry.Legendre)} with the potential relative to which the objective is smooth.
 * Which step? {@link org.legendre.optimize.StepRule#armijo()} where nothing is known.
 */
@NullMarked
package org.legendre.optimize;

import org.jspecify.annotations.NullMarked;
