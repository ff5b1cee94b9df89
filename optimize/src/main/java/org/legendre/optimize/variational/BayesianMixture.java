package org.legendre.optimize.variational;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.ConjugateModel;
import org.legendre.geometry.family.Dirichlet;
import org.legendre.geometry.family.Independent;
import org.legendre.geometry.family.IndependentFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Product;
import org.legendre.geometry.family.ProductFamily;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.geometry.special.Logs;
import org.legendre.optimize.Descent;
import org.legendre.optimize.FiniteSum;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.StepRule;

/**
 * A Bayesian mixture: weights π ~ Dirichlet, parameters φ₁, …, φ_k of a conjugate prior, xᵢ of component j with probability πⱼ. The posterior is sought among q(π)q(φ₁)…q(φ_k), the labels zᵢ at their best; the objective is −ELBO as a function of the expectation coordinates of q:
 * KL(q‖prior) − Σ log Σⱼ exp(E log πⱼ + E log p(xᵢ | φⱼ)).
 *
 * <pre>{@code
 * var model = BayesianMixture.of(Dirichlet.of(1, 1, 1), ConjugateModels.normal(prior), data);
 * var run = model.coordinateAscent().until(Stopping.valueChangeBelow(1e-9)).run(model.start(mixture));
 * Dirichlet weights = model.at(run.point()).first();
 * }</pre>
 *
 * <p>The model is conditionally conjugate: given labels, observations add to natural coordinates. With the responsibilities rᵢⱼ, which are the best q(zᵢ), the differential is λ − λ₀ − Σᵢ (rᵢⱼ; rᵢⱼΔ(xᵢ)), the natural gradient. The step 1 on all data is coordinate
 * ascent, which never lowers the bound; mini-batches with decreasing steps are stochastic variational inference,
 *
 * <pre>{@code
 * Descent.of(model, model.geometry()).by(Scheme.stochastic(new Sampling(15, 10, seed), 1, 0.7));
 * }</pre>
 *
 * <p>Source: M. D. Hoffman, D. M. Blei, C. Wang and J. Paisley, Stochastic variational inference, J. Mach. Learn. Res. 14 (2013), section 2; the model is that of C. M. Bishop, Pattern Recognition and Machine Learning (2006), section 10.2.
 *
 * @param <T> the type of an observation
 * @param <M> the distribution of an observation
 * @param <A> the type of the parameter of a component
 * @param <P> its distribution
 */
