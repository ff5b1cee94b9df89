package org.legendre.properties;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** What log densities are made of, and what entropies and divergences are by their definitions. */
final class DensityLaws {
    /** Draws at which a density is looked at. */
    private static final int DRAWS = 6;

    private DensityLaws() {}

    static List<Law<ObservationSubject>> all() {
        return List.of(parts(), entropy(), kullbackLeibler(), skewedJensen());
    }

    private static Law<ObservationSubject> parts() {
        Law<ObservationSubject> law = Law.forAll(
                ObservationSubject.class,
                "density-parts",
                "log p(x; θ) = log h(x) + ⟨θ, T(x)⟩ − ψ(θ), at draws from p and from another member",
                "O. Barndorff-Nielsen, Information and Exponential Families (1978), chapter 8",
                1e-12,
                (subject, sample) -> Points.pair(
                        subject.family(),
                        sample,
                        (p, q) -> Chance.drawn(subject, p.theta, sample, DRAWS, near -> parts(subject, p, near))
                                .or(Chance.drawn(subject, q.theta, sample, DRAWS, far -> parts(subject, p, far)))));
        return law.on(Spread.MODERATE, Spread.WIDE).costly(4);
    }

    private static Finding parts(ObservationSubject subject, Point p, List<Object> draws) {
        double psi = subject.family().value(p.theta);
        double[] uncertainty = p.uncertainty();
        ToDoubleFunction<Object> density = subject.logDensity(p.theta);
        return draws.stream()
                .map(x -> part(subject, p, psi, uncertainty, density, x))
                .reduce(Finding.nothing("no draws"), Finding::or);
    }

    private static Finding part(
            ObservationSubject subject,
            Point p,
            double psi,
            double[] uncertainty,
            ToDoubleFunction<Object> density,
            Object x) {
        double base = subject.logBaseMeasure(x);
        double[] statistic = subject.statistic(x);
        double log = density.applyAsDouble(x);
        double sum = base + Rounding.dot(p.theta, statistic) - psi;
        double size = 1 + Math.abs(base) + Rounding.absoluteDot(p.theta, statistic) + Math.abs(psi);
        double moved = Rounding.absoluteDot(uncertainty, Rounding.minus(statistic, p.eta));
        return Finding.of(
                Math.abs(log - sum),
                Rounding.ofTerms(p.size(), Math.max(p.condition, Chance.condition(x)) * size) + moved,
                size,
                () -> "θ = " + p + ", x = " + x + ": log p = " + log + ", log h + ⟨θ, T⟩ − ψ = " + sum);
    }

    private static Law<ObservationSubject> entropy() {
        Law<ObservationSubject> law = MomentLaws.integral(
                "entropy-definition",
                "H(p) = −E_p[log p], with respect to the reference measure of the density",
                "C. E. Shannon (1948), sections 6 and 20",
                1e-12,
                (subject, sample) -> Chance.integrated(subject, sample, (p, averages) -> {
                    double entropy = subject.entropy(p.theta);
                    double scale = 1 + Math.abs(entropy);
                    ToDoubleFunction<Object> density = subject.logDensity(p.theta);
                    Estimate excess = averages.of(x -> (density.applyAsDouble(x) + entropy) / scale);
                    double size = p.valueSize() + Math.abs(entropy);
                    return Finding.of(
                            Math.abs(excess.value()),
                            excess.error() + averages.rounding + Rounding.ofTerms(p.size(), size) / scale,
                            1,
                            () -> "θ = " + p + ": H = " + entropy + ", −E[log p] − H = " + excess + " times " + -scale);
                }));
        // Further out E[log h] may be thousands of times the entropy, which an entropy by quadrature feels.
        return law.on(Spread.MODERATE, Spread.WIDE);
    }

