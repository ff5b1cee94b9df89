package org.legendre.geometry.model;

import java.util.Arrays;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;

/** A symmetric positive semidefinite matrix in the natural coordinates of an output: the covariance of its statistic, or an estimate. Unlike a {@link Hessian} it need not solve, and may have underflowed. */
interface Covariance {
    /** out = Cu. */
    void multiply(double[] u, double[] out);

    /** uᵀCu, a sum of nonnegative terms. */
    double quadratic(double[] u);

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
