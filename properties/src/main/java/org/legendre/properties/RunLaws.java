package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import java.util.function.ToDoubleFunction;
import org.legendre.properties.Sample.Spread;

/** What is true of whole runs: rates, certificates, resumption, invariance. */
final class RunLaws {
    private static final double LENGTH = 0.3;
    private static final int STEPS = 8;
    /** Iterates that are further apart than this, in the metric of the start, show that a chart matters. */
    private static final double WITNESS = 1e-6;

    private static final String RATE =
            "H. Lu, R. M. Freund and Y. Nesterov, Relatively smooth convex optimization by first-order methods, SIAM J. Optim. 28 (2018), Theorem 3.1";

    private RunLaws() {}

    static List<Law<MethodSubject>> all() {
        return List.of(sublinear(), linear(), hedge(), gap(), inside(), resumes(), invariant(), dependent());
    }

    private static Law<MethodSubject> sublinear() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "rate",
                "f(xₖ) − f(u) ≤ D_φ(u, x₀)/(tk) for every u and k ≥ 1, for convex f, L-smooth relative to φ, and t ≤ 1/L",
                RATE,
                1,
                (subject, sample) -> Mirror.triple(subject, sample, (mirror, x, a, b) -> {
                    Task task = mirror.between(a, b);
                    List<double[]> points = subject.run(task, x, LENGTH, STEPS);
                    double excess = 0;
                    double size = subject.divergence(a, x) / LENGTH + subject.divergence(b, x) / LENGTH;
                    for (int k = 1; k < points.size(); k++) {
                        for (double[] u : List.of(a, b)) {
                            double reached = task.value(points.get(k)) - task.value(u);
                            excess = Math.max(excess, reached - subject.divergence(u, x) / (LENGTH * k));
                        }
                    }
                    return verdict(points, excess, size, x, "f(xₖ) − f(u) − D(u, x₀)/(tk)");
                }));
        return law.where(subject -> subject.mirror().isPresent()).on(Spread.MODERATE);
    }

    private static Law<MethodSubject> linear() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "linear-rate",
                "D_φ(c, xₖ) ≤ (1 − tμ)ᵏD_φ(c, x₀) for f with minimiser c, L-smooth and μ-strongly convex relative to φ, and t ≤ 1/L; here"
                        + " f = D_φ(·, c), L = μ = 1",
                RATE,
                1,
                (subject, sample) -> Mirror.pair(subject, sample, (mirror, x, c) -> {
                    List<double[]> points = subject.run(mirror.between(c, c), x, LENGTH, STEPS);
                    double first = subject.divergence(c, x);
                    double excess = 0;
                    double contraction = 1;
                    for (int k = 1; k < points.size(); k++) {
                        contraction *= 1 - LENGTH;
                        excess = Math.max(excess, subject.divergence(c, points.get(k)) - contraction * first);
                    }
                    return verdict(points, excess, first, x, "D(c, xₖ) − (1 − t)ᵏD(c, x₀)");
                }));
        return law.where(subject -> subject.mirror().isPresent()).on(Spread.MODERATE);
    }

    private static Finding verdict(List<double[]> points, double excess, double size, double[] x, String what) {
        return points.size() <= STEPS
                ? Finding.nothing("the run ended early")
                : Finding.of(
                        excess,
                        Rounding.ofTerms(STEPS * x.length, size),
                        size,
                        () -> "x₀ = " + Arrays.toString(x) + ", t = " + LENGTH + ", k ≤ " + STEPS + ": the largest "
                                + what + " is " + excess);
    }

    private static Law<MethodSubject> hedge() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "hedge",
                "Σₖ⟨gₖ, xₖ⟩ − minᵢ Σₖ gₖᵢ ≤ log(n)/t + tK/8 for any losses gₖ in [0, 1]ⁿ, from equal weights, with the negative entropy",
                "N. Cesa-Bianchi and G. Lugosi, Prediction, Learning, and Games (2006), Theorem 2.2",
                1,
                (subject, sample) -> {
                    int n = subject.domain().size();
                    double[] x = subject.domain().fromChart(new double[n]);
                    double[] cumulative = new double[n];
                    double loss = 0;
                    int rounds = 8 * STEPS;
                    // The rate of that theorem for so many rounds.
                    double t = Math.sqrt(8 * Math.log(n) / rounds);
                    for (int k = 0; k < rounds; k++) {
                        double[] g = losses(sample, k);
                        loss += Rounding.dot(g, x);
                        cumulative = Rounding.axpy(1, g, cumulative);
                        Optional<double[]> next = subject.step(x, g, t);
                        if (next.isEmpty()) {
                            return new Finding(1, 0, true, () -> "no step");
                        }
                        x = next.get();
                    }
                    double regret = loss - Arrays.stream(cumulative).min().orElseThrow();
                    double bound = Math.log(n) / t + t * rounds / 8;
                    return new Finding(
                            Math.max(0, regret - bound),
                            Rounding.ofTerms(n, loss),
                            true,
                            () -> rounds + " rounds, t = " + t + ": regret " + regret + ", bound " + bound);
                });
        return law.where(MethodSubject::hedges).on(Spread.MODERATE);
    }

    /** Losses that stay the same but for one in four rounds: the best weight is worth finding. */
    private static double[] losses(Sample sample, int k) {
        double[] g = k % 4 == 3 ? sample.displacement() : sample.direction();
        for (int i = 0; i < g.length; i++) {
            g[i] = g[i] > 0 ? 1 : 0;
        }
        return g;
    }

    private static Law<MethodSubject> gap() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "gap",
                "f(x) − f(u) ≤ gap(x, ∇f(x)) for convex f and every u of the constraint, with equality for linear f at the best point",
                "M. Jaggi, Revisiting Frank–Wolfe (2013), equation 2",
                1e-10,
                (subject, sample) -> {
                    double[] x = subject.domain().fromChart(sample.point());
                    Optional<ToDoubleBiFunction<double[], double[]>> gap = subject.gap();
                    if (gap.isEmpty() || !subject.resolves(x)) {
                        return Finding.nothing("the point is beyond the range of binary64");
                    }
                    double[] g = sample.direction();
                    double least = subject.least(g);
                    double truth = Rounding.dot(g, x) - least;
                    double found = gap.get().applyAsDouble(x.clone(), g.clone());
                    double size = Rounding.absoluteDot(g, x) + Math.abs(least);
                    return Finding.of(
                            Math.abs(found - truth),
                            Rounding.ofTerms(x.length, size),
                            size,
                            () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ": gap " + found
                                    + ", ⟨g, x⟩ − min⟨g, ·⟩ = " + truth);
                });
        return law.where(subject -> subject.gap().isPresent()).on(Spread.MODERATE);
    }

    private static Law<MethodSubject> inside() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "never-leaves",
                "every iterate is a point of the closed set, however long the steps: on the simplex weights ≥ 0 that sum to 1 (methods that declare that they"
                        + " can take every step)",
                "J. Kivinen and M. K. Warmuth, Inf. Comput. 132 (1997), section 3",
                1e-9,
                (subject, sample) -> {
                    double[] x = subject.domain().fromChart(sample.point());
                    if (!subject.resolves(x)) {
                        return Finding.nothing("the point is beyond the range of binary64");
                    }
                    double[] g = sample.direction();
                    double worst = 0;
                    ToDoubleFunction<double[]> outside = subject.outside().orElseThrow();
                    for (double length : new double[] {1e-3, 1, 10, 1000}) {
                        List<double[]> points = subject.run(Task.linear(g), x, length, 3);
                        if (points.size() < 2) {
                            return new Finding(1, 0, true, () -> "no step of length " + length);
                        }
                        for (double[] point : points) {
                            double off = outside.applyAsDouble(point);
                            worst = Math.max(worst, Double.isNaN(off) ? Double.POSITIVE_INFINITY : off);
                        }
                    }
                    double found = worst;
                    return Finding.of(
                            found,
                            Rounding.ofTerms(x.length, 1),
                            1,
                            () -> "x₀ = " + Arrays.toString(x) + ", g = " + Arrays.toString(g)
                                    + ": a point is outside by " + found);
                });
        return law.where(subject -> subject.outside().isPresent());
    }

    private static Law<MethodSubject> resumes() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "resumes",
                "a run that is stopped, stored and resumed after each step has the iterates of the unbroken run, bit for bit",
                "the library's contract of a state",
                1e-15,
                (subject, sample) -> {
                    double[] x = subject.domain().fromChart(sample.point());
                    double[] centre = subject.domain().fromChart(sample.second());
                    Optional<Method> interrupted = subject.interrupted();
                    if (interrupted.isEmpty() || !subject.resolves(x)) {
                        return Finding.nothing("the point is beyond the range of binary64");
                    }
                    Task task = Task.bowl(centre, sample.direction());
                    List<double[]> whole = subject.run(task, x, 0.1, STEPS);
                    List<double[]> parts = interrupted.get().run(task, x.clone(), 0.1, STEPS);
                    int equal = 0;
                    while (equal < Math.min(whole.size(), parts.size())
                            && Arrays.equals(whole.get(equal), parts.get(equal))) {
                        equal++;
                    }
                    int common = equal;
                    boolean same = whole.size() == parts.size() && common == whole.size();
                    return new Finding(
                            same ? 0 : 1,
                            0,
                            whole.size() > 2,
                            () -> "x₀ = " + Arrays.toString(x) + ": " + whole.size() + " points at a stretch, "
                                    + parts.size() + " with interruptions, the first " + common + " of them equal");
                });
        return law.where(subject -> subject.interrupted().isPresent()).on(Spread.MODERATE);
    }

    private static Law<MethodSubject> invariant() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "affine-invariant",
                "with x = Az + b and h(z) = f(Az + b), the iterates in z are those in x: xₖ = Azₖ + b (methods that declare it)",
                "S. Amari, Natural gradient works efficiently in learning, Neural Comput. 10 (1998), section 3",
                1e-10,
                (subject, sample) -> {
                    Optional<Drift> drift = Drift.of(subject, sample);
                    return drift.isEmpty()
                            ? Finding.nothing("no step, or a point is beyond the range of binary64")
                            : Finding.of(
                                    drift.get().distance(),
                                    drift.get().rounding(),
                                    1,
                                    () -> drift.get().toString());
                });
        return law.where(MethodSubject::invariant).on(Spread.MODERATE);
    }

    private static Law<MethodSubject> dependent() {
        Law<MethodSubject> law = Law.exists(
                MethodSubject.class,
                "chart-dependent",
                "there are f, A, b for which the iterates in z, x = Az + b, are other points than those in x, unless invariance is declared",
                "S. Amari, Natural gradient works efficiently in learning, Neural Comput. 10 (1998), section 1",
                WITNESS,
                (subject, sample) -> {
                    Optional<Drift> drift = Drift.of(subject, sample);
                    return drift.isEmpty()
                            ? Finding.nothing("no step, or a point is beyond the range of binary64")
                            : new Finding(
                                    drift.get().distance(),
                                    WITNESS + drift.get().rounding(),
                                    true,
                                    () -> drift.get().toString());
                });
        return law.where(subject -> subject.elsewhere().isPresent() && !subject.invariant())
                .on(Spread.MODERATE);
    }
}
