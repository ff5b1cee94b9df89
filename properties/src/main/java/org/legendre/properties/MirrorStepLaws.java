package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.legendre.properties.Sample.Spread;

/** What a mirror step is: its three-point identity, and what follows from it for one step and for many. */
final class MirrorStepLaws {
    private static final double LENGTH = 0.25;
    private static final int ROUNDS = 6;

    private static final String THREE_POINT =
            "G. Chen and M. Teboulle, Convergence analysis of a proximal-like minimization algorithm, SIAM J. Optim. 3 (1993), Lemma 3.2";

    private MirrorStepLaws() {}

    static List<Law<MethodSubject>> all() {
        return List.of(threePoint(), descentLemma(), fixedPoint(), regret());
    }

    private static Law<MethodSubject> threePoint() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "mirror-three-point",
                "t⟨g, x₊ − u⟩ = D_φ(u, x) − D_φ(u, x₊) − D_φ(x₊, x) for every u, for the step x₊ from x along g (on the orthant, ℝⁿ, affine sets and the"
                        + " interior of the simplex; ≤ on convex sets where the step ends on a face)",
                THREE_POINT,
                1e-10,
                (subject, sample) -> Mirror.pair(subject, sample, (mirror, x, u) -> {
                    double[] g = mirror.covector(x, sample.direction());
                    Optional<double[]> next = subject.step(x, g, LENGTH);
                    if (next.isEmpty()) {
                        return Finding.nothing("no step");
                    }
                    double[] after = next.get();
                    if (subject.rounded(after)) {
                        return Finding.nothing("the step rounds onto the boundary");
                    }
                    double left = LENGTH * Rounding.dot(g, Rounding.minus(after, u));
                    double[] terms = {
                        subject.divergence(u, x), subject.divergence(u, after), subject.divergence(after, x)
                    };
                    double right = terms[0] - terms[1] - terms[2];
                    double size = Arrays.stream(terms).sum() + Math.abs(left);
                    return Finding.of(
                            mirror.failure(left, right),
                            mirror.stepRounding(x, g, LENGTH, after, u) + Rounding.ofTerms(x.length, size),
                            size,
                            () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ", t = " + LENGTH
                                    + ", x₊ = " + Arrays.toString(after) + ", u = " + Arrays.toString(u)
                                    + ": t⟨g, x₊ − u⟩ = " + left + ", D(u, x) − D(u, x₊) − D(x₊, x) = " + right);
                }));
        return law.where(subject -> subject.mirror().isPresent()).on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<MethodSubject> descentLemma() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "descent-lemma",
                "f(x₊) ≤ f(x) − D_φ(x, x₊)/t − (1/t − L)D_φ(x₊, x) for f L-smooth relative to φ and t ≤ 1/L, with equality where D_f = L·D_φ and the step ends on no face, as for the"
                        + " f = ½D_φ(·, a) + ½D_φ(·, b) looked at",
                "H. Lu, R. M. Freund and Y. Nesterov, SIAM J. Optim. 28 (2018), proof of Theorem 3.1",
                1e-10,
                (subject, sample) -> Mirror.triple(subject, sample, (mirror, x, a, b) -> {
                    Task task = mirror.between(a, b);
                    List<double[]> points = subject.run(task, x, LENGTH, 1);
                    if (points.size() < 2) {
                        return Finding.nothing("no step");
                    }
                    double[] after = points.get(1);
                    double[] terms = {
                        task.value(x),
                        subject.divergence(x, after) / LENGTH,
                        (1 / LENGTH - 1) * subject.divergence(after, x)
                    };
                    double bound = terms[0] - terms[1] - terms[2];
                    double value = task.value(after);
                    double size = Arrays.stream(terms).sum() + value;
                    double[] g = task.gradient(x);
                    return Finding.of(
                            mirror.failure(value, bound),
                            mirror.stepRounding(x, g, LENGTH, after, x) / LENGTH
                                    + mirror.pairing(after, task.gradient(after))
                                    + Rounding.ofTerms(x.length, size),
                            size,
                            () -> "x = " + Arrays.toString(x) + ", f = ½D(·, " + Arrays.toString(a) + ") + ½D(·, "
                                    + Arrays.toString(b) + "), t = " + LENGTH + ", x₊ = " + Arrays.toString(after)
                                    + ": f(x₊) = " + value + ", f(x) − D(x, x₊)/t − (1/t − 1)D(x₊, x) = " + bound);
                }));
        return law.where(subject -> subject.mirror().isPresent()).on(Spread.MODERATE);
    }

    private static Law<MethodSubject> fixedPoint() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "fixed-point",
                "x₊ = x exactly where x minimises f (x in the interior, f convex): the step from c for f = D_φ(·, c) stays at c, and from elsewhere it moves",
                "A. Beck and M. Teboulle, Mirror descent and nonlinear projected subgradient methods, Oper. Res. Lett. 31 (2003), section 3",
                1e-12,
                (subject, sample) -> Mirror.pair(subject, sample, (mirror, x, c) -> {
                    Task task = mirror.between(c, c);
                    List<double[]> stays = subject.run(task, c, LENGTH, 1);
                    List<double[]> moves = subject.run(task, x, LENGTH, 1);
                    if (stays.size() < 2 || moves.size() < 2) {
                        return Finding.nothing("no step");
                    }
                    double drift = mirror.length(c, Rounding.minus(stays.get(1), c));
                    double moved = mirror.length(x, Rounding.minus(moves.get(1), x));
                    double distance =
                            Math.min(mirror.length(x, Rounding.minus(x, c)), mirror.length(c, Rounding.minus(x, c)));
                    // The step of a quarter covers at least a tenth of the way, or a tenth of the unit of length.
                    boolean still = !(moved > 1e-3 * Math.min(1, distance));
                    return Finding.of(
                            still ? 1 + drift : drift,
                            mirror.positionRounding(c),
                            1,
                            () -> "f = D(·, c), c = " + Arrays.toString(c) + ": from c the step goes as far as " + drift
                                    + ", from x = " + Arrays.toString(x) + ", " + distance + " away, as far as "
                                    + moved);
                }));
        return law.where(subject -> subject.mirror().isPresent()).on(Spread.MODERATE);
    }

    private static Law<MethodSubject> regret() {
        Law<MethodSubject> law = Law.forAll(
                MethodSubject.class,
                "regret",
                "Σₖ t⟨gₖ, xₖ − u⟩ = D_φ(u, x₁) − D_φ(u, x_{K+1}) + Σₖ D_φ(xₖ, xₖ₊₁) ≤ D_φ(u, x₁) + Σₖ D_φ(xₖ, xₖ₊₁) for any losses gₖ and any u: the"
                        + " regret bound of mirror descent; where steps end on faces ≤, with t⟨gₖ, xₖ − xₖ₊₁⟩ − D_φ(xₖ₊₁, xₖ) for D_φ(xₖ, xₖ₊₁)",
                "S. Bubeck, Convex Optimization: Algorithms and Complexity (2015), proof of Theorem 4.2",
                1e-10,
                (subject, sample) -> Mirror.pair(subject, sample, (mirror, x, u) -> {
                    double total = 0;
                    double sum = 0;
                    double rounding = 0;
                    double[] here = x;
                    for (int k = 0; k < ROUNDS; k++) {
                        double[] g = mirror.covector(x, turned(sample.direction(), k));
                        Optional<double[]> next = subject.step(here, g, LENGTH);
                        if (next.isEmpty() || !subject.resolves(next.get())) {
                            return Finding.nothing("no step, or one beyond the range of binary64");
                        }
                        total += LENGTH * Rounding.dot(g, Rounding.minus(here, u));
                        sum += subject.flat()
                                ? subject.divergence(here, next.get())
                                : LENGTH * Rounding.dot(g, Rounding.minus(here, next.get()))
                                        - subject.divergence(next.get(), here);
                        rounding += mirror.stepRounding(here, g, LENGTH, next.get(), u)
                                + Rounding.ofTerms(x.length, LENGTH * Rounding.absoluteDot(g, u));
                        here = next.get();
                    }
                    double first = subject.divergence(u, x);
                    double last = subject.divergence(u, here);
                    double regret = total;
                    double bound = first - last + sum;
                    double size = first + last + sum + Math.abs(total);
                    return Finding.of(
                            mirror.failure(regret, bound),
                            rounding + Rounding.ofTerms(x.length, size),
                            size,
                            () -> "x₁ = " + Arrays.toString(x) + ", u = " + Arrays.toString(u) + ", " + ROUNDS
                                    + " losses turned from " + Arrays.toString(sample.direction())
                                    + ": Σt⟨gₖ, xₖ − u⟩ = " + regret + ", D(u, x₁) − D(u, x_{K+1}) + ΣD(xₖ, xₖ₊₁) = "
                                    + bound);
                }));
        return law.where(subject -> subject.mirror().isPresent()).on(Spread.MODERATE);
    }

    /** Other losses in each round: the direction with its entries moved on by k and every third one negated. */
    private static double[] turned(double[] direction, int k) {
        double[] turned = new double[direction.length];
        for (int i = 0; i < turned.length; i++) {
            turned[i] = direction[(i + k) % turned.length] * ((i + 2 * k) % 3 == 0 ? -1 : 1);
        }
        return turned;
    }
}
