package org.legendre.optimize.online;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Sums;
import org.legendre.optimize.Curve;
import org.legendre.optimize.Objective;

/**
 * An online method in play: {@link #point} is played, {@link #observe(double...)} tells what it lost, and so on. A round that is refused changes nothing. Made by
 * {@link Online#start}; a round allocates nothing that grows with n.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag
 */
public final class Learner<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    private final LearningRate rule;
    private final boolean lazy;
    private final Curve curve;
    private final RegretAccount account;
    private final double[] firstPoint;
    private final double[] firstDual;
    private final double[] differential;
    private final double[] along;
    private final double[] sumAlong;
    private final Origin origin;

    private double[] x;
    private double[] y;
    private Totals losses;
    private double[] memory;
    private double rate;
    private double[] nextPoint;
    private double[] nextDual;
    private Totals nextLosses;
    private double[] nextMemory;

    Learner(Online<X, Y> method, Optional<LearnerState<X, Y>> state) {
        int n = method.size();
        this.rule = method.rate();
        this.lazy = method.lazy();
        this.curve = method.curve();
        this.firstPoint = method.first();
        this.firstDual = new double[n];
        curve.toDual(firstPoint, firstDual);
        this.differential = new double[n];
        this.along = new double[n];
        this.sumAlong = new double[n];
        this.origin = method.origin();
        this.nextPoint = new double[n];
        this.nextDual = new double[n];
        this.nextLosses = new Totals(lazy ? n : 0);
        this.nextMemory = new double[rule.memorySize()];
        Yardstick yardstick = method.yardstick(firstPoint, firstDual);
        if (state.isPresent()) {
            LearnerState<X, Y> from = state.get();
            origin.differs(from.origin).ifPresent(reason -> {
                throw new DomainException("state", from, "one of a learner of this method (" + reason + ")");
            });
            this.x = from.x.clone();
            this.y = from.y.clone();
            this.losses = new Totals(from.losses);
            this.memory = DomainException.requireLength("memory of the state", from.memory, rule.memorySize())
                    .clone();
            this.account = new RegretAccount(yardstick, method.theorem(), method.manner(), new Ledger(from.ledger));
        } else {
            this.x = firstPoint.clone();
            this.y = firstDual.clone();
            this.losses = new Totals(lazy ? n : 0);
            this.memory = new double[rule.memorySize()];
            this.account =
                    new RegretAccount(yardstick, method.theorem(), method.manner(), new Ledger(yardstick.sums()));
        }
        this.rate = rateOf(account.rounds() + 1, memory);
    }

    private double rateOf(int round, double[] remembered) {
        double found = rule.at(round, remembered);
        if (!(found > 0) || (!lazy && found == Double.POSITIVE_INFINITY)) {
            throw new DomainException("rate of round " + round, found, "a number > 0, finite for mirror descent");
        }
        return found;
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
     * The point to be played next, for those who play often.
     *
     * @param out takes x
     */
    public void copyPoint(double[] out) {
        System.arraycopy(x, 0, DomainException.requireLength("array", out, x.length), 0, x.length);
    }

    /**
     * The point to be played next as a plain array: the weights, on the simplex.
     *
     * @return x, a new array
     */
    public double[] weights() {
        return x.clone();
    }

    /**
     * The rate of the round to come.
     *
     * @return η
     */
    public double rate() {
        return rate;
    }

    /**
     * Plays a round with a linear loss ⟨ℓ, x⟩: on the simplex, the losses of the actions.
     *
     * @param round ℓ
     * @throws DomainException if a loss is not finite, the length is another, or the next point or a sum of losses is beyond the range of binary64
     */
    public void observe(double... round) {
        DomainException.requireLength("losses", round, x.length);
        for (int i = 0; i < round.length; i++) {
            if (!Double.isFinite(round[i])) {
                throw new DomainException(
                        "loss " + i + " of round " + (account.rounds() + 1), round[i], "a finite number");
            }
        }
        take(round, Sums.dot(x, round), null);
    }

    /**
     * Plays a round with a convex loss f, of which the method sees f(x) and ∇f(x), and the account f(u).
     *
     * @param f the loss
     * @throws DomainException if the dimension is another, f or its differential is not finite at the point played, regret is counted against a best action, or the next
     *     point or a sum of losses is beyond the range of binary64
     */
    public void observe(Objective<X, Y> f) {
        if (f.size() != x.length) {
            throw new DomainException("dimension of the loss", f.size(), "that of the method, " + x.length);
        }
        double loss = f.gradient(x, differential);
        int round = account.rounds() + 1;
        DomainException.requireFinite("loss of round " + round, loss);
        for (int i = 0; i < x.length; i++) {
            DomainException.requireFinite("entry " + i + " of the differential of round " + round, differential[i]);
        }
        take(differential, loss, f);
    }

    private void take(double[] g, double loss, @Nullable Objective<X, Y> f) {
        double nextRate = prepare(g);
        account.enter(rate, x, g, along, loss, f);
        rate = nextRate;
        double[] point = x;
        x = nextPoint;
        nextPoint = point;
        double[] dual = y;
        y = nextDual;
        nextDual = dual;
        Totals sums = losses;
        losses = nextLosses;
        nextLosses = sums;
        double[] remembered = memory;
        memory = nextMemory;
        nextMemory = remembered;
    }

    /** Makes the next point and returns its rate. What is normal to the constraint moves nothing: it is taken off, so that losses in common round nothing away. */
    private double prepare(double[] g) {
        System.arraycopy(memory, 0, nextMemory, 0, memory.length);
        rule.learn(x, y, g, rate, nextMemory);
        int round = account.rounds() + 1;
        double nextRate = rateOf(Math.addExact(round, 1), nextMemory);
        curve.begin(x, y, g);
        curve.tangential(g, along);
        boolean moved = true;
        if (!lazy) {
            curve.begin(x, y, along);
            moved = curve.move(rate, nextPoint, nextDual);
        } else {
            nextLosses.add(losses, along);
            if (nextRate == Double.POSITIVE_INFINITY) {
                System.arraycopy(firstPoint, 0, nextPoint, 0, x.length);
                System.arraycopy(firstDual, 0, nextDual, 0, x.length);
            } else {
                nextLosses.values(sumAlong);
                curve.begin(firstPoint, firstDual, sumAlong);
                moved = curve.move(nextRate, nextPoint, nextDual);
            }
        }
        if (!moved) {
            throw new DomainException(
                    "losses of round " + round, g, "ones after which there is a point (" + curve.obstacle() + ")");
        }
        return nextRate;
    }

    /**
     * Regret so far.
     *
     * @return the account of this learner
     */
    public RegretAccount account() {
        return account;
    }

    /**
     * Where it stands.
     *
     * @return the state, to be stored and {@linkplain Online#resume resumed}
     */
    public LearnerState<X, Y> state() {
        return new LearnerState<>(origin, x.clone(), y.clone(), new Totals(losses), memory.clone(), account.copy());
    }

    @Override
    public String toString() {
        return "learner after " + account.rounds() + " rounds: " + account;
    }
}
