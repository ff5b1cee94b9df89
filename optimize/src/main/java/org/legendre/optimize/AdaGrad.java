package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** AdaGrad. It keeps the sums of the squares of the partial derivatives. */
record AdaGrad(double delta) implements Scheme {
    AdaGrad {
        DomainException.requireNonnegative("δ", delta);
    }

    @Override
    public int momentumSize(int n) {
        return n;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return geometry instanceof Coordinatewise flat && flat.isSquaredDistance()
                ? Optional.empty()
                : Optional.of("each coordinate has a scale of its own, and a scaled step of " + geometry
                        + " is not that of one coordinate alone: half the squared norm has it, on the whole space or on a box,"
                        + " and so has Geometry.euclidean");
    }

    @Override
    public Motion motion(Stage stage) {
        int n = stage.size();
        double[] squares = stage.momentum();
        double[] scaled = new double[n];
        Curve curve = stage.newCurve();
        return () -> {
            double[] g = stage.differential();
            for (int i = 0; i < n; i++) {
                squares[i] += g[i] * g[i];
                // A derivative that was always 0 moves nothing, whatever its scale.
                scaled[i] = g[i] == 0 ? 0 : g[i] / (delta + Math.sqrt(squares[i]));
            }
            curve.begin(stage.point(), stage.dual(), scaled);
            return stage.search(curve);
        };
    }

    @Override
    public String toString() {
        return "AdaGrad with δ = " + delta;
    }
}
