package org.legendre.optimize.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.Stopping;

class EntropicTransportTest {
    private static final double[] A = {0.5, 0.25, 0.25};
    private static final double[] B = {0.125, 0.875};
    private static final double[][] COST = {{0, 2}, {1, 1}, {3, 0.5}};

    @Test
    void theDifferentialIsThatOfTheFormula() {
        EntropicTransport problem = EntropicTransport.of(COST, A, B, 0.75);
        Objective<Weights, Differential<Weights>> automatic = Objective.smooth(5, x -> {
            DerivativeStructure sum = x[0].multiply(0).subtract(0.75);
            for (int i = 0; i < 3; i++) {
                for (int j = 0; j < 2; j++) {
                    DerivativeStructure exponent =
                            x[i].add(x[3 + j]).subtract(COST[i][j]).divide(0.75);
                    sum = sum.add(exponent.exp().multiply(0.75 * A[i] * B[j]));
                }
                sum = sum.subtract(x[i].multiply(A[i]));
            }
            return sum.subtract(x[3].multiply(B[0])).subtract(x[4].multiply(B[1]));
        });
        SplittableRandom random = new SplittableRandom(1);
        double[] expected = new double[5];
        double[] actual = new double[5];
        for (int k = 0; k < 100; k++) {
            double[] x = random.doubles(5, -1, 1).toArray();
            double value = automatic.gradient(x, expected);
            assertEquals(value, problem.gradient(x, actual), 1e-14);
            assertEquals(value, problem.value(x), 1e-14);
            assertArrayEquals(expected, actual, 1e-14);
        }
    }

    /** Two masses of a half that stay where they are for nothing or change places for 1: the plan is (1, e^(−1/ε))/2(1 + e^(−1/ε)) a row. */
    @Test
    void theSymmetricExchangeIsSolvedInClosedForm() {
        double[] half = {0.5, 0.5};
        for (double epsilon : new double[] {0.1, 0.5, 2}) {
            EntropicTransport problem = EntropicTransport.of(new double[][] {{0, 1}, {1, 0}}, half, half, epsilon);
            Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(4);
            Run<Weights, Differential<Weights>> run = Descent.of(problem, Geometry.mirror(square))
                    .by(Scheme.quasiNewton(5))
                    .until(Stopping.gapBelow(1e-13).or(Stopping.iterations(200)))
                    .run(Vec.of(0.3, -0.2, 0, 0.1));
            assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
            double stay = 1 / (1 + Math.exp(-1 / epsilon));
            double move = 1 - stay;
            double optimum = move + epsilon * (stay * Math.log(2 * stay) + move * Math.log(2 * move));
            assertEquals(-optimum, run.last().value(), 2e-13, "ε = " + epsilon);
        }
    }

    /** Sinkhorn's loop minimises over one potential after the other; the gap bounds what is left, and falls with it. */
    @Test
    void theGapFollowsSinkhornsLoopToTheOptimum() {
        double epsilon = 0.5;
        EntropicTransport problem = EntropicTransport.of(COST, A, B, epsilon);
        double[] x = new double[5];
        double[] g = new double[5];
        double[] values = new double[60];
        double[] gaps = new double[60];
        for (int k = 0; k < 60; k++) {
            values[k] = problem.gradient(x, g);
            gaps[k] = problem.gap(x, g);
            for (int i = 0; i < 3; i++) {
                x[i] -= epsilon * Math.log1p(g[i] / A[i]);
            }
            problem.gradient(x, g);
            for (int j = 0; j < 2; j++) {
                x[3 + j] -= epsilon * Math.log1p(g[3 + j] / B[j]);
            }
        }
        double optimum = Arrays.stream(values).min().orElseThrow();
        double[] distant = {1, -2, 0.5, 3, -1};
        assertTrue(problem.gradient(distant, g) - optimum <= problem.gap(distant, g));
        for (int k = 0; k < 60; k++) {
            assertTrue(values[k] - optimum <= gaps[k] + 1e-15, "step " + k);
            assertTrue(gaps[k] >= 0 && (k == 0 || gaps[k] <= 10 * (values[k] - optimum) + 1e-15), "step " + k);
        }
        assertTrue(gaps[0] > 0.1 && gaps[59] < 1e-15, gaps[0] + " to " + gaps[59]);
    }

    /** −f + ε KL(π̂‖π) = ⟨C, π̂⟩ + ε KL(π̂‖a⊗b): the rounding of the independent coupling is itself. */
    @Test
    void theGapIsTheCostOfACouplingAboveTheDualValue() {
        double[][] flat = {{1, 1}, {1, 1}, {1, 1}};
        EntropicTransport problem = EntropicTransport.of(flat, A, B, 0.5);
        double[] x = {1, 1, 1, 0.25, 0.25};
        double[] g = new double[5];
        double value = problem.gradient(x, g);
        // All couplings cost 1, and a⊗b has no divergence.
        assertEquals(1 + value, problem.gap(x, g), 1e-14);
    }

    private static void refused(String words, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(words), message);
    }

    @Test
    void badDataAreRefusedInWords() {
        refused("mass 0 of a", () -> EntropicTransport.of(COST, new double[] {0, 0.5, 0.5}, B, 1));
        refused("sum of b", () -> EntropicTransport.of(COST, A, new double[] {0.5, 0.25}, 1));
        refused("b", () -> EntropicTransport.of(COST, A, A, 1));
        refused("epsilon", () -> EntropicTransport.of(COST, A, B, 0));
        refused("of costs", () -> EntropicTransport.of(new double[][] {{Double.NaN}}, B, B, 1));
    }
}
