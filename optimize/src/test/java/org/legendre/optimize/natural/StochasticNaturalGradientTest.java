package org.legendre.optimize.natural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.NormalKnownVariance;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;
import org.legendre.optimize.Column;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Sampling;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.State;
import org.legendre.optimize.Stopping;

/** Natural gradient from batches, held to its loop, and the online rule, held to recursive least squares and to the Cramér–Rao bound. */
class StochasticNaturalGradientTest {
    private static final ParametricModel<Integer, Bernoulli> LOGISTIC = ParametricModel.linear(3, Output.bernoulli());
    private static final Vec<Weights> TRUTH = Vec.of(0.5, -1, 0.3);

    /** An intercept and two inputs of rather different scales. */
    private static double[][] inputs(int n) {
        SplittableRandom random = new SplittableRandom(5);
        double[][] rows = new double[n][];
        Arrays.setAll(rows, i -> new double[] {1, random.nextGaussian(), 4 * random.nextGaussian()});
        return rows;
    }

    private static Likelihood<Integer, Bernoulli> drawn(double[][] inputs, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Integer> labels = new ArrayList<>();
        for (double[] x : inputs) {
            labels.add(LOGISTIC.predict(TRUTH, x).sample(random));
        }
        return Likelihood.of(LOGISTIC, inputs, labels);
    }

    private static Descent<Weights, Differential<Weights>> flat(Likelihood<?, ?> likelihood, Scheme scheme) {
        return Descent.of(
                        NegativeLogLikelihood.of(likelihood),
                        Geometry.<Weights, Differential<Weights>>euclidean(likelihood.size()))
                .by(scheme);
    }

    @Test
    void stepsAreThoseOfTheLoop() {
        Likelihood<Integer, Bernoulli> likelihood = drawn(inputs(40), 1);
        Sampling sampling = new Sampling(6, 5, 77);
        Run<Weights, Differential<Weights>> run = flat(
                        likelihood,
                        NaturalGradient.stochastic(likelihood, sampling, 0.5, 0.25)
                                .damped(0.1)
                                .remembering(0.7))
                .until(Stopping.iterations(3))
                .run(Vec.zeros(3));
        double[] w = new double[3];
        double[][] average = new double[3][3];
        int k = 0;
        for (int iteration = 0; iteration < 3; iteration++) {
            SplittableRandom random = sampling.after(iteration);
            for (int j = 0; j < 5; j++) {
                k++;
                int[] batch = new int[6];
                sampling.draw(random, 40, batch);
                double share = Math.min(1 - 1.0 / k, 0.7);
                double[] g = new double[3];
                double[][] sum = new double[3][3];
                for (int i : batch) {
                    double[] x = inputs(40)[i];
                    double p = 1 / (1 + Math.exp(-w[0] * x[0] - w[1] * x[1] - w[2] * x[2]));
                    double y = likelihood.some(i).score(Vec.of(w)).get(0) > 0 ? 1 : 0;
                    for (int a = 0; a < 3; a++) {
                        g[a] += (p - y) * x[a] / 6;
                        for (int b = 0; b < 3; b++) {
                            sum[a][b] += p * (1 - p) * x[a] * x[b] / 6;
                        }
                    }
                }
                double[][] damped = new double[3][3];
                for (int a = 0; a < 3; a++) {
                    for (int b = 0; b < 3; b++) {
                        average[a][b] = share * average[a][b] + (1 - share) * sum[a][b];
                        damped[a][b] = average[a][b] + (a == b ? 0.1 : 0);
                    }
                }
                double[] step = new double[3];
                PositiveDefinite.symmetrized(damped).solve(g, step);
                for (int a = 0; a < 3; a++) {
                    w[a] -= 0.5 / Math.pow(k, 0.25) * step[a];
                }
            }
        }
        assertArrayEquals(w, run.point().toArray(), 1e-12);
        assertEquals(0.5 / Math.pow(15, 0.25), run.last().step(), 1e-15);
        // Five batches of six of forty terms are one objective, each iterate's own differential another.
        assertEquals(1 + 3 * 2, run.last().oracleCalls());
    }

    @Test
    void theSameSeedGivesTheSameBitsAndAnotherOneOthers() {
        Likelihood<Integer, Bernoulli> likelihood = drawn(inputs(40), 1);
        Vec<Weights> first = seeded(likelihood, 3).run(Vec.zeros(3)).point();
        assertEquals(first, seeded(likelihood, 3).run(Vec.zeros(3)).point());
        assertNotEquals(first, seeded(likelihood, 4).run(Vec.zeros(3)).point());
    }

