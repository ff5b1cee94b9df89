package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Binary64 numbers are exact decimals, so that decimal arithmetic is the oracle. */
class SumsTest {

    private static final double UNIT = 0x1p-53;

    @Test
    void sumKeepsItsBound() {
        SplittableRandom random = new SplittableRandom(11);
        for (int trial = 0; trial < 300; trial++) {
            double[] x = cancelling(random, 2 + random.nextInt(200));
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal size = BigDecimal.ZERO;
            for (double v : x) {
                exact = exact.add(new BigDecimal(v));
                size = size.add(new BigDecimal(v).abs());
            }
            assertWithinBound(Sums.sum(x), exact, size, x.length);
        }
    }

    @Test
    void dotKeepsItsBound() {
        SplittableRandom random = new SplittableRandom(12);
        for (int trial = 0; trial < 300; trial++) {
            int n = 2 + random.nextInt(200);
            double[] x = cancelling(random, n);
            double[] y = new double[n];
            for (int i = 0; i < n; i++) {
                y[i] = 1 + 1e-3 * random.nextDouble();
            }
            BigDecimal exact = BigDecimal.ZERO;
            BigDecimal size = BigDecimal.ZERO;
            for (int i = 0; i < n; i++) {
                BigDecimal product = new BigDecimal(x[i]).multiply(new BigDecimal(y[i]));
                exact = exact.add(product);
                size = size.add(product.abs());
            }
            assertWithinBound(Sums.dot(x, y), exact, size, n);
        }
    }

    @Test
    void differenceOfProductsKeepsItsBound() {
        SplittableRandom random = new SplittableRandom(13);
        for (int trial = 0; trial < 20_000; trial++) {
            double a = random.nextDouble(-1, 1);
            double b = random.nextDouble(-1, 1);
            double c = random.nextDouble(-1, 1);
            // Half of the determinants cancel to the last digits.
            double d = trial % 2 == 0 ? random.nextDouble(-1, 1) : a * b / c;
            BigDecimal exact = new BigDecimal(a)
                    .multiply(new BigDecimal(b))
                    .subtract(new BigDecimal(c).multiply(new BigDecimal(d)));
            double actual = Sums.differenceOfProducts(a, b, c, d);
            double error = new BigDecimal(actual).subtract(exact).abs().doubleValue();
            assertTrue(error <= 1.5 * Math.ulp(exact.doubleValue()), () -> "error " + error + " of " + exact);
            assertTrue(error <= 3.4e-16 * exact.abs().doubleValue(), () -> "error " + error + " of " + exact);
        }
    }

    @Test
    void degenerateInput() {
        assertEquals(0, Sums.sum(new double[0]));
        assertEquals(5, Sums.sum(new double[] {1, 2, 3, 4}, 1, 3));
        assertEquals(Double.POSITIVE_INFINITY, Sums.sum(new double[] {1, Double.POSITIVE_INFINITY, 2}));
        assertEquals(Double.NaN, Sums.sum(new double[] {1, Double.NaN}));
        assertEquals(0, Sums.dot(new double[0], new double[0]));
        assertThrows(IndexOutOfBoundsException.class, () -> Sums.sum(new double[2], 1, 3));
        assertThrows(IllegalArgumentException.class, () -> Sums.dot(new double[2], new double[3]));
    }

    /** Terms of very different sizes whose sum is far below the largest. */
    private static double[] cancelling(SplittableRandom random, int n) {
        double[] x = new double[n];
        double sum = 0;
        for (int i = 0; i < n - 1; i++) {
            x[i] = Math.scalb(random.nextDouble(-1, 1), random.nextInt(60));
            sum += x[i];
        }
        x[n - 1] = -sum;
        return x;
    }

    private static void assertWithinBound(double actual, BigDecimal exact, BigDecimal size, int n) {
        BigDecimal unit = new BigDecimal(UNIT);
        BigDecimal gamma = new BigDecimal(n)
                .multiply(unit)
                .divide(BigDecimal.ONE.subtract(new BigDecimal(n).multiply(unit)), MathContext.DECIMAL64);
        BigDecimal bound = unit.multiply(exact.abs()).add(gamma.multiply(gamma).multiply(size));
        BigDecimal error = new BigDecimal(actual).subtract(exact).abs();
        assertTrue(error.compareTo(bound) <= 0, () -> "error " + error + " of " + exact + " in " + n + " terms");
    }
}
