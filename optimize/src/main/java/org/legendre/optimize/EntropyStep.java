package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.special.Logs;

/**
 * Exponentiated gradient, on the orthant or on a product of simplices: the dual point y = log x is the state, x = exp y may underflow. The projection is the
 * normalisation, done in logarithms.
 */
final class EntropyStep implements MirrorStep {
    private final Domain orthant;
    private final UnitSums sums;
    private final int[] ends;

    private EntropyStep(int n, UnitSums sums, int[] ends) {
        this.orthant = Domain.positive(n);
        this.sums = sums;
        this.ends = ends;
    }

    static EntropyStep onOrthant(int n) {
        return new EntropyStep(n, Simplex.INSTANCE, new int[0]);
    }

    static EntropyStep onSimplices(int n, UnitSums sums) {
        return new EntropyStep(n, sums, sums.ends(n));
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        Optional<String> reason = orthant.diagnose(x);
        return reason.isPresent() || ends.length == 0 ? reason : sums.diagnose(x);
    }

    @Override
    public void toDual(double[] x, double[] y) {
        for (int i = 0; i < x.length; i++) {
            y[i] = Math.log(x[i]);
        }
    }

    @Override
    public String project(double[] y, double[] x) {
        boolean finite = true;
        if (ends.length == 0) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.exp(y[i]);
                sum += x[i];
            }
            finite = sum < Double.POSITIVE_INFINITY;
        }
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            finite &= normalise(y, x, from, ends[k]);
        }
        return finite ? "" : "a log weight or the sum of the weights overflows";
    }

    private static boolean normalise(double[] y, double[] x, int from, int to) {
        double greatest = y[from];
        for (int i = from; i < to; i++) {
            greatest = Math.max(greatest, y[i]);
        }
        double sum = 0;
        for (int i = from; i < to; i++) {
            x[i] = Math.exp(y[i] - greatest);
            sum += x[i];
        }
        double shift = greatest + Math.log(sum);
        boolean finite = true;
        for (int i = from; i < to; i++) {
            y[i] -= shift;
            finite &= Double.isFinite(y[i]);
            x[i] /= sum;
        }
        return finite;
    }

    /** {@inheritDoc} The metric is diag(1/x): ½Σ xᵢgᵢ², on a simplex with g centred. */
    @Override
    public double decrement(double[] x, double[] y, double[] g) {
        double total = ends.length == 0 ? squares(x, g, 0, 0, x.length) : 0;
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            double mean = 0;
            for (int i = from; i < ends[k]; i++) {
                mean += x[i] * g[i];
            }
            total += squares(x, g, mean, from, ends[k]);
        }
        return 0.5 * total;
    }

    private static double squares(double[] x, double[] g, double mean, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += x[i] * (g[i] - mean) * (g[i] - mean);
        }
        return sum;
    }

    @Override
    public boolean pulls() {
        return true;
    }

    @Override
    public void pull(double[] x, double[] y, double[] g, double[] out) {
        tangential(x, g, out);
        for (int i = 0; i < x.length; i++) {
            out[i] *= x[i];
        }
    }

    @Override
    public double divergence(double[] x, double[] y, double[] x0, double[] y0) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            // Where the old weight has underflowed its logarithm is still there.
            sum += x0[i] > 0 ? Logs.relativeEntropyTerm(x[i], x0[i]) : x[i] * (y[i] - y0[i] - 1);
        }
        return sum;
    }

    @Override
    public void tangential(double[] x, double[] g, double[] out) {
        if (ends.length == 0) {
            System.arraycopy(g, 0, out, 0, g.length);
        } else {
            UnitSums.centre(ends, x, g, out);
        }
    }
}