    private static Descent<Weights, Differential<Weights>> seeded(Likelihood<?, ?> likelihood, long seed) {
        return flat(
                        likelihood,
                        NaturalGradient.stochastic(likelihood, new Sampling(5, 4, seed), 0.2, 0)
                                .damped(1e-2))
                .until(Stopping.iterations(6));
    }

    @Test
    void stoppedRunsResumeToTheLastBit() throws IOException, ClassNotFoundException {
        Likelihood<Integer, Bernoulli> likelihood = drawn(inputs(40), 1);
        for (Scheme scheme : List.<Scheme>of(
                NaturalGradient.stochastic(likelihood, new Sampling(5, 4, 9), 0.2, 0.5)
                        .damped(1e-2),
                NaturalGradient.online(likelihood, 1, 7))) {
            Descent<Weights, Differential<Weights>> method = flat(likelihood, scheme);
            Run<Weights, ?> whole = method.until(Stopping.iterations(5)).run(Vec.zeros(3));
            State<Weights, Differential<Weights>> state =
                    method.until(Stopping.iterations(2)).run(Vec.zeros(3)).state();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(state);
            }
            State<Weights, Differential<Weights>> read;
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                @SuppressWarnings("unchecked")
                State<Weights, Differential<Weights>> cast = (State<Weights, Differential<Weights>>) in.readObject();
                read = cast;
            }
            Run<Weights, ?> rest = method.until(Stopping.iterations(5)).resume(read);
            assertEquals(whole.point(), rest.point(), scheme.toString());
            assertArrayEquals(
                    Arrays.copyOfRange(whole.trace().column(Column.VALUE), 2, 6),
                    rest.trace().column(Column.VALUE));
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        Likelihood<Double, NormalKnownVariance> likelihood =
                Likelihood.of(ParametricModel.linear(3, Output.normal(0.25)), inputs(2), List.of(1.0, 2.0));
        assertThrows(
                DomainException.class,
                () -> NaturalGradient.online(likelihood, 0.5, 1).damped(0));
        double[][] wide = new double[1][50_000];
        Likelihood<Double, NormalKnownVariance> large =
                Likelihood.of(ParametricModel.linear(50_000, Output.normal(1)), wide, List.of(1.0));
        DomainException refusal = assertThrows(
                DomainException.class,
                () -> flat(large, NaturalGradient.online(large, 0.5, 1)).run(Vec.zeros(50_000)));
        assertTrue(String.valueOf(refusal.getMessage()).contains("too large for an array"), refusal::toString);
    }

    /** Linear regression: one pass is the solution of (τI + Σ xxᵀ/σ²)(w − w₀) = Σ x(y − ⟨w₀, x⟩)/σ². */
    @Test
    void onlineItIsRecursiveLeastSquares() {
        double[][] inputs = inputs(30);
        SplittableRandom random = new SplittableRandom(8);
        List<Double> outputs = new ArrayList<>();
        for (double[] x : inputs) {
            outputs.add(2 * x[0] - x[1] + 0.5 * x[2] + random.nextGaussian());
        }
        ParametricModel<Double, NormalKnownVariance> model = ParametricModel.linear(3, Output.normal(0.25));
        Likelihood<Double, NormalKnownVariance> likelihood = Likelihood.of(model, inputs, outputs);
        Vec<Weights> start = Vec.of(1, 1, 1);
        Run<Weights, ?> run =
                flat(likelihood, NaturalGradient.online(likelihood, 0.5, 8)).run(start);
        Outcome.Exhausted end = assertInstanceOf(Outcome.Exhausted.class, run.outcome());
        assertTrue(end.reason().contains("all 30 observations"), end.reason());
        assertEquals(4, run.last().iteration());
        double[][] precision = new double[3][3];
        double[] sum = new double[3];
        for (int i = 0; i < 30; i++) {
            double[] x = inputs[i];
            for (int a = 0; a < 3; a++) {
                sum[a] += x[a] * (outputs.get(i) - x[0] - x[1] - x[2]) / 0.25;
                for (int b = 0; b < 3; b++) {
                    precision[a][b] += x[a] * x[b] / 0.25;
                }
            }
        }
        for (int a = 0; a < 3; a++) {
            precision[a][a] += 0.5;
        }
        double[] best = new double[3];
        PositiveDefinite.symmetrized(precision).solve(sum, best);
        for (int a = 0; a < 3; a++) {
            assertEquals(1 + best[a], run.point().get(a), 1e-12);
        }
    }

    private static final int OBSERVATIONS = 2000;
    private static final int REPETITIONS = 300;

    /**
     * n(w − w*)ᵀF(w*)(w − w*) has the mean p = 3 where n·Cov(w) is F⁻¹; over 300 independent samples of outputs its mean is known to √(2p/300) = 0.14. After one pass the online rule's is within three of these of p, with the 0.1 that n = 2000 may leave of the bias, and its 95 %
     * regions hold the truth as often as they should. Gradient steps with the rate c/t, whatever c, stay far off, because the inputs have different scales.
     */
    @Test
    void onlineItReachesTheBoundOfCramerAndRao() {
        double[][] inputs = inputs(OBSERVATIONS);
        double[][] fisher = drawn(inputs, 0).fisher(TRUTH).toMatrix();
        PositiveDefinite information = PositiveDefinite.of(fisher);
        double[] natural = IntStream.range(0, REPETITIONS)
                .mapToDouble(seed -> {
                    Likelihood<Integer, Bernoulli> likelihood = drawn(inputs, seed);
                    Run<Weights, ?> run = flat(likelihood, NaturalGradient.online(likelihood, 1, OBSERVATIONS))
                            .run(Vec.zeros(3));
                    return OBSERVATIONS * distance(information, run.point().toArray());
                })
                .toArray();
        double mean = Arrays.stream(natural).average().orElseThrow();
        double error = Math.sqrt(2.0 * 3 / REPETITIONS);
        assertEquals(3, mean, 3 * error + 0.1, "mean of n(w − w*)ᵀF(w − w*)");
        // The 95 % quantile of χ² with 3 degrees of freedom; the count has the deviation √(300·.95·.05) = 3.8.
        double held = Arrays.stream(natural).filter(d -> d <= 7.814727903251178).count();
        assertEquals(0.95 * REPETITIONS, held, 4 * 3.8, "regions that hold the truth");

        for (double rate : new double[] {0.5, 2, 8, 32}) {
            double plain = IntStream.range(0, REPETITIONS)
                    .mapToDouble(seed ->
                            OBSERVATIONS * distance(information, gradientSteps(drawn(inputs, seed), inputs, rate)))
                    .average()
                    .orElseThrow();
            assertTrue(plain > 2 * 3, "rate " + rate + "/t: " + plain);
        }
    }

    private static double distance(PositiveDefinite information, double[] w) {
        double[] difference = new double[3];
        Arrays.setAll(difference, j -> w[j] - TRUTH.get(j));
        return information.quadratic(difference);
    }

    /** Robbins and Monro: w − (c/t)∇ℓ_t(w), one pass. */
    private static double[] gradientSteps(Likelihood<?, ?> likelihood, double[][] inputs, double c) {
        NegativeLogLikelihood loss = NegativeLogLikelihood.of(likelihood);
        double[] w = new double[3];
        double[] g = new double[3];
        int[] one = new int[1];
        for (int t = 1; t <= inputs.length; t++) {
            one[0] = t - 1;
            loss.partial(w, one, 1, g);
            for (int j = 0; j < 3; j++) {
                w[j] -= c / t * g[j];
            }
        }
        return w;
    }

    @Test
    void refusalsSayWhatIsWrong() {
        Likelihood<Integer, Bernoulli> likelihood = drawn(inputs(40), 1);
        Sampling sampling = new Sampling(2, 2, 1);
        StochasticNaturalGradient scheme = NaturalGradient.stochastic(likelihood, sampling, 0.1, 0);
        refused("rate", () -> NaturalGradient.stochastic(likelihood, sampling, 0, 0));
        refused("power", () -> NaturalGradient.stochastic(likelihood, sampling, 1, -1));
        refused("damping λ", () -> scheme.damped(Double.NaN));
        refused("share of the past = 1.5", () -> scheme.remembering(1.5));
        refused("precision τ", () -> NaturalGradient.online(likelihood, 0, 1));
        refused("observations between two iterates = 0", () -> NaturalGradient.online(likelihood, 1, 0));
        refused("at least one", likelihood::some);
        refused("observation = 40", () -> likelihood.some(0, 40));
        NegativeLogLikelihood loss = NegativeLogLikelihood.of(likelihood);
        Descent<Weights, Differential<Weights>> natural =
                Descent.of(loss, NaturalGradient.of(3, w -> likelihood.fisher(w).damped(1)));
        refused("goes with Geometry.euclidean", () -> natural.by(scheme));
        Descent<Weights, Differential<Weights>> smooth = Descent.of(
                Objective.of(3, x -> 0, x -> Vec.zeros(3)), Geometry.<Weights, Differential<Weights>>euclidean(3));
        refused("no FiniteSum", () -> smooth.by(scheme));
        refused("has 30 terms", () -> flat(drawn(inputs(30), 1), scheme));
        // Two observations of three weights, without damping.
        Run<Weights, ?> run = flat(likelihood, scheme).run(Vec.zeros(3));
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(failed.reason().contains("λ = 0.0 is too small for the average"), failed.reason());
    }

    private static void refused(String message, Executable call) {
        String text = String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(text.contains(message), text);
    }
}
