package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.special.Means;

/** The skewed Jensen divergence of two normals through the eigenvalues λᵢ of Σ_p⁻¹Σ_q. */
final class MultivariateNormalJensen {
    private MultivariateNormalJensen() {}

    /** ½ Σ (log(αλᵢ + 1 − α) − α log λᵢ) + ½ α(1−α) ΔᵀS⁻¹Δ with S = αΣ_q + (1−α)Σ_p; −∞ if S is not positive definite. */
    static double divergence(MultivariateNormal p, MultivariateNormal q, double alpha) {
        double shape = PositiveDefinitePencil.logDeterminantGap(q.covariance(), p.covariance(), alpha);
        double[] difference = p.mean().minus(q.mean()).toArray();
        boolean moved = Arrays.stream(difference).anyMatch(d -> d != 0);
        if (!moved || alpha == 0 || alpha == 1 || shape == Double.NEGATIVE_INFINITY) {
            return 0.5 * shape;
        }
        double square = mean(q.covariance(), p.covariance(), alpha).inverseQuadratic(difference);
        return 0.5 * shape + 0.5 * alpha * (1 - alpha) * square;
    }

    private static PositiveDefinite mean(PositiveDefinite a, PositiveDefinite b, double alpha) {
        int d = a.size();
        double[][] rows = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                rows[i][j] = Means.arithmetic(a.get(i, j), b.get(i, j), alpha);
            }
        }
        return PositiveDefinite.of(rows);
    }
}
