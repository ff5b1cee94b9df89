package org.legendre.geometry;

import java.util.Arrays;
import java.util.function.BiFunction;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.RelativeEntropy;
import org.legendre.geometry.special.Sums;

/**
 * An immutable distribution with finitely many possible outcomes among the {@code long}s: words by their number, hashed tuples, states of a large system. It keeps
 * the outcomes of positive probability, in increasing order, and every divergence takes a time linear in the two supports, whatever the range of the outcomes.
 *
 * <p>{@link #of} takes probabilities and keeps them bit for bit; {@link #normalized} divides weights by their sum, which nothing else does.
 */
public final class SparseProbabilities {
    private static final int BUFFER = 16 * RelativeEntropy.BLOCK;

    private final long[] outcomes;
    private final double[] p;

    private SparseProbabilities(long[] outcomes, double[] p) {
        this.outcomes = outcomes;
        this.p = p;
    }

    /**
     * The given probabilities, kept bit for bit.
     *
     * @param outcomes the possible outcomes, strictly increasing
     * @param probabilities one for each, in (0, 1], with a sum within {@link Probabilities#TOLERANCE} of 1
     * @return the distribution
     * @throws DomainException if the outcomes do not increase, the lengths differ, an entry is not in (0, 1] or the sum is not 1, with the sum
     */
    public static SparseProbabilities of(long[] outcomes, double... probabilities) {
        SparseProbabilities result = checked(outcomes, probabilities);
        for (int i = 0; i < result.p.length; i++) {
            DomainException.requireProbability("probability of outcome " + outcomes[i], result.p[i]);
        }
        double sum = Sums.sum(result.p);
        if (!(Math.abs(sum - 1) <= Probabilities.TOLERANCE)) {
            throw new DomainException(
                    "probabilities",
                    result.p,
                    "entries with sum 1 ± " + Probabilities.TOLERANCE + "; these sum to " + sum
                            + " (SparseProbabilities.normalized divides weights by their sum)");
        }
        return result;
    }

    /**
     * Weights divided by their sum, such as counts.
     *
     * @param outcomes the possible outcomes, strictly increasing
     * @param weights one for each, positive and finite
     * @return the distribution
     * @throws DomainException if the outcomes do not increase, the lengths differ, a weight is not positive and finite, or a quotient underflows
     */
    public static SparseProbabilities normalized(long[] outcomes, double... weights) {
        SparseProbabilities given = checked(outcomes, weights);
        double[] p = Probabilities.normalized(given.p).toArray();
        return checked(given.outcomes, p);
    }

    private static SparseProbabilities checked(long[] outcomes, double... masses) {
        DomainException.requireLength("probabilities", masses, outcomes.length);
        for (int i = 0; i < outcomes.length; i++) {
            if (i > 0 && outcomes[i] <= outcomes[i - 1]) {
                throw new DomainException("outcome " + i, outcomes[i], "more than the one before, " + outcomes[i - 1]);
            }
            DomainException.requirePositive("weight of outcome " + outcomes[i], masses[i]);
        }
        return new SparseProbabilities(outcomes.clone(), masses.clone());
    }

    /**
     * The number of possible outcomes.
     *
     * @return at least 1
     */
    public int supportSize() {
        return p.length;
    }

    /**
     * The probability of an outcome.
     *
     * @param outcome any outcome
     * @return its probability, 0 if it is not among the possible ones
     */
    public double get(long outcome) {
        int at = Arrays.binarySearch(outcomes, outcome);
        return at < 0 ? 0 : p[at];
    }

    /**
     * The possible outcomes.
     *
     * @return a new array, strictly increasing
     */
    public long[] support() {
        return outcomes.clone();
    }

    /**
     * The probabilities of the possible outcomes as a vector, in their order.
     *
     * @return the vector of {@link #supportSize} probabilities
     */
    public Probabilities onSupport() {
        return Probabilities.of(p);
    }

    /**
     * The entropy −Σ p log p.
     *
     * <p>Error: relative error at most 1e-15, given the probabilities.
     *
     * @return the entropy in nats, in [0, log of the size of the support]
     */
    public double entropy() {
        Total total = new Total();
        for (double mass : p) {
            total.add(-mass * Math.log(mass));
        }
        return total.sum();
    }

