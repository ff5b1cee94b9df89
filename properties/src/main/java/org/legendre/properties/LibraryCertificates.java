package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.theory.Certificate;
import org.legendre.optimize.theory.Theorem;

/** Theorems of the library, held to runs with the step ½, L = 2. */
final class LibraryCertificates {
    private static final double LENGTH = 0.5;
    private static final String STRONG = "relative strong convexity";

    private LibraryCertificates() {}

    static List<CertificateSubject> all() {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(3);
        Legendre<Weights, Differential<Weights>> flat = Potentials.halfSquaredNorm(3);
        return List.of(
                smooth(),
                constant("relative smoothness", MirrorPair.onSimplex(), entropy, Theorem.relativeSmoothness()),
                constant(
                        STRONG,
                        MirrorPair.unconstrained(),
                        MirrorPair.HYPENTROPY,
                        Theorem.relativeStrongConvexity(1, 1 / LENGTH)),
                accelerated(MirrorPair.flat(), flat, 2),
                accelerated(MirrorPair.onSimplex(), entropy, 1));
    }

    static CertificateSubject smooth() {
        return constant(
                "relative smoothness", MirrorPair.unconstrained(), MirrorPair.HYPENTROPY, Theorem.relativeSmoothness());
    }

    private static CertificateSubject constant(
            String name,
            MirrorPair pair,
            Legendre<Weights, Differential<Weights>> phi,
            Theorem<Weights, Differential<Weights>> theorem) {
        return of(
                name,
                pair,
                phi,
                theorem,
                (f, t) -> Descent.of(f, pair.geometry()).step(StepRule.constant(t)));
    }

    private static CertificateSubject accelerated(
            MirrorPair pair, Legendre<Weights, Differential<Weights>> phi, double exponent) {
        return of(
                "acceleration",
                pair,
                phi,
                Theorem.accelerated(1 / LENGTH, exponent),
                (f, t) -> Descent.of(f, pair.geometry())
                        .by(Scheme.accelerated(1 / t).exponent(exponent)));
    }

    private static CertificateSubject of(
            String name,
            MirrorPair pair,
            Legendre<Weights, Differential<Weights>> phi,
            Theorem<Weights, Differential<Weights>> theorem,
            Method.Setup<Weights, Differential<Weights>> setup) {
        return CertificateSubject.of(
                "theorem of " + name + " with " + pair.plain().name(),
                pair.plain(),
                STRONG.equals(name),
                (task, start, u, steps) -> {
                    Terms<Weights, Differential<Weights>> f = new Terms<>(start.length, List.of(task));
                    Certificate<Weights, Differential<Weights>> certificate = theorem.certify(f, phi, Vec.of(u));
                    setup.of(f, LENGTH).until(Stopping.iterations(steps)).run(Vec.of(start), certificate);
                    return certified(certificate);
                });
    }

    private static CertificateSubject.Certified certified(Certificate<Weights, Differential<Weights>> certificate) {
        List<Double> quantities = new ArrayList<>();
        List<Double> bounds = new ArrayList<>();
        for (Certificate.Line line : certificate.lines()) {
            quantities.add(line.quantity());
            bounds.add(line.bound());
        }
        Certificate.Verdict verdict = certificate.verdict();
        return new CertificateSubject.Certified(
                quantities, bounds, verdict instanceof Certificate.Verdict.Kept ? "" : verdict.reason());
    }
}
