package org.legendre.geometry.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Estimate;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.family.NormalKnownVariance;
import org.legendre.geometry.regression.GeneralizedLinearModel;
import org.legendre.geometry.regression.SoftmaxRegression;

/** The exact Fisher information by three other ways, the Monte-Carlo one against it, and the empirical one against its definition. */
class FisherTest {
    static Stream<ModelCase<?, ?>> cases() {
        return ModelCase.all();
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T, M extends Member<T, M>> void theExactOneIsTheCovarianceOfTheScore(ModelCase<T, M> model) {
        int p = model.w().size();
        double[] mean =
                model.expectation((i, y) -> model.single(i, y).score(model.w()).toArray());
        assertArrayEquals(new double[p], mean, 1e-12, "the mean of the score is 0");
        double[] covariance = model.expectation((i, y) -> {
            double[] s = model.single(i, y).score(model.w()).toArray();
            double[] square = new double[p * p];
            Arrays.setAll(square, k -> s[k / p] * s[k % p]);
            return square;
        });
        assertMatrix(covariance, model.likelihood().fisher(model.w()).toMatrix(), 1e-12);
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T, M extends Member<T, M>> void theExactOneIsTheMeanCurvatureOfTheLogLikelihood(ModelCase<T, M> model) {
        int p = model.w().size();
        double[] curvature = model.expectation((i, y) -> {
            double[] all = new double[p * p];
            for (int j = 0; j < p; j++) {
                double[] column = derivative(model.single(i, y), model.w(), j);
                for (int k = 0; k < p; k++) {
                    all[j * p + k] = -column[k];
                }
            }
            return all;
        });
        assertMatrix(curvature, model.likelihood().fisher(model.w()).toMatrix(), 2e-9);
    }

    /** ∂s/∂w_j by differences, extrapolated twice: the error is of the order h⁶ and rounding over h. */
    private static double[] derivative(Likelihood<?, ?> likelihood, Vec<Weights> w, int j) {
        double h = 0.01;
        double[] coarse = difference(likelihood, w, j, 4 * h);
        double[] middle = difference(likelihood, w, j, 2 * h);
        double[] fine = difference(likelihood, w, j, h);
        double[] limit = new double[fine.length];
        Arrays.setAll(limit, k -> {
            double first = (4 * middle[k] - coarse[k]) / 3;
            double second = (4 * fine[k] - middle[k]) / 3;
            return (16 * second - first) / 15;
        });
        return limit;
    }

    private static double[] difference(Likelihood<?, ?> likelihood, Vec<Weights> w, int j, double h) {
        double[] up = w.toArray();
        double[] down = w.toArray();
        up[j] += h;
        down[j] -= h;
        double[] above = likelihood.score(Vec.of(up)).toArray();
        double[] below = likelihood.score(Vec.of(down)).toArray();
        Arrays.setAll(above, k -> (above[k] - below[k]) / (up[j] - down[j]));
        return above;
    }

    private static void assertMatrix(double[] expected, double[][] matrix, double tolerance) {
        int p = matrix.length;
        double largest = Arrays.stream(expected).map(Math::abs).max().orElse(0);
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                assertEquals(expected[i * p + j], matrix[i][j], tolerance * largest, "entry " + i + ", " + j);
                assertEquals(matrix[j][i], matrix[i][j]);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void productFormAndMatrixAgreeForEveryKind(ModelCase<?, ?> model) {
        Vec<Weights> v = direction(model.w().size());
        for (MeanGram form : List.of(
                model.likelihood().fisher(model.w()),
                model.likelihood().monteCarloFisher(model.w(), 3, 1),
                model.likelihood().empiricalFisher(model.w()))) {
            double[] byMatrix = new double[v.size()];
            double[][] matrix = form.toMatrix();
            for (int i = 0; i < v.size(); i++) {
                byMatrix[i] = Covariance.dot(matrix[i], v.toArray());
            }
            double square = form.squaredNorm(v);
            assertArrayEquals(byMatrix, form.lower(v).toArray(), 1e-13 * total(matrix));
            assertEquals(square, form.inner(v, v), 1e-13 * square, form.toString());
            Damped<?> damped = damped(form);
            assertEquals(
                    square + 0.5 * Covariance.dot(v.toArray(), v.toArray()),
                    damped.squaredNorm(v),
                    1e-13 * (1 + square));
            assertArrayEquals(
                    form.lower(v).toArray(),
                    damped.lower(v).minus(Vec.of(v.times(0.5).toArray())).toArray(),
                    1e-15 * (1 + total(matrix)));
            matrix[0][0] += 0.5;
            assertArrayEquals(matrix[0], damped.toMatrix()[0]);
        }
    }

    /** The same model without its layers: from the rows of its Jacobians, and where they are many (the twenty classes) by products. */
    @ParameterizedTest
    @MethodSource("cases")
    <T, M extends Member<T, M>> void theMatrixByLayersIsTheMatrixByRows(ModelCase<T, M> model) {
        List<T> outputs = new ArrayList<>();
        for (double[] x : model.inputs().rows()) {
            M member = model.likelihood().model().predict(model.w(), x);
            outputs.add(model.nodes().apply(member).get(0).y());
        }
        Likelihood<T, M> bare = Likelihood.of(
                new Bare<>(model.likelihood().model()), model.inputs().rows(), outputs);
        Likelihood<T, M> whole =
                Likelihood.of(model.likelihood().model(), model.inputs().rows(), outputs);
        List<MeanGram> plain = List.of(
                bare.fisher(model.w()), bare.monteCarloFisher(model.w(), 3, 1), bare.empiricalFisher(model.w()));
        List<MeanGram> layered = List.of(
                whole.fisher(model.w()), whole.monteCarloFisher(model.w(), 3, 1), whole.empiricalFisher(model.w()));
        for (int k = 0; k < 3; k++) {
            double[] expected = Arrays.stream(plain.get(k).toMatrix())
                    .flatMapToDouble(Arrays::stream)
                    .toArray();
            assertMatrix(expected, layered.get(k).toMatrix(), 1e-14);
        }
    }

    /** A model that tells nothing of its layers. */
    private record Bare<T, M extends Member<T, M>>(ParametricModel<T, M> model) implements ParametricModel<T, M> {
        @Override
        public int size() {
            return model.size();
        }

        @Override
        public int inputs() {
            return model.inputs();
        }

        @Override
        public ExponentialFamily<T, M> family() {
            return model.family();
        }

        @Override
        public Linearization at(double[] x, double[] w) {
            Linearization inner = model.at(x, w);
            return new Linearization() {
                @Override
                public double[] natural() {
                    return inner.natural();
                }

                @Override
                public void push(double[] v, double[] out) {
                    inner.push(v, out);
                }

                @Override
                public void pull(double[] u, double[] out) {
                    inner.pull(u, out);
                }
            };
        }
    }

    /** As an adaptive damping solves, trial by trial. */
    @Test
    void otherDampingsFormNoMatrixAnew() {
        int[] pulls = new int[1];
        Likelihood<?, ?> likelihood =
                Likelihood.of(new CountedPulls(pulls), new double[][] {{1}, {2}}, List.of(1.0, 2.0));
        Damped<ExactFisher> damped = likelihood.fisher(Vec.of(0.5)).damped(0);
        double[] x = new double[1];
        damped.hessian().damped(1).solve(new double[] {7}, x);
        assertEquals(2, x[0], 1e-15);
        int once = pulls[0];
        assertTrue(once > 0);
        damped.hessian().damped(4.5).solve(new double[] {7}, x);
        assertEquals(1, x[0], 1e-15);
        damped.hessian().damped(1).damped(10).solve(new double[] {13.5}, x);
        assertEquals(1, x[0], 1e-15);
        assertEquals(2.5, damped.toMatrix()[0][0], 1e-15);
        assertEquals(once, pulls[0]);
    }

    /** The line wx with variance 1. */
    private static final class CountedPulls implements ParametricModel<Double, NormalKnownVariance> {
        private final int[] pulls;

        CountedPulls(int[] pulls) {
            this.pulls = pulls;
        }

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
            return new Linearization() {
                @Override
                public double[] natural() {
                    return new double[] {w[0] * x[0]};
                }

                @Override
                public void push(double[] v, double[] out) {
                    out[0] = x[0] * v[0];
                }

                @Override
                public void pull(double[] u, double[] out) {
                    pulls[0]++;
                    out[0] += x[0] * u[0];
                }
            };
        }
    }

    /** Whatever there are more of, samples or weights. */
    @ParameterizedTest
    @MethodSource("cases")
    void inSampleSpaceTheSolutionIsTheSame(ModelCase<?, ?> model) {
        Vec<Differential<Weights>> g = Vec.of(direction(model.w().size()).toArray());
        ExactFisher exact = model.likelihood().fisher(model.w());
        MonteCarloFisher sampled = model.likelihood().monteCarloFisher(model.w(), 3, 1);
        EmpiricalFisher empirical = model.likelihood().empiricalFisher(model.w());
        for (double lambda : new double[] {1e-6, 1e-2, 10}) {
            sameSolutions(exact.damped(lambda), exact.dampedInSampleSpace(lambda), g, lambda);
            sameSolutions(sampled.damped(lambda), sampled.dampedInSampleSpace(lambda), g, lambda);
            sameSolutions(empirical.damped(lambda), empirical.dampedInSampleSpace(lambda), g, lambda);
        }
        assertTrue(exact.dampedInSampleSpace(1).toString().endsWith(" + 1.0 I in sample space"));
    }

    /** Both solve a matrix of the condition number tr F/λ + 1 or better. */
    private static void sameSolutions(
            Damped<?> direct, Damped<?> inSampleSpace, Vec<Differential<Weights>> g, double lambda) {
        double rounding = 1e-15 * (total(direct.toMatrix()) / lambda + 1);
        double[] expected = direct.raise(g).toArray();
        double length = Math.sqrt(Covariance.dot(expected, expected));
        assertArrayEquals(expected, inSampleSpace.raise(g).toArray(), rounding * length);
        double dual = direct.squaredDualNorm(g);
        assertEquals(dual, inSampleSpace.squaredDualNorm(g), rounding * dual);
        assertEquals(direct.logDeterminant(), inSampleSpace.logDeterminant(), 1e-12 + g.size() * rounding);
        Vec<Weights> v = direction(g.size());
        assertEquals(direct.squaredNorm(v), inSampleSpace.squaredNorm(v), 1e-13 * direct.squaredNorm(v));
        assertArrayEquals(
                direct.lower(v).toArray(), inSampleSpace.lower(v).toArray(), 1e-13 * total(direct.toMatrix()));
    }

    private static double total(double[][] matrix) {
        return Arrays.stream(matrix)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .sum();
    }

    private static Damped<?> damped(MeanGram form) {
        if (form instanceof FisherInformation fisher) {
            return fisher.damped(0.5);
        }
        return ((EmpiricalFisher) form).damped(0.5);
    }

    private static Vec<Weights> direction(int p) {
        SplittableRandom random = new SplittableRandom(99);
        return Vec.generate(p, j -> random.nextDouble(-1, 1));
    }

    /** Ten cases, six directions each: a deviation of more than four standard errors has the probability 6e-5 in each. */
    @ParameterizedTest
    @MethodSource("cases")
    void theMonteCarloOneIsWithinFourStandardErrors(ModelCase<?, ?> model) {
        MonteCarloFisher sampled = model.likelihood().monteCarloFisher(model.w(), 20_000, 7);
        ExactFisher exact = model.likelihood().fisher(model.w());
        SplittableRandom random = new SplittableRandom(5);
        for (int k = 0; k < 6; k++) {
            Vec<Weights> v = Vec.generate(model.w().size(), j -> random.nextDouble(-1, 1));
            Estimate estimate = sampled.estimate(v);
            assertEquals(sampled.squaredNorm(v), estimate.value(), 1e-13 * estimate.value());
            assertEquals(exact.squaredNorm(v), estimate.value(), 4 * estimate.error() + 1e-14, estimate.toString());
            assertTrue(estimate.error() < 0.05 * estimate.value(), estimate.toString());
        }
    }

    /** The standard errors of 400 seeds are the deviation of their estimates: the sample deviation of 400 normals is within 15 % of the true one but for 1e-4. */
    @Test
    void theStandardErrorIsTheDeviationOverSeeds() {
        ModelCase<?, ?> model = cases().skip(1).findFirst().orElseThrow();
        Vec<Weights> v = direction(model.w().size());
        double exact = model.likelihood().fisher(model.w()).squaredNorm(v);
        double squares = 0;
        double variances = 0;
        for (int seed = 0; seed < 400; seed++) {
            Estimate estimate =
                    model.likelihood().monteCarloFisher(model.w(), 50, seed).estimate(v);
            squares += (estimate.value() - exact) * (estimate.value() - exact);
            variances += estimate.error() * estimate.error();
        }
        assertEquals(1, Math.sqrt(squares / variances), 0.15);
    }

    @Test
    void theSameSeedDrawsTheSameBits() {
        ModelCase<?, ?> model = cases().findFirst().orElseThrow();
        Vec<Weights> v = direction(3);
        double first = model.likelihood().monteCarloFisher(model.w(), 5, 11).squaredNorm(v);
        assertEquals(
                first, model.likelihood().monteCarloFisher(model.w(), 5, 11).squaredNorm(v));
        assertTrue(
                first != model.likelihood().monteCarloFisher(model.w(), 5, 12).squaredNorm(v));
    }

    @ParameterizedTest
    @MethodSource("cases")
    <T, M extends Member<T, M>> void theEmpiricalOneIsTheMeanSquareOfTheObservedScores(ModelCase<T, M> model) {
        int n = model.inputs().rows().length;
        int p = model.w().size();
        double[] expected = new double[p * p];
        for (int i = 0; i < n; i++) {
            int[] one = {i};
            double[] s = new double[p];
            model.likelihood().logLikelihood(model.w().toArray(), one, 1, s);
            for (int k = 0; k < p * p; k++) {
                expected[k] += s[k / p] * s[k % p] / n;
            }
        }
        assertMatrix(expected, model.likelihood().empiricalFisher(model.w()).toMatrix(), 1e-14);
    }

    @Test
    void linearModelsHaveTheFisherInformationOfTheRegressions() {
        double[][] x = {{1, 0.5}, {1, -1.25}, {1, 2}, {1, 0.125}};
        Vec<Weights> w = Vec.of(0.3, -0.7);
        double[][] logistic =
                GeneralizedLinearModel.logistic(x, 0, 1, 1, 0).fisher(w).toMatrix();
        assertScaled(
                logistic,
                Likelihood.of(ParametricModel.linear(2, Output.bernoulli()), x, List.of(0, 1, 1, 0))
                        .fisher(w));
        double[][] gamma =
                GeneralizedLinearModel.gamma(2.5, x, 1, 2, 3, 4).fisher(w).toMatrix();
        assertScaled(
                gamma,
                Likelihood.of(ParametricModel.linear(2, Output.gamma(2.5)), x, List.of(1.0, 2.0, 3.0, 4.0))
                        .fisher(w));
        Vec<Weights> three = Vec.of(0.3, -0.7, 0.2, 0.1, 1, -1);
        SoftmaxRegression softmax = SoftmaxRegression.of(3, x, 0, 1, 2, 2);
        Likelihood<?, ?> model =
                Likelihood.of(ParametricModel.linear(2, Output.categorical(3)), x, List.of(0, 1, 2, 2));
        assertEquals(softmax.value(three), -4 * model.logLikelihood(three), 1e-14);
        assertArrayEquals(
                softmax.gradient(three).toArray(), model.score(three).times(-4).toArray(), 1e-15);
        Vec<Weights> v = direction(6);
        assertEquals(
                softmax.fisher(three).squaredNorm(v), 4 * model.fisher(three).squaredNorm(v), 1e-14);
    }

    private static void assertScaled(double[][] total, ExactFisher mean) {
        for (int i = 0; i < total.length; i++) {
            for (int j = 0; j < total.length; j++) {
                assertEquals(total[i][j], 4 * mean.toMatrix()[i][j], 4 * Math.ulp(total[i][j]));
            }
        }
    }

    /** Log-odds of ±40 and ±800: a weight e⁻⁴⁰ to full accuracy, e⁻⁸⁰⁰ underflows to 0 and is not refused. */
    @Test
    void saturatedOutputsKeepTheirRelativeAccuracy() {
        double[][] x = {{40}};
        Vec<Weights> one = Vec.of(1);
        Likelihood<?, ?> likelihood = Likelihood.of(ParametricModel.linear(1, Output.bernoulli()), x, List.of(1));
        double e40 = Math.exp(-40);
        assertEquals(-e40, likelihood.logLikelihood(one), 1e-14 * e40);
        assertEquals(40 * e40, likelihood.score(one).get(0), 40e-14 * e40);
        assertEquals(1600 * e40, likelihood.fisher(one).squaredNorm(one), 1600e-14 * e40);
        assertEquals(1600 * e40 * e40, likelihood.empiricalFisher(one).squaredNorm(one), 3200e-14 * e40 * e40);
        assertEquals(0, likelihood.fisher(Vec.of(20)).squaredNorm(one));
        Likelihood<?, ?> wrong = Likelihood.of(ParametricModel.linear(1, Output.bernoulli()), x, List.of(0));
        assertEquals(-800, wrong.logLikelihood(Vec.of(20)));
        assertEquals(-40, wrong.score(Vec.of(20)).get(0));
        Likelihood<?, ?> classes = Likelihood.of(ParametricModel.linear(1, Output.categorical(3)), x, List.of(0));
        assertEquals(0, classes.fisher(Vec.of(20, 0, -20)).squaredNorm(Vec.of(1, 0, 0)));
        assertEquals(-2 * e40, classes.logLikelihood(Vec.of(1, 0, 0)), 2e-14 * e40);
        Likelihood<?, ?> counts = Likelihood.of(ParametricModel.linear(1, Output.poisson()), x, List.of(0L));
        assertEquals(0, counts.fisher(Vec.of(-20)).squaredNorm(one));
        assertEquals(Double.NEGATIVE_INFINITY, counts.logLikelihood(Vec.of(20)));
    }

    /** Means of e⁷⁰⁰ and e⁻⁷⁰⁰: the squares of both leave the doubles, the information in the weight, the shape, does not. */
    @ParameterizedTest
    @ValueSource(doubles = {-700, -400, 0, 400, 700})
    void theInformationOfAGammaRegressionIsItsShapeAtEveryMean(double z) {
        Likelihood<?, ?> likelihood =
                Likelihood.of(ParametricModel.linear(1, Output.gamma(2.5)), new double[][] {{1}}, List.of(2.0));
        ExactFisher fisher = likelihood.fisher(Vec.of(z));
        assertEquals(2.5, fisher.squaredNorm(Vec.of(1)), 2e-15);
        assertEquals(2.5, fisher.lower(Vec.of(1)).get(0), 2e-15);
    }

    @Test
    void whatOverflowsIsRefusedInWords() {
        Likelihood<?, ?> counts =
                Likelihood.of(ParametricModel.linear(1, Output.poisson()), new double[][] {{1}, {0}}, List.of(3L, 2L));
        refused("variance of an output = Infinity", () -> counts.fisher(Vec.of(800)));
        Likelihood<?, ?> root = Likelihood.of(
                ParametricModel.smooth(
                        0, 1, NormalKnownVariance.family(1), (x, w) -> new DerivativeStructure[] {w[0].sqrt()}),
                new double[][] {{}},
                List.of(1.0));
        refused("squared length = NaN", () -> root.fisher(Vec.of(0)).squaredNorm(Vec.of(0)));
    }

    @Test
    void refusalsSayWhatIsWrong() {
        ModelCase<?, ?> model = cases().findFirst().orElseThrow();
        refused("draws for each input = 1", () -> model.likelihood().monteCarloFisher(model.w(), 1, 1));
        refused("damping λ = -1.0", () -> model.likelihood().fisher(model.w()).damped(-1));
        refused("damping λ = NaN", () -> model.likelihood().fisher(model.w()).damped(Double.NaN));
        refused("length 3, not 2", () -> model.likelihood().fisher(Vec.of(1, 2)));
        refused("length 3, not 2", () -> model.likelihood().fisher(model.w()).squaredNorm(Vec.of(1, 2)));
        refused(
                "damping λ of a solve in sample space = 0.0",
                () -> model.likelihood().fisher(model.w()).dampedInSampleSpace(0));
        Likelihood<?, ?> softmax = Likelihood.of(
                ParametricModel.linear(1, Output.categorical(2)), new double[][] {{1}, {2}}, List.of(0, 1));
        ExactFisher singular = softmax.fisher(Vec.of(0.5, 0.25));
        refused("is too small", () -> singular.damped(0).raise(Vec.of(1, -1)));
        assertEquals(2, singular.damped(1e-3).raise(Vec.of(1, -1)).size());
        refused("is too small", () -> singular.dampedInSampleSpace(1e-17).raise(Vec.of(1, -1)));
        refused("is too small", () -> singular.lowRank(1).damped(1e-17).raise(Vec.of(1, -1)));
    }

    private static void refused(String message, Executable call) {
        String text = String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(text.contains(message), text);
    }
}
