package org.legendre.properties.jqwik;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.RandomDistribution;
import org.legendre.geometry.Domain;
import org.legendre.properties.Law;
import org.legendre.properties.Sample;
import org.legendre.properties.Sample.Spread;

/** Arbitraries in the chart of a domain, whose values shrink towards the chart's origin and towards few digits. */
public final class Samples {
    /** Decimals of a chart coordinate: jqwik's own default of two would never make a near-equal pair. */
    private static final int DECIMALS = 15;

    private static final double REACH = 4;
    /** The decimal exponents of the coordinates that are pushed out, see {@link Spread#EXTREME}. */
    private static final double FAR = 2.362;

    private static final double HUGE = 100;
    /** So many coordinates, or a few more, of a point have edge cases of their own. */
    private static final int MOST = 4;

    private Samples() {}

    /**
     * Points of a domain.
     *
     * @param domain the domain
     * @return its points, as the chart's images of normal coordinates of standard deviation 1
     */
    public static Arbitrary<double[]> points(Domain domain) {
        return vectors(domain.size(), 1, DECIMALS).map(domain::fromChart).filter(domain::contains);
    }

    /**
     * Samples for laws, of the kinds that a law looks at.
     *
     * @param domain the domain
     * @param spreads the kinds, see {@link Law#spreads}
     * @return samples, about as many of each kind, with edge cases of each kind
     */
    public static Arbitrary<Sample> of(Domain domain, List<Spread> spreads) {
        int size = domain.size();
        Arbitrary<Sample> samples = Arbitraries.oneOf(
                spreads.stream().map(spread -> of(size, spread)).toList());
        return samples.edgeCases(cases -> {
            cases.filter(sample -> false);
            spreads.forEach(spread -> edges(size, spread).forEach(cases::add));
        });
    }

    /** The edge cases of a kind: the chart's origin, pairs 1e-9 and 1e-12 apart, and single coordinates at the ends of their range. */
    private static List<Sample> edges(int size, Spread spread) {
        double norm = Math.sqrt(2.0 / Math.max(2, size));
        List<Sample> edges = new ArrayList<>();
        switch (spread) {
            case MODERATE -> edges.add(edge(size, 0, 0, norm));
            case NEAR -> {
                edges.add(edge(size, 0, 0, 1e-9));
                edges.add(edge(size, 0, 0, 1e-12));
            }
            case WIDE -> {
                edges.add(edge(size, 0, 3, -3 * norm));
                edges.add(edge(size, size - 1, -3, 3 * norm));
            }
            case EXTREME -> {
                for (int i = 0; i < size; i += Math.max(1, size / MOST)) {
                    for (double reach : new double[] {20, -20, 230, -230}) {
                        edges.add(edge(size, i, reach, norm));
                        edges.add(edge(size, i, reach, 1e-6));
                    }
                    edges.add(edge(size, i, 1e-100, 1e-100));
                    edges.add(edge(size, i, 1e100, norm));
                }
            }
        }
        return edges;
    }

    /** 0 but for one coordinate, displaced in all, in a direction with both signs. */
    private static Sample edge(int size, int i, double reach, double displacement) {
        double[] point = new double[size];
        point[i] = reach;
        double[] step = new double[size];
        Arrays.setAll(step, k -> k % 2 == 0 ? displacement : -0.5 * displacement);
        double[] direction = new double[size];
        Arrays.setAll(direction, k -> k % 3 == 1 ? -0.5 : 1);
        return Sample.of(point, step, direction);
    }

    private static Arbitrary<Sample> of(int size, Spread spread) {
        double norm = Math.sqrt(2.0 / Math.max(2, size));
        Arbitrary<double[]> direction = vectors(size, 1, DECIMALS);
        return switch (spread) {
            case MODERATE ->
                Combinators.combine(vectors(size, norm, DECIMALS), vectors(size, norm, DECIMALS), direction)
                        .as(Sample::of);
            case WIDE ->
                Combinators.combine(
                                vectors(size, (1 + norm) * norm, DECIMALS),
                                vectors(size, (1 + 2 * norm) * norm, DECIMALS),
                                direction)
                        .as(Sample::of);
            // Six decimals before the shift: the displacement keeps its leading digits, and shrinks to few of them.
            case NEAR ->
                Combinators.combine(
                                vectors(size, norm, DECIMALS),
                                vectors(size, 1, 6),
                                direction,
                                Arbitraries.integers().between(3, 12).shrinkTowards(3))
                        .as((point, displacement, v, exponent) ->
                                Sample.of(point, scaled(displacement, point, Math.pow(10, -exponent)), v));
            case EXTREME -> extreme(size, norm, direction);
        };
    }

    private static Arbitrary<Sample> extreme(int size, double norm, Arbitrary<double[]> direction) {
        Arbitrary<Double> exponent = Arbitraries.oneOf(
                Arbitraries.doubles().between(0.5, FAR).ofScale(3).shrinkTowards(0.5),
                Arbitraries.doubles().between(FAR, HUGE).ofScale(3).shrinkTowards(FAR),
                Arbitraries.doubles().between(-HUGE, -3).ofScale(3).shrinkTowards(-3));
        return Combinators.combine(
                        vectors(size, norm, DECIMALS),
                        vectors(size, norm, DECIMALS),
                        direction,
                        Arbitraries.integers().between(0, size - 1),
                        exponent,
                        Arbitraries.of(1, -1),
                        Arbitraries.of(true, false),
                        Arbitraries.oneOf(
                                Arbitraries.just(0), Arbitraries.integers().between(3, 12)))
                .as((point, displacement, v, edge, power, sign, apart, nearness) -> {
                    double reach = Math.pow(10, power);
                    double[] far = point.clone();
                    far[edge] = sign * reach;
                    double[] step = displacement.clone();
                    for (int i = 0; i < size; i++) {
                        step[i] *= Math.pow(10, -nearness) * (i == edge && (apart || power < 0) ? reach : 1);
                    }
                    return Sample.of(far, step, v);
                });
    }

    private static double[] scaled(double[] displacement, double[] point, double factor) {
        double[] scaled = displacement.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factor * Math.max(1, Math.abs(point[i]));
        }
        return scaled;
    }

    private static Arbitrary<double[]> vectors(int size, double deviation, int decimals) {
        // jqwik refuses borders of more decimals than the values have.
        double border = Math.rint(REACH * deviation * 1e6) / 1e6;
        return Arbitraries.doubles()
                .between(-border, border)
                .ofScale(decimals)
                .shrinkTowards(0)
                // The biased default would pile the values up near 0. A border here is REACH standard deviations.
                .withDistribution(RandomDistribution.gaussian(REACH))
                // jqwik's edge cases, 0 and the last decimal, make no direction and no distinct pair.
                .withoutEdgeCases()
                .array(double[].class)
                .ofSize(size);
    }
}
