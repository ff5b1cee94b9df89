package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Sampling;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.Stopping;

/** The library's own stochastic schemes. */
final class LibraryStochastic {
    private static final double POWER = 0.5;
    private static final long SEED = 11;

    private LibraryStochastic() {}

    static List<StochasticSubject> all() {
        return List.of(
                stochastic(MirrorPair.onSimplex()),
                stochastic(MirrorPair.burg()),
                stochastic(MirrorPair.inBox()),
                reduced(),
                reduced(MirrorPair.burg()),
                reduced(MirrorPair.inBox()));
    }

    static StochasticSubject stochastic() {
        return stochastic(MirrorPair.onSimplex());
    }

    static StochasticSubject reduced() {
        return reduced(MirrorPair.onSimplex());
    }

    private static StochasticSubject stochastic(MirrorPair pair) {
        Drawing drawing = (t, seed) -> Scheme.stochastic(new Sampling(1, 1, seed), t, POWER);
        return StochasticSubject.of(
                method("stochastic descent", pair, drawing), pair.plain(), run(pair, drawing), POWER);
    }

    private static StochasticSubject reduced(MirrorPair pair) {
        Drawing drawing = (t, seed) -> Scheme.varianceReduced(new Sampling(1, 2, seed), t);
        return StochasticSubject.varianceReduced(
                method("variance-reduced descent", pair, drawing), pair.plain(), run(pair, drawing));
    }

    /** Averages of the points stepped from. Their bound on values is one of means over what is drawn, and not claimed of a run. */
    static SchemeSubject averages() {
        MirrorPair pair = MirrorPair.onSimplex();
        Method.Setup<Weights, Differential<Weights>> inner =
                (f, t) -> Descent.of(f, pair.geometry()).by(Scheme.stochastic(new Sampling(1, 1, SEED), t, POWER));
        Drawing drawing = (t, seed) -> Scheme.stochasticAverages(new Sampling(1, 1, seed), t, POWER);
        return SchemeSubject.of(
                method("averages of stochastic descent", pair, drawing),
                pair.plain(),
                new Form.Averages(
                        LibraryMethods.ofTerms(Terms::split, inner), k -> 1 / Math.sqrt(k + 1.0), k -> Double.NaN));
    }

    private interface Drawing {
        Scheme of(double t, long seed);
    }

    private static MethodSubject method(String name, MirrorPair pair, Drawing drawing) {
        Method.Setup<Weights, Differential<Weights>> setup =
                (f, t) -> Descent.of(f, pair.geometry()).by(drawing.of(t, SEED));
        return MethodSubject.of(
                        name + " with " + pair.plain().name(),
                        pair.plain().domain(),
                        LibraryMethods.ofTerms(Terms::split, setup))
                .withInterruption(LibraryMethods.interrupted(Terms::split, setup));
    }

    private static StochasticSubject.Run run(MirrorPair pair, Drawing drawing) {
        return (terms, start, step, steps, seed) -> {
            List<double[]> points = new ArrayList<>();
            Terms<Weights, Differential<Weights>> objective = new Terms<>(start.length, terms);
            Descent.of(objective, pair.geometry())
                    .by(drawing.of(step, seed))
                    .until(Stopping.iterations(steps))
                    .run(Vec.of(start), iterate -> points.add(iterate.point().toArray()));
            return points;
        };
    }
}
