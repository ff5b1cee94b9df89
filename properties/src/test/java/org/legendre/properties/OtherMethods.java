package org.legendre.properties;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;

/** Geometries that are no mirror maps of the library's table: weights with signs, square roots of weights and straight lines on the simplex. */
final class OtherMethods {
    private static final double RADIUS = 2;
    private static final int SIZE = 3;

    private OtherMethods() {}

    static Stream<Subject> all() {
        return Stream.of(signed(), signedCurve(), hellinger(), replicator());
    }

    /** The inside of the l1 ball, x = r·sinh y/Σ cosh y: the chart is that of the weights' logarithms. */
    private static final class Ball implements Domain {
        @Override
        public int size() {
            return SIZE;
        }

        @Override
        public Optional<String> diagnose(double[] x) {
            return size(x) < RADIUS
                    ? Constraint.l1Ball(RADIUS).diagnose(x)
                    : Optional.of("Σ|xᵢ| = " + size(x) + " is not below the radius");
        }

        @Override
        public double[] fromChart(double[] y) {
            double sum = Arrays.stream(y).map(Math::cosh).sum();
            return Arrays.stream(y).map(u -> RADIUS * Math.sinh(u) / sum).toArray();
        }

        /** Σ cosh yᵢ = C solves Σ √(1 + (xᵢC/r)²) = C, by bisection. */
        @Override
        public double[] toChart(double[] x) {
            double sum = cosines(x);
            return Arrays.stream(x)
                    .map(entry -> {
                        double sinh = entry * sum / RADIUS;
                        return Math.copySign(Math.log(Math.abs(sinh) + Math.hypot(1, sinh)), sinh);
                    })
                    .toArray();
        }

        static double cosines(double[] x) {
            double low = SIZE;
            double high = 2 * SIZE * RADIUS / (RADIUS - size(x)) + SIZE;
            for (double middle = 0.5 * (low + high); middle > low && middle < high; middle = 0.5 * (low + high)) {
                double excess = 0;
                for (double entry : x) {
                    excess += Math.hypot(1, entry * middle / RADIUS);
                }
                if (excess > middle) {
                    low = middle;
                } else {
                    high = middle;
                }
            }
            return low;
        }

        private static double size(double[] x) {
            return Arrays.stream(x).map(Math::abs).sum();
        }

        @Override
        public String toString() {
            return "the inside of the l1 ball";
        }
    }

    private static Geometry<Weights, Differential<Weights>> signedGeometry() {
        return Geometry.signedExponentiatedGradient(SIZE, RADIUS);
    }

    private static MethodSubject signed() {
        Constraint ball = Constraint.l1Ball(RADIUS);
        return LibraryMethods.of("signed exponentiated gradient", new Ball(), signedGeometry())
                .withGap(
                        ball::gap,
                        g -> -RADIUS * Arrays.stream(g).map(Math::abs).max().orElseThrow())
                .withOutside(x -> Math.max(0, Ball.size(x) - RADIUS));
    }

    /** ∂xᵢ/∂yⱼ = r cosh yᵢ/C·δᵢⱼ − xᵢxⱼ/r. */
    private static CurveSubject signedCurve() {
        return CurveSubject.of("signed exponentiated gradient", new Ball(), signedGeometry(), (x, g) -> {
            double sum = Ball.cosines(x);
            double mean = Rounding.dot(x, g) / RADIUS;
            double[] raised = new double[SIZE];
            for (int i = 0; i < SIZE; i++) {
                raised[i] = RADIUS * Math.hypot(1, x[i] * sum / RADIUS) / sum * g[i] - x[i] * mean;
            }
            return raised;
        });
    }

    private static MethodSubject hellinger() {
        return LibraryMethods.of("square roots of weights", new SimplexInterior(SIZE), Geometry.hellinger(SIZE))
                .withGap(Constraint.simplex()::gap)
                .withOutside(LibraryMethods::outsideSimplex);
    }

    /** A step that would take a weight below 0 is refused, so that it does not declare that it can take every step. */
    private static MethodSubject replicator() {
        return LibraryMethods.of(
                        "natural gradient on the simplex", new SimplexInterior(SIZE), Geometry.replicator(SIZE))
                .withGap(Constraint.simplex()::gap);
    }
}
