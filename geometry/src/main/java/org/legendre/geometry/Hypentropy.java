package org.legendre.geometry;

import org.legendre.geometry.special.EntropyTerms;

/**
 * The hyperbolic entropy φ(x) = Σ xᵢ arsinh(xᵢ/β) − √(xᵢ² + β²) on ℝⁿ; ∇φ(x) = arsinh(x/β). Made by {@link Potentials#hypentropy}.
 *
 * <p>Source: U. Ghai, E. Hazan and Y. Singer, Exponentiated gradient meets gradient descent, ALT 2020.
 */
public final class Hypentropy extends SeparablePotential {
    private final double beta;

    Hypentropy(int n, double beta) {
        super(Domain.reals(n));
        this.beta = DomainException.requirePositive("β", beta);
    }

    /**
     * The scale β: between the squared norm (β → ∞) and the two-sided entropy (β → 0).
     *
     * @return β
     */
    public double beta() {
        return beta;
    }

    /** arsinh t, odd. */
    private static double arsinh(double t) {
        double s = Math.abs(t);
        double value = s > 1e8 ? Math.log(s) + Math.log(2) : Math.log1p(s + s * (s / (1 + Math.hypot(1, s))));
        return Math.copySign(value, t);
    }

    @Override
    public double value(int i, double x) {
        return x * arsinh(x / beta) - Math.hypot(x, beta);
    }

    @Override
    public double derivative(int i, double x) {
        return arsinh(x / beta);
    }

    @Override
    public double second(int i, double x) {
        return 1 / Math.hypot(x, beta);
    }

    @Override
    public double third(int i, double x) {
        double r = Math.hypot(x, beta);
        return -(x / r) / r / r;
    }

    /** {@inheritDoc} With δ = φ′(b) − φ′(a) it is ½(r+a)(e^δ − 1 − δ) + ½(r−a)(e^−δ − 1 + δ), r = √(a² + β²). */
    @Override
    public double divergence(int i, double a, double b) {
        double r = Math.hypot(a, beta);
        double s = Math.hypot(b, beta);
        // arsinh s − arsinh t = arsinh(s√(1+t²) − t√(1+s²)), without cancellation if s and t have one sign.
        double delta = a * b > 0
                ? arsinh((b - a) / beta * ((b + a) / (b * (r / beta) + a * (s / beta))))
                : derivative(i, b) - derivative(i, a);
        double with = 0.5 * (r + Math.abs(a));
        double against = 0.5 * beta * (beta / (r + Math.abs(a)));
        double turned = a >= 0 ? delta : -delta;
        return with * EntropyTerms.expm1mx(turned) + against * EntropyTerms.expm1mx(-turned);
    }

    @Override
    public String toString() {
        return "the hyperbolic entropy";
    }

    /** φ*(y) = β Σ cosh yᵢ on ℝⁿ. */
    static final class Conjugate extends SeparablePotential {
        private final double beta;

        Conjugate(int n, double beta) {
            super(Domain.reals(n));
            this.beta = beta;
        }

        @Override
        public double value(int i, double y) {
            return beta * Math.cosh(y);
        }

        @Override
        public double derivative(int i, double y) {
            return beta * Math.sinh(y);
        }

        @Override
        public double second(int i, double y) {
            return beta * Math.cosh(y);
        }

        @Override
        public double third(int i, double y) {
            return beta * Math.sinh(y);
        }
    }
}
