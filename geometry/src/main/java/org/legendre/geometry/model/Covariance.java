package org.legendre.geometry.model;

import java.util.Arrays;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.PositiveDefinite;

/** A symmetric positive semidefinite matrix in the natural coordinates of an output: the covariance of its statistic, or an estimate. Unlike a {@link Hessian} it need not solve, and may have underflowed. */
interface Covariance {
    /** out = Cu. */
    void multiply(double[] u, double[] out);

    /** uᵀCu, a sum of nonnegative terms. */
    double quadratic(double[] u);

    /** Vectors cₖ with C = Σ cₖcₖᵀ, new arrays. */
    double[][] columns();

    /** The covariance that a potential gives. */
    static Covariance of(Hessian hessian) {
        return new Covariance() {
            @Override
            public void multiply(double[] u, double[] out) {
                hessian.multiply(u, out);
            }

            @Override
            public double quadratic(double[] u) {
                return hessian.quadratic(u);
            }

            @Override
            public double[][] columns() {
                PositiveDefinite matrix = PositiveDefinite.symmetrized(hessian.toMatrix());
                double[][] columns = new double[matrix.size()][matrix.size()];
                for (int k = 0; k < columns.length; k++) {
                    for (int i = k; i < columns.length; i++) {
                        columns[k][i] = matrix.factor(i, k);
                    }
                }
                return columns;
            }
        };
    }

    /** The variance of one number, refused if it has overflowed: its products with zero would be no numbers. */
    static Covariance scalar(double variance) {
        DomainException.requireNonnegative("variance of an output", variance);
        return new Covariance() {
            @Override
            public void multiply(double[] u, double[] out) {
                out[0] = variance * u[0];
            }

            @Override
            public double quadratic(double[] u) {
                return variance * u[0] * u[0];
            }

            @Override
            public double[][] columns() {
                return new double[][] {{Math.sqrt(variance)}};
            }
        };
    }

    /** The mean of rrᵀ over the given rows r. */
    static Covariance outer(double[]... rows) {
        return new Covariance() {
            @Override
            public void multiply(double[] u, double[] out) {
                Arrays.fill(out, 0);
                for (double[] r : rows) {
                    double c = dot(r, u) / rows.length;
                    for (int i = 0; i < out.length; i++) {
                        out[i] += c * r[i];
                    }
                }
            }

            @Override
            public double quadratic(double[] u) {
                double sum = 0;
                for (double[] r : rows) {
                    double c = dot(r, u);
                    sum += c * c / rows.length;
                }
                return sum;
            }

            @Override
            public double[][] columns() {
                double[][] columns = new double[rows.length][];
                Arrays.setAll(
                        columns,
                        k -> Arrays.stream(rows[k])
                                .map(entry -> entry / Math.sqrt(rows.length))
                                .toArray());
                return columns;
            }
        };
    }

    /** ⟨a, b⟩. */
    static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
