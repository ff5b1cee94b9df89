package org.legendre.properties;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.NegativeEntropy;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;

/**
 * What an optimizer claims, part by part, on plain arrays: its run, the same run interrupted and resumed, the mirror map φ whose steps it takes, its
 * duality gap, and what it becomes in another affine chart. Each part but the run may be missing; laws claim nothing of what is not there.
 */
public final class MethodSubject implements Subject {
    private static final double ON_THE_BOUNDARY = 1e-12;

    private final MethodParts parts;

    private MethodSubject(MethodParts parts) {
        this.parts = parts;
    }

    /**
     * A method of your own, of which nothing but its run is known: add what it claims with {@code with…}.
     *
     * @param name the name
     * @param domain where it starts
     * @param method its run
     * @return the subject
     */
    public static MethodSubject of(String name, Domain domain, Method method) {
        return new MethodSubject(new MethodParts(name, domain, method));
    }

    /**
     * The library's mirror descent.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param name the name
     * @param phi the mirror map φ
     * @return the subject
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject mirror(
            String name, Legendre<X, Y> phi) {
        return LibraryMethods.of(name, phi.domain(), Geometry.mirror(phi)).withMirror(name, phi);
    }

    /**
     * The library's mirror descent on the simplex: exponentiated gradient for the negative entropy. There is no step that it cannot take.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param name the name
     * @param phi the mirror map φ, on the orthant
     * @return the subject
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject onSimplex(
            String name, Legendre<X, Y> phi) {
        Geometry<X, Y> geometry = Geometry.mirror(phi, Constraint.simplex());
        return LibraryMethods.of(name, new SimplexInterior(phi.size()), geometry)
                .withMirror(name, phi)
                .withGap(geometry::gap)
                .withOutside(LibraryMethods::outsideSimplex)
                .with(copy -> {
                    copy.sums = true;
                    copy.hedges = phi.potential() instanceof NegativeEntropy;
                });
    }

    /**
     * The library's mirror descent on a convex set. Where the relative interior of the set is in an affine set and the steps stay in it, its three-point relation is an
     * equality; where steps can end on a face, an inequality.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param name the name
     * @param phi the mirror map φ
     * @param set the set
     * @param domain where it starts: the relative interior of the set or a part of it
     * @param flat whether no step ends on a face
     * @return the subject
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject onSet(
            String name, Legendre<X, Y> phi, Constraint set, Domain domain, boolean flat) {
        return LibraryMethods.of(name, domain, Geometry.mirror(phi, set))
                .withMirror(name, phi)
                .with(copy -> {
                    copy.flat = flat;
                    copy.sums = true;
                });
    }

    /**
     * The library's natural gradient, which is invariant under affine changes of coordinates.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param name the name
     * @param psi the potential whose Hessian is the metric
     * @return the subject
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject natural(
            String name, Legendre<X, Y> psi) {
        return LibraryMethods.of(name, psi.domain(), Geometry.natural(psi))
                .withAffineChart(
                        map -> Method.of(Geometry.<X, Y>natural(
                                map.preimage(psi.domain()),
                                z -> Metric.of(Hessian.dense(PositiveDefinite.of(map.pull(psi.potential()
                                        .hessian(map.to(z.toArray()))
                                        .toMatrix())))))),
                        true);
    }

    /**
     * Plain gradient descent: the same formula in every chart, and so another algorithm in each.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param name the name
     * @param n the dimension
     * @return the subject
     */
    public static <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject euclidean(String name, int n) {
        Geometry<X, Y> geometry = Geometry.euclidean(n);
        return LibraryMethods.of(name, Domain.reals(n), geometry).withAffineChart(map -> Method.of(geometry), false);
    }

    @Override
    public String name() {
        return parts.name;
    }

    /**
     * {@inheritDoc}
     *
     * @return where it starts
     */
    @Override
    public Domain domain() {
        return parts.domain;
    }

    @Override
    public boolean resolves(double[] x) {
        return parts.domain.contains(x)
                && parts.mirror.map(potential -> potential.resolves(x)).orElse(true);
    }

    /** Whether a point of the closed set is not a point of the domain in binary64: it has rounded onto the boundary. */
    boolean rounded(double[] x) {
        return !resolves(x)
                && parts.outside
                        .map(distance -> distance.applyAsDouble(x) <= ON_THE_BOUNDARY)
                        .orElse(false);
    }

    /**
     * A run.
     *
     * @param task what to minimise
     * @param start the first point
     * @param step the step length
     * @param steps how many steps to take
     * @return the start and the points after each step; fewer if a step could not be taken
     */
    public List<double[]> run(Task task, double[] start, double step, int steps) {
        return parts.method.run(task, start.clone(), step, steps);
    }

    /**
     * One step along a differential.
     *
     * @param x the point
     * @param g the differential there
     * @param step the step length
     * @return the next point; empty if the step could not be taken
     */
    public Optional<double[]> step(double[] x, double[] g, double step) {
        List<double[]> points = run(Task.linear(g), x, step, 1);
        return points.size() < 2 ? Optional.empty() : Optional.of(points.get(1));
    }

    /**
     * The same run, stopped, stored and resumed after each step.
     *
     * @return the method; empty if it cannot be interrupted
     */
    public Optional<Method> interrupted() {
        return parts.interrupted;
    }

