package org.legendre.properties;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.online.Hedge;
import org.legendre.optimize.online.LearningRate;
import org.legendre.optimize.online.Online;

/**
 * What an online learner on the simplex claims: what it plays against linear losses, the same play interrupted and resumed, its bound on the regret for losses in [0, 1],
 * whether its points are exponential weights, and whether they depend on the scale of losses. It starts from equal weights.
 */
public final class LearnerSubject implements Subject {
    private final String name;
    private final Domain domain;
    private final Player player;
    private final Optional<Player> interrupted;
    private final RegretBound bound;
    private final boolean exponential;
    private final boolean scaleFree;

    /** A bound on the regret against the best action, for losses in [0, 1]. */
    @FunctionalInterface
    public interface RegretBound {
        /**
         * The bound.
         *
         * @param rounds T
         * @param rate η
         * @return how much Σ⟨x_t, ℓ_t⟩ may exceed min Σℓ_{t,i}
         */
        double after(int rounds, double rate);
    }

    private LearnerSubject(
            String name,
            Domain domain,
            Player player,
            Optional<Player> interrupted,
            RegretBound bound,
            boolean exponential,
            boolean scaleFree) {
        this.name = name;
        this.domain = domain;
        this.player = player;
        this.interrupted = interrupted;
        this.bound = bound;
        this.exponential = exponential;
        this.scaleFree = scaleFree;
    }

    /**
     * A learner of your own, of which nothing but its play and its bound is known.
     *
     * @param name the name
     * @param n the number of actions
     * @param player its play
     * @param bound its bound for losses in [0, 1]
     * @return the subject
     */
    public static LearnerSubject of(String name, int n, Player player, RegretBound bound) {
        return new LearnerSubject(name, new SimplexInterior(n), player, Optional.empty(), bound, false, false);
    }

    /**
     * The library's Hedge.
     *
     * @param n the number of actions
     * @return the subject
     */
    public static LearnerSubject hedge(int n) {
        return library(
                        "Hedge over " + n + " actions",
                        n,
                        rate -> Hedge.over(n).rate(rate),
                        (rounds, rate) -> Math.log(n) / rate + rate * rounds / 8)
                .withExponentialWeights();
    }

    /**
     * The library's Hedge with the rates √(8 ln n/t), whatever η is asked for.
     *
     * @param n the number of actions
     * @return the subject
     */
    public static LearnerSubject anytimeHedge(int n) {
        return library(
                "Hedge at any time over " + n + " actions",
                n,
                rate -> Hedge.over(n).anytime(),
                (rounds, rate) -> 2 * Math.sqrt(rounds * Math.log(n) / 2) + Math.sqrt(Math.log(n) / 8));
    }

    /**
     * The library's AdaHedge, whatever η is asked for.
     *
     * @param n the number of actions
     * @return the subject
     */
    public static LearnerSubject adaptiveHedge(int n) {
        return library(
                        "AdaHedge over " + n + " actions",
                        n,
                        rate -> Hedge.over(n).adaptive(),
                        (rounds, rate) -> Math.sqrt(rounds * Math.log(n)) + 2)
                .withScaleFreedom();
    }

    /**
     * The library's online mirror descent on the simplex, with the negative entropy another form of Hedge.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param name the name
     * @param phi the mirror map φ, on the orthant or everywhere
     * @param bound its bound for losses in [0, 1]
     * @return the subject
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> LearnerSubject mirrorDescent(
            String name, Legendre<X, Y> phi, RegretBound bound) {
        Geometry<X, Y> geometry = Geometry.mirror(phi, Constraint.simplex());
        return library(
                name,
                phi.size(),
                rate -> Online.mirrorDescent(geometry, uniform(phi.size()), LearningRate.constant(rate)),
                bound);
    }

    /**
     * The library's follow-the-regularised-leader on the simplex.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param name the name
     * @param phi the mirror map φ, on the orthant or everywhere
     * @param bound its bound for losses in [0, 1]
     * @return the subject
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> LearnerSubject followTheRegularisedLeader(
            String name, Legendre<X, Y> phi, RegretBound bound) {
        Geometry<X, Y> geometry = Geometry.mirror(phi, Constraint.simplex());
        return library(
                name,
                phi.size(),
                rate -> Online.followTheRegularisedLeader(geometry, uniform(phi.size()), LearningRate.constant(rate)),
                bound);
    }

    private static <X> Vec<X> uniform(int n) {
        return Vec.generate(n, i -> 1.0 / n);
    }

    private static <X extends Coordinates<Y>, Y extends Coordinates<X>> LearnerSubject library(
            String name, int n, Player.Rated<X, Y> method, RegretBound bound) {
        return of(name, n, Player.of(method), bound).withInterruption(LibraryLearners.interrupted(method));
    }

    @Override
    public String name() {
        return name;
    }

    /**
     * {@inheritDoc}
     *
     * @return the interior of the simplex, though samples are only used to draw losses from
     */
    @Override
    public Domain domain() {
        return domain;
    }

    /**
     * Its play.
     *
     * @param losses the losses of each round
     * @param rate η
     * @return the point of each round, and the next one
     */
    public List<double[]> play(List<double[]> losses, double rate) {
        return player.play(losses.stream().map(double[]::clone).toList(), rate);
    }

    /**
     * The same play, stopped, stored and resumed after each round.
     *
     * @return the player; empty if it cannot be interrupted
     */
    public Optional<Player> interrupted() {
        return interrupted;
    }

    /**
     * Its bound for losses in [0, 1].
     *
     * @return (T, η) ↦ the bound
     */
    public RegretBound bound() {
        return bound;
    }

    /**
     * Whether it declares that its points are proportional to exp(−ηΣℓ).
     *
     * @return true if it does
     */
    public boolean exponential() {
        return exponential;
    }

    /**
     * Whether it declares that losses of any size, all multiplied by one number, give the same points.
     *
     * @return true if it does
     */
    public boolean scaleFree() {
        return scaleFree;
    }

    /** How far a point is outside the simplex. */
    ToDoubleFunction<double[]> outside() {
        return LibraryMethods::outsideSimplex;
    }

    /**
     * The same subject with another play; the other parts stay.
     *
     * @param change what becomes of the play
     * @return the subject
     */
    public LearnerSubject withPlay(UnaryOperator<Player> change) {
        return new LearnerSubject(name, domain, change.apply(player), interrupted, bound, exponential, scaleFree);
    }

    /**
     * The same subject, which can be interrupted.
     *
     * @param other its play, stopped, stored and resumed after each round
     * @return the subject
     */
    public LearnerSubject withInterruption(Player other) {
        return new LearnerSubject(name, domain, player, Optional.of(other), bound, exponential, scaleFree);
    }

    /**
     * The same subject with another bound.
     *
     * @param other (T, η) ↦ the bound
     * @return the subject
     */
    public LearnerSubject withBound(RegretBound other) {
        return new LearnerSubject(name, domain, player, interrupted, other, exponential, scaleFree);
    }

    /**
     * The same subject, declaring that its points are exponential weights.
     *
     * @return the subject
     */
    public LearnerSubject withExponentialWeights() {
        return new LearnerSubject(name, domain, player, interrupted, bound, true, scaleFree);
    }

    /**
     * The same subject, declaring that losses of any size, all multiplied by one number, give the same points.
     *
     * @return the subject
     */
    public LearnerSubject withScaleFreedom() {
        return new LearnerSubject(name, domain, player, interrupted, bound, exponential, true);
    }

    @Override
    public String toString() {
        return name;
    }
}
