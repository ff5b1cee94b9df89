package org.legendre.geometry.family;

import java.util.List;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;

/** Posteriors of mean and spread in two passes over the data: the mean, then the squares about it. */
final class NormalPosterior {
    private NormalPosterior() {}

    static NormalGamma of(NormalGamma prior, List<? extends Double> data) {
        int n = data.size();
        double mean = 0;
        int seen = 0;
        for (double x : data) {
            seen++;
            mean += (x - mean) / seen;
        }
        double squares = 0;
        for (double x : data) {
            squares += (x - mean) * (x - mean);
        }
        double weight = n / (prior.count() + n);
        double move = mean - prior.mean();
        return new NormalGamma(
                prior.mean() + weight * move,
                prior.count() + n,
                prior.shape() + 0.5 * n,
                prior.rate() + 0.5 * squares + 0.5 * prior.count() * weight * move * move);
    }

    static NormalInverseWishart of(NormalInverseWishart prior, List<? extends Vec<Euclidean>> data) {
        int n = data.size();
        int d = prior.size();
        double[] mean = new double[d];
        int seen = 0;
        for (Vec<Euclidean> x : data) {
            seen++;
            for (int i = 0; i < d; i++) {
                mean[i] += (x.get(i) - mean[i]) / seen;
            }
        }
        double[] scale = prior.scale().toPacked();
        for (Vec<Euclidean> x : data) {
            addSquare(1, x.minus(Vec.of(mean)), scale);
        }
        double weight = n / (prior.count() + n);
        Vec<Euclidean> move = Vec.<Euclidean>of(mean).minus(prior.mean());
        addSquare(prior.count() * weight, move, scale);
        return new NormalInverseWishart(
                prior.mean().plus(move.times(weight)),
                prior.count() + n,
                prior.degrees() + n,
                PositiveDefinite.ofPacked(d, scale));
    }

    /** The packed lower triangle of c vvᵀ, added. */
    private static void addSquare(double c, Vec<Euclidean> v, double[] packed) {
        for (int i = 0; i < v.size(); i++) {
            for (int j = 0; j <= i; j++) {
                packed[LogCholesky.index(i, j)] += c * v.get(i) * v.get(j);
            }
        }
    }
}