public final class BayesianMixture<T, M extends Member<T, M>, A, P extends Member<A, P>>
        implements FiniteSum<Expectation, Natural> {
    private final Product<Probabilities, Dirichlet, List<A>, Independent<A, P>> prior;
    private final ProductFamily<Probabilities, Dirichlet, List<A>, Independent<A, P>> family;
    private final List<T> data;
    private final int k;
    private final double[] priorNatural;
    private final double[] reference;
    /** Δ(xᵢ). */
    private final double[][] increments;
    /** E[log p(xᵢ | φ)] under the prior, from which the expectation under q differs by ⟨Δ(xᵢ), η_q − η_prior⟩. */
    private final double[] offsets;

    private final int[] all;

    private BayesianMixture(Dirichlet weights, ConjugateModel<T, M, A, P> component, List<T> data) {
        this.k = weights.size();
        P each = component.prior();
        this.prior = new Product<>(
                weights,
                new Independent<>(IntStream.range(0, k).mapToObj(j -> each).toList()));
        this.family = new ProductFamily<>(weights.family(), new IndependentFamily<>(each.family(), k));
        this.data = data;
        this.priorNatural = prior.natural().toArray();
        this.reference = each.expectation().toArray();
        this.increments = data.stream()
                .map(x -> component.increment(List.of(x)).toArray())
                .toArray(double[][]::new);
        this.offsets = data.stream()
                .mapToDouble(x -> component.expectedLogLikelihood(each, List.of(x)))
                .toArray();
        this.all = IntStream.range(0, data.size()).toArray();
    }

    /**
     * The model of a mixture.
     *
     * @param <T> the type of an observation
     * @param <M> the distribution of an observation
     * @param <A> the type of the parameter of a component
     * @param <P> its distribution
     * @param weights the prior of the weights; its size is the number of components
     * @param component the conjugate pair of a component, with the prior that all components share
     * @param data the observations, at least one
     * @return the model
     * @throws DomainException if there are no data, or an observation is off the support
     */
    public static <T, M extends Member<T, M>, A, P extends Member<A, P>> BayesianMixture<T, M, A, P> of(
            Dirichlet weights, ConjugateModel<T, M, A, P> component, List<? extends T> data) {
        if (data.isEmpty()) {
            throw new DomainException("data", data, "at least one observation");
        }
        return new BayesianMixture<>(weights, component, List.copyOf(data));
    }

    /**
     * The mirror geometry of ψ*: dual points are natural coordinates.
     *
     * @return the geometry
     */
    public Geometry<Expectation, Natural> geometry() {
        return Geometry.mirror(family.potential().conjugate());
    }

    /**
     * Coordinate ascent, labels and parameters in turn: natural gradient with the step 1 on all data.
     *
     * @return the method
     */
    public Descent<Expectation, Natural> coordinateAscent() {
        return Descent.of(this, geometry()).step(StepRule.constant(1));
    }

    /**
     * Where the responsibilities of a mixture lead: λ₀ + Σᵢ (rᵢⱼ; rᵢⱼΔ(xᵢ)). At the prior itself all components are alike, and stay so.
     *
     * @param mixture k components, under one of which each observation has a positive density
     * @return the expectation coordinates of the start
     * @throws DomainException if the number of components is another, or an observation cannot be of any
     */
    public Vec<Expectation> start(Mixture<T, M> mixture) {
        if (mixture.size() != k) {
            throw new DomainException("mixture", mixture, k + " components");
        }
        double[] lambda = priorNatural.clone();
        for (int i = 0; i < data.size(); i++) {
            add(i, mixture.responsibilities(data.get(i)), 1, lambda);
        }
        return family.member(Vec.of(lambda)).expectation();
    }

    /**
     * The posterior at a point of a run.
     *
     * @param m its expectation coordinates
     * @return q(π) and the q(φⱼ)
     * @throws DomainException if no member has this expectation
     */
    public Product<Probabilities, Dirichlet, List<A>, Independent<A, P>> at(Vec<Expectation> m) {
        return family.atExpectation(m);
    }

    /**
     * The probabilities of the labels of an observation that maximise the bound.
     *
     * @param i its place in the data
     * @param m the expectation coordinates of q
     * @return rᵢⱼ ∝ exp(E log πⱼ + E log p(xᵢ | φⱼ))
     */
    public Probabilities responsibilities(int i, Vec<Expectation> m) {
        return Probabilities.ofLogits(scores(i, DomainException.requireLength("m", m.toArray(), size())));
    }

    /** E log πⱼ + E log p(xᵢ | φⱼ). */
    private double[] scores(int i, double[] m) {
        double[] scores = Arrays.copyOf(m, k);
        int width = reference.length;
        for (int j = 0; j < k; j++) {
            double shift = 0;
            for (int c = 0; c < width; c++) {
                shift += increments[i][c] * (m[k + j * width + c] - reference[c]);
            }
            scores[j] += offsets[i] + shift;
        }
        return scores;
    }

    /** Adds what an observation with these labels says, a number of times, to natural coordinates. */
    private void add(int i, Probabilities labels, double times, double[] lambda) {
        int width = reference.length;
        for (int j = 0; j < k; j++) {
            double share = times * labels.get(j);
            lambda[j] += share;
            for (int c = 0; c < width; c++) {
                lambda[k + j * width + c] += share * increments[i][c];
            }
        }
    }

    @Override
    public int size() {
        return priorNatural.length;
    }

    @Override
    public int terms() {
        return data.size();
    }

    @Override
    public double value(double[] x) {
        double sum = 0;
        for (int i : all) {
            sum += Logs.logSumExp(scores(i, x), 0, k);
        }
        return at(Vec.of(x)).klTo(prior) - sum;
    }

    @Override
    public double gradient(double[] x, double[] out) {
        return partial(x, all, all.length, out);
    }

    /** {@inheritDoc} A term is the whole divergence less n times what its observation says. */
    @Override
    public double partial(double[] x, int[] indices, int count, double[] out) {
        Product<Probabilities, Dirichlet, List<A>, Independent<A, P>> q = at(Vec.of(x));
        double times = (double) data.size() / count;
        double[] lambda = priorNatural.clone();
        double sum = 0;
        for (int i = 0; i < count; i++) {
            double[] scores = scores(indices[i], x);
            sum += times * Logs.logSumExp(scores, 0, k);
            add(indices[i], Probabilities.ofLogits(scores), times, lambda);
        }
        Vec<Natural> here = q.natural();
        for (int i = 0; i < out.length; i++) {
            out[i] = here.get(i) - lambda[i];
        }
        return q.klTo(prior) - sum;
    }

    @Override
    public String toString() {
        return "negative evidence lower bound of a mixture of " + k + " components, " + data.size() + " observations";
    }
}
