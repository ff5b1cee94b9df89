package org.legendre.geometry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Normal;

/**
 * A model with data, a point, and a way to take expectations over its outputs: all of them, or the nodes of a quadrature, with their probabilities.
 *
 * @param <T> the type of an output
 * @param <M> the distribution of an output
 */
record ModelCase<T, M extends Member<T, M>>(
        String name, Likelihood<T, M> likelihood, Inputs inputs, Vec<Weights> w, Function<M, List<Node<T>>> nodes) {
    /** An output with its probability. */
    record Node<T>(T y, double probability) {}

    /** Rows of inputs. */
    @FunctionalInterface
    interface Inputs {
        double[][] rows();
    }

    @Override
    public String toString() {
        return name;
    }

    /** The likelihood of one output at the input of an observation. */
    Likelihood<T, M> single(int i, T y) {
        return Likelihood.of(likelihood.model(), new double[][] {inputs.rows()[i]}, List.of(y));
    }

    /** (1/n) Σᵢ E[f(i, y)] over outputs that the model distributes. */
    double[] expectation(BiFunction<Integer, T, double[]> f) {
        int n = inputs.rows().length;
        double[] sum = new double[0];
        for (int i = 0; i < n; i++) {
            for (Node<T> node : nodes.apply(likelihood.model().predict(w, inputs.rows()[i]))) {
                double[] term = f.apply(i, node.y());
                sum = sum.length == 0 ? new double[term.length] : sum;
                for (int k = 0; k < term.length; k++) {
                    sum[k] += node.probability() * term[k] / n;
                }
            }
        }
        return sum;
    }

    static Stream<ModelCase<?, ?>> all() {
        return Stream.of(
                of(
                        "logistic regression",
                        ParametricModel.linear(3, Output.bernoulli()),
                        m -> discrete(m, List.of(0, 1)),
                        1),
                of(
                        "softmax regression",
                        ParametricModel.linear(3, Output.categorical(4)),
                        m -> discrete(m, List.of(0, 1, 2, 3)),
                        2),
                of(
                        "Poisson regression",
                        ParametricModel.linear(3, Output.poisson()),
                        m -> discrete(m, LongStream.range(0, 120).boxed().toList()),
                        3),
                of(
                        "gamma regression",
                        ParametricModel.linear(3, Output.gamma(2.5)),
                        m -> positive(m, m.shape() / m.rate()),
                        4),
                of(
                        "linear regression",
                        ParametricModel.linear(3, Output.normal(0.25)),
                        m -> line(m, m.mean(), Math.sqrt(m.variance())),
                        5),
                of(
                        "tanh perceptron, categorical",
                        Perceptron.of(3, Output.categorical(3)).hidden(4, Activation.TANH),
                        m -> discrete(m, List.of(0, 1, 2)),
                        6),
                of(
                        "perceptron with twenty classes",
                        Perceptron.of(3, Output.categorical(20))
                                .hidden(6, Activation.ERF)
                                .hidden(2, Activation.ERF),
                        m -> discrete(m, IntStream.range(0, 20).boxed().toList()),
                        10),
                of(
                        "erf perceptron, normal",
                        Perceptron.of(3, Output.normal(0.5)).hidden(3, Activation.ERF),
                        m -> line(m, m.mean(), Math.sqrt(m.variance())),
                        7),
                of(
                        "two hidden layers and tanh predictors, Bernoulli",
                        Perceptron.of(3, Output.bernoulli())
                                .hidden(3, Activation.TANH)
                                .hidden(2, Activation.IDENTITY)
                                .predictors(Activation.TANH),
                        m -> discrete(m, List.of(0, 1)),
                        8),
                of(
                        "soft committee machine",
                        Perceptron.committee(3, 3, Output.normal(0.5)),
                        m -> line(m, m.mean(), Math.sqrt(m.variance())),
                        11),
                of(
                        "mixture of binomials",
                        BinomialMixture.of(3, 5, 3),
                        m -> discrete(m, List.of(0, 1, 2, 3, 4, 5)),
                        12),
                of(
                        "normal of varying variance, by differentiation",
                        heteroscedastic(),
                        m -> line(m, m.mean(), m.deviation()),
                        9));
    }

    /** μ = ⟨a, x⟩ and log σ = ⟨b, x⟩: θ = (μ/σ², −1/2σ²). */
    static ParametricModel<Double, Normal> heteroscedastic() {
        return ParametricModel.smooth(3, 6, Normal.FAMILY, (x, w) -> {
            var mean = w[0].multiply(x[0]).add(w[1].multiply(x[1])).add(w[2].multiply(x[2]));
            var scale = w[3].multiply(x[0]).add(w[4].multiply(x[1])).add(w[5].multiply(x[2]));
            var precision = scale.multiply(-2).exp();
            return new DerivativeStructure[] {mean.multiply(precision), precision.multiply(-0.5)};
        });
    }

    /** Four random rows, outputs drawn from the model, and a point. */
    static <T, M extends Member<T, M>> ModelCase<T, M> of(
            String name, ParametricModel<T, M> model, Function<M, List<Node<T>>> nodes, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] rows = new double[4][3];
        for (double[] row : rows) {
            row[0] = 1;
            row[1] = random.nextDouble(-1, 1);
            row[2] = random.nextDouble(-1, 1);
        }
        Vec<Weights> w = Vec.generate(model.size(), j -> random.nextDouble(-0.8, 0.8));
        List<T> outputs = new ArrayList<>();
        for (double[] row : rows) {
            outputs.add(model.predict(w, row).sample(random));
        }
        return new ModelCase<>(name, Likelihood.of(model, rows, outputs), () -> rows, w, nodes);
    }

    private static <T, M extends Member<T, M>> List<Node<T>> discrete(M member, List<T> support) {
        return support.stream().map(y -> new Node<>(y, member.density(y))).toList();
    }

    /** The trapezoidal rule, which converges faster than any power for normal densities. */
    private static <M extends Member<Double, M>> List<Node<Double>> line(M member, double mean, double deviation) {
        double h = 0.125 * deviation;
        return IntStream.rangeClosed(-96, 96)
                .mapToObj(k -> mean + k * h)
                .map(y -> new Node<>(y, h * member.density(y)))
                .toList();
    }

    /** The same in log y. */
    private static List<Node<Double>> positive(Gamma member, double mean) {
        double h = 0.0625;
        return IntStream.rangeClosed(-480, 160)
                .mapToObj(k -> mean * Math.exp(k * h))
                .map(y -> new Node<>(y, h * y * member.density(y)))
                .toList();
    }
}
