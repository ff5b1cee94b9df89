package org.legendre.geometry.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Distribution;
import org.legendre.geometry.family.Poisson;

/** Values against the distributions' own densities, differentials against values, Fisher metrics against expectations. */
class GeneralizedLinearModelTest {
    private static final double[][] INPUTS = {
        {1, 0.5, -2}, {1, -1.5, 0.3}, {1, 0.2, 0.1}, {1, 1.1, 1.4}, {1, -0.7, -0.9}, {1, 2.2, -0.4}
    };
    private static final Vec<Weights> AT = Vec.of(0.3, -0.8, 0.45);
    private static final int[] LABELS = {1, 0, 1, 1, 0, 0};
    private static final long[] COUNTS = {0, 3, 1, 7, 2, 0};
    private static final double[] POSITIVE = {0.4, 3, 1, 7.5, 2, 0.1};
    private static final double[] REAL = {0.4, -3, 1, 7.5, -2, 0.1};

    /** A model, its responses, and −log p of one response by the distribution itself. */
    record Case(String name, GeneralizedLinearModel<?> model, List<?> responses) {
        @Override
        public String toString() {
            return name;
        }
    }

    static List<Case> cases() {
        return List.of(
                new Case("logistic", GeneralizedLinearModel.logistic(INPUTS, LABELS), List.of(1, 0, 1, 1, 0, 0)),
                new Case("poisson", GeneralizedLinearModel.poisson(INPUTS, COUNTS), List.of(0L, 3L, 1L, 7L, 2L, 0L)),
                new Case(
                        "gamma",
                        GeneralizedLinearModel.gamma(2.5, INPUTS, POSITIVE),
                        List.of(0.4, 3.0, 1.0, 7.5, 2.0, 0.1)),
                new Case(
                        "linear",
                        GeneralizedLinearModel.linear(2.5, INPUTS, REAL),
                        List.of(0.4, -3.0, 1.0, 7.5, -2.0, 0.1)));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theValueIsTheNegativeLogLikelihood(Case subject) {
        double expected = 0;
        for (int i = 0; i < INPUTS.length; i++) {
            expected -= logDensity(
                    (Distribution<?, ?>) subject.model().predict(AT, INPUTS[i]),
                    subject.responses().get(i));
        }
        assertEquals(expected, subject.model().value(AT), 1e-13 * Math.abs(expected));
        assertTrue(subject.model().deviance(AT) > 0);
    }

    // The responses of a case are observations of its distributions.
    @SuppressWarnings("unchecked")
    private static <T> double logDensity(Distribution<T, ?> p, Object y) {
        return p.logDensity((T) y);
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theDifferentialIsTheSlopeOfTheValue(Case subject) {
        assertSlopes(subject.model()::value, subject.model().gradient(AT), AT);
    }

    static void assertSlopes(
            ToDoubleFunction<Vec<Weights>> value, Vec<Differential<Weights>> gradient, Vec<Weights> at) {
        for (int j = 0; j < at.size(); j++) {
            double coarse = slope(value, at, j, 2e-3);
            double fine = slope(value, at, j, 1e-3);
            assertEquals((4 * fine - coarse) / 3, gradient.get(j), 1e-9 * (1 + Math.abs(fine)), "weight " + j);
        }
    }

    private static double slope(ToDoubleFunction<Vec<Weights>> value, Vec<Weights> at, int j, double h) {
        Vec<Weights> step = Vec.generate(at.size(), k -> k == j ? h : 0);
        return (value.applyAsDouble(at.plus(step)) - value.applyAsDouble(at.minus(step))) / (2 * h);
    }

    /** The covariance of the differential over responses drawn from the model itself. */
    @ParameterizedTest
    @MethodSource("cases")
    void theFisherMetricIsTheCovarianceOfTheScore(Case subject) {
        int draws = 20_000;
        SplittableRandom random = new SplittableRandom(8);
        double[][] sum = new double[3][3];
        double[][] squares = new double[3][3];
        for (int k = 0; k < draws; k++) {
            double[] y = new double[INPUTS.length];
            for (int i = 0; i < y.length; i++) {
                Object draw = ((Distribution<?, ?>) subject.model().predict(AT, INPUTS[i])).sample(random);
                y[i] = ((Number) draw).doubleValue();
            }
            Vec<Differential<Weights>> score = redrawn(subject.name(), y).gradient(AT);
            for (int a = 0; a < 3; a++) {
                for (int b = 0; b < 3; b++) {
                    double product = score.get(a) * score.get(b);
                    sum[a][b] += product / draws;
                    squares[a][b] += product * product / draws;
                }
            }
        }
        double[][] fisher = subject.model().fisher(AT).toMatrix();
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double error = Math.sqrt((squares[a][b] - sum[a][b] * sum[a][b]) / draws);
                assertEquals(fisher[a][b], sum[a][b], 5 * error, a + ", " + b);
            }
        }
    }

