package org.legendre.geometry;

import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** A smooth map from ℝᵏ to ℝⁿ, written once in Hipparchus's derivative arithmetic: values and Jacobian follow. */
@FunctionalInterface
public interface SmoothMap {
    /**
     * Evaluates the map.
     *
     * @param x the k variables
     * @return the n values
     */
    DerivativeStructure[] value(DerivativeStructure[] x);
}
