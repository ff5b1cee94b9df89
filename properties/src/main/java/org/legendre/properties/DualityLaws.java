package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.properties.Sample.Spread;

/** ∇ψ and ∇ψ* undo each other. */
final class DualityLaws {
    private DualityLaws() {}

    static List<Law<FamilySubject>> all() {
        return List.of(thereAndBack(), backAndThere());
    }

    private static Law<FamilySubject> thereAndBack() {
        Law<FamilySubject> law = Law.forAll(
                "dual-of-primal",
                "∇ψ*(∇ψ(θ)) = θ for every θ of the natural domain",
                "R. T. Rockafellar, Convex Analysis (1970), Theorem 26.5",
                1e-12,
                (subject, sample) -> FamilyLaws.point(subject, sample, p -> {
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
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<FamilySubject> backAndThere() {
        Law<FamilySubject> law = Law.forAll(
                "primal-of-dual",
                "∇ψ(∇ψ*(η)) = η for every η of the domain of ψ*",
                "R. T. Rockafellar, Convex Analysis (1970), Theorem 26.5",
                1e-12,
                (subject, sample) -> {
                    double[] eta = subject.dualDomain().fromChart(sample.point());
                    if (!subject.dualDomain().contains(eta)) {
                        return Finding.nothing("η rounds to the boundary of its domain");
                    }
                    double[] theta = subject.domain().require("∇ψ*(η)", subject.conjugateGradient(eta));
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
        return law.on(Spread.MODERATE, Spread.WIDE);
    }
}
