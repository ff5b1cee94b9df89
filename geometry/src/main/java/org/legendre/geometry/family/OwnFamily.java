package org.legendre.geometry.family;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Potential;
import org.legendre.geometry.SmoothFunction;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * An exponential family of one's own, from its log-partition ψ, sufficient statistic T and log base measure log h. Everything else is derived: dual
 * coordinates and the Fisher metric by automatic differentiation, θ from η by a certified Newton solve, KL as the Bregman divergence of ψ. Poisson:
 *
 * <pre>{@code
 * var poisson = OwnFamily.onCounts("poisson", Domain.reals(1),
 *     t -> t[0].exp(), x -> -LogGamma.value(x + 1), x -> x);
 * double kl = poisson.of(0.5).klTo(poisson.of(1.5));
 * }</pre>
 *
 * <p>A family on the line ({@link #onReals}, {@link #onPositive}, {@link #onCounts}, {@link #onLine}) also has entropies and draws samples, by
 * quadrature. Each family made is a family of its own: members of two do not compare, whatever their names.
 *
 * @param <T> the type of an observation
 */
public final class OwnFamily<T> implements ExponentialFamily<T, OwnMember<T>> {
    private final String name;
    private final Legendre<Natural, Expectation> potential;
    private final Function<T, Vec<Expectation>> statistic;
    private final ToDoubleFunction<T> logBaseMeasure;
    private final @Nullable Line line;

    /** What a family on the line knows besides. */
    record Line(Support support, DoubleUnaryOperator logBaseMeasure, List<DoubleUnaryOperator> statistic) {
        /** log h(x) + ⟨θ, T(x)⟩; T may overflow far out, where the density is 0. */
        double logWeight(double x, Vec<Natural> theta) {
            double sum = logBaseMeasure.applyAsDouble(x);
            for (int i = 0; i < statistic.size() && sum > Double.NEGATIVE_INFINITY; i++) {
                double factor = theta.get(i);
                sum += factor == 0 ? 0 : factor * statistic.get(i).applyAsDouble(x);
            }
            return sum;
        }
    }

    private OwnFamily(
            String name,
            Potential psi,
            Function<T, Vec<Expectation>> statistic,
            ToDoubleFunction<T> logBaseMeasure,
            @Nullable Line line) {
        this.name = name;
        this.potential = Legendre.of(psi);
        this.statistic = statistic;
        this.logBaseMeasure = logBaseMeasure;
        this.line = line;
    }

    /**
     * A family of observations of any type. Entropy and samples need more than these: see the families on the line.
     *
     * @param <T> the type of an observation
     * @param name the name, for messages
     * @param domain the open convex set of natural coordinates
     * @param psi ψ, strictly convex and steep on it
     * @param statistic T, in as many coordinates as the domain has
     * @param logBaseMeasure log h; −∞ off the support
     * @return the family
     */
    public static <T> OwnFamily<T> of(
            String name,
            Domain domain,
            SmoothFunction psi,
            Function<T, Vec<Expectation>> statistic,
            ToDoubleFunction<T> logBaseMeasure) {
        return of(name, Potential.of(domain, psi), statistic, logBaseMeasure);
    }

    /**
     * A family of observations of any type, from a potential with hand-written derivatives.
     *
     * @param <T> the type of an observation
     * @param name the name, for messages
     * @param psi ψ with its domain, strictly convex and steep
     * @param statistic T, in as many coordinates as the domain has
     * @param logBaseMeasure log h; −∞ off the support
     * @return the family
     */
    public static <T> OwnFamily<T> of(
            String name, Potential psi, Function<T, Vec<Expectation>> statistic, ToDoubleFunction<T> logBaseMeasure) {
        return new OwnFamily<>(name, psi, statistic, logBaseMeasure, null);
    }

    /**
     * A family with densities on all real numbers.
     *
     * @param name the name, for messages
     * @param domain the open convex set of natural coordinates
     * @param psi ψ, strictly convex and steep on it
     * @param logBaseMeasure log h
     * @param statistic the coordinates of T, as many as the domain has
     * @return the family
     */
    public static OwnFamily<Double> onReals(
            String name,
            Domain domain,
            SmoothFunction psi,
            DoubleUnaryOperator logBaseMeasure,
            DoubleUnaryOperator... statistic) {
        return onLine(name, Support.REALS, domain, psi, logBaseMeasure, statistic);
    }

    /**
     * A family with densities on the positive numbers.
     *
     * @param name the name, for messages
     * @param domain the open convex set of natural coordinates
     * @param psi ψ, strictly convex and steep on it
     * @param logBaseMeasure log h
     * @param statistic the coordinates of T, as many as the domain has
     * @return the family
     */
    public static OwnFamily<Double> onPositive(
            String name,
            Domain domain,
            SmoothFunction psi,
            DoubleUnaryOperator logBaseMeasure,
            DoubleUnaryOperator... statistic) {
        return onLine(name, Support.POSITIVE, domain, psi, logBaseMeasure, statistic);
    }

    /**
     * A family with probabilities on 0, 1, 2, …
     *
     * @param name the name, for messages
     * @param domain the open convex set of natural coordinates
     * @param psi ψ, strictly convex and steep on it
     * @param logBaseMeasure log h
     * @param statistic the coordinates of T, as many as the domain has
     * @return the family
     */
    public static OwnFamily<Double> onCounts(
            String name,
            Domain domain,
            SmoothFunction psi,
            DoubleUnaryOperator logBaseMeasure,
            DoubleUnaryOperator... statistic) {
        return onLine(name, Support.COUNTS, domain, psi, logBaseMeasure, statistic);
    }

    /**
     * A family on part of the line. Its quadratures look for one peak of the density.
     *
     * @param name the name, for messages
     * @param support where the distributions live; off it h is taken as 0
     * @param domain the open convex set of natural coordinates
     * @param psi ψ, strictly convex and steep on it
     * @param logBaseMeasure log h on the support
     * @param statistic the coordinates of T, as many as the domain has
     * @return the family
     */
    public static OwnFamily<Double> onLine(
            String name,
            Support support,
            Domain domain,
            SmoothFunction psi,
            DoubleUnaryOperator logBaseMeasure,
            DoubleUnaryOperator... statistic) {
        List<DoubleUnaryOperator> coordinates = List.of(statistic);
        if (coordinates.size() != domain.size()) {
            throw new DomainException(
                    "coordinates of the statistic of " + name, coordinates.size(), "" + domain.size());
        }
        DoubleUnaryOperator logBase =
                x -> support.contains(x) ? logBaseMeasure.applyAsDouble(x) : Double.NEGATIVE_INFINITY;
        return new OwnFamily<>(
                name,
                Potential.of(domain, psi),
                x -> Vec.generate(coordinates.size(), i -> coordinates.get(i).applyAsDouble(x)),
                logBase::applyAsDouble,
                new Line(support, logBase, coordinates));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<String> parameterNames() {
        return IntStream.rangeClosed(1, dimension()).mapToObj(i -> "theta" + i).toList();
    }

    @Override
    public Legendre<Natural, Expectation> potential() {
        return potential;
    }

    @Override
    public Vec<Expectation> statistic(T x) {
        return requireDimension(statistic.apply(x));
    }

    private Vec<Expectation> requireDimension(Vec<Expectation> value) {
        if (value.size() != dimension()) {
            throw new DomainException("statistic of " + name, value, "a vector of length " + dimension());
        }
        return value;
    }

    @Override
    public double logBaseMeasure(T x) {
        return logBaseMeasure.applyAsDouble(x);
    }

    @Override
    public OwnMember<T> member(Vec<Natural> theta) {
        potential.domain().require("θ", theta.toArray());
        return new OwnMember<>(this, theta);
    }

    @Override
    public OwnMember<T> atExpectation(Vec<Expectation> eta) {
        return member(potential.conjugate().gradient(eta));
    }

    /** {@inheritDoc} The parameters are θ. */
    @Override
    public OwnMember<T> of(double... parameters) {
        potential.domain().require("θ", parameters);
        return member(Vec.of(parameters));
    }

    /** {@inheritDoc} The source coordinates are θ. */
    @Override
    public Chart<Source, Natural> source() {
        return IdentityChart.of(this);
    }

    /**
     * Whether it is a family on the line, whose members are distributions that can be integrated or summed.
     *
     * @return true for a family made by one of the factories {@code on…}
     */
    public boolean isUnivariate() {
        return line != null;
    }

    /** log h(x) + ⟨θ, T(x)⟩; on the line T may overflow, where the density is 0. */
    double logWeight(T x, Vec<Natural> theta) {
        double logBase = logBaseMeasure(x);
        if (logBase == Double.NEGATIVE_INFINITY) {
            return logBase;
        }
        Line known = line;
        return known != null && x instanceof Double number
                ? known.logWeight(number, theta)
                : logBase + theta.dot(statistic(x));
    }

    /** The line, or an exception that says what it is wanted for. */
    Line requireLine(String wanted) {
        Line known = line;
        if (known == null) {
            throw new UnsupportedOperationException(wanted + " of " + name
                    + " cannot be derived from ψ, T and h alone: the observations have to be numbers on a known support"
                    + " (OwnFamily.onReals, onPositive, onCounts, onLine)");
        }
        return known;
    }

    @Override
    public String toString() {
        return "exponential family " + name + " on " + potential.domain();
    }
}
