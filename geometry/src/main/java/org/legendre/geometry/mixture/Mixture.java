package org.legendre.geometry.mixture;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Distribution;
import org.legendre.geometry.family.OwnMember;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/**
 * The finite mixture with density Σ wⱼ pⱼ(x) of distributions of one kind. It is no exponential family and has no entropy or divergence in closed form:
 * {@link MixtureDivergences} estimates and bounds them.
 *
 * <p>Source: G. J. McLachlan and D. Peel, Finite Mixture Models (2000), §1.4.
 *
 * @param <T> the type of an observation
 * @param <M> the type of a component
 * @param weights w₁, …, wₖ
 * @param components p₁, …, pₖ, at least one
 */
public record Mixture<T, M extends Distribution<T, M>>(Probabilities weights, List<M> components) {
    /**
     * Checks that there is a weight for each component.
     *
     * @param weights w₁, …, wₖ
     * @param components p₁, …, pₖ
     * @throws DomainException if the numbers differ or there are none
     */
    public Mixture {
        components = List.copyOf(components);
        if (weights.size() != components.size()) {
            throw new DomainException("weights", weights, "one for each of " + components.size() + " components");
        }
    }

    /**
     * The mixture of equal weights.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a component
     * @param components p₁, …, pₖ, at least one
     * @return the mixture
     * @throws DomainException if there are none
     */
    public static <T, M extends Distribution<T, M>> Mixture<T, M> uniform(List<M> components) {
        if (components.isEmpty()) {
            throw new DomainException("components", components, "at least one");
        }
        return new Mixture<>(Probabilities.uniform(components.size()), components);
    }

    /**
     * The number of components.
     *
     * @return k
     */
    public int size() {
        return components.size();
    }

    /**
     * The logarithm of the density, log Σ exp(log wⱼ + log pⱼ(x)) with the largest term taken out.
     *
     * @param x an observation
     * @return log p(x) in nats; −∞ off the support of every component of positive weight
     */
    public double logDensity(T x) {
        return Logs.logSumExp(joint(x), 0, size());
    }

    /**
     * The density.
     *
     * @param x an observation
     * @return Σ wⱼ pⱼ(x)
     */
    public double density(T x) {
        return Math.exp(logDensity(x));
    }

    /**
     * The log-likelihood of data.
     *
     * @param data the observations
     * @return Σ log p(xᵢ) in nats
     */
    public double logLikelihood(List<? extends T> data) {
        return Sums.sum(data.stream().mapToDouble(this::logDensity).toArray());
    }

    /**
     * The probability that each component made the observation (Bayes' theorem).
     *
     * @param x an observation
     * @return wⱼ pⱼ(x)/p(x)
     * @throws DomainException if no component of positive weight can have made it
     */
    public Probabilities responsibilities(T x) {
        double[] joint = joint(x);
        if (Arrays.stream(joint).allMatch(term -> term == Double.NEGATIVE_INFINITY)) {
            throw new DomainException("observation", x, "a value that some component can take");
        }
        return Probabilities.ofLogits(joint);
    }

    private double[] joint(T x) {
        double[] joint = new double[size()];
        for (int j = 0; j < joint.length; j++) {
            double weight = weights.logProbability(j);
            joint[j] = weight == Double.NEGATIVE_INFINITY
                    ? weight
                    : weight + components.get(j).logDensity(x);
        }
        return joint;
    }

    /**
     * Draws a component, then an observation from it.
     *
     * @param random the source of randomness; the same seed draws the same
     * @return a draw
     */
    public T sample(RandomGenerator random) {
        double u = random.nextDouble();
        int chosen = 0;
        for (int j = 0; j < size(); j++) {
            if (weights.get(j) > 0) {
                chosen = j;
                u -= weights.get(j);
                if (u < 0) {
                    break;
                }
            }
        }
        return components.get(chosen).sample(random);
    }

    /**
     * This mixture as a distribution on the line, for quadratures and pictures.
     *
     * @return the same distribution
     * @throws UnsupportedOperationException if the components are not distributions on the line
     */
    public Univariate univariate() {
        return new LineMixture(
                weights, components.stream().map(Mixture::univariate).toList());
    }

    private static Univariate univariate(Distribution<?, ?> component) {
        if (component instanceof OwnMember<?> own) {
            return own.univariate();
        }
        if (component instanceof Univariate line) {
            return line;
        }
        throw new UnsupportedOperationException(component + " is not a distribution on the line");
    }

    @Override
    public String toString() {
        return IntStream.range(0, size())
                .mapToObj(j -> weights.get(j) + " " + components.get(j))
                .collect(Collectors.joining(" + "));
    }
}
