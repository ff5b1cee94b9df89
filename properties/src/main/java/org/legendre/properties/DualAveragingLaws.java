package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.properties.Form.DualAveraging;
import org.legendre.properties.Sample.Spread;

/** Dual averaging: each iterate minimises the sum of all linear models. */
final class DualAveragingLaws {
    private static final double LENGTH = 0.25;
    private static final int STEPS = 4;
    private static final String SOURCE =
            "Y. Nesterov, Primal-dual subgradient methods for convex problems, Math. Program. 120 (2009), section 2";

    private DualAveragingLaws() {}

    static List<Law<SchemeSubject>> all() {
        return List.of(optimal(), lazy(), regret());
    }

    private static Law<SchemeSubject> optimal() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "dual-averaging-optimal",
                "⟨tS, x_k − u⟩ = c_k(D_φ(u, x₀) − D_φ(u, x_k) − D_φ(x_k, x₀)) for every u, S = g₀ + … + g_{k−1}: x_k minimises ⟨tS, ·⟩ + c_k·D_φ(·, x₀)"
                        + " (≤ where it can be on a face of the set)",
                SOURCE,
                1e-10,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, u, b) -> {
                    Task task = mirror.between(u, b);
                    List<double[]> points = subject.run(task, x, LENGTH, STEPS);
                    double[] sum = new double[x.length];
                    Finding worst = Finding.nothing("no step");
                    for (int k = 1; k < points.size(); k++) {
                        sum = Rounding.axpy(1, task.gradient(points.get(k - 1)), sum);
                        double[] after = points.get(k);
                        if (subject.plain().rounded(after)) {
                            return Finding.nothing("the step rounds onto the boundary");
                        }
                        Finding finding = minimises(subject, mirror, x, sum, after, u, k);
                        worst = k == 1 ? finding : worst.and(finding);
                    }
                    return worst;
                }));
        return law.where(DualAveragingLaws::claims).on(Spread.MODERATE);
    }

    private static Finding minimises(
            SchemeSubject subject, Mirror mirror, double[] x, double[] sum, double[] after, double[] u, int k) {
        MethodSubject plain = subject.plain();
        double t = LENGTH / form(subject).scale().applyAsDouble(k);
        double left = t * Rounding.dot(sum, Rounding.minus(after, u));
        double[] terms = {plain.divergence(u, x), plain.divergence(u, after), plain.divergence(after, x)};
        double right = terms[0] - terms[1] - terms[2];
        double size = Arrays.stream(terms).sum() + Math.abs(left);
        return Finding.of(
                mirror.failure(left, right),
                k * mirror.stepRounding(x, sum, t, after, u) + Rounding.ofTerms(x.length, size),
                size,
                () -> "x₀ = " + Arrays.toString(x) + ", k = " + k + ", S = " + Arrays.toString(sum) + ", t/c_k = " + t
                        + ", x_k = " + Arrays.toString(after) + ", u = " + Arrays.toString(u) + ": ⟨tS, x_k − u⟩/c_k = "
                        + left + ", D(u, x₀) − D(u, x_k) − D(x_k, x₀) = " + right);
    }

    private static Law<SchemeSubject> lazy() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "dual-averaging-is-mirror-descent",
                "with c_k = 1 and where no step ends on a face, the iterates are those of mirror descent with the same lengths",
                "H. B. McMahan, A survey of algorithms and analysis for adaptive online learning, J. Mach. Learn. Res. 18 (2017), section 6",
                1e-10,
                (subject, sample) -> Mirror.triple(
                        subject.plain(),
                        sample,
                        (mirror, x, a, b) -> Agreement.of(
                                subject.domain(),
                                sample.point(),
                                subject::run,
                                subject.plain()::run,
                                mirror.between(a, b),
                                LENGTH,
                                STEPS,
                                "dual averaging and mirror descent")));
        return law.where(subject -> subject.form() instanceof DualAveraging form
                        && subject.plain().flat()
                        && constant(form))
                .on(Spread.MODERATE);
    }

    private static Law<SchemeSubject> regret() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "dual-averaging-regret",
                "Σ t⟨g_k, x_k − u⟩ ≤ c_K(D_φ(u, x₀) − D_φ(u, x_K)) + Σ (t⟨g_k, x_k − x_{k+1}⟩ − c_k·D_φ(x_{k+1}, x_k)) for every u and nondecreasing c_k, with equality for c_k = 1 where no step ends on a face",
                "Y. Nesterov, Primal-dual subgradient methods for convex problems, Math. Program. 120 (2009), proof of theorem 1",
                1e-10,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, u, b) -> {
                    Task task = mirror.between(u, b);
                    List<double[]> points = subject.run(task, x, LENGTH, STEPS);
                    if (points.size() <= STEPS || !points.stream().allMatch(subject::resolves)) {
                        return Finding.nothing("no step, or one beyond the range of binary64");
                    }
                    DualAveraging form = form(subject);
                    return Regret.of(mirror, subject.plain(), task, LENGTH, points, k -> 1, form.scale(), u)
                            .finding(constant(form) && subject.plain().flat(), x, u);
                }));
        return law.where(DualAveragingLaws::claims).on(Spread.MODERATE);
    }

    private static boolean claims(SchemeSubject subject) {
        return subject.form() instanceof DualAveraging;
    }

    private static DualAveraging form(SchemeSubject subject) {
        return (DualAveraging) subject.form();
    }

    private static boolean constant(DualAveraging form) {
        return form.scale().applyAsDouble(STEPS) == 1;
    }
}
