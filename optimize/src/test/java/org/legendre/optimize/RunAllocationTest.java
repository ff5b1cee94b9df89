package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Whole runs of k and of 2k steps: what the second half allocates is the longer columns of the trace. */
class RunAllocationTest {
    private static final int N = 200;
    /** What may be allocated once and not by each step, such as scratch space that is made when it is first needed. */
    private static final long ONCE = 4000;

    /** ½Σ aᵢ(xᵢ − cᵢ)², of condition number 10⁶ and with an optimum inside the simplex: no method is done too soon. */
    private static final class Bowl implements Objective<Weights, Differential<Weights>> {
        @Override
        public int size() {
            return N;
        }

        private static double curvature(int i) {
            return Math.exp(-13.8 * i / N);
        }

        private static double centre(int i) {
            return (1 + 0.5 * Math.sin(i)) / N;
        }

        @Override
        public double value(double[] x) {
            double sum = 0;
            for (int i = 0; i < N; i++) {
                sum += 0.5 * curvature(i) * (x[i] - centre(i)) * (x[i] - centre(i));
            }
            return sum;
        }

        @Override
        public double gradient(double[] x, double[] out) {
            for (int i = 0; i < N; i++) {
                out[i] = curvature(i) * (x[i] - centre(i));
            }
            return value(x);
        }
    }

    /** A method, with a number of steps that is far from all that it has to do; without a rule it has its own. */
    private record Method(
            String name,
            Geometry<Weights, Differential<Weights>> geometry,
            Scheme scheme,
            @Nullable StepRule rule,
            int steps) {
        @Override
        public String toString() {
            return name;
        }

        /** The bytes that a run of so many steps allocates. */
        long bytes(int steps) {
            var method = Descent.of(new Bowl(), geometry)
                    .by(scheme)
                    .until(Stopping.iterations(steps))
                    .keepPoints(false);
            Descent<Weights, Differential<Weights>> descent = rule == null ? method : method.step(rule);
            Vec<Weights> start = Vec.generate(N, i -> 1.0 / N);
            var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
            long thread = Thread.currentThread().getId();
            long before = threads.getThreadAllocatedBytes(thread);
            Run<Weights, Differential<Weights>> run = descent.run(start);
            long bytes = threads.getThreadAllocatedBytes(thread) - before;
            assertEquals(steps + 1, run.trace().size(), () -> this + ": " + run.outcome());
            return bytes;
        }
    }

    static Method[] methods() {
        double[] ones = new double[N];
        Arrays.fill(ones, 1);
        Geometry<Weights, Differential<Weights>> logs = Geometry.exponentiatedGradient(N);
        Geometry<Weights, Differential<Weights>> burg =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(N), Constraint.simplex());
        Geometry<Weights, Differential<Weights>> box = Geometry.mirror(
                Potentials.<Weights, Differential<Weights>>halfSquaredNorm(N), Constraint.box(new double[N], ones));
        StepRule constant = StepRule.constant(0.01);
        Scheme descent = Scheme.descent();
        return new Method[] {
            new Method("exponentiated gradient", logs, descent, constant, 1000),
            new Method("exponentiated gradient, Armijo", logs, descent, StepRule.armijo(), 1000),
            new Method("mirror descent, Burg", burg, descent, constant, 1000),
            new Method("projected gradient", box, descent, constant, 1000),
            new Method("accelerated", logs, Scheme.accelerated(1), null, 1000),
            new Method("quasi-Newton", logs, Scheme.quasiNewton(10), null, 60),
            new Method("Frank–Wolfe", Geometry.frankWolfe(N, Constraint.simplex()), descent, StepRule.openLoop(), 1000),
            new Method(
                    "Frank–Wolfe, away steps",
                    Geometry.frankWolfeAway(N, Constraint.simplex()),
                    descent,
                    StepRule.exact(),
                    100)
        };
    }

    @ParameterizedTest
    @MethodSource("methods")
    void stepsAllocateNothingButRows(Method method) {
        long most = Long.MAX_VALUE;
        for (int k = 0; k < 3; k++) {
            most = Math.min(most, method.bytes(2 * method.steps) - method.bytes(method.steps));
        }
        int capacity = 16;
        while (capacity < 2 * method.steps + 1) {
            capacity *= 2;
        }
        long rows = Column.values().length * (8L * capacity + 16);
        assertTrue(most <= rows + ONCE, method + ": " + most + " bytes for " + method.steps + " steps, rows " + rows);
    }
}
