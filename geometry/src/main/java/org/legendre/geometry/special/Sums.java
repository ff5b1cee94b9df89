package org.legendre.geometry.special;

import java.util.Objects;

/** Sums and products computed as if in twice the working precision. */
public final class Sums {

    private Sums() {}

    /**
     * The sum Σ xᵢ, compensated.
     *
     * <p>Formula: the rounding error of each addition is found exactly and summed apart.
     *
     * <p>Source: Ogita, Rump and Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26 (2005), algorithm Sum2;
     * Neumaier, ZAMM 54 (1974).
     *
     * <p>Error: at most u |Σ xᵢ| + γ² Σ |xᵢ|, u = 2⁻⁵³, γ = n u/(1 − n u), barring overflow.
     *
     * @param x the terms, of any length n
     * @return Σ xᵢ, 0 for an empty array; an infinite or NaN term gives what plain summation gives
     */
    public static double sum(double[] x) {
        return sum(x, 0, x.length);
    }

    /**
     * The sum Σ xᵢ over from ≤ i &lt; to, compensated as {@link #sum(double[])}.
     *
     * @param x the terms
     * @param from the first index
     * @param to one past the last index
     * @return Σ xᵢ, 0 for an empty range
     */
    public static double sum(double[] x, int from, int to) {
        Objects.checkFromToIndex(from, to, x.length);
        double sum = 0;
        double error = 0;
        for (int i = from; i < to; i++) {
            double next = sum + x[i];
            error += additionError(sum, x[i], next);
            sum = next;
        }
        return compensated(sum, error);
    }

    /**
     * The inner product Σ xᵢ yᵢ, compensated.
     *
     * <p>Formula: the rounding errors of each product (by fused multiply–add) and addition are found exactly and summed
     * apart.
     *
     * <p>Source: Ogita, Rump and Oishi, Accurate sum and dot product, SIAM J. Sci. Comput. 26 (2005), algorithm Dot2.
     *
     * <p>Error: at most u |Σ xᵢ yᵢ| + γ² Σ |xᵢ yᵢ|, u = 2⁻⁵³, γ = n u/(1 − n u), barring overflow and underflow.
     *
     * @param x the first vector, of length n
     * @param y the second vector, of the same length
     * @return Σ xᵢ yᵢ, 0 for empty arrays
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double dot(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException("inner product of vectors of lengths " + x.length + " and " + y.length);
        }
        double sum = 0;
        double error = 0;
        for (int i = 0; i < x.length; i++) {
            double product = x[i] * y[i];
            double next = sum + product;
            error += Math.fma(x[i], y[i], -product) + additionError(sum, product, next);
            sum = next;
        }
        return compensated(sum, error);
    }

    /**
     * The difference of products ab − cd, a 2 × 2 determinant.
     *
     * <p>Formula: with w = fl(cd), fl(ab − w) + fl(w − cd), both by fused multiply–add.
     *
     * <p>Source: Kahan's algorithm; Jeannerod, Louvet and Muller, Further analysis of Kahan's algorithm for the
     * accurate computation of 2 × 2 determinants, Math. Comp. 82 (2013) 2245–2264 (both bounds).
     *
     * <p>Error: at most 1.5 units in the last place and 2u = 2⁻⁵² relative, barring overflow and underflow.
     *
     * @param a a factor of the first product
     * @param b a factor of the first product
     * @param c a factor of the second product
     * @param d a factor of the second product
     * @return ab − cd
     */
    public static double differenceOfProducts(double a, double b, double c, double d) {
        double product = c * d;
        double error = Math.fma(-c, d, product);
        return Math.fma(a, b, -product) + error;
    }

    /**
     * The rounding error of an addition, exactly: x + y = sum + error.
     *
     * <p>Formula: z = sum − x, (x − (sum − z)) + (y − z), without a comparison.
     *
     * <p>Source: Knuth's TwoSum, as in Ogita, Rump and Oishi, SIAM J. Sci. Comput. 26 (2005), algorithm 3.1.
     *
     * <p>Error: none, barring overflow.
     *
     * @param x a term
     * @param y a term
     * @param sum fl(x + y)
     * @return (x + y) − sum
     */
    public static double additionError(double x, double y, double sum) {
        double z = sum - x;
        return (x - (sum - z)) + (y - z);
    }

    /** Where the sum is infinite or NaN the error term is meaningless. */
    static double compensated(double sum, double error) {
        return Double.isFinite(sum) ? sum + error : sum;
    }
}
