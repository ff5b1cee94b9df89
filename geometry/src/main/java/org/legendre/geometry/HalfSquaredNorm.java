package org.legendre.geometry;

/** φ(x) = ½Σ xᵢ² on ℝⁿ, its own conjugate; ∇φ(x) = x. Made by {@link Potentials#halfSquaredNorm}. */
public final class HalfSquaredNorm extends SeparablePotential {
    HalfSquaredNorm(int n) {
        super(Domain.reals(n));
    }

    @Override
    public double value(int i, double x) {
        return 0.5 * x * x;
    }

    @Override
    public double derivative(int i, double x) {
        return x;
    }

    @Override
    public double second(int i, double x) {
        return 1;
    }

    @Override
    public double third(int i, double x) {
        return 0;
    }

    @Override
    public double divergence(int i, double a, double b) {
        return 0.5 * (a - b) * (a - b);
    }

    @Override
    public String toString() {
        return "half the squared norm";
    }
}
