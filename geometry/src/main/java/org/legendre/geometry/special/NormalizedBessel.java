package org.legendre.geometry.special;

/**
 * The normalised modified Bessel function Λ_ν(x) = Γ(ν + 1) (2/x)^ν I_ν(x) = ₀F₁(; ν + 1; x²/4) of real order ν ≥ −½, by its logarithm.
 *
 * <p>Λ_ν(x) is the mean of e^(x⟨u, m⟩) over the unit vectors u of ℝᵈ, d = 2ν + 2; so log Λ_ν, convex with log Λ_ν(0) = 0 and the derivative
 * {@link BesselRatio}, is the log-partition of the von Mises–Fisher laws relative to the uniform one.
 */
public final class NormalizedBessel {
    /** Up to here x²/(4(ν + 1)), the first term of the series, keeps it short. */
    private static final double SERIES = 8;

    private NormalizedBessel() {}

    /**
     * log Λ_ν(x) ≥ 0: about x²/(4(ν + 1)) for small x and x for large x.
     *
     * <p>Formula: log(1 + Σₖ (x²/4)ᵏ/(k! (ν+1)ₖ)) for √(ν² + x²) &lt; 32 or x² ≤ 32(ν + 1); else, by Debye's expansion,
     * ν(2δ − log(1 + δ)) − ½ log(r/ν) + μ(ν) + Σ pₖ(ν²/r²) r⁻ᵏ with r = √(ν² + x²), δ = (r − ν)/(2ν) and Binet's function μ, or for ν &lt; 1
     * the same in other terms.
     *
     * <p>Source: DLMF 10.25.2 (series), 10.41.3 (Debye), 5.11.1 (Binet).
     *
     * <p>Error: relative error at most 2e-15 where the result is a normal number.
     *
     * @param order ν ≥ −½
     * @param x the argument, nonnegative, √(ν² + x²) finite
     * @return log Λ_ν(x), or NaN outside the domain
     */
    public static double log(double order, double x) {
        double r = Math.hypot(order, x);
        if (BesselRatio.outside(order, x, r)) {
            return Double.NaN;
        }
        if (r < Debye.LARGE || isSeries(order, x)) {
            return series(order, x);
        }
        if (order < 1) {
            return x + scaledAtLarge(order, x, r);
        }
        double excess = x / (r + order) * x;
        return excess - order * Math.log1p(0.5 * excess / order) + tail(order, r);
    }

    /**
     * log(Λ_ν(x) e⁻ˣ) ≤ 0: about −x for small x and −(ν + ½) log x for large x, a convex function with the derivative A_ν(x) − 1.
     *
     * <p>Formula: log Λ_ν(x) − x; by Debye's expansion as {@link #log} with r − ν replaced by r − ν − x = −2νx/(r + ν + x) in its first term. At
     * ν = −½, log((1 + e⁻²ˣ)/2).
     *
     * <p>Source: as {@link #log}.
     *
     * <p>Error: relative error at most 2e-15 where the result is a normal number.
     *
     * @param order ν ≥ −½
     * @param x the argument, nonnegative, √(ν² + x²) finite
     * @return log(Λ_ν(x) e⁻ˣ), or NaN outside the domain
     */
    public static double logScaled(double order, double x) {
        double r = Math.hypot(order, x);
        if (BesselRatio.outside(order, x, r)) {
            return Double.NaN;
        }
        if (order == -0.5) {
            return 0 + Math.log1p(0.5 * Math.expm1(-2 * x)); // never −0
        }
        if (r < Debye.LARGE || isSeries(order, x)) {
            return series(order, x) - x;
        }
        if (order < 1) {
            return scaledAtLarge(order, x, r);
        }
        double half = x / (r + order) * (0.5 * x / order);
        return -2 * order / ((r + order) / x + 1) - order * Math.log1p(half) + tail(order, r);
    }

    private static boolean isSeries(double order, double x) {
        return 0.25 * x * (x / (order + 1)) <= SERIES;
    }

    /** −½ log(r/ν) + μ(ν) + Σ pₖ r⁻ᵏ for ν ≥ 1. */
    private static double tail(double order, double r) {
        double binet = GammaRemainder.value(order) + 0.5 * Math.log(order / (2 * Math.PI));
        double t = order / r;
        return binet + Debye.log(r, t * t) - 0.5 * Math.log(r / order);
    }

    /**
     * log(Λ e⁻ˣ) for ν &lt; 1 and large x: (r − x) − ν arsinh(ν/x) − ½ log(2πr) + Σ pₖ r⁻ᵏ + log Γ(ν + 1) − ν log(x/2), where the logarithms of x
     * are collected: their factor ν + ½ may be small.
     */
    private static double scaledAtLarge(double order, double x, double r) {
        double t = order / r;
        double quotient = order / x;
        double constant = order * BesselI.LOG_2 + BesselI.logGamma1p(order) - BesselI.HALF_LOG_2PI;
        double small = order / (r + x) * order
                - order * BesselI.arsinh(order, x)
                - 0.25 * Math.log1p(quotient * quotient)
                + Debye.log(r, t * t);
        return constant + small - (order + 0.5) * Math.log(x);
    }

    /**
     * log(Λ(a) e⁻ᵃ) − log(Λ(b) e⁻ᵇ) where Debye's expansion holds for both: of
     * (r − x) − (ν + ½) log r − ν log(1 + ν/r) + Σ pₖ r⁻ᵏ + constant, term by term.
     */
    static double scaledDifference(double order, double a, double ra, double b, double rb) {
        double ta = order / ra;
        double tb = order / rb;
        double small = Debye.log(ra, ta * ta) - Debye.log(rb, tb * tb);
        double logs = (order + 0.5) * Logs.logRatio(ra, rb) + order * (Math.log1p(ta) - Math.log1p(tb));
        return (order / (ra + a) * order - order / (rb + b) * order) - logs + small;
    }

    private static double series(double order, double x) {
        double q = 0.25 * x * x;
        // By nested multiplication every rounding is made small by what multiplies it later.
        int terms = 1;
        for (double term = q / (order + 1); term > 1e-18; terms++) {
            term *= q / ((terms + 1) * (order + terms + 1));
        }
        double nested = 1;
        for (int k = terms; k >= 2; k--) {
            nested = 1 + q / (k * (order + k)) * nested;
        }
        return Math.log1p(q / (order + 1) * nested);
    }
}
