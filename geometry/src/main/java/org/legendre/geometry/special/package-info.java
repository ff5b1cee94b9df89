/**
 * Elementary and special functions that keep their <em>relative</em> accuracy where the usual formulas cancel.
 *
 * <p>For the log-partition of gamma, beta and Dirichlet laws use {@link org.legendre.geometry.special.Polygamma}, and
 * for their divergences {@link org.legendre.geometry.special.GammaRemainder}, whose {@code bregman} is exact to a few
 * units in the last place for near and for far arguments alike; for every divergence built on logarithms use
 * {@link org.legendre.geometry.special.Logs}, for log-odds {@link org.legendre.geometry.special.Logistic}; for sums
 * whose terms cancel use {@link org.legendre.geometry.special.Sums}; for skewed Jensen divergences the gaps of
 * {@link org.legendre.geometry.special.Means}, and for Fisher–Rao distances the arcs of {@link org.legendre.geometry.special.Chords}. These are kernels: they check no domain and throw
 * no exception for a number, but answer NaN outside the domain. For log Γ, erf, the incomplete gamma and the incomplete
 * beta function take Apache Commons Numbers.
 */
@NullMarked
package org.legendre.geometry.special;

import org.jspecify.annotations.NullMarked;
