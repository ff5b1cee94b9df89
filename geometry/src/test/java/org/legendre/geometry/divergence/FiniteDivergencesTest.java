package org.legendre.geometry.divergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Categorical;

/** Divergences with an order, and of many distributions. Reference values: the definitions in 60-digit arithmetic (mpmath). */
class FiniteDivergencesTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LOG_2 = Math.log(2);
    private static final Probabilities P = Probabilities.of(0.125, 0.25, 0.625);
    private static final Probabilities Q = Probabilities.of(0.5, 0.375, 0.125);
    private static final double H = 0x1p-40;
    private static final Probabilities NEAR = Probabilities.of(0.25, 0.25, 0.5);
    private static final Probabilities NEARBY = Probabilities.of(0.25 + H, 0.25 - H, 0.5);
    private static final double[] ORDERS = {0, 0.25, 0.5, 1, 2, 3, 40, INFINITY};

    private static void assertRelative(double expected, double actual) {
        assertEquals(expected, actual, 2e-14 * expected);
    }

    @Test
    void renyiOfEveryOrder() {
        double[] far = {
            0,
            0.17147104254158593,
            0.3589838119842907,
            0.7312456231042853,
            1.2008429113170083,
            1.3782272441807935,
            1.5973865373252354,
            1.6094379124341005
        };
        double kl = 3.3087224502121107e-24;
        double[] near = {0, kl / 4, kl / 2, kl, 2 * kl, 3 * kl, 40 * kl, 3.63797880709833e-12};
        for (int i = 0; i < ORDERS.length; i++) {
            assertRelative(far[i], Divergences.renyi(P, Q, ORDERS[i]));
            assertRelative(near[i], Divergences.renyi(NEAR, NEARBY, ORDERS[i]));
            if (ORDERS[i] < INFINITY) {
                assertEquals(
                        Divergences.renyi(new Categorical(P), new Categorical(Q), ORDERS[i]),
                        Divergences.renyi(P, Q, ORDERS[i]));
            }
        }
    }

    @Test
    void renyiWithoutAbsoluteContinuity() {
        Probabilities p = Probabilities.of(0.5, 0.5, 0);
        Probabilities q = Probabilities.of(0.25, 0.5, 0.25);
        assertRelative(-Math.log(0.75), Divergences.renyi(p, q, 0));
        assertRelative(LOG_2, Divergences.renyi(p, q, INFINITY));
        for (double order : ORDERS) {
            assertEquals(order >= 1, Divergences.renyi(q, p, order) == INFINITY, "order " + order);
            assertEquals(
                    INFINITY,
                    Divergences.renyi(Probabilities.of(1, 0), Probabilities.of(0, 1), order),
                    "order " + order);
            assertEquals(0, Divergences.renyi(p, p, order), "order " + order);
        }
        Probabilities logits = Probabilities.ofLogits(0, -800);
        Probabilities other = Probabilities.ofLogits(-900, 0);
        assertRelative(900, Divergences.renyi(logits, other, INFINITY));
        assertRelative(
                1e-9, Divergences.renyi(Probabilities.ofLogits(1e-9, 0), Probabilities.ofLogits(0, 1e-9), INFINITY));
        assertThrows(DomainException.class, () -> Divergences.renyi(P, Q, -0.5));
        assertThrows(DomainException.class, () -> Divergences.renyi(P, Q, Double.NaN));
    }

    @Test
    void othersWithAnOrder() {
        assertRelative(2.3229166666666665, Divergences.tsallis(P, Q, 2));
        assertRelative(0.328610569929258, Divergences.tsallis(P, Q, 0.5));
        assertEquals(Divergences.kl(P, Q), Divergences.tsallis(P, Q, 1));
        assertRelative(0.6436120554687033, Divergences.alpha(P, Q, 0.5));
        assertRelative(0.6858140488961011, Divergences.alpha(P, Q, -0.5));
        assertRelative(1.1614583333333333, Divergences.alpha(P, Q, -3));
        assertEquals(Divergences.alpha(P, Q, -5), Divergences.alpha(Q, P, 5));
        assertEquals(Divergences.kl(P, Q), Divergences.alpha(P, Q, -1));
        assertEquals(Divergences.kl(Q, P), Divergences.alpha(P, Q, 1));
        assertRelative(0.16430528496462904, Divergences.hellingerSquared(P, Q));
        assertRelative(Math.sqrt(0.16430528496462904), Divergences.hellinger(P, Q));
        assertRelative(0.3589838119842907 / 2, Divergences.bhattacharyya(P, Q));
        assertRelative(0.5, Divergences.totalVariation(P, Q));
        assertRelative(2.3229166666666665, Divergences.chiSquared(P, Q));
        Chernoff chernoff = Divergences.chernoff(P, Q);
        assertRelative(
                Divergences.chernoff(new Categorical(P), new Categorical(Q)).information(), chernoff.information());
        assertThrows(DomainException.class, () -> Divergences.alpha(P, Q, INFINITY));
        assertThrows(DomainException.class, () -> Divergences.tsallis(P, Q, -1));
    }

    @Test
    void jensenShannonOfMany() {
        Probabilities weights = Probabilities.of(0.25, 0.25, 0.5);
        Probabilities third = Probabilities.of(0, 0.5, 0.5);
        assertRelative(0.20244667949202919, Divergences.jensenShannon(weights, List.of(P, Q, third)));
        assertRelative(
                8.271806125530277e-25,
                Divergences.jensenShannon(weights, List.of(NEAR, NEARBY, Probabilities.of(0.25, 0.25 - H, 0.5 + H))));
        assertRelative(
                Divergences.jensenShannon(P, Q), Divergences.jensenShannon(Probabilities.uniform(2), List.of(P, Q)));
        assertEquals(0, Divergences.jensenShannon(weights, List.of(P, P, P)));
        assertEquals(0, Divergences.jensenShannon(Probabilities.of(0, 0, 1), List.of(P, Q, third)));
    }

    @Test
    void jensenShannonOfManyIsAtMostTheEntropyOfTheWeights() {
        Probabilities weights = Probabilities.of(0.2, 0.3, 0.5);
        List<Probabilities> apart =
                List.of(Probabilities.of(1, 0, 0), Probabilities.of(0, 1, 0), Probabilities.of(0, 0, 1));
        assertEquals(weights.entropy(), Divergences.jensenShannon(weights, apart));
        List<Probabilities> nearly = List.of(
                Probabilities.of(1 - 1e-15, 1e-15, 0),
                Probabilities.of(0, 1 - 1e-16, 1e-16),
                Probabilities.of(0, 1e-17, 1));
        assertTrue(Divergences.jensenShannon(weights, nearly) <= weights.entropy());
        assertThrows(DomainException.class, () -> Divergences.jensenShannon(weights, List.of(P, Q)));
        assertThrows(
                DomainException.class,
                () -> Divergences.jensenShannon(weights, List.of(P, Q, Probabilities.uniform(2))));
    }

    /** A far distribution of a tiny weight does not spoil what the near ones are made of. */
    @Test
    void aFarDistributionOfTinyWeight() {
        double tiny = 0x1p-80;
        Probabilities far = Probabilities.of(0.9, 0.05, 0.05);
        Probabilities near = Probabilities.of(0.05, 0.25, 0.7);
        Probabilities weights = Probabilities.of(tiny, 0.5, 0.5);
        Probabilities nearby = Probabilities.of(0.05 + 1e-12, 0.25 - 1e-12, 0.7);
        double pair = Divergences.jensenShannon(near, nearby);
        // KL(P‖M) of the far one with its weight is all that it adds.
        double expected = pair + tiny * Divergences.kl(far, near);
        assertEquals(expected, Divergences.jensenShannon(weights, List.of(far, near, nearby)), 1e-11 * expected);
    }

    @Test
    void nearDistributionsOfUnroundNumbers() {
        Probabilities p = Probabilities.of(0.1, 0.2, 0.7);
        Probabilities q = Probabilities.of(0.1 + 1e-12, 0.2 - 1e-12, 0.7);
        assertRelative(
                Divergences.jensenShannon(p, q), Divergences.jensenShannon(Probabilities.uniform(2), List.of(p, q)));
    }

    /** The certain event has the ratio 1, whatever the roundings of the classes. */
    @Test
    void theLargestRatioIsNotBelowOne() {
        Probabilities p = Probabilities.of(0.5 - 1e-10, 0.5 - 1e-10);
        assertEquals(0, Divergences.renyi(p, Probabilities.of(0.5, 0.5), INFINITY));
    }

    /** Two certainties that differ in what is left over: ½(e⁻⁷³⁷ + e⁻⁷⁴⁰) − e^(−738.5) to the last subnormal digits, in 50-digit arithmetic. */
    @Test
    void whatIsLeftOverIsNotLost() {
        Probabilities p = Probabilities.ofLogits(0, -737);
        Probabilities q = Probabilities.ofLogits(0, -740);
        double expected = 514 * Double.MIN_VALUE; // 2.5388284962290391528e-321
        assertEquals(expected, Divergences.bhattacharyya(p, q), 2 * Double.MIN_VALUE);
        assertEquals(expected, Divergences.hellingerSquared(p, q), 2 * Double.MIN_VALUE);
        assertEquals(2 * expected, Divergences.renyi(p, q, 0.5), 4 * Double.MIN_VALUE);
    }
}
