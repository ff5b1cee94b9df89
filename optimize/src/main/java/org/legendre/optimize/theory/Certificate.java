package org.legendre.optimize.theory;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Objective;

/**
 * An observer that holds one run to a {@link Theorem}: bound and slack at each iterate, the first violation, and which assumption broke before it. Made by {@link Theorem#certify}.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag
 */
public final class Certificate<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Consumer<Iterate<X>> {
    private final Theorem<X, Y> theorem;
    private final Objective<X, Y> f;
    private final Legendre<X, Y> phi;
    private final Vec<X> u;
    private final List<Line> lines = new ArrayList<>();

    private @Nullable Comparison<X, Y> comparison;
    private @Nullable Iterate<X> last;
    private @Nullable Vec<Y> differential;
    private Steps steps = Steps.NONE;
    private int unmeasured;
    private double best = Double.POSITIVE_INFINITY;
    private @Nullable String broken;
    private int brokenAt = -1;
    private @Nullable String exceeded;
    private int exceededAt = -1;

    /**
     * Bound and quantity at one iterate.
     *
     * @param iteration k
     * @param quantity what the theorem bounds
     * @param bound the bound
     */
    public record Line(int iteration, double quantity, double bound) {
        /**
         * How much room was left.
         *
         * @return bound − quantity
         */
        public double slack() {
            return bound - quantity;
        }
    }

    /** What a certificate found. */
    public sealed interface Verdict {
        /**
         * The finding in words.
         *
         * @return the reason
         */
        String reason();

        /**
         * The bound was kept at every iterate, and nothing that was seen contradicts an assumption.
         *
         * @param reason how, with the least room
         * @param slack the least bound − quantity
         */
        record Kept(String reason, double slack) implements Verdict {}

        /**
         * The bound was kept at every iterate although a step contradicts an assumption: the theorem does not say why.
         *
         * @param reason the assumption and what was measured
         * @param iteration the first such iterate
         */
        record Unfounded(String reason, int iteration) implements Verdict {}

        /**
         * The bound was exceeded.
         *
         * @param reason bound, quantity, and which assumption the steps up to there contradict; none means a defect in f, its differential or the method
         * @param iteration the first such iterate
         */
        record Exceeded(String reason, int iteration) implements Verdict {}

        /**
         * There was no step to judge.
         *
         * @param reason why
         */
        record Empty(String reason) implements Verdict {}
    }

    Certificate(Theorem<X, Y> theorem, Objective<X, Y> f, Legendre<X, Y> phi, Vec<X> u) {
        if (phi.size() != f.size()) {
            throw new DomainException("dimension of the mirror map", phi.size(), "that of the objective, " + f.size());
        }
        Comparison.require(f, u);
        this.theorem = theorem;
        this.f = f;
        this.phi = phi;
        this.u = u;
    }

    /**
     * Takes the next iterate of the run.
     *
     * @param iterate the iterate; the first one is the start of the bound, also in a resumed run
     */
    @Override
    public void accept(Iterate<X> iterate) {
        Iterate<X> from = last;
        Vec<Y> slope = differential;
        Comparison<X, Y> with = comparison;
        last = iterate;
        differential = f.gradient(iterate.point());
        if (from == null || slope == null || with == null) {
            comparison = new Comparison<>(f, phi, u, iterate.point());
            return;
        }
        steps = steps.and(iterate.step());
        Step<X, Y> step = measure(from, iterate, slope, with.value());
        if (Double.isNaN(step.divergence())) {
            unmeasured++;
        }
        if (broken == null) {
            theorem.broken(step).ifPresent(what -> {
                broken = what;
                brokenAt = from.iteration();
            });
        }
        best = Math.min(best, from.value());
        double quantity = switch (theorem.quantity()) {
            case LAST -> iterate.value() - with.value();
            case BEST -> best - with.value();
            case GAP -> iterate.gap();
        };
        double bound = with.bound(divergence -> theorem.bound(steps, divergence));
        lines.add(new Line(iterate.iteration(), quantity, bound));
        if (exceeded == null && quantity > bound + step.rounding()) {
            exceeded =
                    "at iterate " + iterate.iteration() + " the quantity " + quantity + " exceeds the bound " + bound;
            exceededAt = iterate.iteration();
        }
    }

    private Step<X, Y> measure(Iterate<X> from, Iterate<X> to, Vec<Y> slope, double value) {
        Vec<X> move = to.point().minus(from.point());
        Vec<X> away = u.minus(from.point());
        double terms = 0;
        for (int i = 0; i < u.size(); i++) {
            terms += Math.abs(slope.get(i)) * (Math.abs(from.point().get(i)) + Math.abs(u.get(i)));
        }
        double rounding = 2 * f.resolution(from.value()) + 2 * f.resolution(value) + 4 * Math.ulp(1.0) * terms;
        return new Step<>(
                from,
                to,
                slope,
                slope.dot(move),
                finite(Comparison.divergence(phi, to.point(), from.point())),
                slope.dot(away),
                value,
                finite(Comparison.divergence(phi, u, from.point())),
                rounding);
    }

    private static double finite(double divergence) {
        return divergence < Double.POSITIVE_INFINITY ? divergence : Double.NaN;
    }

    /**
     * Bound and quantity at each iterate after the first.
     *
     * @return the lines, in order
     */
    public List<Line> lines() {
        return List.copyOf(lines);
    }

    /**
     * Whether D(u, x₀) is infinite, so that the textbook bound is vacuous and the best interior comparison points are used.
     *
     * @return true if it is; false before the first iterate
     */
    public boolean vacuous() {
        return comparison != null && comparison.divergence() == Double.POSITIVE_INFINITY;
    }

    /**
     * The finding so far.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        String compared = vacuous()
                ? "; D(u, x₀) = ∞ makes the bound at u vacuous, points between u and x₀ are compared with"
                : "";
        if (unmeasured > 0) {
            compared += "; at " + unmeasured + " steps D(x₊, x) could not be measured";
        }
        if (exceeded != null) {
            String why = broken != null && brokenAt < exceededAt
                    ? "broken at iterate " + brokenAt + ": " + broken
                    : "no assumption was seen to break";
            return new Verdict.Exceeded(exceeded + "; " + why + compared, exceededAt);
        }
        if (lines.isEmpty()) {
            return new Verdict.Empty("no step was observed");
        }
        if (broken != null) {
            return new Verdict.Unfounded("at iterate " + brokenAt + " " + broken + compared, brokenAt);
        }
        Line tightest = lines.get(0);
        for (Line line : lines) {
            tightest = line.slack() < tightest.slack() ? line : tightest;
        }
        return new Verdict.Kept(
                theorem.statement() + " was kept for " + lines.size() + " steps, with the least room "
                        + tightest.slack() + " at iterate " + tightest.iteration() + compared,
                tightest.slack());
    }

    @Override
    public String toString() {
        return theorem.citation() + ": " + verdict();
    }
}
