package org.legendre.optimize.problem;

import org.legendre.geometry.DomainException;
import org.legendre.geometry.special.Logs;

/**
 * Kullback–Leibler regression: f(x) = Σᵢ (Ax)ᵢ log((Ax)ᵢ/bᵢ) − (Ax)ᵢ + bᵢ over x ≥ 0, the divergence of the predictions Ax from the observations b, in nats: {@link PoissonInverse} with the arguments of the
 * divergence swapped.
 *
 * <p>Differential g = Aᵀv, v = log(Ax/b). The conjugate of u ↦ Σ u log(u/b) − u + b is v ↦ Σ b(e^v − 1), so the dual problem is to maximise Σ bᵢ(1 − e^vᵢ) where Aᵀv ≥ 0. The point v + τ with τ = −min gⱼ/sⱼ, s = Aᵀ1, is feasible. As
 * f = ⟨g, x⟩ − S + B with S = Σ sⱼxⱼ, B = Σ bᵢ, its gap is ⟨g, x⟩ + S(e^τ − 1), computed as Σ xⱼ(gⱼ + sⱼτ) + S(e^τ − 1 − τ): no term is negative.
 *
 * <p>f is 1-smooth relative to the negative entropy where no column of A sums to more than 1.
 *
 * <p>Source: H. H. Bauschke, J. Bolte and M. Teboulle, A descent lemma beyond Lipschitz gradient continuity, Math. Oper. Res. 42 (2017), section 5 for the problem; the gap by Fenchel's duality, R. T. Rockafellar, Convex Analysis (1970), theorem
 * 31.1.
 */
public final class KullbackLeiblerRegression extends NonnegativeModel {
    private KullbackLeiblerRegression(double[][] a, double[] b) {
        super(a, b);
        for (int i = 0; i < b.length; i++) {
            DomainException.requirePositive("entry " + i + " of b", b[i]);
        }
    }

    /**
     * The regression on given observations.
     *
     * @param a the rows of A, not negative, without a row or column of zeros
     * @param b the observations, positive
     * @return the objective
     * @throws DomainException if a number is not finite, an entry of A negative or of b not positive, a row or column has nothing but zeros, or the lengths do not fit
     */
    public static KullbackLeiblerRegression of(double[][] a, double[] b) {
        return new KullbackLeiblerRegression(a, b);
    }

    @Override
    double term(int i, double u) {
        return Logs.relativeEntropyTerm(u, b[i]);
    }

    @Override
    double slope(int i, double u) {
        return Logs.logRatio(u, b[i]);
    }

    @Override
    public double gap(double[] x, double[] g) {
        double rate = leastRate(g);
        double mass = mass(x);
        double shifted = mass * Math.exp(-rate);
        if (!(shifted < Double.POSITIVE_INFINITY)) {
            return Double.POSITIVE_INFINITY;
        }
        return excess(x, g, rate) + Logs.relativeEntropyTerm(mass, shifted, mass * Math.expm1(-rate));
    }

    @Override
    public String toString() {
        return "Kullback–Leibler regression of " + a.count + " observations on " + a.size + " columns";
    }
}
