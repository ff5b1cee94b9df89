package org.legendre.geometry.model;

import java.util.Arrays;
import java.util.List;

/** Layers at one input: the inputs and the slopes of each layer are kept; tangents go forward through them, covectors backward. */
final class LayeredLinearization implements Linearization {
    private final List<Layer> layers;
    private final Output<?, ?> output;
    private final double[] w;
    /** What each layer receives, and at the end the predictors. */
    private final double[][] activations;

    private final double[][] slopes;
    private final double[] theta;

    LayeredLinearization(List<Layer> layers, Output<?, ?> output, double[] x, double[] w) {
        this.layers = layers;
        this.output = output;
        this.w = w;
        this.activations = new double[layers.size() + 1][];
        this.slopes = new double[layers.size()][];
        activations[0] = x;
        for (int l = 0; l < slopes.length; l++) {
            Layer layer = layers.get(l);
            double[] sums = new double[layer.units()];
            double[] values = new double[layer.units()];
            layer.sums(w, activations[l], sums);
            for (int c = 0; c < sums.length; c++) {
                values[c] = layer.activation().value(sums[c]);
                sums[c] = layer.activation().slope(sums[c]);
            }
            activations[l + 1] = values;
            slopes[l] = sums;
        }
        this.theta = new double[output.family().dimension()];
        output.natural(predictors(), theta);
    }

    private double[] predictors() {
        return activations[slopes.length];
    }

    @Override
    public double[] natural() {
        return theta;
    }

    @Override
    public void push(double[] v, double[] out) {
        push(v, out, workspace());
    }

    @Override
    public void pull(double[] u, double[] out) {
        pull(u, out, workspace());
    }

    /** An array for each layer, which products at all inputs can share. */
    double[][] workspace() {
        double[][] work = new double[slopes.length][];
        Arrays.setAll(work, l -> new double[layers.get(l).units()]);
        return work;
    }

    void push(double[] v, double[] out, double[][] work) {
        for (int l = 0; l < slopes.length; l++) {
            Layer layer = layers.get(l);
            layer.sums(v, activations[l], work[l]);
            if (l > 0) {
                layer.push(w, work[l - 1], work[l]);
            }
            multiply(work[l], slopes[l]);
        }
        output.push(predictors(), work[slopes.length - 1], out);
    }

    void pull(double[] u, double[] out, double[][] work) {
        covectors(u, work);
        for (int l = 0; l < slopes.length; l++) {
            layers.get(l).pullWeights(activations[l], work[l], out);
        }
    }

    /** Covectors at the sums of each layer: out[l] = (∂θ/∂s_l)ᵀu. */
    void covectors(double[] u, double[][] out) {
        int last = slopes.length - 1;
        output.pull(predictors(), u, out[last]);
        multiply(out[last], slopes[last]);
        for (int l = last; l > 0; l--) {
            Arrays.fill(out[l - 1], 0);
            layers.get(l).pull(w, out[l], out[l - 1]);
            multiply(out[l - 1], slopes[l - 1]);
        }
    }

    /** The layers, from the inputs to the predictors. */
    List<Layer> layers() {
        return layers;
    }

    /** What a layer receives, with a 1 at the end if it has biases. */
    void received(int l, double[] out) {
        System.arraycopy(activations[l], 0, out, 0, activations[l].length);
        if (layers.get(l).bias()) {
            out[activations[l].length] = 1;
        }
    }

    private static void multiply(double[] v, double[] by) {
        for (int i = 0; i < v.length; i++) {
            v[i] *= by[i];
        }
    }
}
