package org.legendre.geometry.family;

import org.legendre.geometry.PositiveDefinite;

/** KL between two normals from means and covariances, as a sum of nonnegative terms. */
final class MultivariateNormalDivergence {
    private MultivariateNormalDivergence() {}

    /** ½ (tr Σ_q⁻¹Σ_p − d − log det Σ_q⁻¹Σ_p) + ½ ‖L_q⁻¹(μ_p − μ_q)‖². */
    static double kl(double[] meanP, PositiveDefinite p, double[] meanQ, PositiveDefinite q) {
        return 0.5 * PositiveDefinitePencil.itakuraSaito(p, q) + 0.5 * q.inverseQuadratic(minus(meanP, meanQ));
    }

    /** x − y. */
    static double[] minus(double[] x, double[] y) {
        double[] difference = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            difference[i] = x[i] - y[i];
        }
        return difference;
    }
}
