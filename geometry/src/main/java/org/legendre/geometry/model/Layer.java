package org.legendre.geometry.model;

import org.legendre.geometry.special.InnerProduct;

/**
 * A layer: a = φ(s), s = Wx + b, its weights standing together in w, those of a unit one after the other and then its bias, if there is one.
 *
 * @param inputs the length of x
 * @param units the length of a
 * @param bias whether there is b
 * @param activation φ
 * @param from where its weights begin in w
 */
record Layer(int inputs, int units, boolean bias, Activation activation, int from) {
    /** The number of weights of a unit, its bias among them. */
    int stride() {
        return inputs + (bias ? 1 : 0);
    }

    /** Where its weights end in w. */
    int to() {
        return from + units * stride();
    }

    /** s = Wx + b. */
    void sums(double[] w, double[] x, double[] out) {
        for (int c = 0; c < units; c++) {
            int row = from + c * stride();
            out[c] = InnerProduct.of(w, row, x, 0, inputs) + (bias ? w[row + inputs] : 0);
        }
    }

    /** out += Wv: what a tangent of x adds. */
    void push(double[] w, double[] v, double[] out) {
        for (int c = 0; c < units; c++) {
            int row = from + c * stride();
            out[c] += InnerProduct.of(w, row, v, 0, inputs);
        }
    }

    /** out = Wᵀu: the covector of x. */
    void pull(double[] w, double[] u, double[] out) {
        for (int c = 0; c < units; c++) {
            int row = from + c * stride();
            for (int j = 0; j < inputs; j++) {
                out[j] += u[c] * w[row + j];
            }
        }
    }

    /** out += (uxᵀ, u): the covector of the weights. */
    void pullWeights(double[] x, double[] u, double[] out) {
        for (int c = 0; c < units; c++) {
            int row = from + c * stride();
            for (int j = 0; j < inputs; j++) {
                out[row + j] += u[c] * x[j];
            }
            if (bias) {
                out[row + inputs] += u[c];
            }
        }
    }
}
