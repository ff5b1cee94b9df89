package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.SymmetricEigen;

/** Positive semidefinite d×d matrices of trace 1, as packed lower triangles. */
record Spectrahedron(int d) implements Constraint {
    private static final double TOLERANCE = 1e-12;

    Spectrahedron {
        if (d < 1) {
            throw new DomainException("dimension of the matrices", d, "at least 1");
        }
    }

    static double trace(int d, double[] x) {
        double sum = 0;
        for (int i = 0; i < d; i++) {
            sum += x[LogCholesky.index(i, i)];
        }
        return sum;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        if (x.length != LogCholesky.packedSize(d)) {
            return Optional.of("length " + x.length + " instead of " + LogCholesky.packedSize(d));
        }
        for (int i = 0; i < x.length; i++) {
            if (!Double.isFinite(x[i])) {
                return Optional.of("entry " + i + " is " + x[i]);
            }
        }
        double trace = trace(d, x);
        if (!(Math.abs(trace - 1) <= TOLERANCE)) {
            return Optional.of("the trace is " + trace + ", not 1 within " + TOLERANCE);
        }
        double least = least(x, 1);
        return least >= -TOLERANCE ? Optional.empty() : Optional.of("an eigenvalue is " + least + ", not ≥ 0");
    }

    private double least(double[] packed, double off) {
        SymmetricEigen eigen = new SymmetricEigen(d);
        eigen.decompose(packed, off);
        double least = eigen.value(0);
        for (int i = 1; i < d; i++) {
            least = Math.min(least, eigen.value(i));
        }
        return least;
    }

    /** {@inheritDoc} It is ⟨G, X⟩ − λ_min(G) = tr X(G − λ_min), with a rounding of d·ε·‖G‖; what is below 0 by rounding is 0, for a bound may only grow. */
    @Override
    public double gap(double[] x, double[] g) {
        double least = least(g, 0.5);
        double sum = 0;
        for (int i = 0, k = 0; i < d; i++) {
            for (int j = 0; j <= i; j++, k++) {
                sum += x[k] * (i == j ? g[k] - least : g[k]);
            }
        }
        return Math.max(0, sum);
    }

    /** {@inheritDoc} It is qqᵀ for an eigenvector q of the least eigenvalue. */
    @Override
    public boolean minimise(double[] g, double[] out) {
        SymmetricEigen eigen = new SymmetricEigen(d);
        eigen.decompose(g, 0.5);
        int least = 0;
        for (int i = 1; i < d; i++) {
            least = eigen.value(i) < eigen.value(least) ? i : least;
        }
        double[] unit = new double[d];
        unit[least] = 1;
        eigen.compose(unit, 1, out);
        return true;
    }

    @Override
    public String toString() {
        return "the spectrahedron of " + d + "×" + d + " matrices";
    }
}
