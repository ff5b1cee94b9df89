package org.legendre.optimize;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.SeparablePotential;

/** λ Σ|xᵢ|: the dual point comes nearer to φᵢ′(0) by tλ, and not beyond; on positive coordinates it is shifted. */
final class ThresholdStep implements Proximal {
    private final SeparablePotential phi;
    private final SeparablePotential dual;
    private final Term.Absolute term;

    ThresholdStep(SeparablePotential phi, SeparablePotential dual, Term.Absolute term) {
        this.phi = phi;
        this.dual = dual;
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
}
