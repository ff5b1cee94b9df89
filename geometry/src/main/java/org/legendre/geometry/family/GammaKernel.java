package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/** Density, divergence, draws and the shape equation of the gamma distribution. */
final class GammaKernel {
    /** A solved shape reproduces its equation to this relative residual. */
    private static final double CERTIFIED = 1e-14;

    private GammaKernel() {}

    /** log p(x) = −(a log(a/bx) − a + bx) − g(a) − log x: no large terms cancel (Loader 2000). */
    static double logDensity(double x, double shape, double rate) {
        return -deviance(shape, rate, x, false) - GammaRemainder.value(shape) - Math.log(x);
    }

    /** The same of 1/x, with respect to dx. */
    static double inverseLogDensity(double x, double shape, double scale) {
        return -deviance(shape, scale, x, true) - GammaRemainder.value(shape) - Math.log(x);
    }

    /** a log(a/s) − a + s with s = bx or, inversely, s = b/x. */
    private static double deviance(double shape, double b, double x, boolean inverse) {
        double scaled = inverse ? b / x : b * x;
        if (scaled == Double.POSITIVE_INFINITY) {
            double r = inverse ? b / shape / x : x / shape * b;
            return r <= Double.MAX_VALUE ? shape * Logs.xm1mlogx(r) : r;
        }
        if (scaled >= Double.MIN_NORMAL) {
            return Logs.relativeEntropyTerm(shape, scaled);
        }
        double logX = inverse ? -Math.log(x) : Math.log(x);
        return scaled + shape * (Math.log(shape) - Math.log(b) - logX - 1);
    }

    /** a_q (r − 1 − log r), r = a_p b_q/(a_q b_p). Where r is near 1, r − 1 comes from a difference of products. */
    static double scaleDivergence(Gamma p, Gamma q) {
        double shapes = p.shape() / q.shape();
        double rates = q.rate() / p.rate();
        boolean inRange = Math.min(shapes, rates) >= Double.MIN_NORMAL && Math.max(shapes, rates) <= Double.MAX_VALUE;
        double r = inRange
                ? shapes * rates
                : Math.exp(Logs.logRatio(p.shape(), q.shape()) + Logs.logRatio(q.rate(), p.rate()));
        if (r >= 0.5 && r <= 2) {
            // The exponents apart, so that no product leaves the range; k is small because r is near 1.
            int k = Math.getExponent(p.shape())
                    + Math.getExponent(q.rate())
                    - Math.getExponent(q.shape())
                    - Math.getExponent(p.rate());
            double denominator = significand(q.shape()) * significand(p.rate());
            double difference = Sums.differenceOfProducts(
                    Math.scalb(significand(p.shape()), k),
                    significand(q.rate()),
                    significand(q.shape()),
                    significand(p.rate()));
            return 0 - q.shape() * Logs.log1pmx(difference / denominator);
        }
        double log = Double.MIN_NORMAL <= Math.min(shapes, Math.min(rates, r)) && r <= Double.MAX_VALUE
                ? Math.log(r)
                : Logs.logRatio(p.shape(), q.shape()) + Logs.logRatio(q.rate(), p.rate());
        return q.shape() * (r - 1 - log);
    }

    /**
     * αD(p, m) + (1−α)D(q, m) with the mean m of the parameters, or −D(c, p) − (α−1)D(q, p) with c = αp + (1−α)q for α &gt; 1. D(x, m) is
     * x_a φ(r − 1) + B_g(x_a, m_a), where r − 1 is a multiple of C = a_p b_q − a_q b_p.
     */
    static double skewedJensen(Gamma p, Gamma q, double alpha) {
        double remainder = GammaRemainder.skewedJensen(p.shape(), q.shape(), p.shape() - q.shape(), alpha);
        if (alpha < 0) {
            return beyond(q, p, -alpha, remainder);
        }
        if (alpha > 1) {
            return beyond(p, q, alpha - 1, remainder);
        }
        if (alpha == 0 || alpha == 1) {
            return 0;
        }
        double beta = 1 - alpha;
        double shape = alpha * p.shape() + beta * q.shape();
        double rate = alpha * p.rate() + beta * q.rate();
        double cross = cross(p, q, rate);
        return alpha * scaleTerm(p.shape(), p.rate(), shape, rate, -beta * cross)
                + beta * scaleTerm(q.shape(), q.rate(), shape, rate, alpha * cross)
                + remainder;
    }

