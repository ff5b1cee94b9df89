package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.legendre.properties.Sample.Spread;

/** Stochastic methods: each step follows one of the terms, each of them as often, and what is drawn depends on the seed alone. */
final class StochasticLaws {
    private static final double LENGTH = 0.25;
    private static final int STEPS = 3;
    /** So many that a term drawn twice as often as the others gives a χ² of 120 ± 20. */
    private static final int SEEDS = 960;
    /** So many that all seeds alike are no chance. */
    private static final int FEW_SEEDS = 60;

    /** What a χ² of two degrees of freedom exceeds with the probability exp(−25). */
    private static final double RARE = 50;

    private static final String ROBUST =
            "A. Nemirovski, A. Juditsky, G. Lan and A. Shapiro, Robust stochastic approximation approach to stochastic programming, SIAM J. Optim. 19 (2009), section 2.3";
    private static final String REDUCED =
            "R. Johnson and T. Zhang, Accelerating stochastic gradient descent using predictive variance reduction, NIPS 2013";

    private StochasticLaws() {}

    static List<Law<StochasticSubject>> all() {
        return List.of(step(), uniform(), noiseless(), seeds(), atRest());
    }

    /** Terms that differ by more than a linear function, which a reduction of variance would take away. */
    private static List<Task> terms(Mirror mirror, double[] a, double[] b) {
        return List.of(
                Terms.share(mirror.between(a, a), 0.5), mirror.between(a, b), Terms.share(mirror.between(b, b), 1.5));
    }

    private static long seed(Sample sample) {
        return Arrays.hashCode(sample.displacement());
    }

