package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** Mirror-prox. Its iterates are averages of the extrapolated points w; it keeps z, ∇φ(z) and the sum of the lengths. */
record MirrorProx(double length) implements Scheme {
    private static final int TRIALS = 1100;

    /** @param length the length of every step; 0 to search for it */
    MirrorProx {
        DomainException.requireNonnegative("step", length);
    }

    @Override
    public int momentumSize(int n) {
        return 2 * n + 1;
    }

    @Override
    public boolean dual() {
        return false;
    }

    @Override
    public boolean searches() {
        return false;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Schemes.dualPoints(geometry);
    }

    @Override
    public Motion motion(Stage stage) {
        return new Extragradient(stage);
    }

    @Override
    public String toString() {
        return length > 0 ? "mirror-prox with the step " + length : "mirror-prox";
    }

    private final class Extragradient implements Motion {
        private final Stage stage;
        private final int n;
        private final double[] momentum;
        private final Curve first;
        private final Curve second;
        private final double[] z;
        private final double[] zDual;
        private final double[] atZ;
        private final double[] w;
        private final double[] wDual;
        private final double[] atW;
        private final double[] next;
        private final double[] nextDual;
        /** D(w, z). */
        private double extrapolated;

        Extragradient(Stage stage) {
            this.stage = stage;
            this.n = stage.size();
            this.momentum = stage.momentum();
            this.first = stage.newCurve();
            this.second = stage.newCurve();
            this.z = new double[n];
            this.zDual = new double[n];
            this.atZ = new double[n];
            this.w = new double[n];
            this.wDual = new double[n];
            this.atW = new double[n];
            this.next = new double[n];
            this.nextDual = new double[n];
        }

        @Override
        public void start() {
            System.arraycopy(stage.point(), 0, momentum, 0, n);
            first.toDual(stage.point(), zDual);
            System.arraycopy(zDual, 0, momentum, n, n);
        }

        @Override
        public Optional<Outcome> advance() {
            System.arraycopy(momentum, 0, z, 0, n);
            System.arraycopy(momentum, n, zDual, 0, n);
            stage.gradient(z, atZ);
            double before = stage.from().step();
            double t = length > 0 ? length : before > 0 ? 2 * before : 1;
            for (int k = 0; k < TRIALS && t > 0; k++, t /= 2) {
                first.begin(z, zDual, atZ);
                boolean inside = first.move(t, w, wDual);
                Curve last = first;
                if (inside) {
                    stage.gradient(w, atW);
                    second.begin(z, zDual, atW);
                    inside = second.move(t, next, nextDual);
                    last = second;
                }
                if (length > 0 && !inside) {
                    return Schemes.leaves(stage, last);
                }
                if (inside && (length > 0 || accepts(t))) {
                    // At rest the step would grow without end.
                    place(length == 0 && before > 0 && extrapolated == 0 ? before : t);
                    return Optional.empty();
                }
            }
            return Optional.of(new Outcome.Failed(
                    "no step from iterate " + stage.from().iteration()
                            + ", however short, is acceptable: is the operator" + " continuous?",
                    stage.from().iteration()));
        }

        /** t⟨F(w) − F(z), w − z₊⟩ ≤ D(z₊, w) + D(w, z), up to the rounding of the left-hand side. */
        private boolean accepts(double t) {
            double pairing = 0;
            double rounding = 0;
            for (int i = 0; i < n; i++) {
                double d = w[i] - next[i];
                pairing += (atW[i] - atZ[i]) * d;
                rounding += (Math.abs(atW[i]) + Math.abs(atZ[i])) * Math.abs(d);
            }
            extrapolated = first.divergence(w, wDual);
            first.begin(w, wDual, atW);
            double proximal = first.divergence(next, nextDual) + extrapolated;
            return Double.isFinite(proximal) && t * pairing <= proximal + Math.ulp(t * rounding);
        }

        private void place(double t) {
            System.arraycopy(next, 0, momentum, 0, n);
            System.arraycopy(nextDual, 0, momentum, n, n);
            momentum[2 * n] += t;
            double share = t / momentum[2 * n];
            double[] average = stage.point();
            double[] to = stage.nextPoint();
            for (int i = 0; i < n; i++) {
                to[i] = average[i] + share * (w[i] - average[i]);
            }
            stage.place(t);
        }
    }
}
