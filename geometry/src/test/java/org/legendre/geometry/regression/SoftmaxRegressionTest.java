package org.legendre.geometry.regression;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Softmax regression with all k logits. */
class SoftmaxRegressionTest {
    private static final double[][] INPUTS = {
        {1, 0.5}, {1, -1.5}, {1, 0.2}, {1, 1.1}, {1, -0.7}, {1, -0.2}, {1, 0.9}, {1, -1.2}
    };
    private static final int[] LABELS = {0, 2, 2, 1, 1, 0, 2, 0};
    private static final SoftmaxRegression MODEL = SoftmaxRegression.of(3, INPUTS, LABELS);
    private static final Vec<Weights> AT = Vec.of(0.3, -0.8, 0.45, 0.1, -1, 0.7);
    private static final Vec<Weights> SHIFT = Vec.of(2, -3, 2, -3, 2, -3);

    @Test
    void theValueIsTheNegativeLogLikelihoodAndTheDifferentialItsSlope() {
        double expected = 0;
        for (int i = 0; i < LABELS.length; i++) {
            expected -= MODEL.predict(AT, INPUTS[i]).logDensity(LABELS[i]);
        }
        assertEquals(expected, MODEL.value(AT), 1e-14);
        GeneralizedLinearModelTest.assertSlopes(MODEL::value, MODEL.gradient(AT), AT);
    }

    @Test
    void addingOneVectorToAllClassesChangesNothing() {
        assertEquals(MODEL.value(AT), MODEL.value(AT.plus(SHIFT)), 1e-14);
        assertArrayEquals(
                MODEL.gradient(AT).toArray(), MODEL.gradient(AT.plus(SHIFT)).toArray(), 1e-14);
        assertEquals(0, MODEL.fisher(AT).squaredNorm(SHIFT));
        assertArrayEquals(new double[6], MODEL.fisher(AT).lower(SHIFT).toArray(), 1e-14);
        assertTrue(MODEL.metric(AT).squaredNorm(SHIFT) > 1);
    }

    /** For logits linear in w the Fisher matrix is the Hessian of the negative log-likelihood. */
    @Test
    void theFisherFormIsTheSlopeOfTheDifferential() {
        for (int j = 0; j < 6; j++) {
            int column = j;
            Vec<Weights> unit = Vec.generate(6, k -> k == column ? 1 : 0);
            double[] coarse = difference(unit, 2e-3);
            double[] fine = difference(unit, 1e-3);
            double[] image = MODEL.fisher(AT).lower(unit).toArray();
            for (int k = 0; k < 6; k++) {
                assertEquals((4 * fine[k] - coarse[k]) / 3, image[k], 1e-10);
            }
            assertEquals(image[j], MODEL.fisher(AT).squaredNorm(unit), 1e-15);
        }
    }

    private static double[] difference(Vec<Weights> unit, double h) {
        return MODEL.gradient(AT.plus(unit.times(h)))
                .minus(MODEL.gradient(AT.minus(unit.times(h))))
                .times(0.5 / h)
                .toArray();
    }

    @Test
    void theNaturalGradientHasMeanZeroOverTheClassesAndIsFisherScoring() {
        Metric<Weights, Differential<Weights>> metric = MODEL.metric(AT);
        Vec<Differential<Weights>> gradient = MODEL.gradient(AT);
        Vec<Weights> natural = metric.raise(gradient);
        for (int j = 0; j < 2; j++) {
            assertEquals(0, natural.get(j) + natural.get(2 + j) + natural.get(4 + j), 1e-13);
        }
        assertArrayEquals(gradient.toArray(), MODEL.fisher(AT).lower(natural).toArray(), 1e-13);
        // Completed only where the form is 0.
        assertEquals(MODEL.fisher(AT).squaredNorm(natural), metric.squaredNorm(natural), 1e-13);
        // Newton's method from there ends where the differential vanishes.
        Vec<Weights> w = Vec.zeros(6);
        for (int k = 0; k < 30; k++) {
            w = w.minus(MODEL.metric(w).raise(MODEL.gradient(w)));
        }
        assertEquals(0, MODEL.gradient(w).stream().map(Math::abs).max().orElse(1), 1e-13);
    }

    @Test
    void twoClassesAreLogisticRegression() {
        int[] labels = {1, 0, 1, 1, 0, 0, 0, 1};
        SoftmaxRegression two = SoftmaxRegression.of(2, INPUTS, labels);
        GeneralizedLinearModel<?> logistic = GeneralizedLinearModel.logistic(INPUTS, labels);
        Vec<Weights> w = Vec.of(0, 0, 0.4, -0.6);
        Vec<Weights> slope = Vec.of(0.4, -0.6);
        assertEquals(logistic.value(slope), two.value(w), 1e-14);
        double[] whole = two.gradient(w).toArray();
        assertArrayEquals(logistic.gradient(slope).toArray(), new double[] {whole[2], whole[3]}, 1e-15);
        assertEquals(logistic.fisher(slope).squaredNorm(slope), two.fisher(w).squaredNorm(w), 1e-14);
    }

    @Test
    void smoothnessBoundsTheCurvatureAndSureLabelsCostNothing() {
        SplittableRandom random = new SplittableRandom(4);
        for (int i = 0; i < 50; i++) {
            Vec<Weights> w = Vec.generate(6, j -> random.nextGaussian());
            Vec<Weights> v = Vec.generate(6, j -> random.nextGaussian());
            double curvature =
                    MODEL.fisher(w).squaredNorm(v) / v.stream().map(x -> x * x).sum();
            assertTrue(curvature <= MODEL.smoothness());
        }
        SoftmaxRegression sure = SoftmaxRegression.of(2, new double[][] {{1}}, 0);
        assertEquals(Math.exp(-700), sure.value(Vec.of(700, 0)), 1e-14 * Math.exp(-700));
        assertEquals(-Math.exp(-700), sure.gradient(Vec.of(700, 0)).get(0), 1e-14 * Math.exp(-700));
    }

    @Test
    void badInputIsRefused() {
        assertThrows(DomainException.class, () -> SoftmaxRegression.of(1, INPUTS, LABELS));
        assertThrows(DomainException.class, () -> SoftmaxRegression.of(2, INPUTS, LABELS));
        assertThrows(DomainException.class, () -> SoftmaxRegression.of(3, INPUTS, 0, 1));
        assertThrows(DomainException.class, () -> SoftmaxRegression.of(3, INPUTS, 0, 1, -1, 0, 0, 0, 0, 0));
        assertThrows(DomainException.class, () -> MODEL.value(Vec.of(1, 2)));
        assertThrows(DomainException.class, () -> MODEL.predict(AT, 1));
    }

    @Test
    void theMetricIsCompletedByTheProjectionOnEqualWeights() {
        // The same u for each of the k classes: only 11ᵀ/k sees it, as k Σ ⟨u, xᵢ⟩².
        double expected = 0;
        for (double[] x : INPUTS) {
            double z = 0.5 * x[0] - 2 * x[1];
            expected += 3 * z * z;
        }
        assertEquals(expected, MODEL.metric(AT).squaredNorm(Vec.of(0.5, -2, 0.5, -2, 0.5, -2)), 1e-12 * expected);
        assertThrows(DomainException.class, () -> MODEL.predict(AT, 1, Double.POSITIVE_INFINITY));
    }
}
