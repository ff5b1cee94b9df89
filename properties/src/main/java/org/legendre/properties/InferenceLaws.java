package org.legendre.properties;

import java.util.Arrays;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.ToDoubleFunction;
import org.legendre.properties.Sample.Spread;

/** What data do to an estimate and to a prior. These laws hold for whatever data there are, so that draws of all families serve. */
final class InferenceLaws {
    private static final int COST = 8;
    /** Data for each coordinate, and besides. */
    private static final int DATA = 10;

    private InferenceLaws() {}

    static List<Law<ObservationSubject>> all() {
        return List.of(maximumLikelihood(), posterior(), batches());
    }

    private static Law<ObservationSubject> maximumLikelihood() {
        return data(
                "maximum-likelihood",
                "(1/n) Σ [log p(xᵢ; θ̂) − log p(xᵢ; θ)] = KL(θ̂‖θ) ≥ 0 for every θ: the estimate is the projection of the data that minimises the"
                        + " forward divergence",
                "S. Amari and H. Nagaoka, Methods of Information Geometry (2000), section 4.1; O. Barndorff-Nielsen (1978), section 9.3",
                1e-12,
                (subject, sample) -> Points.pair(
                        subject.family(),
                        sample,
                        (p, q) -> Chance.drawn(
                                subject, p.theta, sample, DATA * (1 + p.size()), data -> fitted(subject, q, data))));
    }

    private static Finding fitted(ObservationSubject subject, Point q, List<Object> data) {
        PotentialSubject psi = subject.family().potential();
        if (!psi.dualDomain().contains(mean(subject, data, q.size()))) {
            return Finding.nothing("the mean statistic of the data is on the boundary");
        }
        double[] eta = Chance.inferred(() -> subject.maximumLikelihood(data)).orElse(null);
        if (eta == null || !psi.dualDomain().contains(eta)) {
            return Finding.nothing("no member is the most likely, or one on the boundary");
        }
        double[] theta = Chance.inferred(() -> psi.conjugateGradient(eta)).orElse(null);
        if (theta == null || !subject.resolves(theta)) {
            return Finding.nothing("the estimate is beyond the range of binary64");
        }
        Point best = new Point(psi, theta);
        double kl = subject.family().kl(best.theta, q.theta);
        double gain = 0;
        double size = 0;
        ToDoubleFunction<Object> there = subject.logDensity(best.theta);
        ToDoubleFunction<Object> here = subject.logDensity(q.theta);
        for (Object x : data) {
            gain += (there.applyAsDouble(x) - here.applyAsDouble(x)) / data.size();
            size += (terms(subject, best, x) + terms(subject, q, x)) / data.size();
        }
        double difference = gain - kl;
        double moved = Rounding.absoluteDot(best.etaSize(), Rounding.minus(best.theta, q.theta));
        double bound = Rounding.ofTerms(q.size(), best.condition * size + moved) + Point.klRounding(best, q, kl);
        return Finding.of(
                Math.abs(difference),
                bound,
                1 + kl,
                () -> "data " + data + ", η̂ = " + Arrays.toString(eta) + ", θ = " + q + ": mean log-likelihood ratio "
                        + (difference + kl) + ", KL(θ̂‖θ) = " + kl);
    }

    private static double[] mean(ObservationSubject subject, List<Object> data, int n) {
        double[] mean = new double[n];
        for (Object x : data) {
            mean = Rounding.axpy(1.0 / data.size(), subject.statistic(x), mean);
        }
        return mean;
    }

    private static double terms(ObservationSubject subject, Point p, Object x) {
        double size = 1
                + Math.abs(subject.logBaseMeasure(x))
                + Rounding.absoluteDot(p.theta, subject.statistic(x))
                + Math.abs(p.subject.value(p.theta));
        return Chance.condition(x) * size;
    }

