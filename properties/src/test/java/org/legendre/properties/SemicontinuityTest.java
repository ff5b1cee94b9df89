package org.legendre.properties;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.divergence.Divergences;
import org.legendre.properties.FiniteDivergenceSubject.Finiteness;

/** What the law of semicontinuity tells apart although no finite distance from the boundary is a limit. */
class SemicontinuityTest {
    private static final double[] HALVES = {0.5, 0.5, 0};
    private static final double[] ELSEWHERE = {0.5, 0, 0.5};

    @Test
    void growthThatComesToRestInSightIsNoInfinity() {
        double[] p = {1.0800249583553523E-12, 0.9999999999986926, 1.1368683772161603E-13, 1.1368683772161603E-13};
        double[] q = {0.9999999965325514, 0, 1.7337242752546445E-9, 1.7337242752546445E-9};
        FiniteDivergenceSubject renyi = FiniteDivergenceSubject.of(
                "Rényi of order 0.9",
                (x, y) -> Divergences.renyi(Probabilities.of(x), Probabilities.of(y), 0.9),
                Finiteness.UNLESS_DISJOINT);
        assertFalse(BoundaryLaws.limit(renyi, p, q).violated());
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e-4, 1e-3, 0.01, 0.1})
    void convergenceLikeASmallPowerIsNoInfinity(double power) {
        assertFalse(BoundaryLaws.limit(
                        onlyFirst(log -> -Math.expm1(-power * log), 1, Finiteness.ALWAYS), HALVES, ELSEWHERE)
                .violated());
    }

    @Test
    void slowGrowthIsSeenWhereAFiniteValueIsGiven() {
        assertTrue(accusesFinite(log -> log));
        assertTrue(accusesFinite(Math::sqrt));
        assertTrue(accusesFinite(Math::log1p));
    }

    @Test
    void slowGrowthIsEnoughWhereInfinityIsGiven() {
        assertFalse(accusesInfinite(log -> log));
        assertFalse(accusesInfinite(Math::sqrt));
        assertFalse(accusesInfinite(Math::log1p));
        assertTrue(accusesInfinite(log -> -Math.expm1(-0.01 * log)));
        assertTrue(accusesInfinite(log -> 1 - 1 / log));
    }

    private static boolean accusesFinite(DoubleUnaryOperator growth) {
        return BoundaryLaws.limit(onlyFirst(growth, 1, Finiteness.ALWAYS), HALVES, ELSEWHERE)
                .violated();
    }

    private static boolean accusesInfinite(DoubleUnaryOperator growth) {
        return BoundaryLaws.limit(
                        onlyFirst(growth, Double.POSITIVE_INFINITY, Finiteness.FIRST_IN_SECOND), HALVES, ELSEWHERE)
                .violated();
    }

    /** A function of log 1/q for the second class, and a value where q = 0. */
    private static FiniteDivergenceSubject onlyFirst(DoubleUnaryOperator growth, double atZero, Finiteness finiteness) {
        return FiniteDivergenceSubject.of(
                "growth", (p, q) -> q[1] == 0 ? atZero : growth.applyAsDouble(-Math.log(q[1])), finiteness);
    }
}
