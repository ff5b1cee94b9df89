package org.legendre.geometry.divergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.special.Logs;

/** Reference values: the definitions in 60-digit arithmetic (mpmath). */
class FDivergenceTest {
    private static final double INFINITY = Double.POSITIVE_INFINITY;
    private static final double LOG_2 = Math.log(2);
    private static final Probabilities P = Probabilities.of(0.125, 0.25, 0.625);
    private static final Probabilities Q = Probabilities.of(0.5, 0.375, 0.125);
    private static final double H = 0x1p-40;
    private static final Probabilities NEAR = Probabilities.of(0.25, 0.25, 0.5);
    private static final Probabilities NEARBY = Probabilities.of(0.25 + H, 0.25 - H, 0.5);

    private static final List<FDivergence> SHIPPED = List.of(
            FDivergence.KL,
            FDivergence.REVERSE_KL,
            FDivergence.JEFFREYS,
            FDivergence.PEARSON,
            FDivergence.NEYMAN,
            FDivergence.HELLINGER_SQUARED,
            FDivergence.TOTAL_VARIATION,
            FDivergence.LE_CAM,
            FDivergence.JENSEN_SHANNON,
            FDivergence.alpha(0.5),
            FDivergence.alpha(-0.5),
            FDivergence.alpha(-3),
            FDivergence.alpha(-5));

    private static void assertAll(double[] expected, Probabilities p, Probabilities q) {
        for (int i = 0; i < expected.length; i++) {
            FDivergence f = SHIPPED.get(i);
            assertEquals(expected[i], f.between(p, q), 1e-14 * expected[i], f.name());
            assertEquals(expected[i], f.reversed().between(q, p), 1e-14 * expected[i], f.reversed()::name);
        }
    }

    @Test
    void farApart() {
        assertAll(
                new double[] {
                    0.7312456231042853,
                    0.6440168570462445,
                    1.3752624801505298,
                    2.3229166666666665,
                    1.5875,
                    0.16430528496462904,
                    0.5,
                    0.2916666666666667,
                    0.1574948239390047,
                    0.6436120554687033,
                    0.6858140488961011,
                    1.1614583333333333,
                    2.457320601851852
                },
                P,
                Q);
    }

    @Test
    void nearEqual() {
        double kl = 3.3087224502121107e-24;
        assertAll(
                new double[] {kl, kl, 2 * kl, 2 * kl, 2 * kl, kl / 4, 0x1p-40, kl / 2, kl / 4, kl, kl, kl, kl},
                NEAR,
                NEARBY);
    }

    @Test
    void nearEqualLogits() {
        Probabilities p = Probabilities.ofLogits(0, 1, -2);
        Probabilities q = Probabilities.ofLogits(0x1p-30, 1, -2 - 0x1p-31);
        // The first order of all of them; the second is 1e-10 of it.
        double kl = 9.096140978134002e-20;
        for (FDivergence f : SHIPPED) {
            double expected = f.between(NEAR, NEARBY) / FDivergence.KL.between(NEAR, NEARBY) * kl;
            if (f != FDivergence.TOTAL_VARIATION) {
                assertEquals(expected, f.between(p, q), 2e-9 * expected, f.name());
            }
        }
        assertEquals(kl, FDivergence.KL.between(p, q), 1e-14 * kl);
        assertEquals(2.2740352446827935e-20, FDivergence.JENSEN_SHANNON.between(p, q), 1e-34);
    }

    @Test
    void zerosTakeTheLimitsOfF() {
        Probabilities p = Probabilities.of(0.5, 0.5, 0);
        Probabilities q = Probabilities.of(0.5, 0.25, 0.25);
        assertAll(
                new double[] {
                    0.5 * LOG_2,
                    INFINITY,
                    INFINITY,
                    0.5,
                    INFINITY,
                    1 - 0.5 - Math.sqrt(0.125),
                    0.25,
                    0.5 * (0.0625 / 0.75 + 0.25),
                    0.25 * Math.log(4.0 / 3) + 0.125 * Math.log(2.0 / 3) + 0.125 * LOG_2
                },
                p,
                q);
        assertEquals(INFINITY, FDivergence.KL.between(q, p));
        assertEquals(INFINITY, FDivergence.PEARSON.between(q, p));
        assertEquals(0.25, FDivergence.TOTAL_VARIATION.between(q, p));
        for (FDivergence f : SHIPPED) {
            assertEquals(0, f.between(p, p), f.name());
            double apart = f.between(Probabilities.of(1, 0), Probabilities.of(0, 1));
            assertEquals(f.supremum(), apart, 2e-16 * f.supremum(), f.name());
        }
        assertEquals(1, FDivergence.HELLINGER_SQUARED.supremum());
        assertEquals(1, FDivergence.LE_CAM.supremum());
        assertEquals(LOG_2, FDivergence.JENSEN_SHANNON.supremum());
        assertEquals(4, FDivergence.alpha(0).supremum());
        assertEquals(INFINITY, FDivergence.alpha(-3).supremum());
    }

