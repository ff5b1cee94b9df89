package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.special.Logs;

/**
 * Mirror steps of Burg's entropy on the simplex: x = 1/(λ − y) with the one λ that makes it sum to 1.
 *
 * <p>Source: H. Lu, R. M. Freund and Y. Nesterov, Relatively smooth convex optimization by first-order methods, SIAM J. Optim. 28 (2018),
 * §2.2 (D-optimal design is 1-smooth relative to Burg's entropy).
 */
final class BurgSimplexGeometry<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Geometry<X, Y> {
    private static final int NEWTON_STEPS = 200;

    private final Domain orthant;

    BurgSimplexGeometry(int n) {
        this.orthant = Domain.positive(n);
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
        return reason.isPresent() ? reason : Simplex.INSTANCE.diagnose(x);
    }

    @Override
    public double gap(double[] x, double[] g) {
        return Simplex.INSTANCE.gap(x, g);
    }

    @Override
    public Curve curve() {
        return new Hyperbola();
    }

    @Override
    public String toString() {
        return "mirror descent with Burg's entropy on the simplex of " + size() + " weights";
    }

    private static final class Hyperbola implements Curve {
        private double[] x0 = new double[0];
        private double[] y0 = new double[0];
        private double[] g0 = new double[0];
        private String obstacle = "";

        @Override
        public void toDual(double[] x, double[] y) {
            for (int i = 0; i < x.length; i++) {
                y[i] = -1 / x[i];
            }
        }

        @Override
        public boolean fromDual(double[] y, double[] x) {
            double greatest = y[0];
            for (double entry : y) {
                greatest = Math.max(greatest, entry);
            }
            // With s = λ − max y: Σ 1/(s + max y − yᵢ) = 1, and s is in [1, n].
            double s = excess(y, greatest);
            boolean inside = true;
            for (int i = 0; i < x.length; i++) {
                y[i] = y[i] - greatest - s;
                x[i] = -1 / y[i];
                inside &= x[i] > 0;
            }
            obstacle = inside ? "" : "a weight underflows";
            return inside;
        }

        /** 1/Σ is concave and increasing in s, so Newton from the left end climbs to the root without passing it. */
        private static double excess(double[] y, double greatest) {
            double s = 1;
            for (int k = 0; k < NEWTON_STEPS; k++) {
                double sum = 0;
                double squares = 0;
                for (double entry : y) {
                    double term = 1 / (s + (greatest - entry));
                    sum += term;
                    squares += term * term;
                }
                double next = s + (sum - 1) * sum / squares;
                // At the root rounding makes the steps vanish or turn back.
                if (next <= s) {
                    return s;
                }
                s = next;
            }
            throw new ConvergenceException(
                    "the normalisation of Burg's mirror step did not settle in " + NEWTON_STEPS + " Newton steps", s);
        }

        @Override
        public void begin(double[] x, double[] y, double[] g) {
            x0 = x;
            y0 = y;
            g0 = g;
        }

        /** {@inheritDoc} The metric is diag(1/x²): ½Σ xᵢ²(gᵢ − c)² with c the mean of g under weights x². */
        @Override
        public double decrement() {
            double weight = 0;
            double mean = 0;
            for (int i = 0; i < g0.length; i++) {
                weight += x0[i] * x0[i];
                mean += x0[i] * x0[i] * g0[i];
            }
            mean /= weight;
            double sum = 0;
            for (int i = 0; i < g0.length; i++) {
                double term = x0[i] * (g0[i] - mean);
                sum += term * term;
            }
            return 0.5 * sum;
        }

        @Override
        public boolean move(double t, double[] x, double[] y) {
            for (int i = 0; i < y.length; i++) {
                y[i] = y0[i] - t * g0[i];
                if (!Double.isFinite(y[i])) {
                    obstacle = "entry " + i + " of the dual point overflows";
                    return false;
                }
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
                sum += Logs.itakuraSaitoTerm(x[i], x0[i]);
            }
            return sum;
        }

        @Override
        public void tangential(double[] g, double[] out) {
            Simplex.centre(x0, g, out);
        }
    }
}
