package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.special.Polygamma;
import org.legendre.geometry.special.PolygammaDifference;
import org.legendre.geometry.special.Sums;

/**
 * diag(ψ′(αᵢ)) − ψ′(α₀) 11ᵀ. It solves and measures as a diagonal plus rank one with its slack; it multiplies by its entries, since ψ′(αᵢ) − ψ′(α₀)
 * cancels where αᵢ is most of the total.
 */
final class DirichletHessian implements Hessian {
    private final Hessian structure;
    private final double[] diagonal;
    private final double off;

    DirichletHessian(double[] a) {
        int n = a.length;
        double[] trigamma = new double[n];
        double[] ones = new double[n];
        Arrays.setAll(trigamma, i -> Polygamma.trigamma(a[i]));
        Arrays.fill(ones, 1);
        double whole = Polygamma.trigamma(Sums.sum(a));
        this.structure = Hessian.diagonalPlusRankOne(trigamma, -whole, ones, whole * DirichletPotential.excess(a));
        this.off = -whole;
        this.diagonal = DirichletPotential.rests(a);
        for (int i = 0; i < n; i++) {
            diagonal[i] = PolygammaDifference.trigamma(a[i], diagonal[i]);
        }
    }

    @Override
    public int size() {
        return diagonal.length;
    }

    @Override
    public void multiply(double[] v, double[] out) {
        int n = diagonal.length;
        double before = 0;
        for (int i = 0; i < n; i++) {
            out[i] = Math.fma(off, before, diagonal[i] * v[i]);
            before += v[i];
        }
        double after = 0;
        for (int i = n - 1; i >= 0; i--) {
            out[i] = Math.fma(off, after, out[i]);
            after += v[i];
        }
    }

    @Override
    public void solve(double[] g, double[] out) {
        structure.solve(g, out);
    }

    @Override
    public double quadratic(double[] v) {
        return structure.quadratic(v);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return structure.inverseQuadratic(g);
    }

    @Override
    public double logDeterminant() {
        return structure.logDeterminant();
    }
}
