package org.legendre.properties;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Domain;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;

/**
 * What an exponential family claims of its observations, part by part: densities, statistic, base measure, draws, entropy and inference. θ and η are plain
 * arrays, an observation is an object of the family's own type. Each part can be replaced ({@code with…}), which is how a mutant is made.
 *
 * <p>Laws that integrate densities make a claim where there is a {@link #space}; the laws of draws make one of every family.
 */
public final class ObservationSubject implements Subject {
    private final Parts parts;

    private ObservationSubject(Parts parts) {
        this.parts = parts;
    }

    /** θ ↦ n draws from a seed. */
    public interface Sampler {
        /**
         * Draws.
         *
         * @param theta θ
         * @param seed the seed; the same seed draws the same
         * @param n how many
         * @return n independent observations
         */
        List<Object> draw(double[] theta, long seed, int n);
    }

    /** The skewed Jensen divergence. */
    public interface Skewed {
        /**
         * −log ∫ p^α q^(1−α).
         *
         * @param thetaP θ of p
         * @param thetaQ θ of q
         * @param alpha α
         * @return the divergence in nats
         */
        double between(double[] thetaP, double[] thetaQ, double alpha);
    }

    /** The third derivative of ψ. */
    public interface Third {
        /**
         * ∇³ψ(θ)[u, v].
         *
         * @param theta θ
         * @param u a tangent
         * @param v a tangent
         * @return the covector
         */
        double[] at(double[] theta, double[] u, double[] v);
    }

    /** A conjugate update. */
    public interface Update {
        /**
         * The posterior of a conjugate prior ∝ exp(ν(⟨m, θ⟩ − ψ(θ))).
         *
         * @param prior (m₁, …, mₙ, ν)
         * @param data the observations
         * @return (m′₁, …, m′ₙ, ν′)
         */
        double[] posterior(double[] prior, List<?> data);
    }

    /** What a subject is made of; a copy is changed before a subject is made of it, and not after. */
    static final class Parts {
        FamilySubject family;

        @Nullable
        SampleSpace space;

        Function<double[], ToDoubleFunction<Object>> logDensity;
        Function<Object, double[]> statistic;
        ToDoubleFunction<Object> logBaseMeasure;
        Sampler sampler;
        ToDoubleFunction<double[]> entropy;
        Skewed skewed;
        Third third;
        Function<List<?>, double[]> maximumLikelihood;
        Update update;

        <T, M extends Member<T, M>> Parts(FamilySubject family, Observations<T, M> observations) {
            this.family = family;
            this.space = observations.space();
            this.logDensity = observations::logDensity;
            this.statistic = observations::statistic;
            this.logBaseMeasure = observations::logBaseMeasure;
            this.sampler = observations::draw;
            this.entropy = observations::entropy;
            this.skewed = observations::skewedJensen;
            this.third = observations::third;
            this.maximumLikelihood = observations::maximumLikelihood;
            this.update = observations::posterior;
        }

        Parts(Parts other) {
            this.family = other.family;
            this.space = other.space;
            this.logDensity = other.logDensity;
            this.statistic = other.statistic;
            this.logBaseMeasure = other.logBaseMeasure;
            this.sampler = other.sampler;
            this.entropy = other.entropy;
            this.skewed = other.skewed;
            this.third = other.third;
            this.maximumLikelihood = other.maximumLikelihood;
            this.update = other.update;
        }
    }

    /**
     * The observations of a family.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param family the family
     * @return the subject
     */
    public static <T, M extends Member<T, M>> ObservationSubject of(ExponentialFamily<T, M> family) {
        return of(FamilySubject.of(family).withoutObservations(), family);
    }

    static <T, M extends Member<T, M>> ObservationSubject of(FamilySubject subject, ExponentialFamily<T, M> family) {
        return new ObservationSubject(new Parts(subject, new Observations<>(family)));
    }

    @Override
    public String name() {
        return parts.family.name();
    }

    @Override
    public Domain domain() {
        return parts.family.domain();
    }

    @Override
    public boolean resolves(double[] theta) {
        return parts.family.resolves(theta);
    }

    /**
     * The family of which these are the observations: ψ, Fisher and KL.
     *
     * @return the family
     */
    public FamilySubject family() {
        return parts.family;
    }

    /**
     * What the densities are integrated over.
     *
     * @return the space; empty if integrals over it are out of reach, as over matrices
     */
    public Optional<SampleSpace> space() {
        return Optional.ofNullable(parts.space);
    }

    /**
     * The log density of a member.
     *
     * @param theta θ
     * @return x ↦ log p(x; θ); −∞ off the support
     */
    public ToDoubleFunction<Object> logDensity(double[] theta) {
        return parts.logDensity.apply(theta.clone());
    }

    /**
     * The sufficient statistic.
     *
     * @param x an observation
     * @return T(x)
     */
    public double[] statistic(Object x) {
        return parts.statistic.apply(x);
    }

