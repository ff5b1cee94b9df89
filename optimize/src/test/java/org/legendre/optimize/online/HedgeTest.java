package org.legendre.optimize.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Weights;
import org.legendre.optimize.theory.Certificate.Verdict;

class HedgeTest {
    private static final int HORIZON = 10_000;

    static double[] losses(int n, DoubleSupplier loss) {
        double[] losses = new double[n];
        Arrays.setAll(losses, i -> loss.getAsDouble());
        return losses;
    }

    /** w ∝ exp(−ηL), as every textbook has it. */
    static double[] textbook(double[] sums, double rate) {
        double[] w = new double[sums.length];
        double least = Arrays.stream(sums).min().orElseThrow();
        Arrays.setAll(w, i -> Math.exp(-rate * (sums[i] - least)));
        double total = Arrays.stream(w).sum();
        Arrays.setAll(w, i -> w[i] / total);
        return w;
    }

    @Test
    void weightsAreThoseOfTheTextbook() {
        double falling = Math.sqrt(8 * Math.log(5));
        SplittableRandom random = new SplittableRandom(1);
        Learner<Weights, Differential<Weights>> constant =
                Hedge.over(5).rate(0.3).start();
        Learner<Weights, Differential<Weights>> anytime =
                Hedge.over(5).anytime().start();
        double[] sums = new double[5];
        double loss = 0;
        for (int t = 1; t <= 500; t++) {
            double[] expected = textbook(sums, 0.3);
            assertArrayEquals(expected, constant.weights(), 2e-14, "round " + t);
            assertArrayEquals(textbook(sums, falling / Math.sqrt(t)), anytime.weights(), 2e-14, "round " + t);
            double[] losses = losses(5, random::nextDouble);
            for (int i = 0; i < 5; i++) {
                loss += expected[i] * losses[i];
                sums[i] += losses[i];
            }
            constant.observe(losses);
            anytime.observe(losses);
        }
        double best = Arrays.stream(sums).min().orElseThrow();
        assertEquals(loss, constant.account().loss(), 1e-11);
        assertEquals(best, constant.account().comparatorLoss(), 1e-11);
        assertEquals(loss - best, constant.account().regret(), 1e-11);
        assertEquals((loss - best) / 500, constant.account().regretPerRound(), 1e-13);
        assertEquals(Math.log(5) / 0.3 + 0.3 * 500 / 8, constant.account().bound(), 1e-11);
        assertEquals(sums[0] == best ? 1 : 0, constant.account().comparator().get(0));
    }

    private static RegretAccount fairCoins(int n, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(n).horizon(HORIZON).start();
        double[] losses = new double[n];
        for (int t = 0; t < HORIZON; t++) {
            for (int i = 0; i < n; i += 64) {
                long coins = random.nextLong();
                for (int j = i; j < Math.min(n, i + 64); j++) {
                    losses[j] = coins >>> (j - i) & 1;
                }
            }
            learner.observe(losses);
        }
        return learner.account();
    }

    /**
     * Fair coins leave nothing to learn: the regret is T/2 less the least of n binomials, in the mean ½√T·E max of n standard normals, against the bound √(T ln n/2). The single runs of the reference are .58, .81, .85, .90.
     */
    @Test
    void fairCoinsComeNearTheBoundButStayBelow() {
        int[] actions = {2, 10, 100, 1000};
        double[] greatestNormal = {0.5641895835, 1.5387527308, 2.5075936364, 3.2414357691};
        for (int k = 0; k < actions.length; k++) {
            int n = actions[k];
            int runs = n == 1000 ? 4 : 30;
            double sum = 0;
            double squares = 0;
            for (int seed = 0; seed < runs; seed++) {
                RegretAccount account = fairCoins(n, seed);
                assertInstanceOf(Verdict.Kept.class, account.verdict(), account.toString());
                assertEquals(Math.sqrt(HORIZON * Math.log(n) / 2), account.bound(), 1e-9);
                double ratio = account.ratio();
                assertTrue(ratio < 1, "n = " + n + ", seed " + seed + ": " + ratio);
                sum += ratio;
                squares += ratio * ratio;
            }
            double mean = sum / runs;
            double error = Math.sqrt((squares / runs - mean * mean) / (runs - 1));
            assertEquals(greatestNormal[k] / Math.sqrt(2 * Math.log(n)), mean, 4 * error + 0.003, "n = " + n);
            assertTrue(error < 0.07, "n = " + n + ": the standard error " + error + " shows nothing");
        }
    }

