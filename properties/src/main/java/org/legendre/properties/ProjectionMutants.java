package org.legendre.properties;

import java.util.Arrays;
import java.util.List;

/** Mistakes in an I-projection: of what is projected, onto what, in which divergence, and how far. */
final class ProjectionMutants {
    private ProjectionMutants() {}

    static List<Mutant> all() {
        ProjectionSubject right = ProjectionSubject.shipped();
        return List.of(
                new Mutant(
                        "maximum entropy whatever the base measure",
                        right.withMethod((q, f, b) -> right.project(uniform(q.length), f, b)),
                        List.of("projection-pythagoras", "projection-least")),
                new Mutant(
                        "the base measure squared",
                        right.withMethod((q, f, b) -> right.project(squared(q), f, b)),
                        List.of("projection-pythagoras", "projection-least", "projection-transitivity")),
                new Mutant(
                        "the moment of the first feature only",
                        right.withMethod((q, f, b) -> right.project(q, new double[][] {f[0]}, new double[] {b[0]})),
                        List.of("projection-moments")),
                new Mutant(
                        "moments matched before what is left is normalised",
                        right.withMethod((q, f, b) -> {
                            double[] p = right.project(q, f, b);
                            return Arrays.stream(p).map(x -> x * (1 + 1e-9)).toArray();
                        }),
                        List.of("projection-moments")),
                new Mutant(
                        "halfway to the projection from another distribution of the moments",
                        right.withMethod((q, f, b) ->
                                Grid.mix(0.5, right.project(q, f, b), right.project(uniform(q.length), f, b))),
                        List.of("projection-pythagoras", "projection-least")),
                new Mutant(
                        "the projection in the mean of forgetting and keeping the base measure",
                        right.withMethod((q, f, b) -> right.project(Grid.mix(0.5, q, uniform(q.length)), f, b)),
                        List.of("projection-pythagoras", "projection-transitivity")));
    }

    private static double[] uniform(int n) {
        double[] q = new double[n];
        Arrays.fill(q, 1.0 / n);
        return q;
    }

    private static double[] squared(double[] q) {
        return Arrays.stream(q).map(x -> x * x).toArray();
    }
}
