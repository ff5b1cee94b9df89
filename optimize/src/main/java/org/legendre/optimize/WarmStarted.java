package org.legendre.optimize;

import java.util.Optional;

/** One step along the geometry's own curve, solved for from the direction before, which it keeps. */
final class WarmStarted implements Scheme {
    static final WarmStarted INSTANCE = new WarmStarted();

    private WarmStarted() {}

    @Override
    public int momentumSize(int n) {
        return n;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return geometry.curve() instanceof SolvedCurve
                ? Optional.empty()
                : Optional.of(
                        "it begins a solve for the direction at the one before, and " + geometry + " solves for none");
    }

    @Override
    public Motion motion(Stage stage) {
        SolvedCurve curve = (SolvedCurve) stage.curve();
        double[] momentum = stage.momentum();
        curve.guess(momentum);
        return () -> {
            System.arraycopy(curve.direction(), 0, momentum, 0, momentum.length);
            return stage.search(curve);
        };
    }

    @Override
    public String toString() {
        return "warm-started descent";
    }
}
