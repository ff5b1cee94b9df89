package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.Test;

class BesselTest {

    @Test
    void logarithmsMatchTheirTables() {
        ReferenceTable.of("normalized-bessel-log").binary(NormalizedBessel::log, 2e-15);
        ReferenceTable.of("normalized-bessel-log-scaled").binary(NormalizedBessel::logScaled, 2e-15);
        ReferenceTable.of("bessel-i-log-scaled").binary(BesselI::logScaled, 5e-15);
    }

    @Test
    void theRatioItsComplementAndItsDerivativeMatchTheirTables() {
        ReferenceTable.of("bessel-ratio").binary(BesselRatio::value, 3e-15);
        ReferenceTable.of("bessel-ratio-complement").binary(BesselRatio::complement, 3e-15);
        ReferenceTable.of("bessel-ratio-derivative").binary(BesselRatio::derivative, 3e-15);
    }

    @Test
    void theInverseRatioMatchesItsTables() {
        ReferenceTable.of("inverse-bessel-ratio").binary(InverseBesselRatio::value, 5e-15);
        ReferenceTable.of("inverse-bessel-ratio-complement").binary(InverseBesselRatio::ofComplement, 5e-15);
    }

    /** Next to ν = −½ 1 − A falls like e^(−2x) and then like 1/x: Newton's steps leave their bracket at the first of these, or go round in circles. */
    @Test
    void theInverseRatioIsFoundNextToTheOrderWhereItIsFarFromLinear() {
        double[][] rows = {
            {-0.49999999999999983, 6.198217055890148E-16},
            {-0.4999999996725205, 1.1714180655702065E-10},
            {-0.4999999999999991, 3.970749424703723E-14},
            {-0.49999999999839984, 8.871005157455137E-13},
            {-0.4999999999999995, 4.875866087029089E-17},
            {-0.4999999935466799, 2.1759721634279444E-9},
        };
        for (double[] row : rows) {
            double x = InverseBesselRatio.ofComplement(row[0], row[1]);
            assertEquals(row[1], BesselRatio.complement(row[0], x), 1e-13 * row[1], "ν = " + row[0]);
        }
    }

    @Test
    void theBregmanDivergenceMatchesItsTable() {
        ReferenceTable.of("normalized-bessel-bregman")
                .ternary(x -> NormalizedBesselDivergence.bregman(x[0], x[1], x[2]), 1e-14);
    }

    @Test
    void theJensenDivergenceIsSymmetricAndTheDifferenceOfItsThreeValues() {
        for (double order : new double[] {0, 0.5, 249}) {
            for (double alpha : new double[] {0.01, 0.5, 0.75}) {
                double a = 3;
                double b = 200;
                double expected = alpha * NormalizedBessel.log(order, a)
                        + (1 - alpha) * NormalizedBessel.log(order, b)
                        - NormalizedBessel.log(order, alpha * a + (1 - alpha) * b);
                double actual = NormalizedBesselDivergence.jensen(order, a, b, alpha, 1 - alpha);
                assertEquals(expected, actual, 1e-12 * NormalizedBessel.log(order, b));
                assertEquals(actual, NormalizedBesselDivergence.jensen(order, b, a, 1 - alpha, alpha), 1e-14 * actual);
            }
            assertEquals(0, NormalizedBesselDivergence.jensen(order, 5, 5, 0.5, 0.5));
            assertEquals(0, NormalizedBesselDivergence.bregman(order, 5, 5));
        }
    }

    @Test
    void theExpansionsMeetTheSeriesWhereTheyTakeOver() {
        for (double order : new double[] {-0.49, -0.1, 0, 3, 20, 31.9}) {
            double x = Math.sqrt(32 * 32 - order * order);
            for (DoubleBinaryOperator f : new DoubleBinaryOperator[] {
                BesselRatio::value,
                BesselRatio::complement,
                BesselRatio::derivative,
                NormalizedBessel::log,
                NormalizedBessel::logScaled,
                BesselI::logScaled
            }) {
                double below = f.applyAsDouble(order, x * (1 - 1e-13));
                assertEquals(below, f.applyAsDouble(order, x * (1 + 1e-13)), 4e-12 * Math.abs(below));
            }
        }
    }

    @Test
    void atZeroAreTheLimits() {
        for (double order : new double[] {-0.5, -0.2, 0, 0.5, 1e4, 1e300}) {
            assertEquals(0, NormalizedBessel.log(order, 0));
            assertEquals(0, NormalizedBessel.logScaled(order, 0));
            assertEquals(0, BesselRatio.value(order, 0));
            assertEquals(1, BesselRatio.complement(order, 0));
            assertEquals(0.5 / (order + 1), BesselRatio.derivative(order, 0), 1e-15 / (order + 1));
            assertEquals(0, InverseBesselRatio.value(order, 0));
            assertEquals(0, InverseBesselRatio.ofComplement(order, 1));
        }
        assertEquals(0, BesselI.logScaled(0, 0));
        assertEquals(Double.NEGATIVE_INFINITY, BesselI.logScaled(2, 0));
        assertEquals(Double.NEGATIVE_INFINITY, BesselI.logScaled(200, 0));
        assertEquals(Double.POSITIVE_INFINITY, BesselI.logScaled(-0.2, 0));
    }

    @Test
    void outsideTheDomainIsNaN() {
        double[][] bad = {
            {-0.51, 1},
            {Double.NaN, 1},
            {Double.POSITIVE_INFINITY, 1},
            {0, -1},
            {0, Double.NaN},
            {0, Double.POSITIVE_INFINITY}
        };
        for (double[] b : bad) {
            assertTrue(Double.isNaN(NormalizedBessel.log(b[0], b[1])));
            assertTrue(Double.isNaN(NormalizedBessel.logScaled(b[0], b[1])));
            assertTrue(Double.isNaN(BesselI.logScaled(b[0], b[1])));
            assertTrue(Double.isNaN(BesselRatio.value(b[0], b[1])));
            assertTrue(Double.isNaN(BesselRatio.complement(b[0], b[1])));
            assertTrue(Double.isNaN(BesselRatio.derivative(b[0], b[1])));
            assertTrue(Double.isNaN(NormalizedBesselDivergence.bregman(b[0], b[1], 1)));
            assertTrue(Double.isNaN(NormalizedBesselDivergence.jensen(b[0], b[1], 1, 0.5, 0.5)));
        }
        for (double a : new double[] {-0.1, 1, Double.NaN}) {
            assertTrue(Double.isNaN(InverseBesselRatio.value(0, a)));
            assertTrue(Double.isNaN(InverseBesselRatio.ofComplement(0, a == 1 ? 0 : a)));
        }
        assertTrue(Double.isNaN(InverseBesselRatio.value(-1, 0.5)));
        assertTrue(Double.isNaN(NormalizedBesselDivergence.jensen(0, 1, 2, 2, -1)));
        assertTrue(Double.isNaN(NormalizedBesselDivergence.bregman(-0.2, 1, 2)));
        assertEquals(Double.POSITIVE_INFINITY, InverseBesselRatio.ofComplement(1e10, 1e-300));
    }
}
