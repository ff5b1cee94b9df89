package org.legendre.optimize;

import java.util.Optional;

/**
 * A {@link Scheme} that runs inside another one, with the objective, the geometry, the step rule and the count of oracle calls of that run. The outer scheme has to keep what it
 * {@linkplain #save saves}.
 */
public interface Inner {
    /** Begins at the iterate of the outer run, without a call of the oracle. */
    void start();

    /**
     * One step.
     *
     * @return empty once it is made; else how the run ends
     */
    Optional<Outcome> advance();

    /**
     * The inner iterate.
     *
     * @return x, not to be changed; another array after the next step
     */
    double[] point();

    /**
     * The length of the step that led to the inner iterate.
     *
     * @return the length
     */
    double length();

    /**
     * How many numbers there are to keep.
     *
     * @param scheme the inner scheme
     * @param n the dimension
     * @return the length that {@link #save} needs
     */
    static int savedSize(Scheme scheme, int n) {
        return 3 * n + 4 + scheme.momentumSize(n);
    }

    /**
     * Writes down where the inner run stands.
     *
     * @param to takes the numbers
     * @param from where in it they begin
     */
    void save(double[] to, int from);

    /**
     * Goes on from what was saved.
     *
     * @param saved the numbers
     * @param from where in it they begin
     */
    void restore(double[] saved, int from);
}
