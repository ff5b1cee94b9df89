package org.legendre.optimize;

/** The arrays that belong to one point: x, its dual point (empty if the geometry has none), the differential there; and the value of the objective. */
final class Place {
    /** Not final: a point that is kept keeps its array ({@link Best}). */
    double[] x;

    final double[] y;
    final double[] g;

    /** f(x) + r(x). */
    double value;

    /** r(x) of a composite objective. */
    double term;

    Place(int n, boolean dual) {
        this.x = new double[n];
        this.y = new double[dual ? n : 0];
        this.g = new double[n];
    }
}
