package org.legendre.geometry;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.special.InnerProduct;

/** D + BᵀB. Solves are D⁻¹g − D⁻¹BᵀK⁻¹BD⁻¹g with K = I + BD⁻¹Bᵀ (M. A. Woodbury, Inverting modified matrices, Princeton memorandum 42, 1950). */
final class DiagonalPlusLowRankHessian implements Hessian {
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
            known = rows.length == 0 ? PositiveDefinite.identity(1) : PositiveDefinite.of(grams());
            small = known;
        }
        return known;
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
