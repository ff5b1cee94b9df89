package org.legendre.optimize.online;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.special.Sums;
import org.legendre.optimize.Objective;

/** A comparison point named beforehand. */
final class FixedPoint implements Yardstick {
    private final double[] u;
    private final double divergence;
    private double next;

    FixedPoint(double[] u, Proximity proximity) {
        this.u = u;
        this.divergence = proximity.of(u);
    }

    @Override
    public int sums() {
        return 1;
    }

    @Override
    public Optional<String> diagnose(Ledger ledger, double[] g, @Nullable Objective<?, ?> f) {
        next = f == null ? Sums.dot(u, g) : f.value(u);
        return ledger.others.takes(next)
                ? Optional.empty()
                : Optional.of("the loss of the comparison point is " + next + ", of its sum so far "
                        + ledger.others.value(0));
    }

    @Override
    public void enter(Ledger ledger, double[] g, @Nullable Objective<?, ?> f) {
        ledger.others.add(next);
    }

    @Override
    public double[] point() {
        return u;
    }

    @Override
    public double latest() {
        return next;
    }

    @Override
    public double loss(Ledger ledger) {
        return ledger.others.value(0);
    }

    @Override
    public double regret(Ledger ledger) {
        return (ledger.loss.sum[0] - ledger.others.sum[0]) + (ledger.loss.error[0] - ledger.others.error[0]);
    }

    @Override
    public double divergence() {
        return divergence;
    }
}
