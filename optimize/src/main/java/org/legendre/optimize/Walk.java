package org.legendre.optimize;

/** A walk of many steps between two iterates: a point with its dual point on a curve of its own. */
final class Walk {
    private final Curve curve;
    private double[] x;
    private double[] y;
    private double[] nextX;
    private double[] nextY;

    /** @param dualSize the dimension, or 0 for a geometry without dual points */
    Walk(Curve curve, int n, int dualSize) {
        this.curve = curve;
        this.x = new double[n];
        this.nextX = new double[n];
        this.y = new double[dualSize];
        this.nextY = new double[dualSize];
    }

    /** Begins at the point that an array begins with; its dual point stands in another one. */
    void begin(double[] points, double[] duals, int fromDual) {
        System.arraycopy(points, 0, x, 0, x.length);
        System.arraycopy(duals, fromDual, y, 0, y.length);
    }

    /** One step of length t against g. False if it leaves the domain. */
    boolean step(double[] g, double t) {
        curve.begin(x, y, g);
        if (!curve.move(t, nextX, nextY)) {
            return false;
        }
        double[] oldX = x;
        double[] oldY = y;
        x = nextX;
        y = nextY;
        nextX = oldX;
        nextY = oldY;
        return true;
    }

    Curve curve() {
        return curve;
    }

    double[] point() {
        return x;
    }

    double[] dual() {
        return y;
    }
}
