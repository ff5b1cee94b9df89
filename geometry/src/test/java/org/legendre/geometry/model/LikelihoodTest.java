package org.legendre.geometry.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.apache.commons.numbers.gamma.Erf;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.family.NormalKnownVariance;

/** Log-likelihood, score and Jacobian products of the shipped models. */
class LikelihoodTest {
    static Stream<ModelCase<?, ?>> cases() {
        return ModelCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T, M extends Member<T, M>> void theLogLikelihoodIsTheMeanOfLogDensities(ModelCase<T, M> model) {
        double[] mean = model.expectation((i, y) -> new double[] {
            model.single(i, y).logLikelihood(model.w())
                    - model.likelihood()
                            .model()
                            .predict(model.w(), model.inputs().rows()[i])
                            .logDensity(y),
            1
        });
        assertArrayEquals(new double[] {0, 1}, mean, 1e-13);
    }

    /** Extrapolated differences; the mean over observations is that of its parts. */
    @ParameterizedTest
    @MethodSource("cases")
    void theScoreIsTheDifferentialOfTheLogLikelihood(ModelCase<?, ?> model) {
        double[] score = model.likelihood().score(model.w()).toArray();
        for (int j = 0; j < score.length; j++) {
            double first = difference(model, j, 0.02);
            double second = difference(model, j, 0.01);
            double third = difference(model, j, 0.005);
            double expected = (16 * (4 * third - second) / 3 - (4 * second - first) / 3) / 15;
            assertEquals(expected, score[j], 1e-10);
        }
        assertEquals(
                model.likelihood().logLikelihood(model.w()),
                model.likelihood().logLikelihood(model.w().toArray()));
    }

    private static double difference(ModelCase<?, ?> model, int j, double h) {
        double[] up = model.w().toArray();
        double[] down = model.w().toArray();
        up[j] += h;
        down[j] -= h;
        return (model.likelihood().logLikelihood(Vec.of(up))
                        - model.likelihood().logLikelihood(Vec.of(down)))
                / (up[j] - down[j]);
    }

    /** ⟨u, Jv⟩ = ⟨Jᵀu, v⟩, and Jv is the derivative of θ along v. */
    @ParameterizedTest
    @MethodSource("cases")
    void productsWithTheJacobianAreAdjointAndDerivatives(ModelCase<?, ?> model) {
        SplittableRandom random = new SplittableRandom(3);
        double[] w = model.w().toArray();
        double[] v = random.doubles(w.length, -1, 1).toArray();
        for (double[] x : model.inputs().rows()) {
            Linearization at = model.likelihood().model().at(x, w);
            double[] jv = new double[at.natural().length];
            at.push(v, jv);
            double[] u = random.doubles(jv.length, -1, 1).toArray();
            double[] ju = new double[w.length];
            at.pull(u, ju);
            assertEquals(Covariance.dot(u, jv), Covariance.dot(ju, v), 1e-14);
            at.pull(u, ju);
            assertEquals(2 * Covariance.dot(u, jv), Covariance.dot(ju, v), 2e-14, "it adds");
            double[] coarse = difference(model, x, v, 0.02);
            double[] middle = difference(model, x, v, 0.01);
            double[] fine = difference(model, x, v, 0.005);
            double[] expected = new double[jv.length];
            Arrays.setAll(expected, c -> (16 * (4 * fine[c] - middle[c]) / 3 - (4 * middle[c] - coarse[c]) / 3) / 15);
            assertArrayEquals(expected, jv, 1e-10);
        }
    }

    private static double[] difference(ModelCase<?, ?> model, double[] x, double[] v, double h) {
        double[] up = model.w().toArray();
        double[] down = model.w().toArray();
        for (int j = 0; j < up.length; j++) {
            up[j] += h * v[j];
            down[j] -= h * v[j];
        }
        double[] above = model.likelihood().model().at(x, up).natural().clone();
        double[] below = model.likelihood().model().at(x, down).natural();
        Arrays.setAll(above, c -> (above[c] - below[c]) / (2 * h));
        return above;
    }

    /** A perceptron with one hidden layer, written as a formula. */
    @Test
    void aPerceptronIsItsFormula() {
        Perceptron<Double, NormalKnownVariance> perceptron =
                Perceptron.of(2, Output.normal(0.5)).hidden(2, Activation.TANH);
        ParametricModel<Double, NormalKnownVariance> formula =
                ParametricModel.smooth(2, 9, NormalKnownVariance.family(0.5), (x, w) -> {
                    DerivativeStructure first = w[0].multiply(x[0])
                            .add(w[1].multiply(x[1]))
                            .add(w[2])
                            .tanh();
                    DerivativeStructure second = w[3].multiply(x[0])
                            .add(w[4].multiply(x[1]))
                            .add(w[5])
                            .tanh();
                    return new DerivativeStructure[] {
                        w[6].multiply(first)
                                .add(w[7].multiply(second))
                                .add(w[8])
                                .divide(0.5)
                    };
                });
        double[][] x = {{0.5, -1}, {2, 0.25}};
        Vec<Weights> w = Vec.of(0.1, -0.2, 0.3, 0.4, -0.5, 0.6, 0.7, -0.8, 0.9);
        var layered = Likelihood.of(perceptron, x, List.of(1.0, -1.0));
        var smooth = Likelihood.of(formula, x, List.of(1.0, -1.0));
        assertEquals(smooth.logLikelihood(w), layered.logLikelihood(w), 1e-14);
        assertArrayEquals(smooth.score(w).toArray(), layered.score(w).toArray(), 1e-14);
        for (int i = 0; i < 9; i++) {
            assertArrayEquals(smooth.fisher(w).toMatrix()[i], layered.fisher(w).toMatrix()[i], 1e-14);
        }
    }

    @Test
    void aCommitteeIsTheSumOfItsUnits() {
        Perceptron<Double, NormalKnownVariance> committee = Perceptron.committee(2, 3, Output.normal(0.5));
        Vec<Weights> w = Vec.of(0.5, -1, 2, 0.25, -0.75, 1.5);
        double mean = 0;
        for (int k = 0; k < 3; k++) {
            mean += Erf.value((w.get(2 * k) * 1.5 - w.get(2 * k + 1) * 0.5) / Math.sqrt(2));
        }
        assertEquals(mean, committee.predict(w, 1.5, -0.5).mean(), 1e-15);
        // Where two units agree, the difference of their weights changes nothing to first order.
        Likelihood<Double, NormalKnownVariance> likelihood =
                Likelihood.of(committee, new double[][] {{1, 0.5}, {-1, 2}, {0.5, 0.25}}, List.of(1.0, -1.0, 0.5));
        Vec<Weights> agreeing = Vec.of(0.5, -1, 0.5, -1, -0.75, 1.5);
        assertEquals(0, likelihood.fisher(agreeing).squaredNorm(Vec.of(1, -2, -1, 2, 0, 0)), 1e-30);
        assertTrue(likelihood.fisher(w).squaredNorm(Vec.of(1, -2, -1, 2, 0, 0)) > 0.1);
        refused("number of units = 0", () -> Perceptron.committee(2, 0, Output.normal(1)));
        refused("predictors of the output = 3", () -> Perceptron.committee(2, 2, Output.categorical(3)));
    }

    @Test
    void aMixtureIsTheSumOfItsBinomials() {
        BinomialMixture mixture = BinomialMixture.of(2, 7, 3);
        Vec<Weights> w = Vec.of(0.5, -1, 2, 0.25, -0.75, 1.5, 3, 1, -4, 0.5);
        double[] x = {1, -0.5};
        double[] predictors = new double[5];
        Arrays.setAll(predictors, c -> w.get(2 * c) * x[0] + w.get(2 * c + 1) * x[1]);
        double total = Math.exp(predictors[0]) + Math.exp(predictors[1]) + 1;
        Categorical predicted = mixture.predict(w, x);
        for (int y = 0; y <= 7; y++) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                double weight = (k < 2 ? Math.exp(predictors[k]) : 1) / total;
                double p = 1 / (1 + Math.exp(-predictors[2 + k]));
                double choices = new double[] {1, 7, 21, 35, 35, 21, 7, 1}[y];
                sum += weight * choices * Math.pow(p, y) * Math.pow(1 - p, 7 - y);
            }
            assertEquals(sum, predicted.density(y), 1e-13 * sum);
        }
        // Where two components agree, a shift of weight between them changes nothing.
        BinomialMixture plain = BinomialMixture.of(1, 7, 2);
        Likelihood<Integer, Categorical> likelihood = Likelihood.of(plain, new double[][] {{1}, {1}}, List.of(2, 5));
        assertEquals(0, likelihood.fisher(Vec.of(0.5, 1, 1)).squaredNorm(Vec.of(1, 0, 0)), 1e-30);
        assertTrue(likelihood.fisher(Vec.of(0.5, 1, -1)).squaredNorm(Vec.of(1, 0, 0)) > 0.01);
        refused("number of components = 0", () -> BinomialMixture.of(1, 7, 0));
        refused("number of trials = 0", () -> BinomialMixture.of(1, 0, 2));
        refused("number of inputs = 0", () -> BinomialMixture.of(0, 7, 2));
    }

    /** Log-odds far beyond those whose probabilities binary64 can tell from 0 and 1. */
    @Test
    void aMixtureOfNearlyCertainBinomialsKeepsItsDigits() {
        double[] theta = BinomialMixture.of(1, 2, 1)
                .at(new double[] {1}, new double[] {-300})
                .natural();
        // log p(y) − log p(2) of a single binomial is log (2 choose y) − (2 − y)·logit.
        assertEquals(600, theta[0], 1e-12);
        assertEquals(300 + Math.log(2), theta[1], 1e-12);
    }

    /** log (10⁵ choose y) by mpmath with 40 digits, which is θ at even odds, to 3 units in the last place of log 2^100000. */
    @Test
    void aMixtureOfManyTrialsKeepsItsDigits() {
        double[] theta = BinomialMixture.of(1, 100_000, 1)
                .at(new double[] {1}, new double[] {0})
                .natural();
        double rounding = 3 * Math.ulp(100_000 * Math.log(2));
        assertEquals(0, theta[0], rounding);
        assertEquals(100.0243920623761, theta[10], rounding);
        assertEquals(56227.67604522082, theta[25_000], rounding);
        assertEquals(69308.7357994094, theta[50_000], rounding);
        assertEquals(100.0243920623761, theta[99_990], rounding);
        assertEquals(11.512925464970229, theta[99_999], rounding);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T, M extends Member<T, M>> void theMeanDivergenceIsThatOfTheMembers(ModelCase<T, M> model) {
        Vec<Weights> w = model.w();
        Vec<Weights> v = Vec.generate(w.size(), j -> w.get(j) + 0.3 * Math.sin(1 + j));
        double mean = 0;
        for (double[] row : model.inputs().rows()) {
            M from = model.likelihood().model().predict(w, row);
            mean += from.klTo(model.likelihood().model().predict(v, row))
                    / model.inputs().rows().length;
        }
        assertTrue(mean > 1e-4);
        assertEquals(mean, model.likelihood().meanDivergence(w, v), 1e-11 * mean);
        assertEquals(0, model.likelihood().meanDivergence(w, w));
    }

    /** KL(w, w + hd) = ½h²dᵀFd + O(h³): the relative distance of the two halves with h. */
    @ParameterizedTest
    @MethodSource("cases")
    void theMeanDivergenceIsThatOfTheFisherMetricToSecondOrder(ModelCase<?, ?> model) {
        Vec<Weights> w = model.w();
        Vec<Weights> d = Vec.generate(w.size(), j -> Math.cos(1 + j));
        double[] errors = new double[3];
        for (int k = 0; k < 3; k++) {
            double h = Math.scalb(1e-3, -k);
            double actual = model.likelihood().meanDivergence(w, w.plus(d.times(h)));
            double half = 0.5 * h * h * model.likelihood().fisher(w).squaredNorm(d);
            errors[k] = Math.abs(actual / half - 1);
        }
        assertTrue(errors[0] < 1e-2, Arrays.toString(errors));
        assertTrue(errors[1] < 0.52 * errors[0] + 1e-7, Arrays.toString(errors));
        assertTrue(errors[2] < 0.52 * errors[1] + 1e-7, Arrays.toString(errors));
    }

    /** Log-odds of 40 and 41, whose probabilities are both 1: e^−41 to the first order in e^−40. */
    @Test
    void theMeanDivergenceOfSaturatedModelsKeepsItsDigits() {
        Likelihood<?, ?> likelihood =
                Likelihood.of(ParametricModel.linear(1, Output.bernoulli()), new double[][] {{1}}, List.of(1));
        assertEquals(1, likelihood.meanDivergence(Vec.of(40), Vec.of(41)) / Math.exp(-41), 1e-12);
        refused("w = ", () -> likelihood.meanDivergence(Vec.of(40), Vec.of(41, 1)));
    }

    /** By hand: a normal with a mean of sin(wx). */
    @Test
    void aModelOfOnesOwn() {
        ParametricModel<Double, NormalKnownVariance> wave = new Wave();
        ParametricModel<Double, NormalKnownVariance> formula =
                ParametricModel.smooth(1, 1, NormalKnownVariance.family(1), (x, w) ->
                        new DerivativeStructure[] {w[0].multiply(x[0]).sin()});
        double[][] x = {{0.5}, {2}};
        Vec<Weights> w = Vec.of(0.75);
        assertEquals(
                Likelihood.of(formula, x, List.of(1.0, 0.0)).score(w).get(0),
                Likelihood.of(wave, x, List.of(1.0, 0.0)).score(w).get(0),
                1e-15);
    }

    private static final class Wave implements ParametricModel<Double, NormalKnownVariance> {
        @Override
        public int size() {
            return 1;
        }

        @Override
        public int inputs() {
            return 1;
        }

        @Override
        public ExponentialFamily<Double, NormalKnownVariance> family() {
            return NormalKnownVariance.family(1);
        }

        @Override
        public Linearization at(double[] x, double[] w) {
            double[] theta = {Math.sin(w[0] * x[0])};
            double slope = x[0] * Math.cos(w[0] * x[0]);
            return new Linearization() {
                @Override
                public double[] natural() {
                    return theta;
                }

                @Override
                public void push(double[] v, double[] out) {
                    out[0] = slope * v[0];
                }

                @Override
                public void pull(double[] u, double[] out) {
                    out[0] += slope * u[0];
                }
            };
        }
    }

    @Test
    void slopesOfSaturatedUnitsDoNotCancel() {
        assertEquals(4 * Math.exp(-60), Activation.TANH.slope(30), 1e-14 * 4 * Math.exp(-60));
        assertEquals(0, Activation.TANH.slope(-1000));
        assertEquals(-1, Activation.TANH.value(-1000));
        assertEquals(0.6826894921370859, Activation.ERF.value(1), 1e-15);
        assertEquals(0, Activation.ERF.slope(1e200));
        // √(2/π) exp(−37.3²/2) by mpmath; squaring 37.3 rounds by 4e-14 of it.
        assertEquals(6.125692581391335e-303, Activation.ERF.slope(37.3), 1e-15 * 6.2e-303);
    }

    /** What the inner loop trusted before: too few entries ran off the array, too many passed unseen, no observations gave NaN. */
    @Test
    void arraysOfAWrongLengthAreRefused() {
        Likelihood<?, ?> likelihood = Likelihood.of(
                ParametricModel.linear(2, Output.bernoulli()), new double[][] {{1, 2}, {1, -1}}, List.of(1, 0));
        double[] w = {1, 2};
        double[] out = new double[2];
        int[] both = {0, 1};
        refused("length 2, not 1", () -> likelihood.logLikelihood(new double[1]));
        refused("length 2, not 3", () -> likelihood.logLikelihood(new double[3]));
        refused("length 2, not 3", () -> likelihood.logLikelihood(new double[3], both, 2, out));
        refused("differential = [0.0, 0.0, 0.0]", () -> likelihood.logLikelihood(w, both, 2, new double[3]));
        refused("count = 0", () -> likelihood.logLikelihood(w, both, 0, out));
        refused("count = 3", () -> likelihood.logLikelihood(w, both, 3, out));
        refused("index 1 = 2", () -> likelihood.logLikelihood(w, new int[] {0, 2}, 2, out));
        assertEquals(likelihood.logLikelihood(w), likelihood.logLikelihood(w, new int[] {0, 1, 7}, 2, out), 1e-16);
    }

    /** A formula is evaluated once an observation; only where the answer is −∞ once more, for the words. */
    @Test
    void eachInputIsEvaluatedOnce() {
        int[] calls = new int[1];
        ParametricModel<Double, NormalKnownVariance> counting =
                ParametricModel.smooth(1, 1, NormalKnownVariance.family(1), (x, w) -> {
                    calls[0]++;
                    return new DerivativeStructure[] {w[0].multiply(x[0])};
                });
        Likelihood<?, ?> likelihood = Likelihood.of(counting, new double[][] {{1}, {2}, {3}}, List.of(1.0, 2.0, 3.0));
        likelihood.logLikelihood(Vec.of(1));
        assertEquals(3, calls[0]);
        likelihood.score(Vec.of(1));
        assertEquals(6, calls[0]);
    }

    @Test
    void aConstantOfAnotherOriginIsRefused() {
        ParametricModel<Double, Normal> model = ParametricModel.smooth(1, 1, Normal.FAMILY, (x, w) ->
                new DerivativeStructure[] {w[0].multiply(x[0]), new DSFactory(0, 1).constant(-0.5)});
        refused("derivatives of entry 1 of θ(x; w) = order 1 in 0 variables", () -> model.predict(Vec.of(1), 2));
        ParametricModel<Double, Normal> own = ParametricModel.smooth(
                1, 1, Normal.FAMILY, (x, w) -> new DerivativeStructure[] {w[0].multiply(x[0]), w[0].newInstance(-0.5)});
        assertEquals(new Normal(2, 1), own.predict(Vec.of(1), 2));
    }

    @Test
    void theStartIsDrawnBySeed() {
        Perceptron<?, ?> model = Perceptron.of(100, Output.bernoulli()).hidden(50, Activation.ERF);
        Vec<Weights> w = model.initial(new SplittableRandom(1));
        assertEquals(w, model.initial(new SplittableRandom(1)));
        assertEquals(50 * 101 + 51, w.size());
        assertEquals(0, w.get(100), "a bias");
        // 5000 weights of variance 1/100: their mean square is within 10 % but for five deviations.
        double square = 0;
        for (int k = 0; k < 5050; k++) {
            square += w.get(k) * w.get(k);
        }
        assertEquals(0.01, square / 5000, 0.001);
    }

    @Test
    void refusalsSayWhatIsWrong() {
        ParametricModel<Double, Normal> model = ModelCase.heteroscedastic();
        double[][] x = {{1, 2, 3}};
        refused("number of outputs = 2", () -> Likelihood.of(model, x, List.of(1.0, 2.0)));
        refused("at least one row", () -> Likelihood.of(model, new double[0][], List.of()));
        refused("length 3, not 2", () -> Likelihood.of(model, new double[][] {{1, 2}}, List.of(1.0)));
        refused(
                "entry of row 0 of the inputs = NaN",
                () -> Likelihood.of(model, new double[][] {{1, 2, Double.NaN}}, List.of(1.0)));
        refused("observation = 2", () -> Likelihood.of(ParametricModel.linear(3, Output.bernoulli()), x, List.of(2)));
        refused(
                "number of units = 0",
                () -> Perceptron.of(3, Output.bernoulli()).hidden(0, Activation.TANH));
        refused("number of inputs = 0", () -> ParametricModel.linear(0, Output.bernoulli()));
        refused("number of classes = 1", () -> Output.categorical(1));
        refused("shape = -1.0", () -> Output.gamma(-1));
        refused("number of weights = 0", () -> ParametricModel.smooth(1, 0, Normal.FAMILY, (a, w) -> w));
        refused(
                "length of θ(x; w) = 1",
                () -> ParametricModel.smooth(1, 1, Normal.FAMILY, (a, w) -> w).predict(Vec.of(1), 1));
        refused("entry 0 of x = Infinity", () -> model.predict(Vec.zeros(6), Double.POSITIVE_INFINITY, 0, 0));
        // The natural coordinates of a normal as they are: the second has to be negative.
        Likelihood<?, ?> free = Likelihood.of(
                ParametricModel.linear(1, Output.canonical(Normal.FAMILY)), new double[][] {{1}}, List.of(1.0));
        refused("θ(x; w) of observation 0 = [1.0, 0.5]", () -> free.logLikelihood(Vec.of(1, 0.5)));
        refused("θ(x; w) of observation 0 = [1.0, 0.5]", () -> free.fisher(Vec.of(1, 0.5)));
        refused("θ(x; w) of observation 0 = [1.0, 0.5]", () -> free.score(Vec.of(1, 0.5)));
        assertEquals(Double.NEGATIVE_INFINITY, free.logLikelihood(new double[] {1, 0.5}));
        assertEquals(new Normal(1, 1).logDensityAt(1), free.logLikelihood(Vec.of(1, -0.5)), 1e-15);
    }

    private static void refused(String message, Executable call) {
        String text = String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(text.contains(message), text);
    }
}
