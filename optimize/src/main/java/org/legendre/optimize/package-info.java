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
 * Which step? {@link org.legendre.optimize.StepRule#armijo()} where nothing is known. Where losses come round by round and there is no objective, {@link org.legendre.optimize.online}.
 *
 * <p>Classical iterations are single lines of this algebra, {@code Descent.of(objective, geometry).step(StepRule.constant(t))}, equal to their loops to rounding:
 *
 * <table>
 * <caption>Classical iterations</caption>
 * <tr><th>iteration</th><th>objective</th><th>geometry</th><th>step</th></tr>
 * <tr><td>Blahut–Arimoto, x ∝ x·exp D(Wᵢ‖r)</td><td>{@link org.legendre.optimize.problem.ChannelCapacity}</td><td>{@link org.legendre.optimize.Geometry#exponentiatedGradient}</td><td>1</td></tr>
 * <tr><td>generalized iterative scaling (Darroch–Ratcliff), which is SMART, x·∏(bᵢ/(Ax)ᵢ)^Aᵢⱼ</td><td>{@link org.legendre.optimize.problem.KullbackLeiblerRegression}, columns of A summing to 1</td><td>{@link
 * org.legendre.optimize.Geometry#unnormalizedExponentiatedGradient}</td><td>1</td></tr>
 * <tr><td>Sinkhorn (iterative proportional fitting): rows, then columns, scaled to their sums</td><td>{@link org.legendre.optimize.problem.KullbackLeiblerRegression} of the row sums</td><td>{@link org.legendre.optimize.Geometry#mirror(
 * org.legendre.geometry.Legendre, org.legendre.optimize.Constraint) mirror} of the negative entropy, {@link org.legendre.optimize.Constraint#simplices(double[], int...) columns} of given totals</td><td>1</td></tr>
 * <tr><td>MLEM (Richardson–Lucy), x·Aᵀ(b/Ax)/Aᵀ1</td><td>{@link org.legendre.optimize.problem.PoissonInverse}</td><td>{@link org.legendre.optimize.Geometry#natural(org.legendre.geometry.Domain, java.util.function.Function) natural} with
 * the metric diag(Aᵀ1/x): not a mirror step in x but one in log x</td><td>1</td></tr>
 * <tr><td>the same in shares, x·w/B</td><td>{@link org.legendre.optimize.problem.PoissonInverse#onSimplex}</td><td>{@link org.legendre.optimize.Geometry#replicator}</td><td>1/B</td></tr>
 * <tr><td>Cover's portfolio update, x·mean(r/⟨x, r⟩)</td><td>{@link org.legendre.optimize.problem.LogOptimalPortfolio}</td><td>{@link org.legendre.optimize.Geometry#replicator}: natural gradient in η</td><td>1</td></tr>
 * <tr><td>multiplicative D-optimal update (Titterington), x·w/m</td><td>{@link org.legendre.optimize.problem.DOptimalDesign}</td><td>{@link org.legendre.optimize.Geometry#replicator}</td><td>1/m</td></tr>
 * <tr><td>Frank–Wolfe; Wynn's and Fedorov's designs</td><td>any, on a bounded set</td><td>{@link org.legendre.optimize.Geometry#frankWolfe}, {@link org.legendre.optimize.Geometry#frankWolfeAway}</td><td>{@link
 * org.legendre.optimize.StepRule#openLoop}, {@link org.legendre.optimize.StepRule#exact()}</td></tr>
 * </table>
 */
@NullMarked
package org.legendre.optimize;

import org.jspecify.annotations.NullMarked;
