package org.legendre.examples.data;

import java.util.Arrays;
import java.util.List;
import org.legendre.geometry.family.Member;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.ParametricModel;

/** The handwritten digits as inputs and outputs of a model. */
public final class Digits {
    private Digits() {}

    /**
     * The likelihood of the first digits, each pixel divided by 16.
     *
     * @param <M> the distribution of a digit
     * @param model a model of 64 inputs whose outputs are 0, …, 9
     * @param n how many digits, at most 1797
     * @return the likelihood
     */
    public static <M extends Member<Integer, M>> Likelihood<Integer, M> likelihood(
            ParametricModel<Integer, M> model, int n) {
        double[][] rows = Arrays.copyOf(Datasets.digits(), n);
        double[][] inputs = Arrays.stream(rows)
                .map(row -> Arrays.stream(row, 0, 64).map(pixel -> pixel / 16).toArray())
                .toArray(double[][]::new);
        List<Integer> labels = Arrays.stream(rows).map(row -> (int) row[64]).toList();
        return Likelihood.of(model, inputs, labels);
    }
}
