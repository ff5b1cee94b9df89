package org.legendre.geometry.family;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.Logs;

/** The number of trials that binomial and multinomial families share. */
final class Trials {
    /** Up to here every whole number is a double. */
    private static final long LARGEST = 1L << 53;

    private Trials() {}

    static long require(long trials) {
        if (!(trials >= 1 && trials <= LARGEST)) {
            throw new DomainException("trials", trials, "a whole number from 1 to 2⁵³");
        }
        return trials;
    }

    static long of(double trials) {
        if (!(trials == Math.rint(trials) && trials >= 1 && trials <= LARGEST)) {
            throw new DomainException("trials", trials, "a whole number from 1 to 2⁵³");
        }
        return (long) trials;
    }

    static void requireShared(double given, double shared) {
        if (given != shared) {
            throw new DomainException("shared parameter", given, shared + ", as in this family");
        }
    }

    /** log n!/∏ xᵢ! = Σ xᵢ log(n/xᵢ) + s(n) − Σ s(xᵢ), of counts that sum to n. */
    static double logCoefficient(double n, double... counts) {
        double sum = BinomialKernel.stirling(n);
        for (double x : counts) {
            if (x == n) {
                return 0;
            }
            if (x > 0) {
                sum += x * Logs.logRatio(n, x) - BinomialKernel.stirling(x);
            }
        }
        return sum;
    }
}
