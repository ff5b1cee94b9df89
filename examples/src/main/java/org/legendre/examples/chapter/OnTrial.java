package org.legendre.examples.chapter;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.DoubleFunction;
import java.util.function.UnaryOperator;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.family.OwnFamily;
import org.legendre.properties.FamilySubject;
import org.legendre.properties.Laws;
import org.legendre.properties.Verdict;
import org.legendre.properties.Verdict.Outcome;

/** A family of one's own, held to the laws: how small a mistake they see. */
public final class OnTrial implements Example {
    private static final int SAMPLES = 60;

    @Override
    public String title() {
        return "A family on trial";
    }

    @Override
    public String prose() {
        return """
                The theory is a set of laws that a program can be held to. Here a family is written down from its log-partition, base measure and statistic, and is held to all of them: that KL is a Bregman divergence with its arguments \
                swapped, that η is the gradient of ψ and the mean of T, that the Fisher metric is its Hessian and the curvature of KL, that natural gradient is mirror descent. Then one sign is wrong, and the laws say where.

                A check is worth as much as the smallest mistake it sees. The picture plants a relative error in one part of a correct family and counts the laws that reject it: difference quotients at a fixed step would see nothing \
                below 10⁻³; extrapolation with an error estimate of its own sees 10⁻¹⁰, and identities whose rounding is bounded see nearly the last digit. At an error of zero no law may object.""";
    }

    /**
     * Lifetimes of constant hazard −θ.
     *
     * @return the family
     */
    public static OwnFamily<Double> lifetimes() {
        // begin: right
        OwnFamily<Double> lifetimes = OwnFamily.onPositive(
                "lifetimes",
                Domain.negative(1), // θ = −hazard
                theta -> theta[0].negate().log().negate(), // ψ(θ) = −log(−θ)
                x -> 0, // log h(x)
                x -> x); // T(x)
        Laws.check(FamilySubject.of(lifetimes), 42, 200).forEach(Verdict::requireHeld);
        // end: right
        return lifetimes;
    }

    /**
     * What the laws say if the statistic has the wrong sign.
     *
     * @return the verdicts that did not hold
     */
    public static List<Verdict> wrongSign() {
        // begin: wrong
        OwnFamily<Double> wrong = OwnFamily.onPositive(
                "lifetimes",
                Domain.negative(1),
                theta -> theta[0].negate().log().negate(),
                x -> 0,
                x -> -x); // a sign
        List<Verdict> failures = Laws.check(FamilySubject.of(wrong), 42, 200).stream()
                .filter(verdict -> !verdict.held())
                .toList();
        // end: wrong
        return failures;
    }

    /** Where an error of relative size e is planted. */
    private static Map<String, DoubleFunction<FamilySubject>> planted() {
        FamilySubject family = FamilySubject.of(lifetimes());
        Map<String, DoubleFunction<FamilySubject>> planted = new LinkedHashMap<>();
        planted.put("KL", e -> family.withKl((p, q) -> family.kl(p, q) * (1 + e)));
        planted.put("ψ", e -> family.withValue(theta -> family.value(theta) * (1 + e)));
        planted.put("∇ψ", e -> family.withGradient(times(family::gradient, 1 + e)));
        planted.put(
                "Fisher",
                e -> family.withFisher(theta ->
                        Hessian.diagonal(new double[] {family.fisher(theta).toMatrix()[0][0] * (1 + e)})));
        planted.put("∇ψ*", e -> family.withConjugateGradient(times(family::conjugateGradient, 1 + e)));
        return planted;
    }

    private static UnaryOperator<double[]> times(UnaryOperator<double[]> map, double factor) {
        return x -> new double[] {map.apply(x)[0] * factor};
    }

    private static double rejections(FamilySubject subject) {
        return Laws.check(subject, 1, SAMPLES).stream()
                .filter(verdict -> verdict.outcome() == Outcome.VIOLATED)
                .count();
    }

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        double[] errors = new double[16];
        for (int k = 0; k < errors.length; k++) {
            errors[k] = Math.pow(10, k - 16);
        }
        Figure figure = Figure.titled("How small a mistake the laws see")
                .axes("planted relative error", "laws that reject it")
                .logX();
        Findings findings = Findings.NONE
                .number(
                        "laws that a correct family is held to",
                        Laws.of(FamilySubject.of(lifetimes())).size(),
                        "")
                .number("laws broken by a correct family", rejections(FamilySubject.of(lifetimes())), "")
                .number("laws broken by the wrong sign of T", wrongSign().size(), "");
        for (Map.Entry<String, DoubleFunction<FamilySubject>> part : planted().entrySet()) {
            progress.accept("planting errors in " + part.getKey());
            double[] counts = new double[errors.length];
            double smallest = Double.POSITIVE_INFINITY;
            for (int k = errors.length - 1; k >= 0; k--) {
                counts[k] = rejections(part.getValue().apply(errors[k]));
                smallest = counts[k] > 0 ? errors[k] : smallest;
            }
            figure = figure.line(part.getKey(), errors, counts);
            findings = findings.number(
                    "smallest relative error in " + part.getKey() + " that a law rejects", smallest, "");
        }
        return findings.picture(
                "on-trial",
                "How many laws reject a relative error planted in one part of a correct family, over its size. Each law examines "
                        + SAMPLES + " samples; no law objects to the family itself.",
                figure);
    }

    @Override
    public List<String> listings() {
        return List.of("right", "wrong");
    }
}
