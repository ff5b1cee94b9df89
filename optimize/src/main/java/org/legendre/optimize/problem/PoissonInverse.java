package org.legendre.optimize.problem;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.Logs;

/**
 * The Poisson linear inverse problem (emission tomography, deblurring): f(x) = Σᵢ bᵢ log(bᵢ/(Ax)ᵢ) + (Ax)ᵢ − bᵢ over x ≥ 0, the divergence of the counts b from the intensities Ax, in nats. It is the negative
 * log-likelihood of independent counts bᵢ ~ Poisson((Ax)ᵢ) less its least value.
 *
 * <p>Differential g = Aᵀ(1 − y), y = b/Ax. The dual problem is to maximise Σ bᵢ log yᵢ where Aᵀy ≤ s, s = Aᵀ1. The point y/c with c = max (Aᵀy)ⱼ/sⱼ = 1 − min gⱼ/sⱼ is feasible and has the gap Σ (Ax − b) + B log c, B = Σ bᵢ. With S = Σ sⱼxⱼ,
 * ⟨g, x⟩ = S − B and Σ xⱼ(Aᵀy)ⱼ = B it is computed as (B log(B/S) − B + S) + B log(1 + Σ xⱼ(gⱼ − sⱼ min gₖ/sₖ)/B): two terms that are never negative.
 *
 * <p>At an optimum S = B: {@link #onSimplex} is the same problem in the shares uⱼ = sⱼxⱼ/B.
 *
 * <p>Source: L. A. Shepp and Y. Vardi, Maximum likelihood reconstruction for emission tomography, IEEE Trans. Med. Imaging 1 (1982); for f Banerjee, Merugu, Dhillon and Ghosh, JMLR 6 (2005), table 1.
 */
public final class PoissonInverse extends NonnegativeModel {
    private final double[][] matrix;

    private PoissonInverse(double[][] a, double[] b) {
        super(a, b);
        this.matrix = a;
    }

    /**
     * The problem of given counts.
     *
     * @param a the rows of A, not negative, without a row or column of zeros
     * @param b the counts, not negative, not all 0
     * @return the objective
     * @throws DomainException if a number is negative or not finite, a row, a column or b has nothing but zeros, or the lengths do not fit
     */
    public static PoissonInverse of(double[][] a, double[] b) {
        double[][] copy = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            copy[i] = a[i].clone();
        }
        return new PoissonInverse(copy, b);
    }

    /**
     * The same problem in shares: f at xⱼ = uⱼB/sⱼ, s = Aᵀ1, as a function of u, which has its minimum over u ≥ 0 on the simplex. There it is a constant − Σ bᵢ log(A′u)ᵢ,
     * and Σ uⱼwⱼ = B for w = B − ∇f.
     *
     * @return the objective of u
     */
    public PoissonInverse onSimplex() {
        double[][] scaled = new double[matrix.length][];
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = matrix[i].clone();
            for (int j = 0; j < scaled[i].length; j++) {
                scaled[i][j] *= total / columnSums[j];
            }
        }
        return new PoissonInverse(scaled, b);
    }

    @Override
    double term(int i, double u) {
        return Logs.relativeEntropyTerm(b[i], u);
    }

    @Override
    double slope(int i, double u) {
        return (u - b[i]) / u;
    }

    @Override
    public double gap(double[] x, double[] g) {
        double mass = mass(x);
        double difference = 0;
        for (int j = 0; j < x.length; j++) {
            difference += g[j] * x[j];
        }
        double excess = excess(x, g, leastRate(g));
        return Logs.relativeEntropyTerm(total, mass, difference) + total * Math.log1p(excess / total);
    }

    @Override
    public String toString() {
        return "Poisson inverse problem of " + a.size + " intensities and " + a.count + " counts";
    }
}
