package org.legendre.optimize.online;

import org.legendre.optimize.Geometry;

/** What theorems may know of a method. */
record Manner(int size, boolean lazy, boolean exponentialWeights, boolean equalStart) {
    static Manner of(Geometry<?, ?> geometry, double[] start, boolean lazy) {
        boolean equal = true;
        for (double weight : start) {
            equal &= Math.abs(weight * start.length - 1) <= 1e-12;
        }
        return new Manner(start.length, lazy, geometry.exponentialWeights(), equal);
    }
}
