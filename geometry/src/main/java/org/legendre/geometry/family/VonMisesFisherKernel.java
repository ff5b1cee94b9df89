package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.apache.commons.numbers.gamma.LogGamma;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.BesselRatio;
import org.legendre.geometry.special.NormalizedBesselDivergence;

/**
 * Two von Mises–Fisher distributions as their divergences see them: the concentrations a and b, and the angle between the mean directions by its
 * versine w = 1 − cos and vercosine v = 1 + cos, one of which always is known to full relative accuracy.
 *
 * @param order ν = d/2 − 1
 * @param a the concentration of p
 * @param b the concentration of q
 * @param versine w
 * @param vercosine v
 */
record VonMisesFisherKernel(double order, double a, double b, double versine, double vercosine) {
    private static final double LOG_PI = 1.1447298858494002;

    private static final double LOG_2 = 0.6931471805599453;

    /** KL(p‖q) = D(b, a) + A(a) b w, D the Bregman divergence of the log-partition as a function of the concentration: two terms ≥ 0. */
    double kl() {
        return bregman(b, b - a, b * versine);
    }

    /** D_ψ(θ, θ_p) for a θ of length c = a + d with c (1 − cos) = lift. */
    private double bregman(double c, double d, double lift) {
        return NormalizedBesselDivergence.bregman(order, c, a, d) + BesselRatio.value(order, a) * lift;
    }

    /**
     * αψ(θ_p) + (1−α)ψ(θ_q) − ψ(m), m = αθ_p + (1−α)θ_q. Inside [0, 1], with c = αa + (1−α)b ≥ ‖m‖, it is the Jensen divergence of a and b plus
     * log Λ(c) − log Λ(‖m‖) ≥ 0. Beyond, it is −D_ψ(m, θ_p) − (α−1) D_ψ(θ_q, θ_p), or the like with p and q exchanged.
     */
    double skewedJensen(double alpha) {
        DomainException.requireFinite("α", alpha);
        if (alpha < 0) {
            return new VonMisesFisherKernel(order, b, a, versine, vercosine).beyond(-alpha);
        }
        return alpha > 1 ? beyond(alpha - 1) : between(alpha, 1 - alpha);
    }

    private double between(double alpha, double beta) {
        double x = alpha * a;
        double y = beta * b;
        double c = x + y;
        if (c == 0) {
            return 0;
        }
        double length = Math.hypot(x - y, Math.sqrt(2 * vercosine) * (Math.sqrt(x) * Math.sqrt(y)));
        double deficit = 2 * versine * (x / (c + length)) * y;
        return NormalizedBesselDivergence.jensen(order, a, b, alpha, beta)
                + NormalizedBesselDivergence.bregman(order, c, length, deficit)
                + BesselRatio.value(order, length) * deficit;
    }

    /** m = θ_p + e (θ_p − θ_q) is a + gain along θ_p and offset across it. */
    private double beyond(double excess) {
        if (excess == 0) {
            return 0;
        }
        double gain = excess * ((a - b) + b * versine);
        double offset = excess * b * Math.sqrt(versine * vercosine);
        double along = a + gain;
        double length = Math.hypot(along, offset);
        double sum = length + a;
        double d = sum == 0 ? 0 : gain * ((a + along) / sum) + offset * (offset / sum);
        double lift = along > 0 ? offset * (offset / (length + along)) : length - along;
        return 0 - bregman(length, d, lift) - excess * kl();
    }

    /** The logarithm of the area 2π^(d/2)/Γ(d/2) of the unit sphere of ℝᵈ. */
    static double logArea(int dimension) {
        return LOG_2 + 0.5 * dimension * LOG_PI - LogGamma.value(0.5 * dimension);
    }

    /** log area − (κA(κ) − ψ(κ)), the latter the divergence from the uniform distribution. */
    static double entropy(int dimension, double kappa) {
        return logArea(dimension) - NormalizedBesselDivergence.bregman(0.5 * dimension - 1, 0, kappa);
    }

    /**
     * A draw of 1 − ⟨x, m⟩. Rejection from the projected Cauchy distribution, written in this difference, which loses nothing for large κ: G.
     * Ulrich, Computer generation of distributions on the m-sphere, Appl. Statist. 33 (1984), corrected by A. T. A. Wood, Simulation of the von
     * Mises–Fisher distribution, Commun. Statist. Simul. 23 (1994); for d = 2 it is that of D. J. Best and N. I. Fisher, Efficient simulation of
     * the von Mises distribution, Appl. Statist. 28 (1979).
     */
    static double sampleVersine(int dimension, double kappa, RandomGenerator random) {
        double m = dimension - 1;
        double b = m / (2 * kappa + Math.hypot(2 * kappa, m));
        double x = (1 - b) / (1 + b);
        double y = 2 * b / (1 + b);
        while (true) {
            double g = GammaKernel.sample(0.5 * m, random);
            double h = GammaKernel.sample(0.5 * m, random);
            double w = 2 * b * (g / (h + b * g));
            double log = kappa * (y - w) + m * Math.log((y + x * w) / (y * (1 + x)));
            if (log >= Math.log(1 - random.nextDouble())) {
                return w;
            }
        }
    }
}
