package org.legendre.geometry;

import org.legendre.geometry.special.Logistic;
import org.legendre.geometry.special.Logs;

/**
 * The Fermi–Dirac entropy φ(x) = Σ (xᵢ−lᵢ) log((xᵢ−lᵢ)/wᵢ) + (uᵢ−xᵢ) log((uᵢ−xᵢ)/wᵢ), wᵢ = uᵢ − lᵢ, on the open box (l, u), in nats; ∇φ(x) =
 * log((x−l)/(u−x)). Made by {@link Potentials#fermiDirac}.
 */
public final class FermiDirac extends SeparablePotential {
    private final double[] lower;
    private final double[] upper;

    FermiDirac(double[] lower, double[] upper) {
        super(Domain.box(lower, upper));
        this.lower = lower;
        this.upper = upper;
        for (int i = 0; i < lower.length; i++) {
            DomainException.requireFinite("lower end " + i, lower[i]);
            DomainException.requireFinite("upper end " + i, upper[i]);
            DomainException.requireFinite("length of interval " + i, upper[i] - lower[i]);
        }
    }

    Conjugate conjugate() {
        return new Conjugate();
    }

    private double width(int i) {
        return upper[i] - lower[i];
    }

    private static double times(double part, double width) {
        return part == 0 ? 0 : part * Math.log(part / width);
    }

    @Override
    public double value(int i, double x) {
        return times(x - lower[i], width(i)) + times(upper[i] - x, width(i));
    }

    @Override
    public double derivative(int i, double x) {
        return Logs.logRatio(x - lower[i], upper[i] - x);
    }

    @Override
    public double second(int i, double x) {
        return 1 / (x - lower[i]) + 1 / (upper[i] - x);
    }

    @Override
    public double third(int i, double x) {
        double below = 1 / (x - lower[i]);
        double above = 1 / (upper[i] - x);
        return above * above - below * below;
    }

    /** {@inheritDoc} It is two terms p log(p/q) − p + q, of the distances from either end. */
    @Override
    public double divergence(int i, double a, double b) {
        return Logs.relativeEntropyTerm(a - lower[i], b - lower[i], b - a)
                + Logs.relativeEntropyTerm(upper[i] - a, upper[i] - b, a - b);
    }

    @Override
    public String toString() {
        return "the Fermi–Dirac entropy";
    }

    /** φ*(y) = Σ lᵢyᵢ + wᵢ log(1 + exp yᵢ) on ℝⁿ. */
    final class Conjugate extends SeparablePotential {
        private Conjugate() {
            super(Domain.reals(lower.length));
        }

        @Override
        public double value(int i, double y) {
            // From the end that y points to, so that neither term is large where both nearly cancel.
            return y <= 0
                    ? lower[i] * y + width(i) * Logistic.log1pexp(y)
                    : upper[i] * y + width(i) * Logistic.log1pexp(-y);
        }

        @Override
        public double derivative(int i, double y) {
            return y <= 0 ? lower[i] + width(i) * Logistic.logistic(y) : upper[i] - width(i) * Logistic.logistic(-y);
        }

        @Override
        public double second(int i, double y) {
            return width(i) * Logistic.logistic(y) * Logistic.logistic(-y);
        }

        @Override
        public double third(int i, double y) {
            return -second(i, y) * Math.tanh(0.5 * y);
        }
    }
}
