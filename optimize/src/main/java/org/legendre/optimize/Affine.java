package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.Sums;

/** {x : Ax = b}. */
final class Affine implements Constraint {
    private static final double TOLERANCE = 1e-12;

    final double[][] a;
    final double[] b;

    Affine(double[][] a, double[] b) {
        this.a = a;
        this.b = b;
        if (a.length == 0) {
            throw new DomainException("number of equations", 0, "at least 1");
        }
        DomainException.requireLength("right-hand side", b, a.length);
        for (int k = 0; k < a.length; k++) {
            DomainException.requireLength("row " + k, a[k], a[0].length);
            DomainException.requireFinite("right-hand side " + k, b[k]);
            for (double entry : a[k]) {
                DomainException.requireFinite("entry of row " + k, entry);
            }
        }
    }

    int size() {
        return a[0].length;
    }

    /** Σ|aₖᵢxᵢ| + |bₖ|: the size of the terms of a residual. */
    double scale(int k, double[] x) {
        double sum = Math.abs(b[k]);
        for (int i = 0; i < x.length; i++) {
            sum += Math.abs(a[k][i] * x[i]);
        }
        return sum;
    }

    /** bₖ − ⟨aₖ, x⟩. */
    double residual(int k, double[] x) {
        return b[k] - Sums.dot(a[k], x);
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        if (x.length != size()) {
            return Optional.of("length " + x.length + " instead of " + size());
        }
        for (int k = 0; k < a.length; k++) {
            double residual = residual(k, x);
            if (!(Math.abs(residual) <= TOLERANCE * scale(k, x))) {
                return Optional.of("equation " + k + " is off by " + residual);
            }
        }
        return Optional.empty();
    }

    /** {@inheritDoc} An affine set is not bounded. */
    @Override
    public double gap(double[] x, double[] g) {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return "an affine set";
    }
}
