package org.legendre.geometry;

/**
 * Tag of the differentials of functions of {@code C}.
 *
 * @param <C> the tag of the point at which the differential is taken
 */
public interface Differential<C> extends Coordinates<C> {}
