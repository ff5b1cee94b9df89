package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Coordinates;
import org.legendre.optimize.online.Learner;
import org.legendre.optimize.online.Online;

/** The library's own learners, interrupted after each round. */
final class LibraryLearners {
    private LibraryLearners() {}

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Player interrupted(Player.Rated<X, Y> method) {
        return (losses, rate) -> {
            Online<X, Y> rated = method.at(rate);
            Learner<X, Y> learner = rated.start();
            List<double[]> points = new ArrayList<>();
            for (double[] round : losses) {
                points.add(learner.weights());
                learner.observe(round);
                learner = rated.resume(LibraryMethods.stored(learner.state()));
            }
            points.add(learner.weights());
            return points;
        };
    }
}