    private static GeneralizedLinearModel<?> redrawn(String name, double[] y) {
        return switch (name) {
            case "logistic" ->
                GeneralizedLinearModel.logistic(
                        INPUTS, Arrays.stream(y).mapToInt(v -> (int) v).toArray());
            case "poisson" ->
                GeneralizedLinearModel.poisson(
                        INPUTS, Arrays.stream(y).mapToLong(v -> (long) v).toArray());
            case "gamma" -> GeneralizedLinearModel.gamma(2.5, INPUTS, y);
            default -> GeneralizedLinearModel.linear(2.5, INPUTS, y);
        };
    }

    @ParameterizedTest
    @MethodSource("cases")
    void theStructuredMetricIsItsMatrix(Case subject) {
        Metric<Weights, Differential<Weights>> fisher = subject.model().fisher(AT);
        double[][] rows = fisher.toMatrix();
        Vec<Weights> v = Vec.of(1, -2, 0.5);
        Vec<Differential<Weights>> image = fisher.lower(v);
        double form = 0;
        for (int i = 0; i < 3; i++) {
            double sum = 0;
            for (int j = 0; j < 3; j++) {
                sum += rows[i][j] * v.get(j);
                form += v.get(i) * rows[i][j] * v.get(j);
            }
            assertEquals(sum, image.get(i), 1e-13 * Math.abs(sum));
        }
        assertEquals(form, fisher.squaredNorm(v), 1e-13 * form);
        assertArrayEquals(v.toArray(), fisher.raise(image).toArray(), 1e-12);
        assertEquals(form, fisher.squaredDualNorm(image), 1e-12 * form);
    }

    @Test
    void linearRegressionIsSolvedByOneNaturalStep() {
        GeneralizedLinearModel<?> model = GeneralizedLinearModel.linear(2.5, INPUTS, REAL);
        Vec<Weights> best = AT.minus(model.fisher(AT).raise(model.gradient(AT)));
        assertEquals(0, model.gradient(best).stream().map(Math::abs).max().orElse(1), 1e-13);
    }

    @Test
    void likelihoodsAreExactFarOut() {
        GeneralizedLinearModel<?> sure = GeneralizedLinearModel.logistic(new double[][] {{1}}, 0);
        assertEquals(800, sure.value(Vec.of(800)), 1e-12);
        assertEquals(Math.exp(-700), sure.value(Vec.of(-700)), 1e-15 * Math.exp(-700));
        // A count of 10¹⁰ at a mean that is off by a relative 10⁻⁷: half the square of that, times the count.
        GeneralizedLinearModel<Poisson> many = GeneralizedLinearModel.poisson(new double[][] {{1}}, 10_000_000_000L);
        double off = 1e-7;
        assertEquals(1e10 * off * off * (1 + off / 3), many.deviance(Vec.of(Math.log(1e10) + off)), 1e-10);
        assertEquals(Double.POSITIVE_INFINITY, many.value(Vec.of(1000)));
        assertEquals(1e10 * (970 + Math.log(1e10)), many.value(Vec.of(-971)), 100);
    }

