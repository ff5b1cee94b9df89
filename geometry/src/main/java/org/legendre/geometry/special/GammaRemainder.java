package org.legendre.geometry.special;

/**
 * The remainder g(a) = log Γ(a) − a log a + a of the gamma function after its entropy-like part, a &gt; 0.
 *
 * <p>It splits log Γ into two convex functions, log Γ(a) = (a log a − a) + g(a), the first of which carries the size
 * and the second, of order −½ log a, the curvature that is left. So the Bregman divergence of log Γ, from which the
 * Kullback–Leibler divergences of gamma, beta and Dirichlet laws are made, is
 * {@link Logs#relativeEntropyTerm relativeEntropyTerm}(a, b) + {@link #bregman bregman}(a, b), two non-negative terms
 * without cancellation.
 *
 * <p>Everything here rests on g(a) − g(a + 1) = (a + 1) log(1 + 1/a) − 1, which is convex itself: a finite number of
 * such terms raises the argument to where the expansion at infinity holds, and all terms of a sum have one sign.
 */
public final class GammaRemainder {

    /** From here on ten terms of the expansions at infinity leave a relative error below 2e-17. */
    private static final double LARGE = 10;

    /** The only root of g is {@code ROOT + ROOT_LOW}. */
    private static final double ROOT = 6.44758694283841;

    private static final double ROOT_LOW = -2.0534725362887475e-16;

    /** The half-width of the interval about the root where the Taylor expansion is used. */
    private static final double NEAR_ROOT = 0.8;

    /**
     * Taylor coefficients at the root a₀ of (μ(a) − μ(a₀)) / (a − a₀), μ(a) = g(a) + ½ log(a/2π) (Binet's function).
     */
    private static final double[] BINET_AT_ROOT = {
        -0.001999816236888833,
        0.000309433705225246,
        -4.7842577998229276e-05,
        7.391602481100384e-06,
        -1.141164946202188e-06,
        1.7605716771188145e-07,
        -2.7143446156518484e-08,
        4.182091070807157e-09,
        -6.439483838702681e-10,
        9.909461011183993e-11,
        -1.5240637132063317e-11,
        2.3427357603143604e-12,
        -3.599347139923666e-13,
        5.5273584622816393e-14,
        -8.484342839077889e-15,
        1.3017829964619591e-15,
        -1.9966031348798559e-16,
        3.061190869172421e-17
    };

    /** B₂ₖ/(2k(2k − 1)), the coefficients of a¹⁻²ᵏ in μ. */
    private static final double[] BINET = new double[Stirling.terms()];

    /** B₂ₖ/(2k), the coefficients of a⁻²ᵏ in −g′(a) − 1/(2a). */
    private static final double[] FIRST = new double[Stirling.terms()];

    /** B₂ₖ, the coefficients of a⁻²ᵏ⁻¹ in g″(a) − 1/(2a²). */
    private static final double[] SECOND = new double[Stirling.terms()];

    static {
        for (int k = 1; k <= Stirling.terms(); k++) {
            BINET[k - 1] = Stirling.bernoulli(k) / (2 * k * (2 * k - 1));
            FIRST[k - 1] = Stirling.bernoulli(k) / (2 * k);
            SECOND[k - 1] = Stirling.bernoulli(k);
        }
    }

    private GammaRemainder() {}

    /** The coefficient of a¹⁻²ᵏ in Binet's function, k = 1, 2, … */
    static double binet(int k) {
        return BINET[k - 1];
    }

