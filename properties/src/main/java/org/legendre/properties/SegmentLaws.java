package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.legendre.properties.Sample.Spread;

/** Frank–Wolfe steps: towards an extreme point or away from one, never out of the set. */
final class SegmentLaws {
    private static final double LENGTH = 0.25;
    private static final int STEPS = 3;
    private static final int ROUNDS = 32;
    private static final String SOURCE = "M. Jaggi, Revisiting Frank–Wolfe, ICML 2013";
    private static final String AWAY =
            "S. Lacoste-Julien and M. Jaggi, On the global linear convergence of Frank–Wolfe optimization variants, NIPS 2015, algorithm 1";

    private SegmentLaws() {}

    static List<Law<SegmentSubject>> all() {
        return List.of(towards(), away(), rate());
    }

    private static Law<SegmentSubject> towards() {
        Law<SegmentSubject> law = Law.forAll(
                SegmentSubject.class,
                "frank-wolfe-step",
                "x₊ = x + t(s − x), 0 < t ≤ 1, with s in the set and ⟨g, s⟩ = min ⟨g, ·⟩ there (without away steps)",
                SOURCE + ", algorithm 1",
                1e-10,
                (subject, sample) -> at(subject, sample, (x, g) -> {
                    Optional<double[]> next = subject.method().step(x, g, LENGTH);
                    if (next.isEmpty()) {
                        return new Finding(1, 0, true, () -> "no step");
                    }
                    double[] s = Rounding.axpy(1 / LENGTH, Rounding.minus(next.get(), x), x);
                    double least = subject.method().least(g);
                    double off = Math.max(subject.outside(s), Math.abs(Rounding.dot(g, s) - least));
                    double size = Arrays.stream(g).map(Math::abs).sum() * (size(x) + size(s)) + size(s) + 1;
                    return Finding.of(
                            off,
                            Rounding.ofTerms(x.length, size / LENGTH),
                            size,
                            () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ", t = " + LENGTH
                                    + ", s = x + (x₊ − x)/t = " + Arrays.toString(s) + ", min⟨g, ·⟩ = " + least
                                    + ": off by " + off);
                }));
        return law.where(subject -> subject.blocks().isEmpty()).on(Spread.MODERATE);
    }

    private static Law<SegmentSubject> away() {
        Law<SegmentSubject> law = Law.forAll(
                SegmentSubject.class,
                "away-step",
                "⟨g, x₊ − x⟩ = −t·max(⟨g, x⟩ − min ⟨g, s⟩, max ⟨g, v⟩ − ⟨g, x⟩), the maximum over the vertices v that x uses; t is at most 1 towards s, and away from v at most what brings a weight to 0,"
                        + " which it then is exactly; no weight that was 0 is used (methods with away steps)",
                AWAY,
                1e-10,
                (subject, sample) -> at(subject, sample, (x, g) -> {
                    Finding worst = Finding.nothing("no step");
                    double[] here = x;
                    for (int k = 0; k < STEPS; k++) {
                        double[] from = here;
                        Optional<double[]> next = subject.method().step(from, g, 1.5);
                        if (next.isEmpty()) {
                            return worst;
                        }
                        Finding finding = awayStep(subject, from, g, 1.5, next.get());
                        if (k > 0 && !finding.informative() && !finding.violated()) {
                            break;
                        }
                        worst = k == 0 ? finding : worst.and(finding);
                        here = next.get();
                    }
                    double[] start = x;
                    Optional<double[]> shorter = subject.method().step(start, g, 1e-3);
                    return shorter.isEmpty() ? worst : worst.and(awayStep(subject, start, g, 1e-3, shorter.get()));
                }));
        return law.where(subject -> !subject.blocks().isEmpty()).on(Spread.MODERATE);
    }

