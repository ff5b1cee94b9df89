package org.legendre.properties;

import java.util.List;
import java.util.function.UnaryOperator;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Hessian;

/** Mistakes in parametric models, their Fisher information and their steps. */
final class ModelMutants {
    private ModelMutants() {}

    static List<Mutant> all() {
        ModelSubject logistic = LibraryModels.logistic();
        ModelSubject softmax = LibraryModels.softmax();
        ModelSubject gamma = LibraryModels.gamma();
        ModelSubject poisson = LibraryModels.poisson();
        ModelSubject perceptron = LibraryModels.perceptron();
        ModelSubject.Parts right = logistic.parts();
        return List.of(
                new Mutant(
                        "one number of each input for another, in products forward",
                        logistic.withPush((x, w, v) -> right.push.of(reversed(x), w, v)),
                        List.of("model-push", "model-transpose")),
                new Mutant(
                        "∂θ/∂z forgotten in products backward",
                        gamma.withPull((x, w, u) -> times(
                                gamma.parts().pull.of(x, w, u),
                                -1 / gamma.parts().natural.of(x, w)[1])),
                        List.of("model-transpose")),
                new Mutant(
                        "the transposed Jacobian is that of the classes in another order",
                        softmax.withPull((x, w, u) -> softmax.parts().pull.of(x, w, reversed(u))),
                        List.of("model-transpose")),
                new Mutant(
                        "the slopes of the units at half the weights",
                        perceptron.withPush((x, w, v) -> halfway(perceptron.parts(), x, w, v)),
                        List.of("model-push", "model-transpose")),
                new Mutant(
                        "the score of the loss, not of the likelihood",
                        logistic.withScore((x, y, w) -> times(right.score.of(x, y, w), -1)),
                        List.of("model-score")),
                new Mutant(
                        "a score without the mean subtracted",
                        poisson.withScore((x, y, w) -> {
                            double[] score = new double[w.length];
                            for (int i = 0; i < x.length; i++) {
                                double[] t = poisson.outputs().statistic(y.get(i));
                                score = Rounding.axpy(
                                        1.0 / x.length, poisson.parts().pull.of(x[i], w, t), score);
                            }
                            return score;
                        }),
                        List.of("model-score", "model-score-mean", "model-fisher-covariance")),
                new Mutant(
                        "sums in place of means",
                        logistic.withLogLikelihood((x, y, w) -> x.length * right.logLikelihood.of(x, y, w))
                                .withScore((x, y, w) -> times(right.score.of(x, y, w), x.length)),
                        List.of("model-means")),
                new Mutant(
                        "the information in all data for that in one observation",
                        logistic.withFisher((x, y, w) -> new ScaledHessian(right.fisher.of(x, y, w), x.length)),
                        List.of("model-means", "model-fisher-kl")),
                new Mutant(
                        "the empirical Fisher matrix for the exact one",
                        logistic.withFisher(right.empirical),
                        List.of(
                                "model-fisher-covariance",
                                "model-fisher-kl",
                                "model-gauss-newton",
                                "model-monte-carlo",
                                "model-empirical-is-another")),
                new Mutant(
                        "the exact Fisher information for the empirical matrix",
                        logistic.withEmpirical(right.fisher),
                        List.of("model-empirical", "model-empirical-is-another")),
                new Mutant(
                        "a Fisher matrix of the second moments, from which the mean is not subtracted",
                        poisson.withFisher((x, y, w) -> raw(poisson, x, y, w)),
                        List.of("model-fisher-covariance", "model-fisher-kl", "model-gauss-newton")),
                new Mutant(
                        "a Fisher matrix that is not symmetric",
                        logistic.withFisher((x, y, w) -> new LopsidedHessian(right.fisher.of(x, y, w))),
                        List.of("model-fisher-form")),
                new Mutant(
                        "a Fisher matrix of the wrong sign",
                        logistic.withFisher((x, y, w) -> new ScaledHessian(right.fisher.of(x, y, w), -1)),
                        List.of("model-fisher-form", "model-fisher-covariance")),
                new Mutant(
                        "outputs drawn at a tenth of the weights",
                        logistic.withMonteCarlo(
                                (x, y, w, draws, seed, v) -> right.monteCarlo.of(x, y, times(w, 0.1), draws, seed, v)),
                        List.of("model-monte-carlo")),
                new Mutant(
                        "observed outputs for drawn ones",
                        logistic.withMonteCarlo((x, y, w, draws, seed, v) ->
                                new Estimate(right.empirical.of(x, y, w).quadratic(v), 0, "observed")),
                        List.of("model-monte-carlo")),
                new Mutant(
                        "damping squared",
                        logistic.withRaise((x, y, w, lambda, g) -> right.raise.of(x, y, w, lambda * lambda, g)),
                        List.of("model-damped")),
                new Mutant(
                        "damping forgotten by conjugate gradients",
                        logistic.withIterate((x, y, w, lambda, g) -> right.iterate.of(x, y, w, 0, g)),
                        List.of("model-conjugate-gradients")),
                new Mutant(
                        "conjugate gradients that stop too early",
                        logistic.withIterate((x, y, w, lambda, g) -> firstStep(right, x, y, w, lambda, g)),
                        List.of("model-conjugate-gradients")),
                new Mutant(
                        "steps along the score, not raised",
                        logistic.withStep((chart, x, y, z, t) ->
                                Rounding.axpy(t, chart.pull(z, right.score.of(x, y, chart.to(z))), z)),
                        List.of("model-natural-steepest", "model-natural-affine", "model-natural-smooth")),
                new Mutant(
                        "steps with the damping of one chart in another",
                        logistic.withStep((chart, x, y, z, t) -> damped(right, chart, x, y, z, t)),
                        List.of("model-natural-affine", "model-natural-smooth")),
                new Mutant(
                        "steps raised by the empirical Fisher matrix",
                        logistic.withStep((chart, x, y, z, t) -> {
                            double[] w = chart.to(z);
                            double[] d = Rounding.solve(right.empirical.of(x, y, w), right.score.of(x, y, w));
                            return chart.from(Rounding.axpy(t, d, w));
                        }),
                        List.of("model-natural-steepest")),
                new Mutant(
                        "steps that are taken in w, whatever the chart",
                        logistic.withStep((chart, x, y, z, t) ->
                                chart.from(right.step.of(Reparametrisation.identity(z.length), x, y, chart.to(z), t))),
                        List.of("model-natural-not-invariant")));
    }

