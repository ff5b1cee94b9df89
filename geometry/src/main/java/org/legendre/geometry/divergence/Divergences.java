package org.legendre.geometry.divergence;

import java.util.List;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Distribution;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Univariate;

/**
 * Divergences in nats. The first argument of KL is the one that the expectation is taken under: KL(p‖q) = E_p[log p − log q].
 *
 * <p>None is negative, each is 0 only for equal arguments (up to underflow), and none loses relative accuracy where the arguments nearly agree.
 */
public final class Divergences {
    private Divergences() {}

    /**
     * The Kullback–Leibler divergence KL(p‖q) of two distributions of one kind (Kullback and Leibler 1951).
     *
     * @param <T> the type of an observation
     * @param <M> the kind
     * @param p the first argument, under which the expectation is
     * @param q the second argument
     * @return the divergence in nats; +∞ where q excludes what p allows
     */
    public static <T, M extends Distribution<T, M>> double kl(M p, M q) {
        return p.klTo(q);
    }

    /**
     * The reverse divergence KL(q‖p).
     *
     * @param <T> the type of an observation
     * @param <M> the kind
     * @param p the second argument of KL
     * @param q the first argument of KL, under which the expectation is
     * @return the divergence in nats
     */
    public static <T, M extends Distribution<T, M>> double reverseKl(M p, M q) {
        return q.klTo(p);
    }

    /**
     * The Jeffreys divergence KL(p‖q) + KL(q‖p): the sum, not its half (Jeffreys 1946, equation 1).
     *
     * @param <T> the type of an observation
     * @param <M> the kind
     * @param p a distribution
     * @param q a distribution
     * @return the divergence in nats, symmetric
     */
    public static <T, M extends Distribution<T, M>> double jeffreys(M p, M q) {
        return p.klTo(q) + q.klTo(p);
    }

    /**
     * The cross-entropy −E_p[log q] = H(p) + KL(p‖q).
     *
     * @param <T> the type of an observation
     * @param <M> the kind
     * @param p the distribution that observations come from
     * @param q the distribution that codes them
     * @return the cross-entropy in nats; a difference of densities, it may be negative on a continuum
     */
    public static <T, M extends Distribution<T, M>> double crossEntropy(M p, M q) {
        return p.crossEntropyTo(q);
    }

    /**
     * The Rényi divergence log ∫p^a q^(1−a)/(a − 1) of order a (Rényi 1961, equation 3.3), continuous in the order: −log Q(p &gt; 0) for a = 0, KL(p‖q)
     * for a = 1. It never falls as the order rises (van Erven and Harremoës 2014, theorem 3).
     *
     * <p>Error: that of {@link Member#skewedJensen}, near-equal members and orders near 0 and 1 included.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param p the first argument
     * @param q the second argument
     * @param order a, nonnegative and finite
     * @return the divergence in nats; +∞ where the integral diverges, and for disjoint supports
     */
    public static <T, M extends Member<T, M>> double renyi(M p, M q, double order) {
        DomainException.requireNonnegative("order", order);
        return OrderedDivergences.renyi(OrderedDivergences.members(), p, q, order);
    }

    /**
     * The Tsallis divergence (∫p^a q^(1−a) − 1)/(a − 1) of order a (Tsallis 1998), continuous in the order: KL(p‖q) for a = 1.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param p the first argument
     * @param q the second argument
     * @param order a, nonnegative and finite
     * @return the divergence; at most 1/(1 − a) for a &lt; 1, +∞ where the integral diverges; error as of {@link #renyi}
     */
    public static <T, M extends Member<T, M>> double tsallis(M p, M q, double order) {
        DomainException.requireNonnegative("order", order);
        return OrderedDivergences.tsallis(OrderedDivergences.members(), p, q, order);
    }

    /**
     * The Sharma–Mittal divergence ((∫p^a q^(1−a))^((1−b)/(1−a)) − 1)/(b − 1) of order a and degree b, continuous in both: Rényi's for b = 1, Tsallis'
     * for b = a, KL(p‖q) where both are 1 (Nielsen and Nock 2012).
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param p the first argument
     * @param q the second argument
     * @param order a, nonnegative and finite
     * @param degree b, finite
     * @return the divergence; at most 1/(1 − b) for b &lt; 1; error as of {@link #renyi}, times 1 + |b − 1| D of its value D
     */
    public static <T, M extends Member<T, M>> double sharmaMittal(M p, M q, double order, double degree) {
        return OrderedDivergences.ofDegree(renyi(p, q, order), DomainException.requireFinite("degree", degree));
    }

