package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** A first-order method with a constant step, on plain arrays: what has to be written to hold an optimizer of one's own to the laws. */
@FunctionalInterface
public interface Method {
    /**
     * The iterates of a run.
     *
     * @param objective what to minimise
     * @param start the first point
     * @param step the step length
     * @param steps how many steps to take
     * @return the start and the points after each step; fewer if a step could not be taken
     */
    List<double[]> run(Task objective, double[] start, double step, int steps);

    /**
     * Descent in a geometry.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param geometry how a differential becomes a step
     * @return the method
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Method of(Geometry<X, Y> geometry) {
        return (task, start, step, steps) -> {
            List<double[]> points = new ArrayList<>();
            Method.<X, Y>descent(geometry, task, step)
                    .until(Stopping.iterations(steps))
                    .run(Vec.of(start), iterate -> points.add(iterate.point().toArray()));
            return points;
        };
    }

    /**
     * Descent with a constant step.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param geometry the geometry
     * @param task the objective
     * @param step the step length
     * @return the method of the library
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Descent<X, Y> descent(
            Geometry<X, Y> geometry, Task task, double step) {
        Objective<X, Y> objective =
                Objective.of(geometry.size(), x -> task.value(x.toArray()), x -> Vec.of(task.gradient(x.toArray())));
        return Descent.of(objective, geometry).step(StepRule.constant(step));
    }
}
