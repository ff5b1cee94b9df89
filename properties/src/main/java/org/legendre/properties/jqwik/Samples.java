package org.legendre.properties.jqwik;

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
     * @return samples, about as many of each kind
     */
    public static Arbitrary<Sample> of(Domain domain, List<Spread> spreads) {
        return Arbitraries.oneOf(
                spreads.stream().map(spread -> of(domain.size(), spread)).toList());
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
        };
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
