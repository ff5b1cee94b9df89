package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.legendre.geometry.DomainException;

/** Moderate members of every family of the catalogue, for the checks that all families share. */
final class SampleMembers {
    private static final Map<String, List<double[]>> PARAMETERS = Map.ofEntries(
            Map.entry("bernoulli", List.of(row(0.3), row(0.5), row(0.97))),
            Map.entry("categorical", List.of(row(0.2, 0.5, 0.3), row(0.6, 0.15, 0.25))),
            Map.entry("poisson", List.of(row(0.7), row(6.5), row(240))),
            Map.entry("binomial", List.of(row(12, 0.3), row(12, 0.5), row(12, 0.97))),
            Map.entry("multinomial", List.of(row(7, 0.2, 0.5, 0.3), row(7, 0.6, 0.15, 0.25))),
            Map.entry("geometric", List.of(row(0.7), row(0.5), row(0.2))),
            Map.entry("logarithmic-series", List.of(row(0.2), row(0.7), row(0.9))),
            Map.entry("conway-maxwell-poisson", List.of(row(1.5, 0.5), row(0.8, 0.1), row(40, 1.7))),
            Map.entry("negative-binomial", List.of(row(2.5, 0.7), row(2.5, 0.4), row(2.5, 0.2))),
            Map.entry("normal", List.of(row(0, 1), row(1.5, 0.3), row(-2, 4))),
            Map.entry("exponential", List.of(row(1), row(0.2), row(35))),
            Map.entry("gamma", List.of(row(0.6, 2), row(2.5, 0.7), row(40, 9))),
            Map.entry("beta", List.of(row(0.8, 2.5), row(4, 1.5), row(30, 60))),
            Map.entry("dirichlet", List.of(row(0.8, 2.5, 1.2), row(4, 1.5, 7))),
            Map.entry(
                    "multivariate-normal",
                    List.of(row(2, 0.5, -1, 2, 0.6, 0.6, 1), row(2, 0, 0.3, 1.5, -0.4, -0.4, 0.9))),
            Map.entry(
                    "multivariate-normal-known-covariance",
                    List.of(
                            row(2, 0.5, -1, 2, 0.6, 0.6, 1),
                            row(2, 0, 0.3, 2, 0.6, 0.6, 1),
                            row(2, -3, 1, 2, 0.6, 0.6, 1))),
            Map.entry(
                    "multivariate-normal-known-mean",
                    List.of(
                            row(2, 0.5, -1, 2, 0.6, 0.6, 1),
                            row(2, 0.5, -1, 1.5, -0.4, -0.4, 0.9),
                            row(2, 0.5, -1, 9, 1, 1, 0.3))),
            Map.entry(
                    "diagonal-normal",
                    List.of(row(2, 0.5, -1, 2, 0.6), row(2, 0, 0.3, 1.5, 0.9), row(2, 3, 1, 9, 0.3))),
            Map.entry("isotropic-normal", List.of(row(3, 0.5, -1, 2, 0.6), row(3, 0, 0.3, 1.5, 0.9))),
            Map.entry(
                    "wishart",
                    List.of(
                            row(1.7, 2, 2, 0.6, 0.6, 1),
                            row(4, 2, 1.5, -0.4, -0.4, 0.9),
                            row(25, 2, 0.3, 0.1, 0.1, 0.2))),
            Map.entry(
                    "inverse-wishart",
                    List.of(row(3.5, 2, 2, 0.6, 0.6, 1), row(6, 2, 1.5, -0.4, -0.4, 0.9), row(25, 2, 8, 1, 1, 5))),
            Map.entry("log-normal", List.of(row(0, 1), row(1.5, 0.3), row(-2, 4))),
            Map.entry("inverse-gamma", List.of(row(0.6, 2), row(2.5, 0.7), row(40, 9))),
            Map.entry("chi-squared", List.of(row(0.7), row(3), row(90))),
            Map.entry("laplace", List.of(row(1), row(0.2), row(35))),
            Map.entry("weibull", List.of(row(2.5, 1), row(2.5, 0.2), row(2.5, 3.5))),
            Map.entry("pareto", List.of(row(0.4, 1.5), row(0.4, 0.8), row(0.4, 20))),
            Map.entry("rayleigh", List.of(row(1), row(0.2), row(35))),
            Map.entry("inverse-gaussian", List.of(row(1, 1), row(3, 0.5), row(0.4, 20))),
            Map.entry("cauchy", List.of(row(0, 1), row(1.5, 0.3), row(-2, 4))),
            Map.entry("normal-known-variance", List.of(row(0.5, 0.3), row(1.5, 0.3), row(-2, 0.3))),
            Map.entry("normal-known-mean", List.of(row(1.5, 1), row(1.5, 0.3), row(1.5, 4))),
            Map.entry("normal-gamma", List.of(row(0.5, 2, 3, 0.7), row(-1, 0.4, 1.5, 2), row(3, 9, 20, 25))),
            Map.entry(
                    "normal-inverse-wishart",
                    List.of(
                            row(2, 0.5, -1, 1.5, 4, 2, 0.6, 0.6, 1),
                            row(2, 0, 0.3, 4, 7.5, 1.5, -0.4, -0.4, 0.9),
                            row(2, 1, 1, 0.6, 2.5, 3, 1, 1, 2))),
            Map.entry(
                    "matrix-normal",
                    List.of(
                            row(2, 3, 1, -1, 0.5, 2, 0.3, 1, 2, 0.6, 0.6, 1, 1, 0.5, 0, 0.5, 2, 0.25, 0, 0.25, 1),
                            row(
                                    2, 3, 0, 1, 0.5, -2, 0.3, 0.1, 1.5, -0.4, -0.4, 0.9, 1, 0.5, 0, 0.5, 2, 0.25, 0,
                                    0.25, 1))),
            Map.entry(
                    "boltzmann-machine",
                    List.of(
                            row(3, 0.5, -1, 0.2, 0.7, -0.4, 1.1),
                            row(3, -0.3, 0.6, 1, -1.5, 0.2, 0.4),
                            row(3, 2, 1, -0.5, 0.3, 1, -0.2))),
            Map.entry("generalized-inverse-gaussian", List.of(row(-0.5, 2, 1.5), row(3, 1, 0.2), row(0.4, 1.5, 2))),
            Map.entry("von-mises", List.of(row(0.4, 0.6), row(-2, 3.5), row(1.5, 40))),
            Map.entry(
                    "von-mises-fisher",
                    List.of(row(0.6, 0, -0.8, 0.7), row(2.0 / 3, -1.0 / 3, 2.0 / 3, 5.5), row(0, 0.28, 0.96, 60))));

    private SampleMembers() {}

    private static double[] row(double... parameters) {
        return parameters;
    }

    /** The sample distributions of a row of the catalogue. */
    static List<Distribution<?, ?>> distributions(Families.Entry entry) {
        List<double[]> rows = PARAMETERS.get(entry.name());
        if (rows == null) {
            throw new DomainException("family", entry.name(), "a family with sample members; add some to this class");
        }
        List<Distribution<?, ?>> distributions = new ArrayList<>();
        rows.forEach(parameters -> distributions.add(entry.of(parameters)));
        return distributions;
    }

    /** The sample members of a row of the catalogue; none if it is no exponential family. */
    static List<Member<?, ?>> of(Families.Entry entry) {
        List<Member<?, ?>> members = new ArrayList<>();
        for (Distribution<?, ?> distribution : distributions(entry)) {
            if (distribution instanceof Member<?, ?> member) {
                members.add(member);
            }
        }
        return members;
    }

    /** The sample members of the whole catalogue. */
    static List<Member<?, ?>> all() {
        List<Member<?, ?>> members = new ArrayList<>();
        Families.all().forEach(entry -> members.addAll(of(entry)));
        return members;
    }
}
