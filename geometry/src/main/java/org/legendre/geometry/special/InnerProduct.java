package org.legendre.geometry.special;

/** Plain inner products for inner loops. */
public final class InnerProduct {
    private InnerProduct() {}

    /**
     * Σ aᵢbᵢ over stretches of two arrays, in four partial sums that a processor adds side by side, where one sum would wait for itself.
     *
     * <p>Error: at most (n/4 + 3)u Σ |aᵢbᵢ| to first order, u = 2⁻⁵³, barring overflow and underflow; {@link Sums#dot} is more accurate.
     *
     * @param a an array
     * @param i where its stretch begins
     * @param b an array
     * @param j where its stretch begins
     * @param n their length
     * @return the sum; 0 for n = 0
     */
    public static double of(double[] a, int i, double[] b, int j, int n) {
        double first = 0;
        double second = 0;
        double third = 0;
        double fourth = 0;
        int k = 0;
        for (; k + 3 < n; k += 4) {
            first += a[i + k] * b[j + k];
            second += a[i + k + 1] * b[j + k + 1];
            third += a[i + k + 2] * b[j + k + 2];
            fourth += a[i + k + 3] * b[j + k + 3];
        }
        for (; k < n; k++) {
            first += a[i + k] * b[j + k];
        }
        return first + second + (third + fourth);
    }

    /**
     * Σ aᵢbᵢ of two vectors.
     *
     * @param a a vector
     * @param b a vector at least as long
     * @return the sum over the entries of the first
     */
    public static double of(double[] a, double[] b) {
        return of(a, 0, b, 0, a.length);
    }
}
