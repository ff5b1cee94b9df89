package org.legendre.optimize.online;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Curve;
import org.legendre.optimize.Geometry;

/**
 * An online method: a mirror geometry, a start, a rule for the rates, and how the next point follows. Immutable; each learner starts afresh, and the same losses give the same bits.
 *
 * <p>Source: S. Shalev-Shwartz, Online learning and online convex optimization, Found. Trends Mach. Learn. 4 (2012), section 2; F. Orabona, A modern introduction to
 * online learning, arXiv 1912.13213 (2019), chapters 6 and 7.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag, of differentials
 */
public final class Online<X extends Coordinates<Y>, Y extends Coordinates<X>> {
    private final Geometry<X, Y> geometry;
    private final double[] start;
    private final LearningRate rate;
    private final boolean lazy;
    private final double @Nullable [] point;
    private final @Nullable Constraint set;
    private final @Nullable RegretTheorem theorem;

    private Online(
            Geometry<X, Y> geometry,
            double[] start,
            LearningRate rate,
            boolean lazy,
            double @Nullable [] point,
            @Nullable Constraint set,
            @Nullable RegretTheorem theorem) {
        this.geometry = geometry;
        this.start = start;
        this.rate = rate;
        this.lazy = lazy;
        this.point = point;
        this.set = set;
        this.theorem = theorem;
    }

    /**
     * Follow-the-regularised-leader on linearised losses, lazily projected: x_t minimises η_t Σ_{s&lt;t} ⟨g_s, x⟩ + D_φ(x, x₁), g_s = ∇f_s(x_s). Its regret is that of
     * {@link RegretTheorem#followTheRegularisedLeader}.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param geometry a mirror geometry, such as those of {@link Geometry#mirror(org.legendre.geometry.Legendre, Constraint)}
     * @param start x₁
     * @param rate the rates η_t
     * @return the method, compared with its start until it is told otherwise
     * @throws DomainException if the geometry has no dual points or keeps a term of its own, or the start is outside
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Online<X, Y> followTheRegularisedLeader(
            Geometry<X, Y> geometry, Vec<X> start, LearningRate rate) {
        return of(geometry, start, rate, true);
    }

    /**
     * Online mirror descent: x_{t+1} minimises η_t⟨g_t, x⟩ + D_φ(x, x_t), g_t = ∇f_t(x_t). Its regret is that of {@link RegretTheorem#mirrorDescent}.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param geometry a mirror geometry
     * @param start x₁
     * @param rate the rates η_t
     * @return the method, compared with its start until it is told otherwise
     * @throws DomainException if the geometry has no dual points or keeps a term of its own, or the start is outside
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> Online<X, Y> mirrorDescent(
            Geometry<X, Y> geometry, Vec<X> start, LearningRate rate) {
        return of(geometry, start, rate, false);
    }

    private static <X extends Coordinates<Y>, Y extends Coordinates<X>> Online<X, Y> of(
            Geometry<X, Y> geometry, Vec<X> start, LearningRate rate, boolean lazy) {
        if (!geometry.mirrors()) {
            throw new DomainException("geometry", geometry, "one of a mirror map, with dual points");
        }
        geometry.term().ifPresent(term -> {
            throw new DomainException(
                    "geometry", geometry, "one without a term (the losses of an online method are all that there is)");
        });
        double[] x = start.toArray();
        geometry.diagnose(x).ifPresent(reason -> {
            throw new DomainException("start", x, "a point of the geometry (" + reason + ")");
        });
        return new Online<>(geometry, x, rate, lazy, x, null, null);
    }

    /**
     * The same method, its regret counted against a fixed point.
     *
     * @param u a point of the closure of the set that the method plays in (to 10⁻¹²), as all theorems assume, where all losses are finite
     * @return the method
     * @throws DomainException if it has another dimension or is outside that closure
     */
    public Online<X, Y> against(Vec<X> u) {
        double[] to = DomainException.requireLength("comparison point", u.toArray(), start.length);
        closure().diagnose(to).ifPresent(reason -> {
            throw new DomainException(
                    "comparison point", to, "a point of the closure of the set of " + geometry + " (" + reason + ")");
        });
        return new Online<>(geometry, start, rate, lazy, to, null, theorem);
    }

