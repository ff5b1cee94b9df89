package org.legendre.geometry.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.special.Sums;

/**
 * A {@link ParametricModel} with data: the log-likelihood of the weights, its differential and the kinds of its Fisher information. All are <em>means</em> over the observations, in nats, so that they go together; n times
 * them are those of all the data (a deviance is −2n times the log-likelihood where the saturated one is 0).
 *
 * @param <T> the type of an output
 * @param <M> the distribution of an output
 */
public final class Likelihood<T, M extends Member<T, M>> {
    private final ParametricModel<T, M> model;
    private final ExponentialFamily<T, M> family;
    private final Domain domain;
    private final OutputLaw<T> law;
    private final double[][] inputs;
    private final List<T> outputs;
    /** T(yᵢ). */
    private final double[][] statistics;

    private Likelihood(ParametricModel<T, M> model, double[][] inputs, List<? extends T> outputs) {
        this.model = model;
        this.family = model.family();
        this.domain = family.potential().domain();
        this.law = OutputLaw.of(family);
        if (inputs.length == 0) {
            throw new DomainException("inputs", inputs, "at least one row");
        }
        if (outputs.size() != inputs.length) {
            throw new DomainException("number of outputs", outputs.size(), "one for each row, " + inputs.length);
        }
        this.inputs = new double[inputs.length][];
        this.outputs = List.copyOf(outputs);
        this.statistics = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            this.inputs[i] =
                    DomainException.requireLength("row " + i + " of the inputs", inputs[i].clone(), model.inputs());
            for (double entry : this.inputs[i]) {
                DomainException.requireFinite("entry of row " + i + " of the inputs", entry);
            }
            statistics[i] = family.statistic(this.outputs.get(i)).toArray();
        }
    }

    /**
     * The likelihood of given data.
     *
     * @param <T> the type of an output
     * @param <M> the distribution of an output
     * @param model the model
     * @param inputs the rows x₁, …, xₙ, copied
     * @param outputs y₁, …, yₙ
     * @return the likelihood
     * @throws DomainException if there are no data, a length is wrong, an input is not finite, or an output is off the support of the family
     */
    public static <T, M extends Member<T, M>> Likelihood<T, M> of(
            ParametricModel<T, M> model, double[][] inputs, List<? extends T> outputs) {
        return new Likelihood<>(model, inputs, outputs);
    }

    /**
     * The likelihood of some of the observations, a batch.
     *
     * @param indices which, from 0; one may occur more than once
     * @return their likelihood
     * @throws DomainException if there is none, or no such observation
     */
    public Likelihood<T, M> some(int... indices) {
        double[][] rows = new double[indices.length][];
        List<T> some = new ArrayList<>(indices.length);
        for (int k = 0; k < indices.length; k++) {
            if (!(indices[k] >= 0 && indices[k] < inputs.length)) {
                throw new DomainException("observation", indices[k], "one of 0 to " + (inputs.length - 1));
            }
            rows[k] = inputs[indices[k]];
            some.add(outputs.get(indices[k]));
        }
        return of(model, rows, some);
    }

    /**
     * The model.
     *
     * @return the model
     */
    public ParametricModel<T, M> model() {
        return model;
    }

    /**
     * The dimension of w.
     *
     * @return p
     */
    public int size() {
        return model.size();
    }

    /**
     * The number of observations.
     *
     * @return n
     */
    public int observations() {
        return inputs.length;
    }

    /**
     * The mean log-likelihood (1/n) Σ log p(yᵢ | xᵢ; w).
     *
     * @param w the weights
     * @return the mean in nats; −∞ where a mean overflows
     * @throws DomainException if the length is wrong or a θ(xᵢ; w) is outside the domain of the family
     */
    public double logLikelihood(Vec<Weights> w) {
        double value = logLikelihood(w.toArray());
        if (value == Double.NEGATIVE_INFINITY) {
            rows(w); // It refuses in words what is outside the domain, and does not what only overflows.
        }
        return value;
    }

    /**
     * The mean log-likelihood, on arrays.
     *
     * @param w the weights, of length p
     * @return the mean in nats; −∞ where a mean overflows or a θ(xᵢ; w) is outside the domain of the family
     * @throws DomainException if the length is wrong
     */
    public double logLikelihood(double[] w) {
        DomainException.requireLength("w", w, size());
        double[] terms = new double[inputs.length];
        for (int i = 0; i < terms.length; i++) {
            double[] theta = model.at(inputs[i], w).natural();
            if (!domain.contains(theta)) {
                return Double.NEGATIVE_INFINITY;
            }
            terms[i] = law.logDensity(outputs.get(i), statistics[i], theta);
        }
        return Sums.sum(terms) / inputs.length;
    }

    /**
     * The score (1/n) Σ Jᵢᵀ(T(yᵢ) − ∇ψ(θᵢ)), the differential of {@link #logLikelihood}.
     *
     * @param w the weights
     * @return the score
     * @throws DomainException if the length is wrong, a θ(xᵢ; w) is outside the domain of the family, or an entry overflows
     */
    public Vec<Differential<Weights>> score(Vec<Weights> w) {
        int[] all = new int[inputs.length];
        Arrays.setAll(all, i -> i);
        double[] out = new double[size()];
        if (logLikelihood(w.toArray(), all, all.length, out) == Double.NEGATIVE_INFINITY) {
            rows(w);
        }
        return Vec.of(out);
    }

    /**
     * The mean log-likelihood of some observations with its differential, on arrays.
     *
     * @param w the weights, of length p
     * @param indices which observations, from 0; one may occur more than once
     * @param count how many of the indices count, at least 1
     * @param out takes the differential, of length p
     * @return the mean in nats; −∞ where a mean overflows or a θ(xᵢ; w) is outside the domain of the family, and then the differential means nothing
     * @throws DomainException if a length, the count or an index is wrong
     */
    public double logLikelihood(double[] w, int[] indices, int count, double[] out) {
        DomainException.requireLength("w", w, size());
        DomainException.requireLength("differential", out, size());
        if (count < 1 || count > indices.length) {
            throw new DomainException("count", count, "1 to the number of indices, " + indices.length);
        }
        Arrays.fill(out, 0);
        double[] terms = new double[count];
        double[] score = new double[family.dimension()];
        for (int k = 0; k < count; k++) {
            int i = indices[k];
            if (i < 0 || i >= inputs.length) {
                throw new DomainException("index " + k, i, "an observation, 0 to " + (inputs.length - 1));
            }
            Linearization row = model.at(inputs[i], w);
            double[] theta = row.natural();
            if (!domain.contains(theta)) {
                return Double.NEGATIVE_INFINITY;
            }
            terms[k] = law.logDensity(outputs.get(i), statistics[i], theta);
            law.score(statistics[i], theta, score);
            for (int c = 0; c < score.length; c++) {
                score[c] /= count;
            }
            row.pull(score, out);
        }
        return Sums.sum(terms) / count;
    }

    /**
     * The mean Kullback–Leibler divergence from the model at w to that at v, over the inputs: (1/n) Σ KL(p(· | xᵢ; w) ‖ p(· | xᵢ; v)) = (1/n) Σ D_ψ(θ(xᵢ; v), θ(xᵢ; w)). To second order in v − w it is ½(v − w)ᵀF(w)(v − w), with F the {@linkplain #fisher exact Fisher information}.
     *
     * @param w the weights to which the expectation belongs
     * @param v other weights
     * @return the mean in nats, ≥ 0; terms to the accuracy of {@link org.legendre.geometry.Legendre#bregman}
     * @throws DomainException if a length is wrong or a θ(xᵢ; w) or θ(xᵢ; v) is outside the domain of the family
     */
    public double meanDivergence(Vec<Weights> w, Vec<Weights> v) {
        Linearization[] from = rows(w);
        Linearization[] to = rows(v);
        double[] terms = new double[inputs.length];
        Arrays.setAll(terms, i -> family.potential().bregman(Vec.of(to[i].natural()), Vec.of(from[i].natural())));
        return Sums.sum(terms) / inputs.length;
    }

    /**
     * The exact Fisher information at w. It does not depend on the observed outputs.
     *
     * @param w the weights
     * @return the form
     * @throws DomainException if the length is wrong, a θ(xᵢ; w) is outside the domain of the family, or a variance overflows there
     */
    public ExactFisher fisher(Vec<Weights> w) {
        Linearization[] rows = rows(w);
        Covariance[] covariances = new Covariance[rows.length];
        Arrays.setAll(covariances, i -> law.covariance(rows[i].natural()));
        return new ExactFisher(size(), rows, covariances);
    }

    /**
     * The Fisher information at w, estimated from outputs drawn from the model.
     *
     * @param w the weights
     * @param draws S, the number of outputs drawn for each input, at least 2, so that the standard error is known
     * @param seed the seed
     * @return the form
     * @throws DomainException if the length is wrong, a θ(xᵢ; w) is outside the domain of the family, or there are fewer than 2 draws
     */
    public MonteCarloFisher monteCarloFisher(Vec<Weights> w, int draws, long seed) {
        if (draws < 2) {
            throw new DomainException("draws for each input", draws, "at least 2");
        }
        Linearization[] rows = rows(w);
        Covariance[] covariances = new Covariance[rows.length];
        double[][][] scores = new double[rows.length][draws][family.dimension()];
        long scrambled = new SplittableRandom(new SplittableRandom(seed).nextLong() + w.hashCode()).nextLong();
        for (int i = 0; i < rows.length; i++) {
            double[] theta = rows[i].natural();
            M member = family.member(Vec.of(theta));
            SplittableRandom random = new SplittableRandom(scrambled + i);
            for (double[] score : scores[i]) {
                law.score(family.statistic(member.sample(random)).toArray(), theta, score);
            }
            covariances[i] = Covariance.outer(scores[i]);
        }
        return new MonteCarloFisher(size(), rows, covariances, scores);
    }

    /**
     * The empirical Fisher matrix at w, from the scores at the observed outputs. It is not the Fisher information.
     *
     * @param w the weights
     * @return the form
     * @throws DomainException if the length is wrong or a θ(xᵢ; w) is outside the domain of the family
     */
    public EmpiricalFisher empiricalFisher(Vec<Weights> w) {
        Linearization[] rows = rows(w);
        Covariance[] covariances = new Covariance[rows.length];
        for (int i = 0; i < rows.length; i++) {
            double[] score = new double[family.dimension()];
            law.score(statistics[i], rows[i].natural(), score);
            covariances[i] = Covariance.outer(score);
        }
        return new EmpiricalFisher(size(), rows, covariances);
    }

    private Linearization[] rows(Vec<Weights> w) {
        double[] v = DomainException.requireLength("w", w.toArray(), size());
        Linearization[] rows = new Linearization[inputs.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = model.at(inputs[i], v);
            domain.require("θ(x; w) of observation " + i, rows[i].natural());
        }
        return rows;
    }

    @Override
    public String toString() {
        return "likelihood of " + model + " for " + inputs.length + " observations";
    }
}
