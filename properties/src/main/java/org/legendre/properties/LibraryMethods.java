package org.legendre.properties;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.legendre.geometry.Coordinates;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Vec;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.State;
import org.legendre.optimize.StepException;

/** The library's own geometries as methods that can be interrupted. */
final class LibraryMethods {
    private LibraryMethods() {}

    static <X extends Coordinates<Y>, Y extends Coordinates<X>> MethodSubject of(
            String name, Domain domain, Geometry<X, Y> geometry) {
        return MethodSubject.of(name, domain, Method.of(geometry)).withInterruption((task, start, step, steps) -> {
            Descent<X, Y> method = Method.descent(geometry, task, step);
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
        });
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
