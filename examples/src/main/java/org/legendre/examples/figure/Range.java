package org.legendre.examples.figure;

import org.legendre.geometry.DomainException;

/**
 * What an axis shows.
 *
 * @param low the left or lower end
 * @param high the right or upper end, greater
 */
public record Range(double low, double high) {
    /**
     * Checks the ends.
     *
     * @param low the left or lower end
     * @param high the right or upper end
     * @throws DomainException unless both are finite and low is less than high
     */
    public Range {
        DomainException.requireFinite("low", low);
        DomainException.requireFinite("high", high);
        if (!(low < high)) {
            throw new DomainException("range", "[" + low + ", " + high + "]", "low < high");
        }
    }

    /**
     * The distance of the ends.
     *
     * @return high − low
     */
    public double length() {
        return high - low;
    }

    /**
     * Whether a number is shown.
     *
     * @param t the number
     * @return whether it lies between the ends, both included
     */
    public boolean holds(double t) {
        return low <= t && t <= high;
    }
}
