package org.legendre.optimize.online;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.optimize.Objective;

/** What a learner is compared with: its losses are kept in a ledger. */
interface Yardstick {
    /** How many sums it needs. */
    int sums();

    /** Why it cannot take a round; empty if it can. */
    Optional<String> diagnose(Ledger ledger, double[] g, @Nullable Objective<?, ?> f);

    /** Takes a round, and finds what to compare with after it; its loss is f or, without one, linear with coefficients g. */
    void enter(Ledger ledger, double[] g, @Nullable Objective<?, ?> f);

    /** Finds what to compare with after the rounds so far. */
    default void find(Ledger ledger) {}

    /** The point to compare with, after the last round. */
    double[] point();

    /** f(u) of the last round; NaN where losses are linear by definition. */
    double latest();

    /** Σ f_t(u) after a round was entered. */
    double loss(Ledger ledger);

    /** Σ f_t(x_t) − Σ f_t(u) after a round was entered. */
    double regret(Ledger ledger);

    /** D(u, x₁). */
    double divergence();
}