    /**
     * The remainder g(a) = log Γ(a) − a log a + a.
     *
     * <p>Formula: g(a) = −½ log(a/2π) + μ(a), where Binet's function is μ(a) = Σₖ B₂ₖ/(2k(2k − 1) a²ᵏ⁻¹) for a ≥ 10
     * and else is raised to there by μ(a) − μ(a + 1) = Σⱼ (2a + 1)⁻²ʲ/(2j + 1). About the only root a₀ = 6.4475…,
     * g(a) = −½ log(a/a₀) + (μ(a) − μ(a₀)). For a &lt; 1, g(a) = g(a + 1) + (a + 1) log(1 + 1/a) − 1.
     *
     * <p>Source: DLMF 5.11.1 (expansion); Gudermann, Additamentum ad functionis Γ(a) = ∫₀^∞ e⁻ˣ xᵃ⁻¹ ∂x theoriam, J.
     * reine angew. Math. 29 (1845) (the series of μ(a) − μ(a + 1)).
     *
     * <p>Error: relative error at most 2e-15 for all positive finite doubles, at the root too.
     *
     * @param a the argument, positive and finite
     * @return g(a), decreasing and convex, or NaN if a is not positive and finite
     */
    public static double value(double a) {
        if (!(a > 0 && a <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        if (a < 1) {
            double logRatio = Math.log1p(a) - Math.log(a);
            return Math.fma(a, logRatio, logRatio - 1) + value(1 + a);
        }
        double d = (a - ROOT) - ROOT_LOW;
        if (Math.abs(d) < NEAR_ROOT) {
            return Math.fma(d, Stirling.polynomial(BINET_AT_ROOT, d), -0.5 * Math.log1p(d / ROOT));
        }
        return -0.5 * Math.log(a / (2 * Math.PI)) + binet(a);
    }

    /** Binet's function μ(a) for a ≥ 1. */
    private static double binet(double a) {
        double sum = 0;
        double y = a;
        while (y < LARGE) {
            double z = 1 / (2 * y + 1);
            double z2 = z * z;
            double power = z2;
            // All terms are positive, and z ≤ 1/3.
            for (int j = 3; power > 1e-18; j += 2) {
                sum += power / j;
                power *= z2;
            }
            y += 1;
        }
        double r = 1 / y;
        return sum + r * Stirling.polynomial(BINET, r * r);
    }

    /**
     * The first derivative g′(a) = ψ(a) − log a.
     *
     * <p>Formula: −g′(a) = 1/(2a) + Σₖ B₂ₖ/(2k a²ᵏ) for a ≥ 10, else raised to there by
     * −g′(a) = −g′(a + 1) + (t − log(1 + t)), t = 1/a, all of whose terms are positive.
     *
     * <p>Source: DLMF 5.11.2 (expansion), 5.5.2 (recurrence of ψ).
     *
     * <p>Error: relative error at most 6e-16 for all positive finite doubles whose result is normal; −∞ only where 1/a
     * overflows.
     *
     * @param a the argument, positive and finite
     * @return g′(a) &lt; 0, or NaN if a is not positive and finite
     */
    public static double derivative(double a) {
        if (!(a > 0 && a <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        int shifts = shifts(a);
        double r = 1 / (a + shifts);
        double r2 = r * r;
        double sum = Math.fma(r2, Stirling.polynomial(FIRST, r2), 0.5 * r);
        for (int n = shifts - 1; n >= 0; n--) {
            sum -= Logs.log1pmx(1 / (a + n));
        }
        return -sum;
    }

    /**
     * The second derivative g″(a) = ψ′(a) − 1/a.
     *
     * <p>Formula: g″(a) = 1/(2a²) + Σₖ B₂ₖ/a²ᵏ⁺¹ for a ≥ 10, else raised to there by
     * g″(a) = g″(a + 1) + 1/(a²(a + 1)), all of whose terms are positive.
     *
     * <p>Source: DLMF 5.15.8 (expansion), 5.15.5 (recurrence of ψ′).
     *
     * <p>Error: relative error at most 8e-16 for all positive finite doubles whose result is normal; +∞ only where 1/a²
     * overflows.
     *
     * @param a the argument, positive and finite
     * @return g″(a) ≥ 0 (0 only by underflow), or NaN if a is not positive and finite
     */
    public static double secondDerivative(double a) {
        if (!(a > 0 && a <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        int shifts = shifts(a);
        double r = 1 / (a + shifts);
        double r2 = r * r;
        double sum = r2 * Math.fma(r, Stirling.polynomial(SECOND, r2), 0.5);
        for (int n = shifts - 1; n >= 0; n--) {
            double y = a + n;
            double t = 1 / y;
            sum += t * t / (y + 1);
        }
        return sum;
    }

    private static int shifts(double a) {
        return a < LARGE ? (int) Math.ceil(LARGE - a) : 0;
    }

    /**
     * The Bregman divergence of g, D(a, b) = g(a) − g(b) − g′(b)(a − b) ≥ 0.
     *
     * <p>Formula: with φ(w) = w − log(1 + w), D(a, b) = D(a + 1, b + 1) + (a + 1) φ((a − b)/(b(a + 1))), which raises
     * both arguments to 10 or more; there D(a, b) = ½ φ((a − b)/b) + (a − b)²/(ab) Σₖ B₂ₖ/(2k(2k − 1)) T₂ₖ₋₁ with
     * Tₚ = Σₘ m b⁻ᵐ a^(m − p), m = 1, …, p, the Bregman divergence of a⁻ᵖ being (a − b)²/(ab) Tₚ. Nothing cancels:
     * every term but the small tail of the expansion is positive.
     *
     * <p>Source: DLMF 5.5.1 and 5.11.1, term by term.
     *
     * <p>Error: relative error at most 2e-15 for all pairs of positive finite doubles; zero only for equal arguments,
     * +∞ only where the result overflows, never subnormal for unequal arguments.
     *
     * @param a the first argument, positive and finite
     * @param b the second argument, where the tangent is taken, positive and finite
     * @return D(a, b) ≥ 0, or NaN if an argument is not positive and finite
     */
    public static double bregman(double a, double b) {
        return bregman(a, b, a - b);
    }

    /**
     * The Bregman divergence as {@link #bregman(double, double)}, where the difference d = a − b is known better than by
     * subtracting the rounded arguments, as it is for sums of nearly equal parts.
     *
     * <p>Formula, source and error: as there, relative to the given d.
     *
     * @param a the first argument, positive and finite
     * @param b the second argument, where the tangent is taken, positive and finite
     * @param d the difference a − b
     * @return D(a, b) ≥ 0, or NaN if an argument is not positive and finite
     */
    public static double bregman(double a, double b, double d) {
        if (!(a > 0 && b > 0 && a <= Double.MAX_VALUE && b <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        if (d == 0) {
            return 0;
        }
        int shifts = shifts(Math.min(a, b));
        double sum = bregmanAtLarge(a + shifts, b + shifts, d);
        for (int n = shifts - 1; n >= 1; n--) {
            double x = a + n;
            // Here x ≥ 1, so w ≥ −1/2.
            sum -= (x + 1) * Logs.log1pmx(d / (b + n) / (x + 1));
        }
        return shifts == 0 ? sum : sum + bregmanOfStep(a, b, d);
    }

    /**
     * The skewed Jensen divergence of g, αg(a) + (1−α)g(b) − g(αa + (1−α)b): ≥ 0 for 0 ≤ α ≤ 1, ≤ 0 elsewhere.
     *
     * <p>Formula: with the mean m it is αD(a, m) + (1−α)D(b, m) of {@link #bregman}, the differences a − m and b − m being multiples of a − b. For
     * α &gt; 1 it is a that lies between b and c = αa + (1−α)b, and the divergence is −D(c, a) − (α−1)D(b, a).
     *
     * <p>Source: elementary; α(a − m) + (1−α)(b − m) = 0.
     *
     * <p>Error: relative error at most 3e-15 for 0 ≤ α ≤ 1 where the result is a normal number.
     *
     * @param a the first argument, positive and finite
     * @param b the second argument, positive and finite
     * @param difference a − b, which may be known better than the arguments
     * @param alpha the weight α of a, finite
     * @return the divergence; −∞ where the mean is not positive; NaN if an argument is not as above
     */
    public static double skewedJensen(double a, double b, double difference, double alpha) {
        if (!(a > 0
                && b > 0
                && a <= Double.MAX_VALUE
                && b <= Double.MAX_VALUE
                && Math.abs(alpha) <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        if (alpha < 0) {
            return beyond(b, a, -difference, -alpha);
        }
        if (alpha > 1) {
            return beyond(a, b, difference, alpha - 1);
        }
        if (difference == 0 || alpha == 0 || alpha == 1) {
            return 0;
        }
        double beta = 1 - alpha;
        double m = alpha * a + beta * b;
        return alpha * bregman(a, m, beta * difference) + beta * bregman(b, m, -alpha * difference);
    }

    /** Of weight α = 1 + excess. */
    private static double beyond(double a, double b, double difference, double excess) {
        double c = Math.fma(excess, difference, a);
        if (!(c > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        return 0 - bregman(c, a, excess * difference) - excess * bregman(b, a, -difference);
    }

    /** The Bregman divergence of a ↦ (a + 1) log(1 + 1/a) − 1, where d = a − b. */
    private static double bregmanOfStep(double a, double b, double d) {
        double w = d / b / (a + 1);
        if (w >= -0.5) {
            return -(a + 1) * Logs.log1pmx(w);
        }
        // a < 1 here. 1 + w = (a/b)(b + 1)/(a + 1) is small: its logarithm is taken by factors.
        double log = b > 1
                ? Math.log(a) + (Math.log1p(1 / b) - Math.log1p(a))
                : Logs.logRatio(a, b) + (Math.log1p(b) - Math.log1p(a));
        return (a + 1) * (w - log);
    }

    /** D(x, y) for x, y ≥ 10, where d = x − y is not rounded twice. */
    private static double bregmanAtLarge(double x, double y, double d) {
        double u = 1 / x;
        double v = 1 / y;
        double u2 = u * u;
        // T_{p+1} = u T_p + (p + 1) v^{p+1}, two steps at a time.
        double t = v;
        double power = v;
        double sum = BINET[0] * t;
        for (int k = 1; k < BINET.length; k++) {
            power *= v;
            t = u2 * t + 2 * k * power * u;
            power *= v;
            t += (2 * k + 1) * power;
            sum += BINET[k] * t;
        }
        return 0.5 * Logs.itakuraSaitoTerm(x, y, d) + (d / x) * (d / y) * sum;
    }
}
