package org.legendre.optimize;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.special.Sums;

/** Nonnegative numbers under caps, those of each block summing to 1 or another total: the simplex, the capped simplex, products of simplices. */
interface UnitSums extends Constraint {
    /** How far a start may be off. */
    double TOLERANCE = 1e-12;

    /** Where the blocks of n coordinates end, each exclusively. */
    int[] ends(int n);

    /** The largest value that coordinate i may have, possibly ∞. */
    double cap(int i);

    /** What the numbers of block k sum to. */
    default double total(int k) {
        return 1;
    }

    /** A total in words: a plain 1 for the simplex. */
    static String print(double total) {
        return total == 1 ? "1" : Double.toString(total);
    }

    /** The reason why x, of the length of these blocks, is outside. */
    static Optional<String> diagnose(UnitSums sums, int[] ends, double[] x) {
        for (int i = 0; i < x.length; i++) {
            if (!(x[i] >= 0)) {
                return Optional.of("entry " + i + " is " + x[i] + ", not ≥ 0");
            }
            if (!(x[i] <= sums.cap(i))) {
                return Optional.of("entry " + i + " is " + x[i] + ", above its cap " + sums.cap(i));
            }
        }
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            // Compensated: a million equal weights sum to 1 + 8e-12 otherwise.
            double sum = Sums.sum(x, from, ends[k]);
            double total = sums.total(k);
            if (!(Math.abs(sum - total) <= TOLERANCE * total)) {
                String entries = ends.length == 1 ? "the entries" : "the entries of block " + k;
                return Optional.of(entries + " sum to " + sum + ", not to " + print(total) + " within " + TOLERANCE);
            }
        }
        return Optional.empty();
    }

    /** g less the mean of g under x in each block, which pairs as g does with every difference of two points of the set. */
    static void centre(UnitSums sums, int[] ends, double[] x, double[] g, double[] out) {
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            double mean = 0;
            for (int i = from; i < ends[k]; i++) {
                mean += x[i] * g[i];
            }
            mean /= sums.total(k);
            for (int i = from; i < ends[k]; i++) {
                out[i] = g[i] - mean;
            }
        }
    }

    /** The vertex of each block at its least gᵢ, the first of equals. */
    static boolean vertices(UnitSums sums, int[] ends, double[] g, double[] out) {
        Arrays.fill(out, 0);
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            out[least(g, from, ends[k])] = sums.total(k);
        }
        return true;
    }

    /** Where g is least in a block, the first of equals. */
    static int least(double[] g, int from, int to) {
        int least = from;
        for (int i = from; i < to; i++) {
            least = g[i] < g[least] ? i : least;
        }
        return least;
    }

    /** Σ xᵢ(gᵢ − min g) over a block: no term is negative, nothing cancels. */
    static double gap(double[] x, double[] g, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = from; i < to; i++) {
            least = Math.min(least, g[i]);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * (g[i] - least);
        }
        return sum;
    }
}
