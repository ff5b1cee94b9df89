package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;

/** Plausible mistakes in schemes for a metric. */
final class MetricSchemeMutants {
    private MetricSchemeMutants() {}

    static List<Mutant> all() {
        MethodSubject momentum = LibraryMetricSchemes.momentum();
        return List.of(
                new Mutant(
                        "momentum that does not outlive an interruption",
                        momentum.withInterruption(forgetful(momentum)),
                        List.of("resumes")),
                new Mutant(
                        "damping taken for independent of coordinates",
                        LibraryMetricSchemes.damped(true),
                        List.of("affine-invariant")),
                new Mutant(
                        "momentum of differentials taken for tangents",
                        momentum.withRun(method -> flat()),
                        List.of("affine-invariant")));
    }

    /** Each step from the last point as if it were the first. */
    private static Method forgetful(MethodSubject subject) {
        return (task, start, step, steps) -> {
            List<double[]> points = new ArrayList<>(List.of(start));
            for (int k = 0; k < steps; k++) {
                List<double[]> next = subject.run(task, points.get(k), step, 1);
                if (next.size() < 2) {
                    return points;
                }
                points.add(next.get(1));
            }
            return points;
        };
    }

    private static Method flat() {
        Method.Setup<Natural, Expectation> setup = (f, t) -> Descent.of(f, Geometry.<Natural, Expectation>euclidean(2))
                .by(Scheme.heavyBall(0.5))
                .step(StepRule.constant(t));
        return Method.of(setup);
    }
}
