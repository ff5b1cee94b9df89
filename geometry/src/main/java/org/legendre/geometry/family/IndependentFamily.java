package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.legendre.geometry.Chart;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The n-fold product of a family: n independent observations, each with a parameter of its own; ψ(θ₁, …, θₙ) = Σ ψ(θᵢ).
 *
 * @param <T> the type of an observation
 * @param <M> the type of its distribution
 * @param each the family of each observation
 * @param size n, at least 1
 */
public record IndependentFamily<T, M extends Member<T, M>>(ExponentialFamily<T, M> each, int size)
        implements ExponentialFamily<List<T>, Independent<T, M>> {
    /**
     * Checks the number.
     *
     * @param each the family of each observation
     * @param size n
     * @throws DomainException if n is not positive
     */
    public IndependentFamily {
        requireSize(size);
    }

    static int requireSize(int size) {
        if (size < 1) {
            throw new DomainException("number of observations", size, "an integer ≥ 1");
        }
        return size;
    }

    static void requireObservations(List<?> x, int size) {
        if (x.size() != size) {
            throw new DomainException("observations", x, "a list of " + size);
        }
    }

    @Override
    public String name() {
        return size + " × " + each.name();
    }

    @Override
    public List<String> parameterNames() {
        return IntStream.rangeClosed(1, size)
                .boxed()
                .flatMap(i -> each.parameterNames().stream().map(name -> name + " " + i))
                .toList();
    }

    @Override
    public Legendre<Natural, Expectation> potential() {
        return ProductPotential.legendre(Collections.nCopies(size, each));
    }

    @Override
    public Vec<Expectation> statistic(List<T> x) {
        requireObservations(x, size);
        return Slices.join(x.stream().map(each::statistic).toList());
    }

    @Override
    public double logBaseMeasure(List<T> x) {
        requireObservations(x, size);
        return x.stream().mapToDouble(each::logBaseMeasure).sum();
    }

    @Override
    public Independent<T, M> member(Vec<Natural> theta) {
        return new Independent<>(parts(theta, "θ", each.dimension(), each::member));
    }

    @Override
    public Independent<T, M> atExpectation(Vec<Expectation> eta) {
        return new Independent<>(parts(eta, "η", each.dimension(), each::atExpectation));
    }

    @Override
    public Independent<T, M> of(double... parameters) {
        int width = each.parameterNames().size();
        DomainException.requireLength("parameters of " + name(), parameters, size * width);
        return new Independent<T, M>(each(i -> each.of(Arrays.copyOfRange(parameters, i * width, (i + 1) * width))));
    }

    private <C, R> List<R> parts(Vec<C> x, String what, int width, Function<Vec<C>, R> part) {
        DomainException.requireLength(what, x.toArray(), size * width);
        return each(i -> part.apply(Slices.slice(x, i * width, (i + 1) * width)));
    }

    private <R> List<R> each(IntFunction<R> part) {
        return IntStream.range(0, size).mapToObj(part).toList();
    }

    @Override
    public Chart<Source, Natural> source() {
        Chart<Source, Natural> chart = each.source();
        int width = each.dimension();
        return Chart.of(
                s -> Slices.join(parts(s, "source", width, chart::forward)),
                t -> Slices.join(parts(t, "θ", width, chart::inverse)),
                s -> Slices.block(parts(s, "source", width, chart::jacobian)));
    }

    @Override
    public boolean symmetric() {
        return each.symmetric();
    }

    /** {@inheritDoc} Each component for itself, as its family does it. */
    @Override
    public Independent<T, M> maximumLikelihood(List<? extends List<T>> data) {
        data.forEach(x -> requireObservations(x, size));
        List<M> components = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            int component = i;
            components.add(each.maximumLikelihood(
                    data.stream().map(x -> x.get(component)).toList()));
        }
        return new Independent<>(components);
    }

    @Override
    public String toString() {
        return size + " × " + each;
    }
}
