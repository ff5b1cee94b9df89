package org.legendre.geometry;

/**
 * An amount of information in bits. A plain {@code double} of information is in nats throughout the library; this type keeps the
 * two from mixing.
 *
 * @param value the amount in bits, possibly infinite, never NaN
 */
public record Bits(double value) implements Comparable<Bits> {
    private static final double LN2 = Math.log(2);

    /**
     * Checks that no NaN passes as an amount.
     *
     * @param value the amount in bits
     * @throws DomainException if it is NaN
     */
    public Bits {
        if (Double.isNaN(value)) {
            throw new DomainException("amount of information", value, "a number of bits");
        }
    }

    /**
     * Converts nats to bits: nats / ln 2.
     *
     * @param nats an amount of information in nats
     * @return the same amount in bits
     */
    public static Bits ofNats(double nats) {
        return new Bits(nats / LN2);
    }

    /**
     * Converts back: bits · ln 2.
     *
     * @return the same amount in nats
     */
    public double toNats() {
        return value * LN2;
    }

    /**
     * The sum.
     *
     * @param other another amount
     * @return this and the other
     */
    public Bits plus(Bits other) {
        return new Bits(value + other.value);
    }

    /**
     * The difference.
     *
     * @param other another amount
     * @return this less the other
     */
    public Bits minus(Bits other) {
        return new Bits(value - other.value);
    }

    /**
     * A multiple, such as the bits of n symbols.
     *
     * @param factor the factor
     * @return this amount so many times
     */
    public Bits times(double factor) {
        return new Bits(value * factor);
    }

    @Override
    public int compareTo(Bits other) {
        return Double.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value + " bit";
    }
}
