package org.legendre.optimize.online;

import java.io.Serial;
import java.io.Serializable;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Vec;

/**
 * Where a learner stands: all that its next rounds and its account depend on besides the method. Immutable and serialisable.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag
 */
public final class LearnerState<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The point to be played next. */
    final double[] x;

    /** Its dual point. */
    final double[] y;

    /** The losses so far, along the constraint; empty unless they are needed. */
    final Totals losses;

    /** What the rule of rates remembers. */
    final double[] memory;

    /** The account. */
    final Ledger ledger;

    /** The method it comes from. */
    final Origin origin;

    LearnerState(Origin origin, double[] x, double[] y, Totals losses, double[] memory, Ledger ledger) {
        this.origin = origin;
        this.x = x;
        this.y = y;
        this.losses = losses;
        this.memory = memory;
        this.ledger = ledger;
    }

    /**
     * The point to be played next.
     *
     * @return x
     */
    public Vec<X> point() {
        return Vec.of(x);
    }

    /**
     * Its dual point: the log weights of Hedge.
     *
     * @return y
     */
    public Vec<Y> dual() {
        return Vec.of(y);
    }

    /**
     * The number of rounds played.
     *
     * @return T
     */
    public int rounds() {
        return ledger.tally.rounds;
    }

    @Override
    public String toString() {
        return "after " + rounds() + " rounds: " + point();
    }
}
