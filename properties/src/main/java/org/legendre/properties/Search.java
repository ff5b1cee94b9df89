package org.legendre.properties;

import java.util.List;
import java.util.Locale;

/**
 * What a search for a counterexample came to.
 *
 * @param statement the conjecture
 * @param outcome whether it was refuted
 * @param points the counterexample, or the points at which the conjecture came nearest to failing
 * @param comparison both sides there
 * @param closest the largest (left − right)/(|left| + |right|) that was met; an inequality that is never tight keeps it well below 0
 * @param samples how many random samples were examined
 * @param steps how many steps the climbs took
 * @param seed the seed
 * @param replay a line of Java that compares both sides at the points again
 */
public record Search(
        String statement,
        Outcome outcome,
        List<String> points,
        Conjecture.Comparison comparison,
        double closest,
        int samples,
        int steps,
        long seed,
        String replay) {

    /** How a search can end. */
    public enum Outcome {
        /** There is a counterexample of few digits, beyond what rounding explains. */
        REFUTED,
        /** None was found. */
        UNREFUTED,
        /** Something beyond the measured rounding was met, but it does not survive when the points are rounded to six digits: look there. */
        UNCONFIRMED,
        /** Neither side was ever defined and finite: nothing was tested. */
        VACUOUS
    }

    /**
     * Copies the list.
     *
     * @param statement the conjecture
     * @param outcome whether it was refuted
     * @param points the points
     * @param comparison both sides there
     * @param closest the largest relative excess
     * @param samples how many random samples
     * @param steps how many steps
     * @param seed the seed
     * @param replay a line of Java
     */
    public Search {
        points = List.copyOf(points);
    }

    /**
     * Whether a counterexample was found and confirmed.
     *
     * @return true if the conjecture is false
     */
    public boolean refuted() {
        return outcome == Outcome.REFUTED;
    }

    /**
     * Fails unless the search found nothing, and looked at something.
     *
     * @return this search
     * @throws AssertionError with the counterexample
     */
    public Search requireUnrefuted() {
        if (outcome != Outcome.UNREFUTED) {
            throw new AssertionError(toString());
        }
        return this;
    }

    /** {@inheritDoc} It is the report for a reader. */
    @Override
    public String toString() {
        return statement + ": " + outcome.name().toLowerCase(Locale.ROOT) + "\n  "
                + (refuted() ? "at " : "nearest to failing at ") + String.join(", ", points) + "\n  left "
                + comparison.left() + ", right " + comparison.right() + ", rounding " + comparison.tolerance()
                + "\n  after " + samples + " samples and " + steps + " steps from seed " + seed
                + "; closest relative excess " + closest + "; replay:\n  " + replay;
    }
}
