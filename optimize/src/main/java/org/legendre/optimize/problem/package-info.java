/**
 * Problems of the field, each with the duality gap that it knows from its own structure.
 *
 * <table>
 * <caption>Which problem has its minimum where</caption>
 * <tr><th>problem</th><th>minimum over</th><th>gap</th></tr>
 * <tr><td>{@link org.legendre.optimize.problem.LogOptimalPortfolio}</td><td>simplex</td><td>log max wᵢ</td></tr>
 * <tr><td>{@link org.legendre.optimize.problem.DOptimalDesign}</td><td>simplex</td><td>m log(max wᵢ/m)</td></tr>
 * <tr><td>{@link org.legendre.optimize.problem.ChannelCapacity}</td><td>simplex</td><td>max Dᵢ − I</td></tr>
 * <tr><td>{@link org.legendre.optimize.problem.PoissonInverse}</td><td>orthant</td><td>scaled dual point b/Ax</td></tr>
 * <tr><td>{@link org.legendre.optimize.problem.KullbackLeiblerRegression}</td><td>orthant</td><td>shifted dual point log(Ax/b)</td></tr>
 * <tr><td>{@link org.legendre.optimize.problem.MatrixGame}</td><td>two simplices</td><td>max Aᵀp − min Aq</td></tr>
 * <tr><td>{@link org.legendre.optimize.problem.EntropicTransport}</td><td>all potentials</td><td>ε KL of the rounded plan</td></tr>
 * </table>
 *
 * <p>Objectives are immutable and may serve several runs on several threads at once; a value or a differential allocates nothing once its scratch space is there.
 */
@NullMarked
package org.legendre.optimize.problem;

import org.jspecify.annotations.NullMarked;
