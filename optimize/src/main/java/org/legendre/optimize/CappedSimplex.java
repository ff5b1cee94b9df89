package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** {0 ≤ x ≤ c, Σ xᵢ = 1}. */
final class CappedSimplex implements UnitSums {
    private final double[] caps;

    CappedSimplex(double[] caps) {
        this.caps = caps;
        double sum = 0;
        for (int i = 0; i < caps.length; i++) {
            sum += DomainException.requirePositive("cap " + i, caps[i]);
        }
        if (!(sum > 1)) {
            throw new DomainException("sum of the caps", sum, "a number > 1, or else there is nothing to choose");
        }
    }

    @Override
    public int[] ends(int n) {
        if (n != caps.length) {
            throw new DomainException("dimension of the mirror map", n, caps.length + ", the number of caps");
        }
        return new int[] {n};
    }

    @Override
    public double cap(int i) {
        return caps[i];
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return x.length == caps.length
                ? UnitSums.diagnose(this, new int[] {x.length}, x)
                : Optional.of("length " + x.length + " instead of " + caps.length);
    }

    /**
     * {@inheritDoc} With the threshold τ at which the cheapest coordinates are full it is Σ (gᵢ−τ)⁺xᵢ + (τ−gᵢ)⁺(cᵢ−xᵢ): no term is negative. Any τ gives a bound; the best
     * is found by bisection, without a sort.
     */
    @Override
    public double gap(double[] x, double[] g) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double entry : g) {
            low = Math.min(low, entry);
            high = Math.max(high, entry);
        }
        // The least τ among the entries with Σ of the caps of gᵢ ≤ τ at least 1.
        while (low < high) {
            double middle = 0.5 * low + 0.5 * high;
            // Of neighbours it rounds to either.
            double split = middle < high ? middle : low;
            double filled = 0;
            double below = low;
            double above = high;
            for (int i = 0; i < g.length; i++) {
                if (g[i] <= split) {
                    filled += caps[i];
                    below = Math.max(below, g[i]);
                } else {
                    above = Math.min(above, g[i]);
                }
            }
            if (filled >= 1) {
                high = below;
            } else {
                low = above;
            }
        }
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            sum += g[i] >= low ? (g[i] - low) * x[i] : (low - g[i]) * (caps[i] - x[i]);
        }
        return sum;
    }

    @Override
    public String toString() {
        return "the capped simplex";
    }
}
