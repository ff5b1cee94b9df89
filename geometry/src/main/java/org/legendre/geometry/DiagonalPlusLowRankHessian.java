package org.legendre.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.special.InnerProduct;

/**
 * D + BᵀB. Solves are D⁻¹g − D⁻¹BᵀK⁻¹BD⁻¹g with K = I + BD⁻¹Bᵀ (M. A. Woodbury, Inverting modified matrices, Princeton memorandum 42, 1950). The difference cancels where K is large, most of all for g in the range of Bᵀ: one step of iterative refinement
 * brings the digits back, and a D within the rounding of K is refused.
 */
final class DiagonalPlusLowRankHessian implements Hessian {
    /** The relative rounding of an entry of K that is still seen beside 1. */
    private static final double ROUNDING = 16;

    private final double[] d;
    private final double[][] rows;
    private @Nullable PositiveDefinite small;

    DiagonalPlusLowRankHessian(double[] d, double[][] rows) {
        if (d.length == 0) {
            throw new DomainException("dimension of a diagonal", d.length, "at least 1");
        }
        for (double entry : d) {
            DomainException.requireNonnegative("entry of the diagonal", entry);
        }
        for (int k = 0; k < rows.length; k++) {
            for (double entry : DomainException.requireLength("row " + k, rows[k], d.length)) {
                DomainException.requireFinite("entry of row " + k, entry);
            }
        }
        this.d = d;
        this.rows = rows;
    }

    @Override
    public int size() {
        return d.length;
    }

    @Override
    public Hessian damped(double lambda) {
        DomainException.requireNonnegative("damping λ", lambda);
        return new DiagonalPlusLowRankHessian(
                Arrays.stream(d).map(entry -> entry + lambda).toArray(), rows);
    }

    @Override
    public void multiply(double[] v, double[] out) {
        for (int j = 0; j < d.length; j++) {
            out[j] = d[j] * v[j];
        }
        for (double[] row : rows) {
            add(InnerProduct.of(row, v), row, out);
        }
    }

    @Override
    public double quadratic(double[] v) {
        double sum = 0;
        for (int j = 0; j < d.length; j++) {
            sum += d[j] * v[j] * v[j];
        }
        for (double[] row : rows) {
            double image = InnerProduct.of(row, v);
            sum += image * image;
        }
        return sum;
    }

    @Override
    public void solve(double[] g, double[] out) {
        PositiveDefinite k = small();
        difference(k, g, out);
        if (rows.length == 0) {
            return;
        }
        double[] residual = new double[d.length];
        multiply(out, residual);
        for (int j = 0; j < d.length; j++) {
            residual[j] = g[j] - residual[j];
        }
        double[] correction = new double[d.length];
        difference(k, residual, correction);
        for (int j = 0; j < d.length; j++) {
            out[j] += correction[j];
        }
    }

    /** Woodbury's formula, as it stands. */
    private void difference(PositiveDefinite k, double[] g, double[] out) {
        double[] scaled = new double[d.length];
        for (int j = 0; j < d.length; j++) {
            scaled[j] = g[j] / d[j];
            out[j] = g[j];
        }
        double[] images = new double[rows.length];
        for (int i = 0; i < images.length; i++) {
            images[i] = InnerProduct.of(rows[i], scaled);
        }
        if (images.length > 0) {
            k.solve(images, images);
        }
        for (int i = 0; i < images.length; i++) {
            add(-images[i], rows[i], out);
        }
        for (int j = 0; j < d.length; j++) {
            out[j] /= d[j];
        }
    }

    /** As the form of the solution, a sum of nonnegative terms, where Woodbury's formula is a difference. */
    @Override
    public double inverseQuadratic(double[] g) {
        double[] x = new double[d.length];
        solve(g, x);
        return quadratic(x);
    }

    @Override
    public double logDeterminant() {
        double sum = small().logDeterminant();
        for (double entry : d) {
            sum += Math.log(entry);
        }
        return sum;
    }

    private static void add(double factor, double[] row, double[] out) {
        for (int j = 0; j < out.length; j++) {
            out[j] += factor * row[j];
        }
    }

    /** K, or 1 if there are no rows. */
    private PositiveDefinite small() {
        PositiveDefinite known = small;
        if (known == null) {
            for (double entry : d) {
                DomainException.requirePositive("entry of the diagonal, for a solve,", entry);
            }
            known = rows.length == 0 ? PositiveDefinite.identity(1) : PositiveDefinite.of(requireSeen(grams()));
            small = known;
        }
        return known;
    }

    /** The 1 in I + BD⁻¹Bᵀ is all that is left of D: where K does not show it, neither does what K solves. */
    private double[][] requireSeen(double[][] k) {
        double largest = 0;
        for (int i = 0; i < k.length; i++) {
            largest = Math.max(largest, k[i][i]);
        }
        if (!(ROUNDING * rows.length * Math.ulp(largest) < 1)) {
            throw new DomainException(
                    "least entry of the diagonal",
                    Arrays.stream(d).min().orElseThrow(),
                    "an entry above the rounding of the rows beside it, whose squares are up to " + largest
                            + " times as large: the damping is too small");
        }
        return k;
    }

    private double[][] grams() {
        double[][] k = new double[rows.length][rows.length];
        double[] scaled = new double[d.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < d.length; j++) {
                scaled[j] = rows[i][j] / d[j];
            }
            for (int j = 0; j <= i; j++) {
                k[i][j] = InnerProduct.of(scaled, rows[j]);
                k[j][i] = k[i][j];
            }
            k[i][i] += 1;
        }
        return k;
    }
}
