package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.legendre.properties.Form.MirrorProx;
import org.legendre.properties.Form.Optimistic;
import org.legendre.properties.Sample.Spread;

/** Schemes for saddle points: what their steps are, and their bounds on the gap of a matrix game. */
final class SaddleLaws {
    private static final double LENGTH = 0.25;
    private static final int STEPS = 3;
    private static final int ROUNDS = 64;

    private static final String PROX =
            "A. Nemirovski, Prox-method with rate of convergence O(1/t), SIAM J. Optim. 15 (2004), theorem 3.2";

    private static final String MALITSKY_TAM =
            "Y. Malitsky and M. K. Tam, A forward-backward splitting method for monotone inclusions without cocoercivity, SIAM J. Optim. 30 (2020)";

    private SaddleLaws() {}

    static List<Law<SchemeSubject>> all() {
        return List.of(prox(), optimistic(), proxGap(), optimisticGap());
    }

    private static Law<SchemeSubject> prox() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "mirror-prox-steps",
                "the k-th iterate is the mean of w₀, …, w_{k−1}, w the mirror step from z along g(z), z₊ that from z along g(w)",
                PROX,
                1e-10,
                (subject, sample) -> Mirror.triple(
                        subject.plain(),
                        sample,
                        (mirror, x, a, b) -> Agreement.of(
                                subject.domain(),
                                sample.point(),
                                subject::run,
                                (task, start, t, steps) -> extragradient(subject.plain(), task, start, t, steps),
                                mirror.between(a, b),
                                LENGTH,
                                STEPS,
                                "mirror-prox and its mirror steps")));
        return law.where(subject -> subject.form() instanceof MirrorProx form && !form.searches())
                .on(Spread.MODERATE);
    }

    private static List<double[]> extragradient(MethodSubject plain, Task task, double[] start, double t, int steps) {
        List<double[]> points = new ArrayList<>(List.of(start));
        double[] z = start;
        double[] sum = new double[start.length];
        for (int k = 0; k < steps; k++) {
            Optional<double[]> w = plain.step(z, task.gradient(z), t);
            if (w.isEmpty() || !plain.resolves(w.get())) {
                return points;
            }
            Optional<double[]> next = plain.step(z, task.gradient(w.get()), t);
            if (next.isEmpty() || !plain.resolves(next.get())) {
                return points;
            }
            sum = Rounding.axpy(1, w.get(), sum);
            points.add(Rounding.axpy(1.0 / (k + 1), sum, new double[start.length]));
            z = next.get();
        }
        return points;
    }

    private static Law<SchemeSubject> optimistic() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "optimistic-three-point",
                "t⟨2g_k − g_{k−1}, x_{k+1} − u⟩ = D_φ(u, x_k) − D_φ(u, x_{k+1}) − D_φ(x_{k+1}, x_k) for every u (≤ where a step ends on a face)",
                MALITSKY_TAM + ", the forward-reflected-backward method, with D_φ for half the squared distance",
                1e-10,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, u, b) -> {
                    Task task = mirror.between(u, b);
                    List<double[]> points = subject.run(task, x, LENGTH, STEPS);
                    double[] before = task.gradient(x);
                    Finding worst = Finding.nothing("no step");
                    for (int k = 0; k + 1 < points.size(); k++) {
                        double[] here = points.get(k);
                        double[] after = points.get(k + 1);
                        if (subject.plain().rounded(after)) {
                            return Finding.nothing("the step rounds onto the boundary");
                        }
                        double[] g = task.gradient(here);
                        double[] guess = Rounding.axpy(1, Rounding.minus(g, before), g);
                        before = g;
                        Finding finding = threePoint(subject.plain(), mirror, here, guess, after, u, k);
                        worst = k == 0 ? finding : worst.and(finding);
                    }
                    return worst;
                }));
        return law.where(subject -> subject.form() instanceof Optimistic).on(Spread.MODERATE);
    }

    private static Finding threePoint(
            MethodSubject plain, Mirror mirror, double[] x, double[] g, double[] after, double[] u, int k) {
        double left = LENGTH * Rounding.dot(g, Rounding.minus(after, u));
        double[] terms = {plain.divergence(u, x), plain.divergence(u, after), plain.divergence(after, x)};
        double right = terms[0] - terms[1] - terms[2];
        double size = Arrays.stream(terms).sum() + Math.abs(left);
        return Finding.of(
                mirror.failure(left, right),
                (k + 1) * mirror.stepRounding(x, g, LENGTH, after, u) + Rounding.ofTerms(x.length, size),
                size,
                () -> "x_" + k + " = " + Arrays.toString(x) + ", 2g_k − g_{k−1} = " + Arrays.toString(g) + ", t = "
                        + LENGTH + ", x_{k+1} = " + Arrays.toString(after) + ", u = " + Arrays.toString(u)
                        + ": t⟨2g_k − g_{k−1}, x_{k+1} − u⟩ = " + left
                        + ", D(u, x_k) − D(u, x_{k+1}) − D(x_{k+1}, x_k) = "
                        + right);
    }

    private static Law<SchemeSubject> proxGap() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "mirror-prox-gap",
                "the k-th iterate of a game with payoffs in [−1, 1] has a gap of at most (log m + log n)/(tk), from equal weights with the negative entropy, for t ≤ 1; with lengths of its own that for t = 1",
                PROX,
                1,
                (subject, sample) -> {
                    MirrorProx form = (MirrorProx) subject.form();
                    double t = form.searches() ? 1 : 0.5;
                    Game game = Game.of(sample, form.rows());
                    List<double[]> points = subject.run(game.operator(), game.start(), t, ROUNDS);
                    double excess = points.size() <= ROUNDS ? Double.NaN : 0;
                    for (int k = 1; k < points.size(); k++) {
                        excess = Math.max(excess, game.gap(points.get(k)) - game.radius() / (t * k));
                    }
                    return game.finding(excess, "t = " + t);
                });
        return law.where(subject -> subject.form() instanceof MirrorProx form && form.rows() > 0)
                .on(Spread.MODERATE);
    }

    private static Law<SchemeSubject> optimisticGap() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "optimistic-gap",
                "the mean of x₁, …, x_k in a game with payoffs in [−1, 1] has a gap of at most (log m + log n)/(tk), from equal weights with the negative entropy, for t ≤ ½",
                MALITSKY_TAM + ", proof of theorem 2.5, summed",
                1,
                (subject, sample) -> {
                    double t = 0.5;
                    Game game = Game.of(sample, ((Optimistic) subject.form()).rows());
                    List<double[]> points = subject.run(game.operator(), game.start(), t, ROUNDS);
                    double excess = points.size() <= ROUNDS ? Double.NaN : 0;
                    double[] sum = new double[game.start().length];
                    for (int k = 1; k < points.size(); k++) {
                        sum = Rounding.axpy(1, points.get(k), sum);
                        double[] mean = Rounding.axpy(1.0 / k, sum, new double[sum.length]);
                        excess = Math.max(excess, game.gap(mean) - game.radius() / (t * k));
                    }
                    return game.finding(excess, "t = " + t);
                });
        return law.where(subject -> subject.form() instanceof Optimistic form && form.rows() > 0)
                .on(Spread.MODERATE);
    }
}
