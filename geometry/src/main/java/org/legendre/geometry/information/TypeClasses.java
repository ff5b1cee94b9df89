package org.legendre.geometry.information;

import java.math.BigInteger;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.GammaRemainder;
import org.legendre.geometry.special.RelativeEntropy;
import org.legendre.geometry.special.Sums;

/**
 * The method of types: sequences of n symbols with the same counts n₁, …, nₖ are one class, all of them equally likely, and there are only
 * polynomially many classes.
 *
 * <p>Logarithms come from −n KL(type‖p) and the remainders of Stirling's formula, so that they know their distance from the likeliest class to full
 * relative accuracy, where a difference of log-factorials would round it away.
 *
 * <p>Source: T. M. Cover and J. A. Thomas, Elements of Information Theory (2nd edition, 2006), section 11.1.
 */
final class TypeClasses {
    /** More classes than this are refused. */
    private static final long MOST = 20_000_000;

    private TypeClasses() {}

    /** Takes the counts of a class, in an array that is used again. */
    interface Visitor {
        void take(int... counts);
    }

    /** All classes of n symbols out of k. */
    static void forEach(int k, int n, Visitor visitor) {
        if (n < 1) {
            throw new DomainException("number of symbols", n, "an integer ≥ 1");
        }
        if (isAboveMost(n + k - 1L, Math.min(n, k - 1))) {
            throw new DomainException(
                    "number of types", "more than 2·10⁷", "at most " + MOST + ": fewer classes or symbols");
        }
        visit(new int[k], 0, n, visitor);
    }

    /** Whether n choose k is more than {@link #MOST}, for k ≤ n/2, where the partial products never fall: a few factors tell, and none overflows. */
    private static boolean isAboveMost(long n, long k) {
        long value = 1;
        for (long i = 1; i <= k && value <= MOST; i++) {
            value = value * (n - k + i) / i;
        }
        return value > MOST;
    }

    private static void visit(int[] counts, int at, int rest, Visitor visitor) {
        if (at == counts.length - 1) {
            counts[at] = rest;
            visitor.take(counts);
            return;
        }
        for (int i = 0; i <= rest; i++) {
            counts[at] = i;
            visit(counts, at + 1, rest - i, visitor);
        }
    }

    /** The number of sequences of a class, exactly. */
    static BigInteger size(int... counts) {
        BigInteger size = BigInteger.ONE;
        long n = 0;
        for (int count : counts) {
            n += count;
            size = size.multiply(binomial(n, count));
        }
        return size;
    }

    private static BigInteger binomial(long n, long k) {
        long smaller = Math.min(k, n - k);
        BigInteger value = BigInteger.ONE;
        for (long i = 1; i <= smaller; i++) {
            value = value.multiply(BigInteger.valueOf(n - smaller + i)).divide(BigInteger.valueOf(i));
        }
        return value;
    }

    /** The logarithm of that number, n H(type) and a remainder. */
    static double logSize(int... counts) {
        double n = total(counts);
        double[] terms = new double[counts.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = counts[i] == 0 ? 0 : counts[i] * Math.log(n / counts[i]) - remainder(counts[i]);
        }
        return Math.max(0, Sums.sum(terms) + remainder(n));
    }

    /** The logarithm of the probability of a class; −∞ if it has a symbol of probability 0. */
    static double logProbability(Probabilities p, int... counts) {
        double n = total(counts);
        double[] terms = new double[counts.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = counts[i] > 0 && p.get(i) < Double.MIN_NORMAL
                    // The logarithm of what underflows; nothing cancels, for the count is far above n pᵢ.
                    ? counts[i] * (p.logProbability(i) + Math.log(n / counts[i]) + 1) - n * p.get(i)
                    : 0 - RelativeEntropy.term(counts[i], n * p.get(i));
            terms[i] -= remainder(counts[i]);
        }
        return Sums.sum(terms) + remainder(n);
    }

    private static double total(int... counts) {
        double n = 0;
        for (int count : counts) {
            n += count;
        }
        return n;
    }

    /** log m! − m log m + m. */
    private static double remainder(double m) {
        return m == 0 ? 0 : GammaRemainder.value(m) + Math.log(m);
    }
}
