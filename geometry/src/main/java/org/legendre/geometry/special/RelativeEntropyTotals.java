package org.legendre.geometry.special;

import java.util.Arrays;

/** Sums of terms and masses, {@value RelativeEntropy#BLOCK} side by side: each adds the entries of its own place in the blocks. */
final class RelativeEntropyTotals {
    private static final int BLOCK = RelativeEntropy.BLOCK;

    final double[] sums = new double[BLOCK];

    /** What the additions to the sums lost. */
    final double[] errors = new double[BLOCK];

    final double[] massesP = new double[BLOCK];
    final double[] massesQ = new double[BLOCK];

    void clear() {
        Arrays.fill(sums, 0);
        Arrays.fill(errors, 0);
        Arrays.fill(massesP, 0);
        Arrays.fill(massesQ, 0);
    }

    /** Adds a block of terms and its n masses. */
    void add(double[] terms, double[] p, double[] q, int n) {
        accumulate(terms, sums, errors);
        add(p, massesP, n);
        add(q, massesQ, n);
    }

    private static void accumulate(double[] terms, double[] sums, double[] errors) {
        for (int i = 0; i < BLOCK; i++) {
            double sum = sums[i];
            double next = sum + terms[i];
            errors[i] += Sums.additionError(sum, terms[i], next);
            sums[i] = next;
        }
    }

    /** Adds one term at a place of a block. */
    void add(int place, double term) {
        double next = sums[place] + term;
        errors[place] += Sums.additionError(sums[place], term, next);
        sums[place] = next;
    }

    private static void add(double[] x, double[] sums, int n) {
        for (int i = 0; i < n; i++) {
            sums[i] += x[i];
        }
    }

    double sum() {
        double sum = 0;
        double error = 0;
        for (int i = 0; i < BLOCK; i++) {
            double next = sum + sums[i];
            error += Sums.additionError(sum, sums[i], next) + errors[i];
            sum = next;
        }
        return Sums.compensated(sum, error);
    }

    double massOfP() {
        return Sums.sum(massesP);
    }

    double massOfQ() {
        return Sums.sum(massesQ);
    }
}
