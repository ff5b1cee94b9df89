package org.legendre.properties;

import java.util.Arrays;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.function.ToDoubleBiFunction;
import org.legendre.geometry.Domain;

/** A divergence D(p, q) on the points of a domain, all that the laws of divergences need. */
public final class DivergenceSubject implements Subject {
    private final String name;
    private final Domain domain;
    private final ToDoubleBiFunction<double[], double[]> divergence;
    private final boolean symmetric;
    private final BiPredicate<double[], double[]> same;
    private final Predicate<double[]> resolves;

    DivergenceSubject(
            String name,
            Domain domain,
            ToDoubleBiFunction<double[], double[]> divergence,
            boolean symmetric,
            BiPredicate<double[], double[]> same,
            Predicate<double[]> resolves) {
        this.name = name;
        this.domain = domain;
        this.divergence = divergence;
        this.symmetric = symmetric;
        this.same = same;
        this.resolves = resolves;
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
        return new DivergenceSubject(name, domain, divergence, false, Arrays::equals, domain::contains);
    }

    /**
     * The same divergence, declaring that D(p, q) = D(q, p): it gets the law of symmetry instead of that of asymmetry.
     *
     * @return the subject
     */
    public DivergenceSubject declaredSymmetric() {
        return new DivergenceSubject(name, domain, divergence, true, same, resolves);
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
