package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * A member of a {@link CurvedFamily}: a point λ and the member of the larger family at θ(λ).
 *
 * @param <T> the type of an observation
 * @param <M> the type of a member of the larger family
 */
public final class CurvedMember<T, M extends Member<T, M>> implements Distribution<T, CurvedMember<T, M>>, Parametric {
    private final CurvedFamily<T, M> family;
    private final Vec<Source> lambda;
    private final M parent;
    private final double[][] jacobian;

    CurvedMember(CurvedFamily<T, M> family, Vec<Source> lambda, M parent, double[][] jacobian) {
        this.family = family;
        this.lambda = lambda;
        this.parent = parent;
        this.jacobian = jacobian;
    }

    /**
     * The family that this is a point of.
     *
     * @return the curved family
     */
    public CurvedFamily<T, M> family() {
        return family;
    }

    /**
     * The same distribution as a member of the larger family.
     *
     * @return the member at θ(λ)
     */
    public M parent() {
        return parent;
    }

    /** {@inheritDoc} They are λ. */
    @Override
    public Vec<Source> source() {
        return lambda;
    }

    /** {@inheritDoc} It is JᵀGJ. */
    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(new PulledHessian(parent.fisher().hessian(), jacobian));
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
    public double klTo(CurvedMember<T, M> q) {
        return parent.klTo(same(q));
    }

    @Override
    public double crossEntropyTo(CurvedMember<T, M> q) {
        return parent.crossEntropyTo(same(q));
    }

    private M same(CurvedMember<T, M> q) {
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
        return other instanceof CurvedMember<?, ?> that && family == that.family && lambda.equals(that.lambda);
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
