package org.legendre.optimize;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.SeparablePotential;

/**
 * ½λ Σ xᵢ²: the dual point z of xᵢ solves z + tλ∇φ*(z) = yᵢ, an increasing equation, by Newton's method kept in a bracket. It is solved in z, so that nothing underflows.
 */
final class ShrinkStep extends SeparableProximal {
    private static final int STEPS = 2200;

    private final Term.Squares term;

    ShrinkStep(SeparablePotential phi, SeparablePotential dual, Term.Squares term) {
        super(phi, dual);
        this.term = term;
    }

    @Override
    public double value(double[] x) {
        return term.value(x);
    }

    @Override
    public String solve(double t, double[] y, double[] x) {
        double a = DomainException.requirePositive("step", t) * term.weight();
        for (int i = 0; i < y.length; i++) {
            if (!Double.isFinite(y[i]) || (a == 0 && !(y[i] < dual.upper(i)))) {
                return "entry " + i + " of the dual point, " + y[i] + ", is that of no point";
            }
            y[i] = root(i, a, y[i]);
            x[i] = dual.derivative(i, y[i]);
            if (!Double.isFinite(x[i])) {
                return "entry " + i + " overflows";
            }
        }
        return "";
    }

    private double root(int i, double a, double y) {
        double low = Double.NEGATIVE_INFINITY;
        double high = dual.upper(i);
        double z = y < high ? y : high - 1;
        double stride = 1;
        for (int k = 0; k < STEPS; k++) {
            double excess = (z - y) + a * dual.derivative(i, z);
            if (excess == 0) {
                return z;
            }
            if (excess > 0) {
                high = z;
            } else {
                low = z;
            }
            double next = z - excess / (1 + a * dual.second(i, z));
            boolean inside = next > low && next < high;
            if (inside && Math.abs(next - z) <= Math.ulp(z)) {
                return next;
            }
            if (!inside || (k > 20 && k % 2 == 0)) {
                if (low > Double.NEGATIVE_INFINITY && high < Double.POSITIVE_INFINITY) {
                    next = 0.5 * low + 0.5 * high;
                } else {
                    next = excess > 0 ? z - stride : z + stride;
                    stride *= 2;
                }
            }
            if (next == z || !(next > low && next < high)) {
                return z;
            }
            z = next;
        }
        return z;
    }

    @Override
    double subgradient(int i, double x, double g) {
        return term.weight() * x;
    }

    /** {@inheritDoc} It is ½λ(x − x₀)². */
    @Override
    double excess(int i, double x, double x0, double s) {
        return 0.5 * term.weight() * (x - x0) * (x - x0);
    }

    /** {@inheritDoc} The greatest is at −g/λ, or at the end of the interval that is next to it. */
    @Override
    double gap(int i, double x, double g) {
        double weight = term.weight();
        double lower = phi.lower(i);
        double upper = phi.upper(i);
        if (weight == 0) {
            return g > 0 ? g * (x - lower) : g < 0 ? -g * (upper - x) : 0;
        }
        double best = -g / weight;
        if (best < lower) {
            return (x - lower) * ((g + weight * lower) + 0.5 * weight * (x - lower));
        }
        if (best > upper) {
            return (upper - x) * (-(g + weight * upper) + 0.5 * weight * (upper - x));
        }
        return 0.5 * weight * (x - best) * (x - best);
    }
}
