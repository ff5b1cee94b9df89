package org.legendre.optimize.online;

import org.legendre.geometry.DomainException;
import org.legendre.optimize.Curve;

/** D(u, x₁) of a mirror map. */
final class Proximity {
    private final Curve curve;
    private final double[] dual;

    Proximity(Curve curve, double[] x, double[] y) {
        this.curve = curve;
        this.dual = new double[x.length];
        curve.begin(x, y, new double[x.length]);
    }

    /** The divergence; +∞ where it has no value at u, as on the boundary of most domains. */
    double of(double[] u) {
        try {
            curve.toDual(u, dual);
            double divergence = curve.divergence(u, dual);
            return divergence >= 0 ? divergence : Double.POSITIVE_INFINITY;
        } catch (DomainException outside) {
            return Double.POSITIVE_INFINITY;
        }
    }
}
