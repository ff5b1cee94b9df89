package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reference values: 60-digit (or finer) arithmetic from the definitions, at the binary64 value of the argument. */
class EntropyTermsTest {
    private static void assertRelative(double expected, double actual, double tolerance) {
        assertEquals(expected, actual, tolerance * Math.abs(expected));
    }

    @ParameterizedTest
    @CsvSource({
        "1e-10, 5.000000000166667031e-21",
        "-1e-10, 4.9999999998333336977e-21",
        "0.25, 0.034025416687741484073",
        "-0.25, 0.028800783071404868245",
        "0.5, 0.14872127070012814685",
        "-0.5, 0.1065306597126334236",
        "0.75, 0.36700001661267466855",
        "-0.75, 0.22236655274101470714",
        "3, 16.085536923187667741",
        "-40, 39.000000000000000004"
    })
    void exponentialLessItsTangent(double x, double expected) {
        assertRelative(expected, EntropyTerms.expm1mx(x), 4e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "1e-9, 5.0000000000000006236e-19",
        "0.1, 0.0050083668463568380288",
        "0.3, 0.045700541525312847767",
        "0.300001, 0.04570085104546651045",
        "0.7, 0.27043809275395439939",
        "0.999999, 0.69313942623120083873",
        "1, 0.69314718055994530942"
    })
    void jensenShannonOfAContrast(double w, double expected) {
        assertRelative(expected, EntropyTerms.jensenShannon(w), 3e-15);
        assertRelative(expected, EntropyTerms.jensenShannon(-w), 3e-15);
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.69314718055994530942",
        "1, 0.5822031088882179548",
        "-3, 0.1908649711064424014",
        "40, 1.7418252446695514808e-16",
        "700, 6.9116332571755993706e-302"
    })
    void binaryEntropyOfLogOdds(double x, double expected) {
        assertRelative(expected, EntropyTerms.binaryEntropy(x), 2e-15);
    }

    @Test
    void endsAreTheirLimits() {
        assertEquals(0, EntropyTerms.expm1mx(0));
        assertEquals(Double.POSITIVE_INFINITY, EntropyTerms.expm1mx(Double.POSITIVE_INFINITY));
        assertEquals(Double.POSITIVE_INFINITY, EntropyTerms.expm1mx(Double.NEGATIVE_INFINITY));
        assertEquals(0, EntropyTerms.binaryEntropy(Double.NEGATIVE_INFINITY));
        assertEquals(0, EntropyTerms.jensenShannon(0));
        assertTrue(Double.isNaN(EntropyTerms.jensenShannon(1.5)));
        assertTrue(Double.isNaN(EntropyTerms.expm1mx(Double.NaN)));
    }

    /** q − p (c + 1): at c = 31 the second term is 1e-12 of the first. */
    @Test
    void relativeEntropyOfFarLogarithms() {
        assertRelative(1 - 32 * Math.exp(-31), EntropyTerms.relativeEntropyTerm(-31, 0), 4e-16);
        assertRelative(1 - 31 * Math.exp(-30), EntropyTerms.relativeEntropyTerm(-30, 0), 4e-15);
        assertRelative(1 - 30 * Math.exp(-29), EntropyTerms.relativeEntropyTerm(-29, 0), 4e-15);
    }

    @Test
    void relativeEntropyOfZeros() {
        double zero = Double.NEGATIVE_INFINITY;
        assertEquals(0.25, EntropyTerms.relativeEntropyTerm(zero, Math.log(0.25)), 1e-16);
        assertEquals(0, EntropyTerms.relativeEntropyTerm(zero, zero));
        assertEquals(Double.POSITIVE_INFINITY, EntropyTerms.relativeEntropyTerm(-1, zero));
        // p log(p/q) - p + q with q/p beyond exp's range.
        assertEquals(Math.exp(-1), EntropyTerms.relativeEntropyTerm(-2000, -1));
    }
}
