package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** Whether a divergence is a metric, and how it begins at equality: with the square of the step, or for a metric with the step itself. */
final class MetricLaws {
    /** A relative excess over the sum of two sides above this is a witness against the triangle inequality. */
    private static final double WITNESS = 1e-10;
    /** The step at which accuracy is asked for, in units of the largest. */
    private static final double TINY = 0x1p-20;
    /** So near, rounding leaves this of D/t² unknown at best, times the accuracy that other laws ask for. */
    private static final double BLURRED = 1e5;

    private static final int WAYPOINTS = 4;

    private MetricLaws() {}

    static List<Law<DivergenceSubject>> all() {
        return List.of(triangle(), noTriangle(), smooth());
    }

    private static Law<DivergenceSubject> triangle() {
        return Law.forAll(
                        DivergenceSubject.class,
                        "triangle",
                        "D(p, q) ≤ D(p, r) + D(r, q) for all p, q, r, if D is declared a metric",
                        "√JS: D. M. Endres and J. E. Schindelin (2003), theorem 1; Fisher–Rao: C. R. Rao (1945)",
                        1e-12,
                        (subject, sample) -> excess(subject, sample, 0))
                .where(DivergenceSubject::metric);
    }

    private static Law<DivergenceSubject> noTriangle() {
        Law<DivergenceSubject> law = Law.exists(
                DivergenceSubject.class,
                "no-triangle",
                "there are p, q, r with D(p, q) > D(p, r) + D(r, q), unless D is declared a metric",
                "D ≈ ½t²vᵀGv: one step of 2t costs 4, two of t cost 2",
                1e-9,
                (subject, sample) -> excess(subject, sample, WITNESS));
        return law.on(Spread.MODERATE, Spread.WIDE).where(subject -> !subject.metric());
    }

    /** D(p, q) − D(p, r) − D(r, q) for r halfway and for r elsewhere. */
    private static Finding excess(DivergenceSubject subject, Sample sample, double threshold) {
        return DivergenceLaws.examine(subject, sample, (p, q) -> {
            Domain domain = subject.domain();
            double[] half = domain.fromChart(Rounding.axpy(0.5, sample.displacement(), sample.point()));
            double[] other = domain.fromChart(Rounding.axpy(1, sample.direction(), sample.point()));
            return excess(subject, p, q, half, threshold)
                    .or(excess(subject, p, q, other, threshold))
                    .or(excess(subject, p, other, q, threshold));
        });
    }

    private static Finding excess(DivergenceSubject subject, double[] p, double[] q, double[] r, double threshold) {
        if (!subject.resolves(r) || subject.same(p, q)) {
            return Finding.nothing("p and q are the same, or r is beyond the range of binary64");
        }
        double direct = subject.between(p, q);
        double first = subject.between(p, r);
        double second = subject.between(r, q);
        double detour = first + second;
        if (detour == Double.POSITIVE_INFINITY) {
            return Finding.nothing("r is infinitely far");
        }
        return new Finding(
                Double.isNaN(direct - detour) ? Double.NaN : Math.max(0, direct - detour),
                threshold * detour + Rounding.ofTerms(p.length, detour),
                detour > 0,
                () -> "p = " + Arrays.toString(p) + ", q = " + Arrays.toString(q) + ", r = " + Arrays.toString(r)
                        + ": D(p, q) = " + direct + ", D(p, r) + D(r, q) = " + first + " + " + second);
    }

    private static Law<DivergenceSubject> smooth() {
        Law<DivergenceSubject> law = Law.forAll(
                DivergenceSubject.class,
                "smooth-near-equality",
                "D(x, x + tv)/t² (for a metric D/|t|) is a smooth function of t, of which nothing is lost for small t: relative accuracy near"
                        + " equality",
                "S. Kullback, Information Theory and Statistics (1959), chapter 2, section 6; by Richardson's extrapolation",
                1e-6,
                (subject, sample) -> {
                    double[] x = subject.domain().fromChart(sample.point());
                    if (!subject.resolves(x)) {
                        return Finding.nothing("the point is beyond the range of binary64");
                    }
                    double[] v = velocity(subject.domain(), sample);
                    double h = Points.step(subject.domain(), x, v);
                    while (h > 0 && !(resolves(subject, x, h, v) && resolves(subject, x, -h, v))) {
                        h = h < 1e-9 ? 0 : h / 2;
                    }
                    return h == 0 ? Finding.nothing("no direction or no room to step") : smooth(subject, x, v, h);
                });
        return law.on(Spread.MODERATE, Spread.WIDE).costly(12);
    }

