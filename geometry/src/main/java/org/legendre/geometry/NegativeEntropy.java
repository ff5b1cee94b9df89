package org.legendre.geometry;

import org.legendre.geometry.special.Logs;

/**
 * The negative entropy φ(x) = Σ xᵢ log xᵢ − xᵢ on the positive orthant, in nats; ∇φ(x) = log x. Made by {@link Potentials#negativeEntropy}.
 *
 * <p>Source: A. Beck and M. Teboulle, Mirror descent and nonlinear projected subgradient methods, Oper. Res. Lett. 31 (2003), §5.
 */
public final class NegativeEntropy extends SeparablePotential {
    NegativeEntropy(int n) {
        super(Domain.positive(n));
    }

    @Override
    public double value(int i, double x) {
        return x * (Math.log(x) - 1);
    }

    @Override
    public double derivative(int i, double x) {
        return Math.log(x);
    }

    @Override
    public double second(int i, double x) {
        return 1 / x;
    }

    @Override
    public double third(int i, double x) {
        return -1 / x / x;
    }

    @Override
    public double divergence(int i, double a, double b) {
        return Logs.relativeEntropyTerm(a, b);
    }

    @Override
    public String toString() {
        return "the negative entropy";
    }

    /** φ*(y) = Σ exp yᵢ on ℝⁿ. */
    static final class Conjugate extends SeparablePotential {
        Conjugate(int n) {
            super(Domain.reals(n));
        }

        @Override
        public double value(int i, double y) {
            return Math.exp(y);
        }

        @Override
        public double derivative(int i, double y) {
            return Math.exp(y);
        }

        @Override
        public double second(int i, double y) {
            return Math.exp(y);
        }

        @Override
        public double third(int i, double y) {
            return Math.exp(y);
        }
    }
}