    /**
     * The log base measure.
     *
     * @param x an observation
     * @return log h(x)
     */
    public double logBaseMeasure(Object x) {
        return parts.logBaseMeasure.applyAsDouble(x);
    }

    /**
     * Draws.
     *
     * @param theta θ
     * @param seed the seed
     * @param n how many
     * @return n independent observations
     */
    public List<Object> draw(double[] theta, long seed, int n) {
        return parts.sampler.draw(theta.clone(), seed, n);
    }

    /**
     * The entropy of a member.
     *
     * @param theta θ
     * @return −E[log p(X)] in nats
     */
    public double entropy(double[] theta) {
        return parts.entropy.applyAsDouble(theta.clone());
    }

    /**
     * The skewed Jensen divergence.
     *
     * @param thetaP θ of p
     * @param thetaQ θ of q
     * @param alpha α
     * @return −log ∫ p^α q^(1−α) in nats
     */
    public double skewedJensen(double[] thetaP, double[] thetaQ, double alpha) {
        return parts.skewed.between(thetaP.clone(), thetaQ.clone(), alpha);
    }

    /**
     * The third derivative of ψ, the Amari–Chentsov tensor.
     *
     * @param theta θ
     * @param u a tangent
     * @param v a tangent
     * @return the covector ∇³ψ(θ)[u, v]
     */
    public double[] third(double[] theta, double[] u, double[] v) {
        return parts.third.at(theta.clone(), u.clone(), v.clone());
    }

    /**
     * Maximum likelihood.
     *
     * @param data the observations
     * @return η of the most likely member
     */
    public double[] maximumLikelihood(List<?> data) {
        return parts.maximumLikelihood.apply(data);
    }

    /**
     * The posterior of a conjugate prior.
     *
     * @param prior (m₁, …, mₙ, ν) of the density ∝ exp(ν(⟨m, θ⟩ − ψ(θ)))
     * @param data the observations
     * @return the same numbers of the posterior
     */
    public double[] posterior(double[] prior, List<?> data) {
        return parts.update.posterior(prior.clone(), data);
    }

    /**
     * The same observations with another ψ, Fisher or KL.
     *
     * @param other the family
     * @return the subject
     */
    public ObservationSubject withFamily(FamilySubject other) {
        return with(copy -> copy.family = other);
    }

    /**
     * The same subject with another density; the other parts stay.
     *
     * @param other θ ↦ (x ↦ log p(x; θ))
     * @return the subject
     */
    public ObservationSubject withLogDensity(Function<double[], ToDoubleFunction<Object>> other) {
        return with(copy -> copy.logDensity = other);
    }

    /**
     * The same subject with another statistic; the other parts stay.
     *
     * @param other T
     * @return the subject
     */
    public ObservationSubject withStatistic(Function<Object, double[]> other) {
        return with(copy -> copy.statistic = other);
    }

    /**
     * The same subject with another base measure; the other parts stay.
     *
     * @param other log h
     * @return the subject
     */
    public ObservationSubject withLogBaseMeasure(ToDoubleFunction<Object> other) {
        return with(copy -> copy.logBaseMeasure = other);
    }

    /**
     * The same subject with another sampler; the other parts stay.
     *
     * @param other the sampler
     * @return the subject
     */
    public ObservationSubject withSampler(Sampler other) {
        return with(copy -> copy.sampler = other);
    }

    /**
     * The same subject with another entropy; the other parts stay.
     *
     * @param other θ ↦ H
     * @return the subject
     */
    public ObservationSubject withEntropy(ToDoubleFunction<double[]> other) {
        return with(copy -> copy.entropy = other);
    }

    /**
     * The same subject with another skewed Jensen divergence; the other parts stay.
     *
     * @param other the divergence
     * @return the subject
     */
    public ObservationSubject withSkewedJensen(Skewed other) {
        return with(copy -> copy.skewed = other);
    }

    /**
     * The same subject with another third derivative; the other parts stay.
     *
     * @param other ∇³ψ
     * @return the subject
     */
    public ObservationSubject withThird(Third other) {
        return with(copy -> copy.third = other);
    }

    /**
     * The same subject with another fit; the other parts stay.
     *
     * @param other data ↦ η
     * @return the subject
     */
    public ObservationSubject withMaximumLikelihood(Function<List<?>, double[]> other) {
        return with(copy -> copy.maximumLikelihood = other);
    }

    /**
     * The same subject with another conjugate update; the other parts stay.
     *
     * @param other the update
     * @return the subject
     */
    public ObservationSubject withPosterior(Update other) {
        return with(copy -> copy.update = other);
    }

    private ObservationSubject with(Consumer<Parts> change) {
        Parts copy = new Parts(parts);
        change.accept(copy);
        return new ObservationSubject(copy);
    }

    @Override
    public String toString() {
        return name();
    }
}
