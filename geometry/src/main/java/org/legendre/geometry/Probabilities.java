package org.legendre.geometry;

import java.util.Arrays;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/**
 * An immutable vector of probabilities p₁, …, pₖ ≥ 0 that sum to 1. It keeps the logarithms of its weights, so that a probability too small for
 * binary64 still has its logarithm.
 *
 * <p>{@link #of} takes probabilities and keeps them bit for bit; {@link #ofLogits} takes log weights, known up to a common constant;
 * {@link #normalized} divides weights by their sum, which nothing else does.
 */
public final class Probabilities {
    /** How far from 1 the (compensated) sum of given probabilities may be: {@value}. */
    public static final double TOLERANCE = 1e-9;

    private final double[] p;
    /** log p, or the logits as they were given: these differ by a constant. */
    private final double[] logWeights;

    private final double[] logP;
    /** Whether the probabilities define the vector; else its log weights do. */
    private final boolean exact;

    private Probabilities(double[] p, double[] logWeights, double[] logP, boolean exact) {
        this.p = p;
        this.logWeights = logWeights;
        this.logP = logP;
        this.exact = exact;
    }

    /**
     * The given probabilities, kept bit for bit.
     *
     * @param probabilities the entries, each in [0, 1], with a sum within {@link #TOLERANCE} of 1
     * @return the vector
     * @throws DomainException if an entry is not in [0, 1] or the sum is not 1, with the sum
     */
    public static Probabilities of(double... probabilities) {
        double[] p = probabilities.clone();
        for (int i = 0; i < p.length; i++) {
            DomainException.requireProbability("probability " + i, p[i]);
        }
        double sum = Sums.sum(p);
        if (!(Math.abs(sum - 1) <= TOLERANCE)) {
            throw new DomainException(
                    "probabilities",
                    p,
                    "entries with sum 1 ± " + TOLERANCE + "; these sum to " + sum
                            + " (Probabilities.normalized divides weights by their sum)");
        }
        return exact(p);
    }

    private static Probabilities exact(double[] p) {
        double[] logP = new double[p.length];
        Arrays.setAll(logP, i -> Math.log(p[i]));
        return new Probabilities(p, logP, logP, true);
    }

    /**
     * Softmax: probabilities proportional to exp(lᵢ).
     *
     * <p>Formula: with the largest logit m and r = Σ exp(lᵢ − m) over the others, log pᵢ = (lᵢ − m) − log(1 + r).
     *
     * <p>Source: Blanchard, Higham and Higham, Accurately computing the log-sum-exp and softmax functions, IMA J. Numer. Anal. 41 (2021).
     *
     * <p>Error: relative error of log pᵢ at most 1e-15 given lᵢ − m, the log of a probability next to 1 included.
     *
     * @param logits the log weights in nats, up to a common constant; −∞ for a zero
     * @return the vector
     * @throws DomainException if an entry is NaN or +∞, all are −∞, there are none, or two finite ones are further apart than binary64 reaches
     */
    public static Probabilities ofLogits(double... logits) {
        int k = logits.length;
        int argmax = 0;
        for (int i = 0; i < k; i++) {
            if (!(logits[i] < Double.POSITIVE_INFINITY)) {
                throw new DomainException("logit " + i, logits[i], "a finite number or −∞");
            }
            argmax = logits[i] > logits[argmax] ? i : argmax;
        }
        if (k == 0 || logits[argmax] == Double.NEGATIVE_INFINITY) {
            throw new DomainException("logits", logits, "at least one entry that is not −∞");
        }
        double max = logits[argmax];
        double[] others = new double[k];
        double[] logP = new double[k];
        for (int i = 0; i < k; i++) {
            logP[i] = logits[i] - max;
            if (logP[i] == Double.NEGATIVE_INFINITY && logits[i] != Double.NEGATIVE_INFINITY) {
                throw new DomainException("logits", logits, "entries with finite differences");
            }
            others[i] = i == argmax ? 0 : Math.exp(logP[i]);
        }
        double rest = Sums.sum(others);
        double logTotal = Math.log1p(rest);
        others[argmax] = 1;
        double[] p = new double[k];
        for (int i = 0; i < k; i++) {
            p[i] = others[i] / (1 + rest);
            logP[i] -= logTotal;
        }
        return new Probabilities(p, logits.clone(), logP, false);
    }

