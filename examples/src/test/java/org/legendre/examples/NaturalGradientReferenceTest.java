package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.examples.data.Datasets;
import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.model.Damped;
import org.legendre.geometry.model.ExactFisher;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.natural.NaturalGradient;
import org.legendre.optimize.natural.NegativeLogLikelihood;

/** Logistic regression on the irises as a parametric model: the known deviance in a dozen natural steps, by either solve. */
class NaturalGradientReferenceTest {
    private static final Likelihood<Integer, Bernoulli> IRIS = iris();

    /** Versicolor (0) against virginica (1), with an intercept. */
    private static Likelihood<Integer, Bernoulli> iris() {
        double[][] flowers =
                Arrays.stream(Datasets.iris()).filter(row -> row[4] > 0).toArray(double[][]::new);
        double[][] inputs = Arrays.stream(flowers)
                .map(row -> new double[] {1, row[0], row[1], row[2], row[3]})
                .toArray(double[][]::new);
        List<Integer> labels =
                Arrays.stream(flowers).map(row -> (int) row[4] - 1).toList();
        return Likelihood.of(ParametricModel.linear(5, Output.bernoulli()), inputs, labels);
    }

    static Stream<Descent<Weights, Differential<Weights>>> methods() {
        NegativeLogLikelihood loss = NegativeLogLikelihood.of(IRIS);
        ConjugateGradients solver = ConjugateGradients.to(1e-10);
        Geometry<Weights, Differential<Weights>> direct =
                NaturalGradient.of(5, w -> IRIS.fisher(w).damped(0));
        Geometry<Weights, Differential<Weights>> iterative =
                NaturalGradient.of(5, w -> IRIS.fisher(w).damped(0).by(solver));
        return Stream.of(
                Descent.of(loss, direct),
                Descent.of(loss, iterative),
                Descent.of(loss, iterative).by(Scheme.warmStarted()));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theIrisesHaveTheKnownDevianceAfterADozenSteps(Descent<Weights, Differential<Weights>> method) {
        Run<Weights, Differential<Weights>> run = method.step(StepRule.armijoFrom(1))
                .until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(50)))
                .run(Vec.zeros(5));
        assertTrue(run.last().iteration() <= 12, run.toString());
        assertEquals(11.8985467914, 2 * IRIS.observations() * run.last().value(), 5e-11);
        double[] coefficients = {-42.63780381, -2.4652202, -6.68088701, 9.42938515, 18.28613689};
        for (int j = 0; j < 5; j++) {
            assertEquals(coefficients[j], run.point().get(j), 1e-8);
        }
        assertTrue(run.last().residual() <= 1e-10);
    }

    /** Pixels / 16 with an intercept, ten logits, and a ridge on all 650 weights, by which the Fisher information is damped: natural gradient is then Newton's method. */
    private static Run<Weights, Differential<Weights>> digits(UnaryOperator<Damped<ExactFisher>> solve) {
        double[][] rows = Datasets.digits();
        double[][] inputs = Arrays.stream(rows)
                .map(row -> {
                    double[] x = new double[65];
                    Arrays.setAll(x, j -> j < 64 ? row[j] / 16 : 1);
                    return x;
                })
                .toArray(double[][]::new);
        List<Integer> labels = Arrays.stream(rows).map(row -> (int) row[64]).toList();
        Likelihood<Integer, Categorical> likelihood =
                Likelihood.of(ParametricModel.linear(65, Output.categorical(10)), inputs, labels);
        return Descent.of(
                        NegativeLogLikelihood.of(likelihood).withRidge(1e-3),
                        NaturalGradient.of(
                                650, w -> solve.apply(likelihood.fisher(w).damped(1e-3))))
                .step(StepRule.armijoFrom(1))
                .until(Stopping.decrementBelow(1e-14).or(Stopping.iterations(20)))
                .run(Vec.zeros(650));
    }

    @Test
    void theDigitsHaveTheKnownLossAfterEightSteps() {
        Run<Weights, Differential<Weights>> run = digits(metric -> metric);
        assertTrue(run.last().iteration() <= 8, run.toString());
        assertEquals(.26392582329507, run.last().value(), 2e-14);
    }

    @Test
    void theDigitsHaveItByConjugateGradientsToo() {
        Run<Weights, Differential<Weights>> run = digits(metric -> metric.by(ConjugateGradients.to(1e-4)));
        assertTrue(run.last().iteration() <= 8, run.toString());
        assertEquals(.26392582329507, run.last().value(), 2e-14);
        assertTrue(run.last().residual() > 0 && run.last().residual() <= 1e-4);
    }
}
