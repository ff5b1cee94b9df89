package org.legendre.geometry.regression;

import java.util.Arrays;
import org.legendre.geometry.DomainException;

/** The rows of a design matrix X, checked and copied. */
final class Inputs {
    private static final int POWER_STEPS = 200;

    private final double[][] rows;

    Inputs(double[][] rows) {
        if (rows.length == 0 || rows[0].length == 0) {
            throw new DomainException("inputs", rows, "at least one row of at least one number");
        }
        this.rows = new double[rows.length][];
        for (int i = 0; i < rows.length; i++) {
            this.rows[i] =
                    DomainException.requireLength("row " + i + " of the inputs", rows[i].clone(), rows[0].length);
            for (double entry : rows[i]) {
                DomainException.requireFinite("entry of row " + i + " of the inputs", entry);
            }
        }
    }

    /** The number of rows. */
    int count() {
        return rows.length;
    }

    /** The number of columns. */
    int width() {
        return rows[0].length;
    }

    double[] row(int i) {
        return rows[i];
    }

    /** ⟨w, xᵢ⟩, the weights starting at a place. */
    double predictor(int i, double[] w, int from) {
        double z = predictor(rows[i], w, from);
        if (Double.isNaN(z)) {
            throw new DomainException(
                    "predictor of row " + i, z, "a sum whose products do not overflow to both infinities");
        }
        return z;
    }

    /** New inputs, as many as a row has. */
    double[] require(double[] x) {
        DomainException.requireLength("x", x, width());
        for (int j = 0; j < x.length; j++) {
            DomainException.requireFinite("entry " + j + " of x", x[j]);
        }
        return x;
    }

    static double predictor(double[] x, double[] w, int from) {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += w[from + j] * x[j];
        }
        return sum;
    }

    /** out += c xᵢ, from a place on. */
    void add(int i, double c, double[] out, int from) {
        double[] x = rows[i];
        for (int j = 0; j < x.length; j++) {
            out[from + j] += c * x[j];
        }
    }

    /** The largest eigenvalue of XᵀX, by power iteration. */
    double largestEigenvalue() {
        double[] v = new double[width()];
        Arrays.fill(v, 1);
        double length = 0;
        for (int k = 0; k < POWER_STEPS; k++) {
            double[] next = new double[v.length];
            for (int i = 0; i < rows.length; i++) {
                add(i, predictor(i, v, 0), next, 0);
            }
            length = 0;
            for (double entry : next) {
                length = Math.hypot(length, entry);
            }
            if (length == 0) {
                return 0;
            }
            for (int j = 0; j < v.length; j++) {
                v[j] = next[j] / length;
            }
        }
        return length;
    }
}