    /**
     * Weights divided by their sum.
     *
     * @param weights nonnegative and finite, not all zero
     * @return the vector
     * @throws DomainException if a weight is NaN, negative or infinite, or all are zero
     */
    public static Probabilities normalized(double... weights) {
        double max = 0;
        for (int i = 0; i < weights.length; i++) {
            max = Math.max(max, DomainException.requireNonnegative("weight " + i, weights[i]));
        }
        if (!(max > 0)) {
            throw new DomainException("weights", weights, "at least one positive weight");
        }
        // A power of two, so that scaling is exact (but where it underflows, which the logits below take care of).
        int scale = -Math.getExponent(max);
        double[] p = new double[weights.length];
        Arrays.setAll(p, i -> Math.scalb(weights[i], scale));
        double sum = Sums.sum(p);
        boolean underflow = false;
        for (int i = 0; i < p.length; i++) {
            p[i] /= sum;
            underflow |= weights[i] > 0 && p[i] < Double.MIN_NORMAL;
        }
        if (underflow) {
            double[] logits = new double[p.length];
            Arrays.setAll(logits, i -> Math.log(weights[i]));
            return ofLogits(logits);
        }
        return exact(p);
    }

    /**
     * The uniform vector.
     *
     * @param k the number of classes, at least 1
     * @return (1/k, …, 1/k)
     * @throws DomainException if k &lt; 1
     */
    public static Probabilities uniform(int k) {
        if (k < 1) {
            throw new DomainException("number of classes", k, "an integer ≥ 1");
        }
        double[] p = new double[k];
        Arrays.fill(p, 1.0 / k);
        return exact(p);
    }

    /**
     * The number of classes.
     *
     * @return k
     */
    public int size() {
        return p.length;
    }

    /**
     * A probability.
     *
     * @param i the class, from 0
     * @return pᵢ; 0 also where a positive probability is too small for binary64
     */
    public double get(int i) {
        return p[i];
    }

    /**
     * The logarithm of a probability.
     *
     * @param i the class, from 0
     * @return log pᵢ in nats; −∞ for a zero
     */
    public double logProbability(int i) {
        return logP[i];
    }

    /**
     * The log-odds of two classes, without the rounding of the normaliser.
     *
     * @param i a class, from 0
     * @param j a class, from 0
     * @return log(pᵢ/pⱼ) in nats; infinite if one of the two is zero, NaN if both are
     */
    public double logOdds(int i, int j) {
        return exact && p[i] > 0 && p[j] > 0 ? Logs.logRatio(p[i], p[j]) : logWeights[i] - logWeights[j];
    }

    /**
     * Whether every class has a positive probability (which may be too small for binary64).
     *
     * @return true if no class is impossible
     */
    public boolean isPositive() {
        for (double log : logP) {
            if (log == Double.NEGATIVE_INFINITY) {
                return false;
            }
        }
        return true;
    }

    /**
     * The probabilities.
     *
     * @return a new array
     */
    public double[] toArray() {
        return p.clone();
    }

    /**
     * The entropy −Σ pᵢ log pᵢ with 0 log 0 = 0 (Shannon 1948).
     *
     * @return the entropy in nats, in [0, log k]
     */
    public double entropy() {
        return ProbabilityKernel.entropy(this);
    }

    /**
     * The Kullback–Leibler divergence Σ pᵢ log(pᵢ/qᵢ), with 0 log 0 = 0 and p log(p/0) = +∞ (Kullback and Leibler 1951).
     *
     * @param q the second argument, of the same size
     * @return the divergence in nats: ≥ 0, and +∞ where q excludes what p allows
     * @throws DomainException if the sizes differ
     */
    public double klTo(Probabilities q) {
        return ProbabilityKernel.kl(this, q);
    }

