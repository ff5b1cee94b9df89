package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Descent;
import org.legendre.optimize.FiniteSum;
import org.legendre.optimize.Geometry;
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
     * A method of the library: geometry, scheme and step rule for an objective.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     */
    @FunctionalInterface
    interface Setup<X extends Coordinates<Y>, Y extends Coordinates<X>> {
        /**
         * Puts the method together.
         *
         * @param objective the objective, of one term or several
         * @param step the step length
         * @return the method
         */
        Descent<X, Y> of(FiniteSum<X, Y> objective, double step);
    }

    /**
     * Descent in a geometry.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param geometry how a differential becomes a step
     * @return the method
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Method of(Geometry<X, Y> geometry) {
        Setup<X, Y> setup = (objective, step) -> Descent.of(objective, geometry).step(StepRule.constant(step));
        return of(setup);
    }

    /**
     * Any method of the library.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param setup how it is put together
     * @return the method, on objectives of one term
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Method of(Setup<X, Y> setup) {
        return (task, start, step, steps) -> {
            List<double[]> points = new ArrayList<>();
            setup.of(new Terms<>(start.length, List.of(task)), step)
                    .until(Stopping.iterations(steps))
                    .run(Vec.of(start), iterate -> points.add(iterate.point().toArray()));
            return points;
        };
    }
}
