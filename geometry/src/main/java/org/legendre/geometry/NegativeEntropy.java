package org.legendre.geometry;

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
    double value(double x) {
        return x * (Math.log(x) - 1);
    }

    @Override
    double derivative(double x) {
        return Math.log(x);
    }

    @Override
    double second(double x) {
        return 1 / x;
    }

    @Override
    double third(double x) {
        return -1 / x / x;
    }

    /** φ*(y) = Σ exp yᵢ on ℝⁿ. */
    static final class Conjugate extends SeparablePotential {
        Conjugate(int n) {
            super(Domain.reals(n));
        }

        @Override
        double value(double y) {
            return Math.exp(y);
        }

        @Override
        double derivative(double y) {
            return Math.exp(y);
        }

        @Override
        double second(double y) {
            return Math.exp(y);
        }

        @Override
        double third(double y) {
            return Math.exp(y);
        }
    }
}