    /** Of weight α = 1 + excess. */
    private static double beyond(Gamma p, Gamma q, double excess, double remainder) {
        double shape = Math.fma(excess, p.shape() - q.shape(), p.shape());
        double rate = Math.fma(excess, p.rate() - q.rate(), p.rate());
        if (!(shape > 0 && rate > 0)) {
            return Double.NEGATIVE_INFINITY;
        }
        double cross = cross(p, q, p.rate());
        return remainder
                - scaleTerm(shape, rate, p.shape(), p.rate(), -excess * cross)
                - excess * scaleTerm(q.shape(), q.rate(), p.shape(), p.rate(), cross);
    }

    /** (a_p b_q − a_q b_p)/b, the rates scaled by a power of two so that products stay in range. */
    private static double cross(Gamma p, Gamma q, double rate) {
        int k = -Math.getExponent(rate);
        return Sums.differenceOfProducts(p.shape(), Math.scalb(q.rate(), k), q.shape(), Math.scalb(p.rate(), k))
                / Math.scalb(rate, k);
    }

    /** a log(a/c) − a + c for c = a (mean shape/mean rate)/(a/b), where c − a is given. */
    private static double scaleTerm(double a, double b, double meanShape, double meanRate, double difference) {
        return Logs.relativeEntropyTerm(a, meanShape * (b / meanRate), difference);
    }

    private static double significand(double x) {
        return Math.scalb(x, -Math.getExponent(x));
    }

    /**
     * The shape a with log a − digamma(a) = s, s &gt; 0, by Newton's iteration on the logarithms of both: there the curve is nearly straight, its
     * slope between −1 and the like of it, and 1/(2s) &lt; a &lt; 1/s guards the steps (H. Alzer, Math. Comp. 66 (1997): 1/(2a) &lt; log a −
     * digamma(a) &lt; 1/a).
     */
    static double shape(double gap) {
        DomainException.requirePositive("log η₂ − η₁", gap);
        double lower = 0.5 / gap;
        double upper = 1 / gap;
        double shape = DomainException.requirePositive("shape, about", lower * (1 + 2 * gap) / (1 + gap));
        if (gap > 1e17 || gap == Double.POSITIVE_INFINITY) {
            return upper;
        }
        for (int i = 0; i < 60; i++) {
            double value = -GammaRemainder.derivative(shape);
            double residual = Logs.logRatio(value, gap);
            if (Math.abs(residual) <= 2 * Math.ulp(1.0)) {
                return shape;
            }
            double slope = -shape * (GammaRemainder.secondDerivative(shape) / value);
            double next = Math.min(upper, Math.max(lower, shape * Math.exp(-residual / slope)));
            if (next == shape || (i >= 8 && Math.abs(residual) <= CERTIFIED)) {
                return certified(shape, residual, gap);
            }
            shape = next;
        }
        throw new ConvergenceException("log a − digamma(a) = " + gap + " was not solved by a = " + shape, CERTIFIED);
    }

    private static double certified(double shape, double residual, double gap) {
        if (!(Math.abs(residual) <= CERTIFIED)) {
            throw new ConvergenceException(
                    "log a − digamma(a) = " + gap + " was not solved: the steps vanish at a = " + shape, residual);
        }
        return shape;
    }

    /**
     * A draw of rate 1 and shape a ≥ 1: G. Marsaglia and W. W. Tsang, A simple method for generating gamma variables, ACM Trans. Math. Softw. 26
     * (2000). For a &lt; 1, exp of {@link #sampleLog}.
     */
    static double sample(double shape, RandomGenerator random) {
        if (shape < 1) {
            return Math.exp(sampleLog(shape, random));
        }
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = random.nextGaussian();
            double root = 1 + c * x;
            if (!(root > 0)) {
                continue;
            }
            double v = root * root * root;
            if (Math.log(1 - random.nextDouble()) < 0.5 * x * x + d * (1 - v + 3 * Math.log1p(c * x))) {
                return d * v;
            }
        }
    }

    /** The logarithm of a draw of rate 1; for a &lt; 1 by their boost X_a = X_{a+1} U^(1/a), −log U/a being exponential: nothing underflows. */
    static double sampleLog(double shape, RandomGenerator random) {
        return shape < 1
                ? Math.log(sample(shape + 1, random)) - random.nextExponential() / shape
                : Math.log(sample(shape, random));
    }
}
