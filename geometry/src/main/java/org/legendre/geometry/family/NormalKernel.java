package org.legendre.geometry.family;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.RelativeEntropy;

/**
 * KL between two normals, one pair at a time or row by row, with the same bits. An object is the working memory of one thread.
 *
 * <p>It is (σ_q² φ + Δ²)/2σ_q² with Δ = μ_p − μ_q and σ_q² φ = σ_p² − σ_q² − σ_q² log(σ_p²/σ_q²), a term of {@link RelativeEntropy}: two nonnegative
 * parts, neither of which cancels. Where a variance or the result is extreme the parts are divided one by one, so that no square leaves the range.
 */
final class NormalKernel {
    private static final int BLOCK = RelativeEntropy.BLOCK;

    private final RelativeEntropy entropy = new RelativeEntropy();
    private final double[] meanP = new double[BLOCK];
    private final double[] meanQ = new double[BLOCK];
    private final double[] varianceQ = new double[BLOCK];
    private final double[] kl = new double[BLOCK];

    /** The divergence of checked parameters, to a relative error of 1.5e-15 given the difference of the means. */
    static double kl(double meanP, double varianceP, double meanQ, double varianceQ) {
        double difference = meanP - meanQ;
        double kl = 0.5 * Math.fma(difference, difference, RelativeEntropy.term(varianceQ, varianceP)) / varianceQ;
        return isOrdinary(varianceP, varianceQ, kl) ? kl : extreme(meanP, varianceP, meanQ, varianceQ);
    }

    private static boolean isOrdinary(double varianceP, double varianceQ, double kl) {
        return RelativeEntropy.isOrdinary(varianceP)
                && RelativeEntropy.isOrdinary(varianceQ)
                && RelativeEntropy.isOrdinary(kl);
    }

    private static double extreme(double meanP, double varianceP, double meanQ, double varianceQ) {
        return 0.5 * Logs.itakuraSaitoTerm(varianceP, varianceQ) + ofMeans(meanP, meanQ, varianceQ);
    }

    /** (μ_p − μ_q)²/2σ², also where the difference overflows and this does not. */
    static double ofMeans(double meanP, double meanQ, double variance) {
        double difference = meanP - meanQ;
        double half = 0.5 * meanP - 0.5 * meanQ;
        return Double.isInfinite(difference) ? 2 * (half / variance * half) : 0.5 * difference / variance * difference;
    }

    /** (μ_p − μ_q)/σ, also where the difference overflows and this does not. */
    static double difference(double meanP, double meanQ, double deviation) {
        double difference = meanP - meanQ;
        return Double.isInfinite(difference) ? 2 * ((0.5 * meanP - 0.5 * meanQ) / deviation) : difference / deviation;
    }

    /** The divergences of n rows; a DomainException names the first bad one. */
    void kl(
            double[] meansP,
            double[] variancesP,
            int fromP,
            double[] meansQ,
            double[] variancesQ,
            int fromQ,
            double[] out,
            int fromOut,
            int n) {
        for (int row = 0; row < n; row += BLOCK) {
            int size = Math.min(BLOCK, n - row);
            System.arraycopy(meansP, fromP + row, meanP, 0, size);
            System.arraycopy(meansQ, fromQ + row, meanQ, 0, size);
            System.arraycopy(variancesQ, fromQ + row, varianceQ, 0, size);
            double[] terms = entropy.terms(variancesQ, fromQ + row, variancesP, fromP + row, size);
            combine(meanP, meanQ, terms, varianceQ, kl);
            if (!(entropy.wasOrdinary() && RelativeEntropy.areOrdinary(kl, 0, size))) {
                for (int i = 0; i < size; i++) {
                    double varianceP = variancesP[fromP + row + i];
                    if (!isOrdinary(varianceP, varianceQ[i], kl[i])) {
                        kl[i] = checked(row + i, meanP[i], varianceP, meanQ[i], varianceQ[i]);
                    }
                }
            }
            System.arraycopy(kl, 0, out, fromOut + row, size);
        }
    }

    /** Rounds as {@link #kl(double, double, double, double)} does. */
    private static void combine(double[] meanP, double[] meanQ, double[] terms, double[] varianceQ, double[] kl) {
        for (int i = 0; i < BLOCK; i++) {
            double difference = meanP[i] - meanQ[i];
            kl[i] = 0.5 * Math.fma(difference, difference, terms[i]) / varianceQ[i];
        }
    }

    /** Whatever is not finite or not positive has made its divergence, or its variance, extraordinary. */
    private static double checked(int row, double meanP, double varianceP, double meanQ, double varianceQ) {
        DomainException.requireFinite("mean of p in row " + row, meanP);
        DomainException.requirePositive("variance of p in row " + row, varianceP);
        DomainException.requireFinite("mean of q in row " + row, meanQ);
        DomainException.requirePositive("variance of q in row " + row, varianceQ);
        return kl(meanP, varianceP, meanQ, varianceQ);
    }
}
