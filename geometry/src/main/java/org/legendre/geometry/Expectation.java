package org.legendre.geometry;

/** Tag of the expectation coordinates η = E[T] = ∇ψ(θ) of an exponential family; dual to {@link Natural}. */
public interface Expectation extends Coordinates<Natural> {}
