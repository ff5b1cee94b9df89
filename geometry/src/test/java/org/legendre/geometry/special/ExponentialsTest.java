package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExponentialsTest {
    private static final MathContext DIGITS = new MathContext(50);

    /** exp v = (exp(v/1024))^1024, by Taylor's series. */
    private static BigDecimal exact(double v) {
        BigDecimal small = new BigDecimal(v).divide(BigDecimal.valueOf(1024), DIGITS);
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int k = 1; k < 40; k++) {
            term = term.multiply(small, DIGITS).divide(BigDecimal.valueOf(k), DIGITS);
            sum = sum.add(term, DIGITS);
        }
        return sum.pow(1024, DIGITS);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-9, 0.3465735, 0.35, 2, 40, 707.9})
    void theErrorIsBelowOneUnitInTheLastPlace(double range) {
        double[] v = new SplittableRandom(7).doubles(700, -range, range).toArray();
        double[] out = new double[v.length];
        assertTrue(Exponentials.exp(v, 0, out, 0, v.length));
        for (int i = 0; i < v.length; i++) {
            double error = exact(v[i]).subtract(new BigDecimal(out[i])).doubleValue();
            assertTrue(Math.abs(error) < Math.ulp(out[i]), "exp " + v[i] + " errs by " + error / Math.ulp(out[i]));
        }
    }

    /** Where 2ᵏ or the value is not a normal number. */
    @Test
    void valuesOutOfTheNormalRangeAreThoseOfTheLibrary() {
        double[] v = {-1e300, -750, -745.2, -745.1, -720, -708.5, 709.2, 709.78, 709.79, 800, 1e300, -7e15, 7e15};
        double[] out = new double[v.length];
        assertTrue(Exponentials.exp(v, 0, out, 0, v.length));
        for (int i = 0; i < v.length; i++) {
            assertEquals(Math.exp(v[i]), out[i], "exp " + v[i]);
        }
    }

    @Test
    void infinityAndNaNAreSaid() {
        for (double bad : new double[] {Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY}) {
            double[] v = new double[1500];
            v[1400] = bad;
            double[] out = new double[1500];
            assertFalse(Exponentials.exp(v, 0, out, 0, 1500));
            assertEquals(Math.exp(bad), out[1400]);
            assertEquals(1, out[1399]);
            assertTrue(Exponentials.exp(v, 0, out, 0, 1400));
        }
        assertFalse(Exponentials.exp(new double[] {-1e308}, 1e308, new double[1], 0, 1));
    }

    @Test
    void aRangeIsTakenRelativeToTheShift() {
        double[] v = new double[1300];
        Arrays.setAll(v, i -> 0.001 * i + 5);
        double[] out = new double[1300];
        assertTrue(Exponentials.exp(v, 5, out, 3, 1297));
        for (int i = 0; i < v.length; i++) {
            double expected = i < 3 || i >= 1297 ? 0 : Math.exp(v[i] - 5);
            assertEquals(expected, out[i], 2 * Math.ulp(expected));
        }
    }

    @Test
    void oneArrayForBothIsRefused() {
        double[] x = {1, 2};
        assertThrows(IllegalArgumentException.class, () -> Exponentials.exp(x, 0, x, 0, 2));
    }

    @Test
    void arraysThatAreTooShortAreRefused() {
        double[] v = new double[4];
        assertThrows(IndexOutOfBoundsException.class, () -> Exponentials.exp(v, 0, new double[3], 0, 4));
        assertThrows(IndexOutOfBoundsException.class, () -> Exponentials.exp(v, 0, new double[5], 0, 5));
    }
}
