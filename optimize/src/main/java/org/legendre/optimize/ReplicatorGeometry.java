package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Weights;

/** Straight lines x − t(diag x − xxᵀ)g on the simplex: the inverse Fisher metric in all n probabilities. */
final class ReplicatorGeometry implements Geometry<Weights, Differential<Weights>> {
    private final Domain orthant;

    ReplicatorGeometry(int n) {
        if (n < 1) {
            throw new DomainException("number of weights", n, "at least 1");
        }
        this.orthant = Domain.positive(n);
    }

    @Override
    public int size() {
        return orthant.size();
    }

    @Override
    public boolean dual() {
        return false;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return orthant.diagnose(x).or(() -> Simplex.INSTANCE.diagnose(x));
    }

    @Override
    public double gap(double[] x, double[] g) {
        return Simplex.INSTANCE.gap(x, g);
    }

    @Override
    public Curve curve() {
        return new Line(size());
    }

    @Override
    public String toString() {
        return "natural gradient on the simplex";
    }

    private static final class Line implements Curve {
        private final double[] centred;
        private final int[] ends;
        private double[] from = new double[0];
        private double square;
        private double step;
        private String obstacle = "";

        Line(int n) {
            centred = new double[n];
            ends = new int[] {n};
        }

        @Override
        public void toDual(double[] x, double[] y) {}

        @Override
        public boolean fromDual(double[] y, double[] x) {
            obstacle = "a natural gradient has no dual point";
            return false;
        }

        @Override
        public void begin(double[] x, double[] y, double[] g) {
            from = x;
            double mass = 0;
            double mean = 0;
            for (int i = 0; i < x.length; i++) {
                mass += x[i];
                mean += x[i] * g[i];
            }
            // Divided by the sum as it is, so that steps keep what rounding has made of it and do not multiply it.
            mean /= mass;
            square = 0;
            for (int i = 0; i < x.length; i++) {
                centred[i] = g[i] - mean;
                square += x[i] * centred[i] * centred[i];
            }
        }

        @Override
        public double decrement() {
            return 0.5 * square;
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            step = t;
            for (int i = 0; i < x.length; i++) {
                double factor = 1 - t * centred[i];
                x[i] = from[i] * factor;
                if (!(factor >= 0)) {
                    obstacle = "weight " + i + " would become " + x[i];
                    return false;
                }
            }
            return true;
        }

        @Override
        public String obstacle() {
            return obstacle;
        }

        @Override
        public double divergence(double[] x, double[] y) {
            return 0.5 * step * step * square;
        }

        @Override
        public void tangential(double[] g, double[] out) {
            UnitSums.centre(Simplex.INSTANCE, ends, from, g, out);
        }
    }
}
