package org.legendre.optimize.online;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.special.Sums;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Objective;

/** The point of a set that was best for the linear losses so far. */
final class BestAction implements Yardstick {
    private final Constraint set;
    private final Proximity proximity;
    private final double[] values;
    private final double[] u;
    private final double[] measured;
    private double divergence;

    /** Where u is 1 and else 0; none if it is −1 or n. */
    private int vertex = -1;

    BestAction(Constraint set, int n, Proximity proximity) {
        this.set = set;
        this.proximity = proximity;
        this.values = new double[n];
        this.u = new double[n];
        this.measured = new double[n];
        Arrays.fill(measured, Double.NaN);
    }

    @Override
    public int sums() {
        return u.length;
    }

    @Override
    public Optional<String> diagnose(Ledger ledger, double[] g, @Nullable Objective<?, ?> f) {
        if (f != null) {
            return Optional.of("the best action of " + set
                    + " in hindsight is known for linear losses only: name a point to compare with");
        }
        return ledger.others.takes(g) ? Optional.empty() : Optional.of("the sum of the losses of an action overflows");
    }

    @Override
    public void enter(Ledger ledger, double[] g, @Nullable Objective<?, ?> f) {
        ledger.others.add(g);
        find(ledger);
    }

    @Override
    public double[] point() {
        return u;
    }

    @Override
    public double latest() {
        return Double.NaN;
    }

    @Override
    public double loss(Ledger ledger) {
        return sum(ledger.others.sum) + sum(ledger.others.error);
    }

    @Override
    public double regret(Ledger ledger) {
        return (ledger.loss.sum[0] - sum(ledger.others.sum)) + (ledger.loss.error[0] - sum(ledger.others.error));
    }

    @Override
    public void find(Ledger ledger) {
        ledger.others.values(values);
        set.minimise(values, u);
        vertex = -1;
        for (int i = 0; i < u.length && vertex < u.length; i++) {
            if (u[i] != 0) {
                vertex = vertex < 0 && u[i] == 1 ? i : u.length;
            }
        }
    }

    /** ⟨u, s⟩, by one entry where u is a vertex of the simplex. */
    private double sum(double[] s) {
        return vertex >= 0 && vertex < u.length ? s[vertex] : Sums.dot(u, s);
    }

    @Override
    public double divergence() {
        if (!Arrays.equals(u, measured)) {
            divergence = proximity.of(u);
            System.arraycopy(u, 0, measured, 0, u.length);
        }
        return divergence;
    }
}
