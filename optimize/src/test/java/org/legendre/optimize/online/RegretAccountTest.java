package org.legendre.optimize.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.legendre.optimize.online.HedgeTest.refused;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.theory.Certificate.Line;
import org.legendre.optimize.theory.Certificate.Verdict;

class RegretAccountTest {
    private static final Vec<Weights> HALVES = Vec.of(0.5, 0.5);

    private static Online<Weights, Differential<Weights>> descent(LearningRate rate) {
        return Online.mirrorDescent(Geometry.exponentiatedGradient(2), HALVES, rate)
                .against(Constraint.simplex());
    }

    /** 10⁶ rounds of losses around 10⁵: the sums are exact to their last digit, the regret to that of a round. */
    @Test
    void sumsOfAMillionRoundsKeepTheirDigits() {
        int rounds = 1_000_000;
        SplittableRandom random = new SplittableRandom(9);
        Learner<Weights, Differential<Weights>> learner = Online.mirrorDescent(
                        Geometry.mirror(Potentials.<Weights, Differential<Weights>>halfSquaredNorm(1)),
                        Vec.of(1),
                        LearningRate.constant(1e-300))
                .against(Vec.of(0.5))
                .start();
        BigDecimal exact = BigDecimal.ZERO;
        double plain = 0;
        double[] loss = new double[1];
        for (int t = 0; t < rounds; t++) {
            loss[0] = 1e5 * (0.1 + random.nextDouble());
            exact = exact.add(new BigDecimal(loss[0]));
            plain += loss[0];
            learner.observe(loss);
        }
        assertEquals(exact.doubleValue(), learner.account().loss());
        assertEquals(exact.doubleValue() / 2, learner.account().comparatorLoss());
        assertEquals(exact.doubleValue() / 2, learner.account().regret());
        assertTrue(Math.abs(plain - exact.doubleValue()) > Math.ulp(plain), "a plain sum is as good");
        List<Line> lines = learner.account().lines();
        assertEquals(999 + 3 * 900 + 1, lines.size());
        assertEquals(1_000_000, lines.get(lines.size() - 1).iteration());
        assertEquals(998_000, lines.get(lines.size() - 3).iteration());
    }

    @Test
    void theLastRoundHasALineWhateverItsNumber() {
        RegretAccount account = Hedge.over(2)
                .rate(1)
                .play(() -> java.util.stream.Stream.generate(() -> new double[] {1, 0})
                        .limit(1234)
                        .iterator())
                .account();
        List<Line> lines = account.lines();
        assertEquals(999 + 24 + 1, lines.size());
        assertEquals(1230, lines.get(lines.size() - 2).iteration());
        Line last = lines.get(lines.size() - 1);
        assertEquals(1234, last.iteration());
        assertEquals(account.regret(), last.quantity());
        assertEquals(account.bound() - account.regret(), last.slack());
    }

    @Test
    void theFirstBrokenAssumptionIsNamedWithItsRound() {
        breaks(Hedge.over(2).rate(1), 3, "losses in [0, 1]: they lie in [0.5, 1.25]", 0, 1, 0, 0.5, 0.5, 1.25, 2, 0);
        breaks(Hedge.over(2).rate(1), 1, "losses in [0, 1]: they lie in [-0.25, 0.5]", 0.5, -0.25);
        breaks(descent(LearningRate.constant(1)).heldTo(RegretTheorem.hedge(2)), 2, "R = 2.0", 1, -1, 3, 0.5);
        breaks(
                descent(LearningRate.constant(1)).heldTo(RegretTheorem.mirrorDescent(1, DualNorm.LARGEST_ENTRY)),
                2,
                "max|gᵢ| = 1.5, more than G = 1.0",
                1,
                -1,
                0,
                -1.5);
        breaks(
                descent(LearningRate.constant(1)).heldTo(RegretTheorem.mirrorDescent(2, DualNorm.EUCLIDEAN)),
                1,
                "|g|₂ = 5.0, more than G = 2.0",
                3,
                -4);
        breaks(
                descent(LearningRate.decaying(1)).heldTo(RegretTheorem.mirrorDescent(2, DualNorm.LARGEST_ENTRY)),
                2,
                "the rate is constant",
                1,
                0,
                0,
                1);
        breaks(
                descent((round, memory) -> round).heldTo(RegretTheorem.hedge()),
                2,
                "rates do not increase: 2.0 comes after 1.0",
                1,
                0,
                0,
                1);
        breaks(
                descent((round, memory) -> round)
                        .heldTo(RegretTheorem.followTheRegularisedLeader(2, DualNorm.LARGEST_ENTRY)),
                2,
                "rates do not increase",
                1,
                0,
                0,
                1);
        breaks(descent(LearningRate.constant(1)).heldTo(RegretTheorem.anytimeHedge(2)), 1, "not √(8 ln n/t)", 1, 0);
        breaks(Hedge.over(2).adaptive(), 2, "losses in [0, 1]", 1, 0, 0, 2);
        breaks(Hedge.over(2).anytime(), 2, "losses in [0, 1]", 1, 0, 0, 2);
    }

