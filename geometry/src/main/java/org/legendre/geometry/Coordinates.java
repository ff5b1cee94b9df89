package org.legendre.geometry;

/**
 * A coordinate tag: an empty type that says which coordinates a {@link Vec} lives in, and which tag {@code D} is dual to it.
 *
 * <p>Tags are open. A plain optimization variable declares {@code interface Slopes extends Coordinates<Differential<Slopes>> {}}
 * and its gradients then have type {@code Vec<Differential<Slopes>>}, which cannot be added to it.
 *
 * @param <D> the dual tag: vectors of {@code D} are the differentials of functions of this tag's vectors
 */
public interface Coordinates<D> {}
