package org.legendre.optimize.online;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/** What an account has added up and found so far. */
final class Tally implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The loss of the learner. */
    final Totals loss;

    /** The loss of the comparison point, or of each coordinate where the best action is compared with. */
    final Totals others;

    /** Both once more without what losses have in common along the constraint: their difference is the regret. */
    final Totals centredLoss;

    final Totals centredOthers;

    final Totals rates;
    double rate = Double.POSITIVE_INFINITY;

    /** Whether Σ η_t is +∞. */
    boolean ratesInfinite;

    int rounds;

    /** What rounding is relative to: the sizes of all terms of the regret. */
    double size;

    @Nullable
    String broken;

    int brokenAt;

    @Nullable
    String exceeded;

    int exceededAt;
    double least = Double.POSITIVE_INFINITY;
    int leastAt;

    Tally(int others) {
        this.loss = new Totals(1);
        this.others = new Totals(others);
        this.centredLoss = new Totals(1);
        this.centredOthers = new Totals(others);
        this.rates = new Totals(1);
    }

    void become(Tally other) {
        loss.become(other.loss);
        others.become(other.others);
        centredLoss.become(other.centredLoss);
        centredOthers.become(other.centredOthers);
        rates.become(other.rates);
        rate = other.rate;
        ratesInfinite = other.ratesInfinite;
        rounds = other.rounds;
        size = other.size;
        broken = other.broken;
        brokenAt = other.brokenAt;
        exceeded = other.exceeded;
        exceededAt = other.exceededAt;
        least = other.least;
        leastAt = other.leastAt;
    }

    void addRate(double next) {
        rate = next;
        ratesInfinite |= !rates.takes(next);
        if (!ratesInfinite) {
            rates.add(next);
        }
    }

    double sumOfRates() {
        return ratesInfinite ? Double.POSITIVE_INFINITY : rates.value(0);
    }
}
