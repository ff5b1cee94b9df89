package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potential;
import org.legendre.geometry.Vec;

/** Straight lines y − tg in the dual coordinates of any Legendre function. */
final class MirrorGeometry<X extends Coordinates<Y>, Y extends Coordinates<X>> implements Geometry<X, Y> {
    private final Legendre<X, Y> phi;

    MirrorGeometry(Legendre<X, Y> phi) {
        this.phi = phi;
    }

    @Override
    public int size() {
        return phi.size();
    }

    @Override
    public boolean dual() {
        return true;
    }

    @Override
    public Optional<String> diagnose(double[] x) {
        return phi.domain().diagnose(x);
    }

    @Override
    public Curve curve() {
        return new Line();
    }

    @Override
    public String toString() {
        return "mirror descent on " + phi.domain();
    }

    private final class Line implements Curve {
        private final Potential primal = phi.potential();
        private final Potential conjugate = phi.conjugate().potential();
        private double[] x0 = new double[0];
        private double[] y0 = new double[0];
        private double[] g0 = new double[0];
        private String obstacle = "";

        @Override
        public void toDual(double[] x, double[] y) {
            primal.gradient(x, y);
        }

        @Override
        public boolean fromDual(double[] y, double[] x) {
            Optional<String> reason = conjugate.domain().diagnose(y);
            if (reason.isPresent()) {
                obstacle = "dual point: " + reason.get();
                return false;
            }
            conjugate.gradient(y, x);
            // A point of the open domain can round onto its boundary.
            reason = primal.domain().diagnose(x);
            obstacle = reason.orElse("");
            return reason.isEmpty();
        }

        @Override
        public void begin(double[] x, double[] y, double[] g) {
            x0 = x;
            y0 = y;
            g0 = g;
        }

        @Override
        public double decrement() {
            return 0.5 * primal.hessian(x0).inverseQuadratic(g0);
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
            return phi.bregman(Vec.of(x), Vec.of(x0));
        }
    }
}
