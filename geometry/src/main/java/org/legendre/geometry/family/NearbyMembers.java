package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.OptionalDouble;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.legendre.geometry.Potential;

/**
 * Divergences of nearly equal members of a family whose θ rounds, from the difference v of their θ, which is known better than θ: integrals of
 * vᵀ∇²ψ v along the segment from a to a + v by Gauss–Legendre, taken only where 14 points agree with 20 to rounding.
 */
final class NearbyMembers {
    private static final GaussIntegrator COARSE = new GaussIntegratorFactory().legendre(14);
    private static final GaussIntegrator FINE = new GaussIntegratorFactory().legendre(20);
    private static final double AGREEMENT = 1e-14;
    /** Farther apart, relatively, the difference of the rounded θ is as good. */
    private static final double NEAR = 0.1;

    private NearbyMembers() {}

    /** ψ(a + v) − ψ(a) − ⟨∇ψ(a), v⟩, if a and a + v are near each other. */
    static OptionalDouble bregman(Potential psi, double[] a, double[] v) {
        return near(a, v) ? agreed(rule -> integral(rule, psi, a, v, 0, 1, 1, -1)) : OptionalDouble.empty();
    }

    /**
     * αψ(a + v) + (1−α)ψ(a) − ψ(a + αv), if a, a + v and a + αv are near each other, all inside the domain. For α &gt; 1 it is a + v that is between, so
     * that J_α(a, v) = −α J_(1/α)(a, αv); for α &lt; 0 the same from the other end.
     */
    static OptionalDouble skewedJensen(Potential psi, double[] a, double[] v, double alpha) {
        if (!near(a, v)) {
            return OptionalDouble.empty();
        }
        if (alpha < 0) {
            double[] other = new double[a.length];
            Arrays.setAll(other, i -> a[i] + v[i]);
            return beyond(psi, other, Arrays.stream(v).map(x -> -x).toArray(), 1 - alpha, -alpha);
        }
        return alpha > 1 ? beyond(psi, a, v, alpha, alpha - 1) : between(psi, a, v, alpha, 1 - alpha);
    }

    private static OptionalDouble beyond(Potential psi, double[] a, double[] v, double alpha, double excess) {
        double[] whole = Arrays.stream(v).map(x -> alpha * x).toArray();
        OptionalDouble inner =
                near(a, whole) ? between(psi, a, whole, 1 / alpha, excess / alpha) : OptionalDouble.empty();
        return inner.isPresent() ? OptionalDouble.of(0 - alpha * inner.getAsDouble()) : inner;
    }

    /** With β = 1 − α, for it may be known to more digits than α says. */
    private static OptionalDouble between(Potential psi, double[] a, double[] v, double alpha, double beta) {
        return agreed(rule ->
                integral(rule, psi, a, v, 0, alpha, 0, beta) + integral(rule, psi, a, v, alpha, 1, alpha, -alpha));
    }

    private static boolean near(double[] a, double[] v) {
        for (int i = 0; i < a.length; i++) {
            if (!(Math.abs(v[i]) <= NEAR * Math.max(Math.abs(a[i]), i == 0 && a.length > 1 ? 1 : 0))) {
                return false;
            }
        }
        return true;
    }

    private interface Integral {
        double by(GaussIntegrator rule);
    }

    private static OptionalDouble agreed(Integral integral) {
        double fine = integral.by(FINE);
        boolean agrees = Math.abs(integral.by(COARSE) - fine) <= AGREEMENT * fine;
        return agrees ? OptionalDouble.of(fine) : OptionalDouble.empty();
    }

    /** ∫ (c + dt) vᵀ∇²ψ(a + tv)v dt from one t to another. */
    private static double integral(
            GaussIntegrator rule, Potential psi, double[] a, double[] v, double from, double to, double c, double d) {
        double half = 0.5 * (to - from);
        double[] x = new double[a.length];
        double sum = 0;
        for (int k = 0; k < rule.getNumberOfPoints(); k++) {
            double t = from + half * (1 + rule.getPoint(k));
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.fma(t, v[i], a[i]);
            }
            sum += rule.getWeight(k) * (c + d * t) * psi.hessian(x).quadratic(v);
        }
        return half * sum;
    }
}
