package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.properties.Sample.Spread;

/** ψ and ψ* are conjugate: Fenchel–Young, and ∇ψ and ∇ψ* undo each other. */
final class DualityLaws {
    private DualityLaws() {}

    static List<Law<PotentialSubject>> all() {
        return List.of(fenchelYoung(), thereAndBack(), backAndThere());
    }

    private static Law<PotentialSubject> fenchelYoung() {
        return Law.forAll(
                PotentialSubject.class,
                "fenchel-young",
                "ψ(θ) + ψ*(η) ≥ ⟨θ, η⟩, with equality exactly at η = ∇ψ(θ)",
                "R. T. Rockafellar, Convex Analysis (1970), Theorem 23.5",
                1e-10,
                (subject, sample) -> Points.pair(subject, sample, (p, q) -> {
                    if (p.roundsOut()) {
                        return Finding.nothing(Point.ROUNDED_OUT);
                    }
                    double equality = gap(p, p);
                    double atP = Rounding.ofTerms(p.size(), gapSize(p, p));
                    double strict = gap(q, p);
                    double between = Rounding.ofTerms(p.size(), gapSize(q, p));
                    boolean distinct = bregman(q, p) > 4 * between;
                    boolean wrong = !(strict >= -between) || (distinct && !(strict > between));
                    return Finding.of(
                            wrong ? Math.max(Math.abs(equality), Math.abs(strict) + 2 * atP) : Math.abs(equality),
                            atP,
                            gapSize(p, p),
                            () -> "θ = " + p + ", η = ∇ψ(θ): ψ + ψ* − ⟨θ, η⟩ = " + equality + "; with θ = " + q + ": "
                                    + strict);
                }));
    }

    private static Law<PotentialSubject> thereAndBack() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "dual-of-primal",
                "∇ψ*(∇ψ(θ)) = θ for every θ of the natural domain",
                "R. T. Rockafellar, Convex Analysis (1970), Theorem 26.5",
                1e-12,
                (subject, sample) -> Points.point(subject, sample, p -> {
                    if (p.roundsOut()) {
                        return Finding.nothing(Point.ROUNDED_OUT);
                    }
                    double[] back = subject.conjugateGradient(p.eta);
                    return Finding.of(
                            p.length(Rounding.minus(back, p.theta)),
                            p.rounding(),
                            1 + p.length(p.theta),
                            () -> "θ = " + p + ", η = " + Arrays.toString(p.eta) + ": ∇ψ*(η) = "
                                    + Arrays.toString(back));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    private static Law<PotentialSubject> backAndThere() {
        Law<PotentialSubject> law = Law.forAll(
                PotentialSubject.class,
                "primal-of-dual",
                "∇ψ(∇ψ*(η)) = η for every η of the domain of ψ*",
                "R. T. Rockafellar, Convex Analysis (1970), Theorem 26.5",
                1e-12,
                (subject, sample) -> {
                    double[] eta = subject.dualDomain().fromChart(sample.point());
                    if (!subject.dualDomain().contains(eta)) {
                        return Finding.nothing("η rounds to the boundary of its domain");
                    }
                    double[] theta = subject.conjugateGradient(eta);
                    if (FarOut.is(sample) && !subject.domain().contains(theta)) {
                        return Finding.nothing("θ = ∇ψ*(η) rounds out of its domain");
                    }
                    subject.domain().require("∇ψ*(η)", theta);
                    if (!subject.resolves(theta)) {
                        return Finding.nothing("the point is beyond the range of binary64");
                    }
                    Point p = new Point(subject, theta);
                    return Finding.of(
                            Math.sqrt(p.fisher.inverseQuadratic(Rounding.minus(p.eta, eta))),
                            p.rounding(),
                            1 + Math.sqrt(p.fisher.inverseQuadratic(eta)),
                            () -> "η = " + Arrays.toString(eta) + ", θ = ∇ψ*(η) = " + p + ": ∇ψ(θ) = "
                                    + Arrays.toString(p.eta));
                });
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    /** D_ψ(θ_q, θ_p) by its definition: whether the two points are so far apart that a gap has to show. */
    private static double bregman(Point q, Point p) {
        double values = p.subject.value(q.theta) - p.subject.value(p.theta);
        return values - Rounding.dot(p.eta, Rounding.minus(q.theta, p.theta));
    }

    /** ψ(θ_q) + ψ*(η_p) − ⟨θ_q, η_p⟩. */
    static double gap(Point q, Point p) {
        return p.subject.value(q.theta) + p.subject.conjugateValue(p.eta) - Rounding.dot(q.theta, p.eta);
    }

    static double gapSize(Point q, Point p) {
        return q.valueSize()
                + Math.abs(p.subject.conjugateValue(p.eta))
                + Rounding.absoluteDot(p.thetaSize(), p.etaSize())
                + Rounding.absoluteDot(q.thetaSize(), p.etaSize());
    }
}
