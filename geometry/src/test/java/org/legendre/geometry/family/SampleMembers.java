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
                    "wishart",
                    List.of(
                            row(1.7, 2, 2, 0.6, 0.6, 1),
                            row(4, 2, 1.5, -0.4, -0.4, 0.9),
                            row(25, 2, 0.3, 0.1, 0.1, 0.2))),
            Map.entry(
                    "inverse-wishart",
                    List.of(row(3.5, 2, 2, 0.6, 0.6, 1), row(6, 2, 1.5, -0.4, -0.4, 0.9), row(25, 2, 8, 1, 1, 5))));

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
