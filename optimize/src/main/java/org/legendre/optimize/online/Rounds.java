package org.legendre.optimize.online;

/**
 * What a bound on the regret needs to know of the rounds played.
 *
 * @param count T
 * @param rate η_T of the last round
 * @param sum Σ η_t; +∞ once a rate was
 */
public record Rounds(int count, double rate, double sum) {
    /**
     * T rounds at one rate.
     *
     * @param count T
     * @param rate η
     * @return the rounds
     */
    public static Rounds constant(int count, double rate) {
        return new Rounds(count, rate, count * rate);
    }
}
