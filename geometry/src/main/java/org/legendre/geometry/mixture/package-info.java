/**
 * Finite mixtures: no exponential families, so no dual coordinates, and divergences only by quadrature, by Monte Carlo or between bounds.
 * {@link org.legendre.geometry.mixture.Mixture} is the distribution, {@link org.legendre.geometry.mixture.MixtureDivergences} what is known of two.
 */
@NullMarked
package org.legendre.geometry.mixture;

import org.jspecify.annotations.NullMarked;
