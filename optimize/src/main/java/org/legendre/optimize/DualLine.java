package org.legendre.optimize;

/** Straight lines y − tg in dual coordinates: what the curves of mirror methods have in common. */
abstract class DualLine implements Curve {
    /** The iterate at which the line begins. */
    double[] x0 = new double[0];

    double[] y0 = new double[0];
    double[] g0 = new double[0];

    /** Why there was no point; empty if there was. */
    String obstacle = "";

    /** y = y₀ − tg over a range. */
    static void straight(double[] y0, double[] g, double t, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] = y0[i] - t * g[i];
        }
    }

    /** Says which entry of a dual point is not finite, over a range; empty if none is. */
    static String overflow(double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            if (!Double.isFinite(y[i])) {
                return "entry " + i + " of the dual point overflows";
            }
        }
        return "";
    }

    @Override
    public final void begin(double[] x, double[] y, double[] g) {
        x0 = x;
        y0 = y;
        g0 = g;
    }

    @Override
    public final String obstacle() {
        return obstacle;
    }
}
