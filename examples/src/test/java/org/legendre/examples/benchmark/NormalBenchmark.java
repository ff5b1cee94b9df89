package org.legendre.examples.benchmark;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.legendre.geometry.family.Batch;
import org.legendre.geometry.family.Normal;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** KL of a million pairs of normals, a pair at a time or all at once, of a thousand single pairs, and of all pairs of a thousand. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class NormalBenchmark {
    private static final int ROWS = 1_000_000;
    private static final int MEMBERS = 1000;

    private final double[] meansP = new double[ROWS];
    private final double[] variancesP = new double[ROWS];
    private final double[] meansQ = new double[ROWS];
    private final double[] variancesQ = new double[ROWS];
    private final double[] kl = new double[ROWS];
    private final List<Normal> members;

    /** Fixed numbers. */
    public NormalBenchmark() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROWS; i++) {
            meansP[i] = random.nextDouble(-3, 3);
            meansQ[i] = random.nextDouble(-3, 3);
            variancesP[i] = Math.exp(random.nextDouble(-3, 3));
            variancesQ[i] = Math.exp(random.nextDouble(-3, 3));
        }
        members = IntStream.range(0, MEMBERS)
                .mapToObj(i -> new Normal(meansP[i], variancesP[i]))
                .toList();
    }

    /** {@link Batch#normalKl}. */
    @Benchmark
    public double[] rows() {
        Batch.normalKl(meansP, variancesP, meansQ, variancesQ, kl);
        return kl;
    }

    /** Members made and compared one by one. */
    @Benchmark
    public double[] rowsByKlTo() {
        for (int i = 0; i < ROWS; i++) {
            kl[i] = new Normal(meansP[i], variancesP[i]).klTo(new Normal(meansQ[i], variancesQ[i]));
        }
        return kl;
    }

    /** The formula as textbooks print it, with the JDK's logarithm: wrong where the normals nearly agree. */
    @Benchmark
    public double[] rowsByBareFormula() {
        for (int i = 0; i < ROWS; i++) {
            double ratio = variancesP[i] / variancesQ[i];
            double difference = meansP[i] - meansQ[i];
            kl[i] = 0.5 * (ratio + difference * difference / variancesQ[i] - 1 - Math.log(ratio));
        }
        return kl;
    }

    /** A thousand single pairs of members. */
    @Benchmark
    public double thousandPairs() {
        double sum = 0;
        for (int i = 0; i < MEMBERS; i++) {
            sum += members.get(i).klTo(members.get(MEMBERS - 1 - i));
        }
        return sum;
    }

    /** {@link Batch#klMatrix} on the common pool. */
    @Benchmark
    public double[][] allPairs() {
        return Batch.klMatrix(members, members);
    }

    /** The same on one thread. */
    @Benchmark
    public double[][] allPairsSerially() {
        double[][] matrix = new double[MEMBERS][MEMBERS];
        for (int i = 0; i < MEMBERS; i++) {
            for (int j = 0; j < MEMBERS; j++) {
                matrix[i][j] = members.get(i).klTo(members.get(j));
            }
        }
        return matrix;
    }
}
