package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.special.Logs;

/** Exponentiated gradient, on the orthant or the simplex: the dual point y = log x is the state, x = exp y may underflow. */
final class EntropyGeometry<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Geometry<X, Y> {
    private final Domain orthant;
    private final boolean normalised;

    EntropyGeometry(int n, boolean normalised) {
        this.orthant = Domain.positive(n);
        this.normalised = normalised;
    }

    @Override
    public int size() {
        return orthant.size();
    }

    @Override
    public boolean dual() {
        return true;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        Optional<String> reason = orthant.diagnose(x);
        return reason.isPresent() || !normalised ? reason : Simplex.INSTANCE.diagnose(x);
    }

    @Override
    public Curve curve() {
        return new Exponential();
    }

    @Override
    public double gap(double[] x, double[] g) {
        return normalised ? Simplex.INSTANCE.gap(x, g) : Double.POSITIVE_INFINITY;
    }

    @Override
    public String toString() {
        return "exponentiated gradient on " + (normalised ? "the simplex of " + size() + " weights" : orthant);
    }

    private final class Exponential implements Curve {
        private double[] x0 = new double[0];
        private double[] y0 = new double[0];
        private double[] g0 = new double[0];
        private String obstacle = "";

        @Override
        public void toDual(double[] x, double[] y) {
            for (int i = 0; i < x.length; i++) {
                y[i] = Math.log(x[i]);
            }
        }

        @Override
        public boolean fromDual(double[] y, double[] x) {
            double greatest = normalised ? greatest(y) : 0;
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                x[i] = Math.exp(y[i] - greatest);
                sum += x[i];
            }
            double shift = normalised ? greatest + Math.log(sum) : 0;
            boolean finite = sum < Double.POSITIVE_INFINITY;
            for (int i = 0; i < x.length; i++) {
                y[i] -= shift;
                finite &= Double.isFinite(y[i]);
                if (normalised) {
                    x[i] /= sum;
                }
            }
            obstacle = finite ? "" : "a log weight or the sum of the weights overflows";
            return finite;
        }

        private double greatest(double[] y) {
            double greatest = y[0];
            for (double entry : y) {
                greatest = Math.max(greatest, entry);
            }
            return greatest;
        }

        @Override
        public void begin(double[] x, double[] y, double[] g) {
            x0 = x;
            y0 = y;
            g0 = g;
        }

        /** {@inheritDoc} The metric is diag(1/x): ½Σ xᵢgᵢ², on the simplex with g centred. */
        @Override
        public double decrement() {
            double mean = 0;
            if (normalised) {
                for (int i = 0; i < g0.length; i++) {
                    mean += x0[i] * g0[i];
                }
            }
            double sum = 0;
            for (int i = 0; i < g0.length; i++) {
                sum += x0[i] * (g0[i] - mean) * (g0[i] - mean);
            }
            return 0.5 * sum;
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y0[i] - t * g0[i];
            }
            return fromDual(y, x);
        }

        @Override
        public String obstacle() {
            return obstacle;
        }

        @Override
        public double divergence(double[] x, double[] y) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                // Where the old weight has underflowed its logarithm is still there.
                sum += x0[i] > 0 ? Logs.relativeEntropyTerm(x[i], x0[i]) : x[i] * (y[i] - y0[i] - 1);
            }
            return sum;
        }

        @Override
        public void tangential(double[] g, double[] out) {
            if (normalised) {
                Simplex.centre(x0, g, out);
            } else {
                System.arraycopy(g, 0, out, 0, g.length);
            }
        }
    }
}
