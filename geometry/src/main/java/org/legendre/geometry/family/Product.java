package org.legendre.geometry.family;

import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * The distribution p ⊗ q of a pair of independent observations. Coordinates are those of p, then those of q; densities multiply, entropies and
 * divergences add, the Fisher metric is block diagonal.
 *
 * @param <A> the type of the first observation
 * @param <P> the type of its distribution
 * @param <B> the type of the second observation
 * @param <Q> the type of its distribution
 * @param first p
 * @param second q
 */
public record Product<A, P extends Member<A, P>, B, Q extends Member<B, Q>>(P first, Q second)
        implements Member<Pair<A, B>, Product<A, P, B, Q>> {
    @Override
    public ProductFamily<A, P, B, Q> family() {
        return new ProductFamily<>(first.family(), second.family());
    }

    @Override
    public Vec<Natural> natural() {
        return Slices.join(List.of(first.natural(), second.natural()));
    }

    @Override
    public Vec<Expectation> expectation() {
        return Slices.join(List.of(first.expectation(), second.expectation()));
    }

    @Override
    public Vec<Source> source() {
        return Slices.join(List.of(first.source(), second.source()));
    }

    @Override
    public double[] parameters() {
        return Slices.joined(List.of(first.parameters(), second.parameters()));
    }

    @Override
    public Metric<Natural, Expectation> fisher() {
        return Metric.of(Hessian.block(first.fisher().hessian(), second.fisher().hessian()));
    }

    @Override
    public Metric<Expectation, Natural> fisherInExpectation() {
        return Metric.of(Hessian.block(
                first.fisherInExpectation().hessian(),
                second.fisherInExpectation().hessian()));
    }

    @Override
    public Metric<Source, Differential<Source>> fisherInSource() {
        return Metric.of(Hessian.block(
                first.fisherInSource().hessian(), second.fisherInSource().hessian()));
    }

    @Override
    public double logDensity(Pair<A, B> x) {
        return first.logDensity(x.first()) + second.logDensity(x.second());
    }

    @Override
    public double entropy() {
        return first.entropy() + second.entropy();
    }

    @Override
    public double klTo(Product<A, P, B, Q> q) {
        return first.klTo(q.first) + second.klTo(q.second);
    }

    @Override
    public double crossEntropyTo(Product<A, P, B, Q> q) {
        return first.crossEntropyTo(q.first) + second.crossEntropyTo(q.second);
    }

    @Override
    public double skewedJensen(Product<A, P, B, Q> q, double alpha) {
        return first.skewedJensen(q.first, alpha) + second.skewedJensen(q.second, alpha);
    }

    @Override
    public Pair<A, B> sample(RandomGenerator random) {
        A one = first.sample(random);
        return new Pair<>(one, second.sample(random));
    }

    @Override
    public String toString() {
        return first + " ⊗ " + second;
    }
}
