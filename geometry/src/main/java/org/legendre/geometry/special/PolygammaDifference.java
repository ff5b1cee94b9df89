package org.legendre.geometry.special;

/**
 * Differences of digamma and trigamma over a step d &gt; 0, to full relative accuracy however small the step: the expectations and the Fisher
 * matrices of beta and Dirichlet laws, where one parameter may be far below the sum of all.
 *
 * <p>Every term of every sum here is positive, apart from the small tail of the expansion at infinity.
 */
public final class PolygammaDifference {

    /** From here on ten terms of the expansions leave a relative error below 1e-17. */
    private static final double LARGE = 12;

    /** B₂ₖ/(2k), the coefficients of x⁻²ᵏ in log x − 1/(2x) − ψ(x). */
    private static final double[] DIGAMMA = new double[Stirling.terms()];

    /** B₂ₖ, the coefficients of x⁻²ᵏ⁻¹ in ψ′(x) − 1/x − 1/(2x²). */
    private static final double[] TRIGAMMA = new double[Stirling.terms()];

    static {
        for (int k = 1; k <= Stirling.terms(); k++) {
            DIGAMMA[k - 1] = Stirling.bernoulli(k) / (2 * k);
            TRIGAMMA[k - 1] = Stirling.bernoulli(k);
        }
    }

    private PolygammaDifference() {}

    /**
     * The rise of digamma, ψ(a + d) − ψ(a).
     *
     * <p>Formula: Σₙ d/((a + n)(a + d + n)) up to x = a + N ≥ 12, y = x + d, and there log(1 + d/x) + ½ d/(xy) + Σₖ B₂ₖ/(2k) (x⁻²ᵏ − y⁻²ᵏ), the
     * differences of powers with their factor 1/x − 1/y = d/(xy) taken out.
     *
     * <p>Source: DLMF 5.5.2 and 5.11.2, term by term.
     *
     * <p>Error: relative error at most 2e-15 where the result is a normal number.
     *
     * @param a the lower argument, positive and finite
     * @param d the step, nonnegative and finite
     * @return ψ(a + d) − ψ(a) ≥ 0, or NaN outside the domain
     */
    public static double digamma(double a, double d) {
        if (outside(a, d)) {
            return Double.NaN;
        }
        int shifts = shifts(a);
        double x = a + shifts;
        double y = x + d;
        double sum = Math.log1p(d / x) + d / x / y * (0.5 + powers(DIGAMMA, 1 / x, 1 / y, false));
        for (int n = shifts - 1; n >= 0; n--) {
            double below = a + n;
            sum += d / (below + d) / below;
        }
        return sum;
    }

    /**
     * The fall of trigamma, ψ′(a) − ψ′(a + d).
     *
     * <p>Formula: {@link #remainder} + d/(a(a + d)).
     *
     * <p>Source: DLMF 5.15.5 and 5.15.8, term by term.
     *
     * <p>Error: relative error at most 2e-15 where the result is a normal number.
     *
     * @param a the lower argument, positive and finite
     * @param d the step, nonnegative and finite
     * @return ψ′(a) − ψ′(a + d) ≥ 0, or NaN outside the domain
     */
    public static double trigamma(double a, double d) {
        return remainder(a, d) + d / (a + d) / a;
    }

    /**
     * The fall of g″(x) = ψ′(x) − 1/x, which is g″(a) − g″(a + d); g is {@link GammaRemainder}.
     *
     * <p>Formula: the steps 1/(x²(x + 1)) of g″ up to 12, each difference as a sum of positive fractions, then as in {@link #digamma}.
     *
     * <p>Source: DLMF 5.15.5 and 5.15.8, term by term.
     *
     * <p>Error: relative error at most 2e-15 where the result is a normal number.
     *
     * @param a the lower argument, positive and finite
     * @param d the step, nonnegative and finite
     * @return g″(a) − g″(a + d) ≥ 0, or NaN outside the domain
     */
    public static double remainder(double a, double d) {
        return scaledRemainder(a, d) / a / a;
    }

    /**
     * a² (g″(a) − g″(a + d)), the fall of {@link #remainder} without its overflow at small a and underflow at large a.
     *
     * <p>Formula, source and error: as there.
     *
     * @param a the lower argument, positive and finite
     * @param d the step, nonnegative and finite
     * @return a number in [0, 1], or NaN outside the domain
     */
    public static double scaledRemainder(double a, double d) {
        if (outside(a, d)) {
            return Double.NaN;
        }
        int shifts = shifts(a);
        double x = a + shifts;
        double y = x + d;
        double sum = d / y * (a / x) * (0.5 * (a / x + a / y) + a * powers(TRIGAMMA, 1 / x, 1 / y, true));
        for (int n = shifts - 1; n >= 0; n--) {
            double p = a + n;
            double r = p + d;
            double slope = a / p + a / r + a * (p / r) / (r + 1);
            sum += d / r * (a / p) * slope / (p + 1);
        }
        return sum;
    }

    /** Σₖ cₖ (u^p − v^p)/(u − v) with p = 2k, or 2k + 1 for odd powers. */
    private static double powers(double[] c, double u, double v, boolean odd) {
        double power = v;
        double quotient = u + v;
        double sum = 0;
        for (double coefficient : c) {
            double even = quotient;
            power *= v;
            quotient = Math.fma(u, quotient, power);
            sum += coefficient * (odd ? quotient : even);
            power *= v;
            quotient = Math.fma(u, quotient, power);
        }
        return sum;
    }

    private static boolean outside(double a, double d) {
        return !(a > 0 && d >= 0 && a + d <= Double.MAX_VALUE);
    }

    private static int shifts(double x) {
        return x < LARGE ? (int) Math.ceil(LARGE - x) : 0;
    }
}
