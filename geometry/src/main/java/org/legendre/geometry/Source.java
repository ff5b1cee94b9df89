package org.legendre.geometry;

/** Tag of a family's source parameters, in the order of the catalogue (for a normal: mean, variance). */
public interface Source extends Coordinates<Differential<Source>> {}
