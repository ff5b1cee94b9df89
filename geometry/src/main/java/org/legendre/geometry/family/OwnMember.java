package org.legendre.geometry.family;

import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * A member of an {@link OwnFamily}: a point θ.
 *
 * @param <T> the type of an observation
 */
public final class OwnMember<T> implements Member<T, OwnMember<T>> {
    /** An integral that is less accurate than this, relative to 1 plus its size, is not passed off as a number. */
    private static final double ACCURACY = 1e-9;

    private final OwnFamily<T> family;
    private final Vec<Natural> theta;
    private final double logPartition;
    private @Nullable OwnDensity density;

    OwnMember(OwnFamily<T> family, Vec<Natural> theta) {
        this.family = family;
        this.theta = theta;
        this.logPartition = family.potential().value(theta);
    }

    @Override
    public OwnFamily<T> family() {
        return family;
    }

    @Override
    public Vec<Natural> natural() {
        return theta;
    }

    @Override
    public Vec<Expectation> expectation() {
        return family.potential().gradient(theta);
    }

    /** {@inheritDoc} They are θ. */
    @Override
    public Vec<Source> source() {
        return Vec.of(theta.toArray());
    }

    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(fisher().hessian());
    }

    @Override
    public double logDensity(T x) {
        return family.logWeight(x, theta) - logPartition;
    }

    /**
     * {@inheritDoc} It is ψ(θ) − ⟨θ, η⟩ − E[log h], the last by quadrature or summation.
     *
     * @throws UnsupportedOperationException if the family is not one on the line
     * @throws ConvergenceException if the quadrature does not converge
     */
    @Override
    public double entropy() {
        Estimate base = density("the entropy").expectedLogBaseMeasure();
        if (!(base.error() <= ACCURACY * (1 + Math.abs(base.value())))) {
            throw new ConvergenceException("E[log h] of " + this + " is only known as " + base, base.error());
        }
        return logPartition - theta.dot(expectation()) - base.value();
    }

    /**
     * {@inheritDoc}
     *
     * @throws DomainException if q is of another family, were it of the same name
     */
    @Override
    public double klTo(OwnMember<T> q) {
        return family.potential().bregman(same(q).theta, theta);
    }

    /**
     * {@inheritDoc}
     *
     * @throws DomainException if q is of another family, were it of the same name
     */
    @Override
    public double skewedJensen(OwnMember<T> q, double alpha) {
        return family.potential().skewedJensen(theta, same(q).theta, alpha);
    }

    private OwnMember<T> same(OwnMember<T> q) {
        if (q.family != family) {
            throw new DomainException("second argument", q, "a member of the same family object as " + this);
        }
        return q;
    }

    /**
     * {@inheritDoc} By inverting the distribution function: one uniform number a draw.
     *
     * @throws UnsupportedOperationException if the family is not one on the line
     */
    @Override
    public T sample(RandomGenerator random) {
        double x = density("a sample").quantile(random.nextDouble());
        // A family on the line is made with observations of type Double.
        @SuppressWarnings("unchecked")
        T observation = (T) (Object) x;
        return observation;
    }

    /**
     * This member as a distribution on the line, for {@link Univariate} divergences.
     *
     * @return the same distribution
     * @throws UnsupportedOperationException if the family is not one on the line
     */
    public Univariate univariate() {
        return density("a density on the line");
    }

    /**
     * The total probability ∫ h(x) exp(⟨θ, T(x)⟩ − ψ(θ)) dx, by quadrature or summation: not 1 if ψ does not belong to T and h.
     *
     * @return what should be 1
     * @throws UnsupportedOperationException if the family is not one on the line
     */
    public Estimate totalProbability() {
        return density("the total probability").totalProbability();
    }

    private OwnDensity density(String wanted) {
        OwnDensity known = density;
        if (known == null) {
            OwnFamily.Line line = family.requireLine(wanted);
            known = new OwnDensity(line, theta, logPartition);
            density = known;
        }
        return known;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof OwnMember<?> that && family == that.family && theta.equals(that.theta);
    }

    @Override
    public int hashCode() {
        return theta.hashCode();
    }

    @Override
    public String toString() {
        return family.name() + "(θ = " + theta + ")";
    }
}
