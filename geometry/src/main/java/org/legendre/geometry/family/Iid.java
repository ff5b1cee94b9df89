package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The distribution p ⊗ … ⊗ p of n independent, identically distributed observations. θ is that of p; T(x₁, …, xₙ) = Σ T(xᵢ), and η, entropy,
 * divergences and the Fisher metric are n times those of p.
 *
 * @param <T> the type of an observation
 * @param <M> the type of its distribution
 * @param each p
 * @param size n, at least 1
 */
public record Iid<T, M extends Member<T, M>>(M each, int size) implements Member<List<T>, Iid<T, M>> {
    /**
     * Checks the number.
     *
     * @param each p
     * @param size n
     * @throws DomainException if n is not positive
     */
    public Iid {
        IndependentFamily.requireSize(size);
    }

    @Override
    public IidFamily<T, M> family() {
        return new IidFamily<>(each.family(), size);
    }

    @Override
    public Vec<Natural> natural() {
        return each.natural();
    }

    @Override
    public Vec<Expectation> expectation() {
        return each.expectation().times(size);
    }

    @Override
    public Vec<Source> source() {
        return each.source();
    }

    @Override
    public double[] parameters() {
        return each.parameters();
    }

    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(new ScaledHessian(each.fisher().hessian(), size));
    }

    @Override
    public Metric<Expectation, Natural> fisherInExpectation() {
        return Metric.of(new ScaledHessian(each.fisherInExpectation().hessian(), 1.0 / size));
    }

    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(new ScaledHessian(each.fisherInSource().hessian(), size));
    }

    @Override
    public double logDensity(List<T> x) {
        IndependentFamily.requireObservations(x, size);
        return x.stream().mapToDouble(each::logDensity).sum();
    }

    @Override
    public double entropy() {
        return size * each.entropy();
    }

    @Override
    public double klTo(Iid<T, M> q) {
        requireSame(q);
        return size * each.klTo(q.each);
    }

    @Override
    public double crossEntropyTo(Iid<T, M> q) {
        requireSame(q);
        return size * each.crossEntropyTo(q.each);
    }

    @Override
    public double skewedJensen(Iid<T, M> q, double alpha) {
        requireSame(q);
        return size * each.skewedJensen(q.each, alpha);
    }

    private void requireSame(Iid<T, M> q) {
        if (q.size != size) {
            throw new DomainException("second argument", q, "a distribution of " + size + " observations");
        }
    }

    @Override
    public List<T> sample(RandomGenerator random) {
        return Stream.generate(() -> each.sample(random)).limit(size).toList();
    }

    @Override
    public String toString() {
        return "(" + each + ")^" + size;
    }
}
