package org.legendre.geometry;

/** φ(x) = ½Σ xᵢ² on ℝⁿ, its own conjugate; ∇φ(x) = x. Made by {@link Potentials#halfSquaredNorm}. */
public final class HalfSquaredNorm extends SeparablePotential {
    HalfSquaredNorm(int n) {
        super(Domain.reals(n));
    }

    @Override
    double value(double x) {
        return 0.5 * x * x;
    }

    @Override
    double derivative(double x) {
        return x;
    }

    @Override
    double second(double x) {
        return 1;
    }

    @Override
    double third(double x) {
        return 0;
    }
}
