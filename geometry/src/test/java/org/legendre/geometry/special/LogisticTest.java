package org.legendre.geometry.special;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class LogisticTest {

    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void logisticMatchesTable() {
        ReferenceTable.of("logistic").unary(Logistic::logistic, 5e-16);
    }

    @Test
    void logitMatchesTable() {
        ReferenceTable.of("logit").unary(Logistic::logit, 6e-16);
    }

    @Test
    void log1pexpMatchesTable() {
        ReferenceTable.of("log1pexp").unary(Logistic::log1pexp, 5e-16);
    }

    @Test
    void ends() {
        assertEquals(0, Logistic.logistic(-INFINITY));
        assertEquals(1, Logistic.logistic(INFINITY));
        assertEquals(Double.NaN, Logistic.logistic(Double.NaN));
        assertEquals(-INFINITY, Logistic.logit(0));
        assertEquals(INFINITY, Logistic.logit(1));
        assertEquals(Double.NaN, Logistic.logit(Math.nextUp(1.0)));
        assertEquals(Double.NaN, Logistic.logit(-1e-300));
        assertEquals(0, Logistic.log1pexp(-INFINITY));
        assertEquals(INFINITY, Logistic.log1pexp(INFINITY));
        assertEquals(Double.NaN, Logistic.log1pexp(Double.NaN));
    }
}
