package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Sums;
import org.legendre.properties.Sample.Spread;

/** What an I-projection is: I. Csiszár, I-divergence geometry of probability distributions and minimization problems, Ann. Probab. 3 (1975). */
final class ProjectionLaws {
    private static final String SOURCE =
            "I. Csiszár, I-divergence geometry of probability distributions and minimization problems, Ann. Probab. 3 (1975), ";
    /** A step off the projection, along the family. */
    private static final double STEP = 0x1p-20;

    private ProjectionLaws() {}

    static List<Law<ProjectionSubject>> all() {
        return List.of(moments(), pythagoras(), least(), transitivity());
    }

    private static Law<ProjectionSubject> law(
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<ProjectionSubject, Setting, Finding> examination) {
        Law<ProjectionSubject> law = Law.forAll(
                ProjectionSubject.class,
                id,
                statement,
                source,
                resolution,
                (subject, sample) -> examination.apply(subject, new Setting(sample)));
        return law.on(Spread.MODERATE);
    }

    /** A base measure, a member of the family and two features, all functions of a sample. */
    private static final class Setting {
        private final double[] base;
        private final double[] member;
        private final double[][] features;
        private final double[] moments;

        Setting(Sample sample) {
            base = distribution(sample.point());
            member = distribution(sample.second());
            double[] direction = sample.direction();
            double[] square = direction.clone();
            for (int i = 0; i < square.length; i++) {
                square[i] = Math.sin(1 + i + 2 * direction[i]);
            }
            features = new double[][] {Arrays.stream(direction).map(Math::tanh).toArray(), square};
            moments = expectations(features, member);
        }

        private static double[] distribution(double[] logits) {
            double[] bounded =
                    Arrays.stream(logits).map(x -> 4 * Math.tanh(x / 4)).toArray();
            return Probabilities.ofLogits(bounded).toArray();
        }

        Supplier<String> detail(double[] projected, double left, double right) {
            return () -> "q = " + Arrays.toString(base) + ", a member " + Arrays.toString(member) + ", features "
                    + Arrays.deepToString(features) + ", p* = " + Arrays.toString(projected) + ": " + left + " and "
                    + right;
        }
    }

    private static double[] expectations(double[][] features, double[] p) {
        return Arrays.stream(features).mapToDouble(f -> Sums.dot(f, p)).toArray();
    }

    private static double kl(double[] p, double[] q) {
        return Probabilities.normalized(p).klTo(Probabilities.normalized(q));
    }

    private static Law<ProjectionSubject> moments() {
        return law(
                "projection-moments",
                "Σ p*ᵢ fⱼ(i) = bⱼ and Σ p*ᵢ = 1, p* ≥ 0, for the I-projection p* onto the distributions of the moments b, if there are any",
                SOURCE + "section 3",
                1e-12,
                (subject, s) -> {
                    double[] p = subject.project(s.base, s.features, s.moments);
                    double[] found = expectations(s.features, p);
                    double off = Math.abs(Sums.sum(p) - 1);
                    for (int j = 0; j < found.length; j++) {
                        off = Math.max(off, Math.abs(found[j] - s.moments[j]));
                    }
                    double worst = Arrays.stream(p).allMatch(x -> x >= 0) ? off : Double.NaN;
                    return new Finding(worst, Rounding.ofTerms(p.length, 1), true, s.detail(p, found[0], s.moments[0]));
                });
    }

    private static Law<ProjectionSubject> pythagoras() {
        return law(
                "projection-pythagoras",
                "KL(p‖q) = KL(p‖p*) + KL(p*‖q) for every p of the required moments, p* the I-projection of q",
                SOURCE + "theorem 2.2",
                1e-10,
                (subject, s) -> {
                    double[] p = subject.project(s.base, s.features, s.moments);
                    double whole = kl(s.member, s.base);
                    double sum = kl(s.member, p) + kl(p, s.base);
                    double size = 0;
                    for (int i = 0; i < p.length; i++) {
                        size += (s.member[i] + p[i]) * Math.abs(Math.log(p[i] / s.base[i]));
                    }
                    double bound = Rounding.ofTerms(8 * p.length, size + whole + 1e-3);
                    return new Finding(
                            Math.abs(whole - sum), bound, whole > 1e-3 && size > 1e-3, s.detail(p, whole, sum));
                });
    }

    private static Law<ProjectionSubject> least() {
        return law(
                "projection-least",
                "KL(p*‖q) ≤ KL(p* + t(p − p*)‖q) for every p of the required moments and t on either side of 0, as long as there is a distribution: for uniform q, p* has"
                        + " the greatest entropy",
                SOURCE + "section 1; E. T. Jaynes, Phys. Rev. 106 (1957)",
                1e-5,
                (subject, s) -> {
                    double[] p = subject.project(s.base, s.features, s.moments);
                    double least = kl(p, s.base);
                    Finding finding = Finding.nothing("no step");
                    for (double t : new double[] {-STEP, STEP}) {
                        double[] beside = Grid.mix(1 - t, p, s.member, t);
                        if (Arrays.stream(beside).allMatch(x -> x > 0)) {
                            double there = kl(beside, s.base);
                            finding = finding.or(
                                    Comparison.atMost(least, there, 8 * p.length, s.detail(p, least, there)));
                        }
                    }
                    return finding;
                });
    }

    private static Law<ProjectionSubject> transitivity() {
        return law(
                "projection-transitivity",
                "first for some of the moments, then for all of them, is the projection for all of them: p* of q is that of its own projection",
                SOURCE + "theorem 2.3",
                1e-10,
                (subject, s) -> {
                    double[] direct = subject.project(s.base, s.features, s.moments);
                    double[] first =
                            subject.project(s.base, new double[][] {s.features[0]}, new double[] {s.moments[0]});
                    double[] second = subject.project(first, s.features, s.moments);
                    double off = 0;
                    for (int i = 0; i < direct.length; i++) {
                        off = Math.max(off, Math.abs(direct[i] - second[i]));
                    }
                    return new Finding(
                            off,
                            1e3 * Rounding.ofTerms(direct.length, 1),
                            true,
                            s.detail(second, direct[0], second[0]));
                });
    }
}
