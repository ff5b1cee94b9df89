package org.legendre.properties;

import java.util.List;
import org.legendre.properties.AcceleratedSubject.Account;

/** Mistakes in accelerated methods. */
final class AcceleratedMutants {
    private AcceleratedMutants() {}

    static List<Mutant> all() {
        AcceleratedSubject simplex = LibraryAccelerated.onSimplex();
        return List.of(
                new Mutant(
                        "mirror descent that claims an accelerated rate",
                        simplex.withRun(run -> (task, x, smoothness, steps) -> new Account(
                                simplex.plain().run(task, x, 0.01 / smoothness, steps),
                                run.of(task, x, smoothness, steps).factors())),
                        List.of("accelerated-steps", "accelerated-value", "estimate-sequence")),
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
                        "factors a hundredth of what was proved",
                        simplex.withRun(run -> (task, x, smoothness, steps) -> {
                            Account account = run.of(task, x, smoothness, steps);
                            return new Account(
                                    account.points(),
                                    account.factors().stream()
                                            .map(factor -> factor / 100)
                                            .toList());
                        }),
                        List.of("accelerated-value", "estimate-sequence")));
    }
}
