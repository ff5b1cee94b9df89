package org.legendre.properties;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.PackedCone;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.SymmetricEigen;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;

/** Mirror descent on each kind of set, with the set's own way to say how far outside a point is and what the least value of a linear function is. */
final class ConstrainedMethods {
    private static final double[] CAPS = {0.5, 0.625, 0.75};
    private static final double[] LOWER = {-1, 0, -2};
    private static final double[] UPPER = {1, 3, 0.5};
    private static final double RADIUS = 2;
    private static final double[] ROW = {1, -2, 0.5};

    private ConstrainedMethods() {}

    static Stream<MethodSubject> all() {
        return Stream.of(simplices(), capped(), projected(), box(), ball(), plane(), states(), steinStates());
    }

    /** A set by a chart of its inside, which need not be one-to-one. */
    private record Inside(int size, Constraint set, UnaryOperator<double[]> from, UnaryOperator<double[]> to)
            implements Domain {
        @Override
        public Optional<String> diagnose(double[] x) {
            return set.diagnose(x);
        }

        @Override
        public double[] fromChart(double[] u) {
            return from.apply(u);
        }

        @Override
        public double[] toChart(double[] x) {
            return to.apply(x);
        }

        @Override
        public String toString() {
            return "the inside of " + set;
        }
    }

    private static double[] map(int n, IntToDoubleFunction entry) {
        double[] x = new double[n];
        Arrays.setAll(x, entry);
        return x;
    }

    private static double least(double[] x) {
        return Arrays.stream(x).min().orElseThrow();
    }

    private static MethodSubject add(
            MethodSubject subject,
            Constraint set,
            ToDoubleFunction<double[]> least,
            ToDoubleFunction<double[]> outside) {
        return subject.withGap(set::gap, least).withOutside(outside);
    }

