package org.legendre.optimize;

import org.legendre.geometry.Coordinates;

/**
 * An objective that is a mean of many: f = (1/N) Σ fⱼ. Stochastic schemes ask for the mean over a few of its terms.
 *
 * <p>Calls of the oracle are counted in whole objectives: the partial differentials between two iterates count together as the number of terms they took, divided by N and rounded up.
 *
 * @param <X> the tag of the coordinates x
 * @param <Y> the dual tag, of differentials
 */
public interface FiniteSum<X extends Coordinates<Y>, Y extends Coordinates<X>> extends Objective<X, Y> {
    /**
     * The number of terms.
     *
     * @return N
     */
    int terms();

    /**
     * The mean of some terms at x, with its differential.
     *
     * @param x the point, length n, not to be changed or kept
     * @param indices which terms, from 0; one may occur more than once. Not to be changed or kept
     * @param count how many of the indices count
     * @param out takes the partial derivatives of the mean, length n
     * @return (1/count) Σ f_{indices[k]}(x)
     */
    double partial(double[] x, int[] indices, int count, double[] out);
}
