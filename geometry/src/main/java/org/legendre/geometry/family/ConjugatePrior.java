package org.legendre.geometry.family;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Vec;

/**
 * The conjugate prior of an exponential family: the density ∝ exp(ν(⟨m, θ⟩ − ψ(θ))) of the natural coordinates θ with respect to Lebesgue measure dθ.
 * It weighs as much as ν observations whose statistics have the mean m; data only move m and add to ν.
 *
 * <p>Source: P. Diaconis and D. Ylvisaker, Conjugate priors for exponential families, Ann. Statist. 7 (1979), theorem 1: it is proper for every
 * ν &gt; 0 and m of the interior of the convex support.
 *
 * <p>A prior around a member keeps that member, and its posteriors keep theirs: where m rounds, as E[x²] of a normal far from 0 does, the mode has all
 * its digits.
 *
 * @param <T> the type of an observation
 * @param <M> the type of a member
 */
public final class ConjugatePrior<T, M extends Member<T, M>> {
    private final ExponentialFamily<T, M> family;
    private final Vec<Expectation> pseudoMean;
    private final double strength;
    private final @Nullable M mode;

    /**
     * The prior of a mean statistic.
     *
     * @param family the family whose θ is uncertain
     * @param pseudoMean m, the mean statistic that the prior stands for: a point of the domain of ψ*
     * @param strength ν &gt; 0, the number of observations that it is worth, not necessarily whole
     * @throws DomainException if m is not the expectation of a member, or ν is not positive and finite: exp(ν(⟨m, θ⟩ − ψ(θ))) then has no integral
     */
    public ConjugatePrior(ExponentialFamily<T, M> family, Vec<Expectation> pseudoMean, double strength) {
        this(family, pseudoMean, strength, null);
        family.potential().conjugate().domain().require("pseudo-mean of the prior", pseudoMean.toArray());
    }

    private ConjugatePrior(
            ExponentialFamily<T, M> family, Vec<Expectation> pseudoMean, double strength, @Nullable M mode) {
        this.family = family;
        this.pseudoMean = pseudoMean;
        this.strength = DomainException.requirePositive("strength of the prior", strength);
        this.mode = mode;
    }

    /**
     * The prior whose mode is a given member.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param guess the member that is held to be most plausible
     * @param strength ν, the number of observations that this opinion is worth
     * @return the prior with m = E_guess[T]
     * @throws DomainException if the guess is a boundary member, or ν is not positive and finite
     */
    public static <T, M extends Member<T, M>> ConjugatePrior<T, M> around(M guess, double strength) {
        ExponentialFamily<T, M> family = guess.family();
        Vec<Expectation> mean = guess.expectation();
        if (!family.potential().conjugate().domain().contains(mean.toArray())) {
            // Rounding may have moved the mean there, or the guess is a boundary member, which has no θ.
            guess.natural();
        }
        return new ConjugatePrior<>(family, mean, strength, guess);
    }

    /**
     * The family.
     *
     * @return the family whose θ is uncertain
     */
    public ExponentialFamily<T, M> family() {
        return family;
    }

    /**
     * The mean statistic that this prior stands for.
     *
     * @return m
     */
    public Vec<Expectation> pseudoMean() {
        return pseudoMean;
    }

    /**
     * The number of observations that this prior is worth, not necessarily whole.
     *
     * @return ν
     */
    public double strength() {
        return strength;
    }

    /** This, if it is a prior of the family: members that differ in what a family shares refuse to be compared. */
    ConjugatePrior<T, M> requireFamily(ExponentialFamily<T, M> other) {
        if (!family.equals(other)) {
            try {
                other.of(mode().parameters()).klTo(mode());
            } catch (DomainException different) {
                DomainException reason = new DomainException("prior", this, "a conjugate prior of " + other);
                reason.initCause(different);
                throw reason;
            }
        }
        return this;
    }

    /**
     * The posterior: m becomes the mean over pseudo-observations and observations, and ν grows by n.
     *
     * @param data the observations, at least one
     * @return the conjugate prior with (νm + Σ T(xᵢ))/(ν + n) and ν + n
     * @throws DomainException if there are no data, or an observation is off the support
     */
    public ConjugatePrior<T, M> posterior(List<? extends T> data) {
        Vec<Expectation> mean = family.meanStatistic(data);
        return mode == null
                ? posterior(mean, data.size())
                : new ConjugatePrior<>(
                        family,
                        moved(mean, data.size()),
                        strength + data.size(),
                        family.maximumAPosteriori(data, this));
    }

    /**
     * The posterior given n observations of which only the mean statistic is known, or its expectation.
     *
     * @param meanStatistic (1/n) Σ T(xᵢ), a point of the closed convex support, which is not checked
     * @param n the number of observations, positive, not necessarily whole
     * @return the conjugate prior with (νm + n·mean)/(ν + n) and ν + n
     * @throws DomainException if n is not positive and finite, or the new m is not the expectation of a member, as by rounding on the boundary
     */
    public ConjugatePrior<T, M> posterior(Vec<Expectation> meanStatistic, double n) {
        DomainException.requirePositive("number of observations", n);
        return new ConjugatePrior<>(family, moved(meanStatistic, n), strength + n);
    }

    /** (νm + n·mean)/(ν + n). */
    private Vec<Expectation> moved(Vec<Expectation> meanStatistic, double n) {
        double weight = n / (strength + n);
        return weight <= 0.5
                ? pseudoMean.plus(meanStatistic.minus(pseudoMean).times(weight))
                : meanStatistic.plus(pseudoMean.minus(meanStatistic).times(strength / (strength + n)));
    }

    /**
     * The member at the mode of the density of θ: the maximum a posteriori, where ∇ψ(θ) = m. The mode is that of the density with respect to dθ; in
     * other coordinates the density, and so its mode, is another.
     *
     * @return the member of expectation m
     */
    public M mode() {
        return mode == null ? family.atExpectation(pseudoMean) : mode;
    }

    /**
     * The expectation of η = ∇ψ(θ) under this prior, which is m (Diaconis and Ylvisaker 1979, theorem 2).
     *
     * @return m
     */
    public Vec<Expectation> expectation() {
        return pseudoMean;
    }

    /**
     * The logarithm of the density of θ with respect to dθ, up to the normaliser: less its value at the mode, that is −ν KL(p_mode‖p_θ).
     *
     * @param p the member of natural coordinates θ
     * @return log π(θ)/π(mode) ≤ 0 in nats, to the relative accuracy of the divergence; 0 only at the mode
     */
    public double logDensity(M p) {
        return 0 - strength * mode().klTo(p);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ConjugatePrior<?, ?> that
                && family.equals(that.family)
                && pseudoMean.equals(that.pseudoMean)
                && strength == that.strength
                && Objects.equals(mode, that.mode);
    }

    @Override
    public int hashCode() {
        return Objects.hash(family, pseudoMean, strength);
    }

    @Override
    public String toString() {
        return "conjugate prior of " + family + ": mean " + pseudoMean + " worth " + strength + " observations";
    }
}
