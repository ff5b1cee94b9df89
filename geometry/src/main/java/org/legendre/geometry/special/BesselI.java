package org.legendre.geometry.special;

import org.apache.commons.numbers.gamma.LogGamma;

/** The modified Bessel function of the first kind I_ν(x) of real order ν ≥ −½, by its logarithm. */
public final class BesselI {
    static final double HALF_LOG_2PI = 0.9189385332046728;

    static final double LOG_2 = 0.6931471805599453;

    private BesselI() {}

    /**
     * log(I_ν(x) e⁻ˣ).
     *
     * <p>Formula: for r = √(ν² + x²) ≥ 32 Debye's expansion ν²/(r + x) − ν arsinh(ν/x) − ½ log(2πr) + Σ pₖ(ν²/r²) r⁻ᵏ; below,
     * ν log(x/2) − log Γ(ν + 1) + log(Λ_ν(x) e⁻ˣ) with {@link NormalizedBessel}.
     *
     * <p>Source: DLMF 10.41.3, 10.25.2.
     *
     * <p>Error: at most 5e-15 max(1, |result|), so relative but near the root, which only ν &lt; 0 has.
     *
     * @param order ν ≥ −½
     * @param x the argument, nonnegative, √(ν² + x²) finite
     * @return log(I_ν(x) e⁻ˣ); at x = 0 it is −∞, 0 or ∞ for ν &gt; 0, ν = 0 and ν &lt; 0; NaN outside the domain
     */
    public static double logScaled(double order, double x) {
        double r = Math.hypot(order, x);
        if (BesselRatio.outside(order, x, r)) {
            return Double.NaN;
        }
        if (r < Debye.LARGE) {
            double power = order == 0 ? 0 : order * (Math.log(x) - LOG_2);
            return power - logGamma1p(order) + NormalizedBessel.logScaled(order, x);
        }
        return atLarge(order, x, r);
    }

    /** log(I e⁻ˣ) for r ≥ 32. */
    static double atLarge(double order, double x, double r) {
        double t = order / r;
        double exponent = order / (r + x) * order - order * arsinh(order, x);
        return exponent - (HALF_LOG_2PI + 0.5 * Math.log(r)) + Debye.log(r, t * t);
    }

    /** arsinh(a/b) for b ≥ 0, also where the quotient overflows. */
    static double arsinh(double a, double b) {
        double y = Math.abs(a) / b;
        double value = y < 1e10
                ? Math.log1p(y + y * (y / (1 + Math.hypot(1, y))))
                : Math.log(Math.abs(a)) + LOG_2 - Math.log(b);
        return a < 0 ? -value : value;
    }

    /** log Γ(1 + ν), accurate at its root ν = 0 too: what the rounding of 1 + ν loses is put back. */
    static double logGamma1p(double order) {
        double y = 1 + order;
        double value = LogGamma.value(y);
        return y > 2 ? value : value + (order - (y - 1)) * Polygamma.digamma(y);
    }
}
