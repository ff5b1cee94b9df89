package org.legendre.examples.benchmark;

import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A step of exponentiated gradient in a run (certificate, decrement and trace included) against two bare loops, on a linear loss that costs a copy and an inner product; all of them call its gradient once a step. A run starts with its arrays, which the bare loops have
 * from before.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ExponentiatedGradientBenchmark {
    private static final int STEPS = 50;
    private static final double RATE = 0.01;

    /** The number of weights. */
    @Param({"1000", "1000000"})
    public int n;

    private double[] losses = new double[0];
    private double[] w = new double[0];
    private double[] g = new double[0];
    private double[] y = new double[0];
    private Vec<Weights> start = Vec.zeros(1);
    private @Nullable Descent<Weights, Differential<Weights>> descent;

    /** Losses between 0 and 1. */
    @Setup
    public void prepare() {
        losses = new SplittableRandom(1).doubles(n).toArray();
        w = new double[n];
        g = new double[n];
        y = new double[n];
        descent = method();
        start = Vec.generate(n, i -> 1.0 / n);
    }

    private final class Linear implements Objective<Weights, Differential<Weights>> {
        @Override
        public int size() {
            return n;
        }

        @Override
        public double value(double[] x) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += losses[i] * x[i];
            }
            return sum;
        }

        @Override
        public double gradient(double[] x, double[] out) {
            System.arraycopy(losses, 0, out, 0, n);
            return value(x);
        }
    }

    private Descent<Weights, Differential<Weights>> method() {
        return Descent.of(new Linear(), Geometry.exponentiatedGradient(n))
                .step(StepRule.constant(RATE))
                .until(Stopping.iterations(STEPS))
                .keepPoints(false);
    }

    /** Steps of a run. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double run() {
        return Objects.requireNonNull(descent).run(start).state().value();
    }

    /** The bare loop w ← w·exp(−ηg)/Σ, which overflows and loses weights for long steps. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double bare() {
        Linear loss = new Linear();
        Arrays.fill(w, 1.0 / n);
        double value = 0;
        for (int k = 0; k < STEPS; k++) {
            value = loss.gradient(w, g);
            double sum = 0;
            for (int i = 0; i < n; i++) {
                w[i] *= Math.exp(-RATE * g[i]);
                sum += w[i];
            }
            for (int i = 0; i < n; i++) {
                w[i] /= sum;
            }
        }
        return value;
    }

    /** The bare loop in logarithms, exponents taken relative to the greatest one: safe for all steps, as a run is. */
    @Benchmark
    @OperationsPerInvocation(STEPS)
    public double safe() {
        Linear loss = new Linear();
        Arrays.fill(w, 1.0 / n);
        Arrays.fill(y, 0);
        double value = 0;
        for (int k = 0; k < STEPS; k++) {
            value = loss.gradient(w, g);
            double greatest = Double.NEGATIVE_INFINITY;
            for (int i = 0; i < n; i++) {
                y[i] -= RATE * g[i];
                greatest = y[i] > greatest ? y[i] : greatest;
            }
            double sum = 0;
            for (int i = 0; i < n; i++) {
                w[i] = Math.exp(y[i] - greatest);
                sum += w[i];
            }
            for (int i = 0; i < n; i++) {
                w[i] /= sum;
            }
        }
        return value;
    }
}
