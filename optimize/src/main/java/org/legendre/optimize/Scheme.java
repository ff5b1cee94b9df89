package org.legendre.optimize;

/**
 * How the next iterate follows from the present one and the past: what makes mirror descent, dual averaging or an accelerated method the method that it is. A scheme is
 * immutable; what a run remembers is in its {@link State}.
 *
 * <p>To write one, implement {@link #motion}: the {@link Motion} of one run reads the iterate from its {@link Stage}, makes the next point there, and keeps whatever must
 * outlive an iterate in {@link Stage#momentum()}, from which a resumed run goes on bit for bit.
 */
public interface Scheme {
    /**
     * The workspace of one run.
     *
     * @param stage the iterate, the next point and the oracle of the run
     * @return a new workspace
     */
    Motion motion(Stage stage);

    /**
     * How many numbers the scheme keeps in the state, besides the iterate with its dual point and differential.
     *
     * @param n the dimension
     * @return the length of {@link Stage#momentum()}
     */
    default int momentumSize(int n) {
        return 0;
    }

    /**
     * Whether iterates are made from their dual points, as by a mirror step. Other iterates (averages of points) have no dual point in the state and no decrement.
     *
     * @return true by default
     */
    default boolean dual() {
        return true;
    }

    /**
     * Whether the {@link StepRule} of the method picks the lengths of the steps; a scheme that has its own refuses one.
     *
     * @return true by default
     */
    default boolean searches() {
        return true;
    }

    /**
     * One step along the geometry's own curve: mirror descent, natural gradient or gradient descent, by the geometry.
     *
     * @return the scheme, which is the default
     */
    static Scheme descent() {
        return PlainDescent.INSTANCE;
    }
}
