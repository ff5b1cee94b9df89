package org.legendre.properties;

import java.util.List;
import org.legendre.properties.AcceleratedSubject.Account;

/** Mistakes in accelerated methods. */
final class AcceleratedMutants {
    private AcceleratedMutants() {}

    static List<Mutant> all() {
        AcceleratedSubject simplex = LibraryAccelerated.onSimplex();
        AcceleratedSubject flat = LibraryAccelerated.flat();
        return List.of(
                new Mutant(
                        "mirror descent that claims an accelerated rate",
                        flat.withRun(run -> unaccelerated(flat, run)),
                        List.of("accelerated-steps", "accelerated-value", "estimate-sequence")),
                // Its last points are as good as the factors say, though the mixtures are not.
                new Mutant(
                        "mirror descent that claims to be accelerated on the simplex",
                        simplex.withRun(run -> unaccelerated(simplex, run)),
                        List.of("accelerated-steps", "estimate-sequence")),
                new Mutant(
                        "steps twice as long as asked",
                        simplex.withRun(run -> (task, x, smoothness, steps) -> run.of(task, x, smoothness / 2, steps)),
                        List.of("accelerated-steps")),
                new Mutant(
                        "factors that fall like 1/√k",
                        simplex.withRun(run -> (task, x, smoothness, steps) -> {
                            Account account = run.of(task, x, smoothness, steps);
                            return new Account(
                                    account.points(),
                                    account.factors().stream()
                                            .map(factor -> Math.sqrt(smoothness * factor))
                                            .toList());
                        }),
                        List.of("accelerated-rate")),
                new Mutant(
                        "factors half of what was proved",
                        flat.withRun(AcceleratedMutants::halved),
                        List.of("accelerated-value", "estimate-sequence")),
                new Mutant(
                        "factors half of what was proved on the simplex",
                        simplex.withRun(AcceleratedMutants::halved),
                        List.of("accelerated-value", "estimate-sequence")));
    }

    private static AcceleratedSubject.Run unaccelerated(AcceleratedSubject subject, AcceleratedSubject.Run run) {
        return (task, x, smoothness, steps) -> {
            List<Double> factors = run.of(task, x, smoothness, steps).factors();
            return new Account(subject.plain().run(task, x, 1 / smoothness, factors.size() - 1), factors);
        };
    }

    private static AcceleratedSubject.Run halved(AcceleratedSubject.Run run) {
        return (task, x, smoothness, steps) -> {
            Account account = run.of(task, x, smoothness, steps);
            return new Account(
                    account.points(),
                    account.factors().stream().map(factor -> 0.5 * factor).toList());
        };
    }
}