    @Test
    void whatUnderflowsIsNotZero() {
        Probabilities p = Probabilities.ofLogits(-800, 0);
        Probabilities q = Probabilities.ofLogits(0, -800);
        assertEquals(800, FDivergence.KL.between(p, q));
        assertEquals(800, FDivergence.REVERSE_KL.between(p, q));
        assertEquals(1600, FDivergence.JEFFREYS.between(p, q));
        assertEquals(1, FDivergence.TOTAL_VARIATION.between(p, q));
        assertEquals(1, FDivergence.HELLINGER_SQUARED.between(p, q), 1e-15);
        assertEquals(1, FDivergence.LE_CAM.between(p, q));
        assertEquals(LOG_2, FDivergence.JENSEN_SHANNON.between(p, q), 1e-15);
        // Though q underflows where p is 0, it is allowed there.
        Probabilities sure = Probabilities.of(1, 0);
        assertEquals(INFINITY, FDivergence.REVERSE_KL.between(sure, Probabilities.ofLogits(0, -800)));
        Probabilities tiny = Probabilities.ofLogits(0, -750);
        Probabilities less = Probabilities.ofLogits(0, -1000);
        // p²/q of the second class: e^(−1500 + 1000)
        assertEquals(Math.exp(-500), FDivergence.PEARSON.between(tiny, less), 1e-12 * Math.exp(-500));
        assertEquals(0.5 * Math.exp(-500), FDivergence.alpha(-3).between(tiny, less), 1e-12 * Math.exp(-500));
    }

    @Test
    void alphaIsContinuousInItsOrderAndHasNames() {
        for (double alpha : new double[] {-1, 1}) {
            double limit = FDivergence.alpha(alpha).between(P, Q);
            double near = FDivergence.alpha(alpha * (1 - 0x1p-50)).between(P, Q);
            assertEquals(limit, near, 1e-13 * limit);
        }
        assertEquals(FDivergence.KL.between(P, Q), FDivergence.alpha(-1).between(P, Q));
        assertEquals(FDivergence.REVERSE_KL.between(P, Q), FDivergence.alpha(1).between(P, Q));
        double hellinger = FDivergence.HELLINGER_SQUARED.between(P, Q);
        assertEquals(4 * hellinger, FDivergence.alpha(0).between(P, Q), 1e-15);
        double pearson = FDivergence.PEARSON.between(NEAR, NEARBY);
        assertEquals(pearson / 2, FDivergence.alpha(-3).between(NEAR, NEARBY), 1e-14 * pearson);
    }

    /** f(t) = t log t by its own formula, stable near 1. */
    private static FDivergence ownKl() {
        return FDivergence.of(
                "own KL", t -> t * Math.log(t), 1, w -> Logs.relativeEntropyTerm(1 + w, 1, -w), 0, INFINITY);
    }

    @Test
    void ownFunction() {
        assertEquals(FDivergence.KL.between(P, Q), ownKl().between(P, Q), 1e-15);
        // 1 + w rounds: what is left of w = 1e-12 is known to 1e-4.
        double kl = FDivergence.KL.between(NEAR, NEARBY);
        assertEquals(kl, ownKl().between(NEAR, NEARBY), 1e-3 * kl);
        FDivergence reverse = FDivergence.of("own reverse KL", t -> -Math.log(t), -1, Logs::xmlog1p, INFINITY, 0);
        assertEquals(kl, reverse.between(NEAR, NEARBY), 1e-14 * kl);
        assertEquals(
                0.5 * LOG_2, reverse.between(Probabilities.of(0.5, 0.25, 0.25), Probabilities.of(0.5, 0.5, 0)), 1e-15);
    }

    @Test
    void badFunctionsAreRefused() {
        assertThrows(DomainException.class, () -> FDivergence.of("f(1) = 1", t -> t, 1, w -> 0, 0, 1));
        assertThrows(
                DomainException.class,
                () -> FDivergence.of("wrong sign", t -> -t * Math.log(t), -1, w -> -w * w / 2, 0, -INFINITY));
        FDivergence concave = FDivergence.of("concave", t -> 1 - t * t, -2, w -> -w * w, 3, INFINITY);
        assertThrows(DomainException.class, () -> concave.between(P, Q));
        Probabilities huge = Probabilities.ofLogits(0, -2000);
        Probabilities even = Probabilities.of(0.5, 0.5);
        // p/q is beyond binary64: refused, and not taken for infinite.
        assertThrows(DomainException.class, () -> ownKl().between(even, huge));
        assertThrows(DomainException.class, () -> FDivergence.KL.between(P, even));
        assertThrows(DomainException.class, () -> FDivergence.alpha(Double.NaN));
    }
}
