package org.legendre.geometry.information.code;

import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;

/**
 * The arithmetic code of given probabilities q: a whole message is one number in [0, 1), in an interval as long as the probability of the message, so that the whole
 * bits are paid once and not for each symbol. On n symbols that come with p it spends n (H(p) + KL(p‖q)) and two bits.
 *
 * <p>Formula: the interval is kept to 32 bits, probabilities as integers over a total of at most 2²⁴; {@link #law} is the distribution that these stand for.
 *
 * <p>Source: I. H. Witten, R. M. Neal and J. G. Cleary, Arithmetic coding for data compression, Comm. ACM 30 (1987).
 *
 * <p>Error: the rounding of the interval costs at most 2⁻⁵ bits a symbol, and at most 1e-4 with totals up to 2¹⁶.
 */
public final class ArithmeticCode {
    private static final int TOTAL_BITS = 24;
    /** The bits looked at after the last of a message: the digits of the interval less the two that end it. */
    private static final int AHEAD = 30;

    private static final long QUARTER = 1L << 30;
    private static final long HALF = 2 * QUARTER;
    private static final long WHOLE = 4 * QUARTER;

    /** The sums of the counts before each symbol, and the total. */
    private final long[] sums;

    private ArithmeticCode(long... counts) {
        sums = new long[counts.length + 1];
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] < 0) {
                throw new DomainException("count " + i, counts[i], "an integer ≥ 0");
            }
            sums[i + 1] = sums[i] + counts[i];
            if (sums[i + 1] > 1L << TOTAL_BITS) {
                throw new DomainException("sum of counts", sums[i + 1], "at most 2²⁴");
            }
        }
        if (sums[counts.length] == 0) {
            throw new DomainException("sum of counts", 0, "at least 1");
        }
    }

    /**
     * The code for relative frequencies.
     *
     * @param counts how often each symbol occurs, with a sum from 1 to 2²⁴
     * @return the code
     * @throws DomainException if a count is negative or the sum is not as above
     */
    public static ArithmeticCode ofCounts(long... counts) {
        return new ArithmeticCode(counts);
    }

    /**
     * The code for given probabilities, as multiples of about 2⁻²³, of which a possible symbol has at least one: {@link #law} tells.
     *
     * @param q the probabilities, of at most 2²² symbols; one that is 0, or that underflows, cannot be written
     * @return the code
     * @throws DomainException if there are more symbols
     */
    public static ArithmeticCode of(Probabilities q) {
        if (q.size() > 1 << (TOTAL_BITS - 2)) {
            throw new DomainException("number of symbols", q.size(), "at most 2²²");
        }
        long[] counts = new long[q.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = q.get(i) > 0 ? Math.max(1, Math.round(Math.scalb(q.get(i), TOTAL_BITS - 1))) : 0;
        }
        return new ArithmeticCode(counts);
    }

    /**
     * The distribution that this code is for, to the last digit.
     *
     * @return the counts over their total
     */
    public Probabilities law() {
        double[] counts = new double[sums.length - 1];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = (double) (sums[i + 1] - sums[i]);
        }
        return Probabilities.normalized(counts);
    }

    /**
     * What the code wastes on symbols that come with p, in the limit of long messages.
     *
     * @param p the probabilities that symbols come with
     * @return KL(p‖law), ≥ 0, in bits a symbol; infinite if p has a symbol that cannot be written
     */
    public Bits wasted(Probabilities p) {
        return Bits.ofNats(p.klTo(law()));
    }

    /** The interval [low, high], as 32-bit numbers, of which the bits in common have been shifted out. */
    private static final class Interval {
        private long low;
        private long high = WHOLE - 1;

        long size() {
            return high - low + 1;
        }

        void narrow(long from, long to, long total) {
            long size = size();
            high = low + size * to / total - 1;
            low += size * from / total;
        }

        /** Moves by −offset and doubles. */
        void widen(long offset) {
            low = 2 * (low - offset);
            high = 2 * (high - offset) + 1;
        }

        /** What to take off before doubling: 0 or half where the first bit is known, a quarter where the interval straddles the middle closely, −1 if none. */
        long offset() {
            if (high < HALF) {
                return 0;
            }
            if (low >= HALF) {
                return HALF;
            }
            return low >= QUARTER && high < HALF + QUARTER ? QUARTER : -1;
        }
    }

    /**
     * Writes a message.
     *
     * @param message its symbols
     * @return the bits
     * @throws DomainException if a symbol cannot be written
     */
    public Bitstring encode(int... message) {
        Bitstring.Writer out = new Bitstring.Writer();
        Interval interval = new Interval();
        long total = sums[sums.length - 1];
        int pending = 0;
        for (int symbol : message) {
            if (symbol < 0 || symbol >= sums.length - 1 || sums[symbol + 1] == sums[symbol]) {
                throw new DomainException("symbol", symbol, "one of positive probability out of " + (sums.length - 1));
            }
            interval.narrow(sums[symbol], sums[symbol + 1], total);
            for (long offset = interval.offset(); offset >= 0; offset = interval.offset()) {
                if (offset == QUARTER) {
                    pending++;
                } else {
                    write(out, offset == HALF, pending);
                    pending = 0;
                }
                interval.widen(offset);
            }
        }
        // A quarter of the whole that is inside the interval, whatever follows.
        write(out, interval.low >= QUARTER, pending + 1);
        return out.finish();
    }

    private static void write(Bitstring.Writer out, boolean bit, int opposites) {
        out.write(bit);
        for (int i = 0; i < opposites; i++) {
            out.write(!bit);
        }
    }

    /**
     * Reads a message. The number of symbols is not part of the string: a number too large or too small is noticed where it makes a difference to the number of bits, which it
     * does not where the symbols missing or left over are so likely that no further bit is due.
     *
     * @param code what {@link #encode} wrote
     * @param count the number of symbols, at least 0
     * @return the symbols
     * @throws DomainException if the number is negative, or a message of so many symbols has fewer or more bits than there are
     */
    public int[] decode(Bitstring code, int count) {
        HuffmanCode.requireCount(count);
        int[] message = new int[count];
        Interval interval = new Interval();
        long total = sums[sums.length - 1];
        long value = 0;
        int at = 0;
        for (; at < 32; at++) {
            value = 2 * value + bit(code, at);
        }
        for (int i = 0; i < count; i++) {
            long target = ((value - interval.low + 1) * total - 1) / interval.size();
            int symbol = symbolAt(target);
            message[i] = symbol;
            interval.narrow(sums[symbol], sums[symbol + 1], total);
            for (long offset = interval.offset(); offset >= 0; offset = interval.offset()) {
                interval.widen(offset);
                value = 2 * (value - offset) + bit(code, at++);
            }
        }
        // Each doubling has read one bit and written one, and two more are written at the end.
        if (at != code.length() + AHEAD) {
            throw new DomainException(
                    "bits of a message of " + count + " symbols", code.length(), "exactly " + (at - AHEAD));
        }
        return message;
    }

    /** The last symbol whose sum before is at most the target. */
    private int symbolAt(long target) {
        int low = 0;
        int high = sums.length - 2;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (sums[middle] <= target) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }

    /** Zeros follow the end, as many as are looked at ahead of it; more are no message. */
    private static int bit(Bitstring code, int at) {
        if (at >= code.length() + AHEAD) {
            throw new DomainException("bit", at, "one of 0, …, " + (code.length() - 1) + ": the string ends");
        }
        return at < code.length() && code.get(at) ? 1 : 0;
    }
}
