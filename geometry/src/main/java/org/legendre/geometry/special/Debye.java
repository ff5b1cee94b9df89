package org.legendre.geometry.special;

/**
 * Debye's expansions of the modified Bessel functions of large order or argument, in the form that holds for all r = √(ν² + x²) ≥ {@link #LARGE}.
 *
 * <p>With τ = ν²/r², log I_ν(x) = r − ν arsinh(ν/x) − ½ log(2πr) + Σₖ pₖ(τ) r⁻ᵏ, and log K_ν(x) likewise with r → −r. The polynomials come from
 * Riccati's equation of w = x I′_ν/I_ν: x w′ + w² = r², solved by w = r + (1 − τ) Σₖ vₖ(τ) r⁻ᵏ.
 *
 * <p>Source: DLMF 10.41.3 and 10.41.4 (the expansions); the recurrence follows from DLMF 10.25.1 term by term.
 */
final class Debye {
    /** From here on the first omitted term is below 1e-18. */
    static final double LARGE = 32;

    private static final int TERMS = 20;

    /** vₖ, of degree k. */
    private static final double[][] SLOPE = new double[TERMS][];

    /** sₖ = (2τ − 1) vₖ − k (1 − τ) vₖ − 2τ (1 − τ) vₖ′, of degree k + 1. */
    private static final double[][] CURVATURE = new double[TERMS][];

    /** p₁, p₂, …: the coefficient of τʲ in pₖ is −1/(2j + k) of that in vₖ. */
    private static final double[][] LOG = new double[TERMS][];

    static {
        SLOPE[0] = new double[] {-0.5};
        for (int k = 0; k < TERMS; k++) {
            double[] v = SLOPE[k];
            CURVATURE[k] = curvature(k, v);
            LOG[k] = new double[k + 1];
            for (int j = 0; j <= k && k > 0; j++) {
                LOG[k][j] = -v[j] / (2 * j + k);
            }
            if (k + 1 < TERMS) {
                SLOPE[k + 1] = next(k, v);
            }
        }
    }

    private Debye() {}

    /** −½ ((1 − τ) Σᵢ vᵢ vₖ₋ᵢ − 2τ (1 − τ) vₖ′ + 2τ vₖ − k (1 − τ) vₖ); its coefficient of τᵏ⁺² vanishes. */
    private static double[] next(int k, double[] v) {
        double[] sum = new double[k + 3];
        for (int i = 0; i <= k; i++) {
            for (int a = 0; a < SLOPE[i].length; a++) {
                for (int b = 0; b < SLOPE[k - i].length; b++) {
                    double product = SLOPE[i][a] * SLOPE[k - i][b];
                    sum[a + b] -= 0.5 * product;
                    sum[a + b + 1] += 0.5 * product;
                }
            }
        }
        double[] next = new double[k + 2];
        System.arraycopy(sum, 0, next, 0, next.length);
        for (int j = 0; j <= k; j++) {
            next[j] += (j + 0.5 * k) * v[j];
            next[j + 1] -= (j + 1 + 0.5 * k) * v[j];
        }
        return next;
    }

    private static double[] curvature(int k, double[] v) {
        double[] s = new double[k + 2];
        for (int j = 0; j <= k; j++) {
            s[j] -= (1 + k + 2 * j) * v[j];
            s[j + 1] += (2 + k + 2 * j) * v[j];
        }
        return s;
    }

    /** Σₖ vₖ(τ) r⁻ᵏ. */
    static double slope(double r, double tau) {
        return sum(SLOPE, r, tau);
    }

    /** Σₖ sₖ(τ) r⁻ᵏ: r² times the derivative in x of (x/r²) Σₖ vₖ(τ) r⁻ᵏ. */
    static double curvature(double r, double tau) {
        return sum(CURVATURE, r, tau);
    }

    /** Σₖ pₖ(τ) r⁻ᵏ, k ≥ 1. */
    static double log(double r, double tau) {
        return sum(LOG, r, tau);
    }

    private static double sum(double[][] polynomials, double r, double tau) {
        double sum = 0;
        for (int k = terms(r) - 1; k >= 0; k--) {
            sum = sum / r + Stirling.polynomial(polynomials[k], tau);
        }
        return sum;
    }

    /** Fewer terms reach the same accuracy at larger r: the k-th is below 500 (8/r)ᵏ throughout. */
    private static int terms(double r) {
        return r < 100 ? TERMS : (int) Math.min(TERMS, 3 + 45 / Math.log(r / 8));
    }
}
