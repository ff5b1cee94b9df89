package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;

/** Mistakes in an optimizer. */
final class MethodMutants {
    private final List<Mutant> mutants = new ArrayList<>();
    private final Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
    private final MethodSubject gradient = MethodSubject.onSimplex("exponentiated gradient", entropy);
    private final Legendre<Weights, Differential<Weights>> logarithm = Potentials.burg(2);
    private final MethodSubject burg = MethodSubject.mirror("mirror descent with Burg's entropy", logarithm);
    private final MethodSubject natural = MethodSubject.natural("natural gradient with Burg's metric", logarithm);

    private MethodMutants() {}

    static List<Mutant> all() {
        MethodMutants catalogue = new MethodMutants();
        catalogue.steps();
        catalogue.runs();
        catalogue.projections();
        return List.copyOf(catalogue.mutants);
    }

    private void add(String name, MethodSubject subject, String... killers) {
        mutants.add(new Mutant(name, subject, List.of(killers)));
    }

    /** Mistakes in a projection, which the inequalities of convex sets have to find. */
    private void projections() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.hypentropy(2, 0.5);
        double[] lower = {-1, 0};
        double[] upper = {1, 3};
        Constraint set = Constraint.box(lower, upper);
        MethodSubject box = MethodSubject.onSet(
                        "the hyperbolic entropy in a box", phi, set, Domain.box(lower, upper), false)
                .withOutside(x -> Math.max(0, Math.max(Math.abs(x[0]) - 1, Math.abs(x[1] - 1.5) - 1.5)))
                .withGap(set::gap, g -> Math.min(0, 3 * g[1]) - Math.abs(g[0]));
        add("the projection left out", box.withRun(method -> Method.of(Geometry.mirror(phi))), "never-leaves");
        add(
                "the projection onto a smaller set",
                box.withRun(method -> Method.of(
                        Geometry.mirror(phi, Constraint.box(new double[] {-0.5, 0.5}, new double[] {0.5, 2})))),
                "mirror-three-point",
                "fixed-point");
        add(
                "the step of another mirror map on the same set",
                box.withRun(method ->
                        Method.of(Geometry.mirror(Potentials.<Weights, Differential<Weights>>halfSquaredNorm(2), set))),
                "mirror-three-point",
                "descent-lemma");
        add("the gap of half the set", box.withGap((x, g) -> 0.5 * set.gap(x, g)), "gap");
    }

    private void steps() {
        add("step uphill", burg.withRun(MethodMutants::uphill), "mirror-three-point", "rate", "linear-rate");
        add(
                "step twice as long as asked",
                burg.withRun(method -> (task, x, t, steps) -> method.run(task, x, 2 * t, steps)),
                "mirror-three-point",
                "descent-lemma",
                "regret");
        add(
                "step a hundred times too short",
                gradient.withRun(method -> (task, x, t, steps) -> method.run(task, x, t / 100, steps)),
                "rate",
                "linear-rate",
                "hedge");
        add(
                "step off by a relative 1e-9",
                burg.withRun(method -> (task, x, t, steps) -> method.run(task, x, t * (1 + 1e-9), steps)),
                "mirror-three-point",
                "descent-lemma",
                "regret");
        add(
                "plain gradient steps for mirror steps",
                burg.withRun(method -> MethodMutants::plain),
                "mirror-three-point",
                "descent-lemma");
        add(
                "weights multiplied by 1 − tg for exp(−tg)",
                gradient.withRun(method -> MethodMutants::linearised),
                "mirror-three-point",
                "never-leaves");
        add("weights that are not normalised", gradient.withRun(method -> MethodMutants::unnormalised), "never-leaves");
        add(
                "normalisation in single precision",
                gradient.withRun(
                        method -> (task, x, t, steps) -> mapped(method.run(task, x, t, steps), MethodMutants::single)),
                "never-leaves",
                "mirror-three-point");
        add("the differential of the step before", gradient.withRun(method -> MethodMutants::stale), "resumes");
        add(
                "a drift of 1e-8 in each step",
                burg.withRun(
                        method -> (task, x, t, steps) -> mapped(method.run(task, x, t, steps), MethodMutants::drifted)),
                "fixed-point",
                "mirror-three-point");
        add(
                "steps of 1e-6 and less not taken",
                gradient.withRun(
                        method -> (task, x, t, steps) -> method.run(task, x, t < 0.26 ? 0.0001 * t : t, steps)),
                "fixed-point");
        add(
                "base-2 exponential",
                gradient.withRun(method -> (task, x, t, steps) -> method.run(task, x, t * Math.log(2), steps)),
                "mirror-three-point",
                "regret");
    }

    private void runs() {
        add("duality gap halved", gradient.withGap((x, g) -> 0.5 * gap(x, g)), "gap");
        add("duality gap with the sum for the least entry", gradient.withGap((x, g) -> Rounding.dot(x, g)), "gap");
        add(
                "a resumed run that forgets its dual point",
                gradient.withInterruption((task, x, t, steps) -> {
                    List<double[]> points = new ArrayList<>(List.of(x));
                    double[] here = x;
                    for (int k = 0; k < steps; k++) {
                        List<double[]> next = gradient.run(task, here, t, 1);
                        here = next.get(next.size() - 1);
                        points.add(here);
                    }
                    return points;
                }),
                "resumes");
        add(
                "natural gradient with a metric that is not carried to the new chart",
                natural.withAffineChart(
                        map -> (task, z, t, steps) -> mapped(natural.run(task, z, t, steps), MethodMutants::same),
                        true),
                "affine-invariant");
        add(
                "natural gradient in another chart with the covector's metric inverted",
                natural.withAffineChart(map -> MethodSubject.euclidean("plain", 2)::run, true),
                "affine-invariant");
        add(
                "natural gradient declared to depend on its chart",
                natural.withAffineChart(natural.elsewhere().orElseThrow(), false),
                "chart-dependent");
    }

    private static Method uphill(Method method) {
        return (task, x, t, steps) ->
                method.run(new Task(y -> -task.value(y), y -> scaled(task.gradient(y), -1)), x, t, steps);
    }

    private static List<double[]> plain(Task task, double[] start, double t, int steps) {
        return iterated(start, steps, x -> Rounding.axpy(-t, task.gradient(x), x));
    }

    private static List<double[]> linearised(Task task, double[] start, double t, int steps) {
        return iterated(start, steps, x -> {
            double[] g = task.gradient(x);
            double[] next = x.clone();
            double sum = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] *= 1 - t * g[i];
                sum += next[i];
            }
            return scaled(next, 1 / sum);
        });
    }

    private static List<double[]> unnormalised(Task task, double[] start, double t, int steps) {
        return iterated(start, steps, x -> {
            double[] g = task.gradient(x);
            double[] next = x.clone();
            for (int i = 0; i < next.length; i++) {
                next[i] *= Math.exp(-t * g[i]);
            }
            return next;
        });
    }

    /** Exponentiated gradient along the differential at the point before. */
    private static List<double[]> stale(Task task, double[] start, double t, int steps) {
        double[][] before = {task.gradient(start)};
        return iterated(start, steps, x -> {
            double[] g = before[0];
            before[0] = task.gradient(x);
            double[] next = x.clone();
            double sum = 0;
            for (int i = 0; i < next.length; i++) {
                next[i] *= Math.exp(-t * g[i]);
                sum += next[i];
            }
            return scaled(next, 1 / sum);
        });
    }

    private static List<double[]> iterated(double[] start, int steps, UnaryOperator<double[]> step) {
        List<double[]> points = new ArrayList<>(List.of(start));
        double[] x = start;
        for (int k = 0; k < steps; k++) {
            x = step.apply(x);
            points.add(x);
        }
        return points;
    }

    private static List<double[]> mapped(List<double[]> points, UnaryOperator<double[]> change) {
        return points.stream().map(change).toList();
    }

    private static double[] same(double[] x) {
        return x;
    }

    private static double[] single(double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = (float) y[i];
        }
        return y;
    }

    private static double[] drifted(double[] x) {
        return scaled(x, 1 + 1e-8);
    }

    private static double[] scaled(double[] x, double factor) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] *= factor;
        }
        return y;
    }

    private static double gap(double[] x, double[] g) {
        double least = Double.POSITIVE_INFINITY;
        for (double entry : g) {
            least = Math.min(least, entry);
        }
        return Rounding.dot(x, g) - least;
    }
}
