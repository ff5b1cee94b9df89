package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** {Σ|xᵢ| ≤ r}. */
record CrossPolytope(double radius) implements Constraint {
    private static final double TOLERANCE = 1e-12;

    CrossPolytope {
        DomainException.requirePositive("radius", radius);
    }

    static double norm(double[] x) {
        double sum = 0;
        for (double entry : x) {
            sum += Math.abs(entry);
        }
        return sum;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        double norm = norm(x);
        return norm <= radius * (1 + TOLERANCE)
                ? Optional.empty()
                : Optional.of("Σ|xᵢ| is " + norm + ", not ≤ " + radius);
    }

    /** {@inheritDoc} It is Σ (M|xᵢ| + gᵢxᵢ) + M(r − ‖x‖₁) with M = max|gᵢ|: no term is negative but for the rounding of r − ‖x‖₁. */
    @Override
    public double gap(double[] x, double[] g) {
        double largest = 0;
        for (double entry : g) {
            largest = Math.max(largest, Math.abs(entry));
        }
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += (largest + Math.copySign(g[i], g[i] * x[i])) * Math.abs(x[i]);
        }
        double slack = radius - norm(x);
        return slack > 0 ? sum + largest * slack : sum;
    }

    @Override
    public boolean minimise(double[] g, double[] out) {
        int largest = 0;
        for (int i = 0; i < g.length; i++) {
            out[i] = 0;
            largest = Math.abs(g[i]) > Math.abs(g[largest]) ? i : largest;
        }
        out[largest] = g[largest] > 0 ? -radius : radius;
        return true;
    }

    @Override
    public String toString() {
        return "the l1 ball of radius " + radius;
    }
}
