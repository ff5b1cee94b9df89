package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.BesselWeight;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logs;

/**
 * The measure x^(p−1) e^(−ax−b/x) dx in the coordinate s = log(x/x₀) about its mode x₀ = u/a = b/v: it is x₀ᵖ e^(−u−v) times {@link BesselWeight} with
 * u = ½(r + p), v = ½(r − p), r² = p² + 4ab.
 */
final class GeneralizedInverseGaussianKernel {
    private static volatile @Nullable GeneralizedInverseGaussianKernel latest;

    private final double order;
    private final double a;
    private final double b;
    private final double r;
    private final double logMode;
    private final double mode;
    private final BesselWeight weight;

    private GeneralizedInverseGaussianKernel(double order, double a, double b) {
        this.order = order;
        this.a = a;
        this.b = b;
        double half = Math.sqrt(a) * Math.sqrt(b);
        r = Math.hypot(order, 2 * half);
        double larger = 0.5 * (r + Math.abs(order));
        double logLarger = Math.log(larger);
        double smaller = half * (half / larger);
        double logSmaller = Math.log(a) + Math.log(b) - logLarger;
        if (order >= 0) {
            mode = larger / a;
            logMode = Logs.logRatio(larger, a);
            weight = BesselWeight.of(larger, logLarger, smaller, logSmaller);
        } else {
            mode = b / larger;
            logMode = Logs.logRatio(b, larger);
            weight = BesselWeight.of(smaller, logSmaller, larger, logLarger);
        }
    }

    /** The measure of p, a and b; remembers the latest, for density, entropy and moments are asked for of the same one. */
    static GeneralizedInverseGaussianKernel of(double order, double a, double b) {
        GeneralizedInverseGaussianKernel known = latest;
        if (known != null && known.order == order && known.a == a && known.b == b) {
            return known;
        }
        GeneralizedInverseGaussianKernel made = new GeneralizedInverseGaussianKernel(order, a, b);
        latest = made;
        return made;
    }

    double mode() {
        return mode;
    }

    BesselWeight weight() {
        return weight;
    }

    /** ψ = p log x₀ − r + log ∫ e^(−uE(s)−vE(−s)) ds. */
    double logPartition() {
        return order * logMode - r + weight.logIntegral();
    }

    /** (E[log x], E[x], E[1/x]). */
    void expectation(double[] out) {
        out[0] = logMode + weight.mean();
        out[1] = mode * weight.meanExponential(1);
        out[2] = weight.meanExponential(-1) / mode;
    }

    double logDensity(double x) {
        return -Math.log(x) - weight.exponent(Logs.logRatio(x, mode)) - weight.logIntegral();
    }

    double entropy() {
        return logMode + weight.mean() + weight.mean(weight::exponent) + weight.logIntegral();
    }

    /** ψ*(η) = −log ∫ e^(−uE(s)−vE(−s)) ds − E[uE(s) + vE(−s)]: minus the entropy relative to the base measure. */
    double negativeEntropy() {
        return -weight.mean(weight::exponent) - weight.logIntegral();
    }

    /**
     * KL(this‖q), where q − this is known in (p, a, b). With the logarithm δ(s) of the ratio of the measures it is log E_p[e^z], z = δ − E_p[δ]. Near, that
     * is log(1 + E_p[e^z − 1 − z]), on the nodes of p, which do not reach the tail of a wider q: for that one E_q[t eᵗ − eᵗ + 1] with t = log p/q, where
     * a rounding of t counts for no more than itself. Far apart the integral of the measure of q is
     * Z_q, so that it is log(Z_q/Z_p) + δ(d) − (uE(d) + vE(−d)) − E_p[δ] at the distance d of the modes, or with all but Z taken about the mode of q where
     * d is large or those terms cancel, as for a narrow p within a wide q.
     */
    double divergence(GeneralizedInverseGaussianKernel q, double order, double a, double b) {
        Scaled u = Scaled.of(a, logMode, mode);
        Scaled v = Scaled.of(b, -logMode, 1 / mode);
        double slope = order - u.value + v.value;
        double mean = weight.mean(s -> logRatio(u, v, slope, s));
        double distance = Logs.logRatio(q.mode, mode);
        double normaliser = q.weight.logIntegral() - weight.logIntegral();
        if (Math.abs(distance) < 1) {
            double there = logRatio(u, v, slope, distance);
            double own = weight.exponent(distance);
            double far = normaliser + (there - mean - own);
            if (distinct(far, Math.abs(normaliser) + Math.abs(there) + Math.abs(mean) + own)) {
                return finite(far);
            }
        }
        double other = weight.mean(s -> q.weight.exponent(s - distance));
        double own = weight.mean(weight::exponent);
        double far = normaliser + (other - own);
        if (distinct(far, Math.abs(normaliser) + other + own)) {
            return finite(far);
        }
        if (q.a < 0.8 * this.a || q.b < 0.8 * this.b) {
            return finite(
                    q.weight.mean(s -> entropyTerm(normaliser + q.weight.exponent(s) - weight.exponent(s + distance))));
        }
        return finite(Math.log1p(weight.mean(s -> EntropyTerms.expm1mx(logRatio(u, v, slope, s) - mean))));
    }

