package org.legendre.examples.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.legendre.geometry.family.Batch;
import org.legendre.geometry.family.Dirichlet;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** KL of 100,000 pairs of Dirichlet distributions over 10 classes, and of a single one. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class DirichletBenchmark {
    private static final int ROWS = 100_000;
    private static final int CLASSES = 10;

    private final double[] p = new double[ROWS * CLASSES];
    private final double[] q = new double[ROWS * CLASSES];
    private final double[] kl = new double[ROWS];
    private final Dirichlet memberP;
    private final Dirichlet memberQ;

    /** Fixed numbers. */
    public DirichletBenchmark() {
        SplittableRandom random = new SplittableRandom(3);
        Arrays.setAll(p, i -> Math.exp(random.nextDouble(-2, 2)));
        Arrays.setAll(q, i -> Math.exp(random.nextDouble(-2, 2)));
        memberP = Dirichlet.of(Arrays.copyOf(p, CLASSES));
        memberQ = Dirichlet.of(Arrays.copyOf(q, CLASSES));
    }

    /** {@link Batch#dirichletKl}. */
    @Benchmark
    public double[] rows() {
        Batch.dirichletKl(p, 0, q, 0, kl, 0, ROWS, CLASSES);
        return kl;
    }

    /** A single pair. */
    @Benchmark
    public double pair() {
        return memberP.klTo(memberQ);
    }
}
