package org.legendre.optimize;

import java.util.Optional;
import org.legendre.geometry.DomainException;

/** Momentum. It keeps the direction before. */
record HeavyBall(double momentum) implements Scheme {
    HeavyBall {
        if (!(momentum >= 0 && momentum < 1)) {
            throw new DomainException("momentum μ", momentum, "a number in [0, 1)");
        }
    }

    @Override
    public int momentumSize(int n) {
        return n;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Schemes.metric(geometry);
    }

    @Override
    public Motion motion(Stage stage) {
        SolvedCurve curve = (SolvedCurve) stage.curve();
        double[] velocity = stage.momentum();
        return () -> {
            double[] v = curve.direction();
            for (int i = 0; i < velocity.length; i++) {
                velocity[i] = v[i] + momentum * velocity[i];
            }
            curve.turn(velocity);
            return stage.search(curve);
        };
    }

    @Override
    public String toString() {
        return "heavy ball with μ = " + momentum;
    }
}
