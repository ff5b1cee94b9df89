package org.legendre.optimize;

import java.util.Optional;

/** Dual averaging with the lengths of the step rule (lazy mirror descent). It keeps S, ∇φ(x₀) and T. */
final class DualAveraging implements Scheme {
    static final DualAveraging INSTANCE = new DualAveraging();

    private DualAveraging() {}

    @Override
    public int momentumSize(int n) {
        return 2 * n + 1;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Schemes.dualPoints(geometry);
    }

    @Override
    public Motion motion(Stage stage) {
        int n = stage.size();
        double[] momentum = stage.momentum();
        Curve curve = new AccumulatedCurve(stage.newCurve(), stage.newCurve(), momentum);
        return new Motion() {
            @Override
            public void start() {
                System.arraycopy(stage.dual(), 0, momentum, n, n);
            }

            @Override
            public Optional<Outcome> advance() {
                double[] g = stage.differential();
                curve.begin(stage.point(), stage.dual(), g);
                Optional<Outcome> end = stage.search(curve);
                double t = stage.nextStep();
                for (int i = 0; i < n; i++) {
                    momentum[i] += t * g[i];
                }
                momentum[2 * n] += t;
                return end;
            }
        };
    }

    @Override
    public String toString() {
        return "dual averaging";
    }
}