    /**
     * The Jensen–Shannon divergence ½ KL(p‖m) + ½ KL(q‖m) with m = (p + q)/2 (Lin 1991).
     *
     * @param q the second argument, of the same size
     * @return the divergence in nats, in [0, log 2]
     * @throws DomainException if the sizes differ
     */
    public double jensenShannonTo(Probabilities q) {
        return ProbabilityKernel.jensenShannon(this, q);
    }

    /**
     * The skewed Jensen divergence −log Σ pᵢ^α qᵢ^(1−α), the sum being over the classes that both allow: the Bhattacharyya distance for α = ½.
     *
     * <p>Source: F. Nielsen and S. Boltz, The Burbea–Rao and Bhattacharyya centroids, IEEE Trans. Inf. Theory 57 (2011).
     *
     * <p>Error: relative error at most 1e-14 for 0 ≤ α ≤ 1, near equality too.
     *
     * @param q the second argument, of the same size
     * @param alpha the weight α of this p, finite
     * @return the divergence in nats: ≥ 0 for 0 ≤ α ≤ 1, +∞ for disjoint supports; ≤ 0 elsewhere, −∞ where the sum is infinite
     * @throws DomainException if the sizes differ or α is not finite
     */
    public double skewedJensenTo(Probabilities q, double alpha) {
        return ProbabilityKernel.skewedJensen(this, q, DomainException.requireFinite("α", alpha));
    }

    /**
     * The angle between √p and √q on the unit sphere (Bhattacharyya 1946), half the Fisher–Rao distance.
     *
     * <p>Formula: 2 arcsin(½ ‖√p − √q‖), which keeps its relative accuracy for near points.
     *
     * @param q the other vector, of the same size
     * @return the angle, in [0, π/2]
     * @throws DomainException if the sizes differ
     */
    public double angleTo(Probabilities q) {
        return ProbabilityKernel.angle(this, q);
    }

    /**
     * The differences qᵢ − pᵢ, of vectors made from logits too: near equality these are told apart by their log weights, where the rounded
     * probabilities may agree.
     *
     * <p>Error: relative error at most 3e-16 each where both are given probabilities; else an absolute error of 1e-15 pᵢ times the largest
     * difference of log weights.
     *
     * @param q the other vector, of the same size
     * @return q − p, a new array
     * @throws DomainException if the sizes differ
     */
    public double[] differencesTo(Probabilities q) {
        return ProbabilityKernel.differences(this, q);
    }

    /**
     * The log-ratios log(qᵢ/pᵢ), of vectors made from logits too. Their mean under this p is −KL(p‖q).
     *
     * <p>Error: relative error at most 4e-16 each where both are given probabilities; else an absolute error of 1e-15 times the largest difference of
     * log weights.
     *
     * @param q the other vector, of the same size
     * @return the log-ratios in nats, a new array; infinite where one of the two is zero, NaN where both are
     * @throws DomainException if the sizes differ
     */
    public double[] logRatiosTo(Probabilities q) {
        return ProbabilityKernel.logRatiosTo(this, q);
    }

    boolean exact() {
        return exact;
    }

    /** The array itself, which nobody may write to. */
    double[] entries() {
        return p;
    }

    double logWeight(int i) {
        return logWeights[i];
    }

    /** {@inheritDoc} Equal probabilities with equal logarithms. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Probabilities that && Arrays.equals(p, that.p) && Arrays.equals(logP, that.logP);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(p);
    }

    @Override
    public String toString() {
        if (p.length <= 12) {
            return Arrays.toString(p);
        }
        String head = Arrays.toString(Arrays.copyOf(p, 12));
        return head.substring(0, head.length() - 1) + ", … (" + p.length + " entries)]";
    }
}
