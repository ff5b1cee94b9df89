package org.legendre.geometry.information;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.divergence.Divergences;

/** Stein's and Sanov's exponents against exact binomials, closed forms and simulation. */
class LargeDeviationsTest {
    private static final MathContext DIGITS = new MathContext(50);
    private static final double[] FACES = {1, 2, 3, 4, 5, 6};

    /** P(at least m of n) in 50-digit arithmetic. */
    private static double logTail(int n, int m, double p) {
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal ways = BigDecimal.ONE;
        for (int k = 0; k <= n; k++) {
            if (k >= m) {
                sum = sum.add(ways.multiply(new BigDecimal(p).pow(k, DIGITS), DIGITS)
                        .multiply(BigDecimal.ONE.subtract(new BigDecimal(p)).pow(n - k, DIGITS), DIGITS));
            }
            ways = ways.multiply(BigDecimal.valueOf(n - k)).divide(BigDecimal.valueOf(k + 1L), DIGITS);
        }
        // The logarithm of a number below the range of binary64, from its decimal exponent.
        int exponent = sum.precision() - sum.scale();
        return Math.log(sum.movePointLeft(exponent).doubleValue()) + exponent * Math.log(10);
    }

    @Test
    void sanovForCoinsIsKlAndItsProbabilityTheBinomialTail() {
        Probabilities p = Probabilities.of(.75, .25);
        Sanov event = Sanov.of(p, new double[] {0, 1}, .5);
        double kl = Probabilities.of(.5, .5).klTo(p);
        assertEquals(kl, event.exponent(), 1e-15);
        assertEquals(Math.log(3), event.tilt(), 1e-14);
        assertEquals(.5, event.nearest().get(1), 1e-15);
        for (int n : new int[] {1, 10, 101, 2000}) {
            double log = event.logProbability(n);
            assertEquals(logTail(n, (n + 1) / 2, .25), log, 1e-12 * Math.max(1, -log), "n = " + n);
            assertTrue(log <= -n * kl);
            // Bahadur and Rao: the rate is approached like (log n)/(2n).
            assertTrue(-log / n <= kl + (0.5 * Math.log(n) + 3) / n);
        }
    }

    /** The maximum entropy die with mean 4.5: λ = .371048938081033, H = 1.613581098153829; so the exponent is log 6 − H. */
    @Test
    void sanovForADieIsTheMaximumEntropyDie() {
        Sanov event = Sanov.of(Probabilities.uniform(6), FACES, 4.5);
        assertEquals(.371048938081033, event.tilt(), 1e-14);
        assertEquals(1.613581098153829, event.nearest().entropy(), 1e-14);
        assertEquals(Math.log(6) - 1.613581098153829, event.exponent(), 1e-14);
    }

    /** 2·10⁵ simulated tens of dice: five standard errors. */
    @Test
    void sanovProbabilitiesAgreeWithSimulation() {
        SplittableRandom random = new SplittableRandom(11);
        int trials = 200_000;
        int hits = 0;
        for (int trial = 0; trial < trials; trial++) {
            int sum = 0;
            for (int i = 0; i < 10; i++) {
                sum += 1 + random.nextInt(6);
            }
            hits += sum >= 45 ? 1 : 0;
        }
        double exact = Math.exp(Sanov.of(Probabilities.uniform(6), FACES, 4.5).logProbability(10));
        assertEquals(exact, hits / (double) trials, 5 * Math.sqrt(exact * (1 - exact) / trials));
    }

    @Test
    void meansThatAreReachedAnywayAndMeansAtTheEnd() {
        Probabilities p = Probabilities.of(.2, .3, .5);
        double[] f = {-1, 0, 1};
        Sanov likely = Sanov.of(p, f, .1);
        assertEquals(0, likely.exponent());
        assertEquals(0, likely.tilt());
        Sanov top = Sanov.of(p, f, 1);
        assertEquals(Math.log(2), top.exponent(), 1e-15);
        assertEquals(Double.POSITIVE_INFINITY, top.tilt());
        assertEquals(7 * Math.log(.5), top.logProbability(7), 1e-14);
        // Near the mean the exponent is the square of the distance over twice the variance, to all digits of the
        // distance.
        Sanov near = Sanov.of(Probabilities.uniform(2), new double[] {-1, 1}, 1e-7);
        assertEquals(.5e-14 * (1 + 1e-14 / 6), near.exponent(), 1e-14 * .5e-14);
        Sanov far = Sanov.of(Probabilities.of(1 - 1e-300, 1e-300), new double[] {0, 1}, .5);
        assertEquals(Math.log(.5) + .5 * 300 * Math.log(10), far.exponent(), 1e-12);
        refuses("bound of the mean = 1.5", () -> Sanov.of(p, f, 1.5));
        refuses("bound of the mean = 0.5", () -> Sanov.of(Probabilities.of(1, 0), new double[] {0, 1}, .5));
        refuses("bound of the mean = NaN", () -> Sanov.of(p, f, Double.NaN));
        refuses("value 1 = Infinity", () -> Sanov.of(p, new double[] {0, Double.POSITIVE_INFINITY, 0}, 0));
        refuses("values = ", () -> Sanov.of(p, new double[] {0, 1}, 0));
    }

