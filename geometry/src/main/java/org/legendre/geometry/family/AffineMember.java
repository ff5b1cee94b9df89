package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * A member of an {@link AffineFamily}: a point λ and the member of the larger family at θ = Aλ + b, which answers all but the coordinates.
 *
 * @param <T> the type of an observation
 * @param <M> the type of a member of the larger family
 */
public final class AffineMember<T, M extends Member<T, M>> implements Member<T, AffineMember<T, M>> {
    private final AffineFamily<T, M> family;
    private final Vec<Natural> lambda;
    private final M parent;

    AffineMember(AffineFamily<T, M> family, Vec<Natural> lambda, M parent) {
        this.family = family;
        this.lambda = lambda;
        this.parent = parent;
    }

    /**
     * The same distribution as a member of the larger family.
     *
     * @return the member at θ = Aλ + b
     */
    public M parent() {
        return parent;
    }

    @Override
    public AffineFamily<T, M> family() {
        return family;
    }

    @Override
    public Vec<Natural> natural() {
        return lambda;
    }

    /** {@inheritDoc} They are Aᵀη of the larger family. */
    @Override
    public Vec<Expectation> expectation() {
        return family.pulled(parent.expectation());
    }

    /** {@inheritDoc} They are λ. */
    @Override
    public Vec<Source> source() {
        return Vec.of(lambda.toArray());
    }

    /** {@inheritDoc} It is AᵀGA. */
    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(family.pulled(parent.fisher().hessian()));
    }

    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(fisher().hessian());
    }

    @Override
    public double logDensity(T x) {
        return parent.logDensity(x);
    }

    @Override
    public double entropy() {
        return parent.entropy();
    }

    @Override
    public double klTo(AffineMember<T, M> q) {
        return parent.klTo(same(q));
    }

    @Override
    public double crossEntropyTo(AffineMember<T, M> q) {
        return parent.crossEntropyTo(same(q));
    }

    @Override
    public double skewedJensen(AffineMember<T, M> q, double alpha) {
        return parent.skewedJensen(same(q), alpha);
    }

    private M same(AffineMember<T, M> q) {
        if (q.family != family) {
            throw new DomainException("second argument", q, "a member of the same family object as " + this);
        }
        return q.parent;
    }

    @Override
    public T sample(RandomGenerator random) {
        return parent.sample(random);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof AffineMember<?, ?> that && family == that.family && lambda.equals(that.lambda);
    }

    @Override
    public int hashCode() {
        return lambda.hashCode();
    }

    @Override
    public String toString() {
        return parent + " (λ = " + lambda + ")";
    }
}