    /** All the loss on the heaviest weight: the most that it can lose in a round, and half of a bound at least for two actions. */
    @Test
    void anAdversaryDoesNotGetBeyondTheBound() {
        for (int n : new int[] {2, 3, 20}) {
            for (Online<Weights, Differential<Weights>> method : List.of(
                    Hedge.over(n).horizon(2000),
                    Hedge.over(n).anytime(),
                    Hedge.over(n).adaptive(),
                    Hedge.over(n).rate(3),
                    Hedge.over(n).rate(1e-3))) {
                Learner<Weights, Differential<Weights>> learner = method.start();
                for (int t = 0; t < 2000; t++) {
                    double[] w = learner.weights();
                    int heaviest = 0;
                    for (int i = 0; i < n; i++) {
                        heaviest = w[i] > w[heaviest] ? i : heaviest;
                    }
                    double[] losses = new double[n];
                    losses[heaviest] = 1;
                    learner.observe(losses);
                }
                Verdict.Kept kept =
                        assertInstanceOf(Verdict.Kept.class, learner.account().verdict(), learner::toString);
                assertTrue(kept.slack() >= 0);
                assertTrue(learner.account().regret() > 0, learner::toString);
            }
        }
    }

    @Test
    void lossesInCommonChangeNothing() {
        SplittableRandom random = new SplittableRandom(3);
        Learner<Weights, Differential<Weights>> plain = Hedge.over(6).rate(0.5).start();
        Learner<Weights, Differential<Weights>> shifted =
                Hedge.over(6).rate(0.5).start();
        for (int t = 0; t < 1000; t++) {
            double[] losses = losses(6, () -> random.nextInt(9) / 8.0);
            double common = 0x1p40 * random.nextInt(100);
            plain.observe(losses);
            shifted.observe(Arrays.stream(losses).map(loss -> loss + common).toArray());
        }
        // The means of losses of 10¹⁴ round, and what all of them have in common is gone before the sum.
        assertArrayEquals(plain.weights(), shifted.weights(), 1e-9);
        assertEquals(plain.account().regret(), shifted.account().regret(), 1e-9);
    }

    @Test
    void oneActionAMillionAndHugeLosses() {
        for (Online<Weights, Differential<Weights>> method : List.of(
                Hedge.over(1).horizon(10),
                Hedge.over(1).anytime(),
                Hedge.over(1).adaptive())) {
            Learner<Weights, Differential<Weights>> alone = method.start();
            alone.observe(0.7);
            alone.observe(0.1);
            assertArrayEquals(new double[] {1}, alone.weights());
            assertEquals(0, alone.account().regret());
            assertEquals(0, alone.account().ratio());
            assertInstanceOf(Verdict.Kept.class, alone.account().verdict(), alone::toString);
        }
        int n = 1_000_000;
        Learner<Weights, Differential<Weights>> many = Hedge.over(n).rate(1).start();
        double[] losses = new double[n];
        Arrays.fill(losses, 1);
        losses[n - 1] = 0;
        for (int t = 0; t < 20; t++) {
            many.observe(losses);
        }
        double heavy = Math.exp(20) / (Math.exp(20) + n - 1);
        assertEquals(heavy, many.weights()[n - 1], 1e-12);
        // The divergence is a plain sum of a million terms.
        assertEquals(Math.log(n) + 20 / 8.0, many.account().bound(), 1e-11);
        assertInstanceOf(Verdict.Kept.class, many.account().verdict(), many::toString);

        Learner<Weights, Differential<Weights>> huge = Hedge.over(2).rate(0.1).start();
        huge.observe(1e300, 0);
        assertArrayEquals(new double[] {0, 1}, huge.weights());
        huge.observe(0, 1e300);
        assertArrayEquals(new double[] {0.5, 0.5}, huge.weights());
        assertEquals(5e299, huge.account().regret(), 1e285);
        huge.observe(1e-3, 0);
        assertEquals(1, huge.account().brokenAt().orElseThrow());
    }

    @Test
    void refusalsSayWhyAndChangeNothing() {
        Learner<Weights, Differential<Weights>> learner = Hedge.over(2).rate(1).start();
        learner.observe(0.2, 0.9);
        double[] before = learner.weights();
        refused("loss 1 of round 2 = NaN", () -> learner.observe(0, Double.NaN));
        refused("expected a finite number", () -> learner.observe(Double.POSITIVE_INFINITY, 0));
        refused("length 2, not 3", () -> learner.observe(0, 0, 0));
        refused("round 2", () -> learner.observe(1.7e308, -1.7e308));
        assertArrayEquals(before, learner.weights());
        assertEquals(1, learner.account().rounds());
        Learner<Weights, Differential<Weights>> slow = Hedge.over(2).rate(1e-3).start();
        slow.observe(1.7e308, 1.7e308);
        double[] now = slow.weights();
        refused("the sum of the learner's losses overflows", () -> slow.observe(1.7e308, 1.7e308));
        assertArrayEquals(now, slow.weights());
        assertEquals(1.7e308, slow.account().loss());
        refused("number of actions", () -> Hedge.over(0));
        refused("rate", () -> Hedge.over(2).rate(Double.NaN));
        refused("rate", () -> Hedge.over(2).rate(0));
        refused("rounds", () -> Hedge.over(2).horizon(0));
        refused("rate of the first round", () -> LearningRate.decaying(-1));
    }

    static void refused(String words, org.junit.jupiter.api.function.Executable what) {
        DomainException refusal = assertThrows(DomainException.class, what);
        assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::getMessage);
    }
}
