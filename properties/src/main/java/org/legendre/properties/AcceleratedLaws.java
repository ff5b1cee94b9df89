package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import org.legendre.properties.AcceleratedSubject.Account;
import org.legendre.properties.Sample.Spread;

/** Accelerated methods, whose values need not fall from step to step but stay below their bound. */
final class AcceleratedLaws {
    /** That of ½D(·, a) + ½D(·, b). A linear function has any. */
    private static final double SMOOTHNESS = 1;

    private static final int STEPS = 8;
    /** Of single steps, for which nothing may come to rest. */
    private static final double LARGER = 2;

    private static final int FEW = 4;
    private static final int ROUNDS = 16;
    /** The length of a step to a point further than a run for a linear function comes. */
    private static final double AWAY = 2;

    private static final String SOURCE =
            "F. Hanzely, P. Richtárik and L. Xiao, Accelerated Bregman proximal gradient methods for relatively smooth convex optimization, Comput. Optim. Appl. 79 (2021)";

    private AcceleratedLaws() {}

    static List<Law<AcceleratedSubject>> all() {
        return List.of(steps(), value(), rate(), estimates());
    }

    private static Law<AcceleratedSubject> steps() {
        Law<AcceleratedSubject> law = Law.forAll(
                AcceleratedSubject.class,
                "accelerated-steps",
                "z₊ is the mirror step of length 1/(θ^(γ−1)L) from z along ∇f(y), y = (1 − θ)x + θz, and x₊ = (1 − θ)x + θz₊, with (1 − θ)/θ^γ = 1/θ₋^γ, at first θ = 1 (methods of which nothing adapts)",
                SOURCE + ", algorithm 1",
                1e-10,
                (subject, sample) -> Mirror.triple(
                        subject.plain(),
                        sample,
                        (mirror, x, a, b) -> Agreement.of(
                                subject.domain(),
                                sample.point(),
                                (task, start, t, k) ->
                                        subject.run(task, start, 1 / t, k).points(),
                                (task, start, t, k) -> textbook(subject, task, start, 1 / t, k),
                                mirror.between(a, b),
                                1 / LARGER,
                                FEW,
                                "the accelerated method and its mirror steps")));
        return law.where(subject -> subject.exponent() > 0).on(Spread.MODERATE);
    }

    private static List<double[]> textbook(
            AcceleratedSubject subject, Task task, double[] start, double smoothness, int steps) {
        List<double[]> points = new ArrayList<>(List.of(start));
        double gamma = subject.exponent();
        double[] x = start;
        double[] z = start;
        double theta = 1;
        for (int k = 0; k < steps; k++) {
            theta = k == 0 ? 1 : next(theta, gamma);
            double[] y = mixed(theta, x, z);
            double length = 1 / (Math.pow(theta, gamma - 1) * smoothness);
            Optional<double[]> moved = subject.plain().step(z, task.gradient(y), length);
            if (moved.isEmpty() || !subject.resolves(moved.get())) {
                return points;
            }
            z = moved.get();
            x = mixed(theta, x, z);
            points.add(x);
        }
        return points;
    }

    private static double[] mixed(double theta, double[] x, double[] z) {
        return Rounding.axpy(theta, z, Rounding.axpy(1 - theta, x, new double[x.length]));
    }

    /** The θ with (1 − θ)/θ^γ = 1/before^γ, by bisection. */
    private static double next(double before, double gamma) {
        double low = 0;
        double high = 1;
        double middle = 0.5;
        while (middle > low && middle < high) {
            if (1 - middle > Math.pow(middle / before, gamma)) {
                low = middle;
            } else {
                high = middle;
            }
            middle = 0.5 * (low + high);
        }
        return middle;
    }

