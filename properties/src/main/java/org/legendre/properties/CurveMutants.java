package org.legendre.properties;

import java.util.List;
import java.util.Optional;
import org.legendre.properties.CurveSubject.Parts;

/** Mistakes in how a geometry makes a step of a differential. */
final class CurveMutants {
    private CurveMutants() {}

    static List<Mutant> all() {
        CurveSubject replicator = LibraryCurves.replicator();
        CurveSubject hellinger = LibraryCurves.hellinger();
        return List.of(
                new Mutant(
                        "weights scaled without taking the mean from the differential",
                        replicator.withParts(right -> moving(right, CurveMutants::uncentred)),
                        List.of("curve-velocity", "curve-stays")),
                new Mutant(
                        "steps of the square roots that forget the factor of the sphere's radius",
                        hellinger.withParts(right -> new ScaledCurve(right, 4, 1, 1, 1)),
                        List.of("curve-velocity")),
                new Mutant(
                        "a decrement without the half",
                        hellinger.withParts(right -> new ScaledCurve(right, 1, 2, 1, 1)),
                        List.of("curve-decrement")),
                new Mutant(
                        "the divergence of a sphere of radius 1",
                        hellinger.withParts(right -> new ScaledCurve(right, 1, 1, 0.25, 1)),
                        List.of("curve-proximal")),
                new Mutant(
                        "a tangential part of half the covector",
                        replicator.withParts(right -> new ScaledCurve(right, 1, 1, 1, 0.5)),
                        List.of("curve-tangential")),
                new Mutant(
                        "long steps that are not refused",
                        replicator.withParts(right ->
                                moving(right, (x, g, t) -> Rounding.axpy(-t, replicator.raise(x, g), x))),
                        List.of("curve-stays")));
    }

    private interface Move {
        double[] to(double[] x, double[] g, double t);
    }

    private static double[] uncentred(double[] x, double[] g, double t) {
        double[] to = x.clone();
        for (int i = 0; i < to.length; i++) {
            to[i] -= t * x[i] * g[i];
        }
        return to;
    }

    private static Parts moving(Parts right, Move move) {
        return new Parts() {
            @Override
            public Optional<double[]> move(double[] x, double[] g, double t) {
                return Optional.of(move.to(x, g, t));
            }

            @Override
            public double decrement(double[] x, double[] g) {
                return right.decrement(x, g);
            }

            @Override
            public double divergence(double[] x, double[] g, double t) {
                return right.divergence(x, g, t);
            }

            @Override
            public double[] tangential(double[] x, double[] g, double[] v) {
                return right.tangential(x, g, v);
            }
        };
    }
}
