package org.legendre.optimize.online;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.special.Sums;
import org.legendre.optimize.Objective;

/** A comparison point named beforehand. */
final class FixedPoint implements Yardstick {
    private final double[] u;
    private final double divergence;
    private double latest;
    private double size;

    FixedPoint(double[] u, Proximity proximity) {
        this.u = u;
        this.divergence = proximity.of(u);
    }

    @Override
    public int sums() {
        return 1;
    }

    @Override
    public Optional<String> enter(Tally next, double[] g, double[] along, @Nullable Objective<?, ?> f) {
        latest = f == null ? Sums.dot(u, g) : f.value(u);
        double centred = f == null ? Sums.dot(u, along) : latest;
        if (!next.others.takes(latest) || !next.centredOthers.takes(centred)) {
            return Optional.of(
                    "the loss of the comparison point is " + latest + ", of its sum so far " + next.others.value(0));
        }
        size = f == null ? Sizes.ofProducts(u, along) : Math.abs(latest);
        next.others.add(latest);
        next.centredOthers.add(centred);
        return Optional.empty();
    }

    @Override
    public double[] point() {
        return u;
    }

    @Override
    public double[] entered() {
        return u;
    }

    @Override
    public double latest() {
        return latest;
    }

    @Override
    public double size() {
        return size;
    }

    @Override
    public double loss(Tally tally) {
        return tally.others.value(0);
    }

    @Override
    public double regret(Tally tally) {
        return (tally.centredLoss.sum[0] - tally.centredOthers.sum[0])
                + (tally.centredLoss.error[0] - tally.centredOthers.error[0]);
    }

    @Override
    public double divergence() {
        return divergence;
    }
}
