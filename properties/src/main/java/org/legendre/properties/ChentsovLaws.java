package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** The Fisher metric is invariant under sufficient statistics and contracts when observations are coarse-grained. */
final class ChentsovLaws {
    private static final double SHARP = 1e-8;

    private ChentsovLaws() {}

    static List<Law<ObservationSubject>> all() {
        return List.of(coarse(), sufficient());
    }

    private static Law<ObservationSubject> coarse() {
        return Tangent.law(
                1,
                "fisher-coarse",
                "for observations known by their bin B only, I_B = Σ (∂_v P_B)²/P_B ≤ vᵀG(θ)v, and what is lost is E[Var(score | B)]",
                "N. N. Chentsov, Statistical Decision Rules and Optimal Inference (1982); C. R. Rao, Linear Statistical Inference (1973), section 5a.4",
                1e-10,
                (tangent, stencil) -> {
                    double middle = 0.5 * Math.tanh(tangent.sample.displacement()[0]);
                    SampleSpace space = tangent.subject.space().orElseThrow();
                    return coarse(tangent, stencil, space.divide(tangent.p.theta, middle - 0.4, middle + 0.4));
                });
    }

    private static Finding coarse(Tangent tangent, Stencil stencil, double[] cuts) {
        ObservationSubject subject = tangent.subject;
        Point p = tangent.p;
        Averages averages = tangent.averages;
        SampleSpace space = subject.space().orElseThrow();
        int bins = cuts.length + 1;
        double binned = 0;
        double error = 0;
        double[] means = new double[bins];
        for (int b = 0; b < bins; b++) {
            int bin = b;
            ToDoubleFunction<Object> inside = x -> bin(cuts, space.position(x)) == bin ? 1 : 0;
            Estimate mass = averages.square(inside, cuts);
            // ∂_v P_B by extrapolating the integral of the density over the bin.
            Estimate slope = stencil.limit(t -> averages.rise(subject, p, tangent.v, t, inside, cuts));
            if (Double.isInfinite(slope.error())) {
                return Finding.nothing("an integral is not resolved");
            }
            if (mass.value() > 0) {
                means[b] = slope.value() / mass.value();
                binned += slope.value() * means[b];
                error += 2 * Math.abs(means[b]) * slope.error() + means[b] * means[b] * mass.error();
            }
        }
        Estimate lost = averages.square(x -> tangent.score(x) - means[bin(cuts, space.position(x))], cuts);
        double total = binned + lost.value();
        double information = binned;
        double bound = error + lost.error() + Chance.rounding(p, tangent.v) + Rounding.ofTerms(p.size(), p.condition);
        double excess = Math.max(0, information - 1);
        return Finding.of(
                Math.max(Math.abs(total - 1), excess),
                bound,
                1,
                SHARP,
                () -> tangent + ", bins cut at " + Arrays.toString(cuts) + ": I_B = " + information + ", lost " + lost);
    }

    private static int bin(double[] cuts, double position) {
        int bin = 0;
        while (bin < cuts.length && position > cuts[bin]) {
            bin++;
        }
        return bin;
    }

    private static Law<ObservationSubject> sufficient() {
        Law<ObservationSubject> law = MomentLaws.integral(
                "fisher-sufficient",
                "the Fisher information of the sum T(X) + T(Y) of two independent observations is that of the pair, 2vᵀG(θ)v",
                "N. N. Chentsov, Statistical Decision Rules and Optimal Inference (1982); R. A. Fisher (1925)",
                1e-10,
                (subject, sample) -> Points.point(subject.family(), sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    List<Object> points = subject.space().orElseThrow().points();
                    double size = 0;
                    for (Object x : points) {
                        size = Math.max(
                                size,
                                Math.abs(subject.logBaseMeasure(x))
                                        + Rounding.absoluteDot(p.theta, subject.statistic(x)));
                    }
                    double unit = Rounding.ofTerms(
                                    p.size(),
                                    1 + size + Math.abs(subject.family().value(p.theta)))
                            + Rounding.absoluteDot(p.uncertainty(), p.units);
                    Stencil stencil = Stencil.of(subject, p, v, 1, unit);
                    if (stencil == null) {
                        return Finding.nothing("no direction or no room to step");
                    }
                    return sufficient(subject, p, v, points, stencil, unit);
                }));
        return law.on(Spread.MODERATE, Spread.WIDE)
                .where(subject -> subject.space().isPresent()
                        && !subject.space().orElseThrow().points().isEmpty());
    }

    private static Finding sufficient(
            ObservationSubject subject, Point p, double[] v, List<Object> points, Stencil stencil, double unit) {
        Map<String, List<int[]>> levels = new TreeMap<>();
        for (int i = 0; i < points.size(); i++) {
            for (int j = 0; j < points.size(); j++) {
                double[] sum = Rounding.axpy(1, subject.statistic(points.get(i)), subject.statistic(points.get(j)));
                levels.computeIfAbsent(Arrays.toString(sum), key -> new ArrayList<>())
                        .add(new int[] {i, j});
            }
        }
        List<List<int[]>> sums = List.copyOf(levels.values());
        double[] here = probabilities(subject, p.theta, points, sums);
        double[] slopes = new double[here.length];
        double error = 0;
        double information = 0;
        for (int k = 0; k < here.length; k++) {
            int level = k;
            Estimate slope =
                    stencil.derivative(theta -> probabilities(subject, theta, points, sums)[level], 2 * here[k] * unit);
            if (here[k] > 0) {
                slopes[k] = slope.value() / here[k];
                information += slope.value() * slopes[k];
                error += 2 * Math.abs(slopes[k]) * slope.error();
            }
        }
        double sum = information;
        return Finding.of(
                Math.abs(0.5 * sum - 1),
                error + 2 * unit + Rounding.ofTerms(p.size(), p.condition),
                1,
                100 * SHARP,
                () -> Chance.at(p, v) + ", of Fisher length 1: half the information of T(X) + T(Y) is " + 0.5 * sum);
    }

    /** The probabilities of the values of T(X) + T(Y). */
    private static double[] probabilities(
            ObservationSubject subject, double[] theta, List<Object> points, List<List<int[]>> sums) {
        double[] single = points.stream()
                .mapToDouble(x -> Math.exp(subject.logDensity(theta).applyAsDouble(x)))
                .toArray();
        return sums.stream()
                .mapToDouble(pairs -> pairs.stream()
                        .mapToDouble(pair -> single[pair[0]] * single[pair[1]])
                        .sum())
                .toArray();
    }
}
