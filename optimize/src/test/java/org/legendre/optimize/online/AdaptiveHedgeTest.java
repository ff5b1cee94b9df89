package org.legendre.optimize.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Weights;
import org.legendre.optimize.theory.Certificate.Verdict;

/** AdaHedge: its rates, and where they are extreme. */
class AdaptiveHedgeTest {
    /** AdaHedge written out from the paper: Δ by its definition, the mix loss as a logarithm of a sum. */
    @Test
    void adaptiveRatesAreThoseOfThePaper() {
        SplittableRandom random = new SplittableRandom(2);
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(4).adaptive().start();
        Learner<Weights, Differential<Weights>> scaled =
                Hedge.over(4).adaptive().start();
        double[] sums = new double[4];
        double gap = 0;
        assertEquals(Double.POSITIVE_INFINITY, learner.rate());
        for (int t = 1; t <= 400; t++) {
            double rate = Math.log(4) / gap;
            double[] w = gap == 0 ? HedgeTest.losses(4, () -> 0.25) : HedgeTest.textbook(sums, rate);
            assertArrayEquals(w, learner.weights(), 1e-12, "round " + t);
            double[] losses = HedgeTest.losses(4, random::nextDouble);
            double played = 0;
            double mixed = 0;
            for (int i = 0; i < 4; i++) {
                played += w[i] * losses[i];
                mixed += w[i] * Math.exp(-rate * losses[i]);
                sums[i] += losses[i];
            }
            gap += gap == 0 ? played - Arrays.stream(losses).min().orElseThrow() : played + Math.log(mixed) / rate;
            learner.observe(losses);
            double shift = random.nextDouble();
            scaled.observe(
                    Arrays.stream(losses).map(loss -> 1e200 * (loss - shift)).toArray());
            assertArrayEquals(learner.weights(), scaled.weights(), 1e-12, "losses scaled and shifted, round " + t);
        }
        assertEquals(Math.log(4) / gap, learner.rate(), 1e-11);
        assertInstanceOf(Verdict.Kept.class, learner.account().verdict(), learner::toString);
        assertEquals(Math.sqrt(400 * Math.log(4)) + 2, learner.account().bound(), 1e-12);
        assertTrue(learner.account().regret() <= 2 * gap, "the paper's regret ≤ 2Δ");
    }

    /** Equal losses, then a difference: η = ∞ lasts until something is to be learnt. Then weights of e^−966 come back. */
    @Test
    void adaptiveRatesSurviveExtremes() {
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(4).adaptive().start();
        for (int t = 0; t < 3; t++) {
            learner.observe(0.1, 0.1, 0.1, 0.1);
            assertEquals(Double.POSITIVE_INFINITY, learner.rate());
            assertArrayEquals(new double[] {0.25, 0.25, 0.25, 0.25}, learner.weights());
        }
        assertEquals(0, learner.account().regret(), 1e-16);
        learner.observe(1e-300, 1e-300, 0, 0);
        assertEquals(Math.log(4) / 5e-301, learner.rate(), 1e287);
        // By then the first two weights are 1/34, and playing them costs 1/17 more than mixing.
        learner.observe(1, 1, 0, 0);
        double rate = 17 * Math.log(4);
        double both = Math.pow(4, -17) / (1 + Math.pow(4, -17));
        assertEquals(rate, learner.rate(), 1e-12);
        assertEquals(both / 2, learner.weights()[0], 1e-24);
        learner.observe(40, 40, 0, 0);
        double gap = 1 / 17.0 + 40 * both + Math.log1p(-both) / rate;
        assertEquals(Math.log(4) / gap, learner.rate(), 1e-12);
        assertEquals(0, learner.weights()[0]);
        learner.observe(0, 0, 80, 80);
        // Mixing costs 41 with the weights at the rate of that round, playing 80.
        assertEquals(Math.log(4) / (gap + 39), learner.rate(), 1e-15);
        assertEquals(0.5 / (1 + Math.exp(-39 * learner.rate())), learner.weights()[0], 1e-14);
    }

    /** δ = mean loss less mix loss: at η = 2·10³⁰⁰·ln 2 the second loss mixes to ln(5/4)/η, by then 1/5 of the weight loses 10¹⁰. */
    @Test
    void steepRatesDoNotBecomeNoNumbers() {
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(2).adaptive().start();
        learner.observe(0, 1e-300);
        assertEquals(2e300 * Math.log(2), learner.rate(), 1e286);
        assertArrayEquals(new double[] {0.8, 0.2}, learner.weights(), 1e-14);
        learner.observe(0, 1e10);
        assertEquals(Math.log(2) / 2e9, learner.rate(), 1e-23);
        assertArrayEquals(new double[] {32 / 33.0, 1 / 33.0}, learner.weights(), 1e-14);
        // The same for losses 10¹⁰⁰ as large.
        Learner<Weights, Differential<Weights>> scaled =
                Hedge.over(2).adaptive().start();
        scaled.observe(0, 1e-200);
        scaled.observe(0, 1e110);
        assertArrayEquals(new double[] {32 / 33.0, 1 / 33.0}, scaled.weights(), 1e-14);
    }

    /** A weight that has underflowed times what overflows is what the weight has been, not no number. */
    @Test
    void weightsThatUnderflowedMeetLossesThatOverflow() {
        double[] memory = {1};
        AdaptiveRate rate = new AdaptiveRate(2);
        rate.learn(new double[] {1, 0}, new double[] {0, -1e4}, new double[] {0, 1e200}, 1e200, memory);
        assertEquals(1, memory[0]);
        rate.learn(new double[] {1, 1e-320}, new double[] {0, Math.log(1e-320)}, new double[] {0, 1e300}, 1e20, memory);
        assertEquals(1 + 1e-20, memory[0], 1e-15);
    }

    @Test
    void whatCannotBeAdaptedToIsRefusedUnderItsName() {
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(2).adaptive().start();
        HedgeTest.refused("range of the losses", () -> learner.observe(1.7e308, -1.7e308));
        HedgeTest.refused("Δ", () -> learner.observe(0, 1e-310));
        assertEquals(0, learner.account().rounds());
        assertEquals(Double.POSITIVE_INFINITY, learner.rate());
        AdaptiveRate rate = new AdaptiveRate(2);
        HedgeTest.refused("Δ", () -> rate.at(2, new double[] {Double.NaN}));
    }

    @Test
    void whatIsBeyondLinearIsAccurate() {
        // exp(z) − 1 − z of the binary64 number z, by mpmath, rounded.
        double[] z = {1e-8, 0.4, -0.45, -0.1, 1, -10};
        double[] expected = {
            5.0000000166666667e-17,
            0.09182469764127033,
            0.0876281516217733,
            0.0048374180359595734,
            0.7182818284590452,
            9.000045399929762
        };
        for (int i = 0; i < z.length; i++) {
            assertEquals(expected[i], AdaptiveRate.beyondLinear(z[i]), 1e-15 * expected[i]);
        }
    }
}
