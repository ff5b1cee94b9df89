package org.legendre.properties;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Binomial;
import org.legendre.geometry.family.Exponential;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Geometric;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.Poisson;

/** Mistakes in densities, draws, entropies and inference. */
final class ObservationMutants {
    private static final double TINY = 1e-9;

    private final List<Mutant> mutants = new ArrayList<>();
    private final ObservationSubject exponential = ObservationSubject.of(Exponential.FAMILY);
    private final ObservationSubject normal = ObservationSubject.of(Normal.FAMILY);
    private final ObservationSubject poisson = ObservationSubject.of(Poisson.FAMILY);
    private final ObservationSubject binomial = ObservationSubject.of(Binomial.family(10));

    private ObservationMutants() {}

    static List<Mutant> all() {
        ObservationMutants catalogue = new ObservationMutants();
        catalogue.densities();
        catalogue.supports();
        catalogue.divergences();
        catalogue.derivatives();
        catalogue.samplers();
        catalogue.inference();
        return List.copyOf(catalogue.mutants);
    }

    private void add(String name, ObservationSubject subject, String... killers) {
        mutants.add(new Mutant(name, subject, List.of(killers)));
    }

    /** (mean, standard deviation) taken for (mean, variance). */
    private static double[] deviation(double[] theta) {
        double variance = -0.5 / theta[1];
        double mean = theta[0] * variance;
        double wrong = Math.sqrt(variance);
        return new double[] {mean / wrong, -0.5 / wrong};
    }

    private void densities() {
        add(
                "density with a factor of 1 + 1e-9",
                exponential.withLogDensity(t -> x -> exponential.logDensity(t).applyAsDouble(x) + TINY),
                "density-normalised",
                "density-parts");
        add(
                "rate for scale in the density",
                exponential.withLogDensity(t -> exponential.logDensity(inverted(t))),
                "mean-statistic",
                "covariance-statistic",
                "entropy-definition",
                "kl-definition",
                "skewed-jensen-definition",
                "third-cumulant");
        add(
                "standard deviation for variance in the density",
                normal.withLogDensity(t -> normal.logDensity(deviation(t))),
                "density-parts",
                "mean-statistic",
                "covariance-statistic",
                "score-covariance");
        add(
                "log h forgotten in the density",
                poisson.withLogDensity(t -> x -> poisson.logDensity(t).applyAsDouble(x) - poisson.logBaseMeasure(x)),
                "density-parts");
        add(
                "base measure of another family",
                poisson.withLogBaseMeasure(x -> 0.5 * poisson.logBaseMeasure(x)),
                "density-parts",
                "maximum-entropy");
        add(
                "first moment for the second in the statistic",
                normal.withStatistic(x -> new double[] {(Double) x, Math.abs((Double) x)}),
                "density-parts",
                "mean-statistic");
        add(
                "ψ* taken for the negative entropy",
                poisson.withEntropy(
                        t -> -poisson.family().conjugateValue(poisson.family().gradient(t))),
                "entropy-definition");
        add(
                "entropy in bits",
                exponential.withEntropy(t -> exponential.entropy(t) / Math.log(2)),
                "entropy-definition");
    }

    private void supports() {
        ObservationSubject geometric = ObservationSubject.of(Geometric.FAMILY);
        add(
                "counts from 1 for counts from 0",
                geometric.withLogDensity(t -> x -> (Long) x == 0
                        ? Double.NEGATIVE_INFINITY
                        : geometric.logDensity(t).applyAsDouble((Long) x - 1)),
                "mean-statistic",
                "sampler-fit");
        add(
                "the last count left out",
                binomial.withLogDensity(t -> x -> (Long) x == 10
                        ? Double.NEGATIVE_INFINITY
                        : binomial.logDensity(t).applyAsDouble(x)),
                "density-normalised");
    }

    private void divergences() {
        FamilySubject family = exponential.family();
        add(
                "KL with its arguments swapped",
                exponential.withFamily(family.withKl((p, q) -> family.kl(q, p))),
                "kl-definition",
                "maximum-likelihood",
                "moment-projection");
        add(
                "α for the weight of the second argument",
                exponential.withSkewedJensen((p, q, alpha) -> exponential.skewedJensen(p, q, 1 - alpha)),
                "skewed-jensen-definition");
        add(
                "Chernoff information in bits",
                exponential.withSkewedJensen((p, q, alpha) -> exponential.skewedJensen(p, q, alpha) / Math.log(2)),
                "skewed-jensen-definition");
    }

