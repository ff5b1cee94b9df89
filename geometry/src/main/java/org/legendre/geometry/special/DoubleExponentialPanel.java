package org.legendre.geometry.special;

import java.util.function.DoubleUnaryOperator;

/** One piece of a double exponential quadrature: the trapezoidal rule in t, its step halved on demand. */
final class DoubleExponentialPanel {
    /** Beyond these |t| the distance from an end is out of the range of binary64. */
    private static final double FINITE_END = 6.1;

    private static final double INFINITE_END = 6.7;
    private static final double FIRST_STEP = 0.5;
    private static final double LAST_STEP = FIRST_STEP / 256;

    /** A tail that falls off by less than this power is taken for a divergent one. */
    private static final double SLOWEST = 1e-3;

    private final DoubleUnaryOperator f;
    private final double a;
    /** The other end, or the width of an infinite piece. */
    private final double b;

    private final boolean infinite;
    private double step = FIRST_STEP;
    private double sum;
    private double value;
    private double change = Double.POSITIVE_INFINITY;

    /** The outermost two nodes seen at each end (0 for t &lt; 0): distance from the end and f there. */
    private final double[][] distance = {{0, 0}, {0, 0}};

    private final double[][] height = {{0, 0}, {0, 0}};

    private DoubleExponentialPanel(DoubleUnaryOperator f, double a, double b, boolean infinite) {
        this.f = f;
        this.a = a;
        this.b = b;
        this.infinite = infinite;
        add(1, 0);
        // Two halvings before a value and its change mean anything.
        halve();
        halve();
    }

    static DoubleExponentialPanel finite(DoubleUnaryOperator f, double a, double b) {
        return new DoubleExponentialPanel(f, a, b, false);
    }

    static DoubleExponentialPanel infinite(DoubleUnaryOperator f, double a, double scale) {
        return new DoubleExponentialPanel(f, a, scale, true);
    }

    double value() {
        return value;
    }

    /** By how much the last halving changed the value. */
    double change() {
        return change;
    }

    /** Halves the step; false at the end of its tether. */
    boolean halve() {
        if (step <= LAST_STEP) {
            return false;
        }
        step /= 2;
        add(2, 1);
        double next = step * sum;
        change = Math.abs(next - value);
        value = next;
        return true;
    }

    /**
     * The nodes at the multiples k·step, k = first, first + stride, … on both sides; first = 0 starts with the middle. A node that rounds onto an
     * end counts with the value there if that is a positive number: the end is then no singularity, and the mass of a narrow peak beside it is
     * not lost.
     */
    private void add(int stride, int first) {
        double end = infinite ? INFINITE_END : FINITE_END;
        for (int side = 0; side < 2; side++) {
            double previousGap = 0;
            double previousHeight = 0;
            for (int k = first == 0 && side == 1 ? stride : first; k * step <= end; k += stride) {
                double t = side == 0 ? -k * step : k * step;
                double d = infinite ? Math.exp(0.5 * Math.PI * Math.sinh(t)) : fraction(t);
                double x = infinite ? Math.fma(b, d, a) : side == 0 ? Math.fma(b - a, d, a) : Math.fma(a - b, d, b);
                double gap = infinite ? b * d : side == 0 ? x - a : b - x;
                if (x == Double.POSITIVE_INFINITY) {
                    break;
                }
                double y = f.applyAsDouble(x);
                boolean atEnd = side == 0 ? x == a : !infinite && x == b;
                if (atEnd && !(y > 0 && y < Double.POSITIVE_INFINITY)) {
                    break;
                }
                double weight = infinite ? b * 0.5 * Math.PI * Math.cosh(t) * d : (b - a) * slope(t);
                Quadrature.require(y, x);
                sum += y == 0 || weight == 0 ? 0 : y * weight;
                if (!atEnd && gap != previousGap) {
                    distance[side] = new double[] {previousGap, gap};
                    height[side] = new double[] {previousHeight, y};
                    previousGap = gap;
                    previousHeight = y;
                }
            }
        }
    }

    /** The distance of the node from the nearer end, as a fraction of the piece. */
    private static double fraction(double t) {
        double e = Math.exp(-Math.PI * Math.sinh(Math.abs(t)));
        return e / (1 + e);
    }

    private static double slope(double t) {
        double e = Math.exp(-Math.PI * Math.sinh(Math.abs(t)));
        return Math.PI * Math.cosh(t) * (e / (1 + e)) / (1 + e);
    }

    /** The last change, and what lies beyond the outermost nodes if f goes on as the power law through the last two. */
    double error(double total) {
        double error = change;
        for (int side = 0; side < 2; side++) {
            double d = distance[side][1];
            double mass = height[side][1] * d;
            if (mass <= Math.ulp(1.0) * total * 1e-3) {
                continue;
            }
            double power = Math.log(height[side][1] / height[side][0]) / Math.log(d / distance[side][0]);
            // ∫ of distance^power from 0 to d, or from d to ∞ at the far end of an infinite piece.
            double exponent = infinite && side == 1 ? -1 - power : 1 + power;
            // Two heights that are rounding error tell no power. Their mass is then below the rounding of the total; a
            // divergent tail's
            // never is, for each of its octaves has a mass like the last.
            boolean rounding = mass <= Math.ulp(1.0) * total;
            double fall = rounding ? Math.max(exponent, SLOWEST) : exponent;
            // Twice, for the nodes next to the end are rounded themselves.
            error += fall >= SLOWEST ? 2 * mass / fall : Double.POSITIVE_INFINITY;
        }
        return error;
    }
}