    private static Law<StochasticSubject> step() {
        Law<StochasticSubject> law = Law.forAll(
                StochasticSubject.class,
                "stochastic-step",
                "t_k⟨g, x_{k+1} − u⟩ = D_φ(u, z) − D_φ(u, x_{k+1}) − D_φ(x_{k+1}, z) for every u and one of the terms j: g = ∇f_j(z), z = x_k; with variance reduction g = ∇f_j(z) − ∇f_j(x_k) + ∇f(x_k), z"
                        + " the step from x_k along ∇f(x_k)",
                ROBUST + "; " + REDUCED,
                1e-10,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    List<Task> terms = terms(mirror, a, b);
                    List<double[]> points = subject.run(terms, x, LENGTH, STEPS, seed(sample));
                    Finding worst = Finding.nothing("no step");
                    for (int k = 0; k + 1 < points.size(); k++) {
                        double[] after = points.get(k + 1);
                        if (subject.plain().rounded(after)) {
                            return Finding.nothing("the step rounds onto the boundary");
                        }
                        double t = LENGTH * subject.length(k);
                        double[] u = b;
                        int roundings = 4 * (k + 2);
                        Finding best = Draw.of(subject, terms, points.get(k), t).stream()
                                .map(draw -> threePoint(subject.plain(), mirror, draw, t, after, u, roundings))
                                .min(Comparator.comparing(Finding::violated).thenComparing(StochasticLaws::ratio))
                                .orElse(Finding.nothing("no step"));
                        worst = k == 0 ? best : worst.and(best);
                    }
                    return worst;
                }));
        return law.on(Spread.MODERATE);
    }

    private static double ratio(Finding finding) {
        return Double.isNaN(finding.residual())
                ? Double.POSITIVE_INFINITY
                : finding.residual() / Math.max(finding.bound(), Double.MIN_NORMAL);
    }

    private static Finding threePoint(
            MethodSubject plain, Mirror mirror, Draw draw, double t, double[] after, double[] u, int roundings) {
        double[] z = draw.start;
        double[] g = draw.covector;
        double left = t * Rounding.dot(g, Rounding.minus(after, u));
        double[] terms = {plain.divergence(u, z), plain.divergence(u, after), plain.divergence(after, z)};
        double right = terms[0] - terms[1] - terms[2];
        double size = Arrays.stream(terms).sum() + Math.abs(left);
        return Finding.of(
                mirror.failure(left, right),
                roundings * mirror.stepRounding(z, g, t, after, u) + Rounding.ofTerms(u.length, size),
                size,
                () -> "from " + Arrays.toString(z) + " along the nearest that can have been drawn, g = "
                        + Arrays.toString(g) + ", t = " + t + ", to " + Arrays.toString(after) + ", u = "
                        + Arrays.toString(u) + ": t⟨g, x₊ − u⟩ = " + left + ", D(u, z) − D(u, x₊) − D(x₊, z) = "
                        + right);
    }

    private static Law<StochasticSubject> uniform() {
        Law<StochasticSubject> law = Law.forAll(
                StochasticSubject.class,
                "stochastic-uniform",
                "E[g] = ∇f: over seeds each of the three terms is drawn as often (χ² test of level e⁻²⁵)",
                ROBUST,
                1,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    List<Task> terms = terms(mirror, a, b);
                    List<double[]> ends = new ArrayList<>();
                    for (Draw draw : Draw.of(subject, terms, x, LENGTH)) {
                        subject.plain().step(draw.start, draw.covector, LENGTH).ifPresent(ends::add);
                    }
                    int[] counts = new int[terms.size()];
                    for (int s = 0; s < SEEDS; s++) {
                        List<double[]> points = subject.run(terms, x, LENGTH, 1, seed(sample) + s);
                        if (points.size() < 2 || ends.size() < terms.size()) {
                            return Finding.nothing("no step");
                        }
                        counts[nearest(ends, points.get(1))]++;
                    }
                    double expected = (double) SEEDS / counts.length;
                    double square = 0;
                    for (int count : counts) {
                        square += (count - expected) * (count - expected) / expected;
                    }
                    return new Finding(
                            square,
                            RARE,
                            true,
                            () -> "of " + SEEDS + " seeds the terms got " + Arrays.toString(counts));
                }));
        return law.on(Spread.MODERATE).costly(20);
    }

    private static int nearest(List<double[]> ends, double[] point) {
        int best = 0;
        for (int j = 1; j < ends.size(); j++) {
            best = Agreement.distance(ends.get(j), point) < Agreement.distance(ends.get(best), point) ? j : best;
        }
        return best;
    }

    private static Law<StochasticSubject> noiseless() {
        Law<StochasticSubject> law = Law.forAll(
                StochasticSubject.class,
                "stochastic-without-noise",
                "where all terms are the same the iterates are those of the method without draws, steps t/(k + 1)^power (with variance reduction every second one of them)",
                ROBUST,
                1e-10,
                (subject, sample) -> Mirror.triple(
                        subject.plain(),
                        sample,
                        (mirror, x, a, b) -> Agreement.of(
                                subject.domain(),
                                sample.point(),
                                (task, start, t, steps) ->
                                        subject.run(List.of(task, task, task), start, t, steps, seed(sample)),
                                (task, start, t, steps) -> deterministic(subject, task, start, t, steps),
                                mirror.between(a, b),
                                LENGTH,
                                STEPS,
                                "drawn from equal terms, and not drawn")));
        return law.on(Spread.MODERATE);
    }

    private static List<double[]> deterministic(
            StochasticSubject subject, Task task, double[] start, double t, int steps) {
        List<double[]> points = new ArrayList<>(List.of(start));
        double[] x = start;
        int each = subject.reduced() ? 2 : 1;
        for (int k = 0; k < steps * each; k++) {
            Optional<double[]> next = subject.plain().step(x, task.gradient(x), t * subject.length(k));
            if (next.isEmpty() || !subject.resolves(next.get())) {
                return points;
            }
            x = next.get();
            if ((k + 1) % each == 0) {
                points.add(x);
            }
        }
        return points;
    }

    private static Law<StochasticSubject> seeds() {
        Law<StochasticSubject> law = Law.forAll(
                StochasticSubject.class,
                "same-seed",
                "the same seed gives the same bits, and not all seeds do",
                "the library's contract of a sampling",
                1e-15,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    List<Task> terms = terms(mirror, a, b);
                    List<double[]> points = subject.run(terms, x, LENGTH, STEPS, seed(sample));
                    boolean same = same(points, subject.run(terms, x, LENGTH, STEPS, seed(sample)));
                    boolean all = true;
                    for (int s = 1; s <= FEW_SEEDS && all; s++) {
                        all = same(points, subject.run(terms, x, LENGTH, STEPS, seed(sample) + s));
                    }
                    boolean wrong = !same || all;
                    return new Finding(
                            wrong ? 1 : 0,
                            0,
                            points.size() > STEPS,
                            () -> "x₀ = " + Arrays.toString(x)
                                    + (same ? ": no seed makes a difference" : ": the same seed gave other points"));
                }));
        return law.on(Spread.MODERATE);
    }

    private static boolean same(List<double[]> one, List<double[]> other) {
        if (one.size() != other.size()) {
            return false;
        }
        for (int k = 0; k < one.size(); k++) {
            if (!Arrays.equals(one.get(k), other.get(k))) {
                return false;
            }
        }
        return true;
    }

    private static Law<StochasticSubject> atRest() {
        Law<StochasticSubject> law = Law.forAll(
                StochasticSubject.class,
                "variance-vanishes",
                "from the minimiser of f the steps stay there, whatever is drawn and although no ∇f_j vanishes there (methods with variance reduction)",
                REDUCED,
                1e-12,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, c, b) -> {
                    double[] w = mirror.covector(c, sample.direction());
                    Task bowl = mirror.between(c, c);
                    List<Task> terms = List.of(tilted(bowl, w, 1), bowl, tilted(bowl, w, -1));
                    List<double[]> points = subject.run(terms, c, LENGTH, 1, seed(sample));
                    double drift = mirror.length(c, Rounding.minus(points.get(points.size() - 1), c));
                    return Finding.of(
                            drift,
                            4 * mirror.positionRounding(c),
                            1,
                            () -> "from the minimiser " + Arrays.toString(c) + " the steps go as far as " + drift);
                }));
        return law.where(StochasticSubject::reduced).on(Spread.MODERATE);
    }

    private static Task tilted(Task task, double[] w, double factor) {
        return new Task(
                x -> task.value(x) + factor * Rounding.dot(w, x), x -> Rounding.axpy(factor, w, task.gradient(x)));
    }
}
