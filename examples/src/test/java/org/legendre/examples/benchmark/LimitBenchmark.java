package org.legendre.examples.benchmark;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What memory and arithmetic allow at best: loops that do nothing but read, divide or multiply. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class LimitBenchmark {
    private static final int LONG = 1_000_000;
    private static final int SHORT = 1024;

    private final double[] a = new double[LONG];
    private final double[] b = new double[LONG];
    private final double[] c = new double[LONG];
    private final double[] d = new double[LONG];
    private final double[] out = new double[LONG];
    private final double[] x = new double[SHORT];
    private final double[] y = new double[SHORT];

    /** Ones. */
    public LimitBenchmark() {
        for (double[] array : new double[][] {a, b, c, d, x, y}) {
            Arrays.fill(array, 1);
        }
    }

    /** A million elements of two arrays in and one out, as a stream triad: 24 bytes an element. */
    @Benchmark
    public double[] memoryTriad() {
        for (int i = 0; i < LONG; i++) {
            out[i] = Math.fma(a[i], 3.0, b[i]);
        }
        return out;
    }

    /** A million elements of four arrays in and one out, as for the rows of normals: 40 bytes an element. */
    @Benchmark
    public double[] memoryOfNormalRows() {
        for (int i = 0; i < LONG; i++) {
            out[i] = Math.fma(a[i], b[i], c[i] - d[i]);
        }
        return out;
    }

    /** 1024 divisions of numbers in the first-level cache. */
    @Benchmark
    public double[] division() {
        for (int i = 0; i < SHORT; i++) {
            y[i] = x[i] / y[i];
        }
        return y;
    }

    /** 1024 times 16 fused multiply–adds. */
    @Benchmark
    public double[] multiplyAdd() {
        for (int i = 0; i < SHORT; i++) {
            double z = x[i];
            double s = Math.fma(z, 0.5, 0.25);
            s = Math.fma(z, s, 0.75);
            s = Math.fma(z, s, 0.125);
            s = Math.fma(z, s, 0.375);
            s = Math.fma(z, s, 0.625);
            s = Math.fma(z, s, 0.875);
            s = Math.fma(z, s, 1.25);
            s = Math.fma(z, s, 1.75);
            s = Math.fma(z, s, 1.125);
            s = Math.fma(z, s, 1.375);
            s = Math.fma(z, s, 1.625);
            s = Math.fma(z, s, 1.875);
            s = Math.fma(z, s, 2.25);
            s = Math.fma(z, s, 2.5);
            s = Math.fma(z, s, 2.75);
            y[i] = Math.fma(z, s, 2.125);
        }
        return y;
    }
}