    @Test
    void smoothnessBoundsTheCurvature() {
        GeneralizedLinearModel<?> model = GeneralizedLinearModel.logistic(INPUTS, LABELS);
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 50; i++) {
            Vec<Weights> w = Vec.generate(3, j -> random.nextGaussian());
            Vec<Weights> v = Vec.generate(3, j -> random.nextGaussian());
            double curvature =
                    model.fisher(w).squaredNorm(v) / v.stream().map(x -> x * x).sum();
            assertTrue(curvature <= model.smoothness() * (1 + 1e-12));
        }
        double top = 4 * model.smoothness();
        // The largest eigenvalue of XᵀX by numpy.linalg.eigvalsh.
        assertEquals(EIGENVALUE, top, 1e-9);
        assertEquals(
                Double.POSITIVE_INFINITY,
                GeneralizedLinearModel.poisson(INPUTS, COUNTS).smoothness());
    }

    private static final double EIGENVALUE = 10.11648210173977;

    @Test
    void badInputIsRefused() {
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.logistic(INPUTS, 1, 0, 2, 0, 0, 0));
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.logistic(INPUTS, 1, 0));
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.logistic(new double[0][]));
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.logistic(new double[][] {{1}, {1, 2}}, 0, 1));
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.logistic(new double[][] {{Double.NaN}}, 0));
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.poisson(new double[][] {{1}}, -1));
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.gamma(1, new double[][] {{1}}, 0));
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.gamma(0, new double[][] {{1}}, 1));
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.linear(-1, new double[][] {{1}}, 1));
        assertThrows(DomainException.class, () -> GeneralizedLinearModel.linear(1, new double[][] {{1}}, Double.NaN));
        GeneralizedLinearModel<?> model = GeneralizedLinearModel.logistic(INPUTS, LABELS);
        assertThrows(DomainException.class, () -> model.value(Vec.of(1)));
        assertThrows(DomainException.class, () -> model.predict(AT, 1));
        GeneralizedLinearModel<?> dependent = GeneralizedLinearModel.logistic(new double[][] {{1, 2}, {2, 4}}, 0, 1);
        assertThrows(DomainException.class, () -> dependent.fisher(Vec.of(0, 0)).raise(Vec.of(1, 1)));
    }

    @Test
    void slopesAndInformationKeepTheirDigitsFarOut() {
        GeneralizedLinearModel<?> one = GeneralizedLinearModel.logistic(new double[][] {{1}}, 1);
        double rest = Math.exp(-600);
        assertEquals(-rest, one.gradient(Vec.of(600)).get(0), 1e-14 * rest);
        assertEquals(rest, one.fisher(Vec.of(600)).toMatrix()[0][0], 1e-14 * rest);
        assertEquals(rest, one.fisher(Vec.of(-600)).toMatrix()[0][0], 1e-14 * rest);
        // A count that is its mean to a relative 10⁻⁷.
        GeneralizedLinearModel<Poisson> many = GeneralizedLinearModel.poisson(new double[][] {{1}}, 1L << 33);
        double off = 0x1p-23;
        double at = Math.log(0x1p33) + off;
        double exact = 0x1p33 * Math.expm1(at - Math.log(0x1p33));
        assertEquals(exact, many.gradient(Vec.of(at)).get(0), 1e-14 * exact);
    }

    @Test
    void theSmoothnessOfLinearRegressionKnowsTheVariance() {
        assertEquals(
                EIGENVALUE / 2.5,
                GeneralizedLinearModel.linear(2.5, INPUTS, REAL).smoothness(),
                1e-9);
    }

    @Test
    void predictorsThatAreNoNumbersAndNoiseForAMetricAreRefused() {
        GeneralizedLinearModel<?> wide = GeneralizedLinearModel.logistic(new double[][] {{1e200, 1e200}}, 1);
        DomainException undefined = assertThrows(DomainException.class, () -> wide.value(Vec.of(1e200, -1e200)));
        assertTrue(String.valueOf(undefined.getMessage()).contains("row 0 = NaN"), undefined::toString);
        GeneralizedLinearModel<?> model = GeneralizedLinearModel.logistic(INPUTS, LABELS);
        DomainException unknown = assertThrows(DomainException.class, () -> model.predict(AT, 1, Double.NaN, 0));
        assertTrue(String.valueOf(unknown.getMessage()).contains("entry 1 of x = NaN"), unknown::toString);
        // Indicators of all classes beside an intercept: singular but for the rounding of the pivots.
        double[][] trap = {{1, 1, 0}, {1, 0, 1}, {1, 1, 0}, {1, 0, 1}, {1, 0, 1}};
        GeneralizedLinearModel<?> dummies = GeneralizedLinearModel.logistic(trap, 0, 1, 1, 0, 1);
        for (double w = 0; w < 2; w += 0.1) {
            Vec<Weights> at = Vec.of(w, 0.3 - w, 0.7 * w);
            DomainException noise =
                    assertThrows(DomainException.class, () -> dummies.fisher(at).raise(Vec.of(1, 1, -1)));
            assertTrue(String.valueOf(noise.getMessage()).contains("linearly independent"), noise::toString);
        }
        // Columns of very different scale are independent.
        double[][] scales = {{1, 1e-9}, {1, 2e-9}, {1, -1e-9}};
        Metric<Weights, Differential<Weights>> metric =
                GeneralizedLinearModel.linear(1, scales, 0, 1, 0).fisher(Vec.of(0, 0));
        assertEquals(2e9, metric.raise(metric.lower(Vec.of(1, 2e9))).get(1), 1e-3);
    }
}
