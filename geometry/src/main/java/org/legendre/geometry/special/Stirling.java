package org.legendre.geometry.special;

/** Bernoulli numbers and polynomial evaluation, shared by the Stirling-type expansions at large arguments. */
final class Stirling {

    /** The Bernoulli numbers B₂, B₄, …, B₂₀ (DLMF 24.2(iv)). */
    private static final double[] BERNOULLI = {
        1.0 / 6,
        -1.0 / 30,
        1.0 / 42,
        -1.0 / 30,
        5.0 / 66,
        -691.0 / 2730,
        7.0 / 6,
        -3617.0 / 510,
        43867.0 / 798,
        -174611.0 / 330
    };

    private Stirling() {}

    /** The number of terms that every expansion keeps. */
    static int terms() {
        return BERNOULLI.length;
    }

    /** The Bernoulli number B₂ₖ, k = 1, …, {@link #terms()}. */
    static double bernoulli(int k) {
        return BERNOULLI[k - 1];
    }

    /** The polynomial Σ cᵢ xⁱ by Horner's rule. */
    static double polynomial(double[] c, double x) {
        double sum = c[c.length - 1];
        for (int i = c.length - 2; i >= 0; i--) {
            sum = Math.fma(sum, x, c[i]);
        }
        return sum;
    }
}
