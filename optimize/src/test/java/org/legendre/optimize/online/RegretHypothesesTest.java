package org.legendre.optimize.online;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.legendre.optimize.online.HedgeTest.refused;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.problem.LogOptimalPortfolio;
import org.legendre.optimize.theory.Certificate.Verdict;

/** What theorems assume of method, start, loss and comparison point: all of it is listed, and named when it breaks. */
class RegretHypothesesTest {
    private static final Vec<Weights> HALVES = Vec.of(0.5, 0.5);

    private static void loseOnTheHeaviest(Learner<Weights, Differential<Weights>> learner, int rounds) {
        for (int t = 0; t < rounds; t++) {
            double[] w = learner.weights();
            learner.observe(w[0] >= w[1] ? 1 : 0, w[0] >= w[1] ? 0 : 1);
        }
    }

    /** Against equal weights D(u, x₁) is 0, but the regret is not. */
    @Test
    void rateFreeBoundsHoldForMixturesToo() {
        for (Online<Weights, Differential<Weights>> method :
                List.of(Hedge.over(2).adaptive(), Hedge.over(2).anytime())) {
            Learner<Weights, Differential<Weights>> learner =
                    method.against(HALVES).start();
            loseOnTheHeaviest(learner, 2000);
            assertTrue(learner.account().regret() > 10, learner::toString);
            assertInstanceOf(Verdict.Kept.class, learner.account().verdict(), learner::toString);
            assertTrue(learner.account().broken().isEmpty());
        }
        assertEquals(
                Math.sqrt(2000 * Math.log(2)) + 2,
                RegretTheorem.adaptiveHedge(2).bound(Rounds.constant(2000, 1), 0),
                1e-12);
    }

