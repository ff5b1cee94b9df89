package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class GradientCheckTest {
    private static final Vec<Weights> X = Vec.of(0.5, 0.25, 0.15, 0.1);

    /** The race with an entry of its differential changed. */
    private static Objective<Weights, Differential<Weights>> wrong(int entry, double factor) {
        Objective<Weights, Differential<Weights>> race = Problems.race();
        return Objective.of(4, race::value, x -> {
            double[] g = race.gradient(x).toArray();
            g[entry] *= factor;
            return Vec.of(g);
        });
    }

    @Test
    void rightDifferentialsPassWithSlopeTwo() {
        for (Objective<Weights, Differential<Weights>> f :
                java.util.List.of(Problems.race(), Problems.bowl(3, 1, 2, 3, 4))) {
            GradientCheck check = GradientCheck.of(f, X);
            assertTrue(check.passed(), check.toString());
            assertEquals(2, check.slope(), 0.1, check.toString());
            // The quotients are sharp, so that a pass means something.
            assertTrue(check.expected().error() < 1e-8, check.toString());
        }
        assertTrue(GradientCheck.of(Problems.design(), Problems.uniform(6)).passed());
    }

    @Test
    void aWrongEntryIsNamedDownToATenMillionth() {
        for (double error : new double[] {-2, 0.5, 1e-3, 1e-7}) {
            GradientCheck check = GradientCheck.of(wrong(2, 1 + error), X);
            assertFalse(check.passed(), check.toString());
            assertEquals(2, check.entry());
            assertTrue(check.toString().contains("entry 2 is stated as"), check.toString());
        }
        assertEquals(1, GradientCheck.of(wrong(2, -1), X).slope(), 0.1);
    }

    @Test
    void aFormulaByAutomaticDifferentiationDecidesToo() {
        GradientCheck right = GradientCheck.against(Problems.race(), GradientCheckTest::race, X);
        assertTrue(right.passed(), right.toString());
        GradientCheck off = GradientCheck.against(wrong(1, 1 + 1e-8), GradientCheckTest::race, X);
        assertFalse(off.passed(), off.toString());
        assertEquals(1, off.entry());
    }

    private static DerivativeStructure race(DerivativeStructure[] w) {
        DerivativeStructure sum = w[0].getField().getZero();
        for (int i = 0; i < w.length; i++) {
            sum = sum.subtract(w[i].multiply(Problems.ODDS[i]).log().multiply(Problems.RACE[i]));
        }
        return sum;
    }

    @Test
    void aLinearFunctionHasNoSlopeAndANarrowDomainIsRespected() {
        Objective<Weights, Differential<Weights>> linear =
                Objective.of(2, x -> 3 * x.get(0) - x.get(1), x -> Vec.of(3, -1));
        GradientCheck check = GradientCheck.of(linear, Vec.of(1, 2));
        assertTrue(check.passed() && check.slope() == Double.POSITIVE_INFINITY, check.toString());
        // √(1 − x²) close to the end of its domain, refused by +∞ and by an exception.
        for (boolean refuses : new boolean[] {false, true}) {
            Objective<Weights, Differential<Weights>> arc = Objective.of(
                    1,
                    x -> {
                        double square = 1 - x.get(0) * x.get(0);
                        if (!(square >= 0) && refuses) {
                            throw new DomainException("x", x, "in [−1, 1]");
                        }
                        return square >= 0 ? -Math.sqrt(square) : Double.POSITIVE_INFINITY;
                    },
                    x -> Vec.of(x.get(0) / Math.sqrt(1 - x.get(0) * x.get(0))));
            GradientCheck close = GradientCheck.of(arc, Vec.of(0.999));
            assertTrue(close.passed(), close.toString());
        }
    }

    @Test
    void pointsWithoutAFiniteDifferentialAreRefused() {
        assertThrows(DomainException.class, () -> GradientCheck.of(Problems.race(), Vec.of(0.5, 0.5, 0, 0)));
        assertThrows(DomainException.class, () -> GradientCheck.of(Problems.race(), Vec.of(0.5, 0.5)));
    }
}
