package org.legendre.geometry.family;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;

/**
 * A Bayesian model whose prior is itself a shipped family, so that posterior, evidence and prediction have closed forms. Beta and Bernoulli:
 *
 * <pre>{@code
 * Beta prior = new Beta(2, 2);
 * Beta posterior = ConjugateModels.bernoulli(prior).posterior(data);
 * double evidence = ConjugateModels.bernoulli(prior).logEvidence(data);
 * }</pre>
 *
 * <p>Common to all: log p(x | φ) = ⟨S(φ), Δ(x)⟩ + c(x) with S the sufficient statistic of the prior, so that an observation adds Δ(x) to the prior's
 * natural coordinates λ. Δ is an affine function of the statistic T(x) of the likelihood, all that a pair has to say. {@link ConjugateModels} lists the
 * shipped ones.
 *
 * <p>Source: H. Raiffa and R. Schlaifer, Applied Statistical Decision Theory (1961), chapter 3; A. Gelman et al., Bayesian Data Analysis (3rd ed., 2013),
 * chapters 2 and 3.
 *
 * @param <T> the type of an observation
 * @param <M> the distribution of an observation, given the parameter
 * @param <A> the type of the parameter φ
 * @param <P> the distribution of the parameter
 */
public final class ConjugateModel<T, M extends Member<T, M>, A, P extends Member<A, P>> {
    private final ExponentialFamily<T, M> likelihood;
    private final P prior;
    private final UnaryOperator<double[]> increment;
    private final Function<? super A, M> member;
    private final A reference;
    private final @Nullable BiFunction<P, List<? extends T>, P> update;

    private ConjugateModel(
            ExponentialFamily<T, M> likelihood,
            P prior,
            UnaryOperator<double[]> increment,
            Function<? super A, M> member,
            A reference,
            @Nullable BiFunction<P, List<? extends T>, P> update) {
        this.likelihood = likelihood;
        this.prior = prior;
        this.increment = increment;
        this.member = member;
        this.reference = reference;
        this.update = update;
    }

    /** This model with the posterior from data by formulas that lose less than the sum of statistics does. */
    ConjugateModel<T, M, A, P> updatedBy(BiFunction<P, List<? extends T>, P> formulas) {
        return new ConjugateModel<>(likelihood, prior, increment, member, reference, formulas);
    }

    /**
     * A pair of one's own.
     *
     * @param <T> the type of an observation
     * @param <M> the distribution of an observation
     * @param <A> the type of the parameter φ
     * @param <P> the distribution of the parameter
     * @param likelihood the family of the observations, whose statistic T is used
     * @param prior the prior
     * @param increment T(x) ↦ Δ(x), affine: what an observation adds to the natural coordinates of the prior
     * @param member φ ↦ the distribution of an observation
     * @param reference any φ where ⟨S(φ), Δ(x)⟩ is no larger than need be: c(x) is the log density there less that
     * @return the model
     */
    public static <T, M extends Member<T, M>, A, P extends Member<A, P>> ConjugateModel<T, M, A, P> of(
            ExponentialFamily<T, M> likelihood,
            P prior,
            UnaryOperator<double[]> increment,
            Function<? super A, M> member,
            A reference) {
        return new ConjugateModel<>(likelihood, prior, increment, member, reference, null);
    }

    /**
     * The prior.
     *
     * @return the distribution of the parameter before the data
     */
    public P prior() {
        return prior;
    }

    /**
     * The distribution of an observation for one value of the parameter.
     *
     * @param parameter φ
     * @return the member of the likelihood
     */
    public M likelihood(A parameter) {
        return member.apply(parameter);
    }

    /**
     * The posterior.
     *
     * @param data the observations, at least one
     * @return the distribution of the parameter after the data, of natural coordinates λ + Σ Δ(xᵢ)
     * @throws DomainException if there are no data, or an observation is off the support
     */
    public P posterior(List<? extends T> data) {
        Vec<Expectation> mean = likelihood.meanStatistic(data);
        return update == null ? posterior(mean, data.size()) : update.apply(prior, data);
    }

