package org.legendre.optimize.problem;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Objective;

/**
 * D-optimal experimental design: f(x) = −log det(H diag(x) Hᵀ) over the simplex of weights of the n columns hᵢ of H, the regressors of m coefficients. In nats. The dual problem is the ellipsoid of least
 * volume about ±hᵢ.
 *
 * <p>Differential −wᵢ with wᵢ = hᵢᵀM⁻¹hᵢ, M = H diag(x) Hᵀ, so that Σ xᵢwᵢ = m. Where hᵢᵀYhᵢ ≤ m for all i, log det Y ≤ −log det M(u) for every u of the simplex, for tr YM(u) ≤ m and the geometric mean of the eigenvalues is
 * at most the arithmetic one. With Y = M⁻¹·m/max w this is the gap m log(max wᵢ/m) ≤ max wᵢ − m.
 *
 * <p>One Cholesky factorisation a call: m²n + m³/6 multiplications for value and differential. A design on fewer than m points, and one whose information matrix is singular to rounding, has the value +∞.
 *
 * <p>Source: J. Kiefer and J. Wolfowitz, The equivalence of two extremum problems, Canad. J. Math. 12 (1960), the theorem; L. G. Khachiyan, Rounding of polytopes in the real number model of computation, Math. Oper. Res. 21 (1996).
 */
public final class DOptimalDesign implements Objective<Weights, Differential<Weights>> {
    private final int m;
    private final int n;
    /** Row by row, and column by column. */
    private final double[] rows;

    private final double[] points;
    private final Spare<Work> spare;

    private DOptimalDesign(int m, int n, double[] rows, double[] points) {
        this.m = m;
        this.n = n;
        this.rows = rows;
        this.points = points;
        this.spare = new Spare<>(() -> new Work(m, n));
    }

    /**
     * The design problem of given regressors.
     *
     * @param h the m rows of H, one a coefficient, each with the n values of its regressor
     * @return the objective
     * @throws DomainException if a number is not finite, rows have different lengths, or there are fewer columns than rows
     */
    public static DOptimalDesign of(double[]... h) {
        Rows checked = Rows.of("regressors", h);
        int m = checked.count;
        int n = checked.size;
        if (n < m) {
            throw new DomainException("number of columns", n, "at least the number of rows, " + m);
        }
        double[] rows = new double[m * n];
        double[] points = new double[m * n];
        for (int i = 0; i < m; i++) {
            for (int k = 0; k < n; k++) {
                rows[i * n + k] = h[i][k];
                points[k * m + i] = h[i][k];
            }
        }
        return new DOptimalDesign(m, n, rows, points);
    }

    /** The upper triangle of the information matrix, then its factor; the points of nonzero weight; H solved by the factor. */
    private static final class Work {
        final double[] upper;
        final double[] diagonal;
        final int[] active;
        final double[] solved;

        Work(int m, int n) {
            upper = new double[m * m];
            diagonal = new double[m];
            active = new int[n];
            solved = new double[m * n];
        }
    }

    @Override
    public int size() {
        return n;
    }

    /**
     * The number m of coefficients: f(cx) = f(x) − m log c.
     *
     * @return m
     */
    public int coefficients() {
        return m;
    }

    @Override
    public double value(double[] x) {
        Work work = spare.take();
        double value = factor(x, work);
        spare.leave(work);
        return value;
    }

    @Override
    public double gradient(double[] x, double[] out) {
        Work work = spare.take();
        double value = factor(x, work);
        if (value < Double.POSITIVE_INFINITY) {
            solve(work, out);
        }
        spare.leave(work);
        return value;
    }

    /** {@inheritDoc} A factor has m pivots, each rounded relative to its size, so that is what the sum of their logarithms can resolve. */
    @Override
    public double resolution(double value) {
        return 2 * Math.ulp(1.0) * m + 8 * Math.ulp(value);
    }

    @Override
    public double gap(double[] x, double[] g) {
        return LogHomogeneous.gap(m, x, g);
    }

