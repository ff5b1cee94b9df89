package org.legendre.optimize;

/**
 * A curve that may know the gap of its geometry once the decrement is computed, from the same passes over the arrays. The decrement of such a curve is NaN or infinite where an entry of
 * the differential is not finite, and throws no exception, so that nobody has to look through the differential before.
 */
interface Gauge extends Curve {
    /** Whether it does; else the {@linkplain Geometry#gap geometry} is asked. */
    boolean gauges();

    /** The gap at the iterate, after {@link #decrement}. */
    double gap();
}
