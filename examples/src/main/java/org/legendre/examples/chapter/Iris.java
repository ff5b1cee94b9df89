package org.legendre.examples.chapter;

import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.figure.Figure;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.regression.GeneralizedLinearModel;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** Logistic regression on Fisher's irises: natural gradient is Fisher scoring, and gradient descent is lost in the wrong geometry. */
public final class Iris implements Example {
    private static final int QUICK_STEPS = 2000;
    private static final int FULL_STEPS = 200_000;

    @Override
    public String title() {
        return "Iris";
    }

    @Override
    public String prose() {
        return """
                Versicolor against virginica, four measurements and an intercept. The likelihood of a logistic regression changes by the Fisher metric G(w) = Σ p(1−p)xxᵀ, not by the length of w: natural gradient \
                `w ← w − G(w)⁻¹∇f(w)`, which statisticians call Fisher scoring, is at the optimum after a dozen steps.

                Gradient descent with the step 1/L, L the Lipschitz constant of the differential, measures the same weights with a ruler. The features are nearly collinear: G has a condition number of 10⁴ at the start and of nearly 10⁵ at the \
                optimum, and thousands of steps are not enough.""";
    }

    /** Versicolor (0) against virginica (1), with an intercept. */
    static GeneralizedLinearModel<Bernoulli> model() {
        double[][] flowers =
                Arrays.stream(Datasets.iris()).filter(row -> row[4] > 0).toArray(double[][]::new);
        double[][] inputs = Arrays.stream(flowers)
                .map(row -> new double[] {1, row[0], row[1], row[2], row[3]})
                .toArray(double[][]::new);
        int[] labels = Arrays.stream(flowers).mapToInt(row -> (int) row[4] - 1).toArray();
        return GeneralizedLinearModel.logistic(inputs, labels);
    }

    // begin: scoring
    private static Run<Weights, Differential<Weights>> fisherScoring(GeneralizedLinearModel<Bernoulli> model) {
        Objective<Weights, Differential<Weights>> loss = Objective.of(5, model::value, model::gradient);
        return Descent.of(loss, Geometry.natural(Domain.reals(5), model::fisher))
                .step(StepRule.armijoFrom(1))
                .until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(50)))
                .run(Vec.zeros(5));
    }

    private static Run<Weights, Differential<Weights>> gradientDescent(
            GeneralizedLinearModel<Bernoulli> model, int steps) {
        Objective<Weights, Differential<Weights>> loss = Objective.of(5, model::value, model::gradient);
        return Descent.of(loss, Geometry.euclidean(5))
                .step(StepRule.constant(1 / model.smoothness()))
                .until(Stopping.iterations(steps))
                .run(Vec.zeros(5));
    }
    // end: scoring

    @Override
    public Findings work(boolean full, Consumer<String> progress) {
        GeneralizedLinearModel<Bernoulli> model = model();
        progress.accept("Fisher scoring");
        Run<Weights, Differential<Weights>> scoring = fisherScoring(model);
        progress.accept(
                "gradient descent, " + FULL_STEPS + " steps in the full version, " + QUICK_STEPS + " in the quick one");
        Run<Weights, Differential<Weights>> descent = gradientDescent(model, full ? FULL_STEPS : QUICK_STEPS);
        Vec<Weights> w = scoring.point();
        double optimum = scoring.last().value();
        Findings findings = Findings.NONE;
        List<String> names = List.of("intercept", "sepal length", "sepal width", "petal length", "petal width");
        for (int j = 0; j < names.size(); j++) {
            findings = findings.number("coefficient: " + names.get(j), w.get(j), "");
        }
        findings = findings.number("deviance", 2 * optimum, "")
                .number("Fisher scoring: steps", scoring.last().iteration(), "")
                .number(
                        "gradient descent: deviance still missing after 2000 steps",
                        2 * (descent.trace().iterates().get(QUICK_STEPS).value() - optimum),
                        "");
        if (full) {
            findings = findings.number(
                    "gradient descent: deviance still missing after 200000 steps",
                    2 * (descent.last().value() - optimum),
                    "");
        }
        return findings.picture(
                "iris-loss",
                "How much of the deviance is still missing, on logarithmic axes: a dozen natural steps against thousands of Euclidean ones.",
                Figure.titled("Logistic regression: the geometry decides")
                        .axes("iterate, from 1 (the start)", "deviance above the optimum")
                        .logX()
                        .logY()
                        .line("natural gradient (Fisher scoring)", steps(scoring, optimum), missing(scoring, optimum))
                        .line("gradient descent, step 1/L", steps(descent, optimum), missing(descent, optimum)));
    }

    /** Iterates worth a mark on logarithmic axes: the first hundred, then ever fewer; those at the optimum have no logarithm. */
    private static Stream<Iterate<Weights>> marks(Run<Weights, Differential<Weights>> run, double optimum) {
        return run.trace().iterates().stream()
                .filter(row -> row.iteration() < 100 || Integer.bitCount(row.iteration()) <= 4)
                .filter(row -> row.value() > optimum);
    }

    private static double[] steps(Run<Weights, Differential<Weights>> run, double optimum) {
        return marks(run, optimum).mapToDouble(row -> row.iteration() + 1).toArray();
    }

    private static double[] missing(Run<Weights, Differential<Weights>> run, double optimum) {
        return marks(run, optimum)
                .mapToDouble(row -> 2 * (row.value() - optimum))
                .toArray();
    }

    @Override
    public List<String> listings() {
        return List.of("scoring");
    }
}
