package org.legendre.geometry.family;

import java.util.Optional;
import org.legendre.geometry.LogCholesky;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.special.Means;

/** What means and counts add to the skewed Jensen divergence of normal–inverse-Wishart distributions. */
final class NormalWishartJensen {
    private NormalWishartJensen() {}

    /**
     * ½d times the log-ratio of the means of κ, and ā log(1 + c δᵀΨ̄⁻¹δ) with ā = ½(αn_p + (1−α)n_q), Ψ̄ = αΨ_p + (1−α)Ψ_q, δ = μ_p − μ_q and c =
     * α(1−α)κ_pκ_q/(ακ_p + (1−α)κ_q), the completed square: both of the sign of α(1−α), −∞ where a mean is not positive (definite).
     */
    static double ofMeans(NormalInverseWishart p, NormalInverseWishart q, double alpha) {
        int d = p.size();
        double counts = 0.5 * d * Means.logRatio(p.count(), q.count(), alpha);
        double[] difference = p.mean().minus(q.mean()).toArray();
        boolean same = p.mean().equals(q.mean());
        if (alpha == 0 || alpha == 1 || same || counts == Double.NEGATIVE_INFINITY) {
            return counts;
        }
        double beta = 1 - alpha;
        double[] packedP = p.scale().toPacked();
        double[] packedQ = q.scale().toPacked();
        for (int i = 0; i < packedP.length; i++) {
            packedP[i] = alpha * packedP[i] + beta * packedQ[i];
        }
        Optional<String> indefinite = LogCholesky.diagnose("αΨ_p + (1−α)Ψ_q", d, packedP);
        double degrees = alpha * p.degrees() + beta * q.degrees();
        if (indefinite.isPresent() || !(degrees > d - 1)) {
            return Double.NEGATIVE_INFINITY;
        }
        double ofP = alpha * p.count();
        double ofQ = beta * q.count();
        double square = ofP
                * (ofQ / (ofP + ofQ))
                * PositiveDefinite.ofPacked(d, packedP).inverseQuadratic(difference);
        return square > -1 ? counts + 0.5 * degrees * Math.log1p(square) : Double.NEGATIVE_INFINITY;
    }
}
