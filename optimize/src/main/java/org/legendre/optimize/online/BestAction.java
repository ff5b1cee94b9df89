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
    private final Closure closure;
    private final double[] values;
    private final double[] measured;
    private double[] u;
    private double[] entered;
    private double divergence;
    private double size;

    /** Where the point that was entered is 1 and else 0; none if it is −1 or n. */
    private int vertex = -1;

    BestAction(Constraint set, int n, Proximity proximity, Closure closure) {
        this.set = set;
        this.proximity = proximity;
        this.closure = closure;
        this.values = new double[n];
        this.u = new double[n];
        this.entered = new double[n];
        this.measured = new double[n];
        Arrays.fill(measured, Double.NaN);
    }

    @Override
    public int sums() {
        return u.length;
    }

    @Override
    public Optional<String> enter(Tally next, double[] g, double[] along, @Nullable Objective<?, ?> f) {
        if (f != null) {
            return Optional.of("the best action of " + set
                    + " in hindsight is known for linear losses only: name a point to compare with");
        }
        if (!next.others.takes(g) || !next.centredOthers.takes(along)) {
            return Optional.of("the sum of the losses of an action overflows");
        }
        next.others.add(g);
        next.centredOthers.add(along);
        Optional<String> reason = search(next);
        size = Sizes.ofProducts(entered, along);
        return reason;
    }

    /** Finds the best action, and its divergence if it is another one than before. */
    private Optional<String> search(Tally tally) {
        tally.centredOthers.values(values);
        if (!set.minimise(values, entered)) {
            return Optional.of(set + " has no best action for these losses");
        }
        vertex = -1;
        for (int i = 0; i < entered.length && vertex < entered.length; i++) {
            if (entered[i] != 0) {
                vertex = vertex < 0 && entered[i] == 1 ? i : entered.length;
            }
        }
        if (Arrays.equals(entered, measured)) {
            return Optional.empty();
        }
        Optional<String> outside = closure.diagnose(entered);
        if (outside.isPresent()) {
            return Optional.of("their best action " + Arrays.toString(entered) + " in " + set
                    + " is outside the set of the geometry: " + outside.get());
        }
        double found = proximity.of(entered);
        divergence = found;
        System.arraycopy(entered, 0, measured, 0, entered.length);
        return Optional.empty();
    }

    @Override
    public void settle() {
        double[] before = u;
        u = entered;
        entered = before;
    }

    @Override
    public void find(Tally tally) {
        search(tally).ifPresent(reason -> {
            throw new IllegalStateException(reason);
        });
        settle();
    }

    @Override
    public double[] point() {
        return u;
    }

    @Override
    public double[] entered() {
        return entered;
    }

    @Override
    public double latest() {
        return Double.NaN;
    }

    @Override
    public double size() {
        return size;
    }

    @Override
    public double loss(Tally tally) {
        return sum(tally.others.sum) + sum(tally.others.error);
    }

    @Override
    public double regret(Tally tally) {
        return (tally.centredLoss.sum[0] - sum(tally.centredOthers.sum))
                + (tally.centredLoss.error[0] - sum(tally.centredOthers.error));
    }

    /** ⟨u, s⟩, by one entry where u is a vertex of the simplex. */
    private double sum(double[] s) {
        return vertex >= 0 && vertex < entered.length ? s[vertex] : Sums.dot(entered, s);
    }

    @Override
    public double divergence() {
        return divergence;
    }
}