    private static boolean resolves(DivergenceSubject subject, double[] x, double t, double[] v) {
        return subject.resolves(Rounding.axpy(t, v, x));
    }

    /** How the point moves as its chart coordinates move in the sample's direction. */
    private static double[] velocity(Domain domain, Sample sample) {
        double[] v = Rounding.minus(
                domain.fromChart(Rounding.axpy(0.125, sample.direction(), sample.point())),
                domain.fromChart(Rounding.axpy(-0.125, sample.direction(), sample.point())));
        for (int i = 0; i < v.length; i++) {
            v[i] *= 4;
        }
        return v;
    }

    private static Finding smooth(DivergenceSubject subject, double[] x, double[] v, double h) {
        int order = subject.metric() ? 1 : 2;
        DoubleUnaryOperator quotient = t -> 0.5
                * (subject.between(x, Rounding.axpy(t, v, x)) + subject.between(x, Rounding.axpy(-t, v, x)))
                / Math.pow(t, order);
        double t = h * TINY;
        double small = quotient.applyAsDouble(t);
        if (small == Double.POSITIVE_INFINITY) {
            return Finding.nothing("infinitely far");
        }
        // A step that is off by δ changes D/t² by 2√(D/t²)·‖δ‖/t, and D/|t| by ‖δ‖/t.
        double size = Math.max(Math.abs(small), Math.abs(quotient.applyAsDouble(h / 16)));
        double length = order == 1 ? 1 : 2 * Math.sqrt(size);
        double noise = length * length(subject, x, uncertainty(subject, x, v, h), order) + Rounding.EPSILON * size * t;
        if (!(noise < Double.POSITIVE_INFINITY)) {
            return Finding.nothing("no room to step");
        }
        Estimate limit = Extrapolation.even(quotient, h, noise);
        return Finding.of(
                Math.abs(small - limit.value()),
                limit.error() + 4 * noise / t + Rounding.ofTerms(x.length, Math.abs(small)),
                BLURRED * Math.abs(limit.value()),
                () -> "x = " + Arrays.toString(x) + ", v = " + Arrays.toString(v) + ": D(x, x + tv)/t"
                        + (order == 1 ? "" : "²") + " is " + small + " at t = " + t + ", its limit " + limit);
    }

    /** The largest at the point and on the way: one rounding alone may be small by chance. */
    private static double[] uncertainty(DivergenceSubject subject, double[] x, double[] v, double h) {
        double[] largest = subject.uncertainty(x);
        for (int k = 0; k < WAYPOINTS; k++) {
            double t = Math.scalb(k % 2 == 0 ? h : -h, -k / 2);
            double[] waypoint = Rounding.axpy(t, v, x);
            double[] there = subject.resolves(waypoint) ? subject.uncertainty(waypoint) : largest;
            for (int i = 0; i < largest.length; i++) {
                largest[i] = Math.max(largest[i], there[i]);
            }
        }
        return largest;
    }

    /** How long the uncertainty of a point is, by steps that are so many times longer. */
    private static double length(DivergenceSubject subject, double[] x, double[] uncertainty, int order) {
        double length = 0;
        for (int i = 0; i < x.length; i++) {
            double[] step = new double[x.length];
            double longer = 0x1p40;
            double far = Double.NaN;
            while (longer > 1 && !(far < Double.POSITIVE_INFINITY)) {
                step[i] = longer * uncertainty[i];
                double[] moved = Rounding.axpy(1, step, x);
                far = subject.resolves(moved) ? subject.between(x, moved) : Double.NaN;
                longer = far < Double.POSITIVE_INFINITY ? longer : longer / 16;
            }
            length += Math.pow(Math.abs(far), 1.0 / order) / longer;
        }
        return length;
    }
}
