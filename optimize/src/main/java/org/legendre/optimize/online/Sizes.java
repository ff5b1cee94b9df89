package org.legendre.optimize.online;

/** How large the terms of sums are, which rounding is relative to. */
final class Sizes {
    private Sizes() {}

    /** Σ|xᵢgᵢ|. */
    static double ofProducts(double[] x, double[] g) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(x[i] * g[i]);
        }
        return sum;
    }
}
