package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.special.Sums;

/** {x ≥ 0, Σ xᵢ = 1}. */
enum Simplex implements Constraint {
    INSTANCE;

    private static final double TOLERANCE = 1e-12;

    @Override
    public Optional<String> diagnose(double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] >= 0)) {
                return Optional.of("entry " + i + " is " + x[i] + ", not ≥ 0");
            }
        }
        // Compensated: a million equal weights sum to 1 + 8e-12 otherwise.
        double sum = Sums.sum(x);
        return Math.abs(sum - 1) <= TOLERANCE
                ? Optional.empty()
                : Optional.of("the entries sum to " + sum + ", not to 1 within " + TOLERANCE);
    }

    /** {@inheritDoc} It is Σ xᵢ(gᵢ − min g) for x that sums to 1: no term is negative, nothing cancels. */
    @Override
    public double gap(double[] x, double[] g) {
        double least = Double.POSITIVE_INFINITY;
        for (double entry : g) {
            least = Math.min(least, entry);
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * (g[i] - least);
        }
        return sum;
    }

    /** g − ⟨x, g⟩·1, which pairs as g does with every difference of two points of the simplex. */
    static void centre(double[] x, double[] g, double[] out) {
        double mean = 0;
        for (int i = 0; i < x.length; i++) {
            mean += x[i] * g[i];
        }
        for (int i = 0; i < x.length; i++) {
            out[i] = g[i] - mean;
        }
    }

    @Override
    public String toString() {
        return "the simplex";
    }
}
