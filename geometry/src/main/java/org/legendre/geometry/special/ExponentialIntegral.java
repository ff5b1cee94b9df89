package org.legendre.geometry.special;

/** The exponential integral E₁(x) = ∫ₓ^∞ e⁻ᵗ/t dt on the positive half-line, scaled by eˣ so that it does not underflow. */
public final class ExponentialIntegral {
    private static final double EULER = 0.5772156649015329;

    /** (−1)ᵏ/((k + 1)(k + 1)!), the coefficients of xᵏ⁺¹ in Ein(x) = E₁(x) + log x + γ. */
    private static final double[] EIN = new double[20];

    static {
        double factorial = 1;
        for (int k = 0; k < EIN.length; k++) {
            factorial *= k + 1;
            EIN[k] = (k % 2 == 0 ? 1 : -1) / ((k + 1) * factorial);
        }
    }

    private ExponentialIntegral() {}

    /**
     * eˣ E₁(x), which is between 1/(x + 1) and 1/x.
     *
     * <p>Formula: eˣ (Ein(x) − γ − log x) with the power series of Ein for x &lt; 1; else Stieltjes' continued fraction
     * 1/(x + 1/(1 + 1/(x + 2/(1 + 2/(x + …))))), all of whose terms are positive.
     *
     * <p>Source: DLMF 6.2.4 and 6.6.4 (series), 6.9.1 (continued fraction).
     *
     * <p>Error: relative error at most 2e-15 for all positive finite doubles whose result is a normal number.
     *
     * @param x the argument, positive and finite
     * @return eˣ E₁(x), or NaN if x is not positive and finite
     */
    public static double scaled(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        return x < 1 ? Math.exp(x) * (x * Stirling.polynomial(EIN, x) - EULER - Math.log(x)) : fraction(x);
    }

    /**
     * eˣ E₁(x) + log x, which tends to −γ = −0.577… where x tends to 0.
     *
     * <p>Formula: eˣ (Ein(x) − γ) − (eˣ − 1) log x for x &lt; 1, so that the logarithms do not cancel.
     *
     * <p>Source: as {@link #scaled}.
     *
     * <p>Error: at most 1e-15 max(1, |result|) for all positive finite doubles.
     *
     * @param x the argument, positive and finite
     * @return eˣ E₁(x) + log x, or NaN if x is not positive and finite
     */
    public static double scaledPlusLog(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        return x < 1
                ? Math.exp(x) * (x * Stirling.polynomial(EIN, x) - EULER) - Math.expm1(x) * Math.log(x)
                : fraction(x) + Math.log(x);
    }

    /** From far enough inside outwards: what is cut off after n levels is of the order exp(−4√(nx)). */
    private static double fraction(double x) {
        double inner = x;
        for (int n = 10 + (int) (110 / x); n >= 1; n--) {
            inner = x + n / (1 + n / inner);
        }
        return 1 / inner;
    }
}
