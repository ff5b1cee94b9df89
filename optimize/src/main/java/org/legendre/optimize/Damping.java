package org.legendre.optimize;

import org.legendre.geometry.Hessian;

/** How much of the identity a {@link SolvedCurve} adds to its metric, as a scheme decides. */
interface Damping {
    /** λ ≥ 0 for the solve to come. */
    double lambda(Hessian metric, double[] g);

    /** After a solve that failed: raises λ; false if there is no use in more. */
    boolean raise();
}
