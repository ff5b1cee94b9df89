package org.legendre.optimize.online;

import java.util.Optional;
import org.legendre.optimize.Geometry;

/**
 * The closure of the convex set of a geometry: u is in it if the segment from u to a point of the set is in the set but for its end u. It is looked at 10⁻¹² of the way
 * from u, the accuracy to which constraints take a start.
 */
final class Closure {
    private static final double WAY = 0x1p-40;

    private final Geometry<?, ?> geometry;
    private final double[] start;
    private final double[] near;

    Closure(Geometry<?, ?> geometry, double[] start) {
        this.geometry = geometry;
        this.start = start;
        this.near = new double[start.length];
    }

    /** Why a point is outside; empty if it is not. */
    Optional<String> diagnose(double[] u) {
        if (geometry.diagnose(u).isEmpty()) {
            return Optional.empty();
        }
        for (int i = 0; i < u.length; i++) {
            near[i] = u[i] + WAY * (start[i] - u[i]);
        }
        return geometry.diagnose(near);
    }
}
