package org.legendre.optimize.information;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.family.Support;
import org.legendre.geometry.family.Univariate;
import org.legendre.geometry.special.Quadrature;
import org.legendre.geometry.special.Sums;

/**
 * Nodes and weights of one double exponential rule for many integrals at once, of any sign: the line is cut around every peak of the two densities. The error is estimated by leaving out every other node.
 *
 * <p>Source: H. Takahasi and M. Mori, Double exponential formulas for numerical integration, Publ. RIMS 9 (1974), section 3.
 */
final class SharedNodes {
    private static final double STEP = 1.0 / 16;
    /** Nodes to each side of the middle; at the last the weight has died out. */
    private static final int FINITE = 56;

    private static final int INFINITE = 64;

    private final List<double[]> nodes = new ArrayList<>();

    private SharedNodes() {}

    static SharedNodes over(Support support, Univariate... densities) {
        if (support.lattice()) {
            throw new DomainException("support", support, "an interval: densities are fitted to densities");
        }
        double[] cuts = Stream.of(densities)
                .flatMap(density -> density.parts().stream())
                .flatMapToDouble(part -> DoubleStream.of(Quadrature.around(part.center(), part.spread())))
                .filter(x -> x > support.lower() && x < support.upper())
                .sorted()
                .distinct()
                .toArray();
        SharedNodes rule = new SharedNodes();
        double scale = cuts[cuts.length - 1] - cuts[0];
        for (int i = 1; i < cuts.length; i++) {
            rule.between(cuts[i - 1], cuts[i]);
        }
        rule.tail(cuts[cuts.length - 1], support.upper(), scale);
        rule.tail(cuts[0], support.lower(), scale);
        return rule;
    }

    private void between(double a, double b) {
        for (int k = -FINITE; k <= FINITE; k++) {
            double t = k * STEP;
            // The share of the piece between the node and its nearer end.
            double share = 1 / (1 + Math.exp(Math.PI * Math.sinh(Math.abs(t))));
            double x = t < 0 ? a + (b - a) * share : b - (b - a) * share;
            double weight = (b - a) * Math.PI * Math.cosh(t) * share * (1 - share) * STEP;
            nodes.add(new double[] {x, weight, Math.abs(k) % 2 == 0 ? 1 : 0});
        }
    }

    private void tail(double from, double to, double scale) {
        if (Double.isFinite(to)) {
            if (to > from) {
                between(from, to);
            } else {
                between(to, from);
            }
            return;
        }
        double sign = to > from ? 1 : -1;
        for (int k = -INFINITE; k <= INFINITE; k++) {
            double t = k * STEP;
            double distance = scale * Math.exp(0.5 * Math.PI * Math.sinh(t));
            double weight = distance * 0.5 * Math.PI * Math.cosh(t) * STEP;
            nodes.add(new double[] {from + sign * distance, weight, Math.abs(k) % 2 == 0 ? 1 : 0});
        }
    }

    /** What is to be integrated. */
    @FunctionalInterface
    interface Integrands {
        /** Their values at x; NaN never. */
        double[] at(double x);
    }

    /** Integrals, and how much each changes where half of the nodes are left out. */
    static final class Result {
        final double[] values;
        final double[] errors;

        Result(double[] values, double[] errors) {
            this.values = values;
            this.errors = errors;
        }
    }

    Result integrate(int count, Integrands integrands) {
        double[][] terms = new double[count][nodes.size()];
        double[] half = new double[count];
        for (int k = 0; k < nodes.size(); k++) {
            double[] node = nodes.get(k);
            double[] values = integrands.at(node[0]);
            for (int i = 0; i < count; i++) {
                terms[i][k] = values[i] == 0 ? 0 : node[1] * values[i];
                half[i] += 2 * node[2] * terms[i][k];
            }
        }
        double[] sums = Arrays.stream(terms).mapToDouble(Sums::sum).toArray();
        double[] errors = new double[count];
        Arrays.setAll(errors, i -> Math.abs(sums[i] - half[i]));
        return new Result(sums, errors);
    }
}