    /** The Jacobian with each slope, and what the slopes multiply, taken at half the weights. */
    private static double[] halfway(ModelSubject.Parts right, double[] x, double[] w, double[] v) {
        return right.push.of(x, times(w, 0.5), v);
    }

    /** E[TTᵀ] in place of E[(T − η)(T − η)ᵀ], of counts, μ + μ² for μ. Of several observations with the mean of the means. */
    private static Hessian raw(ModelSubject poisson, double[][] x, List<?> y, double[] w) {
        double mean = 0;
        for (double[] row : x) {
            mean += Math.exp(poisson.parts().natural.of(row, w)[0]) / x.length;
        }
        return new ScaledHessian(poisson.parts().fisher.of(x, y, w), 1 + mean);
    }

    /** One step of conjugate gradients: the best multiple of g. */
    private static double[] firstStep(
            ModelSubject.Parts right, double[][] x, List<?> y, double[] w, double lambda, double[] g) {
        double[] image = Rounding.axpy(lambda, g, Rounding.multiply(right.fisher.of(x, y, w), g));
        return times(g, Rounding.dot(g, g) / Rounding.dot(g, image));
    }

    /** (F + I)⁻¹ in the coordinates of the step. */
    private static double[] damped(
            ModelSubject.Parts right, Reparametrisation chart, double[][] x, List<?> y, double[] z, double t) {
        double[] w = chart.to(z);
        double[] g = chart.pull(z, right.score.of(x, y, w));
        // (AᵀFA + AᵀA)⁻¹ would not depend on the chart; by a few steps of Richardson's iteration with the identity of
        // z.
        UnaryOperator<double[]> multiply =
                v -> Rounding.axpy(1, v, chart.pull(z, Rounding.multiply(right.fisher.of(x, y, w), chart.push(z, v))));
        double[] v = times(g, 0);
        for (int k = 0; k < 50; k++) {
            v = Rounding.axpy(0.1, Rounding.minus(g, multiply.apply(v)), v);
        }
        return Rounding.axpy(t, v, z);
    }

    private static double[] reversed(double[] x) {
        double[] y = x.clone();
        for (int i = 0; i < y.length; i++) {
            y[i] = x[x.length - 1 - i];
        }
        return y;
    }

    private static double[] times(double[] x, double factor) {
        return Rounding.axpy(factor, x, new double[x.length]);
    }
}