    /**
     * The mirror map, if its steps are x₊ = argmin t⟨g, ·⟩ + D_φ(·, x).
     *
     * @return φ; empty for other methods
     */
    public Optional<PotentialSubject> mirror() {
        return parts.mirror;
    }

    /**
     * D_φ(u, x).
     *
     * @param u a point
     * @param x a point
     * @return the Bregman divergence of the mirror map; NaN if there is none
     */
    public double divergence(double[] u, double[] x) {
        return parts.divergence.applyAsDouble(u.clone(), x.clone());
    }

    /**
     * The duality gap.
     *
     * @return (x, ∇f(x)) ↦ a bound on f(x) − min f for convex f; empty if the method has none
     */
    public Optional<ToDoubleBiFunction<double[], double[]>> gap() {
        return parts.gap;
    }

    /**
     * The same method in other coordinates.
     *
     * @return map ↦ the method that works on z with x = Az + b; empty if that is not known
     */
    public Optional<Function<AffineMap, Method>> elsewhere() {
        return parts.elsewhere;
    }

    /**
     * Whether it declares that an affine change of coordinates changes nothing.
     *
     * @return true if it does
     */
    public boolean invariant() {
        return parts.invariant;
    }

    /**
     * How far a point is outside the closed set.
     *
     * @return x ↦ the distance in some norm, 0 inside; empty if it does not declare that its steps, however long, stay there
     */
    public Optional<ToDoubleFunction<double[]>> outside() {
        return parts.outside;
    }

    /**
     * The least value of a linear function on the set.
     *
     * @param g its coefficients
     * @return min over the set of ⟨g, ·⟩
     */
    public double least(double[] g) {
        return parts.least.applyAsDouble(g.clone());
    }

    /**
     * Whether dual points are shifted by a multiplier of the constraint, which rounds.
     *
     * @return true if they are
     */
    public boolean sums() {
        return parts.sums;
    }

    /**
     * Whether no step ends on a face of the set, so that its three-point relation is an equality.
     *
     * @return true unless steps can end on a face
     */
    public boolean flat() {
        return parts.flat;
    }

    /**
     * Whether it is exponentiated gradient on the simplex, which has a regret of its own.
     *
     * @return true if it is
     */
    public boolean hedges() {
        return parts.hedges;
    }

    /**
     * The same subject under another name.
     *
     * @param other the name
     * @return the subject
     */
    public MethodSubject named(String other) {
        return with(copy -> copy.name = other);
    }

    /**
     * The same subject with another run; the other parts stay.
     *
     * @param change what becomes of the run
     * @return the subject
     */
    public MethodSubject withRun(UnaryOperator<Method> change) {
        return with(copy -> copy.method = change.apply(copy.method));
    }

    /**
     * The same subject, which can be interrupted.
     *
     * @param method the run, stopped, stored and resumed after each step
     * @return the subject
     */
    public MethodSubject withInterruption(Method method) {
        return with(copy -> copy.interrupted = Optional.of(method));
    }

    /**
     * The same subject, declaring that its steps are those of a mirror map.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param name the name of φ
     * @param phi φ
     * @return the subject
     */
    public <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject withMirror(
            String name, Legendre<X, Y> phi) {
        return with(copy -> {
            copy.mirror = Optional.of(PotentialSubject.of(name, phi));
            copy.divergence = (u, x) -> phi.bregman(Vec.of(u), Vec.of(x));
        });
    }

    /**
     * The same subject, declaring that its steps, however long, stay in the closed set.
     *
     * @param distance x ↦ how far it is outside
     * @return the subject
     */
    public MethodSubject withOutside(ToDoubleFunction<double[]> distance) {
        return with(copy -> copy.outside = Optional.of(distance));
    }

    /**
     * The same subject with a duality gap on a set other than the simplex.
     *
     * @param bound (x, ∇f(x)) ↦ a bound on f(x) − min f for convex f
     * @param least g ↦ min over the set of ⟨g, ·⟩
     * @return the subject
     */
    public MethodSubject withGap(ToDoubleBiFunction<double[], double[]> bound, ToDoubleFunction<double[]> least) {
        return withGap(bound).with(copy -> copy.least = least);
    }

    /**
     * The same subject with a duality gap.
     *
     * @param bound (x, ∇f(x)) ↦ a bound on f(x) − min f for convex f
     * @return the subject
     */
    public MethodSubject withGap(ToDoubleBiFunction<double[], double[]> bound) {
        return with(copy -> copy.gap = Optional.of(bound));
    }

    /**
     * The same subject with what it is in other coordinates.
     *
     * @param elsewhere map ↦ the method that works on z with x = Az + b
     * @param invariant whether it declares that its iterates are the same points there
     * @return the subject
     */
    public MethodSubject withAffineChart(Function<AffineMap, Method> elsewhere, boolean invariant) {
        return with(copy -> {
            copy.elsewhere = Optional.of(elsewhere);
            copy.invariant = invariant;
        });
    }

    private MethodSubject with(Consumer<MethodParts> change) {
        MethodParts copy = new MethodParts(parts);
        change.accept(copy);
        return new MethodSubject(copy);
    }

    @Override
    public String toString() {
        return parts.name;
    }
}