    /** With one symbol the best test throws a coin on the less likely one. */
    @Test
    void bestTestOfOneSymbol() {
        NeymanPearson test = NeymanPearson.of(Probabilities.of(.5, .5), Probabilities.of(.9, .1), 1);
        // Accept p on 1 always, on 0 with probability .8: rejects p wrongly with .1, accepts it wrongly with .1 + .8 ·
        // .9.
        assertEquals(Math.log(.1 + .8 * .9), test.logTypeTwoError(.1), 1e-15);
        assertEquals(Math.log(.3), test.logBayesError(), 1e-15);
        assertEquals(.5, test.probabilityOfBeingMisled(), 1e-15);
        refuses("level = 1.0", () -> test.logTypeTwoError(1));
        refuses("level = NaN", () -> test.logTypeTwoError(Double.NaN));
    }

    /** For coins the region is a tail: exact binomials, the coin on its last count included. */
    @Test
    void steinAgainstExactBinomials() {
        int n = 60;
        double level = .05;
        NeymanPearson test = NeymanPearson.of(Probabilities.of(.5, .5), Probabilities.of(.75, .25), n);
        int m = n;
        while (1 - Math.exp(logTail(n, m, .5)) > level) {
            m--;
        }
        double tail = Math.exp(logTail(n, m + 1, .5));
        double share = (1 - level - tail) / (Math.exp(logTail(n, m, .5)) - tail);
        double above = Math.exp(logTail(n, m + 1, .25));
        double expected = above + share * (Math.exp(logTail(n, m, .25)) - above);
        assertEquals(Math.log(expected), test.logTypeTwoError(level), 1e-12);
    }

    /** The rate comes to KL(p‖q) for any level, as a normal approximation of the log-ratio tells: KL − z σ/√n + O(log n/n). */
    @Test
    void steinsExponentIsKl() {
        Probabilities p = Probabilities.of(.5, .3, .2);
        Probabilities q = Probabilities.of(.2, .3, .5);
        double kl = p.klTo(q);
        double[] ratios = Pointwise.logRatios(p, q);
        double variance = 0;
        for (int i = 0; i < 3; i++) {
            variance += p.get(i) * (ratios[i] - kl) * (ratios[i] - kl);
        }
        double deviation = Math.sqrt(variance);
        int n = 1500;
        NeymanPearson test = NeymanPearson.of(p, q, n);
        double[] levels = {.1586552539314571, .5, .8413447460685429};
        for (int i = 0; i < 3; i++) {
            double rate = -test.logTypeTwoError(levels[i]) / n;
            assertEquals(
                    kl + (i - 1) * deviation / Math.sqrt(n), rate, (0.5 * Math.log(n) + 2) / n, "level " + levels[i]);
        }
        double chernoff = Divergences.chernoff(p, q).information();
        double bayes = -test.logBayesError() / n;
        assertTrue(bayes >= chernoff && bayes <= chernoff + (Math.log(n) + 3) / n, bayes + " and " + chernoff);
    }

    @Test
    void symbolsThatOneHypothesisExcludesDecide() {
        NeymanPearson test = NeymanPearson.of(Probabilities.of(.5, .5, 0), Probabilities.of(.5, 0, .5), 4);
        // Type with a symbol 1 is impossible under q: 15/16 of p's mass costs nothing; the rest is 0000, of 1/16 under
        // both.
        assertEquals(Double.NEGATIVE_INFINITY, test.logTypeTwoError(.07));
        assertEquals(Math.log(1.0 / 16 * (1.0 / 16 - .01) * 16), test.logTypeTwoError(.01), 1e-12);
        assertEquals(Math.log(1.0 / 32), test.logBayesError(), 1e-13);
    }

