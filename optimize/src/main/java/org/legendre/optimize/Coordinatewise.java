package org.legendre.optimize;

/** A geometry that can say whether its step is that of half the squared Euclidean norm in each coordinate alone, so that coordinates can be scaled one by one. */
interface Coordinatewise {
    /** Whether x₊ = x − tg, clipped to intervals. */
    boolean isSquaredDistance();
}
