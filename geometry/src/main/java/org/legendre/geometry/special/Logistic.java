package org.legendre.geometry.special;

/**
 * The logistic function, its inverse and its antiderivative: the maps of the Bernoulli family, without overflow and
 * without cancellation.
 */
public final class Logistic {

    private Logistic() {}

    /**
     * The logistic function 1/(1 + e⁻ˣ).
     *
     * <p>Formula: 1/(1 + e⁻ˣ) for x ≥ 0, eˣ/(1 + eˣ) for x &lt; 0.
     *
     * <p>Source: elementary.
     *
     * <p>Error: relative error at most 5e-16 where the result is a normal number.
     *
     * @param x the log-odds (nats)
     * @return the probability; 0 and 1 at ∓∞; NaN for NaN
     */
    public static double logistic(double x) {
        if (x < 0) {
            double e = Math.exp(x);
            return e / (1 + e);
        }
        return 1 / (1 + Math.exp(-x));
    }

    /**
     * The log-odds log(p/(1 − p)), inverse of {@link #logistic}.
     *
     * <p>Formula: log(1 + (2p − 1)/(1 − p)) for ¼ ≤ p ≤ ¾, where 2p − 1 is exact; else the logarithm of the odds.
     *
     * <p>Source: elementary, with Sterbenz's lemma.
     *
     * <p>Error: relative error at most 6e-16 for all p in (0, 1), at the root ½ too.
     *
     * @param p the probability, in [0, 1]
     * @return log(p/(1 − p)), −∞ for 0 and +∞ for 1, or NaN if p is outside [0, 1]
     */
    public static double logit(double p) {
        if (!(p >= 0 && p <= 1)) {
            return Double.NaN;
        }
        if (p >= 0.25 && p <= 0.75) {
            return Math.log1p((2 * p - 1) / (1 - p));
        }
        return Math.log(p / (1 - p));
    }

    /**
     * log(1 + eˣ), the log-partition of the Bernoulli law (softplus).
     *
     * <p>Formula: log(1 + eˣ) for x ≤ 18, else x + e⁻ˣ.
     *
     * <p>Source: Mächler, Accurately computing log(1 − exp(−|a|)) (2012), equation 10.
     *
     * <p>Error: relative error at most 5e-16 where the result is a normal number.
     *
     * @param x the log-odds (nats)
     * @return log(1 + eˣ); 0 at −∞, +∞ at +∞, NaN for NaN
     */
    public static double log1pexp(double x) {
        return x <= 18 ? Math.log1p(Math.exp(x)) : x + Math.exp(-x);
    }
}
