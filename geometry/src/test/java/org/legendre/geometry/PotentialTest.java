package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PotentialTest {
    private static final double[][] POINTS = {{0.4, -0.8}, {-3, -0.01}, {25, -5}};

    @Test
    void automaticDifferentiationAgreesWithTheClosedForms() {
        Potential automatic = TestPotentials.normalFromItsFormula();
        Potential byHand = TestPotentials.normal();
        for (double[] t : POINTS) {
            assertEquals(byHand.value(t), automatic.value(t), 1e-15 * (1 + Math.abs(byHand.value(t))));
            double[] expected = new double[2];
            double[] actual = new double[2];
            byHand.gradient(t, expected);
            automatic.gradient(t, actual);
            near(expected, actual, 1e-14);
            for (int i = 0; i < 2; i++) {
                near(byHand.hessian(t).toMatrix()[i], automatic.hessian(t).toMatrix()[i], 1e-14);
            }
        }
    }

    /**
     * ∇³ψ of the normal, with m = −θ₁/2θ₂ and s = −1/2θ₂ (so ∂m/∂θ₁ = s, ∂m/∂θ₂ = 2ms, ∂s/∂θ₂ = 2s²) from ∇²ψ = [[s, 2ms], [2ms, 4m²s + 2s²]].
     */
    private static double[] thirdOfNormal(double[] t, double[] u, double[] v) {
        double m = -0.5 * t[0] / t[1];
        double s = -0.5 / t[1];
        double t111 = 0;
        double t112 = 2 * s * s;
        double t122 = 4 * m * s * s + 4 * m * s * s;
        double t222 = 8 * m * 2 * m * s * s + 4 * m * m * 2 * s * s + 8 * s * s * s;
        double first = t111 * u[0] * v[0] + t112 * (u[0] * v[1] + u[1] * v[0]) + t122 * u[1] * v[1];
        double second = t112 * u[0] * v[0] + t122 * (u[0] * v[1] + u[1] * v[0]) + t222 * u[1] * v[1];
        return new double[] {first, second};
    }

    @Test
    void thirdDerivativesAgreeWithTheClosedForm() {
        double[] u = {0.3, 0.2};
        double[] v = {-1, 0.7};
        for (double[] t : POINTS) {
            double[] expected = thirdOfNormal(t, u, v);
            double[] automatic = new double[2];
            TestPotentials.normalFromItsFormula().third(t, u, v, automatic);
            near(expected, automatic, 1e-14);
            double[] extrapolated = new double[2];
            TestPotentials.normal().third(t, u, v, extrapolated);
            near(expected, extrapolated, 1e-10);
        }
    }

    @Test
    void extrapolatedThirdDerivativesHoldTheirStatedErrorEverywhere() {
        double[] one = {1};
        double[] out = new double[1];
        for (double x : new double[] {-300, -50, -1, 0, 3, 300}) {
            TestPotentials.exponential().third(new double[] {x}, one, one, out);
            assertEquals(1, out[0] / Math.exp(x), 1e-10, "exp at " + x);
        }
        for (double x : new double[] {1e-50, 1e-9, 0.3, 7, 1e9, 1e50}) {
            TestPotentials.burg().third(new double[] {x}, one, one, out);
            assertEquals(1, out[0] / (-2 / x / x / x), 1e-10, "−log at " + x);
            TestPotentials.entropy().third(new double[] {x}, one, one, out);
            assertEquals(1, out[0] / (-1 / x / x), 1e-10, "x log x at " + x);
        }
        for (double x : new double[] {-30, -2, 0.5, 20}) {
            double p = 1 / (1 + Math.exp(-x));
            double q = 1 / (1 + Math.exp(x));
            TestPotentials.softplus().third(new double[] {x}, one, one, out);
            assertEquals(1, out[0] / (p * q * (q - p)), 1e-10, "softplus at " + x);
        }
    }

    @Test
    void thirdDerivativesScaleWithTheirTangents() {
        double[] out = new double[1];
        TestPotentials.exponential().third(new double[] {0}, new double[] {1e-200}, new double[] {1e100}, out);
        assertEquals(1, out[0] / 1e-100, 1e-10);
        TestPotentials.exponential().third(new double[] {0}, new double[] {0}, new double[] {1}, out);
        assertEquals(0, out[0]);
    }

    @Test
    void thirdDerivativesOfNoNumberEndInAnException() {
        Potential broken = new TestPotentials.Scalar(Domain.reals(1), x -> x, x -> 1, x -> Double.NaN);
        double[] one = {1};
        assertThrows(RuntimeException.class, () -> broken.third(one, one, one, new double[1]));
        // A Hessian that is 1 at 0 alone: no step is short enough.
        Potential spike = new TestPotentials.Scalar(Domain.reals(1), x -> x, x -> 1, x -> x == 0 ? 1 : 1e9);
        ConvergenceException noStep =
                assertThrows(ConvergenceException.class, () -> spike.third(new double[1], one, one, new double[1]));
        assertTrue(String.valueOf(noStep.getMessage()).contains("no step"), noStep::toString);
        assertThrows(
                DomainException.class,
                () -> TestPotentials.burg().third(one, new double[] {Double.NaN}, one, new double[1]));
    }

    @Test
    void aFormulaThatIsNotConvexIsNamedWithThePoint() {
        Potential concave =
                Potential.of(Domain.reals(1), x -> x[0].multiply(x[0]).negate());
        DomainException refusal = assertThrows(DomainException.class, () -> concave.hessian(new double[] {3}));
        String message = String.valueOf(refusal.getMessage());
        assertTrue(message.startsWith("∇²ψ at x = [3.0] = [[-2.0]]"), message);
        assertTrue(message.contains("not strictly convex"), message);
    }

    private static void near(double[] expected, double[] actual, double relative) {
        double size = 0;
        for (double entry : expected) {
            size = Math.max(size, Math.abs(entry));
        }
        assertArrayEquals(expected, actual, relative * size);
    }
}
