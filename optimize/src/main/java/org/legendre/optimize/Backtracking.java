package org.legendre.optimize;

import java.util.Optional;

/**
 * Halves the step until a test accepts, and tells three ends of a search apart: accepted; nothing left to gain at rounding level; values
 * that contradict the differential.
 */
abstract class Backtracking implements StepRule {
    /** Values decide where the predicted decrease is this many resolutions; below, slopes do. */
    static final double VISIBLE = 10;
    /** What can be measured is this many rounding errors or resolutions: a slope from a pair of trials, an ascent. */
    static final double MEASURABLE = 100;
    /** Halvings without any visible decrease after which the search has converged. */
    private static final int BLIND_TRIALS = 10;
    /**
     * Steps at rounding level without a smaller decrement after which the run has converged. Gradient-like methods do not decrease it
     * monotonically: on a D-optimal design of 200 weights it rose for more than 20 steps and then fell by six more decades.
     */
    private static final int IDLE_STEPS = 200;

    /** Halvings without descent of the linear model after which the curve does not descend at all. */
    private static final int BENT_TRIALS = 40;

    private static final int TRIALS = 1100;
    /** The factor of a step that could have been longer. */
    private static final double LENGTHENING = 4;

    private final double first;
    private final double growth;

    /** @param growth the factor on the previous step to start from; 0 to start from the first step always */
    Backtracking(double first, double growth) {
        this.first = first;
        this.growth = growth;
    }

    /** f(x(t)), +∞ outside the domain of f. */
    double trialValue(Search search) {
        return search.trialValue();
    }

    /** Whether a longer step is to be tried after the first one was accepted by its value. */
    boolean lengthens(Search search, double predicted) {
        return false;
    }

    /** Whether the values accept: change = f(x(t)) − f(x), predicted = −⟨g, x(t) − x⟩ &gt; 0. */
    abstract boolean valuesAccept(Search search, double change, double predicted, double t);

    /** Whether the slope at the trial point accepts. */
    abstract boolean slopesAccept(Search search, double predicted, double t);

    /** {@inheritDoc} The smallest decrement seen at rounding level (0: none) and the steps since. */
    @Override
    public final int memorySize() {
        return 2;
    }

    @Override
    public final Optional<Outcome> choose(Search search) {
        Row from = search.from();
        double t = growth == 0 ? first : from.step() > 0 ? growth * from.step() : movingStep(search);
        t = Math.min(t, search.longest());
        double resolution = search.resolution();
        double previousShare = Double.NaN;
        double slope = Double.NaN;
        int blind = 0;
        int ascents = 0;
        String obstacle = "none was short enough to lower the objective";
        for (int k = 0; k < TRIALS && t > 0; k++, t /= 2) {
            if (!search.move(t)) {
                previousShare = Double.NaN;
                obstacle = search.obstacle();
                continue;
            }
            double predicted = -search.linear();
            if (!Double.isFinite(predicted) || !Double.isFinite(search.linearRounding())) {
                previousShare = Double.NaN;
                obstacle = "the decrease that the differential predicts overflows";
                continue;
            }
            if (predicted < -MEASURABLE * search.linearRounding()) {
                // A curve that a constraint bends need not descend at first; every curve does for short steps.
                if (++ascents > BENT_TRIALS) {
                    return violated(from, "the step " + t + " does not descend: ⟨∇f(x), x(t) − x⟩ = " + -predicted);
                }
                previousShare = Double.NaN;
                continue;
            }
            boolean visible = predicted > VISIBLE * resolution && predicted > search.linearRounding();
            if (!visible && slope < 0.5) {
                return contradiction(from, slope);
            }
            if (!(predicted > search.linearRounding())) {
                if (dropsOut(search)) {
                    return Optional.empty();
                }
                return converged(
                        from, "at the step " + t + " the differential predicts no decrease beyond its own rounding");
            }
            if (visible) {
                double change = trialValue(search) - from.value();
                if (change < Double.POSITIVE_INFINITY && valuesAccept(search, change, predicted, t)) {
                    if (k == 0) {
                        lengthen(search, from, predicted, t);
                    }
                    return accepted(search.memory());
                }
                // The share of the predicted decrease that was found tends to 1, linearly in t: extrapolate two trials,
                // if
                // they are near enough to the limit for that (a trial far beyond the optimum of a sharp objective is
                // not).
                double share = -change / predicted;
                if (predicted >= MEASURABLE * resolution) {
                    slope = extrapolated(share, previousShare);
                }
                previousShare = share;
            } else {
                if (++blind > BLIND_TRIALS) {
                    return converged(from, "neither values nor slopes show a decrease");
                }
                if (trialValue(search) <= from.value() + resolution && slopesAccept(search, predicted, t)) {
                    return accepted(search.memory(), from);
                }
            }
        }
        return Optional.of(new Outcome.Failed(
                "no step from iterate " + from.iteration() + ", however short, is acceptable: " + obstacle,
                from.iteration()));
    }

