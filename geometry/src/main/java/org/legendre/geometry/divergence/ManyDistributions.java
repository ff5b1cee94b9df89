package org.legendre.geometry.divergence;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;

/** The Jensen–Shannon divergence of many distributions, by terms that are all nonnegative. */
final class ManyDistributions {
    private ManyDistributions() {}

    static double jensenShannon(Probabilities weights, List<Probabilities> distributions) {
        int n = weights.size();
        if (distributions.size() != n) {
            throw new DomainException("distributions", distributions.size() + " of them", "as many as weights, " + n);
        }
        double[] w = weights.toArray();
        // The heaviest: whoever is far from the mean, it is no more than its share that this one is.
        int heaviest = 0;
        for (int j = 1; j < n; j++) {
            heaviest = w[j] > w[heaviest] ? j : heaviest;
        }
        Probabilities reference = distributions.get(heaviest);
        double[][] fromReference = new double[n][];
        for (int j = 0; j < n; j++) {
            fromReference[j] = reference.differencesTo(distributions.get(j));
        }
        int k = reference.size();
        double[] divergences = new double[k];
        double[] overlaps = new double[k];
        double[] column = new double[n];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j < n; j++) {
                column[j] = fromReference[j][i];
            }
            double meanFromReference = Sums.dot(w, column);
            double mean = Sums.dot(w, column(distributions, i));
            for (int j = 0; j < n; j++) {
                double p = distributions.get(j).get(i);
                if (w[j] > 0 && mean > 0) {
                    divergences[i] += w[j] * Logs.relativeEntropyTerm(p, mean, meanFromReference - column[j]);
                    double mass = w[j] * p;
                    overlaps[i] += mass > 0 ? mass * Math.max(0, Logs.logRatio(mean, mass)) : 0;
                }
            }
        }
        double divergence = Sums.sum(divergences);
        double most = weights.entropy();
        // Hardly overlapping distributions: what is missing of the entropy of the weights cannot be negative.
        return divergence <= 0.5 * most ? divergence : most - Sums.sum(overlaps);
    }

    private static double[] column(List<Probabilities> distributions, int i) {
        double[] column = new double[distributions.size()];
        Arrays.setAll(column, j -> distributions.get(j).get(i));
        return column;
    }
}
