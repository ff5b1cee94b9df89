package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import org.legendre.properties.FiniteDivergenceSubject.Trait;
import org.legendre.properties.Sample.Spread;

/** How divergences of finite distributions go along with what is done to the classes. */
final class FiniteLaws {
    private FiniteLaws() {}

    static List<Law<FiniteDivergenceSubject>> all() {
        return List.of(
                permutation(), sufficiency(), processing(), convexity(), separability(), chainRule(), additivity());
    }

    private static Law<FiniteDivergenceSubject> law(
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<FiniteDivergenceSubject, Sample, Finding> examination) {
        return Law.forAll(FiniteDivergenceSubject.class, id, statement, source, resolution, examination);
    }

    private static Law<FiniteDivergenceSubject> permutation() {
        return law(
                "permutation",
                "D(πp‖πq) = D(p‖q) for every permutation π of the classes",
                "N. N. Čencov, Statistical Decision Rules and Optimal Inference (1982): invariance under congruent embeddings",
                1e-12,
                (subject, sample) -> {
                    double[] p = Grid.fine(sample.point());
                    double[] q = Grid.fine(sample.second());
                    return equal(subject, p, q, () -> subject.between(Grid.turned(p, 1), Grid.turned(q, 1)));
                });
    }

    private static Law<FiniteDivergenceSubject> sufficiency() {
        return law(
                "sufficiency",
                "D(p‖q) is what it was after a class is split in the same proportion in p and in q: the class is sufficient",
                "S. Kullback and R. A. Leibler (1951), section 4",
                1e-12,
                (subject, sample) -> {
                    double[] p = Grid.fine(sample.point());
                    double[] q = Grid.fine(sample.second());
                    return equal(subject, p, q, () -> subject.between(Grid.split(p), Grid.split(q)));
                });
    }

    private static Finding equal(
            FiniteDivergenceSubject subject, double[] p, double[] q, Supplier<Double> transformed) {
        double before = subject.between(p, q);
        double after = transformed.get();
        return Comparison.equal(after, before, p.length, detail(p, q, "D before", before, "after", after));
    }

    private static Law<FiniteDivergenceSubject> processing() {
        return law(
                        "data-processing",
                        "D(pW‖qW) ≤ D(p‖q) for every Markov kernel W, if monotony is claimed",
                        "I. Csiszár (1967); for Rényi's T. van Erven and P. Harremoës (2014), theorem 9",
                        1e-12,
                        (subject, sample) -> {
                            double[] p = Grid.fine(sample.point());
                            double[] q = Grid.fine(sample.second());
                            int k = p.length;
                            Finding merged = processed(subject, Grid.split(p), Grid.split(q), Grid.merge(k));
                            double[][] fewer = Grid.kernel(sample.direction(), k, k - 1);
                            double[][] more = Grid.kernel(Grid.turned(sample.direction(), 1), k, k + 1);
                            return merged.or(processed(subject, p, q, fewer)).or(processed(subject, p, q, more));
                        })
                .where(subject -> subject.claims(Trait.MONOTONE));
    }

    private static Finding processed(FiniteDivergenceSubject subject, double[] p, double[] q, double[][] kernel) {
        double before = subject.between(p, q);
        double after = subject.between(Grid.push(p, kernel), Grid.push(q, kernel));
        return Comparison.atMost(
                after,
                before,
                p.length + 1,
                () -> detail(p, q, "D(p‖q)", before, "D(pW‖qW)", after).get() + ", W = " + Arrays.deepToString(kernel));
    }

    private static Law<FiniteDivergenceSubject> convexity() {
        return law(
                        "joint-convexity",
                        "D(wp + (1−w)r ‖ wq + (1−w)s) ≤ w D(p‖q) + (1−w) D(r‖s) for 0 ≤ w ≤ 1, if joint convexity is claimed",
                        "T. M. Cover and J. A. Thomas (2006), theorem 2.7.2; for Rényi's of order ≤ 1 T. van Erven and P. Harremoës (2014),"
                                + " theorem 11",
                        1e-12,
                        (subject, sample) -> {
                            Four x = new Four(sample, Grid.FINE);
                            double bound =
                                    x.weight * subject.between(x.p, x.q) + (1 - x.weight) * subject.between(x.r, x.s);
                            double mixed = subject.between(Grid.mix(x.weight, x.p, x.r), Grid.mix(x.weight, x.q, x.s));
                            double apart = subject.between(x.blocks(x.p, x.r), x.blocks(x.q, x.s));
                            return Comparison.atMost(mixed, bound, x.p.length, x.detail(bound, mixed))
                                    .or(Comparison.atMost(apart, bound, 2 * x.p.length, x.detail(bound, apart)));
                        })
                .where(subject -> subject.claims(Trait.JOINTLY_CONVEX));
    }