    static MethodSubject simplices() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.negativeEntropy(5);
        Constraint set = Constraint.simplices(2, 3);
        Domain domain = Domain.product(new SimplexInterior(2), new SimplexInterior(3));
        return add(
                MethodSubject.onSet("exponentiated gradient on two simplices", phi, set, domain, true),
                set,
                g -> Math.min(g[0], g[1]) + Math.min(g[2], Math.min(g[3], g[4])),
                x -> Math.abs(x[0] + x[1] - 1) + Math.abs(x[2] + x[3] + x[4] - 1) + Math.max(0, -least(x)));
    }

    static MethodSubject capped() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.negativeEntropy(3);
        Constraint set = Constraint.cappedSimplex(CAPS);
        SimplexInterior simplex = new SimplexInterior(3);
        // A copy of the simplex, of a quarter of its size, in the middle.
        Domain domain = new Inside(
                3,
                set,
                u -> map(3, i -> 0.25 + 0.25 * simplex.fromChart(u)[i]),
                x -> simplex.toChart(map(3, i -> 4 * (x[i] - 0.25))));
        return add(
                MethodSubject.onSet("exponentiated gradient under caps", phi, set, domain, false),
                set,
                ConstrainedMethods::leastUnderCaps,
                x -> Math.abs(x[0] + x[1] + x[2] - 1)
                        + Math.max(0, -least(x))
                        + Math.max(0, -least(map(3, i -> CAPS[i] - x[i]))));
    }

    /** The cheapest coordinate is filled, then the next, for two caps are more than 1. */
    private static double leastUnderCaps(double[] g) {
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < 3; j++) {
                if (i != j) {
                    least = Math.min(least, CAPS[i] * g[i] + (1 - CAPS[i]) * g[j]);
                }
            }
        }
        return least;
    }

    static MethodSubject projected() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.halfSquaredNorm(3);
        Constraint set = Constraint.simplex();
        SimplexInterior simplex = new SimplexInterior(3);
        // Points with zeros are of the domain: it is not the entropy's.
        Domain domain = new Inside(3, set, simplex::fromChart, simplex::toChart);
        return add(
                MethodSubject.onSet("projected gradient descent on the simplex", phi, set, domain, false),
                set,
                ConstrainedMethods::least,
                x -> Math.abs(x[0] + x[1] + x[2] - 1) + Math.max(0, -least(x)));
    }

    static MethodSubject box() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.hypentropy(3, 0.5);
        Constraint set = Constraint.box(LOWER, UPPER);
        return add(
                MethodSubject.onSet("the hyperbolic entropy in a box", phi, set, Domain.box(LOWER, UPPER), false),
                set,
                g -> Arrays.stream(map(3, i -> Math.min(g[i] * LOWER[i], g[i] * UPPER[i])))
                        .sum(),
                x -> Math.max(0, -Math.min(least(map(3, i -> x[i] - LOWER[i])), least(map(3, i -> UPPER[i] - x[i])))));
    }

    private static double size(double[] x) {
        return Arrays.stream(x).map(Math::abs).sum();
    }

    static MethodSubject ball() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.hypentropy(3, 0.5);
        Constraint set = Constraint.l1Ball(RADIUS);
        Domain domain = new Inside(
                3, set, u -> map(3, i -> RADIUS * u[i] / (1 + size(u))), x -> map(3, i -> x[i] / (RADIUS - size(x))));
        return add(
                MethodSubject.onSet("the hyperbolic entropy on the l1 ball", phi, set, domain, false),
                set,
                g -> -RADIUS * Arrays.stream(g).map(Math::abs).max().orElseThrow(),
                x -> Math.max(0, size(x) - RADIUS));
    }

    static MethodSubject plane() {
        Legendre<Weights, Differential<Weights>> phi =
                Potentials.quadratic(PositiveDefinite.ofPacked(3, 2, 0.5, 1, 0, 0.25, 3));
        Constraint set = Constraint.affine(new double[][] {ROW}, new double[] {1});
        double square = Rounding.dot(ROW, ROW);
        Domain domain =
                new Inside(3, set, u -> Rounding.axpy((1 - Rounding.dot(ROW, u)) / square, ROW, u), double[]::clone);
        return MethodSubject.onSet("a quadratic form on a plane", phi, set, domain, true)
                .withOutside(x -> Math.abs(Rounding.dot(ROW, x) - 1) / (1 + size(x)));
    }

    private static double[] eigenvalues(double[] packed, double off) {
        SymmetricEigen eigen = new SymmetricEigen(2);
        eigen.decompose(packed, off);
        return eigen.values(value -> value);
    }

    /** States whose eigenvalues are above 1e-9: nearer to the boundary, points between two of them round out of the cone. */
    private static Domain stateDomain(Constraint set) {
        PackedCone cone = PackedCone.expectation(2);
        Constraint inside = new Constraint() {
            @Override
            public Optional<String> diagnose(double[] x) {
                return set.diagnose(x)
                        .or(() -> least(eigenvalues(x, 1)) > 1e-9
                                ? Optional.empty()
                                : Optional.of("an eigenvalue is below 1e-9"));
            }

            @Override
            public double gap(double[] x, double[] g) {
                return set.gap(x, g);
            }

            @Override
            public String toString() {
                return set.toString();
            }
        };
        return new Inside(
                3,
                inside,
                u -> {
                    double[] x = cone.fromChart(u);
                    return map(3, i -> x[i] / (x[0] + x[2]));
                },
                cone::toChart);
    }

    static MethodSubject states() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.vonNeumann(2);
        Constraint set = Constraint.spectrahedron(2);
        return add(
                MethodSubject.onSet("matrix exponentiated gradient", phi, set, stateDomain(set), true),
                set,
                g -> least(eigenvalues(g, 0.5)),
                x -> Math.abs(x[0] + x[2] - 1) + Math.max(0, -least(eigenvalues(x, 1))));
    }

    private static MethodSubject steinStates() {
        Legendre<Weights, Differential<Weights>> phi = Potentials.logDeterminant(2);
        Constraint set = Constraint.spectrahedron(2);
        return add(
                MethodSubject.onSet("the log-determinant on the spectrahedron", phi, set, stateDomain(set), true),
                set,
                g -> least(eigenvalues(g, 0.5)),
                x -> Math.abs(x[0] + x[2] - 1) + Math.max(0, -least(eigenvalues(x, 1))));
    }
}
