package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.special.Exponentials;
import org.legendre.geometry.special.Logs;

/**
 * Exponentiated gradient, on the orthant or on a product of simplices: the dual point y = log x is the state, x = exp y may underflow. The projection is the
 * normalisation, done in logarithms. A step takes two passes over the arrays, its measurements take two more.
 */
final class EntropyStep implements MirrorStep {
    private final Domain orthant;
    private final UnitSums sums;
    private final int[] ends;
    private final Spread spread = new Spread();
    private final Normaliser normaliser;

    private EntropyStep(Domain orthant, UnitSums sums, int[] ends) {
        this.orthant = orthant;
        this.sums = sums;
        this.ends = ends;
        this.normaliser = new Normaliser(orthant.size());
    }

    static EntropyStep onOrthant(Domain orthant) {
        return new EntropyStep(orthant, Simplex.INSTANCE, new int[0]);
    }

    static EntropyStep onSimplices(Domain orthant, UnitSums sums) {
        return new EntropyStep(orthant, sums, sums.ends(orthant.size()));
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
        if (ends.length == 0) {
            return exponential(y, x);
        }
        String reason = "";
        for (int k = 0, from = 0; k < ends.length && reason.isEmpty(); from = ends[k++]) {
            normaliser.begin();
            for (int at = from; at < ends[k]; at += Normaliser.CHUNK) {
                normaliser.add(y, x, at, Math.min(ends[k], at + Normaliser.CHUNK));
            }
            reason = normaliser.end(y, x, from, ends[k], sums.total(k));
        }
        return reason;
    }

    /** {@inheritDoc} What a chunk of the dual point needs is done while it is in the cache. */
    @Override
    public String move(double[] y0, double[] g, double t, double[] y, double[] x) {
        if (ends.length == 0) {
            DualLine.straight(y0, g, t, y, 0, y.length);
            return exponential(y, x);
        }
        String reason = "";
        for (int k = 0, from = 0; k < ends.length && reason.isEmpty(); from = ends[k++]) {
            normaliser.begin();
            for (int at = from; at < ends[k]; at += Normaliser.CHUNK) {
                int to = Math.min(ends[k], at + Normaliser.CHUNK);
                DualLine.straight(y0, g, t, y, at, to);
                normaliser.add(y, x, at, to);
            }
            reason = normaliser.end(y, x, from, ends[k], sums.total(k));
        }
        return reason;
    }

    private static String exponential(double[] y, double[] x) {
        boolean finite = Exponentials.exp(y, 0, x, 0, y.length);
        double sum = 0;
        for (double weight : x) {
            sum += weight;
        }
        if (!(sum < Double.POSITIVE_INFINITY)) {
            return "a log weight or the sum of the weights overflows";
        }
        return finite ? "" : DualLine.overflow(y, 0, y.length);
    }

    /** {@inheritDoc} The metric is diag(1/x): ½Σ xᵢgᵢ², on a simplex with g centred. */
    @Override
    public double decrement(double[] x, double[] y, double[] g) {
        spread.clear();
        if (ends.length == 0) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                sum += x[i] * g[i] * g[i];
            }
            return 0.5 * sum;
        }
        for (int k = 0, from = 0; k < ends.length; from = ends[k++]) {
            spread.add(x, g, from, ends[k], sums.total(k));
        }
        return 0.5 * spread.squares();
    }

    @Override
    public boolean gauges() {
        return ends.length > 0;
    }

    @Override
    public double gap() {
        return spread.gap();
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
    public boolean exponentialWeights() {
        return ends.length == 1 && sums.total(0) == 1;
    }

    @Override
    public void tangential(double[] x, double[] g, double[] out) {
        if (ends.length == 0) {
            System.arraycopy(g, 0, out, 0, g.length);
        } else {
            UnitSums.centre(sums, ends, x, g, out);
        }
    }
}
