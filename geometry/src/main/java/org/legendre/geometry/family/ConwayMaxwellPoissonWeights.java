package org.legendre.geometry.family;

import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;

/**
 * The weights e^(θ₁x)/(x!)^ν relative to that of an anchor x₀ next to their mode: log w = slope·d − ν b(d), where d = x − x₀ and
 * b = log x! − log x₀! − Ld is convex, with L the rise of log x! at the anchor. No large terms cancel: b is a Bregman divergence of log Γ.
 */
final class ConwayMaxwellPoissonWeights {
    private static final double HUGE = 30;

    private final double nu;
    private final double anchor;
    private final boolean real;
    private final double rise;
    private final double slope;
    private final double logAnchor;

    private ConwayMaxwellPoissonWeights(
            double nu, double anchor, boolean real, double rise, double slope, double logAnchor) {
        this.nu = nu;
        this.anchor = anchor;
        this.real = real;
        this.rise = rise;
        this.slope = slope;
        this.logAnchor = logAnchor;
    }

    /** e^(θ₁/ν), the rounding of the quotient made good. */
    static double mode(double theta, double nu) {
        double log = theta / nu;
        double exp = Math.exp(log);
        return exp > 0 && exp <= Double.MAX_VALUE ? exp * (1 + Math.fma(-log, nu, theta) / nu) : exp;
    }

    /** Anchored at the real mode m = e^(θ₁/ν) itself, a large number: L = log m makes the slope 0. */
    static ConwayMaxwellPoissonWeights atMode(double theta, double nu) {
        double m = mode(theta, nu);
        return new ConwayMaxwellPoissonWeights(nu, m, true, theta / nu, 0, nu * (m - BinomialKernel.stirling(m)));
    }

    /** Anchored at the count ⌊m⌋: L = digamma(x₀ + 1); or at 0 for m below 2, unless λ is huge: b is log x! itself and L = 0. */
    static ConwayMaxwellPoissonWeights atCount(double theta, double nu) {
        double m = mode(theta, nu);
        if (m < 2 && theta <= HUGE) {
            return new ConwayMaxwellPoissonWeights(nu, 0, false, 0, theta, 0);
        }
        double x = Math.floor(m);
        double remainder = GammaRemainder.derivative(x + 1);
        double logAnchor = nu * (x * Logs.logRatio(m, x) + (x - BinomialKernel.stirling(x)));
        return new ConwayMaxwellPoissonWeights(
                nu, x, false, Math.log(x + 1) + remainder, nu * (Logs.logRatio(m, x + 1) - remainder), logAnchor);
    }

    double anchor() {
        return anchor;
    }

    /** L. */
    double rise() {
        return rise;
    }

    /** log(e^(θ₁x₀)/(x₀!)^ν). */
    double logAnchor() {
        return logAnchor;
    }

    /** log w at x = x₀ + d. */
    double log(double x, double d) {
        return slope * d - nu * bend(x, d);
    }

    /** b = log x! − log x₀! − Ld. */
    double bend(double x, double d) {
        if (d == 0) {
            return 0;
        }
        if (anchor == 0) {
            return LogGamma.value(x + 1);
        }
        if (real) {
            // log x! = x log x − x + log x + g(x)
            return (Math.log1p(d / anchor) + GammaRemainder.derivative(anchor) * d)
                    + (GammaRemainder.bregman(x, anchor, d) - PoissonKernel.deviance(x, -d, anchor));
        }
        return GammaRemainder.bregman(x + 1, anchor + 1, d) - PoissonKernel.deviance(x + 1, -d, anchor + 1);
    }
}
