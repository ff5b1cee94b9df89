package org.legendre.geometry.information;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/** The contrastive estimate of a mutual information, from the scores that a critic gives to pairs. */
public final class InfoNce {
    /** Up to here exp(s) − 1 is harmless. */
    private static final double MODERATE = 1;

    private InfoNce() {}

    /**
     * The estimate of K pairs (xᵢ, yᵢ) with scores sᵢⱼ = s(xᵢ, yⱼ).
     *
     * <p>Formula: (1/K) Σᵢ log(exp sᵢᵢ/((1/K) Σⱼ exp sᵢⱼ)), by differences of scores within a row: a constant added to a row changes nothing.
     *
     * <p>Source: A. van den Oord, Y. Li and O. Vinyals, Representation learning with contrastive predictive coding (2018), equation 4; B. Poole,
     * S. Ozair, A. van den Oord, A. A. Alemi and G. Tucker, On variational bounds of mutual information, ICML (2019), equation 10. Its mean is at
     * most I(X; Y) for a critic that is independent of the sample; a single estimate may exceed it.
     *
     * <p>Error: absolute error at most 1e-15 log K, and relative to the largest difference of scores in a row where that is small.
     *
     * @param scores sᵢⱼ, K rows of K finite numbers, the pairs that belong together on the diagonal
     * @return the estimate in nats, at most log K; 0 for equal scores, negative for a critic that prefers what does not belong together
     * @throws DomainException if there are no rows, one is not of length K, or a score is not finite
     */
    public static double estimate(double[][] scores) {
        int k = scores.length;
        if (k == 0) {
            throw new DomainException("scores", "no rows", "a square matrix");
        }
        double[] terms = new double[k];
        for (int i = 0; i < k; i++) {
            double[] row = DomainException.requireLength("scores of row " + i, scores[i], k);
            for (int j = 0; j < k; j++) {
                DomainException.requireFinite("score " + i + ", " + j, row[j]);
            }
            terms[i] = term(row, i);
        }
        return Sums.sum(terms) / k;
    }

    private static double term(double[] row, int own) {
        int k = row.length;
        double[] differences = new double[k];
        double[] others = new double[k];
        double largest = 0;
        for (int j = 0; j < k; j++) {
            differences[j] = row[j] - row[own];
            others[j] = j == own ? Double.NEGATIVE_INFINITY : differences[j];
            largest = Math.max(largest, Math.abs(differences[j]));
        }
        if (largest <= MODERATE) {
            for (int j = 0; j < k; j++) {
                differences[j] = Math.expm1(differences[j]);
            }
            return 0 - Math.log1p(Sums.sum(differences) / k);
        }
        // log K less a nonnegative term cannot exceed log K.
        double rest = Logs.logSumExp(others, 0, k);
        return Math.log(k) - (rest > 0 ? rest + Math.log1p(Math.exp(-rest)) : Math.log1p(Math.exp(rest)));
    }
}
