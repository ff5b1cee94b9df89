package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.Chart;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/**
 * An exponential family: densities p(x; θ) = h(x) exp(⟨θ, T(x)⟩ − ψ(θ)). Three things define it, the log-partition ψ, the sufficient statistic T
 * and the base measure h; the rest of this interface is how to reach its members.
 *
 * <p>Source: O. Barndorff-Nielsen, Information and Exponential Families (1978), chapter 8.
 *
 * @param <T> the type of an observation
 * @param <M> the type of a member
 */
public interface ExponentialFamily<T, M extends Member<T, M>> {
    /**
     * The name in the catalogue.
     *
     * @return such as {@code "gamma"}
     */
    String name();

    /**
     * The names of the parameters that {@link #of} takes, in order.
     *
     * @return such as {@code [shape, rate]}
     */
    List<String> parameterNames();

    /**
     * The log-partition ψ, whose gradient maps θ to η.
     *
     * @return the Legendre function ψ
     */
    Legendre<Natural, Expectation> potential();

    /**
     * The sufficient statistic.
     *
     * @param x an observation of the support
     * @return T(x), a value in expectation coordinates
     * @throws DomainException if x is not a possible observation of any member
     */
    Vec<Expectation> statistic(T x);

    /**
     * The logarithm of the base measure.
     *
     * @param x an observation
     * @return log h(x); −∞ off the support
     */
    double logBaseMeasure(T x);

    /**
     * The member at natural coordinates θ.
     *
     * @param theta θ
     * @return the member
     * @throws DomainException if θ is outside the domain of ψ
     */
    M member(Vec<Natural> theta);

    /**
     * The member at expectation coordinates η. Families with boundary members accept η on that boundary.
     *
     * @param eta η
     * @return the member
     * @throws DomainException if no member has this expectation
     */
    M atExpectation(Vec<Expectation> eta);

    /**
     * The member of the given parameters, in the order of {@link #parameterNames}.
     *
     * @param parameters the parameters
     * @return the member
     * @throws DomainException if a parameter is outside its domain or their number is wrong
     */
    M of(double... parameters);

    /**
     * The chart from the source coordinates to the natural ones.
     *
     * @return source ↦ θ with its Jacobian ∂θ/∂source
     */
    Chart<Source, Natural> source();

    /**
     * The dimension of θ.
     *
     * @return n
     */
    default int dimension() {
        return potential().size();
    }

    /**
     * Whether KL(p‖q) = KL(q‖p) for all members, as for normals of one known variance.
     *
     * @return true if the family declares symmetry
     */
    default boolean symmetric() {
        return false;
    }

    /**
     * The mean of the sufficient statistic over data: all that a likelihood knows of them.
     *
     * @param data the observations, at least one
     * @return (1/n) Σ T(xᵢ)
     * @throws DomainException if there are no data, or an observation is off the support
     */
    default Vec<Expectation> meanStatistic(List<? extends T> data) {
        return Statistics.mean(this, data);
    }

    /**
     * Maximum likelihood: the member whose expectation is the mean of the statistic over the data (the forward-KL projection of the empirical
     * distribution onto the family).
     *
     * @param data the observations, at least one
     * @return the most likely member
     * @throws DomainException if there is none, with the reason, or an observation is off the support
     */
    default M maximumLikelihood(List<? extends T> data) {
        return atExpectation(meanStatistic(data));
    }

    /**
     * Maximum likelihood for observations that count as many times as their weights say, as responsibilities do.
     *
     * @param data the observations, at least one
     * @param weights as many numbers ≥ 0, not all 0, not necessarily whole
     * @return the member of expectation Σ wᵢT(xᵢ)/Σ wᵢ
     * @throws DomainException if there is none, with the reason, an observation is off the support, or a weight outside its domain
     */
    default M weightedMaximumLikelihood(List<? extends T> data, double[] weights) {
        return atExpectation(Statistics.mean(this, data, weights));
    }

    /**
     * The conjugate prior that weighs as much as ν observations with the mean statistic m.
     *
     * @param pseudoMean m, a point of the domain of ψ*
     * @param strength ν, positive
     * @return the density ∝ exp(ν(⟨m, θ⟩ − ψ(θ))) of θ
     * @throws DomainException if m is not the expectation of a member, or ν is not positive and finite
     */
    default ConjugatePrior<T, M> conjugatePrior(Vec<Expectation> pseudoMean, double strength) {
        return new ConjugatePrior<>(this, pseudoMean, strength);
    }

    /**
     * Maximum a posteriori: the member at the mode of the posterior density of θ. It exists also where no likelihood is the largest.
     *
     * @param data the observations, at least one
     * @param prior a conjugate prior of this family
     * @return the member of expectation (νm + Σ T(xᵢ))/(ν + n)
     * @throws DomainException if there are no data, an observation is off the support, or the prior is one of another family
     */
    default M maximumAPosteriori(List<? extends T> data, ConjugatePrior<T, M> prior) {
        return weightedMaximumAPosteriori(data, Statistics.ones(data), prior);
    }

    /**
     * Maximum a posteriori for observations that count as many times as their weights say.
     *
     * @param data the observations, at least one
     * @param weights as many numbers ≥ 0, not all 0, not necessarily whole
     * @param prior a conjugate prior of this family
     * @return the member of expectation (νm + Σ wᵢT(xᵢ))/(ν + Σ wᵢ)
     * @throws DomainException if an observation is off the support, a weight outside its domain, or the prior is one of another family
     */
    default M weightedMaximumAPosteriori(List<? extends T> data, double[] weights, ConjugatePrior<T, M> prior) {
        return maximumAPosteriori(
                Statistics.mean(this, data, weights), Arrays.stream(weights).sum(), prior);
    }

    /**
     * Maximum a posteriori from expected statistics.
     *
     * @param meanStatistic (1/n) Σ T(xᵢ), or its expectation
     * @param n the number of observations, positive, not necessarily whole
     * @param prior a conjugate prior of this family
     * @return the member of expectation (νm + n·mean)/(ν + n)
     * @throws DomainException if n is not positive and finite, or the prior is one of another family
     */
    default M maximumAPosteriori(Vec<Expectation> meanStatistic, double n, ConjugatePrior<T, M> prior) {
        prior.requireFamily(this);
        return prior.posterior(meanStatistic, n).mode();
    }

    /**
     * The family of n independent observations of one member: the same θ, statistic Σ T(xᵢ), log-partition nψ.
     *
     * @param n the number of observations, at least 1
     * @return the family of lists of n observations
     * @throws DomainException if n is not positive
     */
    default IidFamily<T, M> iid(int n) {
        return new IidFamily<>(this, n);
    }
}
