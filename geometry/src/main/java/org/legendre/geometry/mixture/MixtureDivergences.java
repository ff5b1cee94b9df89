package org.legendre.geometry.mixture;

import java.util.Arrays;
import java.util.function.ToDoubleBiFunction;
import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.geometry.family.Distribution;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logs;

/** What is known of the entropy of a mixture and of the divergence of two: estimates with their errors, and bounds. */
public final class MixtureDivergences {
    private static final int SWEEPS = 200;
    private static final double LOG_2 = Math.log(2);

    private MixtureDivergences() {}

    /**
     * The Kullback–Leibler divergence KL(p‖q) of two mixtures on the line, by quadrature or summation.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a component of p
     * @param <N> the type of a component of q
     * @param p the first argument
     * @param q the second argument
     * @return the divergence in nats, ≥ 0, with a bound on its error, as {@link Divergences#klByQuadrature}
     * @throws UnsupportedOperationException if the components are not distributions on the line
     */
    public static <T, M extends Distribution<T, M>, N extends Distribution<T, N>> Estimate klByQuadrature(
            Mixture<T, M> p, Mixture<T, N> q) {
        return Divergences.klByQuadrature(p.univariate(), q.univariate());
    }

    /**
     * The Kullback–Leibler divergence KL(p‖q) of two mixtures over any observations, by Monte Carlo: the mean of p log(p/q) − p + q ≥ 0 over the density of
     * m = ½p + ½q, from which half of the draws are p's and half q's. Unbiased, never negative, and of small relative error for mixtures close together,
     * where the mean of log(p/q) has none.
     *
     * <p>Source: importance sampling (A. B. Owen, Monte Carlo theory, methods and examples, 2013, chapter 9) of the form of Csiszár's divergence.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a component of p
     * @param <N> the type of a component of q
     * @param p the first argument
     * @param q the second argument
     * @param pairs the number of draws from each, at least 2
     * @param random the source of randomness; the same seed draws the same
     * @return the divergence in nats with its standard error; +∞ ± 0 if a draw of p has density 0 under q
     * @throws DomainException if there are fewer than 2 pairs
     */
    public static <T, M extends Distribution<T, M>, N extends Distribution<T, N>> Estimate klByMonteCarlo(
            Mixture<T, M> p, Mixture<T, N> q, int pairs, RandomGenerator random) {
        if (pairs < 2) {
            throw new DomainException("pairs of draws", pairs, "at least 2");
        }
        double mean = 0;
        double squares = 0;
        for (int i = 1; i <= pairs; i++) {
            double term = 0.5 * term(p, q, p.sample(random)) + 0.5 * term(p, q, q.sample(random));
            if (term == Double.POSITIVE_INFINITY) {
                return new Estimate(term, 0, "a draw of p has density 0 under q");
            }
            double difference = term - mean;
            mean += difference / i;
            squares += difference * (term - mean);
        }
        double error = Math.sqrt(squares / (pairs - 1) / pairs);
        return new Estimate(mean, error, "Monte Carlo of " + pairs + " draws from each, standard error");
    }

    /** (p log(p/q) − p + q)/m at x. */
    private static <T, M extends Distribution<T, M>, N extends Distribution<T, N>> double term(
            Mixture<T, M> p, Mixture<T, N> q, T x) {
        double logP = p.logDensity(x);
        double logQ = q.logDensity(x);
        double logM = Logs.logSumExp(new double[] {logP - LOG_2, logQ - LOG_2}, 0, 2);
        return EntropyTerms.relativeEntropyTerm(logP - logM, logQ - logM);
    }

