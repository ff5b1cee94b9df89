package org.legendre.geometry.family;

import java.util.Arrays;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Vec;
import org.legendre.geometry.special.Polygamma;
import org.legendre.geometry.special.Sums;

/**
 * The α with E[log xᵢ] = ψ(αᵢ) − ψ(α₀) = ηᵢ, for every η with Σ exp ηᵢ &lt; 1.
 *
 * <p>Given the total s = α₀ each αᵢ is ψ⁻¹(ηᵢ + ψ(s)) (T. Minka, Estimating a Dirichlet distribution, 2000, equation 9), which leaves one equation in s,
 * φ(s) = Σ ψ⁻¹(ηᵢ + ψ(s)) − s = 0. It is positive near 0 and negative far out, and its root is the only one since ψ is strictly convex: Newton
 * within a bracket cannot miss it. Newton's steps in α with the structured Hessian (ibid., equations 14 to 18) then remove the rounding of s, and the
 * residual is certified.
 */
final class DirichletSolve {
    private static final int ITERATIONS = 2000;
    /** Every entry of the residual is within this of |ηᵢ|. */
    private static final double CERTIFIED = 64 * Math.ulp(1.0);

    /** Of a larger total the Hessian underflows. */
    private static final double LARGEST = 1e150;

    private DirichletSolve() {}

    static double[] solve(DirichletPotential psi, double[] eta) {
        double[] a = parameters(eta, total(eta));
        double[] best = a;
        double smallest = residual(psi, eta, a, new double[a.length]);
        double[] r = new double[a.length];
        double[] step = new double[a.length];
        for (int k = 0; k < 20 && smallest > 0 && Sums.sum(best) < LARGEST; k++) {
            residual(psi, eta, best, r);
            Hessian hessian = psi.hessian(best);
            hessian.solve(r, step);
            double[] next = new double[a.length];
            for (int i = 0; i < next.length; i++) {
                // Positivity: never lose more than half of a parameter.
                next[i] = best[i] + Math.max(step[i], -0.5 * best[i]);
            }
            double size = residual(psi, eta, next, r);
            if (!(size < smallest)) {
                break;
            }
            best = next;
            smallest = size;
        }
        if (!(smallest <= CERTIFIED)) {
            throw new ConvergenceException(
                    "E[log x] = " + Vec.of(eta) + " was not solved for α; stopped at " + Arrays.toString(best),
                    smallest);
        }
        return best;
    }

    /** The residual η − ∇ψ(α), and its largest entry relative to |ηᵢ|. */
    private static double residual(DirichletPotential psi, double[] eta, double[] a, double[] r) {
        psi.gradient(a, r);
        double largest = 0;
        for (int i = 0; i < r.length; i++) {
            r[i] = eta[i] - r[i];
            double relative = Math.abs(r[i] / eta[i]);
            largest = relative <= largest ? largest : relative;
        }
        return largest;
    }

    private static double[] parameters(double[] eta, double total) {
        double digamma = Polygamma.digamma(total);
        double[] a = new double[eta.length];
        Arrays.setAll(a, i -> Polygamma.inverseDigamma(eta[i] + digamma));
        return a;
    }

    private static double total(double[] eta) {
        // For large totals s ≈ ½(k − 1)/(1 − Σ exp ηᵢ), by the first two terms of ψ.
        double s = 0.5 * (eta.length - 1) / LogSimplexInterior.gap(eta);
        double low = 0;
        double high = Double.POSITIVE_INFINITY;
        double factor = 2;
        for (int k = 0; k < ITERATIONS; k++) {
            double[] a = parameters(eta, s);
            double excess = Sums.sum(a) - s;
            if (excess == 0) {
                return s;
            }
            if (excess > 0) {
                low = s;
            } else {
                high = s;
            }
            double slack = Polygamma.trigamma(s) * DirichletPotential.excess(a);
            double next = s + excess / slack;
            if (!(next > low && next < high)) {
                next = low == 0 ? s / factor : high == Double.POSITIVE_INFINITY ? s * factor : middle(low, high);
                factor = Math.min(factor * factor, 1e30);
            }
            if (Math.abs(next - s) <= 2 * Math.ulp(s)) {
                return next;
            }
            s = next;
        }
        return s;
    }

    private static double middle(double low, double high) {
        return Math.sqrt(low) * Math.sqrt(high);
    }
}
