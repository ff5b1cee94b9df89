package org.legendre.properties;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Accelerated;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.State;
import org.legendre.optimize.StepException;

/** The library's own accelerated methods, with what they prove of a run. */
final class LibraryAccelerated {
    private LibraryAccelerated() {}

    static List<AcceleratedSubject> all() {
        return List.of(
                flat(),
                onSimplex(),
                accelerated(
                        MirrorPair.onSimplex(),
                        smoothness -> Scheme.accelerated(smoothness).adaptiveGain(),
                        Double.NaN),
                accelerated(
                        MirrorPair.onSimplex(),
                        smoothness -> Scheme.accelerated(smoothness).adaptiveExponent(),
                        -1),
                accelerated(
                        MirrorPair.inBox(),
                        smoothness -> Scheme.accelerated(smoothness).adaptiveGain(),
                        Double.NaN));
    }

    static AcceleratedSubject flat() {
        return accelerated(MirrorPair.flat(), smoothness -> Scheme.accelerated(smoothness), 2);
    }

    /** With the exponent 1, for the relative entropy is jointly convex. */
    static AcceleratedSubject onSimplex() {
        return accelerated(
                MirrorPair.onSimplex(),
                smoothness -> Scheme.accelerated(smoothness).exponent(1),
                1);
    }

    private static AcceleratedSubject accelerated(
            MirrorPair pair, DoubleFunction<Accelerated> scheme, double exponent) {
        Method.Setup<Weights, Differential<Weights>> setup =
                (f, t) -> Descent.of(f, pair.geometry()).by(scheme.apply(1 / t));
        String name = scheme.apply(1) + " with " + pair.plain().name();
        MethodSubject method = LibraryMethods.of(name, pair.plain().domain(), setup);
        return AcceleratedSubject.of(
                method,
                pair.plain(),
                (task, start, smoothness, steps) ->
                        account(scheme.apply(smoothness), setup, task, start, smoothness, steps),
                exponent);
    }

    private static AcceleratedSubject.Account account(
            Accelerated scheme,
            Method.Setup<Weights, Differential<Weights>> setup,
            Task task,
            double[] start,
            double smoothness,
            int steps) {
        List<double[]> points = new ArrayList<>();
        List<Double> factors = new ArrayList<>();
        Descent<Weights, Differential<Weights>> method =
                setup.of(new Terms<>(start.length, List.of(task)), 1 / smoothness);
        State<Weights, Differential<Weights>> state = method.start(Vec.of(start));
        try {
            for (int k = 0; k <= steps; k++) {
                state = k > 0 ? method.step(state) : state;
                points.add(state.point().toArray());
                factors.add(scheme.rate(state).factor());
            }
        } catch (StepException end) {
            return new AcceleratedSubject.Account(points, factors);
        }
        return new AcceleratedSubject.Account(points, factors);
    }
}
