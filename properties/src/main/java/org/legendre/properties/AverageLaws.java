package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.properties.Form.Averages;
import org.legendre.properties.Sample.Spread;

/** Averages of iterates, which inherit a bound on values from a bound on regrets. */
final class AverageLaws {
    private static final double LENGTH = 0.25;
    private static final int STEPS = 4;

    private AverageLaws() {}

    static List<Law<SchemeSubject>> all() {
        return List.of(averages(), value());
    }

    private static Law<SchemeSubject> averages() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "averages",
                "x̄_k = (a₀x₀ + … + a_{k−1}x_{k−1})/(a₀ + … + a_{k−1}) for the iterates x of the method that is averaged",
                "A. Nemirovsky and D. Yudin, Problem Complexity and Method Efficiency in Optimization (1983), chapter 3",
                1e-12,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    Task task = mirror.between(a, b);
                    Averages form = form(subject);
                    List<double[]> averages = subject.run(task, x, LENGTH, STEPS);
                    List<double[]> points = form.inner().run(task, x.clone(), LENGTH, STEPS);
                    if (Math.min(averages.size(), points.size()) <= STEPS) {
                        return Finding.nothing("a run ended early");
                    }
                    double[] sum = new double[x.length];
                    double weights = 0;
                    double worst = 0;
                    double size = 0;
                    for (int k = 0; k < STEPS; k++) {
                        double weight = form.weight().applyAsDouble(k);
                        weights += weight;
                        sum = Rounding.axpy(weight, points.get(k), sum);
                        double[] average = Rounding.axpy(1 / weights, sum, new double[x.length]);
                        worst = Math.max(worst, Agreement.distance(average, averages.get(k + 1)));
                        size = Math.max(size, Agreement.distance(average, new double[x.length]));
                    }
                    double found = worst;
                    return Finding.of(
                            found,
                            Rounding.ofTerms(STEPS, size),
                            size,
                            () -> "x₀ = " + Arrays.toString(x) + ": averages " + Arrays.toString(averages.get(STEPS))
                                    + " are off by as much as " + found);
                }));
        return law.where(subject -> subject.form() instanceof Averages).on(Spread.MODERATE);
    }

    private static Law<SchemeSubject> value() {
        Law<SchemeSubject> law = Law.forAll(
                SchemeSubject.class,
                "average-value",
                "f(x̄_K) − f(u) ≤ (c_K·D_φ(u, x₀) + Σ (a_k t⟨g_k, x_k − x_{k+1}⟩ − c_k·D_φ(x_{k+1}, x_k)))/Σ a_k t for convex f and every u, x the iterates that are averaged",
                "A. Nemirovski, A. Juditsky, G. Lan and A. Shapiro, Robust stochastic approximation approach to stochastic programming, SIAM J. Optim. 19 (2009), section 2.3",
                1,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, u, b) -> {
                    Task task = mirror.between(u, b);
                    Averages form = form(subject);
                    List<double[]> averages = subject.run(task, x, LENGTH, STEPS);
                    List<double[]> points = form.inner().run(task, x.clone(), LENGTH, STEPS);
                    if (Math.min(averages.size(), points.size()) <= STEPS
                            || !points.stream().allMatch(subject::resolves)) {
                        return Finding.nothing("no step, or one beyond the range of binary64");
                    }
                    Regret regret =
                            Regret.of(mirror, subject.plain(), task, LENGTH, points, form.weight(), form.scale(), u);
                    double weights = 0;
                    for (int k = 0; k < STEPS; k++) {
                        weights += LENGTH * form.weight().applyAsDouble(k);
                    }
                    double reached = weights * (task.value(averages.get(STEPS)) - task.value(u));
                    double size = regret.size() + weights * (Math.abs(task.value(u)) + Math.abs(task.value(x)));
                    return Finding.of(
                            Math.max(0, reached - regret.bound()),
                            regret.rounding() + Rounding.ofTerms(x.length, size),
                            size,
                            () -> "x₀ = " + Arrays.toString(x) + ", u = " + Arrays.toString(u)
                                    + ": Σ a_k t·(f(x̄) − f(u)) = " + reached + ", bound " + regret.bound());
                }));
        return law.where(subject -> subject.form() instanceof Averages form
                        && !Double.isNaN(form.scale().applyAsDouble(0)))
                .on(Spread.MODERATE);
    }

    private static Averages form(SchemeSubject subject) {
        return (Averages) subject.form();
    }
}