    /**
     * Amari's α-divergence 4/(1 − α²) (1 − ∫p^((1−α)/2) q^((1+α)/2)), continuous in α: KL(p‖q) for α = −1, KL(q‖p) for α = 1, 4 times the squared
     * Hellinger distance for α = 0. Changing the sign of α swaps the arguments (Amari and Nagaoka, Methods of Information Geometry, 2000,
     * §3.5).
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param p the first argument
     * @param q the second argument
     * @param alpha α, finite, in Amari's convention
     * @return the divergence; +∞ where the integral diverges; error as of {@link #renyi}
     */
    public static <T, M extends Member<T, M>> double alpha(M p, M q, double alpha) {
        DomainException.requireFinite("α", alpha);
        return OrderedDivergences.alpha(OrderedDivergences.members(), p, q, alpha);
    }

    /**
     * The Bhattacharyya distance −log ∫√(pq), half the Rényi divergence of order ½ (Bhattacharyya 1943).
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param p a member
     * @param q a member
     * @return the distance in nats, symmetric; +∞ for disjoint supports
     */
    public static <T, M extends Member<T, M>> double bhattacharyya(M p, M q) {
        return p.skewedJensen(q, 0.5);
    }

    /**
     * The squared Hellinger distance 1 − ∫√(pq) = ½ ∫(√p − √q)²: with the factor ½.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param p a member
     * @param q a member
     * @return the square, in [0, 1], symmetric; 1 for disjoint supports
     */
    public static <T, M extends Member<T, M>> double hellingerSquared(M p, M q) {
        return OrderedDivergences.hellingerSquared(OrderedDivergences.members(), p, q);
    }

    /**
     * The Hellinger distance √(1 − ∫√(pq)), a metric, with the factor of {@link #hellingerSquared}.
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param p a member
     * @param q a member
     * @return the distance, in [0, 1]
     */
    public static <T, M extends Member<T, M>> double hellinger(M p, M q) {
        return Math.sqrt(hellingerSquared(p, q));
    }

    /**
     * The Chernoff information max −log ∫p^α q^(1−α) over 0 ≤ α ≤ 1, the best exponent at which the error of telling p from q falls (Chernoff 1952).
     *
     * @param <T> the type of an observation
     * @param <M> the type of a member
     * @param p a member
     * @param q a member
     * @return the information in nats, symmetric, with its α
     */
    public static <T, M extends Member<T, M>> Chernoff chernoff(M p, M q) {
        return ChernoffSearch.of(OrderedDivergences.members(), p, q);
    }

    /**
     * The Kullback–Leibler divergence Σ pᵢ log(pᵢ/qᵢ), with 0 log 0 = 0 and p log(p/0) = +∞.
     *
     * @param p the first argument
     * @param q the second argument, of the same size
     * @return the divergence in nats
     */
    public static double kl(Probabilities p, Probabilities q) {
        return p.klTo(q);
    }

    /**
     * The reverse divergence KL(q‖p).
     *
     * @param p the second argument of KL
     * @param q the first argument of KL, of the same size
     * @return the divergence in nats
     */
    public static double reverseKl(Probabilities p, Probabilities q) {
        return q.klTo(p);
    }

    /**
     * The Jeffreys divergence KL(p‖q) + KL(q‖p): the sum, not its half.
     *
     * @param p probabilities
     * @param q probabilities, of the same size
     * @return the divergence in nats, symmetric
     */
    public static double jeffreys(Probabilities p, Probabilities q) {
        return p.klTo(q) + q.klTo(p);
    }

    /**
     * The cross-entropy −Σ pᵢ log qᵢ = H(p) + KL(p‖q), with 0 log 0 = 0.
     *
     * @param p the probabilities that classes come with
     * @param q the probabilities that code them, of the same size
     * @return the cross-entropy in nats, ≥ 0
     */
    public static double crossEntropy(Probabilities p, Probabilities q) {
        return p.entropy() + p.klTo(q);
    }

    /**
     * The entropy −Σ pᵢ log pᵢ, with 0 log 0 = 0.
     *
     * @param p probabilities
     * @return the entropy in nats
     */
    public static double entropy(Probabilities p) {
        return p.entropy();
    }

    /**
     * The Jensen–Shannon divergence ½ KL(p‖m) + ½ KL(q‖m), m = (p + q)/2 (Lin 1991, equation 4.1).
     *
     * @param p probabilities
     * @param q probabilities, of the same size
     * @return the divergence in nats, in [0, log 2]; finite also where p and q exclude each other
     */
    public static double jensenShannon(Probabilities p, Probabilities q) {
        return p.jensenShannonTo(q);
    }

