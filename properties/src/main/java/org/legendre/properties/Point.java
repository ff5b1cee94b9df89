package org.legendre.properties;

import java.util.Arrays;
import org.legendre.geometry.Hessian;

/** A point θ with η = ∇ψ(θ) and G(θ) = ∇²ψ(θ), and by how much rounding may have moved them. */
final class Point {
    /** Where θ and η do not know each other to this, in standard deviations, η may well round onto the boundary. */
    static final double KNOWN = 1e-9;
    /** What a law says that would have to leave from such an η. */
    static final String ROUNDED_OUT = "η = ∇ψ(θ) rounds out of the domain of ψ*";

    private static final int NEIGHBOURS = 8;

    final PotentialSubject subject;
    final double[] theta;
    final double[] eta;
    final Hessian fisher;
    /** √gᵢᵢ. */
    final double[] units;
    /** √(G⁻¹)ᵢᵢ. */
    final double[] inverseUnits;
    /**
     * The largest √(gᵢᵢ(G⁻¹)ᵢᵢ) ≥ 1: by how much coordinates that are nearly dependent amplify rounding; 1 for a diagonal metric, whatever
     * its scales.
     */
    final double condition;

    Point(PotentialSubject subject, double[] theta) {
        this.subject = subject;
        this.theta = theta;
        this.eta = subject.gradient(theta);
        this.fisher = subject.hessian(theta);
        this.units = Rounding.unitLengths(fisher);
        this.inverseUnits = Rounding.unitLengths(fisher.inverse());
        double largest = 1;
        for (int i = 0; i < units.length; i++) {
            largest = Math.max(largest, units[i] * inverseUnits[i]);
        }
        this.condition = largest;
    }

    int size() {
        return theta.length;
    }

    /** The size of the terms in a computation of ψ(θ) and of ⟨θ, η⟩. */
    double valueSize() {
        return condition * (1 + Math.abs(subject.value(theta)) + Rounding.absoluteDot(theta, eta));
    }

    /** |ηᵢ| + √gᵢᵢ, times the condition: ε times this is how well η can be known. */
    double[] etaSize() {
        double[] size = new double[eta.length];
        for (int i = 0; i < size.length; i++) {
            size[i] = condition * (Math.abs(eta[i]) + units[i]);
        }
        return size;
    }

    /** |θᵢ| + 1/√gᵢᵢ, times the condition: ε times this is how well θ can be known. */
    double[] thetaSize() {
        double[] size = new double[theta.length];
        for (int i = 0; i < size.length; i++) {
            size[i] = condition * (Math.abs(theta[i]) + 1 / units[i]);
        }
        return size;
    }

    /** The length, in standard deviations, of the rounding of θ and of η. */
    double rounding() {
        double size = Rounding.absoluteDot(thetaSize(), units) + Rounding.absoluteDot(etaSize(), inverseUnits);
        return Rounding.ofTerms(size(), size);
    }

    /**
     * Whether η = ∇ψ(θ), as a number of binary64, is outside the domain of ψ* and its rounding accounts for that: no θ belongs to it. Outside for any other
     * reason it is a defect.
     */
    boolean roundsOut() {
        return !subject.dualDomain().contains(eta) && (rounding() > KNOWN || nearTheEdge(8 * rounding()));
    }

    /** Whether a θ as near as so many standard deviations along a coordinate is outside the domain. */
    private boolean nearTheEdge(double distance) {
        for (int i = 0; i < theta.length; i++) {
            for (int sign = -1; sign <= 1; sign += 2) {
                double[] near = theta.clone();
                near[i] += sign * distance / units[i];
                if (!subject.domain().contains(near)) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * By how much the member that stands for θ may be off: its parameters are rounded and need not be θ. Measured by going there and
     * back from θ and from neighbours, besides the rounding that no family escapes. The neighbours are so far away that their roundings
     * are other ones: one alone may be small by chance.
     */
    double[] uncertainty() {
        double[] uncertainty = thetaSize();
        for (int i = 0; i < uncertainty.length; i++) {
            uncertainty[i] *= 8 * Rounding.EPSILON;
        }
        for (int k = 0; k < NEIGHBOURS; k++) {
            double[] near = theta.clone();
            for (int i = 0; i < near.length; i++) {
                near[i] *= 1 + ((k >> (i & 1)) & 1) * (k + 1) * 0x1p-30;
            }
            if (!subject.domain().contains(near)) {
                continue;
            }
            double[] back = subject.rounded(near);
            for (int i = 0; i < near.length; i++) {
                uncertainty[i] = Math.max(uncertainty[i], 4 * Math.abs(back[i] - near[i]));
            }
        }
        return uncertainty;
    }

    /** The length of v in the metric at θ. */
    double length(double[] v) {
        return Math.sqrt(fisher.quadratic(v));
    }

    /**
     * KL(p‖q) = D_ψ(θ_q, θ_p) changes by ⟨η_q − η_p, δθ_q⟩ − ⟨G_p(θ_q − θ_p), δθ_p⟩ to first order; the second order is added for pairs so
     * near that it counts.
     */
    static double klRounding(Point p, Point q, double kl) {
        double[] difference = Rounding.minus(q.theta, p.theta);
        double[] dual = Rounding.minus(q.eta, p.eta);
        double[] up = p.uncertainty();
        double[] uq = q.uncertainty();
        double first =
                Rounding.absoluteDot(dual, uq) + Rounding.absoluteDot(Rounding.multiply(p.fisher, difference), up);
        double second = Rounding.absoluteDot(p.units, up) + Rounding.absoluteDot(q.units, uq);
        return first + second * second + Rounding.ofTerms(p.size(), kl);
    }

    @Override
    public String toString() {
        return Arrays.toString(theta);
    }
}