    private static Law<FiniteDivergenceSubject> separability() {
        return law(
                        "separability",
                        "D(wp ⊕ (1−w)r ‖ wq ⊕ (1−w)s) = w D(p‖q) + (1−w) D(r‖s) on separate blocks of classes, for an f-divergence",
                        "I. Csiszár (1967): a sum over classes of homogeneous terms",
                        1e-12,
                        (subject, sample) -> {
                            Four x = new Four(sample, Grid.FINE);
                            double mean =
                                    x.weight * subject.between(x.p, x.q) + (1 - x.weight) * subject.between(x.r, x.s);
                            double whole = subject.between(x.blocks(x.p, x.r), x.blocks(x.q, x.s));
                            return Comparison.equal(whole, mean, 2 * x.p.length, x.detail(mean, whole));
                        })
                .where(subject -> subject.claims(Trait.SEPARABLE));
    }

    private static Law<FiniteDivergenceSubject> chainRule() {
        Law<FiniteDivergenceSubject> law = law(
                "chain-rule",
                "D(p_XY‖q_XY) = D(p_X‖q_X) + Σ p(x) D(p_Y|x‖q_Y|x), if the chain rule is claimed, as of KL",
                "T. M. Cover and J. A. Thomas (2006), theorem 2.5.3",
                1e-12,
                (subject, sample) -> {
                    double[] p = Grid.coarse(sample.point());
                    double[] q = Grid.coarse(sample.second());
                    double[][] ofP = Grid.kernel(sample.direction(), p.length, 3);
                    double[][] ofQ = Grid.kernel(sample.displacement(), p.length, 3);
                    double sum = subject.between(p, q);
                    for (int i = 0; i < p.length; i++) {
                        sum += p[i] == 0 ? 0 : p[i] * subject.between(ofP[i], ofQ[i]);
                    }
                    double whole = subject.between(Grid.joint(p, ofP), Grid.joint(q, ofQ));
                    return Comparison.equal(
                            whole, sum, 3 * p.length, detail(p, q, "D of pairs", whole, "the sum", sum));
                });
        return law.on(Spread.MODERATE, Spread.WIDE).where(subject -> subject.claims(Trait.CHAIN_RULE));
    }

    private static Law<FiniteDivergenceSubject> additivity() {
        Law<FiniteDivergenceSubject> law = law(
                "additivity",
                "D(p×r‖q×s) = D(p‖q) + D(r‖s), if additivity is claimed, as of KL and Rényi's",
                "A. Rényi (1961); T. van Erven and P. Harremoës (2014), theorem 28",
                1e-12,
                (subject, sample) -> {
                    Four x = new Four(sample, Grid.COARSE);
                    double sum = subject.between(x.p, x.q) + subject.between(x.r, x.s);
                    double product = subject.between(Grid.product(x.p, x.r), Grid.product(x.q, x.s));
                    return Comparison.equal(product, sum, x.p.length * x.p.length, x.detail(sum, product));
                });
        return law.on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME).where(subject -> subject.claims(Trait.ADDITIVE));
    }

    private static Supplier<String> detail(
            double[] p, double[] q, String first, double one, String second, double other) {
        return () -> "p = " + Arrays.toString(p) + ", q = " + Arrays.toString(q) + ": " + first + " = " + one + ", "
                + second + " = " + other;
    }

    /** Two pairs and a weight. */
    private static final class Four {
        private final double[] p;
        private final double[] q;
        private final double[] r;
        private final double[] s;
        private final double weight;

        Four(Sample sample, int bits) {
            p = Grid.distribution(sample.point(), bits);
            q = Grid.distribution(sample.second(), bits);
            r = Grid.distribution(sample.direction(), bits);
            s = Grid.distribution(Rounding.axpy(1, sample.displacement(), sample.direction()), bits);
            weight = Grid.weight(sample.direction()[0] - sample.point()[0]);
        }

        double[] blocks(double[] first, double[] second) {
            return Grid.blocks(weight, first, second);
        }

        Supplier<String> detail(double parts, double whole) {
            return () -> "w = " + weight + ", p = " + Arrays.toString(p) + ", q = " + Arrays.toString(q) + ", r = "
                    + Arrays.toString(r) + ", s = " + Arrays.toString(s) + ": of the parts " + parts + ", of the whole "
                    + whole;
        }
    }
}
