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
     * {@inheritDoc} With the threshold τ at which the cheapest coordinates are full it is Σ (gᵢ−τ)⁺xᵢ + (τ−gᵢ)⁺(cᵢ−xᵢ): no term is negative.
     */
    @Override
    public double gap(double[] x, double[] g) {
        double threshold = threshold(g);
        double sum = 0;
        for (int i = 0; i < g.length; i++) {
            sum += g[i] >= threshold ? (g[i] - threshold) * x[i] : (threshold - g[i]) * (caps[i] - x[i]);
        }
        return sum;
    }

    /** {@inheritDoc} The cheapest coordinates are filled to their caps, of equally cheap ones the first. */
    @Override
    public boolean minimise(double[] g, double[] out) {
        double threshold = threshold(g);
        double rest = 1;
        for (int i = 0; i < g.length; i++) {
            out[i] = g[i] < threshold ? caps[i] : 0;
            rest -= out[i];
        }
        for (int i = 0; i < g.length; i++) {
            if (g[i] == threshold) {
                out[i] = Math.max(0, Math.min(caps[i], rest));
                rest -= out[i];
            }
        }
        return true;
    }

    /** The g of the dearest coordinate that is still needed, by bisection, without a sort. */
    private double threshold(double[] g) {
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
        return low;
    }

    @Override
    public String toString() {
        return "the capped simplex";
    }
}
