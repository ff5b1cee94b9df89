package org.legendre.optimize;

import java.util.Optional;

/** What schemes say alike. */
final class Schemes {
    private Schemes() {}

    /** Refuses a geometry that is not that of a mirror map. */
    static Optional<String> mirrorMap(Geometry<?, ?> geometry) {
        return geometry.mirrors()
                ? Optional.empty()
                : Optional.of("it steps in the dual points of a mirror map, and " + geometry
                        + " has none: a mirror geometry has");
    }

    /** Refuses a geometry without a metric that a scheme could damp or solve with. */
    static Optional<String> metric(Geometry<?, ?> geometry) {
        return geometry.curve() instanceof SolvedCurve
                ? Optional.empty()
                : Optional.of("it solves for its directions with a metric, and " + geometry
                        + " has none: one of Geometry.natural or Geometry.euclidean has");
    }

    /** The end of a run whose scheme has no shorter step to try. */
    static Optional<Outcome> leaves(Stage stage, Curve curve) {
        int iteration = stage.from().iteration();
        return Optional.of(new Outcome.Failed(
                "the step from iterate " + iteration + " leaves the domain: " + curve.obstacle(), iteration));
    }

    /** Refuses an objective without terms to draw from. */
    static Optional<String> sumOfTerms(Objective<?, ?> objective) {
        if (!(objective instanceof FiniteSum<?, ?> sum)) {
            return Optional.of("it draws terms, and the objective is no FiniteSum");
        }
        return sum.terms() >= 1 ? Optional.empty() : Optional.of("the objective has " + sum.terms() + " terms");
    }
}
