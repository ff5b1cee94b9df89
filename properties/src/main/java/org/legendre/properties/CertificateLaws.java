package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.legendre.properties.CertificateSubject.Certified;
import org.legendre.properties.Sample.Spread;

/** A run that satisfies the assumptions of a theorem stays below its bound. */
final class CertificateLaws {
    private static final int STEPS = 16;
    /** The steps along a differential from the start to a point that a bound is nearly attained at, or half of it. */
    private static final double AWAY = 8;
    /** The same to the minimiser of a strongly convex function, with which three steps leave a distance behind. */
    private static final double FAR = 16;
    /** A little more than 1, or else certificates would have to tell an equality from its rounding. */
    private static final double MORE = 1 + 0x1p-6;
    /** Where between start and such a minimiser D(u, c) + a·D(u, x₀) is least, for a half and a quarter of what the theorem gives after two or three steps. */
    private static final double[] SHARES = {0.85, 0.93, 1};

    private CertificateLaws() {}

    static List<Law<CertificateSubject>> all() {
        return List.of(kept());
    }

    private static Law<CertificateSubject> kept() {
        Law<CertificateSubject> law = Law.forAll(
                CertificateSubject.class,
                "certificate-kept",
                "a run under the assumptions of a theorem keeps its bound at every iterate, for every u, and its certificate objects to nothing; here f = ½D_φ(·, a) + ½D_φ(·, b) with its minimiser u, (1 + 2⁻⁶)D_φ(·, c) with c and u"
                        + " far from x₀ for one of strong convexity, and for a theorem without strong convexity a linear f with u a long step from x₀",
                "H. Lu, R. M. Freund and Y. Nesterov, Relatively smooth convex optimization by first-order methods, SIAM J. Optim. 28 (2018), Theorem 3.1; F. Hanzely, P. Richtárik and L. Xiao, Comput. Optim. Appl. 79 (2021), theorem 1",
                1,
                (subject, sample) -> Mirror.triple(subject.plain(), sample, (mirror, x, a, b) -> {
                    Task bowl = mirror.between(a, b);
                    double[] g = mirror.covector(x, sample.direction());
                    // ∇φ(u) = ½∇φ(a) + ½∇φ(b).
                    Finding finding = trial(subject, mirror, bowl, x, along(subject, a, bowl.gradient(a), 1));
                    for (Finding other : subject.strong() ? far(subject, mirror, x, g) : slow(subject, mirror, x, g)) {
                        finding = finding.or(other);
                    }
                    return finding;
                }));
        return law.on(Spread.MODERATE);
    }

    /** f = D(·, c): nearly linear as long as c is far. */
    private static List<Finding> far(CertificateSubject subject, Mirror mirror, double[] x, double[] g) {
        List<Finding> findings = new ArrayList<>();
        along(subject, x, g, FAR).ifPresent(c -> {
            Task task = Terms.share(mirror.between(c, c), MORE);
            for (double share : SHARES) {
                findings.add(trial(subject, mirror, task, x, along(subject, x, g, share * FAR)));
            }
        });
        return findings;
    }

    /** A linear f, from the point and from one uphill, where on a simplex what is wanted is improbable. */
    private static List<Finding> slow(CertificateSubject subject, Mirror mirror, double[] x, double[] g) {
        return Stream.of(Optional.of(x), along(subject, x, g, -AWAY / 2))
                .flatMap(Optional::stream)
                .map(start -> trial(subject, mirror, Task.linear(g), start, along(subject, start, g, AWAY)))
                .toList();
    }

    /** The mirror step of a length of either sign. */
    private static Optional<double[]> along(CertificateSubject subject, double[] x, double[] g, double length) {
        double[] covector = Rounding.axpy(Math.signum(length), g, new double[g.length]);
        return subject.plain().step(x, covector, Math.abs(length)).filter(subject::resolves);
    }

    private static Finding trial(
            CertificateSubject subject, Mirror mirror, Task task, double[] start, Optional<double[]> u) {
        if (u.isEmpty()) {
            return Finding.nothing("the point to compare with is beyond the range of binary64");
        }
        double[] with = u.get();
        Certified certified = subject.trial().of(task, start.clone(), with.clone(), STEPS);
        if (certified.bounds().size() < STEPS) {
            return Finding.nothing("the run ended early");
        }
        double excess = certified.objection().isEmpty() ? 0 : 1;
        for (int k = 0; k < certified.bounds().size(); k++) {
            excess = Math.max(
                    excess, certified.quantities().get(k) - certified.bounds().get(k));
        }
        double found = excess;
        double size = Math.abs(task.value(start)) + Math.abs(task.value(with));
        double rounding = mirror.pairing(start, task.gradient(start)) + mirror.pairing(with, task.gradient(with));
        return Finding.of(
                found,
                Rounding.ofTerms(STEPS * start.length, size) + 2 * rounding,
                size,
                () -> "x₀ = " + Arrays.toString(start) + ", ∇f(x₀) = " + Arrays.toString(task.gradient(start))
                        + ", u = " + Arrays.toString(with) + ": " + certified);
    }
}
