package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Weights;

/** Weights as squares: x = y²/|y|², straight lines in y. */
final class HellingerGeometry implements Geometry<Weights, Differential<Weights>> {
    private final int n;

    HellingerGeometry(int n) {
        if (n < 1) {
            throw new DomainException("dimension", n, "at least 1");
        }
        this.n = n;
    }

    @Override
    public int size() {
        return n;
    }

    @Override
    public boolean dual() {
        return true;
    }

    /** {@inheritDoc} Differentials are pulled back, at each point anew. */
    @Override
    public boolean mirrors() {
        return false;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return x.length == n ? Simplex.INSTANCE.diagnose(x) : Optional.of("length " + x.length + " instead of " + n);
    }

    @Override
    public double gap(double[] x, double[] g) {
        return Simplex.INSTANCE.gap(x, g);
    }

    @Override
    public Curve curve() {
        return new Line(n);
    }

    @Override
    public String toString() {
        return "square roots of weights on the simplex";
    }

    private static final class Line implements Curve {
        private final double[] pulled;
        private final int[] ends;
        private double[] y0 = new double[0];
        private double[] x0 = new double[0];
        private double square;
        private String obstacle = "";

        Line(int n) {
            this.pulled = new double[n];
            this.ends = new int[] {n};
        }

        @Override
        public void toDual(double[] x, double[] y) {
            for (int i = 0; i < x.length; i++) {
                y[i] = 2 * Math.sqrt(x[i]);
            }
        }

        @Override
        public boolean fromDual(double[] y, double[] x) {
            double sum = 0;
            for (int i = 0; i < y.length; i++) {
                x[i] = y[i] * y[i];
                sum += x[i];
            }
            if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
                obstacle = "the squares sum to " + sum;
                return false;
            }
            for (int i = 0; i < x.length; i++) {
                x[i] /= sum;
            }
            return true;
        }

        @Override
        public void begin(double[] x, double[] y, double[] g) {
            x0 = x;
            y0 = y;
            pull(x, y, g, pulled);
            square = 0;
            for (double entry : pulled) {
                square += entry * entry;
            }
        }

        @Override
        public boolean pulls() {
            return true;
        }

        @Override
        public void pull(double[] x, double[] y, double[] g, double[] out) {
            double norm = 0;
            for (double entry : y) {
                norm += entry * entry;
            }
            UnitSums.centre(Simplex.INSTANCE, ends, x, g, out);
            for (int i = 0; i < y.length; i++) {
                out[i] *= 2 * y[i] / norm;
            }
        }

        /** {@inheritDoc} The metric is diag(1/x): ½Σ xᵢ(gᵢ − ⟨x, g⟩)². */
        @Override
        public double decrement() {
            double norm = 0;
            for (double entry : y0) {
                norm += entry * entry;
            }
            return 0.125 * norm * square;
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y0[i] - t * pulled[i];
            }
            if (!fromDual(y, x)) {
                return false;
            }
            for (int i = 0; i < y.length; i++) {
                y[i] = Math.copySign(2 * Math.sqrt(x[i]), y[i]);
            }
            return true;
        }

        @Override
        public String obstacle() {
            return obstacle;
        }

        /** {@inheritDoc} Half the squared distance 4Σ(√x − √x₀)². */
        @Override
        public double divergence(double[] x, double[] y) {
            double sum = 0;
            for (int i = 0; i < x.length; i++) {
                double difference = Math.sqrt(x[i]) - Math.sqrt(x0[i]);
                sum += difference * difference;
            }
            return 2 * sum;
        }

        @Override
        public void tangential(double[] g, double[] out) {
            UnitSums.centre(Simplex.INSTANCE, ends, x0, g, out);
        }
    }
}
