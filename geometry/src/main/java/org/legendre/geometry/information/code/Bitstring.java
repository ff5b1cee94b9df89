package org.legendre.geometry.information.code;

import java.util.BitSet;
import org.legendre.geometry.Bits;
import org.legendre.geometry.DomainException;

/** An immutable sequence of bits. */
public final class Bitstring {
    private final BitSet ones;
    private final int length;

    private Bitstring(BitSet ones, int length) {
        this.ones = ones;
        this.length = length;
    }

    /** Collects bits. */
    static final class Writer {
        private final BitSet ones = new BitSet();
        private int length;

        void write(boolean bit) {
            ones.set(length++, bit);
        }

        Bitstring finish() {
            return new Bitstring((BitSet) ones.clone(), length);
        }
    }

    /**
     * The number of bits.
     *
     * @return at least 0
     */
    public int length() {
        return length;
    }

    /**
     * The number of bits as an amount of information.
     *
     * @return the length
     */
    public Bits bits() {
        return new Bits(length);
    }

    /**
     * A bit.
     *
     * @param index its place, from 0
     * @return true for 1
     * @throws DomainException if there is no such bit: the string ends before
     */
    public boolean get(int index) {
        if (index < 0 || index >= length) {
            throw new DomainException("bit", index, "one of 0, …, " + (length - 1) + ": the string ends");
        }
        return ones.get(index);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Bitstring that && length == that.length && ones.equals(that.ones);
    }

    @Override
    public int hashCode() {
        return 31 * ones.hashCode() + length;
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(length, 64); i++) {
            text.append(ones.get(i) ? '1' : '0');
        }
        return length <= 64 ? text.toString() : text + "… (" + length + " bits)";
    }
}
