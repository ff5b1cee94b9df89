package org.legendre.optimize.online;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Sums;
import org.legendre.optimize.Objective;
import org.legendre.optimize.TextPlot;
import org.legendre.optimize.theory.Certificate.Line;
import org.legendre.optimize.theory.Certificate.Verdict;

/**
 * The regret of a learner, Σ f_t(x_t) − Σ f_t(u) against a point u or the best action of a set in hindsight, and what its theorem allows. All sums carry their rounding
 * errors along, and the regret is their difference before they are rounded.
 *
 * <p>Bound and assumptions are looked at in every round. Lines are kept of rounds whose number has at most three significant digits, and of the last one.
 */
public final class RegretAccount {
    private static final int COMPARATOR = 2;
    private static final int REGRET = 3;
    private static final int BOUND = 4;

    private final Yardstick yardstick;
    private final @Nullable RegretTheorem theorem;
    private final Ledger ledger;
    private final Seen seen;
    private Tally next;

    RegretAccount(Yardstick yardstick, @Nullable RegretTheorem theorem, Manner manner, Ledger ledger) {
        this.yardstick = yardstick;
        this.theorem = theorem;
        this.ledger = ledger;
        this.seen = new Seen(manner);
        this.next = new Tally(yardstick.sums());
        yardstick.find(ledger.tally);
    }

    /** The numbers of this account at present. */
    Ledger copy() {
        return new Ledger(ledger);
    }

    /**
     * Enters a round, or refuses it and stays as it was: all is found beforehand in another tally. A linear loss has no objective, and is without what is normal to the constraint {@code along}.
     */
    void enter(double rate, double[] x, double[] g, double[] along, double loss, @Nullable Objective<?, ?> f) {
        next.become(ledger.tally);
        next.rounds = Math.addExact(next.rounds, 1);
        double centred = f == null ? Sums.dot(x, along) : loss;
        Optional<String> reason = next.loss.takes(loss) && next.centredLoss.takes(centred)
                ? yardstick.enter(next, g, along, f)
                : Optional.of("the sum of the learner's losses overflows");
        if (reason.isPresent()) {
            throw new DomainException(
                    "losses of round " + next.rounds, f == null ? g : f, "ones for the account (" + reason.get() + ")");
        }
        seen.is(next.rounds, rate, next.rate, x, g, f == null);
        next.loss.add(loss);
        next.centredLoss.add(centred);
        next.addRate(rate);
        next.size += Math.abs(centred) + yardstick.size() + Sizes.ofProducts(x, f == null ? along : g);
        double regret = yardstick.regret(next);
        double bound = theorem == null ? Double.POSITIVE_INFINITY : examine(theorem, regret, x, loss, f);
        double comparator = yardstick.loss(next);
        Tally before = ledger.tally;
        ledger.tally = next;
        next = before;
        yardstick.settle();
        ledger.write(ledger.tally.rounds, ledger.tally.loss.value(0), comparator, regret, bound);
    }

    private double examine(RegretTheorem held, double regret, double[] x, double loss, @Nullable Objective<?, ?> f) {
        int round = next.rounds;
        if (next.broken == null) {
            next.broken = held.broken(seen)
                    .or(() -> f == null ? Optional.empty() : notConvex(x, loss, f))
                    .orElse(null);
            next.brokenAt = round;
        }
        double bound = held.bound(new Rounds(round, next.rate, next.sumOfRates()), yardstick.divergence());
        // A bound that is no number is kept by nothing.
        if (next.exceeded == null && !(regret <= bound + rounding())) {
            next.exceeded = "in round " + round + " the regret " + regret + " exceeds the bound " + bound;
            next.exceededAt = round;
        }
        if (bound - regret < next.least) {
            next.least = bound - regret;
            next.leastAt = round;
        }
        return bound;
    }

    private double rounding() {
        return 8 * Math.ulp(1.0) * next.size;
    }

    /** How f(u) ≥ f(x) + ⟨∇f(x), u − x⟩ fails, by more than rounding. */
    private Optional<String> notConvex(double[] x, double loss, Objective<?, ?> f) {
        double[] u = yardstick.entered();
        double slope = 0;
        double terms = 0;
        for (int i = 0; i < x.length; i++) {
            slope += seen.g[i] * (u[i] - x[i]);
            terms += Math.abs(seen.g[i]) * (Math.abs(u[i]) + Math.abs(x[i]));
        }
        double other = yardstick.latest();
        double margin = other - loss - slope;
        double rounding = 2 * f.resolution(loss) + 2 * f.resolution(other) + 4 * Math.ulp(1.0) * terms;
        return margin < -rounding
                ? Optional.of("the loss is not convex: f(u) − f(x) − ⟨∇f(x), u − x⟩ = " + margin)
                : Optional.empty();
    }

    /**
     * The number of rounds.
     *
     * @return T
     */
    public int rounds() {
        return ledger.tally.rounds;
    }

    /**
     * The loss of the learner.
     *
     * @return Σ f_t(x_t)
     */
    public double loss() {
        return ledger.tally.loss.value(0);
    }

