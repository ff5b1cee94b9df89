package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ExponentialIntegralTest {
    @Test
    void scaledMatchesTable() {
        ReferenceTable.of("exponential-integral-scaled").unary(ExponentialIntegral::scaled, 2e-15);
    }

    @Test
    void scaledPlusLogMatchesTable() {
        ReferenceTable.of("exponential-integral-scaled-plus-log")
                .vector(a -> ExponentialIntegral.scaledPlusLog(a[0]), (x, y) -> Math.max(1, Math.abs(y)), 1e-15);
    }

    @Test
    void outsideTheDomainIsNaN() {
        for (double x : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertTrue(Double.isNaN(ExponentialIntegral.scaled(x)));
            assertTrue(Double.isNaN(ExponentialIntegral.scaledPlusLog(x)));
        }
        assertEquals(-0.5772156649015329, ExponentialIntegral.scaledPlusLog(Double.MIN_VALUE));
    }
}
