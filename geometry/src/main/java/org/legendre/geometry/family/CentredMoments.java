package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.List;

/**
 * The weighted mean of vectors and their mean squares or products about it, in two passes: the mean square less the square of the mean would lose the
 * digits that a mean far from 0 costs. The first pass leaves a center with a rounding error, which the second measures and takes from the products.
 *
 * <p>Source: T. F. Chan, G. H. Golub and R. J. LeVeque, Algorithms for computing the sample variance, Am. Stat. 37 (1983): the corrected two-pass
 * algorithm, and how the products of two samples combine.
 */
final class CentredMoments {
    private final double total;
    private final double[] center;
    private final double[] shift;
    private final double[] products;
    private final boolean diagonal;

    private CentredMoments(double total, double[] center, double[] shift, double[] products, boolean diagonal) {
        this.total = total;
        this.center = center;
        this.shift = shift;
        this.products = products;
        this.diagonal = diagonal;
    }

    /** The moments of the rows, all of length d: squares only if diagonal, else the packed lower triangle of products. */
    static CentredMoments of(int d, boolean diagonal, List<double[]> rows, double[] weights) {
        double largest = Arrays.stream(weights).max().orElse(0);
        double[] center = new double[d];
        double seen = 0;
        for (int k = 0; k < weights.length; k++) {
            seen += weights[k] / largest;
            average(weights[k] / largest, seen, rows.get(k), center);
        }
        double[] shift = new double[d];
        double[] products = new double[diagonal ? d : Packed.size(d)];
        seen = 0;
        for (int k = 0; k < weights.length; k++) {
            double[] difference = MultivariateNormalDivergence.minus(rows.get(k), center);
            seen += weights[k] / largest;
            average(weights[k] / largest, seen, difference, shift);
            average(weights[k] / largest, seen, products(difference, diagonal), products);
        }
        add(-1, products(shift, diagonal), products);
        return new CentredMoments(seen * largest, center, shift, products, diagonal);
    }

    /** Moves a mean by one more value. */
    private static void average(double weight, double seen, double[] value, double[] mean) {
        for (int i = 0; i < mean.length && weight > 0; i++) {
            mean[i] += weight * (value[i] - mean[i]) / seen;
        }
    }

    private static double[] products(double[] x, boolean diagonal) {
        if (diagonal) {
            return Arrays.stream(x).map(entry -> entry * entry).toArray();
        }
        double[] packed = new double[Packed.size(x.length)];
        Packed.addProduct(1, x, x, 1, packed, 0);
        return packed;
    }

    private static void add(double c, double[] x, double[] target) {
        for (int i = 0; i < target.length; i++) {
            target[i] = Math.fma(c, x[i], target[i]);
        }
    }

    /** The mean x̄. */
    double[] mean() {
        return MultivariateNormalDivergence.plus(center, shift);
    }

    /** The mean of (x − x̄)² or (x − x̄)(x − x̄)ᵀ. */
    double[] products() {
        return products;
    }

    /**
     * These moments with ν more observations of given moments: with the shares a of the latter and b of these and the difference D of the means, the
     * products are a·priorProducts + b·products + ab DDᵀ, three nonnegative terms.
     */
    CentredMoments joined(double strength, double[] priorMean, double[] priorProducts) {
        double sum = strength + total;
        double share = total / sum;
        double priorShare = strength / sum;
        double[] difference =
                MultivariateNormalDivergence.plus(MultivariateNormalDivergence.minus(center, priorMean), shift);
        boolean nearPrior = share <= priorShare;
        double[] moved = nearPrior ? new double[shift.length] : shift.clone();
        add(nearPrior ? share : -priorShare, difference, moved);
        double[] joined = new double[products.length];
        add(priorShare, priorProducts, joined);
        add(share, products, joined);
        add(share * priorShare, products(difference, diagonal), joined);
        return new CentredMoments(sum, nearPrior ? priorMean : center, moved, joined, diagonal);
    }
}
