package org.legendre.properties;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;

/** Relative errors planted in the runs of correct schemes. */
final class SchemePlants {
    private SchemePlants() {}

    static Map<String, DoubleFunction<? extends Subject>> all() {
        Map<String, DoubleFunction<? extends Subject>> planted = new TreeMap<>();
        LibrarySchemes.all().forEach(right -> {
            planted.put("length of " + right, e -> right.withRun(run -> (f, x, t, k) -> run.run(f, x, t * (1 + e), k)));
            planted.put(
                    "points of " + right, e -> right.withRun(run -> (f, x, t, k) -> times(run.run(f, x, t, k), 1 + e)));
        });
        LibraryAccelerated.all()
                .forEach(right -> planted.put(
                        "smoothness of " + right,
                        e -> right.withRun(run -> (f, x, smoothness, k) -> run.of(f, x, smoothness * (1 + e), k))));
        LibraryComposites.all()
                .forEach(right -> planted.put(
                        "length of " + right,
                        e -> right.withRun(run -> (f, x, t, k) -> run.run(f, x, t * (1 + e), k))));
        LibraryComposites.all()
                .forEach(right -> planted.put(
                        "points of " + right,
                        e -> right.withRun(run -> (f, x, t, k) -> times(run.run(f, x, t, k), 1 + e))));
        LibrarySegments.all()
                .forEach(right -> planted.put(
                        "points of " + right,
                        e -> right.withRun(run -> (f, x, t, k) -> times(run.run(f, x, t, k), 1 + e))));
        LibraryStochastic.all()
                .forEach(right -> planted.put(
                        "points of " + right,
                        e -> right.withRun(run -> (f, x, t, k, seed) -> times(run.of(f, x, t, k, seed), 1 + e))));
        StochasticSubject drawing = LibraryStochastic.stochastic();
        planted.put(
                "points by the clock",
                e -> drawing.withRun(run -> {
                    int[] clock = {0};
                    return (f, x, t, k, seed) -> times(run.of(f, x, t, k, seed), 1 + e * clock[0]++);
                }));
        LibraryCurves.all().forEach(right -> {
            planted.put("curve of " + right, e -> right.withParts(parts -> new ScaledCurve(parts, 1 + e, 1, 1, 1)));
            planted.put("decrement of " + right, e -> right.withParts(parts -> new ScaledCurve(parts, 1, 1 + e, 1, 1)));
            planted.put(
                    "proximal term of " + right, e -> right.withParts(parts -> new ScaledCurve(parts, 1, 1, 1 + e, 1)));
            planted.put(
                    "tangential part of " + right,
                    e -> right.withParts(parts -> new ScaledCurve(parts, 1, 1, 1, 1 + e)));
        });
        return planted;
    }

    /** All points but the start, times a factor. */
    private static List<double[]> times(List<double[]> points, double factor) {
        return points.stream()
                .map(point -> point == points.get(0) ? point : Rounding.axpy(factor, point, new double[point.length]))
                .toList();
    }
}
