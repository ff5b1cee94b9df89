/**
 * Divergences between members of one family, between probability vectors and, by quadrature with an error estimate, between any two distributions
 * on the line. All of it is in {@link org.legendre.geometry.divergence.Divergences}, f-divergences of any convex f in
 * {@link org.legendre.geometry.divergence.FDivergence}; values are in nats.
 */
@NullMarked
package org.legendre.geometry.divergence;

import org.jspecify.annotations.NullMarked;
