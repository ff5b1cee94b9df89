package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** What the Fisher metric is: the second derivative of ψ and of KL, near and integrated. */
final class LocalLaws {
    private static final GaussIntegrator COARSE = new GaussIntegratorFactory().legendre(16);
    private static final GaussIntegrator FINE = new GaussIntegratorFactory().legendre(20);

    private LocalLaws() {}

    static List<Law<FamilySubject>> all() {
        return List.of(gradient(), hessian(), klFisher(), klIntegral());
    }

    private static Law<FamilySubject> gradient() {
        Law<FamilySubject> law = Law.forAll(
                "mean-map",
                "⟨∇ψ(θ), v⟩ = d/dt ψ(θ + tv) at t = 0: η is the gradient of ψ",
                "O. Barndorff-Nielsen, Information and Exponential Families (1978), chapter 8",
                1e-10,
                (subject, sample) -> FamilyLaws.point(subject, sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    double h = FamilyLaws.step(subject.domain(), p.theta, v);
                    if (h == 0) {
                        return Finding.nothing("no direction or no room to step");
                    }
                    DoubleUnaryOperator quotient = t -> {
                        double[] above = Rounding.axpy(t, v, p.theta);
                        double[] below = Rounding.axpy(-t, v, p.theta);
                        double slope = Rounding.dot(p.eta, Rounding.minus(above, below));
                        return (subject.value(above) - subject.value(below) - slope) / (2 * t);
                    };
                    Estimate excess = Extrapolation.even(quotient, h, Rounding.EPSILON * p.valueSize());
                    double size = Rounding.absoluteDot(p.eta, v);
                    return Finding.of(
                            Math.abs(excess.value()),
                            excess.error() + Rounding.ofTerms(p.size(), 1 + size),
                            1 + size,
                            () -> "θ = " + p + ", v = " + Arrays.toString(v) + ": dψ/dt − ⟨∇ψ, v⟩ = " + excess);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<FamilySubject> hessian() {
        Law<FamilySubject> law = Law.forAll(
                "fisher-hessian",
                "wᵀG(θ)v = d/dt ⟨∇ψ(θ + tv), w⟩ at t = 0: the Fisher metric is the Hessian of ψ",
                "O. Barndorff-Nielsen, Information and Exponential Families (1978), chapter 8",
                1e-10,
                (subject, sample) -> FamilyLaws.point(subject, sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    double[] w = Rounding.unit(p.fisher, sample.displacement());
                    double h = FamilyLaws.step(subject.domain(), p.theta, v);
                    if (h == 0 || FamilyLaws.zero(w)) {
                        return Finding.nothing("no direction or no room to step");
                    }
                    double[] lowered = Rounding.multiply(p.fisher, w);
                    DoubleUnaryOperator quotient = t -> {
                        double[] above = Rounding.axpy(t, v, p.theta);
                        double[] below = Rounding.axpy(-t, v, p.theta);
                        double[] change = Rounding.minus(subject.gradient(above), subject.gradient(below));
                        return (Rounding.dot(change, w) - Rounding.dot(lowered, Rounding.minus(above, below)))
                                / (2 * t);
                    };
                    Estimate excess =
                            Extrapolation.even(quotient, h, Rounding.EPSILON * Rounding.absoluteDot(p.etaSize(), w));
                    double size = Rounding.absoluteDot(lowered, v) + Rounding.absoluteDot(p.units, v);
                    return Finding.of(
                            Math.abs(excess.value()),
                            excess.error() + Rounding.ofTerms(p.size(), size),
                            1,
                            () -> "θ = " + p + ", v = " + Arrays.toString(v) + ", w = " + Arrays.toString(w)
                                    + ": d⟨∇ψ, w⟩/dt − wᵀGv = " + excess);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<FamilySubject> klFisher() {
        Law<FamilySubject> law = Law.forAll(
                "kl-fisher",
                "KL(θ+tv‖θ) = ½t²vᵀG(θ)v + O(t³), and so for KL(θ‖θ+tv)",
                "S. Kullback, Information Theory and Statistics (1959), chapter 2, section 6",
                1e-10,
                (subject, sample) -> FamilyLaws.point(subject, sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    double h = FamilyLaws.step(subject.domain(), p.theta, v);
                    if (h == 0) {
                        return Finding.nothing("no direction or no room to step");
                    }
                    // θ itself is only known to its uncertainty. Where that is wide the estimates are too, or the
                    // smallest steps round
                    // to none.
                    double noise = Rounding.absoluteDot(p.uncertainty(), p.units);
                    if (noise > h * Finding.CONVERGED) {
                        return Finding.nothing("θ rounds by too much of a step");
                    }
                    Estimate forward = ratio(p, v, h, true, noise);
                    Estimate reverse = ratio(p, v, h, false, noise);
                    Supplier<String> detail = () -> "θ = " + p + ", v = " + Arrays.toString(v)
                            + ": lim KL/(½t²vᵀGv) = " + forward + " for KL(θ+tv‖θ) and " + reverse
                            + " for KL(θ‖θ+tv)";
                    return isOne(forward, p, detail).and(isOne(reverse, p, detail));
                }));
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Finding isOne(Estimate ratio, Point p, Supplier<String> detail) {
        return Finding.of(Math.abs(ratio.value() - 1), ratio.error() + Rounding.ofTerms(p.size(), 1), 1, detail);
    }

    /** The limit of KL/(½d²) with d the length of the step as it was rounded; the mean over ±t is even in t. */
    private static Estimate ratio(Point p, double[] v, double h, boolean forward, double noise) {
        DoubleUnaryOperator quotient = t -> 0.5 * (oneSided(p, v, t, forward) + oneSided(p, v, -t, forward));
        return Extrapolation.even(quotient, h, noise);
    }

    private static double oneSided(Point p, double[] v, double t, boolean forward) {
        double[] moved = Rounding.axpy(t, v, p.theta);
        double kl = forward ? p.subject.kl(moved, p.theta) : p.subject.kl(p.theta, moved);
        return kl / (0.5 * p.fisher.quadratic(Rounding.minus(moved, p.theta)));
    }

    private static Law<FamilySubject> klIntegral() {
        Law<FamilySubject> law = Law.forAll(
                "kl-integral",
                "KL(p‖q) = ∫₀¹ (1−t) ΔᵀG(θ_p + tΔ)Δ dt with Δ = θ_q − θ_p: right to the last digits however near p and q are",
                "Taylor's theorem with integral remainder, for the Bregman divergence D_ψ(θ_q, θ_p)",
                1e-12,
                (subject, sample) -> FamilyLaws.pair(subject, sample, (p, q) -> {
                    double[] difference = Rounding.minus(q.theta, p.theta);
                    if (subject.divergence().same(p.theta, q.theta)) {
                        return Finding.nothing("p and q are the same");
                    }
                    double kl = subject.kl(p.theta, q.theta);
                    double fine = integral(FINE, p, difference);
                    double error = 10 * Math.abs(fine - integral(COARSE, p, difference));
                    return Finding.of(
                            Math.abs(kl - fine),
                            error + Point.klRounding(p, q, fine),
                            // A pair 1e-12 apart is known to 1e-4 of its distance at best: that is informative still.
                            sharpness(p, q, fine),
                            () -> "θ_p = " + p + ", θ_q = " + q + ": KL(p‖q) = " + kl + ", integral = " + fine + " ± "
                                    + error);
                }));
        return law.on(Spread.MODERATE, Spread.NEAR);
    }

    private static double sharpness(Point p, Point q, double integral) {
        double distance = p.length(Rounding.minus(q.theta, p.theta));
        return integral * Math.max(1, 1e-2 / distance);
    }

    private static double integral(GaussIntegrator rule, Point p, double[] difference) {
        double sum = 0;
        for (int k = 0; k < rule.getNumberOfPoints(); k++) {
            double t = 0.5 * (1 + rule.getPoint(k));
            double[] theta = Rounding.axpy(t, difference, p.theta);
            sum += 0.5 * rule.getWeight(k) * (1 - t) * p.subject.fisher(theta).quadratic(difference);
        }
        return sum;
    }
}
