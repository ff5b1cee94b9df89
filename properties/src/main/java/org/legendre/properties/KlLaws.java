package org.legendre.properties;

import java.util.List;
import org.legendre.properties.Sample.Spread;

/** KL is the Bregman divergence of ψ, of ψ* and of the two together. */
final class KlLaws {
    private KlLaws() {}

    static List<Law<FamilySubject>> all() {
        return List.of(primal(), dual(), canonical());
    }

    private static Law<FamilySubject> primal() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "kl-bregman",
                "KL(p‖q) = D_ψ(θ_q, θ_p) = ψ(θ_q) − ψ(θ_p) − ⟨∇ψ(θ_p), θ_q − θ_p⟩: the arguments swap",
                "A. Banerjee, S. Merugu, I. Dhillon and J. Ghosh (2005), section 4",
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (p, q) -> {
                    double kl = subject.kl(p.theta, q.theta);
                    double[] difference = Rounding.minus(q.theta, p.theta);
                    double values = subject.value(q.theta) - subject.value(p.theta);
                    double direct = values - Rounding.dot(p.eta, difference);
                    double size = p.valueSize() + q.valueSize() + Rounding.absoluteDot(p.etaSize(), difference);
                    return compare(p, q, kl, "D_ψ(θ_q, θ_p)", direct, size);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    private static Law<FamilySubject> dual() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "kl-dual-bregman",
                "KL(p‖q) = D_ψ*(η_p, η_q) = ψ*(η_p) − ψ*(η_q) − ⟨∇ψ*(η_q), η_p − η_q⟩: the arguments do not swap",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.4",
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (p, q) -> {
                    if (p.roundsOut() || q.roundsOut()) {
                        return Finding.nothing(Point.ROUNDED_OUT);
                    }
                    double kl = subject.kl(p.theta, q.theta);
                    double[] difference = Rounding.minus(p.eta, q.eta);
                    double[] back = subject.conjugateGradient(q.eta);
                    double values = subject.conjugateValue(p.eta) - subject.conjugateValue(q.eta);
                    double direct = values - Rounding.dot(back, difference);
                    // η rounds: ψ* changes by ⟨θ, δη⟩, and ∇ψ*(η_q) by G_q⁻¹δη.
                    double[] tangent = Rounding.solve(q.fisher, difference);
                    double size = p.valueSize()
                            + q.valueSize()
                            + Rounding.absoluteDot(p.thetaSize(), p.etaSize())
                            + Rounding.absoluteDot(q.thetaSize(), q.etaSize())
                            + Rounding.absoluteDot(q.thetaSize(), p.etaSize())
                            + Rounding.absoluteDot(tangent, q.etaSize());
                    return compare(p, q, kl, "D_ψ*(η_p, η_q)", direct, size);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    private static Law<FamilySubject> canonical() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "kl-canonical",
                "KL(p‖q) = ψ(θ_q) + ψ*(η_p) − ⟨θ_q, η_p⟩: q by its natural, p by its expectation coordinates",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.4, the canonical divergence",
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (p, q) -> {
                    if (p.roundsOut()) {
                        return Finding.nothing(Point.ROUNDED_OUT);
                    }
                    double kl = subject.kl(p.theta, q.theta);
                    return compare(
                            p,
                            q,
                            kl,
                            "ψ(θ_q) + ψ*(η_p) − ⟨θ_q, η_p⟩",
                            DualityLaws.gap(q, p),
                            DualityLaws.gapSize(q, p));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME);
    }

    private static Finding compare(Point p, Point q, double kl, String what, double direct, double size) {
        if (Double.isInfinite(size)) {
            return Finding.nothing("the terms overflow");
        }
        double bound = Rounding.ofTerms(p.size(), size) + Point.klRounding(p, q, kl);
        return Finding.of(
                Math.abs(kl - direct),
                bound,
                Math.abs(direct),
                () -> "θ_p = " + p + ", θ_q = " + q + ": KL(p‖q) = " + kl + ", " + what + " = " + direct);
    }
}
