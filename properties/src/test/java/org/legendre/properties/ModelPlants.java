package org.legendre.properties;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import org.legendre.geometry.Estimate;

/** Relative errors planted in each part of correct parametric models. */
final class ModelPlants {
    private ModelPlants() {}

    static Map<String, DoubleFunction<? extends Subject>> all() {
        Map<String, DoubleFunction<? extends Subject>> planted = new TreeMap<>();
        ModelSubject model = LibraryModels.logistic();
        ModelSubject.Parts right = model.parts();
        planted.put("Jv", e -> model.withPush((x, w, v) -> times(right.push.of(x, w, v), 1 + e)));
        planted.put("Jᵀu", e -> model.withPull((x, w, u) -> times(right.pull.of(x, w, u), 1 + e)));
        planted.put(
                "log-likelihood", e -> model.withLogLikelihood((x, y, w) -> right.logLikelihood.of(x, y, w) * (1 + e)));
        planted.put("score of a model", e -> model.withScore((x, y, w) -> times(right.score.of(x, y, w), 1 + e)));
        planted.put(
                "score of a model of several observations",
                e -> model.withScore((x, y, w) -> times(right.score.of(x, y, w), x.length > 1 ? 1 + e : 1)));
        planted.put(
                "mean of the score of a model",
                e -> model.withScore((x, y, w) -> Rounding.axpy(e, x[0], right.score.of(x, y, w))));
        planted.put(
                "Fisher of a model",
                e -> model.withFisher((x, y, w) -> new ScaledHessian(right.fisher.of(x, y, w), 1 + e)));
        planted.put(
                "products with the Fisher of a model",
                e -> model.withFisher((x, y, w) -> new ScaledProducts(right.fisher.of(x, y, w), 1 + e)));
        planted.put(
                "empirical Fisher",
                e -> model.withEmpirical((x, y, w) -> new ScaledHessian(right.empirical.of(x, y, w), 1 + e)));
        planted.put(
                "empirical Fisher for the exact one, but for a part",
                e -> model.withEmpirical((x, y, w) -> new ScaledHessian(right.fisher.of(x, y, w), 1 + 1.5 * e)));
        planted.put(
                "Monte-Carlo Fisher",
                e -> model.withMonteCarlo((x, y, w, draws, seed, v) -> {
                    Estimate estimate = right.monteCarlo.of(x, y, w, draws, seed, v);
                    return new Estimate(estimate.value() * (1 + e), estimate.error(), estimate.method());
                }));
        planted.put(
                "damped raise",
                e -> model.withRaise((x, y, w, lambda, g) -> times(right.raise.of(x, y, w, lambda, g), 1 + e)));
        planted.put(
                "raise by conjugate gradients",
                e -> model.withIterate((x, y, w, lambda, g) -> times(right.iterate.of(x, y, w, lambda, g), 1 + e)));
        planted.put("step", e -> model.withStep((chart, x, y, z, t) -> right.step.of(chart, x, y, z, t * (1 + e))));
        planted.put(
                "step in a chart",
                e -> model.withStep((chart, x, y, z, t) ->
                        right.step.of(chart, x, y, z, chart.to(z)[0] == z[0] ? t : t * (1 + e))));
        planted.put(
                "step in w, whatever the chart, but for a part",
                e -> model.withStep((chart, x, y, z, t) -> {
                    double[] flat =
                            chart.from(right.step.of(Reparametrisation.identity(z.length), x, y, chart.to(z), t));
                    return Rounding.axpy(40 * e, Rounding.minus(right.step.of(chart, x, y, z, t), flat), flat);
                }));
        return planted;
    }

    private static double[] times(double[] x, double factor) {
        return Rounding.axpy(factor, x, new double[x.length]);
    }
}