    /**
     * The loss of what it is compared with.
     *
     * @return Σ f_t(u)
     */
    public double comparatorLoss() {
        return ledger.last(COMPARATOR);
    }

    /**
     * What the learner has lost more than that; it can be negative.
     *
     * @return Σ f_t(x_t) − Σ f_t(u)
     */
    public double regret() {
        return ledger.last(REGRET);
    }

    /**
     * The regret of a round, on average.
     *
     * @return regret/T; 0 before the first round
     */
    public double regretPerRound() {
        return ledger.tally.rounds == 0 ? 0 : regret() / ledger.tally.rounds;
    }

    /**
     * What the theorem allows.
     *
     * @return its bound after the rounds so far; +∞ without a theorem, or where D(u, x₁) = ∞ or Σ η_t = ∞ makes it vacuous
     */
    public double bound() {
        return ledger.lineCount() == 0 ? Double.POSITIVE_INFINITY : ledger.last(BOUND);
    }

    /**
     * How much of its allowance the learner has used.
     *
     * @return regret/bound; 0 where the regret is 0
     */
    public double ratio() {
        return regret() == 0 ? 0 : regret() / bound();
    }

    /**
     * The first round that contradicted an assumption of the theorem.
     *
     * @return its number; empty if none did
     */
    public OptionalInt brokenAt() {
        return ledger.tally.broken == null ? OptionalInt.empty() : OptionalInt.of(ledger.tally.brokenAt);
    }

    /**
     * The assumption that broke first.
     *
     * @return which, and what was seen; empty if none did
     */
    public Optional<String> broken() {
        return Optional.ofNullable(ledger.tally.broken);
    }

    /**
     * The theorem that the learner is held to.
     *
     * @return the theorem; empty if none was named
     */
    public Optional<RegretTheorem> theorem() {
        return Optional.ofNullable(theorem);
    }

    /**
     * The point that it is compared with, of best actions that of the last round.
     *
     * @param <X> the tag of its coordinates
     * @return u
     */
    public <X> Vec<X> comparator() {
        return Vec.of(yardstick.point());
    }

    /**
     * The finding so far.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        if (theorem == null || ledger.tally.rounds == 0) {
            return new Verdict.Empty(theorem == null ? "no theorem was named" : "no round was played");
        }
        String exceeded = ledger.tally.exceeded;
        if (exceeded != null) {
            String why = ledger.tally.broken != null && ledger.tally.brokenAt <= ledger.tally.exceededAt
                    ? "broken in round " + ledger.tally.brokenAt + ": " + ledger.tally.broken
                    : "no assumption was seen to break";
            return new Verdict.Exceeded(exceeded + "; " + why, ledger.tally.exceededAt);
        }
        if (ledger.tally.broken != null) {
            return new Verdict.Unfounded(
                    "in round " + ledger.tally.brokenAt + " " + ledger.tally.broken, ledger.tally.brokenAt);
        }
        if (bound() == Double.POSITIVE_INFINITY) {
            return new Verdict.Empty("D(u, x₁) = ∞ or Ση_t = ∞ makes the bound vacuous");
        }
        return new Verdict.Kept(
                theorem.statement() + " was kept for " + ledger.tally.rounds + " rounds, with the least room "
                        + ledger.tally.least + " in round " + ledger.tally.leastAt,
                ledger.tally.least);
    }

    /**
     * Regret and bound, by rounds.
     *
     * @return the lines that were kept, the last round's among them
     */
    public List<Line> lines() {
        List<Line> lines = new ArrayList<>(ledger.lineCount());
        for (int k = 0; k < ledger.lineCount(); k++) {
            lines.add(new Line((int) ledger.line(k, 0), ledger.line(k, REGRET), ledger.line(k, BOUND)));
        }
        return List.copyOf(lines);
    }

    /**
     * The lines as comma-separated values: a line of headers, numbers with all their digits and a decimal point whatever the locale, infinity as {@code Infinity}.
     *
     * @return the text, lines ended by a line feed
     */
    public String csv() {
        StringBuilder text = new StringBuilder("round,loss,comparator,regret,bound\n");
        for (int k = 0; k < ledger.lineCount(); k++) {
            StringJoiner line = new StringJoiner(",", "", "\n");
            line.add(Integer.toString((int) ledger.line(k, 0)));
            for (int column = 1; column < Ledger.COLUMNS; column++) {
                line.add(Double.toString(ledger.line(k, column)));
            }
            text.append(line);
        }
        return text.toString();
    }

    /**
     * A small picture for a terminal: the regret over the rounds.
     *
     * @return the picture, lines ended by a line feed
     */
    public String plot() {
        return TextPlot.of("regret", ledger.column(0), ledger.column(REGRET));
    }

    @Override
    public String toString() {
        String held = theorem == null ? "" : "; " + theorem.citation() + ": " + verdict();
        return "regret " + regret() + " after " + rounds() + " rounds" + held;
    }
}
