package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import org.legendre.properties.CertificateSubject.Account;
import org.legendre.properties.Sample.Spread;

/** A run that satisfies the assumptions of a theorem stays below its bound. */
final class CertificateLaws {
    private static final int STEPS = 8;

    private CertificateLaws() {}

    static List<Law<CertificateSubject>> all() {
        return List.of(kept());
    }

    private static Law<CertificateSubject> kept() {
        Law<CertificateSubject> law = Law.forAll(
                CertificateSubject.class,
                "certificate-kept",
                "a run under the assumptions of a theorem keeps its bound at every iterate, for every u, and its certificate objects to nothing; here f = ½D_φ(·, a) + ½D_φ(·, b)",
                "H. Lu, R. M. Freund and Y. Nesterov, Relatively smooth convex optimization by first-order methods, SIAM J. Optim. 28 (2018), Theorem 3.1; F. Hanzely, P. Richtárik and L. Xiao, Comput. Optim. Appl. 79 (2021), theorem 1",
                1,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    Task task = mirror.between(a, b);
                    Account account = subject.trial().of(task, x.clone(), a.clone(), STEPS);
                    if (account.bounds().size() < STEPS) {
                        return Finding.nothing("the run ended early");
                    }
                    double excess = account.objection().isEmpty() ? 0 : 1;
                    double size = task.value(x) + task.value(a);
                    for (int k = 0; k < account.bounds().size(); k++) {
                        excess = Math.max(
                                excess,
                                account.quantities().get(k) - account.bounds().get(k));
                    }
                    double found = excess;
                    return Finding.of(
                            found,
                            Rounding.ofTerms(STEPS * x.length, size) + 2 * mirror.pairing(a, task.gradient(x)),
                            size,
                            () -> "x₀ = " + Arrays.toString(x) + ", u = a = " + Arrays.toString(a) + ", b = "
                                    + Arrays.toString(b) + ": " + account);
                }));
        return law.on(Spread.MODERATE);
    }
}
