package org.legendre.geometry;

import java.io.Serial;
import java.util.Arrays;

/** A value is not where it has to be. The message prints the value and the domain that was expected. */
public final class DomainException extends IllegalArgumentException {
    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * Says what was wrong.
     *
     * @param what the name of the offending quantity, such as {@code "variance"}
     * @param value the value, as the caller gave it
     * @param expected the domain in words or mathematics, such as {@code "a finite number > 0"}
     */
    public DomainException(String what, Object value, String expected) {
        super(what + " = " + print(value) + ", expected " + expected);
    }

    /**
     * Checks that a scalar is finite.
     *
     * @param what the name of the quantity
     * @param value its value
     * @return the value
     * @throws DomainException if the value is NaN or infinite
     */
    public static double requireFinite(String what, double value) {
        if (!Double.isFinite(value)) {
            throw new DomainException(what, value, "a finite number");
        }
        return value;
    }

    /**
     * Checks that a scalar is finite and positive.
     *
     * @param what the name of the quantity
     * @param value its value
     * @return the value
     * @throws DomainException if the value is NaN, infinite, zero or negative
     */
    public static double requirePositive(String what, double value) {
        if (!(value > 0) || value == Double.POSITIVE_INFINITY) {
            throw new DomainException(what, value, "a finite number > 0");
        }
        return value;
    }

    /**
     * Checks that a scalar is finite and not negative.
     *
     * @param what the name of the quantity
     * @param value its value
     * @return the value
     * @throws DomainException if the value is NaN, infinite or negative
     */
    public static double requireNonnegative(String what, double value) {
        if (!(value >= 0) || value == Double.POSITIVE_INFINITY) {
            throw new DomainException(what, value, "a finite number ≥ 0");
        }
        return value;
    }

    /**
     * Checks that a scalar is a probability.
     *
     * @param what the name of the quantity
     * @param value its value
     * @return the value
     * @throws DomainException if the value is NaN or outside [0, 1]
     */
    public static double requireProbability(String what, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new DomainException(what, value, "a probability in [0, 1]");
        }
        return value;
    }

    /**
     * Checks the length of an array.
     *
     * @param what the name of the quantity
     * @param value the array
     * @param length the length that it has to have
     * @return the array
     * @throws DomainException if the length differs
     */
    public static double[] requireLength(String what, double[] value, int length) {
        if (value.length != length) {
            throw new DomainException(what, value, "length " + length + ", not " + value.length);
        }
        return value;
    }

    private static String print(Object value) {
        if (value instanceof double[] x) {
            return x.length <= 12
                    ? Arrays.toString(x)
                    : Arrays.toString(Arrays.copyOf(x, 12)).replace("]", ", … (" + x.length + " entries)]");
        }
        if (value instanceof double[][] rows) {
            StringBuilder text = new StringBuilder("[");
            for (int i = 0; i < Math.min(rows.length, 12); i++) {
                text.append(i == 0 ? "" : ", ").append(print(rows[i]));
            }
            return text.append(rows.length <= 12 ? "]" : ", … (" + rows.length + " rows)]")
                    .toString();
        }
        return String.valueOf(value);
    }
}