    private void derivatives() {
        FamilySubject family = binomial.family();
        add(
                "Fisher of one observation for n",
                binomial.withFamily(family.withFisher(t -> new ScaledHessian(family.fisher(t), 0.1))),
                "covariance-statistic",
                "score-covariance",
                "score-curvature",
                "fisher-coarse",
                "fisher-sufficient",
                "cramer-rao");
        ObservationSubject bernoulli = ObservationSubject.of(Bernoulli.FAMILY);
        FamilySubject bits = bernoulli.family();
        add(
                "Fisher off by a relative 1e-6",
                bernoulli.withFamily(bits.withFisher(t -> new ScaledHessian(bits.fisher(t), 1 + 1e-6))),
                "fisher-sufficient",
                "cramer-rao");
        add(
                "third cumulant of the wrong sign",
                exponential.withThird((t, u, v) -> times(exponential.third(t, u, v), -1)),
                "third-cumulant");
        add(
                "skewness for the third cumulant",
                exponential.withThird((t, u, v) -> times(exponential.third(t, u, v), Math.abs(Math.pow(t[0], 3)))),
                "third-cumulant");
    }

    private void samplers() {
        add(
                "rate for scale in the sampler",
                exponential.withSampler((t, seed, n) -> exponential.draw(inverted(t), seed, n)),
                "sampler-moments",
                "sampler-fit");
        add(
                "standard deviation for variance in the sampler",
                normal.withSampler((t, seed, n) -> normal.draw(deviation(t), seed, n)),
                "sampler-moments",
                "sampler-fit");
        add(
                "draws cut off at the mean and two standard deviations",
                exponential.withSampler((t, seed, n) -> exponential.draw(t, seed, 2 * n).stream()
                        .filter(x -> (Double) x < -3 / t[0])
                        .limit(n)
                        .toList()),
                "sampler-moments");
        add(
                "draws of a neighbouring member",
                exponential.withSampler((t, seed, n) -> exponential.draw(times(t, 1.3), seed, n)),
                "sampler-moments",
                "sampler-fit");
    }

    private void inference() {
        add("maximum likelihood with n − 1", normal.withMaximumLikelihood(this::unbiased), "maximum-likelihood");
        add(
                "mean of θ for mean of η",
                exponential.withMaximumLikelihood(data -> new double[] {
                    data.size() / data.stream().mapToDouble(x -> 1 / (Double) x).sum()
                }),
                "maximum-likelihood");
        ObservationSubject gamma = ObservationSubject.of(Gamma.FAMILY);
        FamilySubject family = gamma.family();
        add(
                "∇ψ* stopped one Newton step early",
                gamma.withFamily(family.withConjugateGradient(e -> times(family.conjugateGradient(e), 1 + 1e-6))),
                "moment-projection",
                "maximum-likelihood");
        add(
                "posterior that forgets the strength of the prior",
                poisson.withPosterior((prior, data) -> poisson.posterior(new double[] {prior[0], 1}, data)),
                "conjugate-posterior",
                "conjugate-batches");
        add(
                "all data counted as one observation",
                poisson.withPosterior((prior, data) -> {
                    double[] mean = {
                        data.stream().mapToLong(x -> (Long) x).average().orElseThrow()
                    };
                    double weight = 1 / (1 + prior[1]);
                    return new double[] {prior[0] + weight * (mean[0] - prior[0]), prior[1] + 1};
                }),
                "conjugate-posterior",
                "conjugate-batches");
    }

    private double[] unbiased(List<?> data) {
        double[] eta = normal.maximumLikelihood(data);
        double variance = (eta[1] - eta[0] * eta[0]) * data.size() / (data.size() - 1.0);
        return new double[] {eta[0], eta[0] * eta[0] + variance};
    }

    private static double[] inverted(double[] theta) {
        return new double[] {1 / theta[0]};
    }

    private static double[] times(double[] x, double factor) {
        return Arrays.stream(x).map(entry -> factor * entry).toArray();
    }
}
