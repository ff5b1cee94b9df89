package org.legendre.geometry.special;

import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * The Bregman and Jensen divergences of log Λ_ν, the log-partition of the von Mises–Fisher laws in their concentration: what their
 * Kullback–Leibler and Bhattacharyya divergences are made of.
 */
public final class NormalizedBesselDivergence {
    private static final GaussIntegrator RULE = new GaussIntegratorFactory().legendre(16);

    private NormalizedBesselDivergence() {}

    /**
     * log Λ_ν(a) − log Λ_ν(b) − A_ν(b)(a − b) ≥ 0.
     *
     * <p>Formula: for |a − b| ≤ max(a, b)/2 the integral (a−b)² ∫₀¹ (1−t) A′_ν(b + t(a−b)) dt by 16 points of Gauss, whose terms are positive;
     * else directly, either as written or as the same expression in log(Λ_ν(x) e⁻ˣ), whichever has the smaller terms.
     *
     * <p>Source: Taylor's theorem; {@link NormalizedBessel}.
     *
     * <p>Error: relative error at most 1e-14 where the result is a normal number.
     *
     * @param order ν ≥ 0
     * @param a the first argument, nonnegative
     * @param b the second argument, where the tangent is taken, nonnegative
     * @return the divergence, 0 only for equal arguments or by underflow; NaN outside the domain
     */
    public static double bregman(double order, double a, double b) {
        return bregman(order, a, b, a - b);
    }

    /**
     * {@link #bregman(double, double, double)} where the difference of the arguments is known better than by subtraction.
     *
     * @param order ν ≥ 0
     * @param a the first argument, nonnegative
     * @param b the second argument, nonnegative
     * @param d the difference a − b
     * @return the divergence, as above
     */
    public static double bregman(double order, double a, double b, double d) {
        double ra = Math.hypot(order, a);
        double rb = Math.hypot(order, b);
        if (!(order >= 0) || BesselRatio.outside(order, a, ra) || BesselRatio.outside(order, b, rb)) {
            return Double.NaN;
        }
        if (Math.abs(d) <= 0.5 * Math.max(a, b)) {
            return near(order, b, d);
        }
        double valueA = NormalizedBessel.log(order, a);
        double valueB = NormalizedBessel.log(order, b);
        double tangent = BesselRatio.value(order, b) * d;
        double scaled = Math.min(ra, rb) >= Debye.LARGE
                ? NormalizedBessel.scaledDifference(order, a, ra, b, rb)
                : NormalizedBessel.logScaled(order, a) - NormalizedBessel.logScaled(order, b);
        double chord = BesselRatio.complement(order, b) * d;
        boolean direct = valueA + valueB + Math.abs(tangent) <= Math.abs(scaled) + Math.abs(chord);
        return direct ? valueA - valueB - tangent : scaled + chord;
    }

    private static double near(double order, double b, double d) {
        double sum = 0;
        for (int i = 0; i < RULE.getNumberOfPoints(); i++) {
            double t = 0.5 * (1 + RULE.getPoint(i));
            sum += RULE.getWeight(i) * (1 - t) * BesselRatio.derivative(order, Math.fma(t, d, b));
        }
        // By parts: d² alone may overflow or underflow.
        return 0.5 * d * sum * d;
    }

    /**
     * α log Λ_ν(a) + (1−α) log Λ_ν(b) − log Λ_ν(αa + (1−α)b) ≥ 0 for weights in [0, 1].
     *
     * <p>Formula: α D(a, c) + (1−α) D(b, c) with c = αa + (1−α)b and D of {@link #bregman}.
     *
     * <p>Source: Banerjee, Merugu, Dhillon and Ghosh, Clustering with Bregman divergences, JMLR 6 (2005), section 3 (Bregman information).
     *
     * <p>Error: as {@link #bregman}.
     *
     * @param order ν ≥ 0
     * @param a the first argument, nonnegative
     * @param b the second argument, nonnegative
     * @param alpha the weight α of a, in [0, 1]
     * @param beta 1 − α, of which the smaller is exact
     * @return the divergence; NaN outside the domain
     */
    public static double jensen(double order, double a, double b, double alpha, double beta) {
        if (!(alpha >= 0 && beta >= 0)) {
            return Double.NaN;
        }
        double c = alpha * a + beta * b;
        double d = a - b;
        return alpha * bregman(order, a, c, beta * d) + beta * bregman(order, b, c, -alpha * d);
    }
}
