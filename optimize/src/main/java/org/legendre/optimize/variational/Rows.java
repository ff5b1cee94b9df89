package org.legendre.optimize.variational;

import org.legendre.geometry.DomainException;

/** Inputs of observations, checked and copied. */
final class Rows {
    private Rows() {}

    /** Rows of one length, all finite, one for each observation. */
    static double[][] require(double[][] inputs, int observations) {
        if (inputs.length == 0 || inputs.length != observations) {
            throw new DomainException(
                    "number of inputs", inputs.length, "that of the observations, " + observations + ", ≥ 1");
        }
        double[][] rows = new double[inputs.length][];
        for (int i = 0; i < inputs.length; i++) {
            rows[i] = DomainException.requireLength("inputs of row " + i, inputs[i].clone(), inputs[0].length);
            for (double entry : rows[i]) {
                DomainException.requireFinite("entry of row " + i + " of the inputs", entry);
            }
        }
        return rows;
    }
}
