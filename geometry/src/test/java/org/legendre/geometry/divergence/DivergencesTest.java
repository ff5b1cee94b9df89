package org.legendre.geometry.divergence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Normal;

/** Reference values of this class, unless closed forms stand beside them: 60-digit arithmetic from the definitions. */
class DivergencesTest {
    private static final Probabilities FAIR = Probabilities.of(0.5, 0.5);
    private static final Probabilities BENT = Probabilities.of(0.9, 0.1);
    private static final double LOG_2 = Math.log(2);

    private static void assertRelative(double expected, double actual) {
        assertEquals(expected, actual, 1e-14 * expected);
    }

    @Test
    void twoCoins() {
        assertRelative(0.5108256237659907, Divergences.kl(FAIR, BENT));
        assertRelative(0.3680642071684971, Divergences.reverseKl(FAIR, BENT));
        assertRelative(0.5108256237659907 + 0.3680642071684971, Divergences.jeffreys(FAIR, BENT));
        assertRelative(LOG_2 + 0.5108256237659907, Divergences.crossEntropy(FAIR, BENT));
        assertRelative(0.1017492250791967, Divergences.jensenShannon(FAIR, BENT));
        assertRelative(Math.sqrt(0.1017492250791967), Divergences.jensenShannonDistance(FAIR, BENT));
        assertRelative(0.5341108087103075, Divergences.kl(Probabilities.of(0.2, 0.8), Probabilities.of(0.7, 0.3)));
        assertRelative(LOG_2, Divergences.entropy(FAIR));
    }

    @Test
    void membersOfOneFamily() {
        Categorical p = new Categorical(FAIR);
        Categorical q = new Categorical(BENT);
        assertEquals(Divergences.kl(FAIR, BENT), Divergences.kl(p, q));
        assertEquals(Divergences.reverseKl(FAIR, BENT), Divergences.reverseKl(p, q));
        assertEquals(Divergences.jeffreys(FAIR, BENT), Divergences.jeffreys(p, q));
        assertEquals(Divergences.crossEntropy(FAIR, BENT), Divergences.crossEntropy(p, q));
        Normal a = new Normal(0, 1);
        Normal b = new Normal(1, 2);
        // log sqrt 2 + (1 + 1)/4 - 1/2, and -log(1/sqrt 2) + (2 + 1)/2 - 1/2
        assertRelative(0.5 * LOG_2, Divergences.kl(a, b));
        assertRelative(1 - 0.5 * LOG_2, Divergences.reverseKl(a, b));
        assertRelative(1, Divergences.jeffreys(a, b));
    }

    @Test
    void zerosTakeTheirLimits() {
        Probabilities p = Probabilities.of(0.5, 0.5, 0);
        Probabilities q = Probabilities.of(0.5, 0.25, 0.25);
        assertRelative(0.5 * LOG_2, Divergences.kl(p, q));
        assertEquals(Double.POSITIVE_INFINITY, Divergences.kl(q, p));
        assertEquals(Double.POSITIVE_INFINITY, Divergences.jeffreys(p, q));
        assertEquals(Double.POSITIVE_INFINITY, Divergences.crossEntropy(q, p));
        assertEquals(0, Divergences.kl(p, p));
        Probabilities logits = Probabilities.ofLogits(0, 0, Double.NEGATIVE_INFINITY);
        assertRelative(0.5 * LOG_2, Divergences.kl(logits, q));
        assertEquals(Double.POSITIVE_INFINITY, Divergences.kl(q, logits));
        assertEquals(0, Divergences.kl(logits, logits));
    }

    @Test
    void underflowingProbabilitiesStillDiffer() {
        Probabilities p = Probabilities.ofLogits(-800, 0);
        Probabilities q = Probabilities.ofLogits(0, -800);
        assertEquals(800, Divergences.kl(p, q));
        assertEquals(1600, Divergences.jeffreys(p, q));
        assertEquals(LOG_2, Divergences.jensenShannon(p, q), 0);
    }

    @Test
    void nearEqualProbabilitiesKeepRelativeAccuracy() {
        double h = 0x1p-40;
        Probabilities p = Probabilities.of(0.25, 0.25, 0.5);
        Probabilities q = Probabilities.of(0.25 + h, 0.25 - h, 0.5);
        assertRelative(3.3087224502121107E-24, Divergences.kl(p, q));
        assertRelative(8.271806125530277e-25, Divergences.jensenShannon(p, q));
    }

    @Test
    void nearEqualLogitsKeepRelativeAccuracy() {
        Probabilities p = Probabilities.ofLogits(0, 1, -2);
        Probabilities q = Probabilities.ofLogits(0x1p-30, 1, -2 - 0x1p-31);
        assertRelative(9.096140978134002e-20, Divergences.kl(p, q));
        assertRelative(2.2740352446827935e-20, Divergences.jensenShannon(p, q));
    }

    /** Probabilities of hardly any overlap whose terms, summed directly, round to just above log 2. */
    @Test
    void jensenShannonOfHardlyOverlappingVectorsDoesNotRoundAboveLogTwo() {
        Probabilities p = Probabilities.of(
                0.24854434982355203,
                0.6227142244588652,
                0.12874142571758285,
                1.679986020036814E-17,
                2.0535657503747098E-17,
                3.2343174030999176E-18);
        Probabilities q = Probabilities.of(
                3.555788733738704E-18,
                8.966918938708464E-18,
                1.363765777770531E-17,
                0.3641001593920918,
                0.2847095101798205,
                0.3511903304280878);
        assertTrue(Divergences.jensenShannon(p, q) <= LOG_2);
    }

    @Test
    void jensenShannonStaysBelowLogTwo() {
        assertEquals(LOG_2, Divergences.jensenShannon(Probabilities.of(1, 0), Probabilities.of(0, 1)));
        for (int k = 3; k < 60; k++) {
            double[] a = new double[2 * k];
            double[] b = new double[2 * k];
            for (int i = 0; i < k; i++) {
                a[i] = i + 1;
                b[k + i] = i + 1;
            }
            a[k] = 1e-18;
            double js = Divergences.jensenShannon(Probabilities.normalized(a), Probabilities.normalized(b));
            assertTrue(js <= LOG_2 && js > LOG_2 - 1e-12, () -> "" + js);
        }
    }

    @Test
    void jensenShannonIsTheMeanOfTheTwoDivergencesFromTheMiddle() {
        Probabilities p = Probabilities.of(0.1, 0.2, 0.3, 0.4);
        Probabilities q = Probabilities.of(0.6, 0.1, 0.3, 0);
        Probabilities m = Probabilities.of(0.35, 0.15, 0.3, 0.2);
        double expected = 0.5 * Divergences.kl(p, m) + 0.5 * Divergences.kl(q, m);
        assertRelative(expected, Divergences.jensenShannon(p, q));
        assertRelative(expected, Divergences.jensenShannon(q, p));
    }

    @Test
    void bothWaysOfMakingAVectorGiveTheSameDivergences() {
        Probabilities p = Probabilities.of(0.1, 0.2, 0.7);
        Probabilities q = Probabilities.of(0.5, 0.25, 0.25);
        Probabilities logits = Probabilities.ofLogits(Math.log(0.1), Math.log(0.2), Math.log(0.7));
        assertRelative(Divergences.kl(p, q), Divergences.kl(logits, q));
        assertRelative(Divergences.kl(q, p), Divergences.kl(q, logits));
        assertRelative(Divergences.jensenShannon(p, q), Divergences.jensenShannon(q, logits));
        assertRelative(p.entropy(), logits.entropy());
    }
}
