package org.legendre.geometry;

import java.util.Arrays;

/**
 * The skewed Jensen divergence J_α(a, b) = αψ(a) + (1−α)ψ(b) − ψ(αa + (1−α)b) of any potential, to full relative accuracy.
 *
 * <p>As for {@link Bregman}: the direct formula where its rounding bound is small against the result, else the integral
 * ∫₀¹ min((1−α)t, α(1−t)) (a−b)ᵀ∇²ψ(b + t(a−b))(a−b) dt of nonnegative terms.
 *
 * <p>For α &gt; 1 it is a that lies between b and c = αa + (1−α)b, so that J_α(a, b) = −α J_(1/α)(c, b).
 */
final class SkewedJensen {
    private static final double EPSILON = Math.ulp(1.0);
    /** The direct formula is trusted when its rounding bound is below this fraction of the result. */
    private static final double TRUSTED = 2e-14;
    /** A result whose error may be above this fraction of it is refused. */
    private static final double TOLERATED = 1e-8;

    private SkewedJensen() {}

    static double divergence(Potential psi, double[] a, double[] b, double alpha) {
        DomainException.requireFinite("α", alpha);
        if (alpha < 0) {
            return divergence(psi, b, a, 1 - alpha, -alpha, minus(b, a));
        }
        return divergence(psi, a, b, alpha, alpha - 1, minus(a, b));
    }

    /** α ≥ 0, with α − 1 exact. */
    private static double divergence(
            Potential psi, double[] a, double[] b, double alpha, double excess, double[] difference) {
        if (alpha == 0 || excess == 0 || Arrays.stream(difference).allMatch(d -> d == 0)) {
            return 0;
        }
        if (alpha < 1) {
            return between(psi, a, b, alpha, -excess, difference);
        }
        double[] beyond = new double[a.length];
        double[] whole = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            beyond[i] = Math.fma(excess, difference[i], a[i]);
            whole[i] = DomainException.requireFinite("α(a − b) at entry " + i, alpha * difference[i]);
        }
        return psi.domain().contains(beyond)
                ? 0 - alpha * between(psi, beyond, b, 1 / alpha, excess / alpha, whole)
                : Double.NEGATIVE_INFINITY;
    }

    private static double[] minus(double[] a, double[] b) {
        double[] difference = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            difference[i] = DomainException.requireFinite("a − b at entry " + i, a[i] - b[i]);
        }
        return difference;
    }

    private static double between(
            Potential psi, double[] a, double[] b, double alpha, double beta, double[] difference) {
        double[] mean = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            mean[i] = alpha <= 0.5 ? Math.fma(alpha, difference[i], b[i]) : Math.fma(-beta, difference[i], a[i]);
        }
        double direct = alpha * psi.value(a) + beta * psi.value(b) - psi.value(mean);
        double rounding = EPSILON * (alpha * magnitude(psi, a) + beta * magnitude(psi, b) + magnitude(psi, mean));
        if (rounding <= TRUSTED * direct) {
            return direct;
        }
        Estimate integral = BregmanIntegral.skewed(psi, a, b, difference, alpha, beta);
        boolean directIsBetter = direct > 0
                && (rounding < integral.error()
                        || Bregman.overlooked(psi, a, b, difference, direct, rounding, integral));
        double result = directIsBetter ? direct : integral.value();
        double error = directIsBetter ? rounding : integral.error();
        if (!(error <= TOLERATED * result)) {
            throw new ConvergenceException(
                    "the skewed Jensen divergence of a = " + Arrays.toString(a) + " and b = " + Arrays.toString(b)
                            + " at α = " + alpha + " was found as " + integral + " and, by the direct formula, "
                            + direct + " ± " + rounding,
                    error / result);
        }
        return result;
    }

    /** What a relative rounding of ψ(x) or of x can move ψ(x) by. */
    private static double magnitude(Potential psi, double[] x) {
        double[] gradient = new double[x.length];
        psi.gradient(x, gradient);
        double magnitude = 2 * Math.abs(psi.value(x));
        for (int i = 0; i < x.length; i++) {
            magnitude += Math.abs(x[i] * gradient[i]);
        }
        return magnitude;
    }
}
