package org.legendre.optimize;

import org.legendre.geometry.Hessian;

/** A straight line x − tv along a direction that comes from solving an equation, (G + λI)v = g, by iteration if the metric has no other way. */
interface SolvedCurve extends Curve {
    /** Where iterative solves begin from now on: an array that its owner goes on changing, all zeros for none. */
    void guess(double[] begin);

    /** Who gives λ from now on. */
    void damp(Damping damping);

    /** Solves again at the iterate, with the λ that is now given. */
    void solve();

    /** G at the iterate. */
    Hessian metric();

    /** v at the iterate, not to be changed. */
    double[] direction();

    /** Steps at this iterate go along another v. */
    void turn(double[] other);
}
