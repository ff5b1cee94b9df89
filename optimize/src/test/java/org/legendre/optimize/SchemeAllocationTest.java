package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Weights;

/** Steps make no arrays. */
class SchemeAllocationTest {
    private static final int N = 2000;
    private static final Sampling SAMPLING = new Sampling(3, 4, 1);

    /** Σ (i/n) xᵢ + ½Σ xᵢ², as a sum of four equal terms. */
    private static final class Slope implements FiniteSum<Weights, Differential<Weights>> {
        @Override
        public int size() {
            return N;
        }

        @Override
        public int terms() {
            return 4;
        }

        @Override
        public double value(double[] x) {
            double sum = 0;
            for (int i = 0; i < N; i++) {
                sum += x[i] * ((double) i / N + 0.5 * x[i]);
            }
            return sum;
        }

        @Override
        public double gradient(double[] x, double[] out) {
            for (int i = 0; i < N; i++) {
                out[i] = (double) i / N + x[i];
            }
            return value(x);
        }

        @Override
        public double partial(double[] x, int[] indices, int count, double[] out) {
            return gradient(x, out);
        }
    }

    static Scheme[] schemes() {
        return new Scheme[] {
            Scheme.dualAveraging(),
            Scheme.dualAveraging(10),
            Scheme.optimistic(),
            Scheme.averaged(Scheme.descent()),
            Scheme.mirrorProx(),
            Scheme.accelerated(1),
            Scheme.accelerated(1).adaptiveGain().restarting(),
            Scheme.accelerated(1).adaptiveExponent(),
            Scheme.stochastic(SAMPLING, 0.1, 0.5),
            Scheme.stochasticAverages(SAMPLING, 0.1, 0.5),
            Scheme.varianceReduced(SAMPLING, 0.1)
        };
    }

    @ParameterizedTest
    @MethodSource("schemes")
    void stepsMakeNoArrays(Scheme scheme) {
        Engine<Weights, Differential<Weights>> engine =
                new Engine<>(new Slope(), Geometry.exponentiatedGradient(N), scheme, StepRule.constant(0.1));
        double[] start = new double[N];
        Arrays.fill(start, 1.0 / N);
        engine.start(start);
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        for (int k = 0; k < 20; k++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            assertNull(engine.advance());
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(bytes < 2000, scheme + " allocates " + bytes + " bytes a step");
    }
}
