package org.legendre.properties;

import java.util.List;

/** Mistakes in theorems, and methods that are not those of their theorem. */
final class CertificateMutants {
    private CertificateMutants() {}

    static List<Mutant> all() {
        CertificateSubject smooth = LibraryCertificates.smooth();
        return List.of(
                new Mutant(
                        "a bound a hundred times too small",
                        smooth.withTrial(trial -> (task, x, u, steps) -> {
                            CertificateSubject.Account account = trial.of(task, x, u, steps);
                            return new CertificateSubject.Account(
                                    account.quantities(),
                                    account.bounds().stream()
                                            .map(bound -> 0.01 * bound)
                                            .toList(),
                                    account.objection());
                        }),
                        List.of("certificate-kept")),
                new Mutant(
                        "an objective three times as steep as the theorem assumes",
                        smooth.withTrial(trial -> (task, x, u, steps) -> trial.of(Terms.share(task, 3), x, u, steps)),
                        List.of("certificate-kept")),
                new Mutant(
                        "a concave objective",
                        smooth.withTrial(trial -> (task, x, u, steps) -> trial.of(Terms.share(task, -1), x, u, steps)),
                        List.of("certificate-kept")));
    }
}
