package org.legendre.geometry;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DomainTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    private static final Domain MIXED =
            Domain.box(new double[] {-INFINITY, -1, -INFINITY, 2}, new double[] {INFINITY, INFINITY, 0.5, 5});

    private static final List<Domain> DOMAINS = List.of(
            Domain.reals(2),
            Domain.positive(3),
            Domain.negative(1),
            MIXED,
            Domain.product(Domain.reals(1), Domain.negative(2), Domain.box(new double[] {0}, new double[] {1})));

    private static final List<PackedCone> CONES = List.of(PackedCone.natural(2), PackedCone.expectation(3));

    @Test
    void chartsRoundTripFromAllOfSpaceIntoTheDomain() {
        SplittableRandom random = new SplittableRandom(11);
        for (Domain domain : DOMAINS) {
            for (int trial = 0; trial < 200; trial++) {
                double[] u = random.doubles(domain.size(), -8, 8).toArray();
                double[] x = domain.fromChart(u);
                assertEquals(Optional.empty(), domain.diagnose(x));
                assertArrayEquals(u, domain.toChart(x), 1e-11);
            }
        }
    }

    @Test
    void chartsOfConesRoundTripToo() {
        SplittableRandom random = new SplittableRandom(12);
        for (PackedCone cone : CONES) {
            for (int trial = 0; trial < 50; trial++) {
                double[] u = random.doubles(cone.size(), -1, 1).toArray();
                double[] x = cone.fromChart(u);
                assertEquals(Optional.empty(), cone.diagnose(x));
                assertArrayEquals(u, cone.toChart(x), 1e-13);
            }
        }
        // L = ((2, 0), (3, 5)): LLᵀ = ((4, 6), (6, 34)), and −θ has half of twice the entry off the diagonal.
        double[] u = {Math.log(2), 3, Math.log(5)};
        assertArrayEquals(new double[] {4, 6, 34}, PackedCone.expectation(2).fromChart(u), 1e-14);
        assertArrayEquals(new double[] {-4, -12, -34}, PackedCone.natural(2).fromChart(u), 1e-13);
    }

    @Test
    void theOriginOfTheChartIsAModeratePoint() {
        assertArrayEquals(new double[] {0, 0, -0.5, 3.5}, MIXED.fromChart(new double[4]), 1e-15);
        assertArrayEquals(new double[] {1, 1}, Domain.positive(2).fromChart(new double[2]));
        assertArrayEquals(new double[] {-1}, Domain.negative(1).fromChart(new double[1]));
    }

    @Test
    void theChartIsIncreasingAndAccurateNearTheEnds() {
        Domain unit = Domain.box(new double[] {0}, new double[] {1});
        assertEquals(1, unit.fromChart(new double[] {-300})[0] / Math.exp(-300), 1e-15);
        assertEquals(-300, unit.toChart(new double[] {Math.exp(-300)})[0], 1e-12);
        double previous = 0;
        for (double u = -30; u <= 30; u += 0.25) {
            double x = unit.fromChart(new double[] {u})[0];
            assertEquals(1 / (1 + Math.exp(-u)), x, 1e-15);
            assertTrue(x > previous);
            previous = x;
        }
    }

    @Test
    void diagnosesSpeakInWords() {
        assertEquals(Optional.of("entry 1 is -1.0, not in (-1, ∞)"), MIXED.diagnose(new double[] {0, -1, 0, 3}));
        assertEquals(Optional.of("entry 2 is 0.5, not in (−∞, 0.5)"), MIXED.diagnose(new double[] {0, 0, 0.5, 3}));
        assertEquals(Optional.of("entry 3 is 5.0, not in (2, 5)"), MIXED.diagnose(new double[] {0, 0, 0, 5}));
        assertEquals(Optional.of("length 3 instead of 4"), MIXED.diagnose(new double[3]));
        assertEquals(
                Optional.of("entry 1 is 1.0, not in (−∞, 0), counting from coordinate 1"),
                DOMAINS.get(4).diagnose(new double[] {0, -1, 1, 0.5}));
    }

    @Test
    void whatIsNotFiniteIsOutsideEveryDomain() {
        for (Domain domain : Stream.concat(DOMAINS.stream(), CONES.stream()).toList()) {
            for (int i = 0; i < domain.size(); i++) {
                for (double bad : new double[] {Double.NaN, INFINITY, -INFINITY}) {
                    double[] x = domain.fromChart(new double[domain.size()]);
                    x[i] = bad;
                    assertTrue(!domain.contains(x), domain + " at " + i + " with " + bad);
                    assertThrows(DomainException.class, () -> domain.require("x", x));
                    assertThrows(DomainException.class, () -> domain.toChart(x));
                }
            }
            double[] longer = new double[domain.size() + 1];
            assertTrue(!domain.contains(longer));
            assertThrows(DomainException.class, () -> domain.fromChart(longer));
            assertThrows(DomainException.class, () -> domain.toChart(longer));
        }
    }

    @Test
    void requirePrintsTheQuantityTheValueAndTheDomain() {
        double[] good = {2};
        assertArrayEquals(good, Domain.positive(1).require("rate", good));
        DomainException refusal = assertThrows(
                DomainException.class, () -> Domain.positive(1).require("rate", new double[] {Double.NaN}));
        assertEquals("rate = [NaN], expected a point of (0, ∞) (entry 0 is NaN, not in (0, ∞))", refusal.getMessage());
    }

    @Test
    void printsItsIntervals() {
        assertEquals("(0, ∞)^3", Domain.positive(3).toString());
        assertEquals(
                "(0, 1) × (2, 3)^2",
                Domain.box(new double[] {0, 2, 2}, new double[] {1, 3, 3}).toString());
        assertEquals("(−∞, ∞) × (-1, ∞) × (−∞, 0.5) × (2, 5)", MIXED.toString());
        assertEquals(
                "(0, 1.0E300)",
                Domain.box(new double[] {0}, new double[] {1e300}).toString());
    }

    @Test
    void emptyIntervalsAndNegativeDimensionsAreRefused() {
        assertThrows(DomainException.class, () -> Domain.box(new double[] {1}, new double[] {1}));
        assertThrows(DomainException.class, () -> Domain.box(new double[] {Double.NaN}, new double[] {1}));
        assertThrows(DomainException.class, () -> Domain.box(new double[] {0}, new double[] {1, 2}));
        assertThrows(DomainException.class, () -> Domain.reals(-1));
        assertEquals(0, Domain.reals(0).size());
        assertThrows(DomainException.class, () -> Domain.positive(-1));
        assertThrows(DomainException.class, () -> Domain.negative(-1));
    }
}
