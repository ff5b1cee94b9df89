package org.legendre.properties;

import java.util.List;
import org.legendre.geometry.Probabilities;

/** The sides of conjectures about probability vectors: divergences between the i-th and the j-th, or between the first two. */
final class SimplexDivergences {
    private SimplexDivergences() {}

    static double kl(List<Probabilities> x, int i, int j) {
        return x.get(i).klTo(x.get(j));
    }

    static double jensenShannon(List<Probabilities> x, int i, int j) {
        return x.get(i).jensenShannonTo(x.get(j));
    }

    static double bhattacharyya(List<Probabilities> x, int i, int j) {
        return x.get(i).skewedJensenTo(x.get(j), 0.5);
    }

    static double skewedDistance(List<Probabilities> x, int i, int j) {
        Probabilities m = mixture(x.get(i), x.get(j), 0.3);
        return Math.sqrt(0.3 * x.get(i).klTo(m) + 0.7 * x.get(j).klTo(m));
    }

    /** R_α(p‖q) = −log Σ p^α q^(1−α)/(1 − α). */
    static double renyi(List<Probabilities> x, int i, int j, double alpha) {
        return x.get(i).skewedJensenTo(x.get(j), alpha) / (1 - alpha);
    }

    /** Amari's 4/(1 − α²) (1 − Σ p^((1−α)/2) q^((1+α)/2)). */
    static double alpha(List<Probabilities> x, int i, int j, double alpha) {
        double jensen = x.get(i).skewedJensenTo(x.get(j), 0.5 - 0.5 * alpha);
        return -4 / (1 - alpha * alpha) * Math.expm1(-jensen);
    }

    static double fisherRao(List<Probabilities> x) {
        return 2 * x.get(0).angleTo(x.get(1));
    }

    static double hellingerSquared(List<Probabilities> x) {
        return -Math.expm1(-bhattacharyya(x, 0, 1));
    }

    static double variation(List<Probabilities> x) {
        double sum = 0;
        for (int i = 0; i < x.get(0).size(); i++) {
            sum += Math.abs(x.get(0).get(i) - x.get(1).get(i));
        }
        return 0.5 * sum;
    }

    static double chiSquare(List<Probabilities> x) {
        double sum = 0;
        for (int i = 0; i < x.get(0).size(); i++) {
            double difference = x.get(0).get(i) - x.get(1).get(i);
            sum += difference * (difference / x.get(1).get(i));
        }
        return sum;
    }

    static Probabilities middle(Probabilities p, Probabilities q) {
        return mixture(p, q, 0.5);
    }

    static Probabilities mixture(Probabilities p, Probabilities q, double weight) {
        double[] mixture = new double[p.size()];
        for (int i = 0; i < mixture.length; i++) {
            mixture[i] = weight * p.get(i) + (1 - weight) * q.get(i);
        }
        return Probabilities.of(mixture);
    }
}
