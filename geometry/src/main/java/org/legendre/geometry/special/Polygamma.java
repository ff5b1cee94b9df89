package org.legendre.geometry.special;

/**
 * The digamma function ψ = (log Γ)′ and its first two derivatives on the positive half-line, and the inverse of ψ.
 *
 * <p>ψ, ψ′, ψ″ are the gradient, Hessian and third derivative of the log-partition of the gamma, beta and Dirichlet
 * laws.
 */
public final class Polygamma {

    /** From here on ten terms of the expansion at infinity leave a relative error below 1e-17. */
    private static final double LARGE = 12;

    /** The positive root of ψ is {@code ROOT + ROOT_LOW} (DLMF 5.4(iii)). */
    private static final double ROOT = 1.4616321449683622;

    private static final double ROOT_LOW = 9.549995429965697e-17;

    /** 1/x₀, 1/(x₀ + 1), 1/(x₀ + 2) at the root x₀. */
    private static final double RECIPROCAL_0 = 0.6841666717870696;

    private static final double RECIPROCAL_1 = 0.40623453916297975;
    private static final double RECIPROCAL_2 = 0.2888810705821371;

    /** (−1)ᵏ ζ(k + 2, x₀ + 3), the Taylor coefficients of (ψ(x + 3) − ψ(x₀ + 3)) / (x − x₀) at x₀. */
    private static final double[] AT_ROOT = {
        0.2511094369137853,
        -0.03136842633320283,
        0.005199069507583636,
        -0.0009648278511769716,
        0.00019011692036200793,
        -3.885268779191956e-05,
        8.132817500300198e-06,
        -1.7309579123061582e-06,
        3.7284423726304355e-07,
        -8.102215401916277e-08,
        1.7724257358006402e-08,
        -3.897086566408483e-09,
        8.602407525790405e-10,
        -1.904731766038606e-10,
        4.22763297926808e-11,
        -9.401384901709357e-12,
        2.093860741422081e-12,
        -4.66909067678111e-13,
        1.0421750689409425e-13
    };

    /** B₂ₖ/(2k), the coefficients of x⁻²ᵏ in log x − 1/(2x) − ψ(x). */
    private static final double[] DIGAMMA = new double[Stirling.terms()];

    /** B₂ₖ, the coefficients of x⁻²ᵏ⁻¹ in ψ′(x) − 1/x − 1/(2x²). */
    private static final double[] TRIGAMMA = new double[Stirling.terms()];

    /** (2k + 1) B₂ₖ, the coefficients of x⁻²ᵏ⁻² in −ψ″(x) − 1/x² − 1/x³. */
    private static final double[] TETRAGAMMA = new double[Stirling.terms()];

    static {
        for (int k = 1; k <= Stirling.terms(); k++) {
            DIGAMMA[k - 1] = Stirling.bernoulli(k) / (2 * k);
            TRIGAMMA[k - 1] = Stirling.bernoulli(k);
            TETRAGAMMA[k - 1] = (2 * k + 1) * Stirling.bernoulli(k);
        }
    }

    private Polygamma() {}

    /**
     * The digamma function ψ(x) = d/dx log Γ(x).
     *
     * <p>Formula: ψ(x) = log x − 1/(2x) − Σₖ B₂ₖ/(2k x²ᵏ) for x ≥ 12; else the recurrence ψ(x + 1) = ψ(x) + 1/x down to
     * [1, 2), and there ψ(x) = Σₙ (x − x₀)/((x + n)(x₀ + n)) about the root x₀ = 1.4616…, which keeps the sign and the
     * relative accuracy at the root.
     *
     * <p>Source: DLMF 5.11.2 (expansion), 5.5.2 (recurrence), 5.7.6 (series), 5.15.1 (Taylor coefficients).
     *
     * <p>Error: relative error at most 8e-16 for all positive finite doubles; −∞ only where −1/x overflows.
     *
     * @param x the argument, positive and finite
     * @return ψ(x), or NaN if x is not positive and finite
     */
    public static double digamma(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        if (x >= LARGE) {
            double r = 1 / x;
            double r2 = r * r;
            return Math.log(x) - Math.fma(Stirling.polynomial(DIGAMMA, r2), r2, 0.5 * r);
        }
        if (x < 1) {
            // The offset from the root is formed from x, not from the rounded 1 + x.
            return digammaAtRoot(1 + x, (x - (ROOT - 1)) - ROOT_LOW) - 1 / x;
        }
        double sum = 0;
        double y = x;
        while (y >= 2) {
            // Going down is exact in floating point, and every reciprocal is positive.
            y -= 1;
            sum += 1 / y;
        }
        return sum + digammaAtRoot(y, (y - ROOT) - ROOT_LOW);
    }

