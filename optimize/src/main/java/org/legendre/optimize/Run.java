package org.legendre.optimize;

import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Vec;

/**
 * A finished run: how it ended, all its iterates, and the state to resume from.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag
 */
public final class Run<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    private final Outcome outcome;
    private final Trace<X> trace;
    private final @Nullable State<X, Y> state;
    private final int bestPlace;
    private final double[] bestPoint;

    /**
     * @param bestPlace where the best iterate is in the trace
     * @param bestPoint its point, an array that nobody writes to any more
     */
    Run(Outcome outcome, Trace<X> trace, @Nullable State<X, Y> state, int bestPlace, double[] bestPoint) {
        this.outcome = outcome;
        this.trace = trace;
        this.state = state;
        this.bestPlace = bestPlace;
        this.bestPoint = bestPoint;
    }

    /**
     * How the run ended.
     *
     * @return the outcome with its reason
     */
    public Outcome outcome() {
        return outcome;
    }

    /**
     * The iterates, every finished one, however the run ended.
     *
     * @return the trace; empty only if the objective failed at the start
     */
    public Trace<X> trace() {
        return trace;
    }

    /**
     * The state after the last finished iterate.
     *
     * @return the state to resume from
     * @throws IllegalStateException if the objective failed at the start
     */
    public State<X, Y> state() {
        if (state == null) {
            throw new IllegalStateException("no iterate was finished: " + outcome.reason());
        }
        return state;
    }

    /**
     * The last iterate.
     *
     * @return the iterate
     * @throws IllegalStateException if the objective failed at the start
     */
    public Iterate<X> last() {
        return state().iterate();
    }

    /**
     * The iterate of the smallest value, the first one of equals.
     *
     * @return the iterate
     * @throws IllegalStateException if the objective failed at the start
     */
    public Iterate<X> best() {
        state();
        return trace.at(bestPlace, Vec.of(bestPoint));
    }

    /**
     * The last point.
     *
     * @return the point of {@link #last}
     * @throws IllegalStateException if the objective failed at the start
     */
    public Vec<X> point() {
        return state().point();
    }

    @Override
    public String toString() {
        return outcome + (state == null ? "" : "; " + state);
    }
}