    @Test
    void comparisonPointsLieInTheClosureOfTheSet() {
        refused("closure of the set", () -> Hedge.over(2).rate(0.1).against(Vec.of(0, 0)));
        refused("closure of the set", () -> Hedge.over(2).anytime().against(Vec.of(0.1, 0.1)));
        refused("closure of the set", () -> Hedge.over(2).anytime().against(Vec.of(1.5, -0.5)));
        double[] zeros = new double[2];
        Geometry<Weights, Differential<Weights>> unit = Geometry.mirror(
                Potentials.<Weights, Differential<Weights>>halfSquaredNorm(2),
                Constraint.box(zeros, new double[] {1, 1}));
        Online<Weights, Differential<Weights>> leader =
                Online.followTheRegularisedLeader(unit, HALVES, LearningRate.constant(1));
        refused("closure of the set", () -> leader.against(Vec.of(5, 5)));
        refused("part of the closure", () -> leader.against(Constraint.box(zeros, new double[] {1, 3})));
        refused(
                "part of the closure",
                () -> Online.mirrorDescent(Geometry.exponentiatedGradient(2), HALVES, LearningRate.constant(1))
                        .against(Constraint.box(zeros, new double[] {3, 3})));
        // Faces, edges and corners of the closure are points of it, whether the domain has them or not.
        assertEquals(Vec.of(1, 0), comparator(Hedge.over(2).rate(1).against(Vec.of(1, 0))));
        assertEquals(Vec.of(1, 0), comparator(leader.against(Vec.of(1, 0))));
        Geometry<Weights, Differential<Weights>> fermi =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>fermiDirac(zeros, new double[] {1, 1}));
        assertEquals(
                Vec.of(1, 0),
                comparator(Online.mirrorDescent(fermi, HALVES, LearningRate.constant(1))
                        .against(Vec.of(1, 0))));
        Geometry<Weights, Differential<Weights>> burg =
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(2), Constraint.simplex());
        assertEquals(
                Vec.of(0, 1),
                comparator(Online.mirrorDescent(burg, HALVES, LearningRate.constant(1))
                        .against(Vec.of(0, 1))));
    }

    private static Vec<Weights> comparator(Online<Weights, Differential<Weights>> method) {
        return method.start().account().comparator();
    }

    /** A triangle whose least and greatest points are in the simplex, a third one not. */
    @Test
    void aBestActionOutsideTheSetIsRefusedInItsRound() {
        Learner<Weights, Differential<Weights>> learner = Hedge.over(2)
                .rate(1)
                .against(new ArbitraryActions(
                        List.of(new double[] {0.5, 0.5}, new double[] {1, 0}, new double[] {-1, 2})))
                .start();
        learner.observe(0, 1);
        assertEquals(Vec.of(1, 0), learner.account().<Weights>comparator());
        refused("is outside the set of the geometry", () -> learner.observe(5, 0));
        assertEquals(Vec.of(1, 0), learner.account().<Weights>comparator());
        assertEquals(1, learner.account().rounds());
    }

    private static String broken(
            Online<Weights, Differential<Weights>> method, RegretTheorem theorem, double... pairs) {
        Learner<Weights, Differential<Weights>> learner =
                method.heldTo(theorem).against(Constraint.simplex()).start();
        for (int t = 0; t < pairs.length; t += 2) {
            learner.observe(pairs[t], pairs[t + 1]);
        }
        String reason = learner.account().broken().orElse("none in round 0");
        assertTrue(
                theorem.assumptions().stream().anyMatch(one -> reason.startsWith(one)) || reason.startsWith("none"),
                reason);
        return reason + " in round " + learner.account().brokenAt().orElse(0);
    }

    private static void names(String words, String reason) {
        assertTrue(reason.contains(words), reason);
    }

    @Test
    void methodAndStartAreNamedWhereTheyAreOthers() {
        double[] losses = {1, 0, 1, 0};
        Geometry<Weights, Differential<Weights>> simplex = Geometry.exponentiatedGradient(2);
        Online<Weights, Differential<Weights>> falling =
                Online.mirrorDescent(simplex, HALVES, LearningRate.decaying(1));
        String constant = "mirror descent with a constant rate: mirror descent with 0.70";
        names(constant, broken(falling, RegretTheorem.hedge(), losses));
        names(constant, broken(falling, RegretTheorem.hedge(3), losses));
        names(
                "in round 2",
                broken(falling, RegretTheorem.followTheRegularisedLeader(1, DualNorm.LARGEST_ENTRY), losses));
        double first = Math.sqrt(8 * Math.log(2));
        Online<Weights, Differential<Weights>> eager =
                Online.mirrorDescent(simplex, HALVES, LearningRate.decaying(first));
        names("this is mirror descent in round 1", broken(eager, RegretTheorem.anytimeHedge(2), losses));
        names("this is mirror descent in round 1", broken(eager, RegretTheorem.adaptiveHedge(2), losses));
        Online<Weights, Differential<Weights>> skew =
                Online.followTheRegularisedLeader(simplex, Vec.of(0.25, 0.75), LearningRate.decaying(first));
        names("equal weights in the first round", broken(skew, RegretTheorem.anytimeHedge(2), losses));
        names("equal weights in the first round", broken(skew, RegretTheorem.adaptiveHedge(2), losses));
        names(
                "there are 3 actions: there are 2",
                broken(Hedge.over(2).adaptive(), RegretTheorem.adaptiveHedge(3), 1, 0));
        names("there are 3 actions: there are 2", broken(Hedge.over(2).anytime(), RegretTheorem.anytimeHedge(3), 1, 0));
        Online<Weights, Differential<Weights>> projected = Online.followTheRegularisedLeader(
                Geometry.mirror(Potentials.<Weights, Differential<Weights>>halfSquaredNorm(2), Constraint.simplex()),
                HALVES,
                LearningRate.decaying(first));
        for (RegretTheorem theorem :
                List.of(RegretTheorem.hedge(), RegretTheorem.hedge(2), RegretTheorem.anytimeHedge(2))) {
            names("points are exponential weights", broken(projected, theorem, losses));
        }
        names("none", broken(projected, RegretTheorem.followTheRegularisedLeader(1, DualNorm.LARGEST_ENTRY), losses));
        names("none", broken(Hedge.over(2).rate(1), RegretTheorem.hedge(), losses));
        names(
                "none",
                broken(
                        Online.mirrorDescent(simplex, Vec.of(0.25, 0.75), LearningRate.constant(1)),
                        RegretTheorem.hedge(),
                        losses));
    }

    @Test
    void everyTheoremListsPointAndConvexity() {
        for (RegretTheorem theorem : List.of(
                RegretTheorem.hedge(),
                RegretTheorem.hedge(2),
                RegretTheorem.anytimeHedge(2),
                RegretTheorem.adaptiveHedge(2),
                RegretTheorem.followTheRegularisedLeader(1, DualNorm.EUCLIDEAN),
                RegretTheorem.mirrorDescent(1, DualNorm.EUCLIDEAN),
                RegretTheorem.portfolio(0.5))) {
            String all = String.join("; ", theorem.assumptions());
            names("u is a point of the closure of the set", all);
            names(theorem.statement().contains("log") ? "the loss is −log⟨w, x⟩" : "losses are convex", all);
        }
    }

    private static Learner<Weights, Differential<Weights>> investor(int n, double ratio) {
        return Online.mirrorDescent(
                        Geometry.exponentiatedGradient(n),
                        Vec.<Weights>generate(n, i -> 1.0 / n),
                        LearningRate.constant(0.05))
                .against(Vec.<Weights>generate(n, i -> 1.0 / n))
                .heldTo(RegretTheorem.portfolio(ratio))
                .start();
    }

    @Test
    void thePortfolioTheoremKnowsItsLoss() {
        Learner<Weights, Differential<Weights>> linear = investor(2, 0.5);
        linear.observe(-1, -0.75);
        names("−log⟨w, x⟩: it is linear", linear.account().broken().orElseThrow());
        // A linear loss may have the pairing −1 of a logarithm.
        Learner<Weights, Differential<Weights>> disguised = investor(2, 0.5);
        disguised.observe(-1, -1);
        names("−log⟨w, x⟩: it is linear", disguised.account().broken().orElseThrow());
        Learner<Weights, Differential<Weights>> square = investor(2, 0.5);
        square.observe(OnlineTest.bowl(3, 3));
        names("−log⟨w, x⟩: ⟨w, g⟩ = ", square.account().broken().orElseThrow());
        Learner<Weights, Differential<Weights>> spread = investor(2, 0.5);
        spread.observe(LogOptimalPortfolio.of(new double[] {1, 0.75}));
        assertTrue(spread.account().broken().isEmpty(), spread::toString);
        spread.observe(LogOptimalPortfolio.of(new double[] {1, 0.25}));
        names("less than r = 0.5", spread.account().broken().orElseThrow());
        assertEquals(2, spread.account().brokenAt().orElseThrow());
    }

    /** r is the ratio of the data to its last digit; a part in 10¹⁴ more is too much. */
    @Test
    void theRatioOfTheDataItselfIsKept() {
        SplittableRandom random = new SplittableRandom(11);
        for (int k = 0; k < 1000; k++) {
            double[] day = {random.nextDouble(0.5, 2), random.nextDouble(0.5, 2), random.nextDouble(0.5, 2)};
            double least = Math.min(day[0], Math.min(day[1], day[2]));
            double greatest = Math.max(day[0], Math.max(day[1], day[2]));
            Objective<Weights, Differential<Weights>> loss = LogOptimalPortfolio.of(day);
            Learner<Weights, Differential<Weights>> kept = investor(3, least / greatest);
            kept.observe(loss);
            assertTrue(kept.account().broken().isEmpty(), kept::toString);
            Learner<Weights, Differential<Weights>> broken = investor(3, Math.min(1, least / greatest * (1 + 1e-14)));
            broken.observe(loss);
            assertTrue(broken.account().broken().isPresent(), broken::toString);
        }
    }
}
