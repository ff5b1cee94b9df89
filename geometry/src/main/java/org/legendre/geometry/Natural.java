package org.legendre.geometry;

/** Tag of the natural coordinates θ of an exponential family; dual to {@link Expectation}. */
public interface Natural extends Coordinates<Expectation> {}