    /**
     * The Jensen–Shannon distance: the square root of the divergence, a metric (Endres and Schindelin 2003, theorem 1).
     *
     * @param p probabilities
     * @param q probabilities, of the same size
     * @return the distance, in [0, √log 2]
     */
    public static double jensenShannonDistance(Probabilities p, Probabilities q) {
        return Math.sqrt(p.jensenShannonTo(q));
    }

    /**
     * The Jensen–Shannon divergence Σ wⱼ KL(Pⱼ‖M) of many distributions, M = Σ wⱼ Pⱼ: the information that an observation gives on which of them it is
     * from (Lin 1991, equation 5.1).
     *
     * <p>Error: relative error at most 1e-13, near-equal distributions included.
     *
     * @param weights w, one for each distribution
     * @param distributions P₁, …, Pₙ, of one size
     * @return the divergence in nats, between 0 and the entropy of the weights
     * @throws DomainException if the numbers of weights and distributions, or the sizes of two distributions, differ
     */
    public static double jensenShannon(Probabilities weights, List<Probabilities> distributions) {
        return ManyDistributions.jensenShannon(weights, distributions);
    }

    /**
     * The Rényi divergence log Σ p^a q^(1−a)/(a − 1) of order a, continuous in the order: −log Q(p &gt; 0) for a = 0, −2 log Σ √(pq) for a = ½,
     * KL(p‖q) for a = 1, log(1 + χ²(p‖q)) for a = 2, log max p/q for a = ∞ (van Erven and Harremoës 2014, theorems 4 to 6).
     *
     * @param p the first argument
     * @param q the second argument, of the same size
     * @param order a, in [0, ∞]
     * @return the divergence in nats; for a ≥ 1 it is +∞ where q excludes what p allows, for a &lt; 1 only where they exclude each other; error as
     *     of {@link Probabilities#skewedJensenTo}
     * @throws DomainException if the sizes differ or the order is negative or NaN
     */
    public static double renyi(Probabilities p, Probabilities q, double order) {
        return order == Double.POSITIVE_INFINITY
                ? OrderedDivergences.worstCase(p, q)
                : OrderedDivergences.renyi(
                        OrderedDivergences.FINITE, p, q, DomainException.requireNonnegative("order", order));
    }

    /**
     * The Tsallis divergence (Σ p^a q^(1−a) − 1)/(a − 1) of order a (Tsallis 1998), continuous in the order: Q(p = 0) for a = 0, KL(p‖q) for a = 1,
     * χ²(p‖q) for a = 2.
     *
     * @param p the first argument
     * @param q the second argument, of the same size
     * @param order a, nonnegative and finite
     * @return the divergence; at most 1/(1 − a) for a &lt; 1; error as of {@link #renyi(Probabilities, Probabilities, double)}
     */
    public static double tsallis(Probabilities p, Probabilities q, double order) {
        DomainException.requireNonnegative("order", order);
        return OrderedDivergences.tsallis(OrderedDivergences.FINITE, p, q, order);
    }

    /**
     * The Sharma–Mittal divergence ((Σ p^a q^(1−a))^((1−b)/(1−a)) − 1)/(b − 1) of order a and degree b, continuous in both: Rényi's for b = 1, Tsallis'
     * for b = a, KL(p‖q) where both are 1.
     *
     * <p>Formula: (e^((b−1) D) − 1)/(b − 1) of the Rényi divergence D of order a.
     *
     * <p>Source: F. Nielsen and R. Nock, A closed-form expression for the Sharma–Mittal entropy of exponential families, J. Phys. A 45 (2012), section 1.
     *
     * @param p the first argument
     * @param q the second argument, of the same size
     * @param order a, in [0, ∞]
     * @param degree b, finite
     * @return the divergence; at most 1/(1 − b) for b &lt; 1, else infinite where Rényi's is; error as of
     *     {@link #renyi(Probabilities, Probabilities, double)}, times 1 + |b − 1| D
     */
    public static double sharmaMittal(Probabilities p, Probabilities q, double order, double degree) {
        return OrderedDivergences.ofDegree(renyi(p, q, order), DomainException.requireFinite("degree", degree));
    }

