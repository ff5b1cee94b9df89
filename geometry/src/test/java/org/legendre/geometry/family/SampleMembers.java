package org.legendre.geometry.family;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.legendre.geometry.DomainException;

/** Moderate members of every family of the catalogue, for the checks that all families share. */
final class SampleMembers {
    private static final Map<String, List<double[]>> PARAMETERS = Map.of(
            "bernoulli", List.of(row(0.3), row(0.5), row(0.97)),
            "categorical", List.of(row(0.2, 0.5, 0.3), row(0.6, 0.15, 0.25)),
            "poisson", List.of(row(0.7), row(6.5), row(240)),
            "normal", List.of(row(0, 1), row(1.5, 0.3), row(-2, 4)),
            "exponential", List.of(row(1), row(0.2), row(35)),
            "gamma", List.of(row(0.6, 2), row(2.5, 0.7), row(40, 9)),
            "beta", List.of(row(0.8, 2.5), row(4, 1.5), row(30, 60)),
            "dirichlet", List.of(row(0.8, 2.5, 1.2), row(4, 1.5, 7)),
            "multivariate-normal", List.of(row(2, 0.5, -1, 2, 0.6, 0.6, 1), row(2, 0, 0.3, 1.5, -0.4, -0.4, 0.9)));

    private SampleMembers() {}

    private static double[] row(double... parameters) {
        return parameters;
    }

    /** The sample members of a row of the catalogue. */
    static List<Member<?, ?>> of(Families.Entry entry) {
        List<double[]> rows = PARAMETERS.get(entry.name());
        if (rows == null) {
            throw new DomainException("family", entry.name(), "a family with sample members; add some to this class");
        }
        List<Member<?, ?>> members = new ArrayList<>();
        rows.forEach(parameters -> members.add(entry.of(parameters)));
        return members;
    }

    /** The sample members of the whole catalogue. */
    static List<Member<?, ?>> all() {
        List<Member<?, ?>> members = new ArrayList<>();
        Families.all().forEach(entry -> members.addAll(of(entry)));
        return members;
    }
}
