package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.legendre.properties.Sample.Spread;

/** What is true of every divergence. */
final class DivergenceLaws {
    /** A relative difference of D(p, q) and D(q, p) above this is a witness of asymmetry. */
    private static final double WITNESS = 1e-10;

    private DivergenceLaws() {}

    static List<Law<DivergenceSubject>> all() {
        return List.of(nonnegative(), definite(), asymmetric(), symmetric());
    }

    private static Law<DivergenceSubject> nonnegative() {
        return Law.forAll(
                DivergenceSubject.class,
                "nonnegative",
                "D(p, q) ≥ 0 for all p, q, without any allowance for rounding",
                "S. Kullback and R. A. Leibler (1951), section 3 (Gibbs' inequality)",
                1e-15,
                (subject, sample) -> examine(subject, sample, (p, q) -> {
                    double there = subject.between(p, q);
                    double back = subject.between(q, p);
                    return new Finding(
                            Math.max(0, Math.max(-there, -back)),
                            0,
                            Double.isFinite(there) && Double.isFinite(back) && !subject.same(p, q),
                            detail(p, q, there, back));
                }));
    }

    private static Law<DivergenceSubject> definite() {
        return Law.forAll(
                DivergenceSubject.class,
                "definite",
                "D(p, p) = 0, and D(p, q) > 0 for all distinct p, q, however near",
                "S. Kullback and R. A. Leibler (1951), section 3",
                1e-15,
                (subject, sample) -> examine(subject, sample, (p, q) -> {
                    double self = subject.between(p, p.clone());
                    double there = subject.between(p, q);
                    double back = subject.between(q, p);
                    // Of coordinates that round to one member, a divergence may or may not know the difference.
                    boolean same = subject.same(p, q);
                    boolean right = same ? there >= 0 && back >= 0 : there > 0 && back > 0;
                    return new Finding(
                            right ? Math.abs(self) : 1,
                            0,
                            !same,
                            () -> detail(p, q, there, back).get() + ", D(p, p) = " + self);
                }));
    }

    private static Law<DivergenceSubject> asymmetric() {
        Law<DivergenceSubject> law = Law.exists(
                DivergenceSubject.class,
                "asymmetric",
                "there are p, q with D(p, q) ≠ D(q, p), unless symmetry is declared",
                "S. Kullback and R. A. Leibler (1951), section 2: I(1:2), which J(1,2) = I(1:2) + I(2:1) symmetrises",
                1e-9,
                (subject, sample) -> difference(subject, sample, WITNESS));
        return law.on(Spread.MODERATE, Spread.WIDE).where(subject -> !subject.symmetric());
    }

    private static Law<DivergenceSubject> symmetric() {
        Law<DivergenceSubject> law = Law.forAll(
                DivergenceSubject.class,
                "symmetric",
                "D(p, q) = D(q, p) for all p, q, if symmetry is declared",
                "S. Kullback, Information Theory and Statistics (1959), chapter 9: normals of one covariance",
                1e-12,
                (subject, sample) -> difference(subject, sample, 0));
        return law.where(DivergenceSubject::symmetric);
    }

    /** |D(p, q) − D(q, p)|, with the rounding of p − q in its bound. */
    private static Finding difference(DivergenceSubject subject, Sample sample, double threshold) {
        return examine(subject, sample, (p, q) -> {
            double there = subject.between(p, q);
            double back = subject.between(q, p);
            double scale = Math.abs(there) + Math.abs(back);
            if (Double.isInfinite(scale) || scale == 0 || subject.same(p, q)) {
                return Finding.nothing("p and q are the same or infinitely far, or D underflows");
            }
            double far = 0;
            double size = 0;
            for (int i = 0; i < p.length; i++) {
                far += Math.abs(p[i] - q[i]);
                size += Math.abs(p[i]) + Math.abs(q[i]);
            }
            double bound = threshold * scale + Rounding.ofTerms(p.length, scale * (1 + size / far));
            return new Finding(
                    Math.abs(there - back),
                    bound,
                    bound <= Math.max(2 * threshold, Finding.SHARP) * scale,
                    detail(p, q, there, back));
        });
    }

    private static Supplier<String> detail(double[] p, double[] q, double there, double back) {
        return () -> "p = " + Arrays.toString(p) + ", q = " + Arrays.toString(q) + ": D(p, q) = " + there
                + ", D(q, p) = " + back;
    }

    /** What a law finds at two points of the domain. */
    interface OnPair {
        Finding at(double[] p, double[] q);
    }

    static Finding examine(DivergenceSubject subject, Sample sample, OnPair law) {
        double[] p = subject.domain().fromChart(sample.point());
        double[] q = subject.domain().fromChart(sample.second());
        return subject.resolves(p) && subject.resolves(q)
                ? law.at(p, q)
                : Finding.nothing("a point is beyond the range of binary64");
    }
}
