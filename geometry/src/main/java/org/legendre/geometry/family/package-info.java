/**
 * Probability distributions and exponential families. A {@link org.legendre.geometry.family.Distribution} has a density and divergences; a
 * {@link org.legendre.geometry.family.Member} is a point of an {@link org.legendre.geometry.family.ExponentialFamily} and has natural, expectation
 * and source coordinates besides. One file a family: a record of its source parameters. The catalogue by name is
 * {@link org.legendre.geometry.family.Families}.
 */
@NullMarked
package org.legendre.geometry.family;

import org.jspecify.annotations.NullMarked;
