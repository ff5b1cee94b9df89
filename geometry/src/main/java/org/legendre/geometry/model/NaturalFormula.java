package org.legendre.geometry.model;

import org.hipparchus.analysis.differentiation.DerivativeStructure;

/** The natural coordinates of an output as a formula of inputs and weights, written once in Hipparchus's derivative arithmetic. */
@FunctionalInterface
public interface NaturalFormula {
    /**
     * Evaluates the formula.
     *
     * @param x the inputs
     * @param w the weights
     * @return θ(x; w)
     */
    DerivativeStructure[] value(double[] x, DerivativeStructure[] w);
}
