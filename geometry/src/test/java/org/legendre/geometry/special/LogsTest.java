package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogsTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void log1pmxMatchesTable() {
        ReferenceTable.of("log1pmx").unary(Logs::log1pmx, 8e-16);
    }

    @Test
    void xm1mlogxMatchesTable() {
        ReferenceTable.of("xm1mlogx").unary(Logs::xm1mlogx, 8e-16);
    }

    @Test
    void itakuraSaitoTermMatchesTable() {
        ReferenceTable.of("itakura-saito-term").binary(Logs::itakuraSaitoTerm, 1.2e-15);
    }

    @Test
    void logRatioMatchesTable() {
        ReferenceTable.of("log-ratio").binary(Logs::logRatio, 4e-16);
    }

    @Test
    void relativeEntropyTermMatchesTable() {
        ReferenceTable.of("relative-entropy-term").binary(Logs::relativeEntropyTerm, 1.2e-15);
    }

    @Test
    void logSumExpMatchesTable() {
        ReferenceTable.of("log-sum-exp")
                .vector(
                        x -> Logs.logSumExp(x, 0, x.length),
                        (max, result) -> Math.max(1, Math.max(Math.abs(max), Math.abs(result))),
                        4.5e-16);
    }

    @Test
    void ends() {
        assertEquals(-INFINITY, Logs.log1pmx(-1));
        assertEquals(-INFINITY, Logs.log1pmx(INFINITY));
        assertEquals(0, Logs.xmlog1p(0));
        assertEquals(0.5e-20, Logs.xmlog1p(1e-10), 1e-30);
        assertEquals(Double.NaN, Logs.log1pmx(-1.5));
        assertEquals(Double.NaN, Logs.log1pmx(Double.NaN));
        assertEquals(INFINITY, Logs.xm1mlogx(0));
        assertEquals(0, Logs.xm1mlogx(1));
        assertEquals(Double.NaN, Logs.xm1mlogx(-1));
        assertEquals(INFINITY, Logs.itakuraSaitoTerm(1e200, 1e-200));
        assertEquals(0, Logs.itakuraSaitoTerm(7, 7));
        assertEquals(0, Logs.relativeEntropyTerm(7, 7));
        assertEquals(Double.NaN, Logs.itakuraSaitoTerm(0, 1));
        assertEquals(Double.NaN, Logs.itakuraSaitoTerm(1, INFINITY));
        assertEquals(Double.NaN, Logs.logRatio(-1, 1));
    }

    @Test
    void relativeEntropyTermAtTheBoundary() {
        assertEquals(0, Logs.relativeEntropyTerm(0, 0));
        assertEquals(2.5, Logs.relativeEntropyTerm(0, 2.5));
        assertEquals(INFINITY, Logs.relativeEntropyTerm(Double.MIN_VALUE, 0));
        assertEquals(Double.NaN, Logs.relativeEntropyTerm(-1, 1));
        assertEquals(Double.NaN, Logs.relativeEntropyTerm(1, Double.NaN));
        assertEquals(1e300, Logs.relativeEntropyTerm(1e-300, 1e300));
        // (4 log 4 − 3)/4 of the largest double: p log(p/q) alone would overflow.
        double term = Logs.relativeEntropyTerm(Double.MAX_VALUE, Double.MAX_VALUE / 4);
        assertEquals(0.6362943611198906, term / Double.MAX_VALUE, 1e-15);
        assertTrue(Logs.relativeEntropyTerm(3e-310, 1e-310) > 0);
    }

    /** 0 and 10⁵ times log 0.1, and as many terms that grow: what the additions of the sum lose, one after the other, is put back. */
    @Test
    void logSumExpOfManyTermsDoesNotDrift() {
        int n = 100_000;
        double[] equal = new double[n + 1];
        Arrays.fill(equal, 1, n + 1, Math.log(0.1));
        double[] growing =
                IntStream.rangeClosed(-n, 0).mapToDouble(i -> 1e-3 * i).toArray();
        for (double[] x : new double[][] {equal, growing}) {
            BigDecimal sum = BigDecimal.ZERO;
            for (double exponent : x) {
                sum = sum.add(new BigDecimal(Math.exp(exponent)));
            }
            double expected = Math.log(sum.doubleValue());
            assertEquals(expected, Logs.logSumExp(x, 0, x.length), 4.5e-16 * expected);
        }
    }

    @Test
    void logSumExpOfDegenerateRanges() {
        assertEquals(-INFINITY, Logs.logSumExp(new double[0], 0, 0));
        assertEquals(-INFINITY, Logs.logSumExp(new double[] {-INFINITY, -INFINITY}, 0, 2));
        assertEquals(INFINITY, Logs.logSumExp(new double[] {1, INFINITY}, 0, 2));
        assertEquals(3, Logs.logSumExp(new double[] {9, 3, -INFINITY, 9}, 1, 3));
        assertEquals(Double.NaN, Logs.logSumExp(new double[] {1, Double.NaN}, 0, 2));
        assertEquals(Double.NaN, Logs.logSumExp(new double[] {Double.NaN, 1}, 0, 2));
        assertEquals(Double.NaN, Logs.logSumExp(new double[] {INFINITY, Double.NaN}, 0, 2));
        assertEquals(Double.NaN, Logs.logSumExp(new double[] {-INFINITY, Double.NaN, -INFINITY}, 0, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> Logs.logSumExp(new double[2], 1, 3));
    }
}
