package org.legendre.properties;

import java.util.List;
import org.legendre.properties.Sample.Spread;

/** KL is the Bregman divergence of ψ, of ψ* and of the two together; Fenchel–Young. */
final class BregmanLaws {
    private BregmanLaws() {}

    static List<Law<FamilySubject>> all() {
        return List.of(primal(), dual(), canonical(), fenchelYoung());
    }

    private static Law<FamilySubject> primal() {
        Law<FamilySubject> law = Law.forAll(
                "kl-bregman",
                "KL(p‖q) = D_ψ(θ_q, θ_p) = ψ(θ_q) − ψ(θ_p) − ⟨∇ψ(θ_p), θ_q − θ_p⟩: the arguments swap",
                "A. Banerjee, S. Merugu, I. Dhillon and J. Ghosh (2005), section 4",
                1e-12,
                (subject, sample) -> FamilyLaws.pair(subject, sample, (p, q) -> {
                    double kl = subject.kl(p.theta, q.theta);
                    double[] difference = Rounding.minus(q.theta, p.theta);
                    double values = subject.value(q.theta) - subject.value(p.theta);
                    double direct = values - Rounding.dot(p.eta, difference);
                    double size = p.valueSize() + q.valueSize() + Rounding.absoluteDot(p.etaSize(), difference);
                    return compare(p, q, kl, "D_ψ(θ_q, θ_p)", direct, size);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<FamilySubject> dual() {
        Law<FamilySubject> law = Law.forAll(
                "kl-dual-bregman",
                "KL(p‖q) = D_ψ*(η_p, η_q) = ψ*(η_p) − ψ*(η_q) − ⟨∇ψ*(η_q), η_p − η_q⟩: the arguments do not swap",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.4",
                1e-12,
                (subject, sample) -> FamilyLaws.pair(subject, sample, (p, q) -> {
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
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<FamilySubject> canonical() {
        Law<FamilySubject> law = Law.forAll(
                "kl-canonical",
                "KL(p‖q) = ψ(θ_q) + ψ*(η_p) − ⟨θ_q, η_p⟩: q by its natural, p by its expectation coordinates",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 3.4, the canonical divergence",
                1e-12,
                (subject, sample) -> FamilyLaws.pair(subject, sample, (p, q) -> {
                    if (p.roundsOut()) {
                        return Finding.nothing(Point.ROUNDED_OUT);
                    }
                    double kl = subject.kl(p.theta, q.theta);
                    return compare(p, q, kl, "ψ(θ_q) + ψ*(η_p) − ⟨θ_q, η_p⟩", gap(q, p), gapSize(q, p));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<FamilySubject> fenchelYoung() {
        return Law.forAll(
                "fenchel-young",
                "ψ(θ) + ψ*(η) ≥ ⟨θ, η⟩, with equality exactly at η = ∇ψ(θ)",
                "R. T. Rockafellar, Convex Analysis (1970), Theorem 23.5",
                1e-10,
                (subject, sample) -> FamilyLaws.pair(subject, sample, (p, q) -> {
                    if (p.roundsOut()) {
                        return Finding.nothing(Point.ROUNDED_OUT);
                    }
                    double equality = gap(p, p);
                    double atP = Rounding.ofTerms(p.size(), gapSize(p, p));
                    double strict = gap(q, p);
                    double between = Rounding.ofTerms(p.size(), gapSize(q, p));
                    boolean distinct = subject.kl(p.theta, q.theta) > 4 * between;
                    boolean wrong = !(strict >= -between) || (distinct && !(strict > between));
                    return Finding.of(
                            wrong ? Math.max(Math.abs(equality), Math.abs(strict) + 2 * atP) : Math.abs(equality),
                            atP,
                            gapSize(p, p),
                            () -> "θ = " + p + ", η = ∇ψ(θ): ψ + ψ* − ⟨θ, η⟩ = " + equality + "; with θ = " + q + ": "
                                    + strict);
                }));
    }

    /** ψ(θ_q) + ψ*(η_p) − ⟨θ_q, η_p⟩. */
    private static double gap(Point q, Point p) {
        return p.subject.value(q.theta) + p.subject.conjugateValue(p.eta) - Rounding.dot(q.theta, p.eta);
    }

    private static double gapSize(Point q, Point p) {
        return q.valueSize()
                + Math.abs(p.subject.conjugateValue(p.eta))
                + Rounding.absoluteDot(p.thetaSize(), p.etaSize())
                + Rounding.absoluteDot(q.thetaSize(), p.etaSize());
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
