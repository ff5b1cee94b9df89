package org.legendre.optimize.problem;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** What holds of every problem: values and differentials of its formula, a gap that bounds the excess, certified optima. */
class ProblemsTest {
    static List<Cases> cases() {
        return Cases.ALL;
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesAndDifferentialsAreThoseOfTheFormulaByAutomaticDifferentiation(Cases problem) {
        Objective<Weights, Differential<Weights>> objective = problem.objective();
        int n = objective.size();
        Objective<Weights, Differential<Weights>> automatic = Objective.smooth(n, problem.formula());
        SplittableRandom random = new SplittableRandom(1);
        double[] expected = new double[n];
        double[] actual = new double[n];
        for (int k = 0; k < 200; k++) {
            // Off the simplex too.
            double[] x = random.doubles(n, 0.05, 2).toArray();
            double value = automatic.gradient(x, expected);
            assertEquals(value, objective.value(x), 1e-13 * (1 + Math.abs(value)));
            assertEquals(objective.value(x), objective.gradient(x, actual), 1e-15 * (1 + Math.abs(value)));
            for (int i = 0; i < n; i++) {
                assertEquals(expected[i], actual[i], 1e-13 * (1 + Math.abs(expected[i])), problem + ", entry " + i);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theGapBoundsTheExcessAndVanishesAtTheOptimum(Cases problem) {
        Objective<Weights, Differential<Weights>> objective = problem.objective();
        double[] optimum =
                problem.optimum().stream().mapToDouble(Double::doubleValue).toArray();
        double[] g = new double[optimum.length];
        assertEquals(problem.value(), objective.gradient(optimum, g), 1e-15 * (1 + Math.abs(problem.value())));
        assertEquals(0, objective.gap(optimum, g), 4e-15);
        SplittableRandom random = new SplittableRandom(2);
        for (int k = 0; k < 1000; k++) {
            double scale = Math.pow(10, random.nextDouble(-7, 0));
            double[] x = problem.near(random, scale);
            double excess = objective.gradient(x, g) - problem.value();
            double gap = objective.gap(x, g);
            assertTrue(excess <= gap + 1e-14, problem + ": gap " + gap + " below the excess " + excess);
            // Linear in the distance, where an arbitrary dual point would leave a constant.
            assertTrue(gap <= 60 * scale, problem + ": gap " + gap + " at the distance " + scale);
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theOptimumIsReachedAndCertified(Cases problem) {
        Objective<Weights, Differential<Weights>> objective = problem.objective();
        int n = objective.size();
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(n);
        Geometry<Weights, Differential<Weights>> geometry =
                problem.simplex() ? Geometry.exponentiatedGradient(n) : Geometry.mirror(entropy);
        Run<Weights, Differential<Weights>> run = Descent.of(objective, geometry)
                .step(StepRule.armijo())
                .until(Stopping.gapBelow(1e-9).or(Stopping.iterations(5000)))
                .run(Vec.generate(n, i -> 1.0 / n));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        assertEquals(problem.value(), run.last().value(), 1e-9);
    }

    @Test
    void manyThreadsGetTheBitsOfOne() {
        SplittableRandom random = new SplittableRandom(4);
        double[][] rows = new double[40][];
        Arrays.setAll(rows, i -> random.doubles(80, -1, 1).toArray());
        double[][] channel = new double[80][];
        Arrays.setAll(channel, i -> {
            double[] row = new double[80];
            Arrays.fill(row, 1.0 / 128);
            row[i] = 49.0 / 128;
            return row;
        });
        for (Objective<Weights, Differential<Weights>> objective :
                List.of(DOptimalDesign.of(rows), ChannelCapacity.of(channel))) {
            double[][] points = new double[8][];
            double[][] alone = new double[8][80];
            double[] values = new double[8];
            for (int k = 0; k < 8; k++) {
                points[k] = random.doubles(80, 0.1, 1).toArray();
                values[k] = objective.gradient(points[k], alone[k]);
            }
            IntStream.range(0, 1600).parallel().forEach(k -> {
                double[] g = new double[80];
                assertEquals(values[k % 8], objective.gradient(points[k % 8], g));
                assertArrayEquals(alone[k % 8], g);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void callsAllocateNothing(Cases problem) {
        Objective<Weights, Differential<Weights>> objective = problem.objective();
        double[] start = problem.near(new SplittableRandom(3), 1);
        double[] g = new double[start.length];
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        for (int k = 0; k < 5; k++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            for (int call = 0; call < 100; call++) {
                double sum = objective.value(start) + objective.gradient(start, g) + objective.gap(start, g);
                assertTrue(sum < Double.POSITIVE_INFINITY);
            }
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(bytes < 2000, problem + " allocates " + bytes + " bytes in a hundred calls");
    }
}
