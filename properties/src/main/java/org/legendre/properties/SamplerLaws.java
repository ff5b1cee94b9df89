package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.legendre.geometry.Estimate;
import org.legendre.properties.Sample.Spread;

/** Draws come from the member that they are said to come from. These laws speak of chance: they are wrong once in 10⁹ samples, by theorems that hold for every n. */
final class SamplerLaws {
    private static final int COST = 20;
    private static final int DRAWS = 2000;
    /** The probability of a false alarm at one sample. */
    private static final double LEVEL = 1e-9;
    /** How many values of the distribution function are integrated. */
    private static final int CHECKPOINTS = 16;
    /** Members that are known to fewer Fisher lengths than this have no draws to speak of. */
    private static final double KNOWN = 1e-6;

    private SamplerLaws() {}

    static List<Law<ObservationSubject>> all() {
        return List.of(moments(), fit());
    }

    private static Law<ObservationSubject> moments() {
        Law<ObservationSubject> law = Law.forAll(
                ObservationSubject.class,
                "sampler-moments",
                "P(⟨v, T̄ − η⟩ ≥ δ) ≤ exp(−n sup_s [sδ − D_ψ(θ+sv, θ)]) for the mean T̄ of n draws, both ways; level 1e-9",
                "H. Chernoff (1952), theorem 1, with the cumulant function of an exponential family",
                0.3,
                (subject, sample) -> Points.point(subject.family(), sample, p -> {
                    double[] v = Rounding.unit(p.fisher, sample.direction());
                    if (Points.zero(v) || !(Rounding.absoluteDot(p.uncertainty(), p.units) < KNOWN)) {
                        return Finding.nothing("no direction, or a member that rounds too much");
                    }
                    return Chance.drawn(subject, p.theta, sample, DRAWS, draws -> {
                        double mean = 0;
                        for (Object x : draws) {
                            mean += Chance.standardised(subject, p, v, x) / draws.size();
                        }
                        double deviation = mean;
                        double rate = rate(subject, p, v, mean);
                        return new Finding(
                                draws.size() * rate,
                                Math.log(2 / LEVEL),
                                true,
                                () -> Chance.at(p, v) + ": mean of ⟨v, T − η⟩ over " + draws.size() + " draws = "
                                        + deviation + ", −log P ≥ n·" + rate);
                    });
                }));
        return law.on(Spread.MODERATE, Spread.WIDE).costly(COST);
    }

    /** A lower bound of sup_s [sδ − D_ψ(θ + sv, θ)] with D_ψ(θ + sv, θ) = KL(θ‖θ + sv): for a normal the supremum is at s = δ. */
    private static double rate(ObservationSubject subject, Point p, double[] v, double deviation) {
        double best = 0;
        for (int k = -16; k <= 16; k++) {
            double s = deviation * Math.pow(2, 0.5 * k);
            double[] tilted = Rounding.axpy(s, v, p.theta);
            if (subject.resolves(tilted)) {
                best = Math.max(best, s * deviation - subject.family().kl(p.theta, tilted));
            }
        }
        return best;
    }

    private static Law<ObservationSubject> fit() {
        Law<ObservationSubject> law = Law.forAll(
                ObservationSubject.class,
                "sampler-fit",
                "P(sup |Fₙ − F| > ε) ≤ 2 exp(−2nε²) for the distribution function Fₙ of n draws and the integral F of the density; level 1e-9",
                "A. Dvoretzky, J. Kiefer and J. Wolfowitz (1956); P. Massart (1990), Ann. Probab. 18, corollary 1",
                0.3,
                (subject, sample) -> Chance.integrated(
                        subject,
                        sample,
                        (p, averages) -> averages.displaced < KNOWN
                                ? Chance.drawn(subject, p.theta, sample, DRAWS, draws -> fit(subject, p, draws))
                                : Finding.nothing("a member that rounds too much")));
        return law.on(Spread.MODERATE, Spread.WIDE)
                .costly(COST)
                .where(subject -> subject.space().isPresent());
    }

    private static Finding fit(ObservationSubject subject, Point p, List<Object> draws) {
        SampleSpace space = subject.space().orElseThrow();
        ToDoubleFunction<Object> density = subject.logDensity(p.theta);
        double[] sorted = draws.stream().mapToDouble(space::position).sorted().toArray();
        double allowed = Math.sqrt(0.5 * Math.log(2 / LEVEL) / sorted.length);
        Finding worst = Finding.nothing("no draws");
        for (double c : IntStream.range(0, CHECKPOINTS)
                .mapToDouble(k -> sorted[(2 * k + 1) * sorted.length / (2 * CHECKPOINTS)])
                .distinct()
                .toArray()) {
            // On a lattice the cut is between the points.
            double cut = c == Math.rint(c) ? c + 0.5 : c;
            Estimate below = space.total(
                    x -> space.position(x) <= cut ? Math.exp(density.applyAsDouble(x)) : 0,
                    new double[] {cut},
                    p.theta);
            double empirical = Arrays.stream(sorted).filter(x -> x <= cut).count() / (double) sorted.length;
            worst = worst.or(
                    below.error() < allowed
                            ? new Finding(
                                    Math.abs(empirical - below.value()),
                                    allowed + below.error(),
                                    true,
                                    () -> "θ = " + p + ": P(X ≤ " + cut + ") = " + below + ", of " + sorted.length
                                            + " draws " + empirical)
                            : Finding.nothing("the distribution function is not resolved"));
        }
        return worst;
    }
}
