package org.legendre.geometry.information;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Sums;

/**
 * The typical set of n independent symbols: the sequences x with |−(1/n) log p(x) − H| ≤ ε. By the asymptotic equipartition property its probability tends to 1
 * and its sequences, e^(nH) in number to first order in the exponent, are nearly equally likely.
 *
 * <p>Everything is exact, by summing over types: the number of sequences as an integer, the probability with a relative error of at most 1e-12.
 *
 * <p>Source: T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), section 3.1; the smallest set is their section 3.3.
 */
public final class TypicalSet {
    /** A sequence on the boundary is typical, whichever way its log-probability rounds. */
    private static final double BOUNDARY = 1e-13;

    private final Probabilities p;
    private final int length;
    private final double epsilon;
    private final List<int[]> types = new ArrayList<>();
    private final double probability;
    private final double rest;

    private TypicalSet(Probabilities p, int length, double epsilon) {
        this.p = p;
        this.length = length;
        this.epsilon = DomainException.requirePositive("ε", epsilon);
        List<Double> inside = new ArrayList<>();
        List<Double> outside = new ArrayList<>();
        TypeClasses.forEach(p.size(), length, counts -> {
            double mass = Math.exp(TypeClasses.logProbability(p, counts));
            if (contains(counts)) {
                types.add(counts.clone());
                inside.add(mass);
            } else {
                outside.add(mass);
            }
        });
        this.probability = sum(inside);
        this.rest = sum(outside);
    }

    private static double sum(List<Double> masses) {
        return Sums.sum(masses.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * The typical set with ε in nats.
     *
     * @param p the probabilities of a symbol; the number of types of n symbols has to be moderate
     * @param n the length of a sequence, at least 1
     * @param epsilon ε in nats a symbol, positive
     * @return the set
     * @throws DomainException if n or ε is not positive or there are too many types
     */
    public static TypicalSet of(Probabilities p, int n, double epsilon) {
        return new TypicalSet(p, n, epsilon);
    }

    /**
     * The typical set with ε in bits.
     *
     * @param p the probabilities of a symbol
     * @param n the length of a sequence, at least 1
     * @param epsilon ε in bits a symbol, positive
     * @return the set, as {@link #of(Probabilities, int, double)}
     */
    public static TypicalSet of(Probabilities p, int n, Bits epsilon) {
        return of(p, n, epsilon.toNats());
    }

    /**
     * Whether sequences with these counts are typical.
     *
     * @param counts how often each symbol occurs, n in all
     * @return true if |−(1/n) log p(x) − H| ≤ ε, the boundary being known to 1e-13 of ε
     * @throws DomainException if the counts are not as many as symbols, one is negative or they do not sum to n
     */
    public boolean contains(int... counts) {
        if (counts.length != p.size()) {
            throw new DomainException("counts", counts.length + " of them", p.size() + ", one for each symbol");
        }
        long sum = 0;
        double[] terms = new double[counts.length];
        for (int i = 0; i < terms.length; i++) {
            if (counts[i] < 0) {
                throw new DomainException("count " + i, counts[i], "an integer ≥ 0");
            }
            sum += counts[i];
            double difference = (counts[i] - length * p.get(i)) / length;
            terms[i] = counts[i] == 0 && p.get(i) == 0 ? 0 : -difference * p.logProbability(i);
        }
        if (sum != length) {
            throw new DomainException("sum of counts", sum, "the length " + length);
        }
        return Math.abs(Sums.sum(terms)) <= epsilon * (1 + BOUNDARY);
    }

    /**
     * The probability of the set.
     *
     * @return P(A)
     */
    public double probability() {
        return probability;
    }

    /**
     * The probability of its complement, which is not 1 − P(A) rounded but a sum of its own.
     *
     * @return 1 − P(A)
     */
    public double rest() {
        return rest;
    }

    /**
     * The number of its sequences.
     *
     * @return |A|, exactly
     */
    public BigInteger size() {
        BigInteger size = BigInteger.ZERO;
        for (int[] counts : types) {
            size = size.add(TypeClasses.size(counts));
        }
        return size;
    }

    /**
     * The rate (1/n) log |A| in nats a symbol, which tends to at most H + ε.
     *
     * @return the rate; −∞ for an empty set
     */
    public double rate() {
        return LogMasses.of(types, TypeClasses::logSize).logTotal() / length;
    }

    /**
     * The logarithm of what bounds |A| from above, n(H + ε).
     *
     * @return the bound in nats
     */
    public double logLargest() {
        return length * (p.entropy() + epsilon);
    }

    /**
     * The logarithm of what bounds |A| from below, log P(A) + n(H − ε).
     *
     * @return the bound in nats
     */
    public double logSmallest() {
        return Math.log(probability) + length * (p.entropy() - epsilon);
    }

    @Override
    public String toString() {
        return "typical set of " + length + " symbols of " + p + ", ε = " + epsilon + " nats: probability "
                + probability;
    }
}
