package org.legendre.optimize.natural;

import java.util.function.Function;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.model.Damped;
import org.legendre.geometry.model.FisherForm;
import org.legendre.geometry.model.Likelihood;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Sampling;
import org.legendre.optimize.Scheme;

/**
 * Natural gradient in weights: w₊ = w − t(F(w) + λI)⁻¹∇f(w), with F a {@link FisherForm}: Fisher information, or a structured approximation of it.
 *
 * <pre>{@code
 * var likelihood = Likelihood.of(ParametricModel.linear(5, Output.bernoulli()), inputs, labels);
 * var geometry = NaturalGradient.of(5, w -> likelihood.fisher(w).damped(0));
 * var run = Descent.of(NegativeLogLikelihood.of(likelihood), geometry).run(Vec.zeros(5));
 * }</pre>
 *
 * <p>Without the matrix, from the direction before:
 *
 * <pre>{@code
 * var solver = ConjugateGradients.to(1e-6);
 * var geometry = NaturalGradient.of(n, w -> likelihood.fisher(w).damped(1e-3).by(solver));
 * var run = Descent.of(loss, geometry).by(Scheme.warmStarted()).run(w0);
 * }</pre>
 *
 * <p>In a perceptron, layer by layer:
 *
 * <pre>{@code
 * var geometry = NaturalGradient.of(n, w -> likelihood.fisher(w).kronecker().damped(1e-3));
 * }</pre>
 *
 * <p>With damping that adapts to what the steps gain, from λ = 0 of its own:
 *
 * <pre>{@code
 * var geometry = NaturalGradient.of(n, w -> likelihood.fisher(w).damped(0));
 * var run = Descent.of(loss, geometry).by(Scheme.levenbergMarquardt()).run(w0);
 * }</pre>
 *
 * <p>With steps that move the model by at most δ nats: {@link #trustRegion}. From batches, or online: {@link #stochastic}, {@link #online}. With momentum: {@link Scheme#heavyBall}.
 *
 * <p>An {@link org.legendre.geometry.model.EmpiricalFisher} is refused by the compiler. It makes a metric when it is damped, which {@link Geometry#natural(Domain, Function)} takes as it takes any metric; what results is no natural
 * gradient.
 *
 * <p>Source: S. Amari, Natural gradient works efficiently in learning, Neural Comput. 10 (1998), theorem 1.
 */
public final class NaturalGradient {
    private NaturalGradient() {}

    /**
     * The geometry of a Fisher information.
     *
     * @param n the number of weights, at least 1
     * @param fisher w ↦ F(w) + λI
     * @return the geometry; a run in which a solve does not reach its tolerance, or the matrix is singular, ends as {@link org.legendre.optimize.Outcome.Failed} with the reason in words
     * @throws DomainException if n is not positive
     */
    public static Geometry<Weights, Differential<Weights>> of(
            int n, Function<Vec<Weights>, ? extends Damped<? extends FisherForm>> fisher) {
        if (n < 1) {
            throw new DomainException("number of weights", n, "at least 1");
        }
        return Geometry.natural(Domain.reals(n), fisher);
    }

    /**
     * Natural gradient in a trust region of the mean Kullback–Leibler divergence: {@link Scheme#trustRegion} with {@link Likelihood#meanDivergence}. No step moves the model by more than δ.
     *
     * @param likelihood the model with its inputs
     * @param radius δ in nats, positive
     * @return the scheme, for {@link #of}
     * @throws DomainException if δ is not positive and finite
     */
    public static Scheme trustRegion(Likelihood<?, ?> likelihood, double radius) {
        return Scheme.trustRegion(radius, likelihood::meanDivergence);
    }

    /**
     * Natural gradient from batches, with a running average of their Fisher information: {@link StochasticNaturalGradient}. The same seed gives the same bits, and a resumed run those of the unbroken one.
     *
     * @param likelihood the likelihood whose observations are the terms of the objective
     * @param sampling what is drawn
     * @param first the rate η₁ of the first step
     * @param power the exponent: η_k = η₁/k^power
     * @return the scheme, for {@link Geometry#euclidean}, with damping 0
     * @throws DomainException if the rate is not positive or the power negative, or one is not finite
     */
    public static StochasticNaturalGradient stochastic(
            Likelihood<?, ?> likelihood, Sampling sampling, double first, double power) {
        return StochasticNaturalGradient.drawn(likelihood, sampling, first, power);
    }

    /**
     * Amari's online rule with the rate η_t = 1/t: every observation once, in its order,
     *
     * <pre>{@code
     * w_t = w_{t−1} − (1/t) G_t⁻¹ ∇ℓ_t(w_{t−1}),    G_t = (1/t)(τI + Σ_{s≤t} F_s(w_{s−1})),
     * }</pre>
     *
     * ℓ_t being the negative log-likelihood of the t-th observation and F_s the exact Fisher information at the input of the s-th. The run ends when all have been seen. Where outputs are drawn from the model at w*, the estimate after one pass is Fisher efficient: t·Cov(w_t) → F(w*)⁻¹, the Cramér–Rao
     * bound, which gradient steps with rates c/t do not reach. For a normal output with a mean linear in w it is the recursive least squares, exactly; in general the extended Kalman filter of a constant w with the prior N(w₀, (1/τ)I).
     *
     * <p>Source: S. Amari, Natural gradient works efficiently in learning, Neural Comput. 10 (1998), theorem 2, where G is F at w_{t−1} over all inputs; Y. Ollivier, Online natural gradient as a Kalman filter, Electron. J. Stat. 12 (2018), for the G_t here.
     *
     * @param likelihood the likelihood whose observations are the terms of the objective
     * @param precision τ, positive: how much the start is trusted
     * @param steps how many observations there are from one iterate to the next
     * @return the scheme, for {@link Geometry#euclidean}
     * @throws DomainException if τ is not positive and finite, or the number of observations is not positive
     */
    public static StochasticNaturalGradient online(Likelihood<?, ?> likelihood, double precision, int steps) {
        return StochasticNaturalGradient.inOrder(likelihood, precision, steps);
    }
}
