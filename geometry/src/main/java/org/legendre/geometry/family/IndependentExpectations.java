package org.legendre.geometry.family;

import java.util.Arrays;
import java.util.Optional;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;

/** {η₂ &gt; Σ η₁² in each group}, the expectations of {@link IndependentNormals}, charted by the means and the log variances. */
record IndependentExpectations(int d, int groups) implements Domain {
    @Override
    public int size() {
        return d + groups;
    }

    @Override
    public Optional<String> diagnose(double[] e) {
        if (e.length != size()) {
            return Optional.of("length " + e.length + " instead of " + size());
        }
        if (!Arrays.stream(e).allMatch(Double::isFinite)) {
            return Optional.of("an entry is not finite");
        }
        double[] variances = IndependentNormals.variances(groups, e);
        for (int k = 0; k < groups; k++) {
            if (!(variances[k] > 0)) {
                return Optional.of("the variance " + variances[k] + " of group " + k + " is not positive");
            }
        }
        return Optional.empty();
    }

    @Override
    public double[] fromChart(double[] u) {
        DomainException.requireLength("chart coordinates", u, size());
        double[] variances = Arrays.stream(u, d, u.length).map(Math::exp).toArray();
        return new IndependentNormals(Arrays.copyOf(u, d), variances).expectation();
    }

    @Override
    public double[] toChart(double[] e) {
        require("point", e);
        double[] u = Arrays.copyOf(e, e.length);
        double[] variances = IndependentNormals.variances(groups, e);
        for (int k = 0; k < groups; k++) {
            u[d + k] = Math.log(variances[k]);
        }
        return u;
    }

    @Override
    public String toString() {
        return "{(η₁, η₂): η₂ above the squares of η₁} of " + d + "-dimensional normals with " + groups + " variances";
    }
}