    /** A symbol of probability 0 changes nothing, whatever its value. */
    @Test
    void impossibleSymbolsDoNotMatter() {
        Probabilities p = Probabilities.of(.5, .5, 0);
        for (double c : new double[] {.51, .5 + 1e-9, .9, 1}) {
            Sanov coin = Sanov.of(Probabilities.of(.5, .5), new double[] {0, 1}, c);
            for (double value : new double[] {-1e300, -3, 0, 2, 500, 1e6, 1e12}) {
                Sanov event = Sanov.of(p, new double[] {0, 1, value}, c);
                String what = "c = " + c + ", impossible value " + value;
                assertEquals(coin.exponent(), event.exponent(), 1e-15 * coin.exponent(), what);
                assertEquals(coin.tilt(), event.tilt(), what);
                assertEquals(0, event.nearest().get(2), what);
                assertEquals(coin.nearest().get(1), event.nearest().get(1), 1e-15, what);
                assertEquals(coin.logProbability(10), event.logProbability(10), what);
            }
        }
        assertEquals(Math.log(2), Sanov.of(p, new double[] {0, 1, 2}, 1).exponent(), 1e-15);
        assertEquals(
                2.000133354671243e-4, Sanov.of(p, new double[] {0, 1, 500}, .51).exponent(), 1e-15);
        assertEquals(
                Math.log(11 / 1024.0),
                Sanov.of(p, new double[] {0, 1, 1e12}, .9).logProbability(10),
                1e-14);
    }

    /** What counts as reaching the mean is relative to the sequence at hand. */
    @Test
    void widelySpreadValuesKeepTheirBoundary() {
        Sanov wide = Sanov.of(Probabilities.of(.5, .4, .1), new double[] {0, 1, -1e12}, .9);
        // Nine or ten times the second symbol, never the third.
        assertEquals(Math.log(Math.pow(.4, 10) + 10 * .5 * Math.pow(.4, 9)), wide.logProbability(10), 1e-13);
        assertEquals(
                Math.log(.5),
                Sanov.of(Probabilities.uniform(2), new double[] {-1e308, 1e308}, 0)
                        .logProbability(1),
                1e-15);
        refuses("Infinity", () -> Sanov.of(Probabilities.uniform(2), new double[] {-1.7e308, 1.7e308}, 1.6e308));
        refuses(
                "Infinity",
                () -> Sanov.of(Probabilities.uniform(2), new double[] {0, Double.MIN_VALUE * 3}, Double.MIN_VALUE * 2));
    }

    @Test
    void probabilitiesThatUnderflowCountWithTheirLogarithms() {
        Sanov event = Sanov.of(Probabilities.ofLogits(0, -1000), new double[] {0, 1}, .5);
        // C(10, 5) e^−5000 and nothing else within rounding.
        assertEquals(Math.log(252) - 5000, event.logProbability(10), 1e-12 * 5000);
        assertTrue(event.logProbability(10) <= -10 * event.exponent());
        Sanov subnormal = Sanov.of(Probabilities.ofLogits(0, -740), new double[] {0, 1}, 1);
        assertEquals(-7400, subnormal.logProbability(10), 1e-12 * 7400);
    }

    /** Products of the same three numbers in another order are equal, though their logarithms are rounded. */
    @Test
    void tiesAreNotDecidedByRounding() {
        Probabilities p = Probabilities.of(.05, .55, .4);
        NeymanPearson test = NeymanPearson.of(p, Probabilities.of(.55, .4, .05), 3);
        // By going through all 27 sequences in rational arithmetic.
        assertEquals(.052625, test.probabilityOfBeingMisled(), 1e-15);
        assertEquals(
                .09525, NeymanPearson.of(p, Probabilities.of(.4, .05, .55), 3).probabilityOfBeingMisled(), 1e-15);
    }

    /** Levels far below the rounding of 1 − level; sums of binomials in 60 digits. */
    @Test
    void smallLevelsAreMetToTheirDigits() {
        NeymanPearson test = NeymanPearson.of(Probabilities.of(.5, .5), Probabilities.of(.8, .2), 200);
        double[] levels = {1e-10, 1e-13, 1e-15, 1e-17, 1e-20, 1e-30};
        double[] expected = {
            -5.5737108415770065,
            -2.8614912902438334,
            -1.7383304141931624,
            -.9736804464738318,
            -.3410293064664416,
            -.001105630029385598
        };
        for (int i = 0; i < levels.length; i++) {
            assertEquals(
                    expected[i],
                    test.logTypeTwoError(levels[i]),
                    1e-12 * Math.max(1, -expected[i]),
                    "level " + levels[i]);
        }
        // Both ways meet at one half.
        assertEquals(test.logTypeTwoError(.5), test.logTypeTwoError(Math.nextDown(.5)), 1e-13 * 30);
    }

    private static void refuses(String part, Executable call) {
        String message =
                String.valueOf(assertThrows(DomainException.class, call).getMessage());
        assertTrue(message.contains(part), message);
    }
}
