package org.legendre.geometry.model;

import java.util.Arrays;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;

/** Σ s_cj (v_c ⊗ u_j)(v_c ⊗ u_j)ᵀ with the eigenvectors of two matrices: diagonal in their Kronecker product. With s &gt;= 0 it multiplies and measures; it solves where all s are clearly positive. */
final class KroneckerEigenHessian implements Hessian {
    private static final double ROUNDING = 16;

    private final Eigenbasis left;
    private final Eigenbasis right;
    private final double[] s;

    /** @param s the diagonal, c by c */
    KroneckerEigenHessian(Eigenbasis left, Eigenbasis right, double[] s) {
        this.left = left;
        this.right = right;
        this.s = s;
    }

    @Override
    public int size() {
        return s.length;
    }

    @Override
    public Hessian damped(double lambda) {
        DomainException.requireNonnegative("damping λ", lambda);
        return new KroneckerEigenHessian(
                left, right, Arrays.stream(s).map(entry -> entry + lambda).toArray());
    }

    /** VWUᵀ. */
    private double[] coordinates(double[] w) {
        int p = right.size();
        double[] half = new double[s.length];
        for (int k = 0; k < left.size(); k++) {
            for (int j = 0; j < p; j++) {
                half[k * p + j] = right.coordinate(j, w, k * p);
            }
        }
        double[] out = new double[s.length];
        for (int c = 0; c < left.size(); c++) {
            for (int k = 0; k < left.size(); k++) {
                double entry = left.entry(c, k);
                for (int j = 0; j < p; j++) {
                    out[c * p + j] += entry * half[k * p + j];
                }
            }
        }
        return out;
    }

    /** VᵀZU. */
    private void back(double[] z, double[] out) {
        int p = right.size();
        double[] half = new double[s.length];
        for (int c = 0; c < left.size(); c++) {
            for (int j = 0; j < p; j++) {
                right.add(j, z[c * p + j], half, c * p);
            }
        }
        Arrays.fill(out, 0);
        for (int c = 0; c < left.size(); c++) {
            for (int k = 0; k < left.size(); k++) {
                double entry = left.entry(c, k);
                for (int j = 0; j < p; j++) {
                    out[k * p + j] += entry * half[c * p + j];
                }
            }
        }
    }

    @Override
    public void multiply(double[] v, double[] out) {
        double[] z = coordinates(v);
        for (int i = 0; i < s.length; i++) {
            z[i] *= s[i];
        }
        back(z, out);
    }

    @Override
    public void solve(double[] g, double[] out) {
        requireRegular();
        double[] z = coordinates(g);
        for (int i = 0; i < s.length; i++) {
            z[i] /= s[i];
        }
        back(z, out);
    }

    @Override
    public double quadratic(double[] v) {
        double[] z = coordinates(v);
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            sum += s[i] * z[i] * z[i];
        }
        return sum;
    }

    @Override
    public double inverseQuadratic(double[] g) {
        requireRegular();
        double[] z = coordinates(g);
        double sum = 0;
        for (int i = 0; i < s.length; i++) {
            sum += z[i] / s[i] * z[i];
        }
        return sum;
    }

    @Override
    public double logDeterminant() {
        requireRegular();
        return Arrays.stream(s).map(Math::log).sum();
    }

    /** Eigenvalues within the rounding of the largest would make noise of what they solve. */
    private void requireRegular() {
        double largest = Arrays.stream(s).max().orElseThrow();
        double least = Arrays.stream(s).min().orElseThrow();
        if (!(least > ROUNDING * (left.size() + right.size()) * Math.ulp(largest))) {
            throw new DomainException(
                    "least eigenvalue of a layer",
                    least,
                    "an eigenvalue above the rounding of the largest, " + largest + ": its damping is too small");
        }
    }
}