    private static Law<ObservationSubject> posterior() {
        return data(
                "conjugate-posterior",
                "log π(θ | x₁, …, xₙ) − log π(θ′ | x₁, …, xₙ) = log π(θ) − log π(θ′) + Σ [log p(xᵢ; θ) − log p(xᵢ; θ′)]: posterior ∝ likelihood ×"
                        + " prior",
                "P. Diaconis and D. Ylvisaker, Ann. Statist. 7 (1979), section 2",
                1e-12,
                (subject, sample) -> Points.pair(
                        subject.family(),
                        sample,
                        (p, q) -> Chance.drawn(subject, p.theta, sample, DATA, data -> {
                            double[] prior = prior(q, sample);
                            double[] posterior = Chance.inferred(() -> subject.posterior(prior, data))
                                    .orElse(null);
                            if (posterior == null) {
                                return Finding.nothing("no member has the mean of the posterior");
                            }
                            double before = log(subject, prior, p) - log(subject, prior, q);
                            double after = log(subject, posterior, p) - log(subject, posterior, q);
                            double ratio = 0;
                            double size = size(prior, p) + size(prior, q) + size(posterior, p) + size(posterior, q);
                            ToDoubleFunction<Object> first = subject.logDensity(p.theta);
                            ToDoubleFunction<Object> second = subject.logDensity(q.theta);
                            double moved = 0;
                            for (Object x : data) {
                                ratio += first.applyAsDouble(x) - second.applyAsDouble(x);
                                size += terms(subject, p, x) + terms(subject, q, x);
                                double[] statistic = subject.statistic(x);
                                moved += Rounding.absoluteDot(p.uncertainty(), Rounding.minus(statistic, p.eta))
                                        + Rounding.absoluteDot(q.uncertainty(), Rounding.minus(statistic, q.eta));
                            }
                            double likelihood = ratio;
                            return Finding.of(
                                    Math.abs(after - before - ratio),
                                    Rounding.ofTerms(p.size(), p.condition * size) + moved,
                                    size,
                                    () -> "prior " + Arrays.toString(prior) + ", posterior "
                                            + Arrays.toString(posterior) + ", θ = " + p + ", θ′ = " + q
                                            + ": log ratios " + before + " before, " + after + " after, likelihood "
                                            + likelihood);
                        })));
    }

    private static Law<ObservationSubject> batches() {
        return data(
                "conjugate-batches",
                "the posterior of two parts of the data, one after the other, is that of all at once",
                "P. Diaconis and D. Ylvisaker, Ann. Statist. 7 (1979), section 2",
                1e-12,
                (subject, sample) -> Points.pair(
                        subject.family(),
                        sample,
                        (p, q) -> Chance.drawn(subject, p.theta, sample, DATA, data -> {
                            double[] prior = prior(q, sample);
                            List<Object> head = data.subList(0, DATA / 3);
                            List<Object> rest = data.subList(DATA / 3, DATA);
                            double[] once = Chance.inferred(() -> subject.posterior(prior, data))
                                    .orElse(null);
                            double[] twice = Chance.inferred(
                                            () -> subject.posterior(subject.posterior(prior, head), rest))
                                    .orElse(null);
                            if (once == null || twice == null) {
                                return Finding.nothing("no member has the mean of the posterior");
                            }
                            double residual = 0;
                            for (int i = 0; i < once.length; i++) {
                                double unit = i < p.size() ? Math.abs(prior[i]) + largest(subject, data, i) : once[i];
                                residual = Math.max(
                                        residual, Math.abs(once[i] - twice[i]) / Math.max(unit, Double.MIN_NORMAL));
                            }
                            double worst = residual;
                            return Finding.of(
                                    worst,
                                    Rounding.ofTerms(DATA, 1),
                                    1,
                                    () -> "prior " + Arrays.toString(prior) + ": at once " + Arrays.toString(once)
                                            + ", in two parts " + Arrays.toString(twice));
                        })));
    }

    private static double largest(ObservationSubject subject, List<Object> data, int i) {
        return data.stream()
                .mapToDouble(x -> Math.abs(subject.statistic(x)[i]))
                .max()
                .orElseThrow();
    }

    /** A prior whose mode is a member, worth between 1/e² and e² observations. */
    private static double[] prior(Point mode, Sample sample) {
        double[] prior = Arrays.copyOf(mode.eta, mode.size() + 1);
        prior[mode.size()] = Math.exp(2 * Math.tanh(sample.direction()[0]));
        return prior;
    }

    /** ν(⟨m, θ⟩ − ψ(θ)). */
    private static double log(ObservationSubject subject, double[] prior, Point p) {
        int n = p.size();
        return prior[n]
                * (Rounding.dot(p.theta, Arrays.copyOf(prior, n))
                        - subject.family().value(p.theta));
    }

    private static double size(double[] prior, Point p) {
        int n = p.size();
        double linear = Rounding.absoluteDot(p.theta, Arrays.copyOf(prior, n));
        return prior[n] * (linear + Math.abs(p.subject.value(p.theta)));
    }

    /** A law about data. */
    private static Law<ObservationSubject> data(
            String id,
            String statement,
            String source,
            double resolution,
            BiFunction<ObservationSubject, Sample, Finding> examination) {
        return Law.forAll(ObservationSubject.class, id, statement, source, resolution, examination)
                .on(Spread.MODERATE, Spread.WIDE)
                .costly(COST);
    }
}