    private static Law<ObservationSubject> kullbackLeibler() {
        return MomentLaws.integral(
                "kl-definition",
                "KL(p‖q) = E_p[log p − log q]: the expectation is under the first argument",
                "S. Kullback and R. A. Leibler (1951), eq. (2.4)",
                1e-12,
                (subject, sample) -> Chance.integrated(subject, sample, (p, averages) -> {
                    double[] theta = subject.domain().fromChart(sample.second());
                    if (!subject.resolves(theta)) {
                        return Finding.nothing("a point is beyond the range of binary64");
                    }
                    Point q = new Point(subject.family().potential(), theta);
                    double kl = subject.family().kl(p.theta, q.theta);
                    double scale = 1 + kl;
                    ToDoubleFunction<Object> first = subject.logDensity(p.theta);
                    ToDoubleFunction<Object> second = subject.logDensity(q.theta);
                    Estimate excess = averages.of(x -> (first.applyAsDouble(x) - second.applyAsDouble(x) - kl) / scale);
                    double terms = averages.rounding + averages.rounding(subject, q);
                    return Finding.of(
                            Math.abs(excess.value()),
                            excess.error() + (terms + Point.klRounding(p, q, kl)) / scale,
                            kl / scale,
                            () -> "θ_p = " + p + ", θ_q = " + q + ": KL(p‖q) = " + kl + ", E_p[log p/q] − KL = "
                                    + excess + " times " + scale);
                }));
    }

    private static Law<ObservationSubject> skewedJensen() {
        return MomentLaws.integral(
                "skewed-jensen-definition",
                "∫ p^α q^(1−α) dμ = exp(−J_α(p, q)) for 0 < α < 1, α the weight of the first argument",
                "F. Nielsen and S. Boltz, The Burbea–Rao and Bhattacharyya centroids, IEEE Trans. Inf. Theory 57 (2011)",
                1e-12,
                (subject, sample) -> Points.pair(subject.family(), sample, (p, q) -> {
                    double alpha = 1 / (1 + Math.exp(-sample.direction()[0]));
                    double[] between = p.theta.clone();
                    for (int i = 0; i < between.length; i++) {
                        between[i] = alpha * p.theta[i] + (1 - alpha) * q.theta[i];
                    }
                    if (!subject.resolves(between)) {
                        return Finding.nothing("the point between is beyond the range of binary64");
                    }
                    Point m = new Point(subject.family().potential(), between);
                    Averages averages = new Averages(subject, m);
                    double jensen = subject.skewedJensen(p.theta, q.theta, alpha);
                    ToDoubleFunction<Object> first = subject.logDensity(p.theta);
                    ToDoubleFunction<Object> second = subject.logDensity(q.theta);
                    // p^α q^(1−α) e^J is the density of the member between the two.
                    Estimate one = subject.space()
                            .orElseThrow()
                            .total(
                                    x -> Math.exp(geometric(first, second, alpha, x) + jensen),
                                    new double[0],
                                    between,
                                    p.theta,
                                    q.theta);
                    double terms = averages.rounding(subject, p) + averages.rounding(subject, q);
                    double moved = alpha * Rounding.absoluteDot(p.uncertainty(), Rounding.minus(p.eta, m.eta))
                            + (1 - alpha) * Rounding.absoluteDot(q.uncertainty(), Rounding.minus(q.eta, m.eta));
                    return Finding.of(
                            Math.abs(one.value() - 1),
                            one.error() + terms + moved + Rounding.ofTerms(p.size(), Math.abs(jensen)),
                            Math.min(1, jensen),
                            () -> "θ_p = " + p + ", θ_q = " + q + ", α = " + alpha + ": J = " + jensen
                                    + ", e^J ∫ p^α q^(1−α) = " + one);
                }));
    }

    private static double geometric(
            ToDoubleFunction<Object> first, ToDoubleFunction<Object> second, double alpha, Object x) {
        double p = first.applyAsDouble(x);
        double q = second.applyAsDouble(x);
        return p == Double.NEGATIVE_INFINITY || q == Double.NEGATIVE_INFINITY
                ? Double.NEGATIVE_INFINITY
                : alpha * p + (1 - alpha) * q;
    }
}
