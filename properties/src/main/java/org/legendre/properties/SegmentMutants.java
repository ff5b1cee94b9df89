package org.legendre.properties;

import java.util.List;

/** Mistakes in Frank–Wolfe methods. */
final class SegmentMutants {
    private SegmentMutants() {}

    static List<Mutant> all() {
        SegmentSubject simplex = LibrarySegments.simplex();
        SegmentSubject away = LibrarySegments.away();
        return List.of(
                new Mutant(
                        "towards the worst vertex",
                        simplex.withRun(SchemeMutants::uphill),
                        List.of("frank-wolfe-step", "frank-wolfe-rate")),
                new Mutant(
                        "a step off by a relative 1e-9",
                        simplex.withRun(run -> (task, x, t, steps) -> run.run(task, x, t * (1 + 1e-9), steps)),
                        List.of("frank-wolfe-step")),
                new Mutant(
                        "no away steps", away.withRun(run -> LibrarySegments.withoutAwaySteps()), List.of("away-step")),
                new Mutant(
                        "steps of at most 0.01",
                        away.withRun(run -> (task, x, t, steps) -> run.run(task, x, Math.min(t, 0.01), steps)),
                        List.of("away-step")));
    }
}
