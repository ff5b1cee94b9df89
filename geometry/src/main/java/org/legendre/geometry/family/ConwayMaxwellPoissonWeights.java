package org.legendre.geometry.family;

import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;

/**
 * The weights e^(θ₁x)/(x!)^ν relative to that of an anchor x₀ next to their mode m = e^(θ₁/ν), and log x! relative to a line through the anchor:
 * b(d) = log x! − log x₀! − Ld with d = x − x₀ is convex and without large terms.
 */
abstract class ConwayMaxwellPoissonWeights {
    private static final double HUGE = 30;

    private final double anchor;
    private final double rise;
    private final double logAnchor;

    ConwayMaxwellPoissonWeights(double anchor, double rise, double logAnchor) {
        this.anchor = anchor;
        this.rise = rise;
        this.logAnchor = logAnchor;
    }

    /** e^(θ₁/ν), the rounding of the quotient made good. */
    static double mode(double theta, double nu) {
        double log = theta / nu;
        double exp = Math.exp(log);
        return exp > 0 && exp <= Double.MAX_VALUE ? exp * (1 + Math.fma(-log, nu, theta) / nu) : exp;
    }

    /** Anchored at the real mode m itself, a large number: L = log m. */
    static ConwayMaxwellPoissonWeights atMode(double theta, double nu) {
        double m = mode(theta, nu);
        double logAnchor = nu * (m - BinomialKernel.stirling(m));
        return new ConwayMaxwellPoissonTangent(nu, m, true, theta / nu, 0, logAnchor);
    }

    /**
     * Anchored at the count ⌊m⌋: by the chord to a neighbour if m + 1 ≤ ν, where few counts matter; else L = digamma(x₀ + 1), or at 0 for m below 2,
     * unless λ is huge: b is log x! itself and L = 0.
     */
    static ConwayMaxwellPoissonWeights atCount(double theta, double nu) {
        double m = mode(theta, nu);
        double x = Math.floor(m);
        if (m + 1 <= nu) {
            return new ConwayMaxwellPoissonChord(theta, nu, m, x <= 1 ? x * theta : logAnchor(nu, m, x));
        }
        if (m < 2 && theta <= HUGE) {
            return new ConwayMaxwellPoissonTangent(nu, 0, false, 0, theta, 0);
        }
        double remainder = GammaRemainder.derivative(x + 1);
        double slope = nu * (Logs.logRatio(m, x + 1) - remainder);
        return new ConwayMaxwellPoissonTangent(nu, x, false, Math.log(x + 1) + remainder, slope, logAnchor(nu, m, x));
    }

    private static double logAnchor(double nu, double m, double x) {
        return nu * (x * Logs.logRatio(m, x) + (x - BinomialKernel.stirling(x)));
    }

    final double anchor() {
        return anchor;
    }

    /** L. */
    final double rise() {
        return rise;
    }

    /** log(e^(θ₁x₀)/(x₀!)^ν). */
    final double logAnchor() {
        return logAnchor;
    }

    /** log w at x = x₀ + d. */
    abstract double log(double x, double d);

    /** b = log x! − log x₀! − Ld. */
    abstract double bend(double x, double d);

    /** log x! − log x₀! less its tangent at x₀, whose slope is digamma(x₀ + 1): a Bregman divergence of log Γ. */
    static double aboveTangent(double anchor, double x, double d) {
        return GammaRemainder.bregman(x + 1, anchor + 1, d) - PoissonKernel.deviance(x + 1, -d, anchor + 1);
    }
}
