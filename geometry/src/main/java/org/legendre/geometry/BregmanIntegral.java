package org.legendre.geometry;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;

/**
 * ∫₀¹ w(t) vᵀ∇²ψ(b + tv)v dt with v = a − b and a weight w ≥ 0, by Gauss–Legendre on panels; the panel of the largest error estimate (14
 * against 10 points) is halved until the errors together are below rounding. The Bregman divergence has w(t) = 1 − t; the skewed Jensen
 * divergence has the tent min((1−α)t, α(1−t)), with a kink at t = α.
 *
 * <p>Near a the variable is s = 1 − t, so that panels can shrink towards either end without losing digits: a peak of relative width 1e-200 at a
 * boundary of the domain takes some 700 halvings.
 */
final class BregmanIntegral {
    private static final GaussIntegrator COARSE = new GaussIntegratorFactory().legendre(10);
    private static final GaussIntegrator FINE = new GaussIntegratorFactory().legendre(14);
    private static final double TOLERANCE = 1e-14;
    private static final int PANELS = 2000;

    private final Potential psi;
    private final double[] a;
    private final double[] b;
    private final double[] v;
    private final double[] x;
    private final Weight weight;

    /** w as a function of t and of s = 1 − t, whichever of them is exact. */
    private interface Weight {
        double at(double t, double s);
    }

    /** The part from ≤ t ≤ to, or from ≤ 1 − t ≤ to if measured from a. */
    private record Panel(boolean fromA, double from, double to, double value, double error, boolean settled) {}

    private BregmanIntegral(Potential psi, double[] a, double[] b, double[] v, Weight weight) {
        this.weight = weight;
        this.psi = psi;
        this.a = a;
        this.b = b;
        this.v = v;
        this.x = new double[v.length];
    }

    /** D(a, b) and a bound on its error, never negative, never NaN. */
    static Estimate of(Potential psi, double[] a, double[] b, double[] v) {
        BregmanIntegral integral = new BregmanIntegral(psi, a, b, v, (t, s) -> s);
        List<Panel> panels = new ArrayList<>();
        panels.add(integral.panel(false, 0, 1));
        return integral.adapt(panels);
    }

    /** ⟨∇ψ(a) − ∇ψ(b), a − b⟩, without a weight. */
    static Estimate whole(Potential psi, double[] a, double[] b, double[] v) {
        BregmanIntegral integral = new BregmanIntegral(psi, a, b, v, (t, s) -> 1);
        List<Panel> panels = new ArrayList<>();
        panels.add(integral.panel(false, 0, 1));
        return integral.adapt(panels);
    }

    /** αψ(a) + βψ(b) − ψ(αa + βb) with β = 1 − α and a bound on its error, for α and β in (0, 1). */
    static Estimate skewed(Potential psi, double[] a, double[] b, double[] v, double alpha, double beta) {
        BregmanIntegral integral = new BregmanIntegral(psi, a, b, v, (t, s) -> Math.min(beta * t, alpha * s));
        List<Panel> panels = new ArrayList<>();
        integral.addHalf(panels, false, alpha);
        integral.addHalf(panels, true, beta);
        return integral.adapt(panels);
    }

    /** The half next to b (or a), cut where the tent has its kink. */
    private void addHalf(List<Panel> panels, boolean fromA, double kink) {
        double cut = Math.min(kink, 0.5);
        panels.add(panel(fromA, 0, cut));
        if (cut < 0.5) {
            panels.add(panel(fromA, cut, 0.5));
        }
    }

    private Estimate adapt(List<Panel> panels) {
        while (true) {
            double value = 0;
            double error = 0;
            int worst = -1;
            for (int i = 0; i < panels.size(); i++) {
                Panel panel = panels.get(i);
                value += panel.value;
                error += panel.error;
                if (!panel.settled && (worst < 0 || panel.error > panels.get(worst).error)) {
                    worst = i;
                }
            }
            if (error <= TOLERANCE * value || worst < 0 || panels.size() >= PANELS) {
                return new Estimate(value, error, "Gauss–Legendre on " + panels.size() + " panels");
            }
            halve(panels, worst);
        }
    }

    private void halve(List<Panel> panels, int index) {
        Panel whole = panels.get(index);
        Panel left;
        Panel right;
        if (whole.to == 1) {
            left = panel(false, 0, 0.5);
            right = panel(true, 0, 0.5);
        } else {
            double middle = 0.5 * (whole.from + whole.to);
            left = panel(whole.fromA, whole.from, middle);
            right = panel(whole.fromA, middle, whole.to);
        }
        // The error of a smooth integrand falls by orders of magnitude. One that stays, and in both halves, is rounding
        // of the Hessian itself; a singularity keeps its error in one half alone.
        double rest = left.error + right.error;
        boolean inBoth = Math.min(left.error, right.error) >= 0.05 * rest;
        if (whole.error <= 1e-9 * whole.value && rest >= 0.5 * whole.error && inBoth) {
            panels.set(index, new Panel(whole.fromA, whole.from, whole.to, whole.value, whole.error, true));
        } else {
            panels.set(index, left);
            panels.add(right);
        }
    }

    private Panel panel(boolean fromA, double from, double to) {
        double fine = sum(FINE, fromA, from, to);
        return new Panel(fromA, from, to, fine, Math.abs(fine - sum(COARSE, fromA, from, to)), false);
    }

    private double sum(GaussIntegrator rule, boolean fromA, double from, double to) {
        double half = 0.5 * (to - from);
        double sum = 0;
        for (int k = 0; k < rule.getNumberOfPoints(); k++) {
            double t = from + half * (1 + rule.getPoint(k));
            for (int i = 0; i < x.length; i++) {
                x[i] = fromA ? Math.fma(-t, v[i], a[i]) : Math.fma(t, v[i], b[i]);
            }
            double w = fromA ? weight.at(1 - t, t) : weight.at(t, 1 - t);
            sum += rule.getWeight(k) * w * psi.hessian(x).quadratic(v);
        }
        if (!(sum >= 0 && sum <= Double.MAX_VALUE)) {
            throw new DomainException(
                    "(a−b)ᵀ∇²ψ(a−b) summed between a and b, where a − b", v, "a finite number ≥ 0, not " + sum);
        }
        return half * sum;
    }
}
