package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;

/** Mistakes in theorems, and methods that are not those of their theorem. */
final class CertificateMutants {
    private CertificateMutants() {}

    static List<Mutant> all() {
        List<Mutant> mutants = new ArrayList<>();
        for (CertificateSubject right : LibraryCertificates.all()) {
            mutants.add(new Mutant(
                    "a bound half of what was proved",
                    right.withTrial(CertificateMutants::halved),
                    List.of("certificate-kept")));
        }
        CertificateSubject smooth = LibraryCertificates.smooth();
        mutants.add(new Mutant(
                "an objective three times as steep as the theorem assumes",
                smooth.withTrial(trial -> (task, x, u, steps) -> trial.of(Terms.share(task, 3), x, u, steps)),
                List.of("certificate-kept")));
        mutants.add(new Mutant(
                "a concave objective",
                smooth.withTrial(trial -> (task, x, u, steps) -> trial.of(Terms.share(task, -1), x, u, steps)),
                List.of("certificate-kept")));
        return mutants;
    }

    private static CertificateSubject.Trial halved(CertificateSubject.Trial trial) {
        return (task, x, u, steps) -> {
            CertificateSubject.Certified certified = trial.of(task, x, u, steps);
            return new CertificateSubject.Certified(
                    certified.quantities(),
                    certified.bounds().stream().map(bound -> 0.5 * bound).toList(),
                    certified.objection());
        };
    }
}
