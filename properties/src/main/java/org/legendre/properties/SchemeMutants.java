package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;

/** Mistakes in schemes that remember more than their last point. */
final class SchemeMutants {
    private final List<Mutant> mutants = new ArrayList<>();

    private SchemeMutants() {}

    static List<Mutant> all() {
        SchemeMutants catalogue = new SchemeMutants();
        catalogue.sums();
        catalogue.averages();
        catalogue.saddlePoints();
        catalogue.scaledSteps();
        catalogue.searches();
        return List.copyOf(catalogue.mutants);
    }

    private void add(String name, SchemeSubject subject, String... killers) {
        mutants.add(new Mutant(name, subject, List.of(killers)));
    }

    private void sums() {
        SchemeSubject lazy = LibrarySchemes.lazyOnSimplex();
        SchemeSubject scaled = LibrarySchemes.scaledInBox();
        add(
                "a sum that forgets a hundred millionth of what is old",
                lazy.withRun(run -> (task, x, t, steps) -> forgetting(lazy, task, x, t, steps)),
                "dual-averaging-optimal",
                "dual-averaging-is-mirror-descent",
                "dual-averaging-regret");
        add("steps twice as long as asked", lazy.withRun(SchemeMutants::twice), "dual-averaging-regret");
        add(
                "mirror descent, which projects what was projected, for dual averaging",
                scaled.withRun(run -> scaled.plain()::run),
                "dual-averaging-optimal");
        add(
                "a scale that grows from the first step on",
                scaled.withForm(new Form.DualAveraging(k -> LibrarySchemes.beta(k + 1))),
                "dual-averaging-optimal");
        add("the sum climbs", scaled.withRun(SchemeMutants::uphill), "dual-averaging-regret");
    }

    private void averages() {
        SchemeSubject averages = LibrarySchemes.decayingOnSimplex();
        Form.Averages form = (Form.Averages) averages.form();
        add(
                "equal weights whatever the lengths",
                averages.withRun(
                        run -> (task, x, t, steps) -> means(form.inner().run(task, x, t, steps))),
                "averages");
        add(
                "averages of the points stepped to",
                averages.withRun(run -> (task, x, t, steps) -> {
                    List<double[]> points = run.run(task, x, t, steps + 1);
                    return points.subList(Math.min(1, points.size()), points.size());
                }),
                "averages");
        add("averages that climb", averages.withRun(SchemeMutants::uphill), "averages", "average-value");
        add(
                "a bound that counts every step as four times as long",
                averages.withForm(
                        new Form.Averages(form.inner(), k -> 4 * form.weight().applyAsDouble(k), form.scale())),
                "average-value");
    }

    private void saddlePoints() {
        SchemeSubject prox = LibrarySchemes.prox();
        SchemeSubject optimistic = LibrarySchemes.optimistic();
        add(
                "mirror descent for mirror-prox",
                prox.withRun(run -> prox.plain()::run),
                "mirror-prox-steps",
                "mirror-prox-gap");
        add(
                "the average of mirror descent for mirror-prox, with steps a fifth too long",
                prox.withRun(run -> (task, x, t, steps) -> means(prox.plain().run(task, x, 1.2 * t, steps))),
                "mirror-prox-steps");
        add(
                "second step from w in place of z",
                prox.withRun(run -> (task, x, t, steps) -> astray(prox, task, x, t, steps)),
                "mirror-prox-steps");
        add(
                "no guess of the differential to come",
                optimistic.withRun(run -> optimistic.plain()::run),
                "optimistic-three-point");
        add("steps climb", optimistic.withRun(SchemeMutants::uphill), "optimistic-three-point", "optimistic-gap");
        add("steps climb", prox.withRun(SchemeMutants::uphill), "mirror-prox-steps", "mirror-prox-gap");
    }

