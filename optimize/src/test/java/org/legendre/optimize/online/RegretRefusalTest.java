package org.legendre.optimize.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.legendre.optimize.online.HedgeTest.refused;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.theory.Certificate.Verdict;

/** Rounds that are refused change nothing, bounds that are no numbers are kept by nothing. */
class RegretRefusalTest {
    /** A theorem that says what it is told. */
    private record Told(double bound, int fails) implements RegretTheorem {
        @Override
        public double bound(Rounds rounds, double divergence) {
            if (rounds.count() == fails) {
                throw new IllegalStateException("no bound");
            }
            return bound;
        }

        @Override
        public Optional<String> broken(Round round) {
            return Optional.empty();
        }

        @Override
        public String statement() {
            return "what it is told";
        }

        @Override
        public String citation() {
            return "none";
        }

        @Override
        public List<String> assumptions() {
            return List.of();
        }
    }

    /** Best actions for all losses but those that prefer the first action. */
    private static final class HalfBounded implements Constraint {
        @Override
        public Optional<String> diagnose(double[] x) {
            return Optional.empty();
        }

        @Override
        public double gap(double[] x, double[] g) {
            throw new UnsupportedOperationException("no gap is asked for");
        }

        @Override
        public boolean minimise(double[] g, double[] out) {
            out[0] = 0;
            out[1] = 1;
            return g[0] >= g[1];
        }
    }

    private static String everything(Learner<Weights, Differential<Weights>> learner) {
        RegretAccount account = learner.account();
        return account.csv() + account + account.loss() + account.rounds() + account.comparator() + learner.point();
    }

    @Test
    void aTheoremThatFailsLeavesTheAccountAlone() {
        Online<Weights, Differential<Weights>> method = Hedge.over(2).rate(1).heldTo(new Told(10, 2));
        Learner<Weights, Differential<Weights>> learner = method.start();
        learner.observe(0.25, 1);
        String before = everything(learner);
        assertThrows(IllegalStateException.class, () -> learner.observe(1, 0));
        assertEquals(before, everything(learner));
        assertEquals(1, learner.state().rounds());
        assertEquals(before, everything(method.resume(learner.state())));
    }

    @Test
    void aSetWithoutABestActionLeavesTheAccountAlone() {
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(2).rate(1).against(new HalfBounded()).start();
        learner.observe(1, 0);
        String before = everything(learner);
        refused("has no best action for these losses", () -> learner.observe(0, 3));
        assertEquals(before, everything(learner));
        learner.observe(0, 0.5);
        assertEquals(2, learner.account().rounds());
        assertEquals(0.5, learner.account().comparatorLoss());
    }

    @Test
    void infiniteRatesMakeTheSumInfinite() {
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(2).adaptive().heldTo(RegretTheorem.hedge()).start();
        learner.observe(0, 1);
        learner.observe(1, 0);
        assertEquals(Double.POSITIVE_INFINITY, learner.account().bound());
        Verdict.Empty empty =
                assertInstanceOf(Verdict.Empty.class, learner.account().verdict(), learner::toString);
        assertTrue(empty.reason().contains("Ση_t = ∞"), empty::reason);
        LearningRate huge = LearningRate.constant(1e308);
        Learner<Weights, Differential<Weights>> fast = Online.followTheRegularisedLeader(
                        Geometry.exponentiatedGradient(2), Vec.of(0.5, 0.5), huge)
                .heldTo(RegretTheorem.hedge())
                .start();
        for (int t = 0; t < 3; t++) {
            fast.observe(0, 0);
        }
        assertEquals(Double.POSITIVE_INFINITY, fast.account().bound());
        // D = ∞ with η = ∞: the quotient has no value, the bound has.
        Rounds first = new Rounds(1, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertEquals(Double.POSITIVE_INFINITY, RegretTheorem.hedge().bound(first, Double.POSITIVE_INFINITY));
    }

    @Test
    void aBoundThatIsNoNumberIsExceeded() {
        Learner<Weights, Differential<Weights>> learner =
                Hedge.over(2).rate(1).heldTo(new Told(Double.NaN, 0)).start();
        learner.observe(0, 0);
        assertInstanceOf(Verdict.Exceeded.class, learner.account().verdict(), learner::toString);
    }

    @Test
    void resumingAnotherMethodIsRefusedByName() {
        LearnerState<Weights, Differential<Weights>> state =
                Hedge.over(2).rate(1).play(List.of(new double[] {1, 0})).state();
        refused("'rate 1.0' instead of 'rate 2.0'", () -> Hedge.over(2).rate(2).resume(state));
        refused("the simplex", () -> Hedge.over(2).rate(1).against(Vec.of(1, 0)).resume(state));
        refused(
                "instead of 'no theorem'",
                () -> Online.followTheRegularisedLeader(
                                Geometry.exponentiatedGradient(2), Vec.of(0.5, 0.5), LearningRate.constant(1))
                        .against(Constraint.simplex())
                        .resume(state));
        Geometry<Weights, Differential<Weights>> simplex = Geometry.exponentiatedGradient(2);
        LearningRate one = LearningRate.constant(1);
        Online<Weights, Differential<Weights>> eager = Online.mirrorDescent(simplex, Vec.of(0.5, 0.5), one);
        Online<Weights, Differential<Weights>> lazy = Online.followTheRegularisedLeader(simplex, Vec.of(0.5, 0.5), one);
        refused(
                "'online mirror descent' instead of 'follow the regularised leader'",
                () -> lazy.resume(eager.start().state()));
        refused(
                "another start",
                () -> eager.resume(Online.mirrorDescent(simplex, Vec.of(0.25, 0.75), one)
                        .start()
                        .state()));
        refused(
                "another comparison point",
                () -> eager.against(Vec.of(1, 0))
                        .resume(eager.against(Vec.of(0, 1)).start().state()));
        // A rule without a text of its own, other in each process, is not told apart.
        Online<Weights, Differential<Weights>> nameless =
                Online.mirrorDescent(simplex, Vec.of(0.5, 0.5), (round, memory) -> 1);
        Online<Weights, Differential<Weights>> other =
                Online.mirrorDescent(simplex, Vec.of(0.5, 0.5), (round, memory) -> 1.0);
        assertArrayEquals(
                new double[] {0.5, 0.5}, nameless.resume(other.start().state()).weights());
    }
}
