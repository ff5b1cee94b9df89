package org.legendre.optimize;

import java.util.Optional;

/** A {@link Scheme} in one run. It keeps nothing from one iterate to the next but scratch space: what it has to remember is in {@link Stage#momentum()}. */
@FunctionalInterface
public interface Motion {
    /**
     * Makes the next point: by {@link Stage#search}, {@link Stage#along} or {@link Stage#place}.
     *
     * @return empty once it is made; else how the run ends, without a step
     */
    Optional<Outcome> advance();

    /** Sets {@link Stage#momentum()}, all zeros before, at the start of a run; not called when a run is resumed. */
    default void start() {}
}