    private static Law<AcceleratedSubject> value() {
        Law<AcceleratedSubject> law = Law.forAll(
                AcceleratedSubject.class,
                "accelerated-value",
                "f(x_k) − f(u) ≤ a_k·D_φ(u, x₀) for every u and k ≥ 1, a_k the factor that the run has proved, for convex f, L-smooth relative to φ: for f = ½D(·, a) + ½D(·, b), L = 1 and its minimiser u, and for a"
                        + " linear f and the u that is the step of length 1/a_k from x₀",
                SOURCE + ", theorems 1 and 3",
                1,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    MethodSubject plain = subject.plain();
                    Task bowl = mirror.between(a, b);
                    // ∇φ(u) = ½∇φ(a) + ½∇φ(b).
                    Optional<double[]> least = plain.step(a, bowl.gradient(a), 1);
                    double[] g = mirror.covector(x, sample.direction());
                    return below(subject, x, bowl, SMOOTHNESS, factor -> least)
                            .or(below(subject, x, Task.linear(g), ROUNDS, factor -> plain.step(x, g, 1 / factor)));
                }));
        return law.on(Spread.MODERATE);
    }

    /** The bound at each iterate of a run, compared with a point for its factor. */
    private static Finding below(
            AcceleratedSubject subject,
            double[] x,
            Task task,
            double smoothness,
            DoubleFunction<Optional<double[]>> comparison) {
        Account account = subject.run(task, x, smoothness, ROUNDS);
        double excess = 0;
        double size = 0;
        int proved = 0;
        for (int k = 1; k < account.points().size(); k++) {
            double[] reached = account.points().get(k);
            double factor = account.factors().get(k);
            if (!(factor < Double.POSITIVE_INFINITY)) {
                continue;
            }
            Optional<double[]> u = comparison.apply(factor).filter(subject::resolves);
            if (u.isPresent()) {
                proved++;
                double fall = task.value(reached) - task.value(u.get());
                excess = Math.max(excess, fall - factor * subject.plain().divergence(u.get(), x));
                size = Math.max(size, size(task, reached) + size(task, u.get()));
            }
        }
        if (proved == 0) {
            return Finding.nothing("the run ended early, or proved nothing");
        }
        double found = excess;
        return Finding.of(
                found,
                Rounding.ofTerms(ROUNDS * x.length, size),
                size,
                () -> "x₀ = " + Arrays.toString(x) + ", ∇f(x₀) = " + Arrays.toString(task.gradient(x)) + ", L = "
                        + smoothness + ", factors " + account.factors()
                        + ": the largest f(x_k) − f(u) − a_k·D(u, x₀) is " + found);
    }

    /** What the rounding of f(x) and of x is relative to. */
    private static double size(Task task, double[] x) {
        return Math.abs(task.value(x)) + Rounding.absoluteDot(task.gradient(x), x);
    }

    private static Law<AcceleratedSubject> rate() {
        Law<AcceleratedSubject> law = Law.forAll(
                AcceleratedSubject.class,
                "accelerated-rate",
                "a_k ≤ L(γ/(k − 1 + γ))^γ where a step satisfies the inequality of relative smoothness with the triangle scaling exponent γ (methods of which nothing adapts)",
                SOURCE + ", lemma 3",
                1,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    Account account = subject.run(mirror.between(a, b), x, SMOOTHNESS, ROUNDS);
                    double gamma = subject.exponent();
                    double worst = 0;
                    int proved = 0;
                    for (int k = 1; k < account.factors().size(); k++) {
                        double bound = SMOOTHNESS * Math.pow(gamma / (k - 1 + gamma), gamma);
                        double factor = account.factors().get(k);
                        if (factor < Double.POSITIVE_INFINITY) {
                            proved++;
                            worst = Math.max(worst, factor / bound - 1);
                        }
                    }
                    double found = worst;
                    return new Finding(
                            found,
                            Rounding.ofTerms(ROUNDS, 1),
                            proved > 0,
                            () -> "factors " + account.factors() + ", γ = " + gamma + ", L = " + SMOOTHNESS
                                    + ": one is above its bound by a relative " + found);
                }));
        return law.where(subject -> subject.exponent() > 0).on(Spread.MODERATE);
    }

    private static Law<AcceleratedSubject> estimates() {
        Law<AcceleratedSubject> law = Law.forAll(
                AcceleratedSubject.class,
                "estimate-sequence",
                "f(x₊) − f(u) + a₊·D_φ(u, z₊) ≤ (1 − θ)(f(x) − f(u)) + a₊·D_φ(u, z) for every u and each step, θ = 1 − a₊/a, at first 1, and z₊ = x + (x₊ − x)/θ (unless the exponent adapts)",
                SOURCE + ", lemma 2",
                1,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, u, b) -> {
                    double[] g = mirror.covector(x, sample.direction());
                    Task linear = Task.linear(g);
                    double[] uphill = Rounding.axpy(-1, g, new double[g.length]);
                    return sequence(subject, mirror, mirror.between(u, b), SMOOTHNESS, x, u)
                            .or(beyond(
                                    subject, mirror, linear, x, subject.plain().step(x, g, AWAY)))
                            .or(beyond(
                                    subject, mirror, linear, x, subject.plain().step(x, uphill, AWAY)));
                }));
        return law.where(subject -> !(subject.exponent() < 0)).on(Spread.MODERATE);
    }

    private static Finding beyond(
            AcceleratedSubject subject, Mirror mirror, Task linear, double[] x, Optional<double[]> u) {
        return u.filter(subject::resolves)
                .map(point -> sequence(subject, mirror, linear, ROUNDS, x, point))
                .orElse(Finding.nothing("the point to compare with is beyond the range of binary64"));
    }

    private static Finding sequence(
            AcceleratedSubject subject, Mirror mirror, Task task, double smoothness, double[] x, double[] u) {
        Account account = subject.run(task, x, smoothness, STEPS);
        double[] z = x;
        Finding worst = Finding.nothing("no step that proves something");
        for (int k = 1; k < account.points().size(); k++) {
            double[] here = account.points().get(k - 1);
            double[] after = account.points().get(k);
            double factor = account.factors().get(k);
            double theta = k == 1 ? 1 : 1 - factor / account.factors().get(k - 1);
            double[] next = Rounding.axpy(1 / theta, Rounding.minus(after, here), here);
            if (!(factor < Double.POSITIVE_INFINITY && theta > 0) || !subject.resolves(next)) {
                return worst;
            }
            double left =
                    task.value(after) - task.value(u) + factor * subject.plain().divergence(u, next);
            double right = (1 - theta) * (task.value(here) - task.value(u))
                    + factor * subject.plain().divergence(u, z);
            double size = size(task, u) + size(task, here) + size(task, after) + Math.abs(left);
            double rounding = factor / theta * mirror.stepRounding(here, new double[x.length], 0, next, u);
            Finding finding = Finding.of(
                    Math.max(0, left - right),
                    rounding + Rounding.ofTerms(x.length, size),
                    size,
                    () -> "x = " + Arrays.toString(here) + ", x₊ = " + Arrays.toString(after) + ", u = "
                            + Arrays.toString(u) + ", θ = " + theta + ", a₊ = " + factor + ": " + left + " above "
                            + right);
            worst = k == 1 ? finding : worst.and(finding);
            z = next;
        }
        return worst;
    }
}
