package org.legendre.optimize.online;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Geometry;

/** Rounds make no arrays of the size of a point, their account included. */
class LearnerAllocationTest {
    private static final int N = 2000;

    static Stream<Online<Weights, Differential<Weights>>> methods() {
        return Stream.of(
                Hedge.over(N).rate(0.1),
                Hedge.over(N).anytime(),
                Hedge.over(N).adaptive(),
                Online.mirrorDescent(
                                Geometry.exponentiatedGradient(N),
                                Vec.generate(N, i -> 1.0 / N),
                                LearningRate.constant(0.1))
                        .heldTo(RegretTheorem.mirrorDescent(1, DualNorm.EUCLIDEAN)));
    }

    @ParameterizedTest
    @MethodSource("methods")
    void roundsMakeNoArrays(Online<Weights, Differential<Weights>> method) {
        Learner<Weights, Differential<Weights>> learner = method.start();
        double[] losses = new double[N];
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long bytes = Long.MAX_VALUE;
        for (int t = 0; t < 20; t++) {
            int best = t;
            Arrays.setAll(losses, i -> i == best ? 0 : (i + 1.0) / N);
            long before = threads.getCurrentThreadAllocatedBytes();
            learner.observe(losses);
            bytes = Math.min(bytes, threads.getCurrentThreadAllocatedBytes() - before);
        }
        assertTrue(bytes < 2000, method + " allocates " + bytes + " bytes a round");
    }
}
