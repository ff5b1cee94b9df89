package org.legendre.optimize.information;

import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.optimize.Descent;
import org.legendre.optimize.FiniteSum;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.StepRule;

/**
 * The mean negative log-likelihood −(1/n) Σ log p(xᵢ) of a mixture in the natural coordinates of its {@linkplain CompleteData complete data}. Its differential is ∇A(θ) − (1/n) Σ E[S | xᵢ], so that mirror descent with A and the step 1 sets ∇A(θ₊) to the mean of
 * the expected statistics: it is expectation maximization.
 *
 * <pre>{@code
 * var likelihood = MixtureLikelihood.of(MultivariateNormal.family(4), data, 3);
 * var run = likelihood.expectationMaximization().until(Stopping.valueChangeBelow(1e-10)).run(likelihood.start(mixture));
 * var fit = likelihood.mixture(run.point());
 * }</pre>
 *
 * <p>It is 1-smooth relative to A, though not convex: L(θ₊) ≤ L(θ) − D_A(θ, θ₊), hence for the steps of a run min KL(p_{t+1}‖p_t) ≤ (L(θ₀) − L*)/T with the divergence of the {@linkplain CompleteData#divergence complete data}, whatever coordinates
 * the mixture is written in. Mini-batches by {@link org.legendre.optimize.Scheme#stochastic} are on-line EM.
 *
 * <p>Source: F. Kunstner, R. Kumar and M. Schmidt, Homeomorphic-invariance of EM: non-asymptotic convergence in KL divergence for exponential families via mirror descent, AISTATS 2021.
 *
 * @param <T> the type of an observation
 * @param <M> the type of a component
 */
public final class MixtureLikelihood<T, M extends Member<T, M>> implements FiniteSum<Natural, Expectation> {
    private final CompleteData<T, M> complete;
    private final List<T> data;
    private final double[][] statistics;
    private final int[] all;
    private final @Nullable Mixture<T, M> guess;
    private final double[] guessed;
    private final double strength;

    private MixtureLikelihood(
            CompleteData<T, M> complete,
            List<T> data,
            double[][] statistics,
            @Nullable Mixture<T, M> guess,
            double strength) {
        this.complete = complete;
        this.data = data;
        this.statistics = statistics;
        this.all = IntStream.range(0, data.size()).toArray();
        this.guess = guess;
        this.guessed =
                guess == null ? new double[0] : complete.expectation(guess).toArray();
        this.strength = strength;
    }

    /**
     * The likelihood of data.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a component
     * @param family the family of the components
     * @param data the observations, at least one
     * @param components k, at least 1
     * @return the objective
     * @throws DomainException if there are no data or no components, or an observation is off the support
     */
    public static <T, M extends Member<T, M>> MixtureLikelihood<T, M> of(
            ExponentialFamily<T, M> family, List<? extends T> data, int components) {
        if (data.isEmpty()) {
            throw new DomainException("data", data, "at least one observation");
        }
        List<T> seen = List.copyOf(data);
        double[][] statistics =
                seen.stream().map(x -> family.statistic(x).toArray()).toArray(double[][]::new);
        return new MixtureLikelihood<>(CompleteData.of(family, components), seen, statistics, null, 0);
    }

    /**
     * The same with the penalty (ν/n) KL(guess‖p) of the complete data, the negative log density of the conjugate prior around a guess per observation: ν observations with their components, seen before the data. EM then has the step n/(n + ν).
     *
     * @param mixture the guess
     * @param observations ν, positive, not necessarily whole
     * @return the objective
     * @throws DomainException if ν is not positive and finite, or the number of components is another
     */
    public MixtureLikelihood<T, M> prior(Mixture<T, M> mixture, double observations) {
        DomainException.requirePositive("strength of the prior", observations);
        return new MixtureLikelihood<>(complete, data, statistics, mixture, observations);
    }

    /**
     * Expectation maximization: mirror descent with A and constant steps n/(n + ν), 1 without a prior.
     *
     * @return the method
     */
    public Descent<Natural, Expectation> expectationMaximization() {
        return Descent.of(this, geometry()).step(StepRule.constant(data.size() / (data.size() + strength)));
    }

    /**
     * The mirror geometry of A, whose dual points are expected statistics.
     *
     * @return the geometry
     */
    public Geometry<Natural, Expectation> geometry() {
        return Geometry.mirror(complete.potential());
    }

    /**
     * The family of components and observations.
     *
     * @return the complete data
     */
    public CompleteData<T, M> completeData() {
        return complete;
    }

    /**
     * A mixture as a start.
     *
     * @param mixture k components, with positive weights
     * @return θ
     * @throws DomainException if the number of components is another, a weight is 0 or a component on the boundary
     */
    public Vec<Natural> start(Mixture<T, M> mixture) {
        return complete.natural(mixture);
    }

    /**
     * The mixture at a point of a run.
     *
     * @param theta θ
     * @return the mixture
     * @throws DomainException if θ is outside the domain of A
     */
    public Mixture<T, M> mixture(Vec<Natural> theta) {
        return complete.mixture(theta);
    }

    @Override
    public int size() {
        return complete.size();
    }

    @Override
    public int terms() {
        return data.size();
    }

    @Override
    public double value(double[] x) {
        Mixture<T, M> mixture = mixture(Vec.of(x));
        return penalty(mixture) - mixture.logLikelihood(data) / data.size();
    }

    @Override
    public double gradient(double[] x, double[] out) {
        return partial(x, all, all.length, out);
    }

    /** {@inheritDoc} Each term has the whole penalty. */
    @Override
    public double partial(double[] x, int[] indices, int count, double[] out) {
        Mixture<T, M> mixture = mixture(Vec.of(x));
        double[] mean = complete.expectation(mixture).toArray();
        double[] expected = new double[out.length];
        double sum = 0;
        for (int i = 0; i < count; i++) {
            T observation = data.get(indices[i]);
            add(mixture.responsibilities(observation), statistics[indices[i]], expected);
            sum += mixture.logDensity(observation);
        }
        double share = strength / data.size();
        for (int i = 0; i < out.length; i++) {
            out[i] = mean[i] - expected[i] / count + (guess == null ? 0 : share * (mean[i] - guessed[i]));
        }
        return penalty(mixture) - sum / count;
    }

    private void add(Probabilities responsibilities, double[] statistic, double[] expected) {
        int k = complete.components();
        for (int j = 0, at = k - 1; j < k; j++) {
            double share = responsibilities.get(j);
            if (j < k - 1) {
                expected[j] += share;
            }
            for (double entry : statistic) {
                expected[at++] += share * entry;
            }
        }
    }

    private double penalty(Mixture<T, M> mixture) {
        return guess == null ? 0 : strength / data.size() * complete.divergence(guess, mixture);
    }

    @Override
    public String toString() {
        return "negative log-likelihood of " + data.size() + " observations, " + complete;
    }
}
