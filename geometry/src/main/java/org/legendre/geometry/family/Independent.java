package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The distribution p₁ ⊗ … ⊗ pₙ of n independent observations, each with a member of one family of its own (n coins, each with its bias). Alike
 * observations are an {@link Iid}.
 *
 * @param <T> the type of an observation
 * @param <M> the type of its distribution
 * @param components p₁, …, pₙ, at least one, of one family
 */
public record Independent<T, M extends Member<T, M>>(List<M> components) implements Member<List<T>, Independent<T, M>> {
    /**
     * Copies the list.
     *
     * @param components p₁, …, pₙ
     * @throws DomainException if there are none, or they are not of one family
     */
    public Independent {
        components = List.copyOf(components);
        IndependentFamily.requireSize(components.size());
        for (M component : components) {
            components.get(0).klTo(component); // refuses members that differ in what a family shares
        }
    }

    @Override
    public IndependentFamily<T, M> family() {
        return new IndependentFamily<>(components.get(0).family(), components.size());
    }

    @Override
    public Vec<Natural> natural() {
        return join(M::natural);
    }

    @Override
    public Vec<Expectation> expectation() {
        return join(M::expectation);
    }

    @Override
    public Vec<Source> source() {
        return join(M::source);
    }

    private <C> Vec<C> join(Function<M, Vec<C>> part) {
        return Slices.join(components.stream().map(part).toList());
    }

    @Override
    public double[] parameters() {
        return Slices.joined(components.stream().map(M::parameters).toList());
    }

    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(block(p -> p.fisher().hessian()));
    }

    @Override
    public Metric<Expectation, Natural> fisherInExpectation() {
        return Metric.of(block(p -> p.fisherInExpectation().hessian()));
    }

    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(block(p -> p.fisherInSource().hessian()));
    }

    private Hessian block(Function<M, Hessian> part) {
        return Hessian.block(components.stream().map(part).toArray(Hessian[]::new));
    }

    @Override
    public double logDensity(List<T> x) {
        IndependentFamily.requireObservations(x, components.size());
        return IntStream.range(0, x.size())
                .mapToDouble(i -> components.get(i).logDensity(x.get(i)))
                .sum();
    }

    @Override
    public double entropy() {
        return components.stream().mapToDouble(M::entropy).sum();
    }

    @Override
    public double klTo(Independent<T, M> q) {
        return total(q, M::klTo);
    }

    @Override
    public double crossEntropyTo(Independent<T, M> q) {
        return total(q, M::crossEntropyTo);
    }

    @Override
    public double skewedJensen(Independent<T, M> q, double alpha) {
        return total(q, (one, two) -> one.skewedJensen(two, alpha));
    }

    private double total(Independent<T, M> q, BiFunction<M, M, Double> term) {
        if (q.components.size() != components.size()) {
            throw new DomainException("second argument", q, components.size() + " independent components");
        }
        double sum = 0;
        for (int i = 0; i < components.size(); i++) {
            sum += term.apply(components.get(i), q.components.get(i));
        }
        return sum;
    }

    @Override
    public List<T> sample(RandomGenerator random) {
        List<T> draws = new ArrayList<>();
        components.forEach(p -> draws.add(p.sample(random)));
        return List.copyOf(draws);
    }

    @Override
    public String toString() {
        return String.join(" ⊗ ", components.stream().map(M::toString).toList());
    }
}
