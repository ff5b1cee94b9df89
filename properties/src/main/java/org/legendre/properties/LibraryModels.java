package org.legendre.properties;

import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.model.Activation;
import org.legendre.geometry.model.BinomialMixture;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;
import org.legendre.geometry.model.Perceptron;

/** The library's own parametric models, at a few inputs each. */
final class LibraryModels {
    private static final double[][] INPUTS = inputs(5, 2);

    private LibraryModels() {}

    static List<ModelSubject> all() {
        return List.of(
                logistic(),
                softmax(),
                poisson(),
                gamma(),
                ModelSubject.of("linear regression", ParametricModel.linear(2, Output.normal(0.25)), INPUTS)
                        .asIdentified(),
                ModelSubject.of(
                                "categorical regression with minimal coordinates",
                                ParametricModel.linear(2, Output.canonical(Categorical.family(3))),
                                INPUTS)
                        .asIdentified(),
                perceptron(),
                ModelSubject.of(
                        "erf perceptron with normal outputs",
                        Perceptron.of(2, Output.normal(0.5)).hidden(2, Activation.ERF),
                        INPUTS),
                ModelSubject.of(
                        "perceptron with two hidden layers and tanh predictors",
                        Perceptron.of(2, Output.bernoulli())
                                .hidden(2, Activation.TANH)
                                .hidden(2, Activation.IDENTITY)
                                .predictors(Activation.TANH),
                        INPUTS),
                ModelSubject.of("soft committee machine", Perceptron.committee(2, 2, Output.normal(0.5)), INPUTS),
                ModelSubject.of("mixture of two binomials", BinomialMixture.of(2, 3, 2), INPUTS),
                heteroscedastic());
    }

    static ModelSubject logistic() {
        return ModelSubject.of("logistic regression", ParametricModel.linear(2, Output.bernoulli()), INPUTS)
                .asIdentified();
    }

    static ModelSubject softmax() {
        return ModelSubject.of("softmax regression", ParametricModel.linear(2, Output.categorical(3)), INPUTS);
    }

    static ModelSubject poisson() {
        return ModelSubject.of("Poisson regression", ParametricModel.linear(2, Output.poisson()), INPUTS)
                .asIdentified();
    }

    static ModelSubject gamma() {
        return ModelSubject.of("gamma regression", ParametricModel.linear(2, Output.gamma(2.5)), INPUTS)
                .asIdentified();
    }

    static ModelSubject perceptron() {
        return ModelSubject.of(
                "tanh perceptron with three classes",
                Perceptron.of(2, Output.categorical(3)).hidden(2, Activation.TANH),
                INPUTS);
    }

    /** μ = ⟨a, x⟩ and log σ = ⟨b, x⟩: θ = (μ/σ², −1/2σ²). */
    static ModelSubject heteroscedastic() {
        return ModelSubject.of(
                        "normal of varying variance, by differentiation",
                        ParametricModel.smooth(2, 4, Normal.FAMILY, (x, w) -> {
                            var mean = w[0].multiply(x[0]).add(w[1].multiply(x[1]));
                            var scale = w[2].multiply(x[0]).add(w[3].multiply(x[1]));
                            var precision = scale.multiply(-2).exp();
                            return new DerivativeStructure[] {mean.multiply(precision), precision.multiply(-0.5)};
                        }),
                        INPUTS)
                .asIdentified();
    }

    /** Rows of a 1 and numbers in (−1, 1). */
    static double[][] inputs(int rows, int columns) {
        SplittableRandom random = new SplittableRandom(6);
        double[][] inputs = new double[rows][columns];
        for (double[] row : inputs) {
            row[0] = 1;
            for (int j = 1; j < columns; j++) {
                row[j] = random.nextDouble(-1, 1);
            }
        }
        return inputs;
    }
}