    /**
     * The Kullback–Leibler divergence Σ p log(p/q).
     *
     * <p>Formula: Σ p log(p/q) − p + q, all terms ≥ 0.
     *
     * <p>Error: relative error at most 2e-15, near-equal distributions included.
     *
     * @param q the second argument
     * @return the divergence in nats, ≥ 0; +∞ where an outcome of this distribution is impossible under q
     */
    public double klTo(SparseProbabilities q) {
        if (supportSize() > q.supportSize()) {
            return Double.POSITIVE_INFINITY;
        }
        Total total = new Total();
        double[] common = new double[BUFFER];
        double[] other = new double[BUFFER];
        int filled = 0;
        int j = 0;
        for (int i = 0; i < p.length; i++) {
            while (j < q.p.length && q.outcomes[j] < outcomes[i]) {
                total.add(q.p[j++]);
            }
            if (j == q.p.length || q.outcomes[j] != outcomes[i]) {
                return Double.POSITIVE_INFINITY;
            }
            common[filled] = p[i];
            other[filled] = q.p[j++];
            if (++filled == BUFFER) {
                total.add(RelativeEntropy.sum(common, 0, other, 0, filled));
                filled = 0;
            }
        }
        total.add(RelativeEntropy.sum(common, 0, other, 0, filled));
        while (j < q.p.length) {
            total.add(q.p[j++]);
        }
        return total.sum();
    }

    /**
     * The cross-entropy −Σ p log q = H(p) + KL(p‖q).
     *
     * @param q the distribution that codes
     * @return the cross-entropy in nats, ≥ 0; +∞ where KL is
     */
    public double crossEntropyTo(SparseProbabilities q) {
        return entropy() + klTo(q);
    }

    /**
     * The Jensen–Shannon divergence ½ KL(p‖m) + ½ KL(q‖m), m = (p + q)/2 (Lin 1991).
     *
     * <p>Formula: as {@link Probabilities#jensenShannonTo}; from its greatest value down where the supports hardly overlap.
     *
     * <p>Error: relative error at most 4e-15.
     *
     * @param q the second argument
     * @return the divergence in nats, in [0, log 2]; log 2 for disjoint supports
     */
    public double jensenShannonTo(SparseProbabilities q) {
        Total near = new Total();
        merge(q, (x, y) -> near.add((0.5 * x + 0.5 * y) * EntropyTerms.jensenShannon((x - y) / (x + y))));
        if (near.sum() <= 0.5) {
            return near.sum();
        }
        Total overlap = new Total();
        merge(q, (x, y) -> {
            if (x > 0 && y > 0) {
                overlap.add((0.5 * x + 0.5 * y) * EntropyTerms.binaryEntropy(Logs.logRatio(x, y)));
            }
        });
        return Math.log(2) - overlap.sum();
    }

    /**
     * Any function of two vectors on the union of the two supports: classes that neither allows add nothing to a divergence, so that
     * {@code p.onUnion(q, Divergences::hellinger)} or {@code p.onUnion(q, FDivergence.LE_CAM::between)} is that of the whole.
     *
     * @param <R> what the function returns
     * @param q the second argument
     * @param function the function of two vectors of one size
     * @return its value
     */
    public <R> R onUnion(SparseProbabilities q, BiFunction<Probabilities, Probabilities, R> function) {
        int[] size = {0};
        merge(q, (x, y) -> size[0]++);
        double[] first = new double[size[0]];
        double[] second = new double[size[0]];
        int[] at = {0};
        merge(q, (x, y) -> {
            first[at[0]] = x;
            second[at[0]++] = y;
        });
        return function.apply(Probabilities.of(first), Probabilities.of(second));
    }

    /** Takes the masses of one outcome, of which one may be 0. */
    private interface Pair {
        void take(double p, double q);
    }

    private void merge(SparseProbabilities q, Pair pair) {
        int j = 0;
        for (int i = 0; i < p.length; i++) {
            while (j < q.p.length && q.outcomes[j] < outcomes[i]) {
                pair.take(0, q.p[j++]);
            }
            boolean both = j < q.p.length && q.outcomes[j] == outcomes[i];
            pair.take(p[i], both ? q.p[j++] : 0);
        }
        while (j < q.p.length) {
            pair.take(0, q.p[j++]);
        }
    }

    /** A compensated sum. */
    private static final class Total {
        private double sum;
        private double error;

        void add(double term) {
            double next = sum + term;
            error += Sums.additionError(sum, term, next);
            sum = next;
        }

        double sum() {
            return sum + error;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SparseProbabilities that
                && Arrays.equals(outcomes, that.outcomes)
                && Arrays.equals(p, that.p);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(outcomes) + Arrays.hashCode(p);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("{");
        for (int i = 0; i < Math.min(p.length, 12); i++) {
            text.append(i == 0 ? "" : ", ").append(outcomes[i]).append(": ").append(p[i]);
        }
        return text.append(p.length <= 12 ? "}" : ", … (" + p.length + " outcomes)}")
                .toString();
    }
}
