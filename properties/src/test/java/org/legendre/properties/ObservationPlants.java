package org.legendre.properties;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Exponential;
import org.legendre.geometry.family.Poisson;

/** Relative errors planted in each part of correct observations and charts. */
final class ObservationPlants {
    private ObservationPlants() {}

    static Map<String, DoubleFunction<? extends Subject>> all() {
        Map<String, DoubleFunction<? extends Subject>> planted = new TreeMap<>();
        densities(ObservationSubject.of(Exponential.FAMILY), planted);
        inference(ObservationSubject.of(Exponential.FAMILY), planted);
        ObservationSubject poisson = ObservationSubject.of(Poisson.FAMILY);
        planted.put("log base measure", e -> poisson.withLogBaseMeasure(x -> poisson.logBaseMeasure(x) * (1 + e)));
        ObservationSubject bernoulli = ObservationSubject.of(Bernoulli.FAMILY);
        FamilySubject bit = bernoulli.family();
        planted.put(
                "Fisher of a Bernoulli",
                e -> bernoulli.withFamily(bit.withFisher(t -> new ScaledHessian(bit.fisher(t), 1 + e))));
        ChartSubject charts = ChartSubject.of(Exponential.FAMILY);
        planted.put(
                "Fisher in source coordinates",
                e -> charts.withFisherInSource(t -> times(charts.fisherInSource(t), 1 + e)));
        planted.put(
                "Fisher in expectation coordinates",
                e -> charts.withFisherInExpectation(t -> times(charts.fisherInExpectation(t), 1 + e)));
        return planted;
    }

    private static void densities(ObservationSubject right, Map<String, DoubleFunction<? extends Subject>> planted) {
        FamilySubject family = right.family();
        planted.put(
                "density",
                e -> right.withLogDensity(t -> x -> right.logDensity(t).applyAsDouble(x) + e));
        planted.put("θ of the density", e -> right.withLogDensity(t -> right.logDensity(times(t, 1 + e))));
        planted.put("entropy", e -> right.withEntropy(t -> right.entropy(t) * (1 + e)));
        planted.put("third cumulant", e -> right.withThird((t, u, v) -> times(right.third(t, u, v), 1 + e)));
        planted.put("skewed Jensen", e -> right.withSkewedJensen((p, q, a) -> right.skewedJensen(p, q, a) * (1 + e)));
        planted.put("KL of observations", e -> right.withFamily(family.withKl((p, q) -> family.kl(p, q) * (1 + e))));
        planted.put(
                "Fisher of observations",
                e -> right.withFamily(family.withFisher(t -> new ScaledHessian(family.fisher(t), 1 + e))));
    }

    private static void inference(ObservationSubject right, Map<String, DoubleFunction<? extends Subject>> planted) {
        FamilySubject family = right.family();
        planted.put("draws", e -> right.withSampler((t, seed, n) -> right.draw(times(t, 1 + e), seed, n)));
        planted.put("estimate", e -> right.withMaximumLikelihood(data -> times(right.maximumLikelihood(data), 1 + e)));
        planted.put(
                "θ of the estimate",
                e -> right.withFamily(
                        family.withConjugateGradient(eta -> times(family.conjugateGradient(eta), 1 + e))));
        planted.put(
                "posterior",
                e -> right.withPosterior((prior, data) -> {
                    double[] posterior = right.posterior(prior, data);
                    posterior[0] *= 1 + e;
                    return posterior;
                }));
    }

    private static double[] times(double[] x, double factor) {
        return Arrays.stream(x).map(entry -> factor * entry).toArray();
    }

    private static double[][] times(double[][] rows, double factor) {
        return Arrays.stream(rows).map(row -> times(row, factor)).toArray(double[][]::new);
    }
}