    /** M = Σ xₖhₖhₖᵀ = UᵀU; returns −log det M. Loops run along rows, four points at a time, which a compiler makes vector loops of. */
    private double factor(double[] x, Work work) {
        double[] upper = work.upper;
        Arrays.fill(upper, 0);
        int count = 0;
        for (int k = 0; k < n; k++) {
            if (x[k] != 0) {
                work.active[count++] = k;
            }
        }
        if (count < m) {
            return Double.POSITIVE_INFINITY;
        }
        int k = 0;
        for (; k + 4 <= count; k += 4) {
            addFour(x, work, k);
        }
        for (; k < count; k++) {
            addOne(x, work, k);
        }
        for (int i = 0; i < m; i++) {
            work.diagonal[i] = upper[i * m + i];
        }
        double sum = 0;
        for (int i = 0; i < m; i++) {
            double pivot = upper[i * m + i];
            if (!(pivot > 4 * m * Math.ulp(1.0) * work.diagonal[i])) {
                return Double.isNaN(pivot) ? pivot : Double.POSITIVE_INFINITY;
            }
            sum -= Math.log(pivot);
            eliminate(upper, i, 1 / Math.sqrt(pivot));
        }
        return sum;
    }

    private void addFour(double[] x, Work work, int at) {
        int[] active = work.active;
        double[] upper = work.upper;
        int p = active[at] * m;
        int q = active[at + 1] * m;
        int r = active[at + 2] * m;
        int s = active[at + 3] * m;
        for (int i = 0; i < m; i++) {
            double a = x[active[at]] * points[p + i];
            double b = x[active[at + 1]] * points[q + i];
            double c = x[active[at + 2]] * points[r + i];
            double d = x[active[at + 3]] * points[s + i];
            int row = i * m;
            for (int j = i; j < m; j++) {
                upper[row + j] += a * points[p + j] + b * points[q + j] + (c * points[r + j] + d * points[s + j]);
            }
        }
    }

    private void addOne(double[] x, Work work, int at) {
        int k = work.active[at];
        int p = k * m;
        for (int i = 0; i < m; i++) {
            double a = x[k] * points[p + i];
            for (int j = i; j < m; j++) {
                work.upper[i * m + j] += a * points[p + j];
            }
        }
    }

    private void eliminate(double[] upper, int i, double scale) {
        int row = i * m;
        for (int j = i; j < m; j++) {
            upper[row + j] *= scale;
        }
        for (int k = i + 1; k < m; k++) {
            double c = upper[row + k];
            int other = k * m;
            for (int j = k; j < m; j++) {
                upper[other + j] -= c * upper[row + j];
            }
        }
    }

    /** out = −w, the negative column sums of squares of U⁻ᵀH. */
    private void solve(Work work, double[] out) {
        double[] v = work.solved;
        double[] upper = work.upper;
        System.arraycopy(rows, 0, v, 0, v.length);
        Arrays.fill(out, 0);
        for (int i = 0; i < m; i++) {
            int row = i * n;
            int j = 0;
            for (; j + 4 <= i; j += 4) {
                double a = upper[j * m + i];
                double b = upper[(j + 1) * m + i];
                double c = upper[(j + 2) * m + i];
                double d = upper[(j + 3) * m + i];
                int p = j * n;
                int q = p + n;
                int r = q + n;
                int s = r + n;
                for (int k = 0; k < n; k++) {
                    v[row + k] -= a * v[p + k] + b * v[q + k] + (c * v[r + k] + d * v[s + k]);
                }
            }
            for (; j < i; j++) {
                double a = upper[j * m + i];
                int p = j * n;
                for (int k = 0; k < n; k++) {
                    v[row + k] -= a * v[p + k];
                }
            }
            double scale = 1 / upper[i * m + i];
            for (int k = 0; k < n; k++) {
                v[row + k] *= scale;
                out[k] -= v[row + k] * v[row + k];
            }
        }
    }

    @Override
    public String toString() {
        return "D-optimal design of " + m + " coefficients at " + n + " points";
    }
}
