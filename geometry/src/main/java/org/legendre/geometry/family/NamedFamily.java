package org.legendre.geometry.family;

import java.util.List;
import org.legendre.geometry.Chart;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** What the families of the catalogue have in common: a name, named parameters, a potential and a chart from the source. */
abstract class NamedFamily<T, M extends Member<T, M>> implements ExponentialFamily<T, M> {
    private final String name;
    private final List<String> parameterNames;
    private final Legendre<Natural, Expectation> potential;

    NamedFamily(String name, List<String> parameterNames, Legendre<Natural, Expectation> potential) {
        this.name = name;
        this.parameterNames = List.copyOf(parameterNames);
        this.potential = potential;
    }

    /** The member of as many parameters as there are names. */
    abstract M create(double[] parameters);

    /** The member of checked natural coordinates. */
    abstract M atNatural(double[] theta);

    /** ∂θ/∂source. */
    abstract double[][] jacobian(Vec<Source> source);

    /** The member of a source vector; other than the parameters where some of them are shared. */
    M atSource(double[] source) {
        return of(source);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    @Override
    public final List<String> parameterNames() {
        return parameterNames;
    }

    @Override
    public final Legendre<Natural, Expectation> potential() {
        return potential;
    }

    @Override
    public final M of(double... parameters) {
        return create(DomainException.requireLength(
                "parameters (" + String.join(", ", parameterNames) + ")", parameters, parameterNames.size()));
    }

    @Override
    public M member(Vec<Natural> theta) {
        return atNatural(potential.domain().require("θ", theta.toArray()));
    }

    @Override
    public Chart<Source, Natural> source() {
        return Chart.of(s -> atSource(s.toArray()).natural(), t -> member(t).source(), this::jacobian);
    }
}
