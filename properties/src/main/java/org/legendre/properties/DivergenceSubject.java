package org.legendre.properties;

import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.FisherRao;
import org.legendre.geometry.family.Member;

/** A divergence D(p, q) on the points of a domain, all that the laws of divergences need. */
public final class DivergenceSubject implements Subject {
    private final String name;
    private final Domain domain;
    private final ToDoubleBiFunction<double[], double[]> divergence;
    private final boolean symmetric;
    private final BiPredicate<double[], double[]> same;
    private final Predicate<double[]> resolves;
    private final boolean metric;
    private final UnaryOperator<double[]> uncertainty;

    DivergenceSubject(
            String name,
            Domain domain,
            ToDoubleBiFunction<double[], double[]> divergence,
            boolean symmetric,
            BiPredicate<double[], double[]> same,
            Predicate<double[]> resolves,
            boolean metric,
            UnaryOperator<double[]> uncertainty) {
        this.name = name;
        this.domain = domain;
        this.divergence = divergence;
        this.symmetric = symmetric;
        this.same = same;
        this.resolves = resolves;
        this.metric = metric;
        this.uncertainty = uncertainty;
    }

    /**
     * A divergence that does not claim to be symmetric.
     *
     * @param name the name
     * @param domain where its arguments live
     * @param divergence (p, q) ↦ D(p, q)
     * @return the subject
     */
    public static DivergenceSubject of(String name, Domain domain, ToDoubleBiFunction<double[], double[]> divergence) {
        return new DivergenceSubject(
                name,
                domain,
                divergence,
                false,
                Arrays::equals,
                domain::contains,
                false,
                DivergenceSubject::lastPlaces);
    }

    /**
     * The Fisher–Rao distance of a family whose distance is closed, a metric, in natural coordinates.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param family the family
     * @return the subject
     */
    public static <T, M extends Member<T, M> & FisherRao<M>> DivergenceSubject fisherRao(
            ExponentialFamily<T, M> family) {
        FamilySubject whole = FamilySubject.of(family);
        DivergenceSubject kl = whole.divergence();
        return new DivergenceSubject(
                "Fisher–Rao distance of " + whole.name(),
                kl.domain,
                (p, q) -> family.member(Vec.of(p)).fisherRaoTo(family.member(Vec.of(q))),
                true,
                kl.same,
                kl.resolves,
                true,
                kl.uncertainty);
    }

    /** A few units in the last place of each coordinate. */
    private static double[] lastPlaces(double[] x) {
        double[] places = x.clone();
        for (int i = 0; i < places.length; i++) {
            places[i] = 4 * Math.ulp(x[i]);
        }
        return places;
    }

    /**
     * The same divergence, declaring that D(p, q) = D(q, p): it gets the law of symmetry instead of that of asymmetry.
     *
     * @return the subject
     */
    public DivergenceSubject declaredSymmetric() {
        return new DivergenceSubject(name, domain, divergence, true, same, resolves, metric, uncertainty);
    }

    /**
     * The same divergence, declaring that it satisfies the triangle inequality, D(p, q) ≤ D(p, r) + D(r, q): it gets that law instead of the one that
     * looks for a witness against it.
     *
     * @return the subject
     */
    public DivergenceSubject declaredMetric() {
        return new DivergenceSubject(name, domain, divergence, symmetric, same, resolves, true, uncertainty);
    }

    /** The same divergence with another divergence of the same claims. */
    DivergenceSubject withDivergence(ToDoubleBiFunction<double[], double[]> other) {
        return new DivergenceSubject(name, domain, other, symmetric, same, resolves, metric, uncertainty);
    }

    /** The same divergence of points that rounding may make one, or move. */
    DivergenceSubject knownTo(BiPredicate<double[], double[]> equal, UnaryOperator<double[]> rounding) {
        return new DivergenceSubject(name, domain, divergence, symmetric, equal, resolves, metric, rounding);
    }

    /** The same divergence at those points only that numbers resolve. */
    DivergenceSubject where(Predicate<double[]> resolved) {
        return new DivergenceSubject(name, domain, divergence, symmetric, same, resolved, metric, uncertainty);
    }

    /** By how much each coordinate of a point may be off, for its rounding. */
    double[] uncertainty(double[] x) {
        return uncertainty.apply(x.clone());
    }

    /**
     * Whether it declares the triangle inequality.
     *
     * @return true if it does
     */
    public boolean metric() {
        return metric;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public Domain domain() {
        return domain;
    }

    @Override
    public boolean resolves(double[] x) {
        return resolves.test(x);
    }

    /**
     * Whether it declares symmetry.
     *
     * @return true if D(p, q) = D(q, p) is claimed
     */
    public boolean symmetric() {
        return symmetric;
    }

    /**
     * D(p, q).
     *
     * @param p the first argument
     * @param q the second argument
     * @return the divergence
     */
    public double between(double[] p, double[] q) {
        return divergence.applyAsDouble(p.clone(), q.clone());
    }

    /**
     * Whether two points are one: arrays that round to one member of a family are.
     *
     * @param p a point
     * @param q a point
     * @return true if they stand for the same
     */
    public boolean same(double[] p, double[] q) {
        return same.test(p, q);
    }

    @Override
    public String toString() {
        return name;
    }
}
