package org.legendre.geometry.family;

import java.util.List;
import org.legendre.geometry.Chart;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The family of n independent, identically distributed observations: T(x₁, …, xₙ) = Σ T(xᵢ), log-partition nψ(θ), h = Π h(xᵢ).
 *
 * @param <T> the type of an observation
 * @param <M> the type of its distribution
 * @param each the family of one observation
 * @param size n, at least 1
 */
public record IidFamily<T, M extends Member<T, M>>(ExponentialFamily<T, M> each, int size)
        implements ExponentialFamily<List<T>, Iid<T, M>> {
    /**
     * Checks the number.
     *
     * @param each the family of one observation
     * @param size n
     * @throws DomainException if n is not positive
     */
    public IidFamily {
        IndependentFamily.requireSize(size);
    }

    @Override
    public String name() {
        return each.name() + "^" + size;
    }

    @Override
    public List<String> parameterNames() {
        return each.parameterNames();
    }

    @Override
    public Legendre<Natural, Expectation> potential() {
        return ScaledPotential.legendre(each.potential(), size);
    }

    @Override
    public Vec<Expectation> statistic(List<T> x) {
        IndependentFamily.requireObservations(x, size);
        return x.stream().map(each::statistic).reduce(Vec::plus).orElseThrow();
    }

    @Override
    public double logBaseMeasure(List<T> x) {
        IndependentFamily.requireObservations(x, size);
        return x.stream().mapToDouble(each::logBaseMeasure).sum();
    }

    @Override
    public Iid<T, M> member(Vec<Natural> theta) {
        return new Iid<>(each.member(theta), size);
    }

    @Override
    public Iid<T, M> atExpectation(Vec<Expectation> eta) {
        return new Iid<>(each.atExpectation(Vec.generate(eta.size(), i -> eta.get(i) / size)), size);
    }

    @Override
    public Iid<T, M> of(double... parameters) {
        return new Iid<>(each.of(parameters), size);
    }

    @Override
    public Chart<Source, Natural> source() {
        return each.source();
    }

    @Override
    public boolean symmetric() {
        return each.symmetric();
    }

    /** {@inheritDoc} That of one observation, from all of them. */
    @Override
    public Iid<T, M> maximumLikelihood(List<? extends List<T>> data) {
        data.forEach(x -> IndependentFamily.requireObservations(x, size));
        return new Iid<>(
                each.maximumLikelihood(data.stream().<T>flatMap(List::stream).toList()), size);
    }

    @Override
    public String toString() {
        return each + "^" + size;
    }
}
