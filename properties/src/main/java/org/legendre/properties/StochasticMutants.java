package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;

/** Mistakes in stochastic methods. */
final class StochasticMutants {
    private StochasticMutants() {}

    static List<Mutant> all() {
        StochasticSubject right = LibraryStochastic.stochastic();
        StochasticSubject reduced = LibraryStochastic.reduced();
        return List.of(
                new Mutant(
                        "the last term never drawn",
                        right.withRun(run -> (terms, x, t, steps, seed) ->
                                run.of(terms.subList(0, terms.size() - 1), x, t, steps, seed)),
                        List.of("stochastic-uniform")),
                new Mutant(
                        "the first term drawn twice as often as the others",
                        right.withRun(run -> (terms, x, t, steps, seed) -> run.of(
                                List.of(terms.get(0), terms.get(0), terms.get(1), terms.get(2)), x, t, steps, seed)),
                        List.of("stochastic-uniform")),
                new Mutant(
                        "the mean in place of a term",
                        right.withRun(run ->
                                (terms, x, t, steps, seed) -> run.of(List.of(Terms.mean(terms)), x, t, steps, seed)),
                        List.of("stochastic-uniform", "same-seed")),
                new Mutant(
                        "sums in place of means",
                        right.withRun(run -> (terms, x, t, steps, seed) -> run.of(terms, x, 3 * t, steps, seed)),
                        List.of("stochastic-step", "stochastic-without-noise")),
                new Mutant(
                        "a clock for a seed",
                        right.withRun(run -> {
                            long[] clock = {0};
                            return (terms, x, t, steps, seed) -> run.of(terms, x, t, steps, clock[0]++);
                        }),
                        List.of("same-seed")),
                new Mutant(
                        "a seed that is ignored",
                        right.withRun(run -> (terms, x, t, steps, seed) -> run.of(terms, x, t, steps, 1)),
                        List.of("same-seed", "stochastic-uniform")),
                new Mutant(
                        "steps that all have the length of the first",
                        right.withRun(run -> (terms, x, t, steps, seed) -> afresh(run, terms, x, t, steps, seed)),
                        List.of("stochastic-step", "stochastic-without-noise")),
                new Mutant(
                        "the variance as it is",
                        reduced.withRun(run ->
                                (terms, x, t, steps, seed) -> everySecond(right.run(terms, x, t, 2 * steps, seed))),
                        List.of("stochastic-step", "variance-vanishes")));
    }

    private static List<double[]> everySecond(List<double[]> points) {
        List<double[]> kept = new ArrayList<>();
        for (int k = 0; k < points.size(); k += 2) {
            kept.add(points.get(k));
        }
        return kept;
    }

    private static List<double[]> afresh(
            StochasticSubject.Run run, List<Task> terms, double[] start, double t, int steps, long seed) {
        List<double[]> points = new ArrayList<>(List.of(start));
        for (int k = 0; k < steps; k++) {
            List<double[]> next = run.of(terms, points.get(k), t, 1, seed + k);
            points.add(next.get(next.size() - 1));
        }
        return points;
    }
}
