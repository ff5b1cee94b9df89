package org.legendre.optimize;

/** A curve that may know the gap of its geometry once the decrement is computed, from the same passes over the arrays. */
interface Gauge extends Curve {
    /** Whether it does; else the {@linkplain Geometry#gap geometry} is asked. */
    boolean gauges();

    /** The gap at the iterate, after {@link #decrement}. */
    double gap();
}
