package org.legendre.examples.contest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.legendre.examples.data.Datasets;
import org.legendre.examples.data.Digits;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.model.Activation;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;
import org.legendre.geometry.model.Perceptron;
import org.legendre.optimize.natural.NegativeLogLikelihood;

/**
 * A model with data and a value of its loss to come down to.
 *
 * @param name its name
 * @param likelihood the model with its data
 * @param loss the mean negative log-likelihood, with a ridge or without
 * @param start where to begin
 * @param damping λ
 * @param target the value to reach
 * @param samples rows of the Jacobians of all observations, the unknowns of a solve in sample space
 */
record FisherProblem(
        String name,
        Likelihood<?, ?> likelihood,
        NegativeLogLikelihood loss,
        Vec<Weights> start,
        double damping,
        double target,
        int samples) {
    private static final double RIDGE = 1e-3;
    /** The least losses, by Newton's method to the last digit. */
    private static final double POISSON = 1.8451962112107925;

    private static final double GAMMA = .7176136527130643;

    /** All of them. */
    static List<FisherProblem> all() {
        return List.of(iris(), softmax(), perceptron(), poisson(), gamma());
    }

    /** Versicolor against virginica: the least deviance is 11.8985467914 (of 100 flowers). */
    static FisherProblem iris() {
        double[][] flowers =
                Arrays.stream(Datasets.iris()).filter(row -> row[4] > 0).toArray(double[][]::new);
        double[][] inputs = Arrays.stream(flowers)
                .map(row -> new double[] {1, row[0], row[1], row[2], row[3]})
                .toArray(double[][]::new);
        List<Integer> labels =
                Arrays.stream(flowers).map(row -> (int) row[4] - 1).toList();
        return of(
                "logistic regression, 100 irises, 5 weights",
                Likelihood.of(ParametricModel.linear(5, Output.bernoulli()), inputs, labels),
                0,
                Vec.zeros(5),
                1e-8,
                11.8985467914 / 200 + 1e-8,
                1);
    }

    /** All digits, with an intercept for each logit: the least loss is .26392582329507. */
    static FisherProblem softmax() {
        return of(
                "softmax regression, 1797 digits, 650 weights, ridge 1e-3",
                Digits.likelihood(Perceptron.of(64, Output.categorical(10)), 1797),
                RIDGE,
                Vec.zeros(650),
                RIDGE,
                .26392582329507 + 1e-8,
                9);
    }

    /** A perceptron 64 – 20 – 10 on the first hundred digits. */
    static FisherProblem perceptron() {
        Perceptron<Integer, Categorical> model =
                Perceptron.of(64, Output.categorical(10)).hidden(20, Activation.TANH);
        return of(
                "perceptron 64–20–10 (tanh), 100 digits, 1510 weights, ridge 1e-3",
                Digits.likelihood(model, 100),
                RIDGE,
                model.initial(new SplittableRandom(1)),
                1e-2,
                .1,
                9);
    }

    /** Counts of means exp⟨w, x⟩, drawn from the model at (1, ½, −½, ¼). */
    static FisherProblem poisson() {
        ParametricModel<Long, Poisson> model = ParametricModel.linear(4, Output.poisson());
        SplittableRandom random = new SplittableRandom(5);
        double[][] inputs = new double[200][];
        List<Long> counts = new ArrayList<>();
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = new double[] {
                1, random.nextDouble(-2, 2), random.nextDouble(-2, 2), random.nextDouble(-2, 2),
            };
            counts.add(model.predict(Vec.of(1, .5, -.5, .25), inputs[i]).sample(random));
        }
        return of(
                "Poisson regression, 200 counts, 4 weights",
                Likelihood.of(model, inputs, counts),
                0,
                Vec.zeros(4),
                1e-8,
                POISSON + 1e-8,
                1);
    }

    /** Lengths of petals from the other three lengths of all irises, on the logarithmic scale, with the shape 25. */
    static FisherProblem gamma() {
        double[][] inputs = Arrays.stream(Datasets.iris())
                .map(row -> new double[] {1, row[0], row[1], row[3]})
                .toArray(double[][]::new);
        List<Double> lengths = Arrays.stream(Datasets.iris()).map(row -> row[2]).toList();
        return of(
                "gamma regression, 150 irises, 4 weights",
                Likelihood.of(ParametricModel.linear(4, Output.gamma(25)), inputs, lengths),
                0,
                Vec.zeros(4),
                1e-8,
                GAMMA + 1e-8,
                2);
    }

    private static FisherProblem of(
            String name,
            Likelihood<?, ?> likelihood,
            double ridge,
            Vec<Weights> start,
            double damping,
            double target,
            int perObservation) {
        return new FisherProblem(
                name,
                likelihood,
                NegativeLogLikelihood.of(likelihood).withRidge(ridge),
                start,
                damping,
                target,
                perObservation * likelihood.observations());
    }
}
