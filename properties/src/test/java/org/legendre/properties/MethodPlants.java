package org.legendre.properties;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;

/** Relative errors planted in each part of a correct method. */
final class MethodPlants {
    private MethodPlants() {}

    static Map<String, DoubleFunction<? extends Subject>> all() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        Legendre<Weights, Differential<Weights>> burg = Potentials.burg(2);
        MethodSubject mirror = MethodSubject.mirror("mirror descent", burg);
        MethodSubject gradient = MethodSubject.onSimplex("exponentiated gradient", entropy);
        MethodSubject natural = MethodSubject.natural("natural gradient", burg);
        Map<String, DoubleFunction<? extends Subject>> planted = new TreeMap<>();
        planted.put("step length", e -> mirror.withRun(run -> (f, x, t, k) -> run.run(f, x, t * (1 + e), k)));
        planted.put(
                "point after a step", e -> mirror.withRun(run -> (f, x, t, k) -> times(run.run(f, x, t, k), 1 + e)));
        planted.put(
                "sum of the weights", e -> gradient.withRun(run -> (f, x, t, k) -> times(run.run(f, x, t, k), 1 + e)));
        planted.put(
                "gap",
                e -> gradient.withGap(
                        (x, g) -> (1 - e) * gradient.gap().orElseThrow().applyAsDouble(x, g)));
        planted.put(
                "resumed run", e -> gradient.withInterruption((f, x, t, k) -> times(gradient.run(f, x, t, k), 1 + e)));
        planted.put(
                "metric in another chart",
                e -> natural.withAffineChart(
                        map -> (f, z, t, k) ->
                                natural.elsewhere().orElseThrow().apply(map).run(f, z, t * (1 + e), k),
                        true));
        planted.put(
                "dependence on the chart",
                e -> natural.withAffineChart(
                        map -> (f, z, t, k) ->
                                natural.elsewhere().orElseThrow().apply(map).run(f, z, t * (1 + 1000 * e), k),
                        false));
        planted.putAll(onSets());
        return planted;
    }

    /** Errors of methods on convex sets: of steps that stay inside, of steps that end on a face, of projections and of gaps. */
    static Map<String, DoubleFunction<? extends Subject>> onSets() {
        Map<String, DoubleFunction<? extends Subject>> planted = new TreeMap<>();
        plant(planted, "two simplices", ConstrainedMethods.simplices());
        plant(planted, "caps", ConstrainedMethods.capped());
        plant(planted, "the box", ConstrainedMethods.box());
        plant(planted, "the l1 ball", ConstrainedMethods.ball());
        plant(planted, "the plane", ConstrainedMethods.plane());
        plant(planted, "states", ConstrainedMethods.states());
        return planted;
    }

    private static void plant(Map<String, DoubleFunction<? extends Subject>> planted, String set, MethodSubject right) {
        planted.put("step length on " + set, e -> right.withRun(run -> (f, x, t, k) -> run.run(f, x, t * (1 + e), k)));
        planted.put("point on " + set, e -> right.withRun(run -> (f, x, t, k) -> times(run.run(f, x, t, k), 1 + e)));
        planted.put(
                "resumed run on " + set,
                e -> right.withInterruption((f, x, t, k) -> times(right.run(f, x, t, k), 1 + e)));
        right.gap()
                .ifPresent(gap -> planted.put(
                        "gap on " + set,
                        e -> right.withGap((x, g) -> (1 - e) * gap.applyAsDouble(x, g), right::least)));
    }

    /** All points but the start, times a factor. */
    private static List<double[]> times(List<double[]> points, double factor) {
        return points.stream()
                .map(point -> {
                    double[] scaled = point.clone();
                    for (int i = 0; i < scaled.length; i++) {
                        scaled[i] *= point == points.get(0) ? 1 : factor;
                    }
                    return scaled;
                })
                .toList();
    }
}
