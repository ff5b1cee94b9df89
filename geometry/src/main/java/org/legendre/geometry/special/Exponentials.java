package org.legendre.geometry.special;

import java.util.Objects;

/** Exponentials of whole arrays. */
public final class Exponentials {
    /** What a pass works on stays in the first-level cache until the next pass. */
    private static final int BLOCK = 512;

    /** Between these arguments the value and the power of 2 in it are normal numbers. */
    private static final double LEAST = -708;

    private static final double GREATEST = 709;

    private static final double PER_LOG_2 = 1.4426950408889634;

    /** Added to a number of moderate size it leaves an integer, with the bias of an exponent, in the last bits. */
    private static final double ROUNDING = 0x1.8p52 + 1023;

    /** log 2 in two parts, the first with enough trailing zeros for exact multiples. */
    private static final double LOG_2_HIGH = 0x1.62e42feep-1;

    private static final double LOG_2_LOW = 0x1.a39ef35793c76p-33;

    private Exponentials() {}

    /**
     * The exponentials out[i] = exp(x[i] − shift) for from ≤ i &lt; to.
     *
     * <p>Formula: exp v = 2ᵏ exp r, k the integer nearest to v/log 2; exp r by its Taylor polynomial of degree 13, |r| ≤ ½ log 2. Only sums, products
     * and powers of 2: the same bits on every machine, and loops that a compiler makes vector instructions of.
     *
     * <p>Source: W. J. Cody and W. Waite, Software Manual for the Elementary Functions (1980), chapter 6 (the reduction of the argument).
     *
     * <p>Error: 0.96 units in the last place of the exponential of the rounded difference x[i] − shift are the most that was seen, and the roundings of the last
     * sums add up to no more than 1.05; {@link StrictMath#exp} below −708 and above 709.
     *
     * @param x the exponents
     * @param shift what is subtracted from each
     * @param out takes the exponentials; another array than x
     * @param from the first index
     * @param to one past the last index
     * @return whether all differences are finite; if not, NaN gives NaN, −∞ gives 0 and ∞ gives ∞
     * @throws IndexOutOfBoundsException if an array is too short for the range
     * @throws IllegalArgumentException if x and out are one array
     */
    public static boolean exp(double[] x, double shift, double[] out, int from, int to) {
        Objects.checkFromToIndex(from, to, x.length);
        Objects.checkFromToIndex(from, to, out.length);
        if (x == out) {
            throw new IllegalArgumentException("x and out are one array, expected two");
        }
        boolean finite = true;
        for (int at = from; at < to; at += BLOCK) {
            int end = Math.min(to, at + BLOCK);
            reduced(x, shift, out, at, end);
            finite &= scaled(x, shift, out, at, end);
        }
        return finite;
    }

    /** exp r. */
    private static void reduced(double[] x, double shift, double[] out, int from, int to) {
        for (int i = from; i < to; i++) {
            double v = x[i] - shift;
            double k = (v * PER_LOG_2 + ROUNDING) - ROUNDING;
            double r = (v - k * LOG_2_HIGH) - k * LOG_2_LOW;
            double q = 1.0 / 479001600 + r * (1.0 / 6227020800L);
            q = 1.0 / 39916800 + r * q;
            q = 1.0 / 3628800 + r * q;
            q = 1.0 / 362880 + r * q;
            q = 1.0 / 40320 + r * q;
            q = 1.0 / 5040 + r * q;
            q = 1.0 / 720 + r * q;
            q = 1.0 / 120 + r * q;
            q = 1.0 / 24 + r * q;
            q = 1.0 / 6 + r * q;
            q = 0.5 + r * q;
            out[i] = 1 + (r + r * r * q);
        }
    }

    /** Times 2ᵏ, where that is a normal number. */
    private static boolean scaled(double[] x, double shift, double[] out, int from, int to) {
        boolean outside = false;
        for (int i = from; i < to; i++) {
            double v = x[i] - shift;
            outside |= !(v >= LEAST && v <= GREATEST);
            out[i] *= Double.longBitsToDouble(Double.doubleToRawLongBits(v * PER_LOG_2 + ROUNDING) << 52);
        }
        return !outside || rare(x, shift, out, from, to);
    }

    /** The exponentials of arguments out of range. */
    private static boolean rare(double[] x, double shift, double[] out, int from, int to) {
        boolean finite = true;
        for (int i = from; i < to; i++) {
            double v = x[i] - shift;
            if (!(v >= LEAST && v <= GREATEST)) {
                out[i] = StrictMath.exp(v);
                finite &= Double.isFinite(v);
            }
        }
        return finite;
    }
}
