package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

class ObjectiveTest {
    /** (x₀² + 2)·eˣ¹ and its differential by hand. */
    private static final Objective<Weights, Differential<Weights>> HAND = Objective.of(
            2,
            x -> (x.get(0) * x.get(0) + 2) * Math.exp(x.get(1)),
            x -> Vec.of(2 * x.get(0) * Math.exp(x.get(1)), (x.get(0) * x.get(0) + 2) * Math.exp(x.get(1))));

    private static final Objective<Weights, Differential<Weights>> AUTOMATIC =
            Objective.smooth(2, x -> x[0].square().add(2).multiply(x[1].exp()));

    @Test
    void automaticDifferentiationAgreesWithTheHand() {
        for (double a : new double[] {-3, 0.5, 2}) {
            Vec<Weights> x = Vec.of(a, 0.7 * a);
            assertEquals(HAND.value(x), AUTOMATIC.value(x), 1e-15 * HAND.value(x));
            double[] hand = new double[2];
            double[] automatic = new double[2];
            assertEquals(HAND.value(x), HAND.gradient(x.toArray(), hand));
            assertEquals(AUTOMATIC.value(x), AUTOMATIC.gradient(x.toArray(), automatic), 1e-15 * HAND.value(x));
            for (int i = 0; i < 2; i++) {
                assertEquals(hand[i], automatic[i], 4e-15 * Math.abs(hand[i]));
                assertEquals(hand[i], HAND.gradient(x).get(i));
                assertEquals(automatic[i], AUTOMATIC.gradient(x).get(i));
            }
        }
        assertEquals(2, AUTOMATIC.size());
    }

    @Test
    void wrongLengthsAreRefused() {
        assertThrows(DomainException.class, () -> HAND.value(Vec.of(1)));
        assertThrows(DomainException.class, () -> AUTOMATIC.gradient(Vec.of(1, 2, 3)));
        assertThrows(DomainException.class, () -> Objective.<Weights, Differential<Weights>>smooth(0, x -> x[0]));
    }

    @Test
    void aNanDerivativeIsRefusedByTheTypedFace() {
        Objective<Weights, Differential<Weights>> root = Objective.smooth(1, x -> x[0].sqrt());
        assertThrows(DomainException.class, () -> root.gradient(Vec.of(-1)));
    }
}
