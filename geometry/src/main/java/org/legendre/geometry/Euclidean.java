package org.legendre.geometry;

/** Tag of ordinary vectors of ℝⁿ, such as observations: the one tag that is its own dual. */
public interface Euclidean extends Coordinates<Euclidean> {}
