package org.legendre.optimize.online;

/** What a theorem may look at in a round. */
public interface Round {
    /**
     * Which round it is.
     *
     * @return t, from 1
     */
    int number();

    /**
     * The rate of the round.
     *
     * @return η_t
     */
    double rate();

    /**
     * The rate of the round before.
     *
     * @return η_{t−1}; +∞ in the first round
     */
    double previousRate();

    /**
     * The least entry of the differential: the least loss of an action, if losses are linear.
     *
     * @return min gᵢ
     */
    double least();

    /**
     * The greatest entry of the differential.
     *
     * @return max gᵢ
     */
    double greatest();

    /**
     * The length of the differential.
     *
     * @param norm in which norm
     * @return ‖g‖
     */
    double norm(DualNorm norm);
}
