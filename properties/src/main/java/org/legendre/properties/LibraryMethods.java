package org.legendre.properties;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.State;
import org.legendre.optimize.StepException;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** The library's own geometries as methods that can be interrupted. */
final class LibraryMethods {
    private LibraryMethods() {}

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject of(
            String name, Domain domain, Geometry<X, Y> geometry) {
        Method.Setup<X, Y> setup =
                (objective, step) -> Descent.of(objective, geometry).step(StepRule.constant(step));
        return of(name, domain, setup);
    }

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject of(
            String name, Domain domain, Method.Setup<X, Y> setup) {
        return MethodSubject.of(name, domain, Method.of(setup))
                .withInterruption(interrupted(task -> List.of(task), setup));
    }

    /** The run on a mean of terms. */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Method ofTerms(
            Function<Task, List<Task>> terms, Method.Setup<X, Y> setup) {
        return (task, start, step, steps) -> {
            List<double[]> points = new ArrayList<>();
            setup.of(new Terms<>(start.length, terms.apply(task)), step)
                    .until(Stopping.iterations(steps))
                    .run(Vec.of(start), iterate -> points.add(iterate.point().toArray()));
            return points;
        };
    }

    /** The run on a mean of terms, stopped, stored and resumed after each step. */
    static <X extends Coordinates<Y>, Y extends Coordinates<X>> Method interrupted(
            Function<Task, List<Task>> terms, Method.Setup<X, Y> setup) {
        return (task, start, step, steps) -> {
            Descent<X, Y> method = setup.of(new Terms<>(start.length, terms.apply(task)), step);
            List<double[]> points = new ArrayList<>();
            try {
                State<X, Y> state = method.start(Vec.of(start));
                points.add(state.point().toArray());
                for (int k = 0; k < steps; k++) {
                    state = method.step(stored(state));
                    points.add(state.point().toArray());
                }
            } catch (StepException end) {
                return points;
            }
            return points;
        };
    }

    /** The state after it went to a file and came back. */
    @SuppressWarnings("unchecked")
    static <S> S stored(S state) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(state);
            }
            try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
                return (S) in.readObject();
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** How far weights are from being ≥ 0 and from a sum of 1. */
    static double outsideSimplex(double[] x) {
        double sum = 0;
        double below = 0;
        for (double weight : x) {
            sum += weight;
            below = Math.max(below, -weight);
        }
        return Math.max(below, Math.abs(sum - 1));
    }
}
