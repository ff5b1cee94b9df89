package org.legendre.geometry.family;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.special.EntropyTerms;
import org.legendre.geometry.special.Logs;

/**
 * All 2ⁿ states of a Boltzmann machine with their probabilities, the bits of an index being the units.
 *
 * <p>States are counted from the most probable one: unit i of state z is that of z ⊕ mode. In those flipped units y the common state is 0 and every
 * moment is a sum of rare probabilities, so that nothing cancels however certain the machine is.
 */
final class BoltzmannStates {
    private static final Cache LATEST = new Cache();

    private final int n;
    private final double[] theta;
    private final int mode;
    private final double logPartition;
    private final double[] logProbability;
    private final double[] probability;

    /** The states of the latest machine: density, draws and moments are asked for at the same one many times. */
    private static final class Cache {
        private volatile SoftReference<@Nullable BoltzmannStates> latest = new SoftReference<>(null);

        @Nullable
        BoltzmannStates get() {
            return latest.get();
        }

        void set(BoltzmannStates states) {
            latest = new SoftReference<>(states);
        }
    }

    private BoltzmannStates(int n, double[] theta) {
        this.n = n;
        this.theta = theta;
        double[] energy = BinaryTables.forms(n, theta);
        int highest = 0;
        for (int x = 1; x < energy.length; x++) {
            if (energy[x] > energy[highest]) {
                highest = x;
            }
        }
        this.mode = highest;
        this.logProbability = new double[energy.length];
        this.probability = new double[energy.length];
        for (int z = 0; z < energy.length; z++) {
            logProbability[z] = energy[z ^ mode] - energy[mode];
            probability[z] = Math.exp(logProbability[z]);
        }
        double rest = BinaryTables.sum(probability, 1, energy.length);
        double log = Math.log1p(rest);
        this.logPartition = energy[mode] + log;
        for (int z = 0; z < energy.length; z++) {
            logProbability[z] -= log;
            probability[z] /= 1 + rest;
        }
    }

    static BoltzmannStates of(int n, double[] theta) {
        BoltzmannStates known = LATEST.get();
        if (known != null && known.n == n && Arrays.equals(known.theta, theta)) {
            return known;
        }
        BoltzmannStates states = new BoltzmannStates(n, theta.clone());
        LATEST.set(states);
        return states;
    }

    int n() {
        return n;
    }

    double logPartition() {
        return logPartition;
    }

    double[] probability() {
        return probability;
    }

    /** log p of a state in the machine's own units. */
    double logProbability(int x) {
        return logProbability[x ^ mode];
    }

    /** −Σ p log p, terms of one sign. */
    double entropy() {
        double[] terms = new double[probability.length];
        Arrays.setAll(terms, z -> probability[z] == 0 ? 0 : -probability[z] * logProbability[z]);
        return BinaryTables.sum(terms, 0, terms.length);
    }

    private int bit(int i) {
        return mode >> i & 1;
    }

    private int sign(int i) {
        return 1 - 2 * bit(i);
    }

    /** The coefficients in y of ⟨v, T(x)⟩, without its constant: with x = f + σy, σᵢσⱼvᵢⱼ and σᵢ(vᵢ + Σⱼ vᵢⱼfⱼ). Undone by itself. */
    double[] flipped(double[] v) {
        double[] out = new double[v.length];
        for (int i = 0; i < n; i++) {
            double sum = v[i];
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    int k = BinaryTables.coupling(n, Math.max(i, j), Math.min(i, j));
                    sum += bit(j) * v[k];
                    out[k] = sign(i) * sign(j) * v[k];
                }
            }
            out[i] = sign(i) * sum;
        }
        return out;
    }

    /** The covectors, transposed: of xᵢ, σᵢgᵢ, and of xᵢxⱼ, σᵢσⱼgᵢⱼ + fᵢσⱼgⱼ + fⱼσᵢgᵢ. Undone by itself. */
    double[] flippedCovector(double[] g) {
        double[] out = new double[g.length];
        for (int i = 0; i < n; i++) {
            out[i] = sign(i) * g[i];
            for (int j = 0; j < i; j++) {
                int k = BinaryTables.coupling(n, i, j);
                out[k] = sign(i) * sign(j) * g[k] + bit(i) * sign(j) * g[j] + bit(j) * sign(i) * g[i];
            }
        }
        return out;
    }

    /** Σ w(y) T(y) for weights w on the states of whatever units. */
    double[] mean(double[] weight) {
        double[] out = new double[BinaryTables.dimension(n)];
        BinaryTables.moments(weight, n, 2, (mask, moment) -> {
            if (mask != 0) {
                out[BinaryTables.coordinate(n, mask)] = moment;
            }
        });
        return out;
    }

    /**
     * E[T(x)], each entry the sum of the probabilities of its states in the machine's own units: a rare pair loses no digit beside the common ones of which
     * it would be a difference.
     */
    double[] expectation() {
        double[] own = new double[probability.length];
        Arrays.setAll(own, x -> probability[x ^ mode]);
        return mean(own);
    }

    /**
     * The same by differences from the mode. It is for the solve of η → θ: on a facet of the correlation polytope, where no machine is, rare states of ever
     * smaller probability come ever closer, and differences, whose rounding no rarer state can undercut, are what ends the search.
     */
    double[] expectationFromMode() {
        double[] out = flippedCovector(mean(probability));
        for (int i = 0; i < n; i++) {
            out[i] += bit(i);
            for (int j = 0; j < i; j++) {
                out[BinaryTables.coupling(n, i, j)] += bit(i) * bit(j);
            }
        }
        return out;
    }

    /** ⟨v, T⟩ less its mean, for all states; 0 at the mode is exact before the mean is taken off. */
    double[] centred(double[] v) {
        double[] form = BinaryTables.forms(n, flipped(v));
        double[] terms = new double[form.length];
        Arrays.setAll(terms, z -> probability[z] * form[z]);
        double mean = BinaryTables.sum(terms, 0, terms.length);
        for (int z = 0; z < form.length; z++) {
            form[z] -= mean;
        }
        return form;
    }

    /** E[s²]. */
    double meanSquare(double[] s) {
        double[] terms = new double[s.length];
        Arrays.setAll(terms, z -> probability[z] * s[z] * s[z]);
        return BinaryTables.sum(terms, 0, terms.length);
    }

    /** log E[exp(cs)] ≥ 0 for a centred s: log(1 + E[exp(cs) − 1 − cs]), positive terms; by log-sum-exp where that overflows. */
    double logMeanExp(double[] centred, double c) {
        double[] terms = new double[centred.length];
        for (int z = 0; z < terms.length; z++) {
            double u = c * centred[z];
            terms[z] = u <= 30
                    ? probability[z] * EntropyTerms.expm1mx(u)
                    : Math.exp(logProbability[z] + u) - probability[z] * (1 + u);
        }
        double sum = BinaryTables.sum(terms, 0, terms.length);
        if (sum < Double.POSITIVE_INFINITY) {
            return Math.log1p(sum);
        }
        Arrays.setAll(terms, z -> logProbability[z] + c * centred[z]);
        return Logs.logSumExp(terms, 0, terms.length);
    }

    /** The state, in the machine's own units, where the running sum of the probabilities passes a number of [0, 1). */
    int quantile(double level) {
        double remaining = level;
        for (int z = 0; z < probability.length; z++) {
            remaining -= probability[z];
            if (remaining < 0) {
                return z ^ mode;
            }
        }
        return mode;
    }
}
