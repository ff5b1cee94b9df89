package org.legendre.geometry.special;

import java.util.function.DoubleUnaryOperator;

/**
 * The probability density proportional to exp(−u E(s) − v E(−s)), E(s) = eˢ − 1 − s, on the line: that of the logarithm of a generalized inverse
 * Gaussian variate about its mode, and the integrand of the modified Bessel functions of the second kind.
 *
 * <p>With u − v = ν and 4uv = x², ∫ exp(−u E(s) − v E(−s)) ds = 2 K_ν(x) e^(u + v) (v/u)^(ν/2). Means of functions of s are sums of the trapezoidal
 * rule, which for such an integrand is exact to rounding from a step of 0.6 standard deviations on: nothing is lost as long as the function
 * keeps one sign.
 *
 * <p>Source: DLMF 10.32.9 shifted to the mode; L. N. Trefethen and J. A. C. Weideman, The exponentially convergent trapezoidal rule, SIAM Review 56
 * (2014).
 */
public final class BesselWeight {
    /** From here on E(s) is eˢ less a little, and weight and eˢ may only be finite together. */
    private static final double FAR = 40;

    /** The exponent at which a sum ends. */
    private static final double END = 120;

    private final double u;
    private final double logU;
    private final double v;
    private final double logV;
    private final double step;
    private final int below;
    private final double[] weights;
    private final double total;

    private BesselWeight(double u, double logU, double v, double logV) {
        this.u = u;
        this.logU = logU;
        this.v = v;
        this.logV = logV;
        step = 0.6 / Math.sqrt(u + v + 10);
        below = nodes(-1);
        int above = nodes(1);
        weights = new double[below + above + 1];
        double sum = 0;
        // Outside in, so that small weights are not lost.
        for (int k = 0; k < weights.length; k++) {
            weights[k] = Math.exp(-exponent(node(k)));
        }
        for (int i = 0, j = weights.length - 1; i <= below || j > below; i++, j--) {
            sum += i <= below ? weights[i] : 0;
            sum += j > below ? weights[j] : 0;
        }
        total = sum;
    }

    /**
     * The density of given u and v.
     *
     * @param u the weight of E(s), positive and finite
     * @param v the weight of E(−s), positive and finite
     * @return the density
     * @throws IllegalArgumentException if a weight is not positive and finite
     */
    public static BesselWeight of(double u, double v) {
        return of(u, Math.log(u), v, Math.log(v));
    }

    /**
     * The density of u and v with their logarithms, where one of the two may underflow.
     *
     * @param u the weight of E(s), nonnegative and finite
     * @param logU its logarithm, finite
     * @param v the weight of E(−s), nonnegative and finite
     * @param logV its logarithm, finite
     * @return the density
     * @throws IllegalArgumentException if an argument is not finite or a weight negative
     */
    public static BesselWeight of(double u, double logU, double v, double logV) {
        if (!(u >= 0 && v >= 0 && u + v <= Double.MAX_VALUE && Math.abs(logU) + Math.abs(logV) <= Double.MAX_VALUE)) {
            throw new IllegalArgumentException("weights " + u + " = exp " + logU + " and " + v + " = exp " + logV);
        }
        return new BesselWeight(u, logU, v, logV);
    }

    /** How many nodes to go until nothing is left, also of the mean of e^(2|s|) and of a density of tails that fall three times more slowly. */
    private int nodes(int side) {
        int count = 0;
        while (exponent(side * (count + 1) * step) < END + 2 * (count + 1) * step) {
            count++;
        }
        return count + 1;
    }

    private double node(int k) {
        return (k - below) * step;
    }

    /**
     * u E(s) + v E(−s) ≥ 0.
     *
     * @param s a number
     * @return the exponent, +∞ where it overflows
     */
    public double exponent(double s) {
        return side(u, logU, s) + side(v, logV, -s);
    }

    private static double side(double weight, double logWeight, double s) {
        return s > FAR ? product(weight, logWeight, s) - weight * (1 + s) : weight * EntropyTerms.expm1mx(s);
    }

    /**
     * The derivative of {@link #exponent}.
     *
     * @param s a number
     * @return u (eˢ − 1) − v (e⁻ˢ − 1), of the sign of s
     */
    public double slope(double s) {
        return sideSlope(u, logU, s) - sideSlope(v, logV, -s);
    }

    private static double sideSlope(double weight, double logWeight, double s) {
        return s > FAR ? product(weight, logWeight, s) - weight : weight * Math.expm1(s);
    }

    /** weight · eˢ; the sum of logarithms would round by what the two cancel. */
    private static double product(double weight, double logWeight, double s) {
        return weight >= Double.MIN_NORMAL && s < 709 ? weight * Math.exp(s) : Math.exp(s + logWeight);
    }

    /**
     * log ∫ exp(−u E(s) − v E(−s)) ds.
     *
     * @return the logarithm, to an absolute 1e-15
     */
    public double logIntegral() {
        return Math.log(step * total);
    }

    /**
     * The mean of a function that grows no faster than e^(2|s|).
     *
     * @param f the function of s
     * @return its mean, to a relative 4e-15 if the function keeps one sign; NaN where a weight underflows and the function overflows, which
     *     takes uv &lt; 1e-300
     */
    public double mean(DoubleUnaryOperator f) {
        double sum = 0;
        double error = 0;
        for (int k = 0; k < weights.length; k++) {
            double term = weights[k] * f.applyAsDouble(node(k));
            double next = sum + term;
            error += Math.abs(sum) >= Math.abs(term) ? (sum - next) + term : (term - next) + sum;
            sum = next;
        }
        return (sum + error) / total;
    }

    /**
     * The mean of f g, where f² and g² may overflow by themselves.
     *
     * @param f a function of s that grows no faster than e^|s|
     * @param g another
     * @return E[f(s) g(s)]
     */
    public double product(DoubleUnaryOperator f, DoubleUnaryOperator g) {
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double s = node(k);
            double root = Math.exp(-0.5 * exponent(s));
            sum += root * f.applyAsDouble(s) * (root * g.applyAsDouble(s));
        }
        return sum / total;
    }

    /**
     * The mean of e^(±s).
     *
     * @param side 1 or −1, the sign
     * @return E[e^(side·s)], +∞ where it overflows
     */
    public double meanExponential(int side) {
        int end = side > 0 ? weights.length - 1 : 0;
        if (Math.abs(node(end)) < 700) {
            return mean(s -> Math.exp(side * s));
        }
        double sum = 0;
        for (int k = 0; k < weights.length; k++) {
            double s = node(k);
            sum += Math.exp(side * s - exponent(s));
        }
        return sum / total;
    }

    /**
     * The mean of s.
     *
     * @return E[s]
     */
    public double mean() {
        return mean(s -> s);
    }
}
