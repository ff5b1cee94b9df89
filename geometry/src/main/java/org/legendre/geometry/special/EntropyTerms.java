package org.legendre.geometry.special;

/** Terms of entropies and divergences between numbers that are known by their logarithms, all nonnegative and free of cancellation. */
public final class EntropyTerms {

    /** Up to here eˣ does not overflow, and beyond, 1 is nothing to it. */
    private static final double LARGE = 700;

    /** 1/(n(2n − 1)), n = 1, 2, …: the coefficients of w²ⁿ⁻² in ((1 + w) log(1 + w) + (1 − w) log(1 − w))/w². */
    private static final double[] EVEN = new double[16];

    static {
        for (int n = 1; n <= EVEN.length; n++) {
            EVEN[n - 1] = 1.0 / (n * (2 * n - 1));
        }
    }

    private EntropyTerms() {}

    /**
     * eˣ − 1 − x ≥ 0.
     *
     * <p>Formula: w − log(1 + w) with w = eˣ − 1 for |x| ≤ ½; the direct formula elsewhere.
     *
     * <p>Source: elementary, with {@link Logs#log1pmx}.
     *
     * <p>Error: relative error at most 4e-15 where the result is a normal number.
     *
     * @param x the exponent
     * @return eˣ − 1 − x; +∞ where it overflows and for x = ±∞; NaN for NaN
     */
    public static double expm1mx(double x) {
        double w = Math.expm1(x);
        if (Math.abs(x) <= 0.5) {
            return 0 - Logs.log1pmx(w);
        }
        return x == Double.POSITIVE_INFINITY ? x : w - x;
    }

    /**
     * (eˣ − 1)/c, without overflow of eˣ where the quotient does not.
     *
     * <p>Formula: by expm1 for x ≤ 700; e^(x/2)/c · e^(x/2) beyond.
     *
     * <p>Source: elementary.
     *
     * <p>Error: relative error at most 1e-15, besides |x| times that of the rounded x itself if x is large.
     *
     * @param x the exponent
     * @param c the divisor, finite and not 0
     * @return the quotient; ±∞ where it overflows, never −0
     */
    public static double expm1Over(double x, double c) {
        if (x <= LARGE) {
            return Math.expm1(x) / c + 0.0;
        }
        double root = Math.exp(0.5 * x);
        return root / c * root;
    }

    /**
     * The term p log(p/q) − p + q ≥ 0 of two densities known by their logarithms.
     *
     * <p>Formula: p (eᶜ − 1 − c) with c = log q − log p for c ≤ 30; else q − p (c + 1).
     *
     * <p>Source: as {@link Logs#relativeEntropyTerm}.
     *
     * <p>Error: relative error of {@link #expm1mx} at c, besides that of the rounded c itself.
     *
     * @param logP log p; −∞ for p = 0
     * @param logQ log q; −∞ for q = 0
     * @return the term; q for p = 0, +∞ for p &gt; 0 = q, NaN for NaN
     */
    public static double relativeEntropyTerm(double logP, double logQ) {
        double q = Math.exp(logQ);
        if (logP == Double.NEGATIVE_INFINITY) {
            return q;
        }
        if (logQ == Double.NEGATIVE_INFINITY) {
            return Double.POSITIVE_INFINITY;
        }
        double p = Math.exp(logP);
        double c = logQ - logP;
        return c <= 30 ? p * expm1mx(c) : q - p * (c + 1);
    }

    /**
     * ½ (1 + w) log(1 + w) + ½ (1 − w) log(1 − w): what two masses m(1 ± w) add to the Jensen–Shannon divergence for each unit of their
     * mean m. It is log 2 less the binary entropy of (1 + w)/2.
     *
     * <p>Formula: ½ Σₙ w²ⁿ/(n(2n − 1)) for |w| ≤ 0.3; else the direct formula.
     *
     * <p>Source: J. Lin, Divergence measures based on the Shannon entropy, IEEE Trans. Inf. Theory 37 (1991), equation 4.1; the series is that
     * of log(1 ± w).
     *
     * <p>Error: relative error at most 3e-15.
     *
     * @param w the contrast (p − q)/(p + q), in [−1, 1]
     * @return a value in [0, log 2], NaN outside
     */
    public static double jensenShannon(double w) {
        double v = Math.abs(w);
        if (v <= 0.3) {
            return 0.5 * v * v * Stirling.polynomial(EVEN, v * v);
        }
        double down = v == 1 ? 0 : (1 - v) * Math.log1p(-v);
        return 0.5 * ((1 + v) * Math.log1p(v) + down);
    }

    /**
     * The binary entropy −a log a − (1 − a) log(1 − a) of a = 1/(1 + eˣ), in nats.
     *
     * <p>Formula: a log(1 + eˣ) + (1 − a) log(1 + e⁻ˣ), two nonnegative terms.
     *
     * <p>Source: T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), equation 2.5.
     *
     * <p>Error: relative error at most 2e-15 where the result is a normal number.
     *
     * @param x the log-odds; its sign does not matter
     * @return a value in [0, log 2]
     */
    public static double binaryEntropy(double x) {
        double v = Math.abs(x);
        if (v == Double.POSITIVE_INFINITY) {
            return 0;
        }
        // log(1 + eᵛ) = v + log(1 + e⁻ᵛ), and the two weights sum to 1.
        return Logistic.logistic(-v) * v + Logistic.log1pexp(-v);
    }
}