    /**
     * An upper bound of KL(p‖q), from the divergences of the components: the least Σ φₐᵦ (log(φₐᵦ/ψₐᵦ) + KL(pₐ‖qᵦ)) over couplings with Σᵦ φₐᵦ = vₐ and
     * Σₐ ψₐᵦ = wᵦ, after at most 200 alternating sweeps, each of which lowers it.
     *
     * <p>Source: J. R. Hershey and P. A. Olsen, Approximating the Kullback Leibler divergence between Gaussian mixture models, ICASSP (2007), the variational
     * upper bound.
     *
     * @param <T> the type of an observation
     * @param <M> the type of the components
     * @param p the first argument, with weights v
     * @param q the second argument, with weights w
     * @return a bound in nats, never below the divergence by more than rounding; at most the bound by convexity
     */
    public static <T, M extends Distribution<T, M>> double klUpperBound(Mixture<T, M> p, Mixture<T, M> q) {
        double[][] kl = pairs(p, q, M::klTo);
        double[][] psi = new double[p.size()][q.size()];
        double[][] phi = new double[p.size()][q.size()];
        for (int a = 0; a < p.size(); a++) {
            double weight = p.weights().get(a);
            Arrays.setAll(psi[a], b -> weight * q.weights().get(b));
        }
        double best = Double.POSITIVE_INFINITY;
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            double bound = 0;
            for (int a = 0; a < p.size(); a++) {
                double[] logits = new double[q.size()];
                for (int b = 0; b < logits.length; b++) {
                    logits[b] = Math.log(psi[a][b]) - kl[a][b];
                }
                double total = Logs.logSumExp(logits, 0, logits.length);
                double weight = p.weights().get(a);
                bound += weight == 0 ? 0 : weight * (p.weights().logProbability(a) - total);
                for (int b = 0; b < logits.length; b++) {
                    phi[a][b] = weight == 0 || logits[b] == Double.NEGATIVE_INFINITY
                            ? 0
                            : weight * Math.exp(logits[b] - total);
                }
            }
            if (!(bound < best)) {
                break;
            }
            best = bound;
            for (int b = 0; b < q.size(); b++) {
                double column = 0;
                for (double[] row : phi) {
                    column += row[b];
                }
                for (int a = 0; a < p.size() && column > 0; a++) {
                    psi[a][b] = q.weights().get(b) * (phi[a][b] / column);
                }
            }
        }
        return best;
    }

    /**
     * A lower bound of the entropy: Σₐ wₐ (H(pₐ) − log Σᵦ wᵦ exp(−B(pₐ, pᵦ))) with the Bhattacharyya distance B. Equal to the entropy for equal components and for
     * components that are far apart.
     *
     * <p>Source: A. Kolchinsky and B. D. Tracey, Estimating mixture entropy with pairwise distances, Entropy 19 (2017), with the Chernoff divergence at
     * α = ½.
     *
     * @param <T> the type of an observation
     * @param <M> the type of the components
     * @param p a mixture
     * @return a bound in nats
     */
    public static <T, M extends Member<T, M>> double entropyLowerBound(Mixture<T, M> p) {
        return entropy(p, pairs(p, p, (a, b) -> a.skewedJensen(b, 0.5)));
    }

    /**
     * An upper bound of the entropy: Σₐ wₐ (H(pₐ) − log Σᵦ wᵦ exp(−KL(pₐ‖pᵦ))). Equal to the entropy for equal components and for components that are far apart.
     *
     * <p>Source: as {@link #entropyLowerBound}, with the divergence.
     *
     * @param <T> the type of an observation
     * @param <M> the type of the components
     * @param p a mixture
     * @return a bound in nats
     */
    public static <T, M extends Distribution<T, M>> double entropyUpperBound(Mixture<T, M> p) {
        return entropy(p, pairs(p, p, M::klTo));
    }

    private static <T, M extends Distribution<T, M>> double entropy(Mixture<T, M> p, double[][] distances) {
        double sum = 0;
        for (int a = 0; a < p.size(); a++) {
            double[] logits = new double[p.size()];
            for (int b = 0; b < logits.length; b++) {
                logits[b] = p.weights().logProbability(b) - distances[a][b];
            }
            double weight = p.weights().get(a);
            sum += weight == 0
                    ? 0
                    : weight * (p.components().get(a).entropy() - Logs.logSumExp(logits, 0, logits.length));
        }
        return sum;
    }

    private static <T, M extends Distribution<T, M>> double[][] pairs(
            Mixture<T, M> p, Mixture<T, M> q, ToDoubleBiFunction<M, M> distance) {
        double[][] table = new double[p.size()][q.size()];
        for (int a = 0; a < p.size(); a++) {
            for (int b = 0; b < q.size(); b++) {
                table[a][b] = distance.applyAsDouble(
                        p.components().get(a), q.components().get(b));
            }
        }
        return table;
    }
}
