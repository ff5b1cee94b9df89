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
     * The dimension.
     *
     * @return n
     */
    int size();

    /**
     * How points follow from losses.
     *
     * @return true for follow-the-regularised-leader, false for mirror descent
     */
    boolean lazy();

    /**
     * Whether points are exponential weights: the steps those of the negative entropy on the probability simplex.
     *
     * @return true if the geometry {@linkplain org.legendre.optimize.Geometry#exponentialWeights says so}
     */
    boolean exponentialWeights();

    /**
     * Whether the first point had equal weights that sum to 1.
     *
     * @return true if xᵢ = 1/n, to 10⁻¹²
     */
    boolean equalStart();

    /**
     * Whether the loss of the round is linear by definition.
     *
     * @return true if it was given by its coefficients, false if by a function
     */
    boolean linear();

    /**
     * The pairing of the point that was played with the differential there.
     *
     * @return ⟨x, g⟩
     */
    double pairing();

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
