package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Supplier;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** The Fisher metric is the second derivative of KL, near and integrated. */
final class LocalLaws {
    private static final GaussIntegrator COARSE = new GaussIntegratorFactory().legendre(16);
    private static final GaussIntegrator FINE = new GaussIntegratorFactory().legendre(20);

    /** How many times longer a line, or a unit, may be in the metric at the one end than at the other. */
    private static final double ALIKE = 8;

    private LocalLaws() {}

    static List<Law<FamilySubject>> all() {
        return List.of(klFisher(), klIntegral());
    }

    private static Law<FamilySubject> klFisher() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "kl-fisher",
                "KL(θ+tv‖θ) = ½t²vᵀG(θ)v + O(t³), and so for KL(θ‖θ+tv)",
                "S. Kullback, Information Theory and Statistics (1959), chapter 2, section 6",
                1e-10,
                (subject, sample) -> Points.point(subject, sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    double h = Points.step(subject.domain(), p.theta, v);
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
                    Estimate forward = ratio(subject, p, v, h, true, noise);
                    Estimate reverse = ratio(subject, p, v, h, false, noise);
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
    private static Estimate ratio(FamilySubject subject, Point p, double[] v, double h, boolean forward, double noise) {
        DoubleUnaryOperator quotient =
                t -> 0.5 * (oneSided(subject, p, v, t, forward) + oneSided(subject, p, v, -t, forward));
        return Extrapolation.even(quotient, h, noise);
    }

    private static double oneSided(FamilySubject subject, Point p, double[] v, double t, boolean forward) {
        double[] moved = Rounding.axpy(t, v, p.theta);
        double kl = forward ? subject.kl(moved, p.theta) : subject.kl(p.theta, moved);
        return kl / (0.5 * p.fisher.quadratic(Rounding.minus(moved, p.theta)));
    }

    private static Law<FamilySubject> klIntegral() {
        Law<FamilySubject> law = Law.forAll(
                FamilySubject.class,
                "kl-integral",
                "KL(p‖q) = ∫₀¹ (1−t) ΔᵀG(θ_p + tΔ)Δ dt with Δ = θ_q − θ_p: right to the last digits however near p and q are",
                "Taylor's theorem with integral remainder, for the Bregman divergence D_ψ(θ_q, θ_p)",
                1e-12,
                (subject, sample) -> Points.pair(subject, sample, (p, q) -> {
                    double[] difference = Rounding.minus(q.theta, p.theta);
                    if (subject.divergence().same(p.theta, q.theta)) {
                        return Finding.nothing("p and q are the same");
                    }
                    if (!smooth(p, q)) {
                        return Finding.nothing("the metric varies too much between p and q");
                    }
                    double kl = subject.kl(p.theta, q.theta);
                    Estimate integral = integral(p, difference);
                    double fine = integral.value();
                    return Finding.of(
                            Math.abs(kl - fine),
                            integral.error() + Point.klRounding(p, q, fine),
                            sharpness(p, q, fine),
                            () -> "θ_p = " + p + ", θ_q = " + q + ": KL(p‖q) = " + kl + ", integral = " + integral);
                }));
        return law.on(Spread.MODERATE, Spread.NEAR, Spread.EXTREME);
    }

    /** Whether the metric along the line is so alike at its two ends that a quadrature of a few points sees all of it. */
    static boolean smooth(Point p, Point q) {
        double[] difference = Rounding.minus(q.theta, p.theta);
        boolean alike = alike(p.length(difference), q.length(difference));
        for (int i = 0; i < difference.length; i++) {
            alike &= alike(p.units[i], q.units[i]);
        }
        return alike;
    }

    private static boolean alike(double one, double other) {
        return one < ALIKE * other && other < ALIKE * one;
    }

    /** A pair 1e-12 apart is known to 1e-4 of its distance at best: that is informative still. */
    static double sharpness(Point p, Point q, double integral) {
        double distance = p.length(Rounding.minus(q.theta, p.theta));
        return integral * Math.max(1, 1e-2 / distance);
    }

    /** D_ψ(p + Δ, p) = ∫₀¹ (1−t) ΔᵀG(p + tΔ)Δ dt, on two halves; the whole at once, by two rules, is what its error is judged by. */
    static Estimate integral(Point p, double[] difference) {
        double halves = integral(FINE, p, difference, 0, 0.5) + integral(FINE, p, difference, 0.5, 1);
        double fine = integral(FINE, p, difference, 0, 1);
        double coarse = integral(COARSE, p, difference, 0, 1);
        double error = 10 * Math.max(Math.abs(fine - coarse), Math.abs(halves - fine));
        return new Estimate(halves, error, "Gauss–Legendre");
    }

    private static double integral(GaussIntegrator rule, Point p, double[] difference, double from, double to) {
        double sum = 0;
        for (int k = 0; k < rule.getNumberOfPoints(); k++) {
            double t = from + 0.5 * (to - from) * (1 + rule.getPoint(k));
            double[] theta = Rounding.axpy(t, difference, p.theta);
            sum += rule.getWeight(k) * (1 - t) * p.subject.hessian(theta).quadratic(difference);
        }
        return 0.5 * (to - from) * sum;
    }
}