    /** t eᵗ − eᵗ + 1 ≥ 0, which is 1 at t = −∞, where the measure of p underflows. */
    private static double entropyTerm(double t) {
        return t < -750 ? 1 : t < -1 ? 1 + (t - 1) * Math.exp(t) : Math.exp(t) * EntropyTerms.expm1mx(-t);
    }

    /**
     * Whether a sum of terms of some size in all has neither cancelled nor to be compared with 1. A divergence of less than a few hundredths means
     * tails that fall at most three times more slowly: the nodes of this distribution reach them.
     */
    private static boolean distinct(double sum, double size) {
        return sum > 0.03 * size && sum > 0.03;
    }

    private static double finite(double divergence) {
        return DomainException.requireFinite("divergence of generalized inverse Gaussian distributions", divergence);
    }

    private static double logRatio(Scaled u, Scaled v, double slope, double s) {
        return slope * s - u.times(s) - v.times(-s);
    }

    /** The coefficient of e^s − 1 − s, which may underflow where the exponential overflows. */
    private record Scaled(double value, double log) {
        /** Where e^s is near overflow, and 1 + s does not count. */
        private static final double TAIL = 700;

        /** Of a rate at a mode that may be beyond the doubles. */
        static Scaled of(double rate, double logMode, double mode) {
            double log = Math.log(Math.abs(rate)) + logMode;
            boolean direct = mode >= Double.MIN_NORMAL && mode < Double.POSITIVE_INFINITY;
            double value = rate == 0 ? 0 : direct ? rate * mode : Math.copySign(Math.exp(log), rate);
            return new Scaled(value, log);
        }

        double times(double s) {
            boolean lost = s > TAIL || (s > 40 && Math.abs(value) < Double.MIN_NORMAL);
            return lost ? Math.copySign(Math.exp(log + s), value) : value * EntropyTerms.expm1mx(s);
        }
    }

    /**
     * A draw of s by rejection from a constant with exponential tails: L. Devroye, Random variate generation for the generalized inverse Gaussian
     * distribution, Stat. Comput. 24 (2014), section 4.
     */
    double sample(RandomGenerator random) {
        double right = unit(1);
        double left = unit(-1);
        double rightScale = 1 / weight.slope(right);
        double leftScale = -1 / weight.slope(-left);
        double upper = right - rightScale * weight.exponent(right);
        double lower = leftScale * weight.exponent(-left) - left;
        double width = upper - lower;
        while (true) {
            double pick = random.nextDouble() * (width + rightScale + leftScale);
            double tail = random.nextExponential();
            double x;
            double height;
            if (pick < width) {
                x = lower + width * random.nextDouble();
                height = 0;
            } else {
                x = pick < width + rightScale ? upper + rightScale * tail : lower - leftScale * tail;
                height = -tail;
            }
            if (height - random.nextExponential() <= -weight.exponent(x)) {
                return x;
            }
        }
    }

    /** A distance to the side at which the exponent, convex and 0 at 0, is between ½ and 2. */
    private double unit(int side) {
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double t = 1 / Math.sqrt(r + 1);
        while (true) {
            double exponent = weight.exponent(side * t);
            if (exponent >= 0.5 && exponent <= 2) {
                return t;
            }
            if (exponent > 2) {
                high = t;
            } else {
                low = t;
            }
            t = high == Double.POSITIVE_INFINITY ? 2 * t : 0.5 * (low + high);
        }
    }
}
