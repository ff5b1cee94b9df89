package org.legendre.geometry.special;

/**
 * The ratio A_ν(x) = I_{ν+1}(x)/I_ν(x) of modified Bessel functions of the first kind, of real order ν ≥ −½: what the concentration x of a von
 * Mises–Fisher law on the sphere of ℝᵈ, d = 2ν + 2, makes of its mean resultant length. A increases from A(0) = 0 to A(∞) = 1.
 *
 * <p>Three regions, without cancellation in any: for √(ν² + x²) ≥ 32 Debye's expansion; below, the power series of I_ν², all of whose terms are
 * positive, and with it of every quantity here; and for −½ &lt; ν &lt; 0, x ≥ 32 the expansion in 1/x, whose terms are positive too and
 * proportional to 2ν + 1.
 */
public final class BesselRatio {
    private BesselRatio() {}

    /**
     * The ratio A_ν(x) = I_{ν+1}(x)/I_ν(x), the derivative of {@link NormalizedBessel#log}.
     *
     * <p>Formula: with cₖ the coefficient of (x/2)²ᵏ in I_ν²(x), Σ cₖ (x/2)²ᵏ⁺¹ (2ν+2k+1)/((2ν+k+1)(ν+k+1)) / Σ cₖ (x/2)²ᵏ; for
     * r = √(ν² + x²) ≥ 32, x/(r + ν) + (x/r²) Σ vₖ(ν²/r²) r⁻ᵏ, v₀ = −½. At ν = −½ it is tanh x.
     *
     * <p>Source: DLMF 10.31.3 (product of power series), 10.41.3 (Debye).
     *
     * <p>Error: relative error at most 3e-15 where the result is a normal number.
     *
     * @param order ν ≥ −½
     * @param x the argument, nonnegative, √(ν² + x²) finite
     * @return A_ν(x) in [0, 1], or NaN outside the domain
     */
    public static double value(double order, double x) {
        double r = Math.hypot(order, x);
        if (outside(order, x, r)) {
            return Double.NaN;
        }
        if (order == -0.5) {
            return Math.tanh(x);
        }
        if (r < Debye.LARGE) {
            return x * series(order, x)[0];
        }
        return order < 0
                ? 1 - atInfinity(order, x)[0]
                : x / (r + order) + x / r / r * Debye.slope(r, square(order / r));
    }

    /**
     * The derivative A′_ν(x) = 1 − A² − (2ν + 1) A/x, the variance of ⟨u, m⟩ for a unit vector u of the von Mises–Fisher law about m.
     *
     * <p>Formula: Σ cₖ (x/2)²ᵏ (2ν+1)/(2(2ν+k+1)(ν+k+1)) / Σ cₖ (x/2)²ᵏ as in {@link #value}; for r ≥ 32 the derivative of Debye's expansion,
     * ν/(r(r + ν)) + r⁻² Σ sₖ(ν²/r²) r⁻ᵏ, s₀ = ½ − ν²/r². At ν = −½ it is 1/cosh² x.
     *
     * <p>Source: as {@link #value}; the series is I_ν² − I²_{ν+1} − ((2ν+1)/x) I_ν I_{ν+1} collected by powers.
     *
     * <p>Error: relative error at most 5e-15 where the result is a normal number.
     *
     * @param order ν ≥ −½
     * @param x the argument, nonnegative, √(ν² + x²) finite
     * @return A′_ν(x) in (0, 1], or NaN outside the domain
     */
    public static double derivative(double order, double x) {
        double r = Math.hypot(order, x);
        if (outside(order, x, r)) {
            return Double.NaN;
        }
        if (order == -0.5) {
            double e = Math.exp(-x);
            return square(2 * e / (1 + e * e));
        }
        if (r < Debye.LARGE) {
            return series(order, x)[1];
        }
        return order < 0
                ? atInfinity(order, x)[1]
                : (order / (r + order) + Debye.curvature(r, square(order / r)) / r) / r;
    }

    /**
     * 1 − A_ν(x), which is about (2ν + 1)/(2x) for large x.
     *
     * <p>Formula: (A′ + (2ν + 1) A/x)/(1 + A); for r ≥ 32, (ν + ν²/(r + x))/(r + ν) − (x/r²) Σ vₖ(ν²/r²) r⁻ᵏ. At ν = −½ it is 2/(1 + e²ˣ).
     *
     * <p>Source: as {@link #value}; Riccati's equation of A.
     *
     * <p>Error: relative error at most 5e-15 where the result is a normal number.
     *
     * @param order ν ≥ −½
     * @param x the argument, nonnegative, √(ν² + x²) finite
     * @return 1 − A_ν(x) in (0, 1], or NaN outside the domain
     */
    public static double complement(double order, double x) {
        double r = Math.hypot(order, x);
        if (outside(order, x, r)) {
            return Double.NaN;
        }
        if (order == -0.5) {
            double e = Math.exp(-2 * x);
            return 2 * e / (1 + e);
        }
        if (r < Debye.LARGE) {
            double[] both = series(order, x);
            return (both[1] + (2 * order + 1) * both[0]) / (1 + x * both[0]);
        }
        if (order < 0) {
            return atInfinity(order, x)[0];
        }
        double leading = (order + order / (r + x) * order) / (r + order);
        return leading - x / r / r * Debye.slope(r, square(order / r));
    }

    /** A/x and A′ by the power series of I_ν². */
    private static double[] series(double order, double x) {
        double q = 0.25 * x * x;
        double weight = 1;
        double total = 1;
        double ratio = 1 / (order + 1);
        double derivative = 0.5 / (order + 1);
        for (int k = 0; ; k++) {
            // At k = 0 the quotient (2ν + 2k + 1)/(2ν + k + 1) is 1, also at ν = −½.
            double shape = k == 0 ? 1 : (2 * order + 2 * k + 1) / (2 * order + k + 1);
            double n = order + k + 1;
            weight *= q * shape * 2 / ((k + 1) * n);
            if (!(weight > 1e-18 * total)) {
                break;
            }
            total += weight;
            double m = 2 * order + k + 2;
            ratio += weight * (2 * order + 2 * k + 3) / (m * (n + 1));
            derivative += weight * (order + 0.5) / (m * (n + 1));
        }
        return new double[] {0.5 * ratio / total, derivative / total};
    }

    /** 1 − A and A′ by their expansion in 1/x, x ≥ 32: 1 − A = e Σ bₖ x⁻ᵏ, e = 2ν + 1 in (0, 1), bₖ = ½ ((k − 1 − e) bₖ₋₁ + e Σ bᵢ bₖ₋ᵢ). */
    private static double[] atInfinity(double order, double x) {
        double e = 2 * order + 1;
        double[] b = new double[22];
        b[1] = 0.5;
        double power = e / x;
        double complement = b[1] * power;
        double derivative = b[1] * power / x;
        for (int k = 2; k < b.length; k++) {
            double sum = 0;
            for (int i = 1; i < k; i++) {
                sum += b[i] * b[k - i];
            }
            b[k] = 0.5 * ((k - 1 - e) * b[k - 1] + e * sum);
            power /= x;
            complement += b[k] * power;
            derivative += k * b[k] * power / x;
        }
        return new double[] {complement, derivative};
    }

    private static double square(double x) {
        return x * x;
    }

    static boolean outside(double order, double x, double r) {
        return !(order >= -0.5 && x >= 0 && r <= Double.MAX_VALUE);
    }
}