    private void scaledSteps() {
        SchemeSubject adaGrad = LibrarySchemes.adaGrad();
        SchemeSubject newton = LibrarySchemes.quasiNewton();
        Form.QuasiNewton form = (Form.QuasiNewton) newton.form();
        add(
                "scales by the last differential alone",
                adaGrad.withRun(run -> (task, x, t, steps) -> pieces(run, task, x, t, steps)),
                "adagrad-three-point",
                "adagrad-regret");
        add("a δ of 1e-9 that is left out", adaGrad.withForm(new Form.AdaGrad(1e-9)), "adagrad-three-point");
        add("steps climb", adaGrad.withRun(SchemeMutants::uphill), "adagrad-three-point");
        add("steps of mirror descent", newton.withRun(run -> newton.plain()::run), "secant-equation");
        add(
                "one pair fewer than asked",
                newton.withForm(new Form.QuasiNewton(
                        form.pairs() - 1, form.toDual(), form.fromDual(), form.pull(), form.searched())),
                "secant-equation");
        add(
                "curvature that is forgotten after each step",
                newton.withRun(run -> (task, x, t, steps) -> pieces(run, task, x, t, steps)),
                "secant-equation");
        add(
                "pairs of points and differentials in x in place of y",
                newton.withForm(new Form.QuasiNewton(
                        form.pairs(), double[]::clone, double[]::clone, (x, g) -> g.clone(), form.searched())),
                "secant-equation");
        add(
                "a search that is content with any step",
                newton.withForm(new Form.QuasiNewton(
                        form.pairs(),
                        form.toDual(),
                        form.fromDual(),
                        form.pull(),
                        (task, x, t, steps) -> newton.run(task, x, 0.01, steps))),
                "wolfe");
    }

    /** For the L = 10 of the laws. */
    private void searches() {
        add("a step that is nearly twice too long", constant(LibrarySchemes.armijo(), 0.19), "armijo");
        add("half of the way to the minimum", constant(LibrarySchemes.exact(), 0.05), "exact-search");
        add(
                "a step for two thirds of the relative smoothness",
                constant(LibrarySchemes.relativeSmoothness(), 0.15),
                "relative-smoothness-search");
    }

    /** No search at all. */
    private static SchemeSubject constant(SchemeSubject searched, double length) {
        return searched.withRun(run -> (task, x, t, steps) -> searched.plain().run(task, x, length, steps));
    }

    /** Each step begun afresh. */
    private static List<double[]> pieces(Method method, Task task, double[] start, double t, int steps) {
        List<double[]> points = new ArrayList<>(List.of(start));
        double[] here = start;
        for (int k = 0; k < steps; k++) {
            List<double[]> next = method.run(task, here, t, 1);
            here = next.get(next.size() - 1);
            points.add(here);
        }
        return points;
    }

    static Method twice(Method method) {
        return (task, x, t, steps) -> method.run(task, x, 2 * t, steps);
    }

    static Method uphill(Method method) {
        return (task, x, t, steps) -> method.run(
                new Task(y -> -task.value(y), y -> Rounding.axpy(-1, task.gradient(y), new double[y.length])),
                x,
                t,
                steps);
    }

    /** Exponentiated gradient along a sum whose old part is multiplied by 1 − 1e-8 in each step. */
    private static List<double[]> forgetting(SchemeSubject subject, Task task, double[] start, double t, int steps) {
        List<double[]> points = new ArrayList<>(List.of(start));
        double[] sum = new double[start.length];
        for (int k = 0; k < steps; k++) {
            double[] g = task.gradient(points.get(k));
            sum = Rounding.axpy(1 - 1e-8, sum, g);
            points.add(subject.plain().step(start, sum, t).orElseThrow());
        }
        return points;
    }

    /** The start, and the means of the first k points. */
    private static List<double[]> means(List<double[]> points) {
        List<double[]> means = new ArrayList<>(List.of(points.get(0)));
        double[] sum = new double[points.get(0).length];
        for (int k = 1; k < points.size(); k++) {
            sum = Rounding.axpy(1, points.get(k - 1), sum);
            means.add(Rounding.axpy(1.0 / k, sum, new double[sum.length]));
        }
        return means;
    }

    /** Mirror-prox whose second step starts from the extrapolated point. */
    private static List<double[]> astray(SchemeSubject subject, Task task, double[] start, double t, int steps) {
        List<double[]> extrapolated = new ArrayList<>();
        double[] z = start;
        for (int k = 0; k < steps; k++) {
            double[] w = subject.plain().step(z, task.gradient(z), t).orElseThrow();
            extrapolated.add(w);
            z = subject.plain().step(w, task.gradient(w), t).orElseThrow();
        }
        extrapolated.add(z);
        List<double[]> points = new ArrayList<>(means(extrapolated));
        points.set(0, start);
        return points;
    }
}
