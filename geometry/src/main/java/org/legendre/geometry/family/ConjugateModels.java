package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;

/** Conjugate pairs of shipped families, each a line: what an observation adds to the natural coordinates of the prior. */
public final class ConjugateModels {
    private ConjugateModels() {}

    /**
     * p ~ Beta(α, β), x ~ Bernoulli(p): the posterior is Beta(α + Σx, β + Σ(1 − x)).
     *
     * @param prior the distribution of p
     * @return the model
     */
    public static ConjugateModel<Integer, Bernoulli, Double, Beta> bernoulli(Beta prior) {
        return ConjugateModel.of(Bernoulli.FAMILY, prior, t -> array(t[0], 1 - t[0]), Bernoulli::new, 0.5);
    }

    /**
     * p ~ Beta(α, β), x ~ Binomial(n, p): the posterior is Beta(α + Σx, β + Σ(n − x)).
     *
     * @param trials n, known, from 1 to 2⁵³
     * @param prior the distribution of p
     * @return the model, whose predictions are beta–binomial
     * @throws DomainException if the number of trials is outside its domain
     */
    public static ConjugateModel<Long, Binomial, Double, Beta> binomial(long trials, Beta prior) {
        return ConjugateModel.of(
                Binomial.family(trials), prior, t -> array(t[0], trials - t[0]), p -> new Binomial(trials, p), 0.5);
    }

    /**
     * p ~ Beta(α, β), x ~ Geometric(p), failures before the first success: the posterior of n observations is Beta(α + n, β + Σx).
     *
     * @param prior the distribution of p
     * @return the model
     */
    public static ConjugateModel<Long, Geometric, Double, Beta> geometric(Beta prior) {
        return ConjugateModel.of(Geometric.FAMILY, prior, t -> array(1, t[0]), Geometric::new, 0.5);
    }

    /**
     * p ~ Beta(α, β), x ~ NegativeBinomial(r, p), failures before r successes: the posterior of n observations is Beta(α + nr, β + Σx).
     *
     * @param r the known number of successes, positive, not necessarily whole
     * @param prior the distribution of p
     * @return the model
     * @throws DomainException if r is not positive and finite
     */
    public static ConjugateModel<Long, NegativeBinomial, Double, Beta> negativeBinomial(double r, Beta prior) {
        return ConjugateModel.of(
                NegativeBinomial.family(r), prior, t -> array(r, t[0]), p -> new NegativeBinomial(r, p), 0.5);
    }

    /**
     * p ~ Dirichlet(α), x ~ Categorical(p): the posterior is Dirichlet(α + counts).
     *
     * @param prior the distribution of the probabilities
     * @return the model
     */
    public static ConjugateModel<Integer, Categorical, Probabilities, Dirichlet> categorical(Dirichlet prior) {
        int k = prior.size();
        return ConjugateModel.of(
                Categorical.family(k),
                prior,
                t -> Increments.completed(t, 1),
                Categorical::new,
                Probabilities.uniform(k));
    }

    /**
     * p ~ Dirichlet(α), x ~ Multinomial(n, p): the posterior is Dirichlet(α + Σx), all k counts.
     *
     * @param trials n, known, from 1 to 2⁵³
     * @param prior the distribution of the probabilities
     * @return the model, whose predictions are Dirichlet–multinomial
     * @throws DomainException if the number of trials is outside its domain
     */
    public static ConjugateModel<List<Long>, Multinomial, Probabilities, Dirichlet> multinomial(
            long trials, Dirichlet prior) {
        int k = prior.size();
        return ConjugateModel.of(
                Multinomial.family(trials, k),
                prior,
                t -> Increments.completed(t, (double) trials),
                p -> new Multinomial(trials, p),
                Probabilities.uniform(k));
    }

    /**
     * λ ~ Gamma(a, b), x ~ Poisson(λ): the posterior is Gamma(a + Σx, b + n).
     *
     * @param prior the distribution of λ
     * @return the model
     */
    public static ConjugateModel<Long, Poisson, Double, Gamma> poisson(Gamma prior) {
        return ConjugateModel.of(Poisson.FAMILY, prior, t -> array(t[0], -1), Poisson::new, 1.0);
    }

    /**
     * λ ~ Gamma(a, b), x ~ Exponential(λ): the posterior is Gamma(a + n, b + Σx).
     *
     * @param prior the distribution of the rate λ
     * @return the model
     */
    public static ConjugateModel<Double, Exponential, Double, Gamma> exponential(Gamma prior) {
        return ConjugateModel.of(Exponential.FAMILY, prior, t -> array(1, -t[0]), Exponential::new, 1.0);
    }

