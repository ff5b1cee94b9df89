package org.legendre.geometry.family;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;

/** What a new scale family costs its author, by the Maxwell distribution (of the speed of a molecule): density √(2/π) x²/a³ exp(−x²/2a²). */
class NewScaleFamilyTest {
    private record Maxwell(double scale) implements ScaleMember<Maxwell> {
        Maxwell {
            DomainException.requirePositive("scale", scale);
        }

        @Override
        public ExponentialFamily<Double, Maxwell> family() {
            return FAMILY;
        }

        @Override
        public Vec<Source> source() {
            return Vec.of(scale);
        }

        @Override
        public double logDensityAt(double x) {
            double z = x / scale;
            return x > 0 ? Math.log(z) * 2 - 0.5 * z * z - Math.log(scale) + 0.5 * Math.log(2 / Math.PI) : NONE;
        }

        @Override
        public double entropy() {
            return Math.log(scale * Math.sqrt(2 * Math.PI)) + EULER - 0.5;
        }

        @Override
        public Double sample(RandomGenerator random) {
            return scale * Math.hypot(Math.hypot(random.nextGaussian(), random.nextGaussian()), random.nextGaussian());
        }

        @Override
        public Support support() {
            return Support.POSITIVE;
        }

        @Override
        public double center() {
            return scale;
        }

        @Override
        public double spread() {
            return scale;
        }
    }

    private static final double NONE = Double.NEGATIVE_INFINITY;
    private static final double EULER = 0.5772156649015329;

    /** T(x) = x² is a gamma variable of shape 3/2 and rate 1/2a². */
    private static final ScaleFamily<Maxwell> FAMILY =
            new ScaleFamily<>("maxwell", List.of("scale"), new ScaleFamily.Kind(1.5, 0.5, -2, 2)) {
                @Override
                Maxwell at(double scale) {
                    return new Maxwell(scale);
                }

                @Override
                double distance(double x) {
                    return DomainException.requirePositive("observation", x);
                }

                @Override
                public double logBaseMeasure(Double x) {
                    return x > 0 ? 2 * Math.log(x) + Math.log(4 / Math.sqrt(Math.PI)) : NONE;
                }
            };

    /** Everything else is derived: here against quadrature. */
    @Test
    void aNewScaleFamilyHasEverythingElse() {
        Maxwell p = new Maxwell(2);
        Maxwell q = new Maxwell(3);
        assertEquals(1, LineIntegral.of(p, p::density), 1e-12);
        assertEquals(p.entropy(), LineIntegral.of(p, x -> -p.density(x) * finite(p.logDensity(x))), 1e-11);
        assertEquals(
                p.klTo(q), LineIntegral.of(p, x -> p.density(x) * finite(p.logDensity(x) - q.logDensity(x))), 1e-11);
        assertEquals(
                Math.exp(-p.skewedJensen(q, 0.3)),
                LineIntegral.of(p, x -> Math.exp(0.3 * p.logDensity(x) + 0.7 * q.logDensity(x))),
                1e-11);
        assertEquals(FAMILY.potential().bregman(q.natural(), p.natural()), p.klTo(q), 1e-15);
        assertEquals(12, p.expectation().get(0), 1e-14);
        assertEquals(Math.sqrt(6) * Math.log(1.5), p.fisherRaoTo(q), 1e-15);
        assertEquals(6 / 4.0, p.fisherInSource().toMatrix()[0][0], 1e-15);
        assertEquals(p, FAMILY.of(2));
        assertEquals(2, FAMILY.member(p.natural()).scale(), 1e-15);
        assertEquals(2, FAMILY.atExpectation(p.expectation()).scale(), 1e-15);
        double canonical =
                p.natural().dot(FAMILY.statistic(1.7)) - FAMILY.potential().value(p.natural());
        assertEquals(p.logDensity(1.7), canonical + FAMILY.logBaseMeasure(1.7), 1e-14);
        assertThrows(DomainException.class, () -> FAMILY.of(1, 2));
        assertThrows(DomainException.class, () -> new Maxwell(-1));
        List<Double> draws = new ArrayList<>();
        Random random = new Random(6);
        for (int i = 0; i < 20_000; i++) {
            draws.add(p.sample(random));
        }
        Maxwell fitted = FAMILY.maximumLikelihood(draws);
        // By Wilks's theorem 2n KL is χ² of one degree of freedom, beyond 20 in less than 1e-5.
        double ratio = 2 * draws.size() * fitted.klTo(p);
        assertTrue(ratio > 0 && ratio < 20, fitted + ": " + ratio);
    }

    private static double finite(double log) {
        return Double.isFinite(log) ? log : 0;
    }
}