    /**
     * The same method, its regret counted against the best point of a set in hindsight. The losses have to be linear then.
     *
     * @param actions a bounded set with {@linkplain Constraint#minimise linear minimisation}, as the simplex, whose best point is the best action; the start is in it,
     *     and its extreme points are in the closure of the set that the method plays in: best actions are
     *     looked at, and a round with another one is refused
     * @return the method
     * @throws DomainException if the set has no linear minimisation, is not bounded, does not contain the start or is seen to be no part of that closure
     */
    public Online<X, Y> against(Constraint actions) {
        actions.diagnose(start).ifPresent(reason -> {
            throw new DomainException("start", start, "a point of " + actions + " (" + reason + ")");
        });
        double[] ones = new double[start.length];
        Arrays.fill(ones, 1);
        double[] minusOnes = new double[start.length];
        Arrays.fill(minusOnes, -1);
        double[] best = new double[start.length];
        if (!actions.minimise(ones, best) || !actions.minimise(minusOnes, best)) {
            throw new DomainException("set of actions", actions, "a bounded set with linear minimisation");
        }
        // The best for 1, …, 1 was overwritten.
        inside(actions, best);
        actions.minimise(ones, best);
        inside(actions, best);
        return new Online<>(geometry, start, rate, lazy, null, actions, theorem);
    }

    private void inside(Constraint actions, double[] best) {
        closure().diagnose(best).ifPresent(reason -> {
            throw new DomainException(
                    "set of actions",
                    actions,
                    "a part of the closure of the set of " + geometry + " (not so its point " + Arrays.toString(best)
                            + ": " + reason + ")");
        });
    }

    private Closure closure() {
        return new Closure(geometry, start);
    }

    /**
     * The same method, its account held to a theorem.
     *
     * @param other the theorem
     * @return the method
     */
    public Online<X, Y> heldTo(RegretTheorem other) {
        return new Online<>(geometry, start, rate, lazy, point, set, other);
    }

    /**
     * A learner before its first round.
     *
     * @return the learner
     */
    public Learner<X, Y> start() {
        return new Learner<>(this, Optional.empty());
    }

    /**
     * A learner where another one stood; it goes on as that one would have, bit for bit.
     *
     * @param state the state of a learner of this method
     * @return the learner
     * @throws DomainException if the state is that of another method: of another dimension, geometry, start, rule, comparison or theorem, as far as they have a text of their own
     */
    public Learner<X, Y> resume(LearnerState<X, Y> state) {
        return new Learner<>(this, Optional.of(state));
    }

    /**
     * Plays a whole sequence of linear losses.
     *
     * @param losses the losses of each round
     * @return the learner after the last round
     * @throws DomainException if a round is refused
     */
    public Learner<X, Y> play(Iterable<double[]> losses) {
        Learner<X, Y> learner = start();
        for (double[] round : losses) {
            learner.observe(round);
        }
        return learner;
    }

    int size() {
        return start.length;
    }

    double[] first() {
        return start;
    }

    LearningRate rate() {
        return rate;
    }

    boolean lazy() {
        return lazy;
    }

    Curve curve() {
        return geometry.curve();
    }

    Origin origin() {
        return new Origin(lazy, geometry, rate, start, point, set, theorem);
    }

    Manner manner() {
        return Manner.of(geometry, start, lazy);
    }

    @Nullable
    RegretTheorem theorem() {
        return theorem;
    }

    /** What the regret is counted against, from a start with its dual point. */
    Yardstick yardstick(double[] x, double[] y) {
        Proximity proximity = new Proximity(geometry.curve(), x, y);
        if (set != null) {
            return new BestAction(set, x.length, proximity, closure());
        }
        return new FixedPoint(point == null ? x : point, proximity);
    }

    @Override
    public String toString() {
        return (lazy ? "follow the regularised leader, " : "online mirror descent, ") + geometry + ", " + rate;
    }
}
