package org.legendre.geometry.family;

import org.legendre.geometry.Chart;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;

/** The chart of a family whose source coordinates are θ itself. */
final class IdentityChart {
    private IdentityChart() {}

    static <T, M extends Member<T, M>> Chart<Source, Natural> of(ExponentialFamily<T, M> family) {
        return Chart.of(
                s -> family.of(s.toArray()).natural(), t -> family.member(t).source(), s -> {
                    double[][] identity = new double[s.size()][s.size()];
                    for (int i = 0; i < identity.length; i++) {
                        identity[i][i] = 1;
                    }
                    return identity;
                });
    }
}
