package org.legendre.optimize.problem;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;

/**
 * Scratch space of an objective that several threads may ask at once: whoever comes takes the spare one, or makes another, and leaves it for the next. One thread after the
 * other allocates nothing.
 */
final class Spare<W> {
    private final AtomicReference<W> idle = new AtomicReference<>();
    private final Supplier<W> factory;

    Spare(Supplier<W> factory) {
        this.factory = factory;
    }

    W take() {
        W work = idle.getAndSet(null);
        return work == null ? factory.get() : work;
    }

    void leave(W work) {
        idle.set(work);
    }
}
