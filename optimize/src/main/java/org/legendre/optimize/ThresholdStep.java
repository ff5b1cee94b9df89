package org.legendre.optimize;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.SeparablePotential;

/** λ Σ|xᵢ|: the dual point comes nearer to φᵢ′(0) by tλ, and not beyond; on positive coordinates it is shifted. */
final class ThresholdStep extends SeparableProximal {
    private final Term.Absolute term;

    ThresholdStep(SeparablePotential phi, SeparablePotential dual, Term.Absolute term) {
        super(phi, dual);
        this.term = term;
        for (int i = 0; i < phi.domain().size(); i++) {
            if (phi.upper(i) <= 0) {
                throw new DomainException(
                        "domain of " + phi,
                        phi.domain(),
                        "intervals that do not end at or below 0, for the step with Σ|xᵢ|");
            }
        }
    }

    @Override
    public double value(double[] x) {
        return term.value(x);
    }

    @Override
    public String solve(double t, double[] y, double[] x) {
        double shift = DomainException.requirePositive("step", t) * term.weight();
        for (int i = 0; i < y.length; i++) {
            if (phi.lower(i) >= 0) {
                y[i] -= shift;
            } else {
                double zero = phi.derivative(i, 0);
                y[i] = y[i] > zero ? Math.max(zero, y[i] - shift) : Math.min(zero, y[i] + shift);
            }
            if (!(y[i] > dual.lower(i) && y[i] < dual.upper(i))) {
                return "entry " + i + " of the dual point, " + y[i] + ", is that of no point";
            }
            x[i] = dual.derivative(i, y[i]);
            if (!Double.isFinite(x[i])) {
                return "entry " + i + " overflows";
            }
        }
        return "";
    }

    @Override
    double subgradient(int i, double x, double g) {
        double weight = term.weight();
        if (phi.lower(i) >= 0 || x > 0) {
            return weight;
        }
        return x < 0 ? -weight : Math.min(weight, Math.max(-weight, -g));
    }

    /** {@inheritDoc} It is λ|x| − sx, for λ|x₀| = sx₀. */
    @Override
    double excess(int i, double x, double x0, double s) {
        return Math.abs(x) * (term.weight() - s * Math.signum(x));
    }

    /** {@inheritDoc} The greatest is at 0 where |g| ≤ λ, else at an end; on positive coordinates at an end always. */
    @Override
    double gap(int i, double x, double g) {
        double weight = term.weight();
        double lower = phi.lower(i);
        double upper = phi.upper(i);
        if (g < -weight) {
            return x >= 0 ? (-g - weight) * (upper - x) : (-g - weight) * upper + (weight - g) * -x;
        }
        if (lower >= 0) {
            return (g + weight) * (x - lower);
        }
        if (g > weight) {
            return x <= 0 ? (g - weight) * (x - lower) : (g + weight) * x + (g - weight) * -lower;
        }
        return Math.abs(x) * (weight + g * Math.signum(x));
    }
}
