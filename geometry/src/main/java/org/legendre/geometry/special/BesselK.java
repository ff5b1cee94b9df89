package org.legendre.geometry.special;

/**
 * The modified Bessel function of the second kind K_ν(x) of real order, by its logarithm, its ratio and its derivatives in the order; K₋ᵥ = K_ν.
 *
 * <p>All are means under the density of {@link BesselWeight}: K_ν(x) = ½ ∫ e^(νt − x cosh t) dt (DLMF 10.32.9), so that ∂ log K/∂ν is the mean
 * of t, its derivative in ν the variance, and K_{ν+1}/K_ν the mean of eᵗ; s = t − arsinh(ν/x) is t from its mode.
 */
public final class BesselK {
    private static final double LOG_2 = 0.6931471805599453;

    private BesselK() {}

    /**
     * log(K_ν(x) eˣ).
     *
     * <p>Formula: |ν| arsinh(|ν|/x) − ν²/(r + x) + log(½ ∫ exp(−u E(s) − v E(−s)) ds) with r = √(ν² + x²), u = ½(r + |ν|), v = ½(r − |ν|).
     *
     * <p>Source: DLMF 10.32.9, shifted to the mode of the integrand.
     *
     * <p>Error: at most 4e-15 max(1, |result|).
     *
     * @param order ν, |ν| ≤ 1e300
     * @param x the argument, positive, at most 1e300
     * @return log(K_ν(x) eˣ), or NaN outside the domain
     */
    public static double logScaled(double order, double x) {
        double nu = Math.abs(order);
        if (outside(nu, x)) {
            return Double.NaN;
        }
        double r = Math.hypot(nu, x);
        return nu * BesselI.arsinh(nu, x)
                - nu / (r + x) * nu
                + (weight(nu, x, r).logIntegral() - LOG_2);
    }

    /**
     * The ratio K_{ν+1}(x)/K_ν(x).
     *
     * <p>Formula: e^(±arsinh(|ν|/x)) E[e^(±s)], plus for ν ≥ 0.
     *
     * <p>Source: as {@link #logScaled}.
     *
     * <p>Error: relative error at most 4e-15 for x ≥ 1e-150, 1e-12 below, where the result is a normal number.
     *
     * @param order ν, |ν| ≤ 1e300
     * @param x the argument, positive, at most 1e300
     * @return the ratio, +∞ where it overflows, or NaN outside the domain
     */
    public static double ratio(double order, double x) {
        double nu = Math.abs(order);
        if (outside(nu, x)) {
            return Double.NaN;
        }
        double r = Math.hypot(nu, x);
        BesselWeight weight = weight(nu, x, r);
        return order >= 0 ? (nu + r) / x * weight.meanExponential(1) : x / (nu + r) * weight.meanExponential(-1);
    }

    /**
     * ∂/∂ν log K_ν(x), odd in ν and positive for ν &gt; 0.
     *
     * <p>Formula: arsinh(ν/x) + E[s]; for |ν| ≤ 1 or ν² ≤ x, where the two cancel, E₀[t sinh νt]/E₀[cosh νt] under the density of order 0.
     *
     * <p>Source: as {@link #logScaled}, differentiated.
     *
     * <p>Error: relative error at most 1e-14.
     *
     * @param order ν, |ν| ≤ 1e300
     * @param x the argument, positive, at most 1e300
     * @return the derivative, or NaN outside the domain
     */
    public static double orderDerivative(double order, double x) {
        double nu = Math.abs(order);
        if (outside(nu, x)) {
            return Double.NaN;
        }
        if (nu == 0) {
            return 0;
        }
        if (nu > 1 && nu * nu > x) {
            return Math.copySign(
                    BesselI.arsinh(nu, x) + weight(nu, x, Math.hypot(nu, x)).mean(), order);
        }
        BesselWeight even = weight(0, x, x);
        return Math.copySign(even.mean(t -> t * Math.sinh(nu * t)) / even.mean(t -> Math.cosh(nu * t)), order);
    }

    /**
     * ∂²/∂ν² log K_ν(x) &gt; 0.
     *
     * <p>Formula: the variance of s.
     *
     * <p>Source: as {@link #logScaled}, differentiated twice.
     *
     * <p>Error: relative error at most 4e-15.
     *
     * @param order ν, |ν| ≤ 1e300
     * @param x the argument, positive, at most 1e300
     * @return the second derivative, or NaN outside the domain
     */
    public static double orderSecondDerivative(double order, double x) {
        double nu = Math.abs(order);
        if (outside(nu, x)) {
            return Double.NaN;
        }
        BesselWeight weight = weight(nu, x, Math.hypot(nu, x));
        double mean = weight.mean();
        return weight.mean(s -> (s - mean) * (s - mean));
    }

    private static boolean outside(double nu, double x) {
        return !(nu <= 1e300 && x > 0 && x <= 1e300);
    }

    private static BesselWeight weight(double nu, double x, double r) {
        double u = 0.5 * (r + nu);
        double logU = Math.log(u);
        double v = 0.5 * x * (0.5 * x / u);
        return BesselWeight.of(u, logU, v, 2 * (Math.log(x) - LOG_2) - logU);
    }
}
