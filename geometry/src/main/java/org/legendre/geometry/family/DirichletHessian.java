package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.special.Polygamma;
import org.legendre.geometry.special.PolygammaDifference;
import org.legendre.geometry.special.Sums;

/**
 * diag(ψ′(αᵢ)) − ψ′(α₀) 11ᵀ. It multiplies by its entries, since ψ′(αᵢ) − ψ′(α₀) cancels where αᵢ is most of the total. For the same reason it solves and
 * measures after the largest parameter, the m-th, was sheared away: with δ = ψ′(α_m) − ψ′(α₀), k = ψ′(α₀)/δ and S the sum of the other vᵢ,
 * vᵀHv = δ(v_m − kS)² + Σ ψ′(αᵢ)vᵢ² − (1 + k)ψ′(α₀)S², the last two terms a diagonal plus rank one of slack ψ′(α_m)/δ times that of the whole.
 */
final class DirichletHessian implements Hessian {
    private final Hessian others;
    private final double[] diagonal;
    private final double off;
    private final int largest;
    private final double shear;

    /** The Fisher matrix at α. Where ψ′(α_m) − ψ′(α₀) underflows there is nothing to shear by, and it is a diagonal plus rank one as a whole. */
    static Hessian of(double[] a) {
        double[] diagonal = DirichletPotential.rests(a);
        int top = 0;
        for (int i = 0; i < a.length; i++) {
            diagonal[i] = PolygammaDifference.trigamma(a[i], diagonal[i]);
            top = a[i] > a[top] ? i : top;
        }
        if (diagonal[top] >= Double.MIN_NORMAL) {
            return new DirichletHessian(a, diagonal, top);
        }
        double[] trigamma = new double[a.length];
        double[] ones = new double[a.length];
        Arrays.setAll(trigamma, i -> Polygamma.trigamma(a[i]));
        Arrays.fill(ones, 1);
        double whole = Polygamma.trigamma(Sums.sum(a));
        return Hessian.diagonalPlusRankOne(trigamma, -whole, ones, whole * DirichletPotential.excess(a));
    }

    private DirichletHessian(double[] a, double[] diagonal, int top) {
        int n = a.length;
        double whole = Polygamma.trigamma(Sums.sum(a));
        this.off = -whole;
        this.diagonal = diagonal;
        this.largest = top;
        this.shear = whole / diagonal[top];
        double[] trigamma = new double[n - 1];
        double[] ones = new double[n - 1];
        Arrays.setAll(trigamma, i -> Polygamma.trigamma(a[i < largest ? i : i + 1]));
        Arrays.fill(ones, 1);
        double slack = Polygamma.trigamma(a[top]) / diagonal[top] * (whole * DirichletPotential.excess(a));
        this.others = Hessian.diagonalPlusRankOne(trigamma, -whole * (1 + shear), ones, slack);
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

    private double[] without(double[] v) {
        double[] rest = new double[v.length - 1];
        Arrays.setAll(rest, i -> v[i < largest ? i : i + 1]);
        return rest;
    }

    /** The differential in the sheared coordinates, but for that of the largest parameter, which stays. */
    private double[] sheared(double[] g) {
        double[] rest = without(g);
        for (int i = 0; i < rest.length; i++) {
            rest[i] = Math.fma(shear, g[largest], rest[i]);
        }
        return rest;
    }

    @Override
    public void solve(double[] g, double[] out) {
        double[] x = new double[g.length - 1];
        others.solve(sheared(g), x);
        for (int i = 0; i < x.length; i++) {
            out[i < largest ? i : i + 1] = x[i];
        }
        out[largest] = Math.fma(shear, Sums.sum(x), g[largest] / diagonal[largest]);
    }

    @Override
    public double quadratic(double[] v) {
        double[] rest = without(v);
        double along = Math.fma(-shear, Sums.sum(rest), v[largest]);
        return diagonal[largest] * along * along + others.quadratic(rest);
    }

    @Override
    public double inverseQuadratic(double[] g) {
        return g[largest] / diagonal[largest] * g[largest] + others.inverseQuadratic(sheared(g));
    }

    @Override
    public double logDeterminant() {
        return Math.log(diagonal[largest]) + others.logDeterminant();
    }
}