    /**
     * The posterior given n observations of which only the mean statistic is known, or its expectation.
     *
     * @param meanStatistic (1/n) Σ T(xᵢ), a mean of possible statistics, which is not checked
     * @param n the number of observations, positive, not necessarily whole
     * @return the distribution of the parameter
     * @throws DomainException if n is not positive and finite, a length is wrong, or no such posterior exists
     */
    public P posterior(Vec<Expectation> meanStatistic, double n) {
        DomainException.requirePositive("number of observations", n);
        double[] mean =
                DomainException.requireLength("mean statistic", meanStatistic.toArray(), likelihood.dimension());
        Vec<Natural> added = Vec.of(increment.apply(mean));
        return prior.family().member(prior.natural().plus(added.times(n)));
    }

    /**
     * This model with the posterior in place of the prior, for data that come one after the other.
     *
     * @param data the observations, at least one
     * @return the model that has seen them
     * @throws DomainException if there are no data, or an observation is off the support
     */
    public ConjugateModel<T, M, A, P> after(List<? extends T> data) {
        return new ConjugateModel<>(likelihood, posterior(data), increment, member, reference, update);
    }

    /**
     * The log evidence, or marginal likelihood: log ∫ Π p(xᵢ | φ) π(φ) dφ = E_posterior[log p(data | φ)] − KL(posterior‖prior).
     *
     * @param data the observations, at least one, in their order
     * @return the logarithm of their joint density in nats, to a few roundings of Σ|terms| of E_posterior[Σ log p(xᵢ | φ)] and of the divergence
     * @throws DomainException if there are no data, or an observation is off the support
     */
    public double logEvidence(List<? extends T> data) {
        P posterior = posterior(data);
        return expectedLogLikelihood(posterior, data) - posterior.klTo(prior);
    }

    /**
     * What data add to the natural coordinates of the prior, or of anything else that is known of the parameter.
     *
     * @param data the observations, at least one
     * @return Σ Δ(xᵢ)
     * @throws DomainException if there are no data, or an observation is off the support
     */
    public Vec<Natural> increment(List<? extends T> data) {
        double[] mean = likelihood.meanStatistic(data).toArray();
        return Vec.<Natural>of(increment.apply(mean)).times(data.size());
    }

    /**
     * The expectation of the log-likelihood where the parameter has a distribution of the prior's family: Σ E_q[log p(xᵢ | φ)], an affine function of the expectation coordinates of q with slope {@link #increment}.
     *
     * @param q the distribution of the parameter
     * @param data the observations
     * @return the expectation in nats, to a few roundings of Σ|terms|
     * @throws DomainException if an observation is off the support
     */
    public double expectedLogLikelihood(P q, List<? extends T> data) {
        M at = member.apply(reference);
        Vec<Expectation> shift = q.expectation().minus(prior.family().statistic(reference));
        double sum = 0;
        for (T x : data) {
            Vec<Natural> added = Vec.of(increment.apply(likelihood.statistic(x).toArray()));
            sum += at.logDensity(x) + added.dot(shift);
        }
        return sum;
    }

    /**
     * The logarithm of the predictive density ∫ p(x | φ) π(φ) dφ of the next observation (beta–binomial, negative binomial, Lomax, Student …).
     *
     * @param x an observation
     * @return its log density in nats; −∞ off the support
     */
    public double logPredictive(T x) {
        boolean possible = likelihood.logBaseMeasure(x) > Double.NEGATIVE_INFINITY;
        return possible ? logEvidence(List.of(x)) : Double.NEGATIVE_INFINITY;
    }

    /**
     * Draws from the predictive distribution: a parameter, then an observation.
     *
     * @param random the source of randomness
     * @return a draw
     */
    public T samplePredictive(RandomGenerator random) {
        return member.apply(prior.sample(random)).sample(random);
    }

    @Override
    public String toString() {
        return "x ~ " + likelihood + ", parameter ~ " + prior;
    }
}
