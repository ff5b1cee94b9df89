package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/**
 * L-BFGS in the coordinates y of a geometry. The momentum keeps y and the differential there at the last iterate, how many pairs are known, where the next one goes, and the
 * pairs (change of y, change of the differential).
 */
final class QuasiNewton implements Scheme {
    private final int pairs;

    QuasiNewton(int pairs) {
        if (pairs < 1) {
            throw new DomainException("memory", pairs, "at least one pair");
        }
        this.pairs = pairs;
    }

    @Override
    public int momentumSize(int n) {
        return Math.toIntExact(2 + 2L * n * (pairs + 1));
    }

    @Override
    public Optional<StepRule> rule() {
        return Optional.of(StepRule.wolfe());
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return geometry.curve().pulls()
                ? Optional.empty()
                : Optional.of("it has no coordinates in which x is a smooth function");
    }

    @Override
    public Motion motion(Stage stage) {
        return new Steps(stage, pairs);
    }

    @Override
    public String toString() {
        return "quasi-Newton steps, " + pairs + " pairs";
    }

    private static final class Steps implements Motion {
        /** Where the count of pairs, the place of the next one and the pairs are. */
        private static final int COUNT = 0;

        private static final int NEXT = 1;
        private static final int ARRAYS = 2;
        /** Pairs whose cosine is below this say nothing about curvature. */
        private static final double INDEPENDENT = 1e-12;

        private final Stage stage;
        private final int pairs;
        private final int n;
        private final double[] momentum;
        private final double[] pulled;
        private final boolean[] held;
        private final double[] shares;
        private final double[] curvatures;
        private final Along along;

        Steps(Stage stage, int pairs) {
            this.stage = stage;
            this.pairs = pairs;
            this.n = stage.size();
            this.momentum = stage.momentum();
            this.pulled = new double[n];
            this.held = new boolean[n];
            this.shares = new double[pairs];
            this.curvatures = new double[pairs];
            this.along = new Along(stage.curve(), n);
        }

        @Override
        public Optional<Outcome> advance() {
            double[] y = stage.dual();
            double[] g = stage.differential();
            stage.curve().pull(stage.point(), y, g, pulled);
            stage.curve().held(stage.point(), g, held);
            if (stage.from().step() > 0) {
                remember(y);
            }
            System.arraycopy(y, 0, momentum, ARRAYS, n);
            System.arraycopy(pulled, 0, momentum, ARRAYS + n, n);
            direct();
            along.begin(stage.point(), y, g);
            return stage.search(along);
        }

        /** The pair of the last step, unless the curvature along it is not positive. */
        private void remember(double[] y) {
            int s = place((int) momentum[NEXT]);
            double product = 0;
            for (int i = 0; i < n; i++) {
                momentum[s + i] = y[i] - momentum[ARRAYS + i];
                momentum[s + n + i] = pulled[i] - momentum[ARRAYS + n + i];
                product += momentum[s + i] * momentum[s + n + i];
            }
            if (product > 0) {
                momentum[COUNT] = Math.min(pairs, momentum[COUNT] + 1);
                momentum[NEXT] = (momentum[NEXT] + 1) % pairs;
            }
        }

        private int place(int pair) {
            return ARRAYS + 2 * n * (pair + 1);
        }

        /** The place of the k-th newest pair. */
        private int newest(int k) {
            return place((((int) momentum[NEXT] - 1 - k) % pairs + pairs) % pairs);
        }

        /** d = −H·pulled on the coordinates that are free, H by the two loops; −pulled, at first shortened, where that does not descend. */
        private void direct() {
            double[] d = along.direction;
            int count = (int) momentum[COUNT];
            steepest(d);
            double scale = Double.NaN;
            for (int k = 0; k < count; k++) {
                int s = newest(k);
                curvatures[k] = dot(s, s + n);
                double norms = Math.sqrt(dot(s, s)) * Math.sqrt(dot(s + n, s + n));
                // On the free coordinates a pair may tell nothing.
                if (!(curvatures[k] > INDEPENDENT * norms)) {
                    curvatures[k] = 0;
                    continue;
                }
                if (Double.isNaN(scale)) {
                    scale = curvatures[k] / dot(s + n, s + n);
                }
                shares[k] = dot(s, d) / curvatures[k];
                add(-shares[k], s + n, d);
            }
            if (Double.isNaN(scale)) {
                shorten(d);
                return;
            }
            for (int i = 0; i < n; i++) {
                d[i] *= scale;
            }
            for (int k = count - 1; k >= 0; k--) {
                if (curvatures[k] > 0) {
                    int s = newest(k);
                    add(shares[k] - dot(s + n, d) / curvatures[k], s, d);
                }
            }
            double slope = 0;
            for (int i = 0; i < n; i++) {
                slope += pulled[i] * d[i];
            }
            if (!(slope < 0)) {
                momentum[COUNT] = 0;
                steepest(d);
                shorten(d);
            }
        }

        private void steepest(double[] d) {
            for (int i = 0; i < n; i++) {
                d[i] = held[i] ? 0 : -pulled[i];
            }
        }

        /** Nothing is known of the scale: no coordinate moves by more than 1. */
        private void shorten(double[] d) {
            double sum = 0;
            for (double entry : d) {
                sum += Math.abs(entry);
            }
            if (sum > 1) {
                for (int i = 0; i < n; i++) {
                    d[i] /= sum;
                }
            }
        }

        private double dot(int a, int b) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += held[i] ? 0 : momentum[a + i] * momentum[b + i];
            }
            return sum;
        }

        private double dot(int a, double[] d) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += momentum[a + i] * d[i];
            }
            return sum;
        }

        private void add(double factor, int a, double[] d) {
            for (int i = 0; i < n; i++) {
                d[i] += held[i] ? 0 : factor * momentum[a + i];
            }
        }
    }

    /** The line y + t·d, projected. */
    private static final class Along implements Curve {
        private final Curve geometry;
        private final double[] direction;
        private double[] y0 = new double[0];

        Along(Curve geometry, int n) {
            this.geometry = geometry;
            this.direction = new double[n];
        }

        @Override
        public void toDual(double[] x, double[] y) {
            geometry.toDual(x, y);
        }

        @Override
        public boolean fromDual(double[] y, double[] x) {
            return geometry.fromDual(y, x);
        }

        @Override
        public void begin(double[] x, double[] y, double[] g) {
            y0 = y;
        }

        @Override
        public double decrement() {
            return geometry.decrement();
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y0[i] + t * direction[i];
            }
            return geometry.fromDual(y, x);
        }

        @Override
        public String obstacle() {
            return geometry.obstacle();
        }

        @Override
        public double divergence(double[] x, double[] y) {
            return geometry.divergence(x, y);
        }

        @Override
        public void held(double[] x, double[] g, boolean[] out) {
            geometry.held(x, g, out);
        }

        @Override
        public void tangential(double[] g, double[] out) {
            geometry.tangential(g, out);
        }
    }
}