    /** Pairs of losses; the assumption breaks in the round that is named, the bound is still kept. */
    private static void breaks(
            Online<Weights, Differential<Weights>> method, int round, String words, double... losses) {
        Learner<Weights, Differential<Weights>> learner = method.start();
        for (int t = 0; t < losses.length; t += 2) {
            OptionalInt expected = t / 2 < round ? OptionalInt.empty() : OptionalInt.of(round);
            assertEquals(expected, learner.account().brokenAt(), learner::toString);
            learner.observe(losses[t], losses[t + 1]);
        }
        assertEquals(round, learner.account().brokenAt().orElseThrow());
        assertTrue(learner.account().broken().orElseThrow().contains(words), learner::toString);
        Verdict verdict = learner.account().verdict();
        assertTrue(verdict instanceof Verdict.Unfounded || verdict instanceof Verdict.Exceeded, verdict::toString);
        assertTrue(verdict.reason().contains(words), verdict::reason);
    }

    /** Euclidean steps pay η/4 a round to losses that alternate, where Hedge's bound allows η/8: 1.75 − 1 in three rounds of η = ½, and the bound is ½ + 3/16. */
    @Test
    void anotherMethodExceedsTheBoundAndIsNamed() {
        Geometry<Weights, Differential<Weights>> projected =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>halfSquaredNorm(2), Constraint.simplex());
        Learner<Weights, Differential<Weights>> learner = Online.mirrorDescent(
                        projected, HALVES, LearningRate.constant(0.5))
                .against(Constraint.simplex())
                .heldTo(RegretTheorem.hedge())
                .start();
        for (int t = 0; t < 20; t++) {
            learner.observe(t % 2 == 0 ? 1 : 0, t % 2);
        }
        Verdict.Exceeded exceeded =
                assertInstanceOf(Verdict.Exceeded.class, learner.account().verdict(), learner::toString);
        assertEquals(3, exceeded.iteration());
        assertTrue(exceeded.reason().contains("broken in round 1: points are exponential weights"), exceeded::reason);
        assertEquals(20 * 0.5 / 4, learner.account().regret(), 1e-14);
    }

    @Test
    void lossesBeyondTheirRangeExceedTheBoundAndTheReasonIsGiven() {
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(2).rate(0.1).start();
        for (int t = 0; t < 5; t++) {
            learner.observe(0.5, 0.5);
        }
        for (int t = 0; t < 5; t++) {
            learner.observe(0, 100);
        }
        Verdict.Exceeded exceeded =
                assertInstanceOf(Verdict.Exceeded.class, learner.account().verdict(), learner::toString);
        assertEquals(6, exceeded.iteration());
        assertTrue(exceeded.reason().contains("broken in round 6: losses in [0, 1]"), exceeded::reason);
    }

    @Test
    void aConcaveLossIsNoticedAtTheComparisonPoint() {
        Learner<Weights, Differential<Weights>> learner = Online.mirrorDescent(
                        Geometry.mirror(Potentials.<Weights, Differential<Weights>>halfSquaredNorm(1)),
                        Vec.of(1),
                        LearningRate.constant(0.25))
                .against(Vec.of(-1))
                .heldTo(RegretTheorem.mirrorDescent(4, DualNorm.EUCLIDEAN))
                .start();
        learner.observe(OnlineTest.bowl(0.5));
        assertTrue(learner.account().broken().isEmpty());
        learner.observe(Objective.of(1, x -> -x.get(0) * x.get(0), x -> Vec.of(-2 * x.get(0))));
        assertEquals(2, learner.account().brokenAt().orElseThrow());
        assertTrue(learner.account().broken().orElseThrow().contains("not convex"), learner::toString);
    }

    @Test
    void boundsAreThoseOfTheBooks() {
        double log = Math.log(7);
        Rounds rounds = Rounds.constant(10_000, Math.sqrt(8 * log / 10_000));
        assertEquals(Math.sqrt(10_000 * log / 2), RegretTheorem.hedge().bound(rounds, log), 1e-11);
        assertEquals(3 * Math.sqrt(10_000 * log / 2), hedgeOfRange(3, log), 1e-10);
        assertEquals(
                2 * Math.sqrt(5000 * log) + Math.sqrt(log / 8),
                RegretTheorem.anytimeHedge(7).bound(rounds, log),
                1e-11);
        assertEquals(Math.sqrt(10_000 * log) + 2, RegretTheorem.adaptiveHedge(7).bound(rounds, log), 1e-11);
        // √(2DT)·G at η = √(2D/T)/G.
        Rounds tuned = Rounds.constant(400, Math.sqrt(2 * 3 / 400.0) / 5);
        double best = 5 * Math.sqrt(2 * 3 * 400);
        assertEquals(best, RegretTheorem.mirrorDescent(5, DualNorm.EUCLIDEAN).bound(tuned, 3), 1e-11);
        assertEquals(
                best,
                RegretTheorem.followTheRegularisedLeader(5, DualNorm.EUCLIDEAN).bound(tuned, 3),
                1e-11);
        // √(2T ln n)/(2r) at η = 2r√(2 ln n/T).
        Rounds days = Rounds.constant(5000, 2 * 0.5 * Math.sqrt(2 * log / 5000));
        assertEquals(
                Math.sqrt(2 * 5000 * log) / (2 * 0.5),
                RegretTheorem.portfolio(0.5).bound(days, log),
                1e-10);
        refused("G", () -> RegretTheorem.mirrorDescent(0, DualNorm.EUCLIDEAN));
        refused("G", () -> RegretTheorem.followTheRegularisedLeader(Double.NaN, DualNorm.EUCLIDEAN));
        refused("range", () -> RegretTheorem.hedge(-1));
        refused("ratio of price relatives", () -> RegretTheorem.portfolio(1.5));
        refused("number of actions", () -> RegretTheorem.anytimeHedge(0));
        refused("number of actions", () -> RegretTheorem.adaptiveHedge(0));
        assertEquals(2, RegretTheorem.adaptiveHedge(1).bound(rounds, 0));
        assertEquals(5e200, DualNorm.EUCLIDEAN.of(new double[] {3e200, -4e200}), 1e186);
        assertEquals(4e200, DualNorm.LARGEST_ENTRY.of(new double[] {3e200, -4e200}));
        assertEquals(0, DualNorm.EUCLIDEAN.of(new double[2]));
    }

    private static double hedgeOfRange(double range, double log) {
        Rounds rounds = Rounds.constant(10_000, Math.sqrt(8 * log / 10_000) / range);
        return RegretTheorem.hedge(range).bound(rounds, log);
    }

    @Test
    void verdictsWithoutRoundsTheoremOrFiniteDivergence() {
        assertEquals(
                "no round was played",
                Hedge.over(2).rate(1).start().account().verdict().reason());
        assertEquals(0, Hedge.over(2).rate(1).start().account().comparatorLoss());
        assertEquals(0, Hedge.over(2).rate(1).start().account().regretPerRound());
        Learner<Weights, Differential<Weights>> free =
                descent(LearningRate.constant(1)).start();
        free.observe(1, 0);
        assertEquals("no theorem was named", free.account().verdict().reason());
        assertTrue(free.account().theorem().isEmpty());
        assertEquals(Double.POSITIVE_INFINITY, free.account().bound());
        Learner<Weights, Differential<Weights>> burg = Online.followTheRegularisedLeader(
                        Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(2), Constraint.simplex()),
                        HALVES,
                        LearningRate.constant(1))
                .against(Constraint.simplex())
                .heldTo(RegretTheorem.followTheRegularisedLeader(1, DualNorm.LARGEST_ENTRY))
                .start();
        burg.observe(1, 0);
        assertTrue(burg.account().verdict().reason().contains("vacuous"), burg::toString);
        assertEquals(0, burg.account().ratio());
    }

    @Test
    void theLinesAsTextWhateverTheLocale() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.GERMANY);
            RegretAccount account = Hedge.over(2)
                    .rate(2)
                    .play(Arrays.asList(new double[] {1, 0}, new double[] {0, 0.5}))
                    .account();
            double w = 1 / (1 + Math.exp(2));
            String[] lines = account.csv().split("\n", -1);
            assertEquals("round,loss,comparator,regret,bound", lines[0]);
            assertEquals("1,0.5,0.0,0.5," + (Math.log(2) / 2 + 0.25), lines[1]);
            String[] second = lines[2].split(",", -1);
            assertEquals(0.5 + (1 - w) / 2, Double.parseDouble(second[1]), 1e-15);
            assertEquals(0.5, Double.parseDouble(second[2]));
            assertEquals((1 - w) / 2, Double.parseDouble(second[3]), 1e-15);
            assertEquals(4, lines.length);
            assertTrue(account.plot().startsWith("regret\n"), account::plot);
            assertTrue(account.plot().contains("*"), account::plot);
        } finally {
            Locale.setDefault(before);
        }
    }
}
