package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Coordinates;
import org.legendre.optimize.online.Learner;
import org.legendre.optimize.online.Online;

/** An online learner with a constant rate, on plain arrays: what has to be written to hold a learner of one's own to the laws. */
@FunctionalInterface
public interface Player {
    /**
     * What it plays against linear losses. The point of a round must not depend on losses of that round or later ones.
     *
     * @param losses the losses of each round
     * @param rate η
     * @return the point of each round, and the one that would be played next: one more than there are rounds
     */
    List<double[]> play(List<double[]> losses, double rate);

    /**
     * A learner of the library.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     * @param method η ↦ the method
     * @return its play
     */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Player of(Rated<X, Y> method) {
        return (losses, rate) -> {
            Learner<X, Y> learner = method.at(rate).start();
            List<double[]> points = new ArrayList<>();
            for (double[] round : losses) {
                points.add(learner.weights());
                learner.observe(round);
            }
            points.add(learner.weights());
            return points;
        };
    }

    /**
     * A method that still needs its rate.
     *
     * @param <X> the tag of the coordinates x
     * @param <Y> the dual tag
     */
    @FunctionalInterface
    interface Rated<X extends Coordinates<Y>, Y extends Coordinates<X>> {
        /**
         * The method.
         *
         * @param rate η
         * @return the method with that rate
         */
        Online<X, Y> at(double rate);
    }
}
