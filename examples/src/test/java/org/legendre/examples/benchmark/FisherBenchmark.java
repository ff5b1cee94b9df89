package org.legendre.examples.benchmark;

import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.legendre.examples.data.Digits;
import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.Differential;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.model.Activation;
import org.legendre.geometry.model.ExactFisher;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.Perceptron;
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

/**
 * A natural gradient on handwritten digits, from the weights to the direction: exact by a factor and by conjugate gradients, by Kronecker factors and their eigenvalue correction, against the naive way, which has the matrix
 * column by column from products and factorises it. The score alone is what a step of gradient descent costs.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
public class FisherBenchmark {
    private static final double DAMPING = 1e-3;

    /** The number of hidden units; 0 for softmax regression. */
    @Param({"0", "20"})
    public int hidden;

    /** The number of digits. */
    @Param({"900", "1797"})
    public int n;

    private @Nullable Likelihood<Integer, Categorical> likelihood;
    private Vec<Weights> w = Vec.zeros(1);
    private Vec<Differential<Weights>> g = Vec.zeros(1);

    /** Weights at random, where no class is certain. */
    @Setup
    public void prepare() {
        Perceptron<Integer, Categorical> linear = Perceptron.of(64, Output.categorical(10));
        Perceptron<Integer, Categorical> model = hidden == 0 ? linear : linear.hidden(hidden, Activation.TANH);
        likelihood = Digits.likelihood(model, n);
        w = model.initial(new SplittableRandom(1));
        g = likelihood().score(w);
    }

    private Likelihood<Integer, Categorical> likelihood() {
        return Objects.requireNonNull(likelihood);
    }

    /** A differential alone. */
    @Benchmark
    public Vec<Differential<Weights>> score() {
        return likelihood().score(w);
    }

    /** The whole matrix from its structure, and its factor. */
    @Benchmark
    public Vec<Weights> direct() {
        return likelihood().fisher(w).damped(DAMPING).raise(g);
    }

    /** Products only, to a relative residual of a hundredth. */
    @Benchmark
    public Vec<Weights> conjugateGradients() {
        return likelihood()
                .fisher(w)
                .damped(DAMPING)
                .by(ConjugateGradients.to(1e-2))
                .raise(g);
    }

    /** K-FAC. */
    @Benchmark
    public Vec<Weights> kroneckerFactors() {
        return likelihood().fisher(w).kronecker().dampedInFactors(DAMPING).raise(g);
    }

    /** EKFAC. */
    @Benchmark
    public Vec<Weights> eigenvalueCorrected() {
        return likelihood()
                .fisher(w)
                .kronecker()
                .eigenvalueCorrected()
                .damped(DAMPING)
                .raise(g);
    }

    /** Column by column. */
    @Benchmark
    public double[] naive() {
        ExactFisher fisher = likelihood().fisher(w);
        int p = fisher.size();
        double[][] matrix = new double[p][p];
        double[] unit = new double[p];
        for (int j = 0; j < p; j++) {
            unit[j] = 1;
            fisher.multiply(unit, matrix[j]);
            unit[j] = 0;
            matrix[j][j] += DAMPING;
        }
        double[] direction = new double[p];
        PositiveDefinite.symmetrized(matrix).solve(g.toArray(), direction);
        return direction;
    }
}
