package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;

/** Estimates, bits, and the checks of {@link DomainException}. */
class NumbersTest {
    @Test
    void bitsAreNatsOverTheLogarithmOfTwo() {
        assertEquals(1, Bits.ofNats(Math.log(2)).value());
        assertEquals(0.5108256237659907, Bits.ofNats(0.5108256237659907).toNats(), 1e-16);
        assertEquals("3.0 bit", new Bits(3).toString());
        assertEquals(new Bits(5), new Bits(3).plus(new Bits(2)));
        assertEquals(new Bits(1), new Bits(3).minus(new Bits(2)));
        assertEquals(new Bits(7.5), new Bits(3).times(2.5));
        assertEquals(1, new Bits(3).compareTo(new Bits(2)));
        assertEquals(
                Double.POSITIVE_INFINITY, Bits.ofNats(Double.POSITIVE_INFINITY).value());
        assertThrows(DomainException.class, () -> new Bits(Double.NaN));
        assertThrows(DomainException.class, () -> Bits.ofNats(Double.NaN));
    }

    @Test
    void estimatesRefuseWhatIsNoNumber() {
        assertEquals("1.5 ± 0.25 (by hand)", new Estimate(1.5, 0.25, "by hand").toString());
        assertThrows(DomainException.class, () -> new Estimate(Double.NaN, 0, "by hand"));
        assertThrows(DomainException.class, () -> new Estimate(1, Double.NaN, "by hand"));
        assertThrows(DomainException.class, () -> new Estimate(1, -1e-9, "by hand"));
    }

    @Test
    void checksOfScalarsLetNoNaNPass() {
        double infinity = Double.POSITIVE_INFINITY;
        check(x -> DomainException.requireFinite("x", x), new double[] {-1, 0, 1}, infinity, -infinity);
        check(
                x -> DomainException.requirePositive("x", x),
                new double[] {Double.MIN_VALUE, 1},
                0,
                -0.0,
                -1,
                infinity,
                -infinity);
        check(
                x -> DomainException.requireNonnegative("x", x),
                new double[] {0, 1},
                -Double.MIN_VALUE,
                infinity,
                -infinity);
        check(
                x -> DomainException.requireProbability("x", x),
                new double[] {0, 0.3, 1},
                -Double.MIN_VALUE,
                1.0000000000000002);
    }

    private static void check(DoubleUnaryOperator require, double[] good, double... bad) {
        for (double x : good) {
            assertEquals(x, require.applyAsDouble(x));
        }
        assertThrows(DomainException.class, () -> require.applyAsDouble(Double.NaN));
        for (double x : bad) {
            DomainException refusal = assertThrows(DomainException.class, () -> require.applyAsDouble(x));
            assertEquals("x = " + x, String.valueOf(refusal.getMessage()).split(",", -1)[0]);
        }
    }

    @Test
    void messagesShortenWhatIsLong() {
        assertEquals(
                "x = [0.0, 0.0], expected length 3, not 2",
                assertThrows(DomainException.class, () -> DomainException.requireLength("x", new double[2], 3))
                        .getMessage());
        assertEquals(
                "x = [1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, … (50 entries)], expected short",
                new DomainException(
                                "x",
                                Vec.<Natural>generate(50, i -> i == 0 ? 1 : 0).toArray(),
                                "short")
                        .getMessage());
        double[] twelve = new double[12];
        assertEquals(
                "x = " + Arrays.toString(twelve) + ", expected short",
                new DomainException("x", twelve, "short").getMessage());
        String narrow = String.valueOf(new DomainException("m", new double[12][1], "small").getMessage());
        assertEquals("m = [" + "[0.0], ".repeat(11) + "[0.0]], expected small", narrow);
        String matrix = String.valueOf(new DomainException("m", new double[200][200], "small").getMessage());
        assertEquals("… (200 rows)], expected small", matrix.substring(matrix.lastIndexOf('…')));
    }
}
