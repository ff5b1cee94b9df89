/**
 * Methods of information theory and statistics that iterate. For mixtures:
 * {@link org.legendre.optimize.information.ExpectationMaximization}, and the same steps as mirror descent,
 * {@link org.legendre.optimize.information.MixtureLikelihood}. For given moments the nearest distribution, or that of maximum entropy:
 * {@link org.legendre.optimize.information.InformationProjection}; for given margins of a table
 * {@link org.legendre.optimize.information.IterativeProportionalFitting}. To fit a member of a family to a density, forward, reverse or between:
 * {@link org.legendre.optimize.information.AlphaProjection}; a product to a table: {@link org.legendre.optimize.information.ProductApproximation}.
 */
@NullMarked
package org.legendre.optimize.information;

import org.jspecify.annotations.NullMarked;
