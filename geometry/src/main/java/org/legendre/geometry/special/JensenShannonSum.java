package org.legendre.geometry.special;

import java.util.Arrays;
import java.util.Objects;

/** The sum of the Jensen–Shannon divergence of two vectors of masses, in the blocks and with the loops of {@link RelativeEntropy}. */
public final class JensenShannonSum {
    private static final int BLOCK = RelativeEntropy.BLOCK;

    private final RelativeEntropy loops = new RelativeEntropy();
    private final double[] p = new double[BLOCK];
    private final double[] q = new double[BLOCK];
    private final double[] mean = new double[BLOCK];
    private final double[] difference = new double[BLOCK];
    private final double[] terms = new double[BLOCK];
    private final double[] sums = new double[BLOCK];
    private final double[] errors = new double[BLOCK];

    private JensenShannonSum() {}

    /**
     * ½ Σ (p log(p/m) − p + m) + (q log(q/m) − q + m) with m = (p + q)/2, all terms nonnegative.
     *
     * <p>Formula: each half as of {@link RelativeEntropy}, from the difference ±(q − p)/2 to the mean; m times {@link EntropyTerms#jensenShannon(double)} in
     * blocks that have a mass outside its bounds.
     *
     * <p>Source: J. Lin, Divergence measures based on the Shannon entropy, IEEE Trans. Inf. Theory 37 (1991), equation 4.1.
     *
     * <p>Error: relative error at most 4e-15, near-equal masses included.
     *
     * @param p the first masses, nonnegative and finite
     * @param q the second masses, nonnegative and finite
     * @param n how many of them, from the first on
     * @return the sum in nats times mass
     */
    public static double of(double[] p, double[] q, int n) {
        Objects.checkFromIndexSize(0, n, p.length);
        Objects.checkFromIndexSize(0, n, q.length);
        JensenShannonSum sum = new JensenShannonSum();
        for (int i = 0; i < n; i += BLOCK) {
            sum.add(p, q, i, Math.min(BLOCK, n - i));
        }
        return 0.5 * (Sums.sum(sum.sums) + Sums.sum(sum.errors));
    }

    private void add(double[] allP, double[] allQ, int from, int size) {
        System.arraycopy(allP, from, p, 0, size);
        System.arraycopy(allQ, from, q, 0, size);
        // Always whole blocks: equal masses add nothing.
        Arrays.fill(p, size, BLOCK, 1);
        Arrays.fill(q, size, BLOCK, 1);
        if (!(RelativeEntropy.areOrdinary(p, 0, BLOCK) && RelativeEntropy.areOrdinary(q, 0, BLOCK))) {
            oneByOne();
            return;
        }
        for (int i = 0; i < BLOCK; i++) {
            mean[i] = 0.5 * p[i] + 0.5 * q[i];
            difference[i] = 0.5 * (q[i] - p[i]);
        }
        loops.terms(p, mean, difference, terms);
        accumulate();
        for (int i = 0; i < BLOCK; i++) {
            difference[i] = -difference[i];
        }
        loops.terms(q, mean, difference, terms);
        accumulate();
    }

    private void oneByOne() {
        for (int i = 0; i < BLOCK; i++) {
            double m = 0.5 * p[i] + 0.5 * q[i];
            double sum = p[i] + q[i];
            // Halves of subnormal masses round, sums of the greatest overflow.
            double contrast = sum <= Double.MAX_VALUE ? (p[i] - q[i]) / sum : 0.5 * (p[i] - q[i]) / m;
            terms[i] = m == 0 ? 0 : 2 * (m * EntropyTerms.jensenShannon(contrast));
        }
        accumulate();
    }

    private void accumulate() {
        for (int i = 0; i < BLOCK; i++) {
            double sum = sums[i];
            double next = sum + terms[i];
            errors[i] += Sums.additionError(sum, terms[i], next);
            sums[i] = next;
        }
    }
}
