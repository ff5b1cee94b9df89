package org.legendre.geometry.family;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Potential;

/**
 * A conjugate ψ* whose gradient a family finds by a solve of its own: its Hessian is the inverse of that of ψ at the solution. It remembers the latest
 * solution, for value, gradient and Hessian are asked for at the same η.
 */
abstract class SolvedConjugate implements Potential {
    private final Potential psi;
    private volatile @Nullable Solution latest;

    SolvedConjugate(Potential psi) {
        this.psi = psi;
    }

    /** A solved pair ∇ψ(θ) = η. */
    private static final class Solution {
        private final double[] eta;
        private final double[] theta;

        Solution(double[] eta, double[] theta) {
            this.eta = eta;
            this.theta = theta;
        }
    }

    /** The θ with ∇ψ(θ) = η, for an η of the domain. */
    abstract double[] natural(double[] eta);

    final double[] solve(double[] eta) {
        Solution known = latest;
        if (known == null || !Arrays.equals(known.eta, eta)) {
            known = new Solution(eta.clone(), natural(eta));
            latest = known;
        }
        return known.theta.clone();
    }

    @Override
    public void gradient(double[] eta, double[] out) {
        System.arraycopy(solve(eta), 0, out, 0, out.length);
    }

    @Override
    public Hessian hessian(double[] eta) {
        return psi.hessian(solve(eta)).inverse();
    }

    /** From ∇²ψ*(η) = ∇²ψ(θ)⁻¹: ∇³ψ*(η)[u, v] = −H⁻¹∇³ψ(θ)[H⁻¹u, H⁻¹v]. */
    @Override
    public void third(double[] eta, double[] u, double[] v, double[] out) {
        double[] theta = solve(eta);
        Hessian hessian = psi.hessian(theta);
        double[] raisedU = new double[u.length];
        double[] raisedV = new double[v.length];
        double[] lowered = new double[u.length];
        hessian.solve(u, raisedU);
        hessian.solve(v, raisedV);
        psi.third(theta, raisedU, raisedV, lowered);
        hessian.solve(lowered, out);
        Arrays.setAll(out, i -> -out[i]);
    }
}
