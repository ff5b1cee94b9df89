package org.legendre.geometry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.ExponentialFamily;
import org.legendre.geometry.family.Member;

/**
 * A multilayer perceptron: a₀ = x, a_l = φ_l(W_l a_{l−1} + b_l), and the last a are the predictors of the {@link Output}. In w the layers follow each other, in a layer its units, of a unit its weights and then its bias.
 *
 * <pre>{@code
 * var model = Perceptron.of(64, Output.categorical(10)).hidden(20, Activation.TANH);
 * }</pre>
 *
 * @param <T> the type of an output
 * @param <M> the distribution of an output
 */
public final class Perceptron<T, M extends Member<T, M>> implements ParametricModel<T, M> {
    private final int inputs;
    private final Output<T, M> output;
    /** The last one makes the predictors. */
    private final List<Layer> layers;

    private Perceptron(int inputs, Output<T, M> output, List<Layer> layers) {
        if (inputs < 1) {
            throw new DomainException("number of inputs", inputs, "at least 1");
        }
        this.inputs = inputs;
        this.output = output;
        this.layers = List.copyOf(layers);
    }

    /**
     * The perceptron without hidden layers, predictors being sums with a bias.
     *
     * @param <T> the type of an output
     * @param <M> the distribution of an output
     * @param inputs the number of inputs, at least 1
     * @param output how predictors make a distribution
     * @return the model
     * @throws DomainException if there are no inputs
     */
    public static <T, M extends Member<T, M>> Perceptron<T, M> of(int inputs, Output<T, M> output) {
        return new Perceptron<>(
                inputs, output, List.of(new Layer(inputs, output.predictors(), true, Activation.IDENTITY, 0)));
    }

    static <T, M extends Member<T, M>> Perceptron<T, M> linear(int inputs, Output<T, M> output) {
        return new Perceptron<>(
                inputs, output, List.of(new Layer(inputs, output.predictors(), false, Activation.IDENTITY, 0)));
    }

    /**
     * The soft committee machine: the predictor is a sum of units without biases and with output weights that are all 1, z = Σ_k erf(⟨w_k, x⟩/√2), w = (w₁, …, w_K). Where two units agree its Fisher information is singular: there learning has its plateau.
     *
     * <p>Source: D. Saad and S. A. Solla, On-line learning in soft committee machines, Phys. Rev. E 52 (1995), §II; M. Rattray, D. Saad and S. Amari, Natural gradient descent for on-line learning, Phys. Rev. Lett. 81 (1998), for natural gradient on it.
     *
     * @param <T> the type of an output
     * @param <M> the distribution of an output
     * @param inputs the number of inputs, at least 1
     * @param units K, at least 1
     * @param output how the predictor makes a distribution, such as {@link Output#normal}
     * @return the model
     * @throws DomainException if there are no inputs or no units, or the output takes several predictors
     */
    public static <T, M extends Member<T, M>> Perceptron<T, M> committee(int inputs, int units, Output<T, M> output) {
        if (units < 1) {
            throw new DomainException("number of units", units, "at least 1");
        }
        if (output.predictors() != 1) {
            throw new DomainException("predictors of the output", output.predictors(), "1, the sum of the units");
        }
        return new Perceptron<>(
                inputs,
                new Outputs.Summed<>(output, units),
                List.of(new Layer(inputs, units, false, Activation.ERF, 0)));
    }

    /**
     * The same with one more hidden layer, next to the predictors.
     *
     * @param units the number of units, at least 1
     * @param activation their φ
     * @return the model
     * @throws DomainException if there are no units
     */
    public Perceptron<T, M> hidden(int units, Activation activation) {
        if (units < 1) {
            throw new DomainException("number of units", units, "at least 1");
        }
        Layer last = last();
        List<Layer> all = new ArrayList<>(layers.subList(0, layers.size() - 1));
        Layer hidden = new Layer(last.inputs(), units, true, activation, last.from());
        all.add(hidden);
        all.add(new Layer(units, last.units(), true, last.activation(), hidden.to()));
        return new Perceptron<>(inputs, output, all);
    }

    /**
     * The same with another activation of the units that make the predictors, which is the identity at first.
     *
     * @param activation their φ
     * @return the model
     */
    public Perceptron<T, M> predictors(Activation activation) {
        Layer last = last();
        List<Layer> all = new ArrayList<>(layers.subList(0, layers.size() - 1));
        all.add(new Layer(last.inputs(), last.units(), last.bias(), activation, last.from()));
        return new Perceptron<>(inputs, output, all);
    }

    private Layer last() {
        return layers.get(layers.size() - 1);
    }

    /**
     * Weights to start from: normal with mean 0 and variance 1/(inputs of the layer), biases 0 (Y. LeCun, L. Bottou, G. Orr and K.-R. Müller, Efficient BackProp, 1998, §4.6).
     *
     * @param random the source of randomness; the same seed draws the same
     * @return w
     */
    public Vec<Weights> initial(RandomGenerator random) {
        double[] w = new double[size()];
        for (Layer layer : layers) {
            double deviation = 1 / Math.sqrt(layer.inputs());
            int stride = layer.inputs() + (layer.bias() ? 1 : 0);
            for (int k = layer.from(); k < layer.to(); k++) {
                w[k] = (k - layer.from()) % stride < layer.inputs() ? deviation * random.nextGaussian() : 0;
            }
        }
        return Vec.of(w);
    }

    @Override
    public int size() {
        return last().to();
    }

    @Override
    public int inputs() {
        return inputs;
    }

    @Override
    public ExponentialFamily<T, M> family() {
        return output.family();
    }

    @Override
    public Linearization at(double[] x, double[] w) {
        return new LayeredLinearization(layers, output, x, w);
    }

    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("perceptron " + inputs);
        for (Layer layer : layers) {
            text.append(" – ").append(layer.units());
        }
        return text + " with " + size() + " weights and an output " + family();
    }
}
