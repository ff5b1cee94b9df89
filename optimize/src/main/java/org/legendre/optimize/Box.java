package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** {l ≤ x ≤ u}, ends possibly infinite. */
final class Box implements Constraint {
    final double[] lower;
    final double[] upper;

    Box(double[] lower, double[] upper) {
        DomainException.requireLength("upper ends", upper, lower.length);
        for (int i = 0; i < lower.length; i++) {
            if (!(lower[i] < upper[i])) {
                throw new DomainException("interval " + i, "[" + lower[i] + ", " + upper[i] + "]", "lower < upper");
            }
        }
        this.lower = lower;
        this.upper = upper;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        if (x.length != lower.length) {
            return Optional.of("length " + x.length + " instead of " + lower.length);
        }
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] >= lower[i] && x[i] <= upper[i])) {
                return Optional.of("entry " + i + " is " + x[i] + ", not in [" + lower[i] + ", " + upper[i] + "]");
            }
        }
        return Optional.empty();
    }

    /** {@inheritDoc} It is Σ gᵢ⁺(xᵢ−lᵢ) + gᵢ⁻(uᵢ−xᵢ), +∞ if an infinite end counts. */
    @Override
    public double gap(double[] x, double[] g) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            if (g[i] > 0) {
                sum += g[i] * (x[i] - lower[i]);
            } else if (g[i] < 0) {
                sum -= g[i] * (upper[i] - x[i]);
            }
        }
        return sum;
    }

    @Override
    public boolean minimise(double[] g, double[] out) {
        boolean bounded = true;
        for (int i = 0; i < g.length; i++) {
            // Where gᵢ = 0 any end will do.
            boolean low = g[i] > 0 || (g[i] == 0 && lower[i] > Double.NEGATIVE_INFINITY);
            out[i] = low ? lower[i] : upper[i];
            bounded &= Double.isFinite(out[i]);
        }
        return bounded;
    }

    @Override
    public String toString() {
        return "a box";
    }
}
