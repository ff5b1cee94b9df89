package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.ConvergenceException;

/**
 * Where the mass of a density with one peak lies and how wide it is. On a half-line the density of log x is looked at, on an interval that of the
 * log-odds: those have a peak even where the density itself runs off to infinity at an end.
 *
 * @param center a point of the support
 * @param spread a positive length
 */
record Peak(double center, double spread) {
    private static final double GOLDEN = 0.3819660112501051;
    /** How far the log density falls over one spread: that of a normal over one standard deviation. */
    private static final double FALL = 0.5;

    static Peak of(DoubleUnaryOperator logDensity, Support support) {
        Scale scale = new Scale(support);
        DoubleUnaryOperator height = u -> {
            double x = scale.point(u);
            return logDensity.applyAsDouble(x) + (support.lattice() ? 0 : scale.logSlope(u));
        };
        List<Double> grid = grid(scale);
        int best = 0;
        double top = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < grid.size(); i++) {
            double value = height.applyAsDouble(grid.get(i));
            if (value > top) {
                top = value;
                best = i;
            }
        }
        if (top == Double.NEGATIVE_INFINITY) {
            throw new ConvergenceException("no point of " + support + " with a positive density was found", Double.NaN);
        }
        double low = grid.get(Math.max(best - 1, 0));
        double high = grid.get(Math.min(best + 1, grid.size() - 1));
        double u = maximum(height, low, high, grid.get(best));
        double x = scale.point(u);
        double width = Math.max(reach(height, scale, u, 1), reach(height, scale, u, -1));
        return new Peak(x, support.lattice() ? Math.max(width, 1) : width);
    }

    private static List<Double> grid(Scale scale) {
        List<Double> grid = new ArrayList<>();
        if (scale.linear()) {
            for (int j = 80; j >= -40; j--) {
                grid.add(-Math.scalb(1.0, j) + scale.origin());
            }
            grid.add(scale.origin());
            for (int j = -40; j <= 80; j++) {
                grid.add(Math.scalb(1.0, j) + scale.origin());
            }
        } else {
            for (int j = -600; j <= 600; j++) {
                grid.add((double) j);
            }
        }
        return grid;
    }

    /** Golden section for a function with one peak between low and high. */
    private static double maximum(DoubleUnaryOperator f, double low, double high, double start) {
        double a = low;
        double b = high;
        double x = start;
        double fx = f.applyAsDouble(x);
        for (int k = 0; k < 200; k++) {
            double probe = x - a > b - x ? x - GOLDEN * (x - a) : x + GOLDEN * (b - x);
            double value = f.applyAsDouble(probe);
            double edge = x;
            if (value > fx) {
                if (probe > x) {
                    a = edge;
                } else {
                    b = edge;
                }
                x = probe;
                fx = value;
            } else if (probe > x) {
                b = probe;
            } else {
                a = probe;
            }
        }
        return x;
    }

    /** How far x moves to one side until the log density has fallen by {@link #FALL}. */
    private static double reach(DoubleUnaryOperator height, Scale scale, double u, int side) {
        double goal = height.applyAsDouble(u) - FALL;
        double near = 0;
        double far = Math.scalb(Math.max(1, Math.abs(u)), -45);
        while (height.applyAsDouble(u + side * far) > goal && far < 1e30) {
            near = far;
            far *= 2;
        }
        for (int k = 0; k < 30; k++) {
            double middle = 0.5 * (near + far);
            if (height.applyAsDouble(u + side * middle) > goal) {
                near = middle;
            } else {
                far = middle;
            }
        }
        return Math.abs(scale.point(u + side * far) - scale.point(u));
    }

    /** The change of variable u ↦ x from the whole line onto the support. */
    private record Scale(Support support) {
        boolean linear() {
            return support.lattice()
                    || (support.lower() == Double.NEGATIVE_INFINITY && support.upper() == -support.lower());
        }

        double origin() {
            return Double.isFinite(support.lower())
                    ? support.lower()
                    : Double.isFinite(support.upper()) ? support.upper() : 0;
        }

        double point(double u) {
            if (support.lattice()) {
                return Math.rint(u);
            }
            if (linear()) {
                return u;
            }
            if (support.upper() == Double.POSITIVE_INFINITY) {
                return support.lower() + Math.exp(u);
            }
            if (support.lower() == Double.NEGATIVE_INFINITY) {
                return support.upper() - Math.exp(u);
            }
            double e = Math.exp(-Math.abs(u));
            double fraction = e / (1 + e) * (support.upper() - support.lower());
            return u < 0 ? support.lower() + fraction : support.upper() - fraction;
        }

        double logSlope(double u) {
            if (linear()) {
                return 0;
            }
            return Double.isInfinite(support.lower()) || Double.isInfinite(support.upper())
                    ? u
                    : -Math.abs(u) - 2 * Math.log1p(Math.exp(-Math.abs(u)));
        }
    }
}
