package org.legendre.optimize.problem;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Objective;

/** Sums over observations of a divergence between bᵢ and (Ax)ᵢ, with A ≥ 0 and x ≥ 0. */
abstract class NonnegativeModel implements Objective<Weights, Differential<Weights>> {
    final Rows a;
    final double[] b;
    /** Aᵀ1. */
    final double[] columnSums;
    /** Σ bᵢ. */
    final double total;

    NonnegativeModel(double[][] a, double[] b) {
        this.a = Rows.nonnegative("A", a);
        this.b = DomainException.requireLength("b", b, a.length).clone();
        this.columnSums = new double[this.a.size];
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += DomainException.requireNonnegative("entry " + i + " of b", b[i]);
            this.a.add(i, 1, columnSums);
        }
        this.total = DomainException.requirePositive("sum of b", sum);
        for (int j = 0; j < columnSums.length; j++) {
            DomainException.requirePositive("sum of column " + j + " of A", columnSums[j]);
        }
    }

    /** The term of observation i with the prediction u. */
    abstract double term(int i, double u);

    /** Its derivative in u. */
    abstract double slope(int i, double u);

    @Override
    public final int size() {
        return a.size;
    }

    /**
     * Aᵀ1: what a unit of each xⱼ adds to all predictions.
     *
     * @return the column sums of A, a new array
     */
    public final double[] columnSums() {
        return columnSums.clone();
    }

    /**
     * Σ bᵢ.
     *
     * @return the sum of the observations
     */
    public final double total() {
        return total;
    }

    @Override
    public final double value(double[] x) {
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            sum += term(i, a.dot(i, x));
        }
        return sum;
    }

    @Override
    public final double gradient(double[] x, double[] out) {
        Arrays.fill(out, 0);
        double sum = 0;
        for (int i = 0; i < b.length; i++) {
            double u = a.dot(i, x);
            sum += term(i, u);
            a.add(i, slope(i, u), out);
        }
        return sum;
    }

    /**
     * {@inheritDoc} A rounded prediction uᵢ = (Ax)ᵢ errs by some 2ε·uᵢ, and f by 2ε times a sum that is at most f + Σ|uᵢ − bᵢ| or Σ|uᵢ − bᵢ|, where Σ|uᵢ − bᵢ| ≤ √(2Bf) + 4f/3, B = Σ bᵢ (Pinsker's inequality
     * for positive measures: 3(u − b)² ≤ (2b + 4u)(b log(b/u) − b + u)).
     */
    @Override
    public final double resolution(double value) {
        return Math.ulp(1.0) * (8 * value + 2 * Math.sqrt(2 * total * value));
    }

    /** Σ sⱼxⱼ, s = Aᵀ1. */
    final double mass(double[] x) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += columnSums[j] * x[j];
        }
        return sum;
    }

    /** min gⱼ/sⱼ. */
    final double leastRate(double[] g) {
        double least = Double.POSITIVE_INFINITY;
        for (int j = 0; j < g.length; j++) {
            least = Math.min(least, g[j] / columnSums[j]);
        }
        return least;
    }

    /** Σ xⱼ(gⱼ − sⱼr): no term is negative for r = {@link #leastRate}. */
    final double excess(double[] x, double[] g, double rate) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += x[j] * Math.max(0, g[j] - columnSums[j] * rate);
        }
        return sum;
    }
}
