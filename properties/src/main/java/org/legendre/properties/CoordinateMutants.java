package org.legendre.properties;

import java.util.List;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Normal;

/** Mistakes in the Fisher metric of other coordinates. */
final class CoordinateMutants {
    private CoordinateMutants() {}

    static List<Mutant> all() {
        ChartSubject normal = ChartSubject.of(Normal.FAMILY);
        ChartSubject gamma = ChartSubject.of(Gamma.FAMILY);
        return List.of(
                new Mutant(
                        "Fisher of the standard deviation for that of the variance",
                        normal.withFisherInSource(t -> {
                            double variance = normal.source(t)[1];
                            return new double[][] {{1 / variance, 0}, {0, 2 / variance}};
                        }),
                        List.of("fisher-source")),
                new Mutant(
                        "Fisher in θ for Fisher in source coordinates",
                        gamma.withFisherInSource(
                                t -> gamma.potential().hessian(t).toMatrix()),
                        List.of("fisher-source")),
                new Mutant(
                        "Fisher in source coordinates off by a relative 1e-6",
                        normal.withFisherInSource(t -> scaled(normal.fisherInSource(t), 1 + 1e-6)),
                        List.of("fisher-source")),
                new Mutant(
                        "Fisher in η not inverted",
                        gamma.withFisherInExpectation(
                                t -> gamma.potential().hessian(t).toMatrix()),
                        List.of("fisher-expectation")),
                new Mutant(
                        "entries of Fisher inverted one by one",
                        normal.withFisherInExpectation(t -> {
                            double[][] rows = normal.potential().hessian(t).toMatrix();
                            return new double[][] {{1 / rows[0][0], 0}, {0, 1 / rows[1][1]}};
                        }),
                        List.of("fisher-expectation")));
    }

    private static double[][] scaled(double[][] rows, double factor) {
        double[][] out = new double[rows.length][rows.length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows.length; j++) {
                out[i][j] = rows[i][j] * factor;
            }
        }
        return out;
    }
}
