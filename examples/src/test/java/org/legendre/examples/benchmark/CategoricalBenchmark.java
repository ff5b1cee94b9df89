package org.legendre.examples.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Batch;
import org.legendre.geometry.family.Categorical;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** KL of two categorical distributions of many classes. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class CategoricalBenchmark {
    /** The number of classes. */
    @Param({"1000", "1000000"})
    public int classes;

    private double[] p = {1};
    private double[] q = {1};
    private Categorical memberP = Categorical.of(.5, .5);
    private Categorical memberQ = memberP;

    /** Fixed numbers. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(2);
        p = probabilities(random);
        q = probabilities(random);
        memberP = Categorical.of(p);
        memberQ = Categorical.of(q);
    }

    private double[] probabilities(SplittableRandom random) {
        double[] weights = new double[classes];
        Arrays.setAll(weights, i -> random.nextExponential());
        return Probabilities.normalized(weights).toArray();
    }

    /** {@link Batch#categoricalKl(double[], double[])}, which checks the probabilities. */
    @Benchmark
    public double arrays() {
        return Batch.categoricalKl(p, q);
    }

    /** Members, checked before. */
    @Benchmark
    public double members() {
        return memberP.klTo(memberQ);
    }

    /** The formula as textbooks print it, with the JDK's logarithm: wrong where the distributions nearly agree. */
    @Benchmark
    public double bareFormula() {
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += p[i] * Math.log(p[i] / q[i]);
        }
        return sum;
    }
}
