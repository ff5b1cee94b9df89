package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** The derivatives of ψ are the cumulants of the statistic under the density. */
final class MomentLaws {
    /** A few samples are enough, for each integrates. */
    private static final int COST = 8;
    /** The error that an extrapolated third derivative states, ten times. */
    private static final double THIRD = 1e-9;

    private MomentLaws() {}

    static List<Law<ObservationSubject>> all() {
        return List.of(normalised(), mean(), covariance(), third());
    }

    private static Law<ObservationSubject> normalised() {
        return integral(
                "density-normalised",
                "∫ p(x; θ) dμ(x) = 1",
                "O. Barndorff-Nielsen, Information and Exponential Families (1978), chapter 8",
                1e-12,
                (subject, sample) -> Chance.integrated(subject, sample, (p, averages) -> {
                    Estimate one = averages.one();
                    return Finding.of(
                            Math.abs(one.value() - 1), one.error(), 1, () -> "θ = " + p + ": ∫ p dμ = " + one);
                }));
    }

    private static Law<ObservationSubject> mean() {
        return integral(
                "mean-statistic",
                "E[T] = ∇ψ(θ), by integrating ⟨v, T − ∇ψ(θ)⟩ over the density",
                "O. Barndorff-Nielsen, Information and Exponential Families (1978), Theorem 8.1",
                1e-12,
                (subject, sample) -> Chance.integrated(subject, sample, (p, averages) -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    if (Points.zero(v)) {
                        return Finding.nothing("no direction");
                    }
                    Estimate mean = averages.of(x -> Chance.standardised(subject, p, v, x));
                    return Finding.of(
                            Math.abs(mean.value()),
                            mean.error() + Chance.rounding(p, v),
                            1,
                            () -> Chance.at(p, v) + ": E⟨v, T − ∇ψ⟩ = " + mean);
                }));
    }

    private static Law<ObservationSubject> covariance() {
        return integral(
                "covariance-statistic",
                "E[⟨v, T − η⟩⟨w, T − η⟩] = vᵀ∇²ψ(θ)w: the Fisher metric is the covariance of T under the density",
                "O. Barndorff-Nielsen, Information and Exponential Families (1978), Theorem 8.1",
                1e-12,
                (subject, sample) -> Chance.integrated(subject, sample, (p, averages) -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    double[] w = Rounding.unit(p.fisher, sample.displacement());
                    if (Points.zero(v) || Points.zero(w)) {
                        return Finding.nothing("no direction");
                    }
                    Estimate product = averages.of(
                            x -> Chance.standardised(subject, p, v, x) * Chance.standardised(subject, p, w, x));
                    double[] lowered = Rounding.multiply(p.fisher, w);
                    double fisher = Rounding.dot(v, lowered);
                    double size = p.condition * (Rounding.absoluteDot(v, lowered) + Rounding.absoluteDot(p.units, v));
                    return Finding.of(
                            Math.abs(product.value() - fisher),
                            product.error()
                                    + Chance.rounding(p, v)
                                    + Chance.rounding(p, w)
                                    + Rounding.ofTerms(p.size(), size),
                            1,
                            () -> Chance.at(p, v) + ", w = " + Arrays.toString(w) + ": covariance " + product
                                    + ", vᵀGw = " + fisher);
                }));
    }

    private static Law<ObservationSubject> third() {
        return integral(
                "third-cumulant",
                "E[⟨v, T − η⟩²⟨w, T − η⟩] = ∇³ψ(θ)[v, v, w]: the Amari–Chentsov tensor is the third cumulant of T",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 2.3, eq. (2.21)",
                1e-8,
                (subject, sample) -> Chance.integrated(subject, sample, (p, averages) -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    double[] w = Rounding.unit(p.fisher, sample.displacement());
                    if (Points.zero(v) || Points.zero(w)) {
                        return Finding.nothing("no direction");
                    }
                    Estimate product = averages.of(x -> {
                        double z = Chance.standardised(subject, p, v, x);
                        return z * z * Chance.standardised(subject, p, w, x);
                    });
                    double[] covector = subject.third(p.theta, v, v);
                    double third = Rounding.dot(covector, w);
                    double length = Math.sqrt(p.fisher.inverseQuadratic(covector));
                    double bound = product.error()
                            + 3 * (Chance.rounding(p, v) + Chance.rounding(p, w))
                            + p.condition * THIRD * (1 + length);
                    return Finding.of(
                            Math.abs(product.value() - third),
                            bound,
                            1 + Math.abs(third),
                            100 * Finding.SHARP,
                            () -> Chance.at(p, v) + ", w = " + Arrays.toString(w) + ": third cumulant " + product
                                    + ", ∇³ψ[v, v, w] = " + third);
                }));
    }

    /** A law about densities that can be integrated, wherever they are resolved. */
    static Law<ObservationSubject> integral(
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<ObservationSubject, Sample, Finding> examination) {
        return Law.forAll(ObservationSubject.class, id, statement, source, resolution, examination)
                .on(Spread.MODERATE, Spread.WIDE, Spread.EXTREME)
                .costly(COST)
                .where(subject -> subject.space().isPresent());
    }
}
