package org.legendre.optimize;

import java.util.Optional;
import java.util.function.ToDoubleBiFunction;
import org.legendre.geometry.DomainException;

/** The solution of the quadratic model in a ball of the metric, shortened until the divergence itself is in bounds. */
record TrustRegion(double radius, ToDoubleBiFunction<double[], double[]> divergence) implements Scheme {
    private static final int TRIALS = 1100;
    private static final int BLIND_TRIALS = 10;
    /** The share of the predicted decrease that has to be found. */
    private static final double SHARE = 1e-4;

    TrustRegion {
        DomainException.requirePositive("radius δ", radius);
    }

    /** {@inheritDoc} What is seen at rounding level. */
    @Override
    public int momentumSize(int n) {
        return 2;
    }

    @Override
    public boolean searches() {
        return false;
    }

    @Override
    public Optional<String> diagnose(Objective<?, ?> objective, Geometry<?, ?> geometry) {
        return Schemes.metric(geometry);
    }

    @Override
    public Motion motion(Stage stage) {
        return () -> advance(stage);
    }

    private Optional<Outcome> advance(Stage stage) {
        Row from = stage.from();
        Search search = stage.along(stage.curve());
        double resolution = search.resolution();
        double t = Math.min(1, Math.sqrt(radius / from.decrement()));
        String obstacle = "";
        double previousShare = Double.NaN;
        double slope = Double.NaN;
        int blind = 0;
        for (int k = 0; k < TRIALS && t > 0; k++, t /= 2) {
            if (!search.move(t)) {
                obstacle = search.obstacle();
                previousShare = Double.NaN;
                continue;
            }
            double predicted = -search.linear();
            boolean visible = predicted > Backtracking.VISIBLE * resolution && predicted > search.linearRounding();
            if (!visible && slope < 0.5) {
                return Backtracking.contradiction(from, slope);
            }
            if (!(predicted > search.linearRounding())) {
                return obstacle.isEmpty()
                        ? Backtracking.converged(
                                from,
                                "at the step " + t + " the differential predicts no decrease beyond its own rounding")
                        : failed(from, obstacle);
            }
            if (!visible && ++blind > BLIND_TRIALS) {
                return Backtracking.converged(from, "neither values nor slopes show a decrease");
            }
            double change = search.trialValue() - from.value();
            if (!(change < Double.POSITIVE_INFINITY)) {
                obstacle = "the objective is +∞ there";
                previousShare = Double.NaN;
                continue;
            }
            if (visible) {
                double share = -change / predicted;
                if (predicted >= Backtracking.MEASURABLE * resolution) {
                    slope = Backtracking.extrapolated(share, previousShare);
                }
                previousShare = share;
            }
            double spent = divergence.applyAsDouble(stage.point(), stage.nextPoint());
            if (!(spent <= radius)) {
                obstacle = "the divergence " + spent + " is beyond the radius " + radius;
                continue;
            }
            obstacle = "";
            if (visible ? change <= -SHARE * predicted : change <= resolution && predicted > search.trialSlope()) {
                return visible
                        ? Backtracking.accepted(stage.momentum())
                        : Backtracking.accepted(stage.momentum(), from);
            }
        }
        return failed(from, "none lowers the objective within the radius");
    }

    private static Optional<Outcome> failed(Row from, String obstacle) {
        return Optional.of(new Outcome.Failed(
                "no step from iterate " + from.iteration() + ", however short, is acceptable: " + obstacle,
                from.iteration()));
    }

    @Override
    public String toString() {
        return "trust region of radius " + radius;
    }
}
