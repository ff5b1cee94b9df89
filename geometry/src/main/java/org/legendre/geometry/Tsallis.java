package org.legendre.geometry;

import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Powers;

/**
 * The Tsallis entropy of order q &lt; 1 as a convex function, φ(x) = Σ (xᵢ^q − 1)/(q(q − 1)), −Σ log xᵢ for q = 0, on the positive orthant; ∇φ(x) =
 * x^(q−1)/(q − 1). Made by {@link Potentials#tsallis}.
 */
public final class Tsallis extends SeparablePotential {
    /** Logarithms of ratios from which on one term of a divergence outweighs the others. */
    private static final double FAR = 10;

    /** The logarithm of what is greater than all numbers of binary64, even if nearly all of it is taken off. */
    private static final double BEYOND = 720;

    private final double q;

    Tsallis(int n, double q) {
        super(Domain.positive(n));
        if (!(q < 1 && q > Double.NEGATIVE_INFINITY)) {
            throw new DomainException(
                    "order q",
                    q,
                    "a finite number < 1: from 1 on φ is not steep at 0, or is the negative entropy itself (q = 1)");
        }
        this.q = q;
    }

    /**
     * The order.
     *
     * @return q &lt; 1
     */
    public double order() {
        return q;
    }

    /** (x^q − 1)/q, log x for q = 0 (Box and Cox 1964). */
    private static double power(double log, double x, double q) {
        double t = q * log;
        if (Math.abs(t) > 0.5) {
            return (Math.pow(x, q) - 1) / q;
        }
        return t == 0 ? log : log * (Math.expm1(t) / t);
    }

    @Override
    public double value(int i, double x) {
        return power(Math.log(x), x, q) / (q - 1);
    }

    @Override
    public double derivative(int i, double x) {
        return Math.pow(x, q - 1) / (q - 1);
    }

    @Override
    public double second(int i, double x) {
        return Math.pow(x, q - 2);
    }

    @Override
    public double third(int i, double x) {
        return (q - 2) * Math.pow(x, q - 3);
    }

    /** {@inheritDoc} It is b^q {@link Powers#bregmanTerm(double, double, double) β(a, b, q)}. */
    @Override
    public double divergence(int i, double a, double b) {
        double value = Math.pow(b, q) * Powers.bregmanTerm(a, b, q);
        if (a == b || isNormal(value)) {
            return value;
        }
        return overflows(a, b, q) ? Double.POSITIVE_INFINITY : super.divergence(i, a, b);
    }

    @Override
    public String toString() {
        return "the Tsallis entropy of order " + q;
    }

    /** Whether neither of two factors has left the range, where their product need not. */
    private static boolean isNormal(double product) {
        return product >= Double.MIN_NORMAL && product <= Double.MAX_VALUE;
    }

    /** Whether one of the terms a bᵏ⁻¹/(1−k) and aᵏ/(k(k−1)) of the divergence of numbers far apart is out of range, with nothing near it to cancel. */
    private static boolean overflows(double a, double b, double k) {
        double ratio = Logs.logRatio(a, b);
        double first = Math.log(a) + (k - 1) * Math.log(b) - Math.log1p(-k);
        double second = k < 0 ? k * Math.log(a) - Math.log(k * (k - 1)) : 0;
        return Math.abs(ratio) > FAR && Math.max(first, second) > BEYOND;
    }

    /** φ*(y) = Σ (xᵢ^q − 1)/q − 1/(1−q) with xᵢ = (−(1−q)yᵢ)^(−1/(1−q)), on the negative orthant. */
    static final class Conjugate extends SeparablePotential {
        private final double q;

        Conjugate(int n, double q) {
            super(Domain.negative(n));
            this.q = q;
        }

        @Override
        public double value(int i, double y) {
            double log = Math.log((q - 1) * y) / (q - 1);
            return power(log, derivative(i, y), q) - 1 / (1 - q);
        }

        @Override
        public double derivative(int i, double y) {
            return Math.pow((q - 1) * y, 1 / (q - 1));
        }

        @Override
        public double second(int i, double y) {
            return Math.pow((q - 1) * y, (2 - q) / (q - 1));
        }

        @Override
        public double third(int i, double y) {
            return (2 - q) * Math.pow((q - 1) * y, (3 - 2 * q) / (q - 1));
        }

        /** {@inheritDoc} It is s^k β(a, b, k)/(1−q)² with k = q/(q−1) and s = (q−1)b, for φ* = (sᵏ − 1)/q − 1/(1−q). */
        @Override
        public double divergence(int i, double a, double b) {
            double k = q / (q - 1);
            double value = Math.pow((q - 1) * b, k) * Powers.bregmanTerm(-a, -b, k) / (1 - q) / (1 - q);
            if (a == b || isNormal(value)) {
                return value;
            }
            return overflows((q - 1) * a, (q - 1) * b, k) ? Double.POSITIVE_INFINITY : super.divergence(i, a, b);
        }
    }
}