    /**
     * Amari's α-divergence 4/(1 − α²) (1 − Σ p^((1−α)/2) q^((1+α)/2)), continuous in α: KL(p‖q) for α = −1, KL(q‖p) for α = 1, 4 times the squared
     * Hellinger distance for α = 0. Changing the sign of α swaps the arguments.
     *
     * @param p the first argument
     * @param q the second argument, of the same size
     * @param alpha α, finite, in Amari's convention
     * @return the divergence; error as of {@link #renyi(Probabilities, Probabilities, double)}
     */
    public static double alpha(Probabilities p, Probabilities q, double alpha) {
        DomainException.requireFinite("α", alpha);
        return OrderedDivergences.alpha(OrderedDivergences.FINITE, p, q, alpha);
    }

    /**
     * The Bhattacharyya distance −log Σ √(pq), half the Rényi divergence of order ½ (Bhattacharyya 1943).
     *
     * @param p probabilities
     * @param q probabilities, of the same size
     * @return the distance in nats, symmetric; +∞ where p and q exclude each other
     */
    public static double bhattacharyya(Probabilities p, Probabilities q) {
        return p.skewedJensenTo(q, 0.5);
    }

    /**
     * The squared Hellinger distance 1 − Σ √(pq) = ½ Σ (√p − √q)²: with the factor ½.
     *
     * @param p probabilities
     * @param q probabilities, of the same size
     * @return the square, in [0, 1], symmetric; 1 where p and q exclude each other
     */
    public static double hellingerSquared(Probabilities p, Probabilities q) {
        return OrderedDivergences.hellingerSquared(OrderedDivergences.FINITE, p, q);
    }

    /**
     * The Hellinger distance √(1 − Σ √(pq)), a metric, with the factor of {@link #hellingerSquared(Probabilities, Probabilities)}.
     *
     * @param p probabilities
     * @param q probabilities, of the same size
     * @return the distance, in [0, 1]
     */
    public static double hellinger(Probabilities p, Probabilities q) {
        return Math.sqrt(hellingerSquared(p, q));
    }

    /**
     * The Chernoff information max −log Σ p^α q^(1−α) over 0 ≤ α ≤ 1 (Chernoff 1952).
     *
     * @param p probabilities
     * @param q probabilities, of the same size
     * @return the information in nats, symmetric, with its α
     */
    public static Chernoff chernoff(Probabilities p, Probabilities q) {
        return ChernoffSearch.of(OrderedDivergences.FINITE, p, q);
    }

    /**
     * The total variation distance ½ Σ |p − q|, the largest difference of the probabilities of one event: a metric. Other f-divergences are in
     * {@link FDivergence}.
     *
     * @param p probabilities
     * @param q probabilities, of the same size
     * @return the distance, in [0, 1] but for rounding
     */
    public static double totalVariation(Probabilities p, Probabilities q) {
        return FDivergence.TOTAL_VARIATION.between(p, q);
    }

    /**
     * Pearson's χ²(p‖q) = Σ (p − q)²/q; Neyman's is χ²(q‖p).
     *
     * @param p the first argument
     * @param q the second argument, of the same size
     * @return the divergence, +∞ where q excludes what p allows
     */
    public static double chiSquared(Probabilities p, Probabilities q) {
        return FDivergence.PEARSON.between(p, q);
    }

    /**
     * The Jensen–Shannon divergence of two distributions on the line, by quadrature or summation.
     *
     * @param p a distribution
     * @param q a distribution, of any family
     * @return the divergence in nats, in [0, log 2], with its error; exactly log 2 for disjoint supports and for a lattice against a density
     * @throws DomainException for centres that overflow, or on a lattice are so large or far apart that the sum is too long
     * @throws ConvergenceException if the densities are narrower than numbers at their centres resolve
     */
    public static Estimate jensenShannon(Univariate p, Univariate q) {
        return LineDivergences.jensenShannon(p, q);
    }

    /**
     * The Kullback–Leibler divergence KL(p‖q) of two distributions on the line, by quadrature or summation: for different families, or as a check
     * of a formula.
     *
     * @param p the first argument
     * @param q the second argument, of any family
     * @return the divergence in nats with its error, rounding of the log densities included; +∞ where the support of q does not contain that of
     *     p; +∞ ± ∞ where the integral diverges as far as numbers reach; a finite value ± ∞ is a lower bound
     * @throws ConvergenceException if the integral is not resolved: so much probability is nearer to an end of the support than
     *     numbers, or a density is narrower than their spacing
     * @throws DomainException for centres that overflow, or on a lattice are so large or far apart that the sum is too long
     */
    public static Estimate klByQuadrature(Univariate p, Univariate q) {
        return LineDivergences.kl(p, q);
    }
}
