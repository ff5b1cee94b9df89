package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Term;

/** Mistakes in proximal steps. */
final class CompositeMutants {
    private CompositeMutants() {}

    static List<Mutant> all() {
        CompositeSubject right = LibraryComposites.thresholds();
        return List.of(
                new Mutant(
                        "the term left out",
                        right.withRun(run -> right.plain()::run),
                        List.of("proximal-optimal", "composite-fixed-point", "composite-three-point")),
                new Mutant(
                        "a threshold that is not multiplied by the step",
                        right.withRun(run -> Method.of(
                                Geometry.mirror(MirrorPair.HYPENTROPY, Term.l1(4 * LibraryComposites.WEIGHT)))),
                        List.of("proximal-optimal", "composite-fixed-point", "composite-three-point")),
                new Mutant(
                        "the threshold put on the point in place of the dual point",
                        right.withRun(run ->
                                (task, x, t, steps) -> after(right.plain().run(task, x, t, steps), t)),
                        List.of("proximal-optimal", "composite-fixed-point")),
                new Mutant(
                        "squares for absolute values",
                        right.withRun(run -> Method.of(
                                Geometry.mirror(MirrorPair.HYPENTROPY, Term.squares(LibraryComposites.WEIGHT)))),
                        List.of("proximal-optimal")));
    }

    private static List<double[]> after(List<double[]> points, double t) {
        List<double[]> shrunk = new ArrayList<>(points);
        shrunk.replaceAll(shrinkage(t * LibraryComposites.WEIGHT));
        shrunk.set(0, points.get(0));
        return shrunk;
    }

    private static UnaryOperator<double[]> shrinkage(double threshold) {
        return x -> {
            double[] y = x.clone();
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.signum(x[i]) * Math.max(0, Math.abs(x[i]) - threshold);
            }
            return y;
        };
    }
}