    /**
     * b ~ Gamma(a₀, b₀), x ~ Gamma(shape, b): the posterior is Gamma(a₀ + n·shape, b₀ + Σx).
     *
     * @param shape the known shape, positive
     * @param prior the distribution of the rate b
     * @return the model
     */
    public static ConjugateModel<Double, Gamma, Double, Gamma> gamma(double shape, Gamma prior) {
        DomainException.requirePositive("shape", shape);
        return ConjugateModel.of(Gamma.FAMILY, prior, t -> array(shape, -t[1]), rate -> new Gamma(shape, rate), 1.0);
    }

    /**
     * τ ~ Gamma(a, b), x of a family with ψ(θ) = −c log(−θ) + constant at θ = −τ: exponential, Laplace, Rayleigh, Weibull of known shape, Pareto of known
     * minimum, normal of known mean (there τ = 1/2σ²), and any of one's own. The posterior is Gamma(a + nc, b + ΣT(x)).
     *
     * @param <T> the type of an observation
     * @param <M> the type of its distribution
     * @param family the family
     * @param prior the distribution of τ = −θ
     * @return the model
     * @throws DomainException if ψ is not of that form
     */
    public static <T, M extends Member<T, M>> ConjugateModel<T, M, Double, Gamma> rate(
            ExponentialFamily<T, M> family, Gamma prior) {
        if (family.dimension() != 1) {
            throw new DomainException("family", family, "ψ(θ) = −c log(−θ) + constant, of dimension 1");
        }
        double shape = family.potential().gradient(Vec.of(-1)).get(0);
        double half = family.potential().gradient(Vec.of(-2)).get(0);
        if (!(shape > 0) || !(Math.abs(2 * half - shape) <= 1e-13 * shape)) {
            throw new DomainException("family", family, "ψ(θ) = −c log(−θ) + constant");
        }
        return ConjugateModel.of(family, prior, t -> array(shape, -t[0]), rate -> family.member(Vec.of(-rate)), 1.0);
    }

    /**
     * μ ~ N(m, s²), x ~ N(μ, σ²) with σ² known: the posterior is normal with precision 1/s² + n/σ².
     *
     * @param variance the known σ², positive
     * @param prior the distribution of μ
     * @return the model
     */
    public static ConjugateModel<Double, NormalKnownVariance, Double, Normal> normalMean(
            double variance, Normal prior) {
        return ConjugateModel.of(
                NormalKnownVariance.family(variance),
                prior,
                t -> array(t[0] / variance, -0.5 / variance),
                mean -> new NormalKnownVariance(mean, variance),
                0.0);
    }

    /**
     * μ ~ N(m, S), x ~ N(μ, Σ) in d dimensions with Σ known: the posterior is normal with precision S⁻¹ + nΣ⁻¹.
     *
     * @param covariance the known Σ
     * @param prior the distribution of μ, of the same dimension
     * @return the model
     * @throws DomainException if the dimensions differ
     */
    public static ConjugateModel<Vec<Euclidean>, MultivariateNormal, Vec<Euclidean>, MultivariateNormal> normalMean(
            PositiveDefinite covariance, MultivariateNormal prior) {
        int d = requireDimension("covariance", covariance.size(), prior.size());
        return ConjugateModel.of(
                MultivariateNormal.family(d),
                prior,
                t -> MultivariateNormalPotential.natural(Arrays.copyOf(t, d), covariance),
                mean -> new MultivariateNormal(mean, covariance),
                Vec.zeros(d));
    }

    /**
     * τ ~ Gamma(a, b), x ~ N(μ, 1/τ) with μ known: the posterior is Gamma(a + n/2, b + ½ Σ(x − μ)²).
     *
     * @param mean the known μ
     * @param prior the distribution of the precision τ = 1/σ²
     * @return the model
     */
    public static ConjugateModel<Double, NormalKnownMean, Double, Gamma> normalPrecision(double mean, Gamma prior) {
        return ConjugateModel.of(
                NormalKnownMean.family(mean),
                prior,
                t -> array(0.5, -0.5 * t[0]),
                precision -> new NormalKnownMean(mean, 1 / precision),
                1.0);
    }