    /** What the share of the predicted decrease that was found tends to for short steps, from two of them, the second half as long. */
    static double extrapolated(double share, double previousShare) {
        return Math.abs(share - previousShare) <= 1 ? 2 * share - previousShare : Double.NaN;
    }

    static Optional<Outcome> contradiction(Row from, double slope) {
        return violated(
                from,
                "the values of the objective contradict its differential: extrapolated to short steps the"
                        + " objective decreases by " + slope
                        + " of what the differential predicts; is the gradient right?");
    }

    /** Lengthens an accepted step while the values accept and the rule wants more. */
    private void lengthen(Search search, Row from, double predicted, double accepted) {
        double t = accepted;
        while (lengthens(search, predicted)) {
            double longer = LENGTHENING * t;
            boolean inside = longer < Double.POSITIVE_INFINITY && search.move(longer);
            double promised = -search.linear();
            double change = inside ? trialValue(search) - from.value() : Double.POSITIVE_INFINITY;
            if (!(change < Double.POSITIVE_INFINITY && promised > predicted)
                    || !valuesAccept(search, change, promised, longer)) {
                // What was accepted is inside.
                search.move(t);
                return;
            }
            t = longer;
            predicted = promised;
        }
    }

    /** The first step, doubled while it moves the point by no more than rounding: the scale of an objective is its own affair. */
    private double movingStep(Search search) {
        double t = first;
        while (t < Math.min(search.longest(), Double.MAX_VALUE / 2) && search.move(t) && search.linearRounding() > 0) {
            if (!(Math.abs(search.linear()) <= search.linearRounding())) {
                break;
            }
            t *= 2;
        }
        return t;
    }

    /**
     * Whether the trial at the end of a segment is still on the way down, with a predicted decrease below rounding: a weight of rounding size that an away step drops. As each such step ends the use of a vertex, they come to an end.
     */
    static boolean dropsOut(Search search) {
        return search.longest() < Double.POSITIVE_INFINITY
                && search.move(search.longest())
                && search.linear() < 0
                && search.trialValue() <= search.from().value() + search.resolution()
                && search.trialSlope() < 0;
    }

    /** Accepts a step that values show to gain. */
    static Optional<Outcome> accepted(double[] memory) {
        memory[0] = 0;
        memory[1] = 0;
        return Optional.empty();
    }

    /** Accepts a step whose gain values cannot show, unless such steps have stopped to gain. */
    static Optional<Outcome> accepted(double[] memory, Row from) {
        if (memory[0] == 0 || from.decrement() < memory[0]) {
            memory[0] = from.decrement();
            memory[1] = 0;
            return Optional.empty();
        }
        memory[1]++;
        return memory[1] < IDLE_STEPS
                ? Optional.empty()
                : converged(from, "the decrement has not fallen for " + IDLE_STEPS + " steps");
    }

    static Optional<Outcome> converged(Row from, String how) {
        String gap = from.gap() < Double.POSITIVE_INFINITY ? ", gap " + from.gap() : "";
        return Optional.of(new Outcome.Converged("no progress is measurable at iterate " + from.iteration() + ": " + how
                + " (value " + from.value() + ", decrement " + from.decrement() + gap + ")"));
    }

    static Optional<Outcome> violated(Row from, String how) {
        return Optional.of(
                new Outcome.AssumptionViolated("at iterate " + from.iteration() + " " + how, from.iteration()));
    }
}
