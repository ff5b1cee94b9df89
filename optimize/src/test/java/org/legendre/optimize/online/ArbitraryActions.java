package org.legendre.optimize.online;

import java.util.List;
import java.util.Optional;
import org.legendre.optimize.Constraint;

/** The hull of some points as far as tests need it: it takes every start. */
record ArbitraryActions(List<double[]> points) implements Constraint {
    @Override
    public Optional<String> diagnose(double[] x) {
        return Optional.empty();
    }

    @Override
    public double gap(double[] x, double[] g) {
        throw new UnsupportedOperationException("no gap is asked for");
    }

    @Override
    public boolean minimise(double[] g, double[] out) {
        double least = Double.POSITIVE_INFINITY;
        for (double[] point : points) {
            double value = 0;
            for (int i = 0; i < g.length; i++) {
                value += point[i] * g[i];
            }
            if (value < least) {
                least = value;
                System.arraycopy(point, 0, out, 0, out.length);
            }
        }
        return true;
    }
}
