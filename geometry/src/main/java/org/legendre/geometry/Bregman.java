package org.legendre.geometry;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The Bregman divergence D(a, b) = ψ(a) − ψ(b) − ⟨∇ψ(b), a − b⟩ of any potential, to full relative accuracy.
 *
 * <p>The direct formula loses everything when a and b nearly agree; the integral form ∫₀¹ (1−t) (a−b)ᵀ∇²ψ(b + t(a−b))(a−b) dt sums
 * nonnegative terms only. The direct formula is taken where its own rounding bound is small against the result, the integral
 * (Gauss–Legendre, panels halved until two orders agree) where not.
 */
final class Bregman {
    private static final double EPSILON = Math.ulp(1.0);
    /** The direct formula is trusted when its rounding bound is below this fraction of the result. */
    private static final double TRUSTED = 2e-14;

    private static final int DEPTH = 40;
    private static final GaussIntegrator COARSE = new GaussIntegratorFactory().legendre(10);
    private static final GaussIntegrator FINE = new GaussIntegratorFactory().legendre(14);

    private Bregman() {}

    static double divergence(Potential psi, double[] a, double[] b) {
        int n = a.length;
        double[] gradient = new double[n];
        double[] difference = new double[n];
        psi.gradient(b, gradient);
        double valueA = psi.value(a);
        double valueB = psi.value(b);
        double direct = valueA - valueB;
        double magnitude = Math.abs(valueA) + Math.abs(valueB);
        boolean equal = true;
        for (int i = 0; i < n; i++) {
            difference[i] = a[i] - b[i];
            equal &= difference[i] == 0;
            double term = gradient[i] * difference[i];
            direct -= term;
            magnitude += Math.abs(term);
        }
        if (equal) {
            return 0;
        }
        double rounding = (4 + n) * EPSILON * magnitude;
        if (rounding <= TRUSTED * direct) {
            return direct;
        }
        double[] result = integral(psi, b, difference, 0, 1, DEPTH);
        // result[1] estimates the quadrature's own error; where even that is worse than the direct formula's, keep the
        // latter.
        return result[1] <= rounding || !(direct > 0) ? result[0] : direct;
    }

    private static double[] integral(Potential psi, double[] b, double[] v, double from, double to, int depth) {
        double coarse = panel(COARSE, psi, b, v, from, to);
        double fine = panel(FINE, psi, b, v, from, to);
        double error = Math.abs(fine - coarse);
        if (error <= 1e-14 * fine || depth == 0) {
            return new double[] {fine, error};
        }
        double middle = 0.5 * (from + to);
        double[] left = integral(psi, b, v, from, middle, depth - 1);
        double[] right = integral(psi, b, v, middle, to, depth - 1);
        return new double[] {left[0] + right[0], left[1] + right[1]};
    }

    private static double panel(GaussIntegrator rule, Potential psi, double[] b, double[] v, double from, double to) {
        double half = 0.5 * (to - from);
        double sum = 0;
        double[] x = new double[b.length];
        for (int k = 0; k < rule.getNumberOfPoints(); k++) {
            double t = from + half * (1 + rule.getPoint(k));
            for (int i = 0; i < x.length; i++) {
                x[i] = b[i] + t * v[i];
            }
            sum += rule.getWeight(k) * (1 - t) * psi.hessian(x).quadratic(v);
        }
        return half * sum;
    }
}
