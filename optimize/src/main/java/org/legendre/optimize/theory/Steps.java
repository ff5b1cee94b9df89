package org.legendre.optimize.theory;

/**
 * What a bound needs to know of the steps of a run.
 *
 * @param count k, how many there were
 * @param sum Σ tᵢ of their lengths
 * @param squares Σ tᵢ²
 */
public record Steps(int count, double sum, double squares) {
    /** No step yet. */
    public static final Steps NONE = new Steps(0, 0, 0);

    /**
     * k steps of one length.
     *
     * @param count k
     * @param length t
     * @return the steps
     */
    public static Steps constant(int count, double length) {
        return new Steps(count, count * length, count * length * length);
    }

    /**
     * One step more.
     *
     * @param length its length
     * @return the steps
     */
    public Steps and(double length) {
        return new Steps(count + 1, sum + length, squares + length * length);
    }
}
