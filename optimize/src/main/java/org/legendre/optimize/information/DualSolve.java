package org.legendre.optimize.information;

import java.util.Arrays;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/**
 * Newton's method on the dual of an I-projection. Where q has ratios so large that at λ = 0 one outcome has all the mass (and the Fisher matrix is 0), powers qᵗ go before, from one that is nearly
 * uniform: λ is then about in proportion to t.
 */
final class DualSolve {
    /** The squared Fisher length of the step that is left, below which there is nothing to gain. */
    private static final double DECREMENT = 1e-30;
    /** Up to here a gap certifies: probabilities within 1e-10. */
    private static final double CERTIFIED = 1e-20;
    /** A certificate that takes away more than this share of a probability may be one on the way to the boundary. */
    private static final double SHARE = 0.5;
    /** Logarithms of q that are no further apart are no matter. */
    private static final double NEARLY_UNIFORM = 20;

    private static final double GROWTH = 1.5;
    private static final double SLOWEST = 1.001;
    private static final int ITERATIONS = 300;

    private final Tilt tilt;
    private final double[] multipliers;
    private final Outcome outcome;

    private DualSolve(Tilt tilt, double[] multipliers, Outcome outcome) {
        this.tilt = tilt;
        this.multipliers = multipliers;
        this.outcome = outcome;
    }

    static DualSolve of(MomentSystem system) {
        double spread = Arrays.stream(system.logBase).max().orElse(0)
                - Arrays.stream(system.logBase).min().orElse(0);
        double power = Math.min(1, NEARLY_UNIFORM / spread);
        double[] lambda = new double[system.size()];
        DualSolve solve = newton(new Tilt(system, power), lambda);
        double growth = GROWTH;
        while (power < 1 && solve.certified() && growth > SLOWEST) {
            double next = Math.min(1, power * growth);
            double factor = next / power;
            double[] start =
                    Arrays.stream(solve.multipliers).map(x -> factor * x).toArray();
            DualSolve further = newton(new Tilt(system, next), start);
            if (further.certified()) {
                power = next;
                solve = further;
            } else {
                growth = Math.sqrt(growth);
            }
        }
        return power == 1 ? solve : newton(new Tilt(system), solve.multipliers);
    }

    private static DualSolve newton(Tilt tilt, double[] start) {
        Run<Natural, Expectation> run = Descent.of(
                        tilt.dual(), Geometry.natural(Legendre.<Natural, Expectation>of(tilt)))
                .step(StepRule.armijo())
                .until(Stopping.decrementBelow(DECREMENT).or(Stopping.iterations(ITERATIONS)))
                .keepPoints(false)
                .run(Vec.of(start));
        double[] lambda = run.point().toArray();
        Tilt.Correction correction = tilt.correction(tilt.member(lambda));
        Outcome outcome = correction.gap <= CERTIFIED && correction.largest <= SHARE
                ? new Outcome.Certified(
                        "a distribution of exactly these moments is at KL " + correction.gap, correction.gap)
                : run.outcome();
        return new DualSolve(tilt, lambda, outcome);
    }

    boolean certified() {
        return outcome instanceof Outcome.Certified;
    }

    double[] multipliers() {
        return multipliers;
    }

    Outcome outcome() {
        return outcome;
    }

    double reach() {
        return tilt.reach(multipliers);
    }
}
