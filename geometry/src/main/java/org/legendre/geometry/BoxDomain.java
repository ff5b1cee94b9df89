package org.legendre.geometry;

import java.util.Optional;

/** A product of open intervals; the chart is the identity, an exponential or a logistic curve in each coordinate. */
final class BoxDomain implements Domain {
    private final double[] lower;
    private final double[] upper;

    BoxDomain(double[] lower, double[] upper) {
        DomainException.requireLength("upper ends", upper, lower.length);
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] < upper[i])) {
                throw new DomainException("interval " + i, "(" + lower[i] + ", " + upper[i] + ")", "lower < upper");
            }
        }
        this.lower = lower;
        this.upper = upper;
    }

    double lower(int i) {
        return lower[i];
    }

    double upper(int i) {
        return upper[i];
    }

    @Override
    public int size() {
        return lower.length;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        if (x.length != lower.length) {
            return Optional.of("length " + x.length + " instead of " + lower.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] > lower[i] && x[i] < upper[i])) {
                return Optional.of("entry " + i + " is " + x[i] + ", not in " + interval(i));
            }
        }
        return Optional.empty();
    }

    @Override
    public double[] fromChart(double[] u) {
        DomainException.requireLength("chart coordinates", u, lower.length);
        double[] x = new double[u.length];
        for (int i = 0; i < x.length; i++) {
            boolean below = Double.isFinite(lower[i]);
            boolean above = Double.isFinite(upper[i]);
            if (below && above) {
                double half = 1 / (1 + Math.exp(-Math.abs(u[i])));
                x[i] = u[i] < 0
                        ? lower[i] + (upper[i] - lower[i]) * Math.exp(u[i]) * half
                        : upper[i] - (upper[i] - lower[i]) * Math.exp(-u[i]) * half;
            } else if (below) {
                x[i] = lower[i] + Math.exp(u[i]);
            } else {
                x[i] = above ? upper[i] - Math.exp(-u[i]) : u[i];
            }
        }
        return x;
    }

    @Override
    public double[] toChart(double[] x) {
        require("x", x);
        double[] u = new double[x.length];
        for (int i = 0; i < u.length; i++) {
            boolean below = Double.isFinite(lower[i]);
            boolean above = Double.isFinite(upper[i]);
            if (below && above) {
                u[i] = Math.log(x[i] - lower[i]) - Math.log(upper[i] - x[i]);
            } else if (below) {
                u[i] = Math.log(x[i] - lower[i]);
            } else {
                u[i] = above ? -Math.log(upper[i] - x[i]) : x[i];
            }
        }
        return u;
    }

    private String interval(int i) {
        return "(" + end(lower[i]) + ", " + end(upper[i]) + ")";
    }

    private static String end(double x) {
        return Double.isInfinite(x)
                ? (x < 0 ? "−∞" : "∞")
                : x == Math.rint(x) && Math.abs(x) < 1e15 ? Long.toString((long) x) : Double.toString(x);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lower.length; ) {
            int run = i;
            while (run < lower.length && lower[run] == lower[i] && upper[run] == upper[i]) {
                run++;
            }
            text.append(i == 0 ? "" : " × ").append(interval(i));
            if (run - i > 1) {
                text.append('^').append(run - i);
            }
            i = run;
        }
        return text.toString();
    }
}
