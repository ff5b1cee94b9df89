package org.legendre.properties;

import java.util.List;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** ψ is strictly convex: along a secant its gradient grows, and it lies below its chords by the skewed Jensen divergence. */
final class ConvexityLaws {
    private ConvexityLaws() {}

    static List<Law<PotentialSubject>> all() {
        return List.of(monotone(), chord(), jensenBregman());
    }

    private static Law<PotentialSubject> monotone() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "monotone-gradient",
                "⟨∇ψ(a) − ∇ψ(b), a − b⟩ = D_ψ(a, b) + D_ψ(b, a) > 0 for all distinct a, b: ψ is strictly convex",
                "R. T. Rockafellar, Convex Analysis (1970), §24, on monotone mappings, and §26",
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (a, b) -> {
                    Estimate slope = Gaps.pairing(a, b, a, b);
                    Estimate[] right = {Gaps.primal(a, b), Gaps.primal(b, a)};
                    Estimate[] left = {slope};
                    Finding equal = Gaps.equal(
                            left,
                            right,
                            () -> "a = " + a + ", b = " + b + ": ⟨∇ψ(a) − ∇ψ(b), a − b⟩ = " + slope.value()
                                    + ", D(a, b) = " + right[0].value() + ", D(b, a) = " + right[1].value());
                    return equal.and(positive(slope, a, b, equal));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    private static Law<PotentialSubject> chord() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "below-chord",
                "αψ(a) + (1−α)ψ(b) − ψ(αa + (1−α)b) = J_α(a, b) > 0 for 0 < α < 1 and distinct a, b, ½ among the α: ψ is strictly convex",
                "F. Nielsen and S. Boltz, IEEE Trans. Inf. Theory 57 (2011)",
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (a, b) -> {
                    double alpha = alpha(sample);
                    Point m = new Point(subject, between(a, b, alpha));
                    double value = alpha * subject.value(a.theta)
                            + (1 - alpha) * subject.value(b.theta)
                            - subject.value(m.theta);
                    double size = a.valueSize() + b.valueSize() + m.valueSize();
                    Estimate gap = new Estimate(value, Rounding.ofTerms(a.size(), size), "by definition");
                    Estimate jensen = Gaps.jensen(a, b, alpha);
                    Finding equal = BregmanLaws.equal(gap, jensen, () -> "a = " + a + ", b = " + b + ", α = " + alpha);
                    return equal.and(positive(gap, a, b, equal));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    private static Law<PotentialSubject> jensenBregman() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "jensen-bregman",
                "J_α(a, b) = αD_ψ(a, m) + (1−α)D_ψ(b, m) with m = αa + (1−α)b and 0 < α < 1, however near a and b are",
                "F. Nielsen and S. Boltz, IEEE Trans. Inf. Theory 57 (2011)",
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (a, b) -> {
                    if (Points.zero(Rounding.minus(a.theta, b.theta))) {
                        return Finding.nothing("a and b are the same");
                    }
                    double alpha = alpha(sample);
                    Point m = new Point(subject, between(a, b, alpha));
                    Estimate left = Gaps.primal(a, m);
                    Estimate right = Gaps.primal(b, m);
                    // m is rounded, which both sides feel to second order.
                    double moved = 2 * Rounding.EPSILON * Rounding.absoluteDot(m.units, m.theta);
                    double sum = alpha * left.value() + (1 - alpha) * right.value();
                    double error = alpha * left.error() + (1 - alpha) * right.error() + moved * moved;
                    Estimate jensen = Gaps.jensen(a, b, alpha);
                    return Finding.of(
                            Math.abs(sum - jensen.value()),
                            error + jensen.error(),
                            LocalLaws.sharpness(m, a, sum),
                            () -> "a = " + a + ", b = " + b + ", α = " + alpha + ": J_α(a, b) = " + jensen.value()
                                    + ", αD(a, m) + (1−α)D(b, m) = " + sum);
                }));
        return law.on(Spread.MODERATE, Spread.NEAR, Spread.EXTREME);
    }

    /** A weight in (0.1, 0.9), ½ for a sample without direction. */
    private static double alpha(Sample sample) {
        return 0.5 + 0.8 / Math.PI * Math.atan(sample.direction()[0]);
    }

    private static double[] between(Point a, Point b, double alpha) {
        return Rounding.axpy(alpha, Rounding.minus(a.theta, b.theta), b.theta);
    }

    /** What has to be positive, unless rounding hides it, or the points are the same. */
    private static Finding positive(Estimate gap, Point a, Point b, Finding described) {
        boolean same = Points.zero(Rounding.minus(a.theta, b.theta));
        double below = same ? 0 : Math.max(0, -gap.value());
        return new Finding(below, gap.error(), described.informative(), described.detail());
    }
}
