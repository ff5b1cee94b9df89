package org.legendre.optimize.problem;

import java.util.Arrays;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Weights;
import org.legendre.geometry.special.Logs;
import org.legendre.geometry.special.Sums;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Objective;

/**
 * The capacity of a discrete memoryless channel W: f(x) = −I = −Σ xᵢ D(Wᵢ‖r), r = Wᵀx, minus the mutual information of input and output as a function of the input distribution x, over the simplex. In nats a use.
 *
 * <p>Differential −Dᵢ with Dᵢ = D(Wᵢ‖r) (∂I/∂xᵢ is Dᵢ − 1; the constant is made up for by a term Σxᵢ − 1 that is 0 on the simplex). For every input u the information is Σ uᵢD(Wᵢ‖rᵤ) = Σ uᵢDᵢ − D(rᵤ‖r) ≤ max Dᵢ, whence the gap max Dᵢ − I. Divergences are sums of
 * nonnegative terms.
 *
 * <p>Source: R. E. Blahut, Computation of channel capacity and rate-distortion functions, IEEE Trans. Inf. Theory 18 (1972); S. Arimoto, An algorithm for computing the capacity of arbitrary discrete memoryless channels, ibid.
 */
public final class ChannelCapacity implements Objective<Weights, Differential<Weights>> {
    /** How far the probabilities of a row may be from summing to 1. */
    private static final double TOLERANCE = 1e-12;

    private final double[][] rows;
    private final Rows channel;
    private final Spare<double[]> spare;

    private ChannelCapacity(double[][] rows, Rows channel) {
        this.rows = rows;
        this.channel = channel;
        this.spare = new Spare<>(() -> new double[channel.size]);
    }

    /**
     * The capacity problem of a channel.
     *
     * @param channel a row for each input: the probabilities of the outputs, summing to 1 within 1e-12
     * @return the objective
     * @throws DomainException if a probability is negative or not finite, a row does not sum to 1, or rows have different lengths
     */
    public static ChannelCapacity of(double[]... channel) {
        Rows checked = Rows.nonnegative("channel", channel);
        for (int i = 0; i < channel.length; i++) {
            double sum = Sums.sum(channel[i]);
            if (!(Math.abs(sum - 1) <= TOLERANCE)) {
                throw new DomainException("sum of row " + i + " of channel", sum, "1 within " + TOLERANCE);
            }
        }
        return new ChannelCapacity(Arrays.stream(channel).map(double[]::clone).toArray(double[][]::new), checked);
    }

    @Override
    public int size() {
        return channel.count;
    }

    @Override
    public double value(double[] x) {
        double[] output = spare.take();
        outputs(x, output);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum -= x[i] > 0 ? x[i] * divergence(i, output) : 0;
        }
        spare.leave(output);
        return sum;
    }

    @Override
    public double gradient(double[] x, double[] out) {
        double[] output = spare.take();
        outputs(x, output);
        // 1 − Σx is 0 on the simplex: with it this is the differential off the simplex too.
        double rest = 1 - Sums.sum(x);
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            double divergence = divergence(i, output);
            sum -= x[i] > 0 ? x[i] * divergence : 0;
            out[i] = rest - divergence;
        }
        spare.leave(output);
        return sum;
    }

    private void outputs(double[] x, double[] output) {
        Arrays.fill(output, 0);
        for (int i = 0; i < x.length; i++) {
            channel.add(i, x[i], output);
        }
    }

    /** Σⱼ Wᵢⱼ log(Wᵢⱼ/rⱼ) − Wᵢⱼ + rⱼ. */
    private double divergence(int i, double[] output) {
        double[] row = rows[i];
        double sum = 0;
        for (int j = 0; j < row.length; j++) {
            sum += Logs.relativeEntropyTerm(row[j], output[j]);
        }
        return sum;
    }

    @Override
    public double gap(double[] x, double[] g) {
        return Constraint.simplex().gap(x, g);
    }

    @Override
    public String toString() {
        return "capacity of a channel with " + channel.count + " inputs and " + channel.size + " outputs";
    }
}
