package org.legendre.examples.benchmark;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.SparseProbabilities;
import org.legendre.geometry.family.Batch;
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

/** Entropy, KL and Jensen–Shannon of discrete distributions, dense and sparse; divide by the number of classes for the time of an element. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 2, jvmArgsAppend = "-Xmx3g")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class FiniteBenchmark {
    /** The number of classes. */
    @Param({"1000", "10000", "100000", "1000000", "10000000"})
    public int classes;

    private double[] p = {1};
    private double[] q = {1};
    private Probabilities denseP = Probabilities.of(1);
    private Probabilities denseQ = denseP;
    private SparseProbabilities sparseP = SparseProbabilities.of(new long[] {0}, 1);
    private SparseProbabilities sparseQ = sparseP;

    /** Fixed numbers. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(2);
        denseP = Probabilities.normalized(random.doubles(classes).toArray());
        denseQ = Probabilities.normalized(random.doubles(classes).toArray());
        p = denseP.toArray();
        q = denseQ.toArray();
        long[] outcomes = new long[classes];
        Arrays.setAll(outcomes, i -> 3L * i);
        sparseP = SparseProbabilities.of(outcomes, p);
        sparseQ = SparseProbabilities.of(outcomes, q);
    }

    /** Entropy of a vector, whose logarithms are known. */
    @Benchmark
    public double entropy() {
        return denseP.entropy();
    }

    /** Entropy with its logarithms. */
    @Benchmark
    public double sparseEntropy() {
        return sparseP.entropy();
    }

    /** KL of checked vectors. */
    @Benchmark
    public double kl() {
        return denseP.klTo(denseQ);
    }

    /** KL of arrays, which are checked. */
    @Benchmark
    public double klOfArrays() {
        return Batch.categoricalKl(p, q);
    }

    /** KL of sparse distributions with equal supports. */
    @Benchmark
    public double sparseKl() {
        return sparseP.klTo(sparseQ);
    }

    /** Jensen–Shannon of checked vectors. */
    @Benchmark
    public double jensenShannon() {
        return denseP.jensenShannonTo(denseQ);
    }

    /** Jensen–Shannon of sparse distributions with equal supports. */
    @Benchmark
    public double sparseJensenShannon() {
        return sparseP.jensenShannonTo(sparseQ);
    }

    /** Entropy as textbooks print it, with the JDK's logarithm. */
    @Benchmark
    public double bareEntropy() {
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            sum -= p[i] * Math.log(p[i]);
        }
        return sum;
    }

    /** KL as textbooks print it: wrong where the distributions nearly agree. */
    @Benchmark
    public double bareKl() {
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            sum += p[i] * Math.log(p[i] / q[i]);
        }
        return sum;
    }

    /** Jensen–Shannon as textbooks print it: wrong where the distributions nearly agree. */
    @Benchmark
    public double bareJensenShannon() {
        double sum = 0;
        for (int i = 0; i < classes; i++) {
            double mean = 0.5 * (p[i] + q[i]);
            sum += 0.5 * (p[i] * Math.log(p[i] / mean) + q[i] * Math.log(q[i] / mean));
        }
        return sum;
    }
}
