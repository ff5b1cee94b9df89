/**
 * Natural gradient for the weights of a parametric model. The objective is the {@link org.legendre.optimize.natural.NegativeLogLikelihood}, the geometry that of a {@link org.legendre.optimize.natural.NaturalGradient}; the method is
 * the {@link org.legendre.optimize.Descent} of the two.
 */
@NullMarked
package org.legendre.optimize.natural;

import org.jspecify.annotations.NullMarked;