    /**
     * σ² ~ InverseGamma(a, b), x ~ N(μ, σ²) with μ known: the posterior is InverseGamma(a + n/2, b + ½ Σ(x − μ)²).
     *
     * @param mean the known μ
     * @param prior the distribution of σ²
     * @return the model
     */
    public static ConjugateModel<Double, NormalKnownMean, Double, InverseGamma> normalVariance(
            double mean, InverseGamma prior) {
        return ConjugateModel.of(
                NormalKnownMean.family(mean),
                prior,
                t -> array(0.5, -0.5 * t[0]),
                variance -> new NormalKnownMean(mean, variance),
                1.0);
    }

    /**
     * Λ ~ Wishart(ν, V), x ~ N(μ, Λ⁻¹) in d dimensions with μ known: the posterior is Wishart(ν + n, (V⁻¹ + Σ(x − μ)(x − μ)ᵀ)⁻¹).
     *
     * @param mean the known μ
     * @param prior the distribution of the precision Λ, of the same dimension
     * @return the model
     * @throws DomainException if the dimensions differ
     */
    public static ConjugateModel<Vec<Euclidean>, MultivariateNormal, PositiveDefinite, Wishart> normalPrecision(
            Vec<Euclidean> mean, Wishart prior) {
        int d = requireDimension("mean", mean.size(), prior.scale().size());
        return ConjugateModel.of(
                MultivariateNormal.family(d),
                prior,
                t -> Increments.halfScatter(t, mean),
                precision -> new MultivariateNormal(mean, precision.inverse()),
                PositiveDefinite.identity(d));
    }

    /**
     * Σ ~ InverseWishart(ν, Ψ), x ~ N(μ, Σ) in d dimensions with μ known: the posterior is InverseWishart(ν + n, Ψ + Σ(x − μ)(x − μ)ᵀ).
     *
     * @param mean the known μ
     * @param prior the distribution of the covariance Σ, of the same dimension
     * @return the model
     * @throws DomainException if the dimensions differ
     */
    public static ConjugateModel<Vec<Euclidean>, MultivariateNormal, PositiveDefinite, InverseWishart> normalCovariance(
            Vec<Euclidean> mean, InverseWishart prior) {
        int d = requireDimension("mean", mean.size(), prior.scale().size());
        return ConjugateModel.of(
                MultivariateNormal.family(d),
                prior,
                t -> Increments.halfScatter(t, mean),
                covariance -> new MultivariateNormal(mean, covariance),
                PositiveDefinite.identity(d));
    }

    /**
     * (μ, τ) ~ NormalGamma(m, κ, a, b), x ~ N(μ, 1/τ): the posterior has the mean m + n(x̄ − m)/(κ + n), the count κ + n, the shape a + n/2 and the rate
     * b + ½ Σ(x − x̄)² + ½ κn/(κ + n) (x̄ − m)², computed by these, so that a large mean costs no accuracy.
     *
     * @param prior the distribution of mean and precision
     * @return the model
     */
    public static ConjugateModel<Double, Normal, Normal, NormalGamma> normal(NormalGamma prior) {
        return ConjugateModel.of(
                        Normal.FAMILY, prior, t -> array(0.5, -0.5 * t[1], t[0], -0.5), p -> p, new Normal(0, 1))
                .updatedBy(NormalPosterior::of);
    }

    /**
     * (μ, Σ) ~ NormalInverseWishart(m, κ, ν, Ψ), x ~ N(μ, Σ): the posterior has the mean m + n(x̄ − m)/(κ + n), the count κ + n, ν + n degrees of freedom and
     * the scale Ψ + Σ(x − x̄)(x − x̄)ᵀ + κn/(κ + n) (x̄ − m)(x̄ − m)ᵀ, computed by these, so that a large mean costs no accuracy.
     *
     * @param prior the distribution of mean and covariance
     * @return the model
     */
    public static ConjugateModel<Vec<Euclidean>, MultivariateNormal, MultivariateNormal, NormalInverseWishart> normal(
            NormalInverseWishart prior) {
        int d = prior.size();
        return ConjugateModel.of(
                        MultivariateNormal.family(d),
                        prior,
                        t -> Increments.normalWishart(t, d),
                        p -> p,
                        MultivariateNormal.standard(d))
                .updatedBy(NormalPosterior::of);
    }

    private static int requireDimension(String what, int dimension, int expected) {
        if (dimension != expected) {
            throw new DomainException("dimension of the " + what, dimension, "that of the prior, " + expected);
        }
        return dimension;
    }

    private static double[] array(double... entries) {
        return entries;
    }
}
