package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.legendre.geometry.Chart;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The family of pairs of independent observations, each of a family of its own: ψ(θ₁, θ₂) = ψ₁(θ₁) + ψ₂(θ₂), T(x, y) = (T₁(x), T₂(y)), h = h₁h₂.
 *
 * @param <A> the type of the first observation
 * @param <P> the type of its distribution
 * @param <B> the type of the second observation
 * @param <Q> the type of its distribution
 * @param first the family of the first observation
 * @param second the family of the second observation
 */
public record ProductFamily<A, P extends Member<A, P>, B, Q extends Member<B, Q>>(
        ExponentialFamily<A, P> first, ExponentialFamily<B, Q> second)
        implements ExponentialFamily<Pair<A, B>, Product<A, P, B, Q>> {
    @Override
    public String name() {
        return first.name() + " ⊗ " + second.name();
    }

    @Override
    public List<String> parameterNames() {
        return Stream.concat(
                        first.parameterNames().stream().map(name -> "first " + name),
                        second.parameterNames().stream().map(name -> "second " + name))
                .toList();
    }

    @Override
    public Legendre<Natural, Expectation> potential() {
        return ProductPotential.legendre(List.of(first, second));
    }

    @Override
    public Vec<Expectation> statistic(Pair<A, B> x) {
        return Slices.join(List.of(first.statistic(x.first()), second.statistic(x.second())));
    }

    @Override
    public double logBaseMeasure(Pair<A, B> x) {
        return first.logBaseMeasure(x.first()) + second.logBaseMeasure(x.second());
    }

    @Override
    public Product<A, P, B, Q> member(Vec<Natural> theta) {
        int cut = cut(theta, "θ");
        return new Product<>(
                first.member(Slices.slice(theta, 0, cut)), second.member(Slices.slice(theta, cut, theta.size())));
    }

    @Override
    public Product<A, P, B, Q> atExpectation(Vec<Expectation> eta) {
        int cut = cut(eta, "η");
        return new Product<>(
                first.atExpectation(Slices.slice(eta, 0, cut)),
                second.atExpectation(Slices.slice(eta, cut, eta.size())));
    }

    private int cut(Vec<?> x, String what) {
        DomainException.requireLength(what, x.toArray(), first.dimension() + second.dimension());
        return first.dimension();
    }

    @Override
    public Product<A, P, B, Q> of(double... parameters) {
        int cut = first.parameterNames().size();
        DomainException.requireLength(
                "parameters of " + name(),
                parameters,
                cut + second.parameterNames().size());
        return new Product<>(
                first.of(Arrays.copyOf(parameters, cut)),
                second.of(Arrays.copyOfRange(parameters, cut, parameters.length)));
    }

    @Override
    public Chart<Source, Natural> source() {
        Chart<Source, Natural> one = first.source();
        Chart<Source, Natural> two = second.source();
        int cut = first.dimension();
        return Chart.of(
                s -> Slices.join(
                        List.of(one.forward(Slices.slice(s, 0, cut)), two.forward(Slices.slice(s, cut, s.size())))),
                t -> Slices.join(
                        List.of(one.inverse(Slices.slice(t, 0, cut)), two.inverse(Slices.slice(t, cut, t.size())))),
                s -> Slices.block(
                        List.of(one.jacobian(Slices.slice(s, 0, cut)), two.jacobian(Slices.slice(s, cut, s.size())))));
    }

    @Override
    public boolean symmetric() {
        return first.symmetric() && second.symmetric();
    }

    /** {@inheritDoc} Each component for itself, as its family does it. */
    @Override
    public Product<A, P, B, Q> maximumLikelihood(List<? extends Pair<A, B>> data) {
        return new Product<>(
                first.maximumLikelihood(data.stream().map(Pair::first).toList()),
                second.maximumLikelihood(data.stream().map(Pair::second).toList()));
    }

    @Override
    public String toString() {
        return first + " ⊗ " + second;
    }
}
