package org.legendre.geometry;

import java.util.Arrays;
import org.legendre.geometry.special.Sums;

/**
 * The Bregman divergence D(a, b) = ψ(a) − ψ(b) − ⟨∇ψ(b), a − b⟩ of any potential, to full relative accuracy.
 *
 * <p>The direct formula loses everything when a and b nearly agree; the integral form ∫₀¹ (1−t) (a−b)ᵀ∇²ψ(b + t(a−b))(a−b) dt sums
 * nonnegative terms only. The direct formula is taken where its own rounding bound is small against the result, the integral
 * ({@link BregmanIntegral}) where not.
 */
final class Bregman {
    private static final double EPSILON = Math.ulp(1.0);
    /** The direct formula is trusted when its rounding bound is below this fraction of the result. */
    private static final double TRUSTED = 2e-14;
    /** A result whose error may be above this fraction of it is refused. */
    private static final double TOLERATED = 1e-8;
    /** Hessians and gradients need not be known better than this. */
    private static final double SMALL = 1e-12;
    /** The direct formula that is known to this can tell that an integral is wrong. */
    private static final double KNOWN = 1e-10;

    private Bregman() {}

    static double divergence(Potential psi, double[] a, double[] b) {
        int n = a.length;
        double[] difference = new double[n];
        boolean equal = true;
        for (int i = 0; i < n; i++) {
            difference[i] = DomainException.requireFinite("a − b at entry " + i, a[i] - b[i]);
            equal &= difference[i] == 0;
        }
        if (equal) {
            return 0;
        }
        double[] gradientA = new double[n];
        double[] gradientB = new double[n];
        psi.gradient(a, gradientA);
        psi.gradient(b, gradientB);
        double valueA = psi.value(a);
        double valueB = psi.value(b);
        double magnitude = Math.abs(valueA) + Math.abs(valueB);
        // ⟨(ψ(a), ψ(b), ∇ψ(b)), (1, −1, b − a)⟩, summed as if in twice the precision.
        double[] left = new double[n + 2];
        double[] right = new double[n + 2];
        for (int i = 0; i < n; i++) {
            left[i] = gradientB[i];
            right[i] = -difference[i];
            magnitude += Math.abs(gradientB[i] * difference[i]);
            magnitude += conditioning(a[i], gradientA[i]) + conditioning(b[i], gradientB[i]);
        }
        left[n] = valueA;
        right[n] = 1;
        left[n + 1] = valueB;
        right[n + 1] = -1;
        double direct = Sums.dot(left, right);
        if (Double.isNaN(direct)) {
            throw new DomainException(
                    "ψ(a), ψ(b), ∇ψ(b)",
                    valueA + ", " + valueB + ", " + Arrays.toString(gradientB) + " at a = " + Arrays.toString(a)
                            + " and b = " + Arrays.toString(b),
                    "numbers that do not overflow");
        }
        double rounding = (4 + Math.sqrt(n)) * EPSILON * magnitude;
        if (direct == Double.POSITIVE_INFINITY || rounding <= TRUSTED * direct) {
            return direct;
        }
        Estimate integral = BregmanIntegral.of(psi, a, b, difference);
        boolean directIsBetter = direct > 0
                && (rounding < integral.error() || overlooked(psi, a, b, difference, direct, rounding, integral));
        double result = directIsBetter ? direct : integral.value();
        double error = directIsBetter ? rounding : integral.error();
        if (!(error <= TOLERATED * result)) {
            throw new ConvergenceException(
                    "the Bregman divergence of a = " + Arrays.toString(a) + " from b = " + Arrays.toString(b)
                            + " was found as " + integral + " and, by the direct formula, " + direct + " ± " + rounding,
                    error / result);
        }
        return result;
    }

    /**
     * Whether a quadrature overlooked a spike of the Hessian, which is so narrow that no panel had a point in it, or so low that no panel took it for more than
     * rounding: it contradicts a direct formula that is known to ten digits, and the Hessian integrated without a weight is not ⟨∇ψ(a) − ∇ψ(b), a − b⟩.
     * Without the latter a ψ that is not known to its last digits may be the reason.
     */
    static boolean overlooked(
            Potential psi, double[] a, double[] b, double[] v, double direct, double rounding, Estimate integral) {
        double apart = Math.abs(direct - integral.value());
        if (!(rounding <= KNOWN * direct && apart > 4 * (rounding + integral.error()) + SMALL * direct)) {
            return false;
        }
        double[] gradientA = new double[a.length];
        double[] gradientB = new double[a.length];
        psi.gradient(a, gradientA);
        psi.gradient(b, gradientB);
        double rise = 0;
        double size = 0;
        for (int i = 0; i < a.length; i++) {
            rise += (gradientA[i] - gradientB[i]) * v[i];
            size += (Math.abs(gradientA[i]) + Math.abs(gradientB[i])) * Math.abs(v[i]);
        }
        Estimate whole = BregmanIntegral.whole(psi, a, b, v);
        double known = SMALL * Math.abs(rise) + 16 * EPSILON * size + whole.error();
        return Math.abs(whole.value() - rise) > known;
    }

    /**
     * |xᵢ ∂ᵢψ|: a relative ε in xᵢ moves ψ by this times ε, so ψ(x) carries at least such a rounding even where its own terms cancel to a
     * small value. Where the gradient itself overflows it says nothing.
     */
    private static double conditioning(double x, double derivative) {
        double product = Math.abs(x * derivative);
        return Double.isFinite(product) ? product : 0;
    }
}
