package org.legendre.optimize;

/** A curve along a direction that comes from solving an equation, by iteration if the metric has no other way. */
interface SolvedCurve extends Curve {
    /** Where iterative solves begin from now on: an array that its owner goes on changing, all zeros for none. */
    void guess(double[] begin);

    /** G⁻¹g at the iterate. */
    double[] direction();
}
