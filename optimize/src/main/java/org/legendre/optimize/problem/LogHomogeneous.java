package org.legendre.optimize.problem;

import org.legendre.geometry.special.Sums;

/** What convex functions with f(cx) = f(x) − m log c have in common on the simplex. */
final class LogHomogeneous {
    private LogHomogeneous() {}

    /**
     * m log(max wᵢ/m) for w = −g. As Σ xᵢwᵢ = m, the excess max w − m is Σ xᵢ(max w − wᵢ) + max w·(1 − Σ xᵢ): nothing cancels but what rounding has left of Σ xᵢ = 1.
     */
    static double gap(double degree, double[] x, double[] g) {
        double least = Double.POSITIVE_INFINITY;
        for (double entry : g) {
            least = Math.min(least, entry);
        }
        double excess = 0;
        for (int i = 0; i < x.length; i++) {
            excess += x[i] * (g[i] - least);
        }
        excess -= least * (1 - Sums.sum(x));
        return degree * Math.log1p(excess / degree);
    }
}