    /** ψ(x) for x in [1, 2], where d = x − x₀. The three nearest poles are split off: without them Taylor is fast. */
    private static double digammaAtRoot(double x, double d) {
        double poles = RECIPROCAL_0 / x + (RECIPROCAL_1 / (x + 1) + RECIPROCAL_2 / (x + 2));
        return d * (poles + Stirling.polynomial(AT_ROOT, d));
    }

    /**
     * The trigamma function ψ′(x) = d²/dx² log Γ(x) = Σₙ 1/(x + n)².
     *
     * <p>Formula: ψ′(x) = 1/x + 1/(2x²) + Σₖ B₂ₖ/x²ᵏ⁺¹ for x ≥ 12, else raised to there by ψ′(x) = ψ′(x + 1) + 1/x²,
     * all of whose terms are positive.
     *
     * <p>Source: DLMF 5.15.8 (expansion), 5.15.5 (recurrence).
     *
     * <p>Error: relative error at most 6e-16 for all positive finite doubles whose result is normal; +∞ only where 1/x²
     * overflows.
     *
     * @param x the argument, positive and finite
     * @return ψ′(x) &gt; 0, or NaN if x is not positive and finite
     */
    public static double trigamma(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        int shifts = shifts(x);
        double r = 1 / (x + shifts);
        double r2 = r * r;
        double sum = r + r2 * Math.fma(Stirling.polynomial(TRIGAMMA, r2), r, 0.5);
        // From the smallest term to the largest.
        for (int n = shifts - 1; n >= 0; n--) {
            double t = 1 / (x + n);
            sum = Math.fma(t, t, sum);
        }
        return sum;
    }

    /**
     * The tetragamma function ψ″(x) = d³/dx³ log Γ(x) = −2 Σₙ 1/(x + n)³.
     *
     * <p>Formula: −ψ″(x) = 1/x² + 1/x³ + Σₖ (2k + 1) B₂ₖ/x²ᵏ⁺² for x ≥ 12, else raised to there by
     * ψ″(x) = ψ″(x + 1) − 2/x³, all of whose terms are negative.
     *
     * <p>Source: DLMF 5.15.9 with n = 2 (expansion), 5.15.5 (recurrence).
     *
     * <p>Error: relative error at most 8e-16 for all positive finite doubles whose result is normal; −∞ only where 2/x³
     * overflows.
     *
     * @param x the argument, positive and finite
     * @return ψ″(x) ≤ 0 (0 only by underflow), or NaN if x is not positive and finite
     */
    public static double tetragamma(double x) {
        if (!(x > 0 && x <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        int shifts = shifts(x);
        double r = 1 / (x + shifts);
        double r2 = r * r;
        double sum = Math.fma(r2, Math.fma(Stirling.polynomial(TETRAGAMMA, r2), r2, r), r2);
        for (int n = shifts - 1; n >= 0; n--) {
            double t = 1 / (x + n);
            sum = Math.fma(2 * t, t * t, sum);
        }
        return -sum;
    }

    private static int shifts(double x) {
        return x < LARGE ? (int) Math.ceil(LARGE - x) : 0;
    }

    /**
     * The inverse digamma function: the x &gt; 0 with ψ(x) = y.
     *
     * <p>Formula: Newton's iteration from x = 1/log(1 + e⁻ʸ), which is below the solution; since ψ is increasing and
     * concave the iterates then increase to it. Where ψ(x) is large it is solved in the form
     * log(x/eʸ) = log x − ψ(x), whose right side is small, so that the error of ψ(x) is not magnified by ψ(x).
     *
     * <p>Source: N. Batir, Some new inequalities for gamma and polygamma functions, J. Inequal. Pure Appl. Math. 6
     * (2005) 103 (the lower bound, ψ(x) &lt; −log(e^(1/x) − 1)).
     *
     * <p>Error: relative error at most 6e-16 for every finite y whose result is a normal number; +∞ only where the
     * solution overflows (y &gt; 709.78…).
     *
     * @param y the value of ψ, finite
     * @return ψ⁻¹(y), or NaN if y is not finite
     */
    public static double inverseDigamma(double y) {
        if (!(Math.abs(y) <= Double.MAX_VALUE)) {
            return Double.NaN;
        }
        if (y < -1e17) {
            // ψ(x) = −1/x − γ + O(x), and γ is below the rounding of y.
            return -1 / y;
        }
        double exp = Math.exp(y);
        if (exp == Double.POSITIVE_INFINITY) {
            return exp;
        }
        double x = y > 40 ? exp + 0.5 : 1 / Logistic.log1pexp(-y);
        for (int i = 0; i < 8; i++) {
            double residual = y > 1 ? Math.log1p((x - exp) / exp) + GammaRemainder.derivative(x) : digamma(x) - y;
            double step =
                    y > 1 ? residual / (1 + x * GammaRemainder.secondDerivative(x)) : residual / (x * trigamma(x));
            x -= x * step;
            // Quadratic convergence: the next step would be of the order of step².
            if (!(Math.abs(step) > 1e-9)) {
                break;
            }
        }
        return x;
    }
}
