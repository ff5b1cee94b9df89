package org.legendre.geometry;

/** Tag of a plain optimization variable: portfolio weights, regression coefficients. */
public interface Weights extends Coordinates<Differential<Weights>> {}
