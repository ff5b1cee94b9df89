package org.legendre.geometry;

import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** A smooth function of n variables, written once in Hipparchus's derivative arithmetic: value and all derivatives follow. */
@FunctionalInterface
public interface SmoothFunction {
    /**
     * Evaluates the function.
     *
     * @param x the variables
     * @return the value
     */
    DerivativeStructure value(DerivativeStructure[] x);
}
