package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** Simple dual averaging with the proximal term scaled by γβ̂ₖ. It keeps S, ∇φ(x₀), the number of differentials in S, and β̂. */
record ScaledDualAveraging(double scale) implements Scheme {
    ScaledDualAveraging {
        DomainException.requirePositive("scale", scale);
    }

    @Override
    public int momentumSize(int n) {
        return 2 * n + 2;
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
        int n = stage.size();
        double[] momentum = stage.momentum();
        Curve line = stage.newCurve();
        double[] origin = new double[n];
        double[] average = new double[n];
        return new Motion() {
            @Override
            public void start() {
                System.arraycopy(stage.dual(), 0, momentum, n, n);
                momentum[2 * n + 1] = 1;
            }

            @Override
            public Optional<Outcome> advance() {
                double count = ++momentum[2 * n];
                double beta = momentum[2 * n + 1];
                double[] g = stage.differential();
                for (int i = 0; i < n; i++) {
                    momentum[i] += g[i];
                    average[i] = momentum[i] / count;
                }
                System.arraycopy(momentum, n, origin, 0, n);
                line.begin(stage.point(), origin, average);
                if (!line.move(count / (scale * beta), stage.nextPoint(), stage.nextDual())) {
                    return Schemes.leaves(stage, line);
                }
                stage.place(1 / (scale * beta));
                momentum[2 * n + 1] = beta + 1 / beta;
                return Optional.empty();
            }
        };
    }

    @Override
    public String toString() {
        return "dual averaging scaled by " + scale;
    }
}
