package org.legendre.optimize;

import java.util.Optional;

/** What schemes say alike. */
final class Schemes {
    private Schemes() {}

    /** Refuses a geometry without dual points. */
    static Optional<String> dualPoints(Geometry<?, ?> geometry) {
        return geometry.dual()
                ? Optional.empty()
                : Optional.of("it steps in dual points, and " + geometry + " has none: a mirror geometry has");
    }

    /** The end of a run whose scheme has no shorter step to try. */
    static Optional<Outcome> leaves(Stage stage, Curve curve) {
        int iteration = stage.from().iteration();
        return Optional.of(new Outcome.Failed(
                "the step from iterate " + iteration + " leaves the domain: " + curve.obstacle(), iteration));
    }
}
