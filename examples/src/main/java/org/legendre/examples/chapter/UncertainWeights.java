package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Figure;
import org.legendre.examples.figure.Legend;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.DiagonalNormal;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.variational.FactorPrecision;
import org.legendre.optimize.variational.LinearPredictors;
import org.legendre.optimize.variational.PredictorLikelihood;
import org.legendre.optimize.variational.VariationalBayes;

/** Bayesian logistic regression on tumours of the breast: natural gradient is a plain step in natural coordinates, and what a simpler covariance loses. */
public final class UncertainWeights implements Example {
    private static final int SIZE = 31;
    private static final int STEPS = 80;

    @Override
    public String title() {
        return "Uncertain weights";
    }

    @Override
    public String prose() {
        return """
                Malignant or benign, by thirty features of the cell nuclei and an intercept: a logistic regression whose 31 weights are not estimated but have a distribution. The posterior is sought among the normals q, as the one of greatest `ELBO(q) = E_q[log p(data | w)] − KL(q‖prior)`, \
                which is the log evidence less `KL(q‖posterior)`.

                As a function of the expectation coordinates m = (μ, Σ + μμᵀ) the bound has the differential λ₀ + ∇E[log p] − λ: a vector of natural coordinates. So mirror descent in m with ψ* reads `λ ← (1 − ρ)λ + ρ(λ₀ + ∇E[log p])`, and that is natural gradient with no matrix to invert but Σ. The expectations are \
                over one predictor at a time, whose variance runs up to 94: a Gauss–Hermite rule of 200 points errs in the ninth digit there, a trapezoidal rule of 600 in none.

                The same bound for covariances that are diagonal, or whose precision is diagonal plus a matrix of low rank, shows what correlations are worth: the features of one cell say much the same.""";
    }

    /** Standardised features with an intercept, and a standard normal prior. */
    private static double[][] inputs(double[][] rows) {
        double[][] inputs = new double[rows.length][SIZE];
        for (int j = 0; j < SIZE - 1; j++) {
            int column = j;
            double mean = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElseThrow();
            double variance = Arrays.stream(rows)
                    .mapToDouble(row -> (row[column] - mean) * (row[column] - mean))
                    .average()
                    .orElseThrow();
            for (int i = 0; i < rows.length; i++) {
                inputs[i][0] = 1;
                inputs[i][j + 1] = (rows[i][j] - mean) / Math.sqrt(variance);
            }
        }
        return inputs;
    }

    /**
     * The model with a full covariance.
     *
     * @return logistic regression of the 569 tumours on the standardised features with an intercept, weights standard normal beforehand
     */
    public static VariationalBayes<Vec<Euclidean>, MultivariateNormal> model() {
        double[][] rows = Datasets.breastCancer();
        int[] labels = Arrays.stream(rows).mapToInt(row -> (int) row[SIZE - 1]).toArray();
        return VariationalBayes.of(MultivariateNormal.standard(SIZE))
                .and(LinearPredictors.logistic(inputs(rows), labels));
    }

    private static VariationalBayes<Vec<Euclidean>, DiagonalNormal> diagonal() {
        double[][] rows = Datasets.breastCancer();
        List<PredictorLikelihood> labels = Arrays.stream(rows)
                .map(row -> PredictorLikelihood.logistic((int) row[SIZE - 1]))
                .toList();
        return VariationalBayes.of(new DiagonalNormal(Vec.zeros(SIZE), Vec.generate(SIZE, i -> 1)))
                .and(LinearPredictors.diagonal(inputs(rows), labels));
    }

    // begin: variational
    private static Run<Expectation, Natural> naturalGradient(
            VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes, double rho) {
        return bayes.method(rho).until(Stopping.iterations(STEPS)).run(bayes.start());
    }

    private static Run<Expectation, Natural> quasiNewton(VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes) {
        return Descent.of(bayes, bayes.geometry())
                .by(Scheme.quasiNewton(20))
                .until(Stopping.iterations(STEPS))
                .run(bayes.start());
    }

    private static Run<Weights, Differential<Weights>> lowRank(
            VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes, int rank) {
        FactorPrecision factor = FactorPrecision.of(bayes, rank);
        return factor.method().until(Stopping.valueChangeBelow(1e-5)).run(factor.start(1));
    }
    // end: variational

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        VariationalBayes<Vec<Euclidean>, MultivariateNormal> bayes = model();
        progress.accept("natural gradient and L-BFGS, full covariance");
        Run<Expectation, Natural> half = naturalGradient(bayes, 0.5);
        Run<Expectation, Natural> whole = naturalGradient(bayes, 1);
        Run<Expectation, Natural> quasi = quasiNewton(bayes);
        double optimum = half.last().value();
        progress.accept("diagonal and low-rank precisions");
        VariationalBayes<Vec<Euclidean>, DiagonalNormal> diagonal = diagonal();
        double meanField = Descent.of(diagonal, diagonal.geometry())
                .step(StepRule.armijoFrom(1))
                .until(Stopping.valueChangeBelow(1e-7))
                .run(diagonal.start())
                .last()
                .value();
        double[] ranks = {1, 2, 4};
        double[] lost = Arrays.stream(ranks)
                .map(rank -> lowRank(bayes, (int) rank).last().value() - optimum)
                .toArray();
        return Findings.NONE
                .number("evidence lower bound, full covariance", -optimum, "nats")
                .number(
                        "… its quadratures err by at most",
                        bayes.evidenceLowerBound(bayes.at(half.point())).error(),
                        "nats")
                .number("steps with ρ = ½ to 1e-8", first(half, optimum), "")
                .number("steps with ρ = 1 to 1e-5", first(whole, optimum + 1e-5 - 1e-8), "")
                .number("what a diagonal covariance loses", meanField - optimum, "nats")
                .number("what a precision of rank 1 plus diagonal loses", lost[0], "nats")
                .number("… of rank 2", lost[1], "nats")
                .number("… of rank 4", lost[2], "nats")
                .picture(
                        "variational-gap",
                        "How much of the bound is still missing, each from the prior: a step of half the way is as simple as a step can be, and needs no history; L-BFGS runs in natural coordinates.",
                        Figure.titled("Bayesian logistic regression, 31 weights")
                                .axes("step", "nats below the best bound")
                                .logY()
                                .xRange(0, STEPS)
                                .yRange(1e-10, 1e6)
                                .legend(Legend.TOP_RIGHT)
                                .line("natural gradient, ρ = ½", steps(half, optimum), missing(half, optimum))
                                .line("natural gradient, ρ = 1", steps(whole, optimum), missing(whole, optimum))
                                .dashed("L-BFGS, 20 pairs", steps(quasi, optimum), missing(quasi, optimum)));
    }

    /** The first step within 1e-8 of a value. */
    private static double first(Run<Expectation, Natural> run, double value) {
        return run.trace().iterates().stream()
                .filter(row -> row.value() <= value + 1e-8)
                .findFirst()
                .orElseThrow()
                .iteration();
    }

    private static Stream<Iterate<Expectation>> marks(Run<Expectation, Natural> run, double optimum) {
        return run.trace().iterates().stream().filter(row -> row.value() > optimum + 1e-10);
    }

    private static double[] steps(Run<Expectation, Natural> run, double optimum) {
        return marks(run, optimum).mapToDouble(Iterate::iteration).toArray();
    }

    private static double[] missing(Run<Expectation, Natural> run, double optimum) {
        return marks(run, optimum).mapToDouble(row -> row.value() - optimum).toArray();
    }

    @Override
    public List<String> listings() {
        return List.of("variational");
    }
}