    private static Finding awayStep(SegmentSubject subject, double[] x, double[] g, double t, double[] after) {
        double mean = Rounding.dot(g, x);
        double towards = mean - subject.method().least(g);
        double backwards = -mean;
        double longest = Double.POSITIVE_INFINITY;
        int end = 0;
        for (int size : subject.blocks()) {
            int worst = -1;
            for (int i = end; i < end + size; i++) {
                worst = x[i] > 0 && (worst < 0 || g[i] > g[worst]) ? i : worst;
            }
            backwards += g[worst];
            longest = Math.min(longest, x[worst] == 1 ? longest : x[worst] / (1 - x[worst]));
            end += size;
        }
        boolean away = backwards > towards && longest < Double.POSITIVE_INFINITY;
        double moved = Math.min(t, away ? longest : 1);
        double predicted = -moved * (away ? backwards : towards);
        double found = Rounding.dot(g, Rounding.minus(after, x));
        boolean kept = away && t >= longest && !emptier(x, after);
        double wrong =
                Math.abs(found - predicted) + subject.outside(after) + (kept || (away && emptier(after, x)) ? 1 : 0);
        double scale = Arrays.stream(g).map(Math::abs).sum() + 1;
        // Which of the two is steeper is not to be seen where they are alike.
        if (Math.abs(backwards - towards) <= 1e-12 * scale) {
            return Finding.nothing("both directions are alike");
        }
        return Finding.of(
                wrong,
                Rounding.ofTerms(4 * x.length, scale * (1 + moved)),
                scale * (1 + moved),
                () -> "x = " + Arrays.toString(x) + ", g = " + Arrays.toString(g) + ", t = " + t + ", x₊ = "
                        + Arrays.toString(after) + ": ⟨g, x₊ − x⟩ = " + found + " in place of " + predicted);
    }

    /** Whether a weight that was used is exactly 0. */
    private static boolean emptier(double[] x, double[] after) {
        for (int i = 0; i < x.length; i++) {
            if (x[i] > 0 && after[i] == 0) {
                return true;
            }
        }
        return false;
    }

    private static Law<SegmentSubject> rate() {
        Law<SegmentSubject> law = Law.forAll(
                SegmentSubject.class,
                "frank-wolfe-rate",
                "f(x_k) − f(u) ≤ 2C/(k + 2) for every u and k ≥ 1 with steps 2/(k + 2), for convex f of curvature constant C; here f = ½|· − c|² and C the squared diameter"
                        + " (without away steps)",
                SOURCE + ", theorem 1",
                1,
                (subject, sample) -> at(subject, sample, (x, g) -> {
                    double[] u = subject.domain().fromChart(sample.second());
                    double[] c = Rounding.axpy(0.5, g, u);
                    Task task = new Task(
                            z -> 0.5 * Rounding.dot(Rounding.minus(z, c), Rounding.minus(z, c)),
                            z -> Rounding.minus(z, c));
                    List<double[]> points = subject.openLoop().run(task, x.clone(), 1, ROUNDS);
                    double curvature = subject.diameter() * subject.diameter();
                    double excess = points.size() <= ROUNDS ? Double.NaN : 0;
                    for (int k = 1; k < points.size(); k++) {
                        double reached = task.value(points.get(k)) - task.value(u);
                        excess = Math.max(excess, reached - 2 * curvature / (k + 2));
                    }
                    double found = excess;
                    return new Finding(
                            found,
                            Rounding.ofTerms(x.length, task.value(u) + curvature),
                            true,
                            () -> "x₀ = " + Arrays.toString(x) + ", c = " + Arrays.toString(c) + ", u = "
                                    + Arrays.toString(u) + ": the bound is exceeded by " + found);
                }));
        return law.where(subject -> subject.blocks().isEmpty()).on(Spread.MODERATE);
    }

    private interface Step {
        Finding at(double[] x, double[] g);
    }

    private static Finding at(SegmentSubject subject, Sample sample, Step law) {
        double[] x = subject.domain().fromChart(sample.point());
        double[] u = subject.domain().fromChart(sample.second());
        return subject.resolves(x) && subject.resolves(u)
                ? law.at(x, sample.direction())
                : Finding.nothing("a point is beyond the range of binary64");
    }

    private static double size(double[] x) {
        return Arrays.stream(x).map(Math::abs).sum();
    }
}
