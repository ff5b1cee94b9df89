package org.legendre.optimize.online;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.optimize.Objective;

/** What a learner is compared with: its losses are kept in a tally. */
interface Yardstick {
    /** How many sums it needs. */
    int sums();

    /**
     * Adds a round to a tally and finds what to compare with after it; the loss is f or, without one, linear with coefficients g, those of {@code along} without what is
     * normal to the constraint. The {@link #point} stays
     * until the round is settled.
     *
     * @return why it cannot take the round; empty if it can
     */
    Optional<String> enter(Tally next, double[] g, double[] along, @Nullable Objective<?, ?> f);

    /** The round that was entered last counts. */
    default void settle() {}

    /** Finds what to compare with after the rounds of a tally. */
    default void find(Tally tally) {}

    /** The point to compare with, after the last settled round. */
    double[] point();

    /** The point to compare with after the round that was entered last. */
    double[] entered();

    /** f(u) of the round that was entered last; NaN where losses are linear by definition. */
    double latest();

    /** What the round that was entered last adds to what rounding is relative to. */
    double size();

    /** Σ f_t(u) of a tally. */
    double loss(Tally tally);

    /** What of Σ f_t(x_t) − Σ f_t(u) a tally has. */
    double regret(Tally tally);

    /** D(u, x₁) for the point of the round that was entered last. */
    double divergence();
}
