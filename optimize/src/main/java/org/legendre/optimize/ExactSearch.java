package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** The zero of the slope s(t) = ⟨∇f(x(t)), x(t) − x⟩/t, bracketed. */
final class ExactSearch implements StepRule {
    /** Every third trial halves a bracket, so that these leave nothing of it. */
    private static final int TRIALS = 300;
    /** The factors by which a trial may go further while nothing brackets it. */
    private static final double LEAST_GROWTH = 1.25;

    private static final double GROWTH = 16;
    /** Where a bracket is this short, its slopes are rounding. */
    private static final double NARROW = 1e-12;
    /** A contradiction between values and slopes is one beyond this share of the slope. */
    private static final double TRUSTED = 1e-9;

    private final double tolerance;

    ExactSearch(double tolerance) {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new DomainException("tolerance", tolerance, "a number in (0, 1)");
        }
        this.tolerance = tolerance;
    }

    /** {@inheritDoc} As {@link Backtracking}: the smallest decrement seen at rounding level and the steps since. */
    @Override
    public int memorySize() {
        return 2;
    }

    @Override
    public Optional<Outcome> choose(Search search) {
        Row from = search.from();
        double t = Math.min(search.longest(), from.step() > 0 ? from.step() : 1);
        while (t > 0 && !search.move(t)) {
            t /= 2;
        }
        while (!(-search.linear() > search.linearRounding())) {
            double longer = Math.min(2 * t, search.longest());
            if (!(longer > t && longer < Double.POSITIVE_INFINITY && search.move(longer))) {
                return Backtracking.dropsOut(search)
                        ? Optional.empty()
                        : Backtracking.converged(from, "no step has a predicted decrease beyond its own rounding");
            }
            t = longer;
        }
        double first = search.linear() / t;
        double low = 0;
        double lowSlope = first;
        double high = Double.POSITIVE_INFINITY;
        double highSlope = Double.NaN;
        int side = 0;
        for (int k = 0; k < TRIALS && t > low && t < high; k++) {
            boolean bracketed = highSlope > 0;
            // Between points with finite values a convex function is finite.
            if (!search.move(t) || (!bracketed && !(search.trialValue() < Double.POSITIVE_INFINITY))) {
                high = t;
                t = 0.5 * low + 0.5 * high;
                continue;
            }
            double slope = search.trialSlope() / t;
            Optional<Outcome> violation = contradiction(search);
            if (violation.isPresent()) {
                return violation;
            }
            boolean over = t >= search.longest() || (highSlope > 0 && high - low <= NARROW * high);
            if (Math.abs(slope) <= -tolerance * first || (slope < 0 && over)) {
                return accepted(search);
            }
            if (slope < 0) {
                // Illinois: the other end counts half when it stays for the second time.
                highSlope *= side < 0 ? 0.5 : 1;
                double secant = t - slope * (t - low) / (slope - lowSlope);
                low = t;
                lowSlope = slope;
                side = -1;
                t = Math.min(
                        secant > LEAST_GROWTH * t ? secant : LEAST_GROWTH * t, Math.min(GROWTH * t, search.longest()));
            } else {
                lowSlope *= side > 0 ? 0.5 : 1;
                high = t;
                highSlope = slope;
                side = 1;
            }
            if (highSlope > 0) {
                double chord = low + (high - low) * (lowSlope / (lowSlope - highSlope));
                t = k % 3 < 2 && chord > low && chord < high ? chord : 0.5 * low + 0.5 * high;
            } else if (t >= high) {
                t = 0.5 * low + 0.5 * high;
            }
        }
        if (!(highSlope > 0)) {
            return Backtracking.violated(from, "the objective falls without end along a step; is it bounded below?");
        }
        if (low > 0 && search.move(low)) {
            return accepted(search);
        }
        return Backtracking.converged(from, "the slope along the step cannot be brought to 0");
    }

    private static Optional<Outcome> accepted(Search search) {
        if (!(-search.linear() > search.linearRounding()) && !Backtracking.dropsOut(search)) {
            return Backtracking.converged(
                    search.from(),
                    "at the lowest point of the step the differential predicts no decrease beyond its own rounding");
        }
        if (-search.linear() > Backtracking.VISIBLE * search.resolution()) {
            return Backtracking.accepted(search.memory());
        }
        return Backtracking.accepted(search.memory(), search.from());
    }

    /** A convex function has ⟨∇f(x), d⟩ ≤ f(x + d) − f(x) ≤ ⟨∇f(x + d), d⟩. */
    private static Optional<Outcome> contradiction(Search search) {
        double change = search.trialValue() - search.from().value();
        double below = search.linear();
        double above = search.trialSlope();
        double slack = Backtracking.MEASURABLE * (search.resolution() + search.linearRounding())
                + TRUSTED * (Math.abs(below) + Math.abs(above));
        if (change >= below - slack && change <= above + slack) {
            return Optional.empty();
        }
        return Backtracking.violated(
                search.from(),
                "the objective changes by " + change + " along a step, and a convex one would by at least " + below
                        + " and at most " + above + "; is it convex, and its gradient right?");
    }

    @Override
    public String toString() {
        return "exact line search to " + tolerance;
    }
}
