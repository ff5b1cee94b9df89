package org.legendre.examples.benchmark;

import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Batch;
import org.legendre.geometry.family.MultivariateNormal;
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

/** KL of pairs of multivariate normals, which keep their Cholesky factors: of 32 pairs, and of all 1024 pairs of 32 and 32. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(2)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 3, time = 1)
public class MultivariateNormalBenchmark {
    private static final int PAIRS = 32;

    /** The dimension. */
    @Param({"2", "10", "50", "200"})
    public int d;

    private List<MultivariateNormal> p = List.of();
    private List<MultivariateNormal> q = List.of();

    /** Fixed numbers. */
    @Setup
    public void fill() {
        SplittableRandom random = new SplittableRandom(4);
        p = Stream.generate(() -> normal(random)).limit(PAIRS).toList();
        q = Stream.generate(() -> normal(random)).limit(PAIRS).toList();
    }

    /** N(z, I + ZZᵀ/d) with uniform entries. */
    private MultivariateNormal normal(SplittableRandom random) {
        double[] mean = random.doubles(d, -1, 1).toArray();
        double[][] factor = new double[d][];
        for (int i = 0; i < d; i++) {
            factor[i] = random.doubles(d, -1, 1).toArray();
        }
        double[][] covariance = new double[d][d];
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < d; j++) {
                double sum = 0;
                for (int k = 0; k < d; k++) {
                    sum += factor[i][k] * factor[j][k];
                }
                covariance[i][j] = sum / d + (i == j ? 1 : 0);
            }
        }
        return new MultivariateNormal(Vec.of(mean), PositiveDefinite.symmetrized(covariance));
    }

    /** {@link Batch#kl}. */
    @Benchmark
    public double[] pairs() {
        return Batch.kl(p, q);
    }

    /** One by one, each with working memory of its own. */
    @Benchmark
    public double pairsByKlTo() {
        double sum = 0;
        for (int i = 0; i < PAIRS; i++) {
            sum += p.get(i).klTo(q.get(i));
        }
        return sum;
    }

    /** {@link Batch#klMatrix} on the common pool. */
    @Benchmark
    public double[][] allPairs() {
        return Batch.klMatrix(p, q);
    }
}
