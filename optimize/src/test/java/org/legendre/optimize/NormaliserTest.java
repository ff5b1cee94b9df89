package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.legendre.geometry.Domain;

/** Exponentiated gradient on more weights than one chunk has. */
class NormaliserTest {
    private static final int N = 2 * Normaliser.CHUNK + 77;

    private static void equalsTwoPasses(IntToDoubleFunction logarithms) {
        double[] exponents = new double[N];
        Arrays.setAll(exponents, logarithms);
        double greatest = Arrays.stream(exponents).max().orElseThrow();
        double sum = Arrays.stream(exponents).map(v -> Math.exp(v - greatest)).sum();
        double[] y = exponents.clone();
        double[] x = new double[N];
        EntropyStep step = EntropyStep.onSimplices(Domain.positive(N), Simplex.INSTANCE);
        assertEquals("", step.project(y, x));
        double[] moved = new double[N];
        double[] movedX = new double[N];
        double[] slope = new double[N];
        Arrays.setAll(slope, i -> -2 * exponents[i]);
        assertEquals("", step.move(new double[N], slope, 0.5, moved, movedX));
        for (int i = 0; i < N; i++) {
            double expected = Math.exp(exponents[i] - greatest) / sum;
            assertEquals(expected, x[i], 1e-13 * expected, "weight " + i);
            double log = exponents[i] - greatest - Math.log(sum);
            assertEquals(log, y[i], 1e-15 * (Math.abs(log) + Math.abs(greatest)), "logarithm " + i);
            assertEquals(x[i], movedX[i], "weight " + i);
            assertEquals(y[i], moved[i], "logarithm " + i);
        }
        assertEquals(1, Arrays.stream(x).sum(), 1e-13);
    }

    @Test
    void risingExponentsAreTakenRelativeToTheLastOfThem() {
        equalsTwoPasses(i -> 0.01 * i - 3);
    }

    @Test
    void fallingExponentsAreTakenRelativeToTheFirst() {
        equalsTwoPasses(i -> 90 - 0.05 * i);
    }

    @Test
    void aLateGreatestExponentMakesTheEarlierOnesVanish() {
        equalsTwoPasses(i -> i == N - 1 ? 5000 : Math.sin(i));
        equalsTwoPasses(i -> i == Normaliser.CHUNK ? -100 : -5000 + Math.sin(i));
    }

    @Test
    void longBlocksHaveTheirTotals() {
        double[] totals = {0.25, 3};
        Simplices blocks = new Simplices(totals, Normaliser.CHUNK + 1, N - Normaliser.CHUNK - 1);
        EntropyStep step = EntropyStep.onSimplices(Domain.positive(N), blocks);
        double[] y = new double[N];
        Arrays.setAll(y, i -> 0.02 * i);
        double[] x = new double[N];
        assertEquals("", step.project(y, x));
        assertEquals(0.25, Arrays.stream(x, 0, Normaliser.CHUNK + 1).sum(), 1e-14);
        assertEquals(3, Arrays.stream(x, Normaliser.CHUNK + 1, N).sum(), 1e-13);
        for (int i = 0; i < N; i++) {
            assertEquals(Math.log(x[i]), y[i], 1e-14 * (1 + Math.abs(y[i])));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void aDualPointThatOverflowsIsRefusedWhereverItDoes(double bad) {
        EntropyStep step = EntropyStep.onSimplices(Domain.positive(N), Simplex.INSTANCE);
        for (int i : new int[] {0, 5, Normaliser.CHUNK, N - 1}) {
            double[] y = new double[N];
            y[i] = bad;
            assertEquals("entry " + i + " of the dual point overflows", step.project(y, new double[N]));
        }
        double[] y = new double[N];
        y[3] = -1e308;
        y[N - 1] = 1.2e308;
        assertTrue(step.project(y, new double[N]).contains("overflows"));
    }

    @Test
    void theSpreadIsThatOfPlainSums() {
        for (int n = 1; n < 12; n++) {
            double[] x = new double[n + 2];
            double[] g = new double[n + 2];
            Arrays.setAll(x, i -> 0.1 + 0.05 * i);
            Arrays.setAll(g, i -> Math.sin(5.0 * i));
            double total = Arrays.stream(x, 1, n + 1).sum();
            double least = Arrays.stream(g, 1, n + 1).min().orElseThrow();
            double mean = 0;
            for (int i = 1; i <= n; i++) {
                mean += x[i] * g[i] / total;
            }
            double squares = 0;
            double gap = 0;
            for (int i = 1; i <= n; i++) {
                squares += x[i] * Math.pow(g[i] - mean, 2);
                gap += x[i] * (g[i] - least);
            }
            Spread spread = new Spread();
            spread.add(x, g, 1, n + 1, total);
            assertEquals(squares, spread.squares(), 1e-15);
            assertEquals(gap, spread.gap(), 1e-15);
        }
    }
}
