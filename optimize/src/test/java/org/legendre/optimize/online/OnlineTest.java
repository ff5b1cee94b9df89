package org.legendre.optimize.online;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.legendre.optimize.online.HedgeTest.refused;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Term;
import org.legendre.optimize.theory.Certificate.Line;
import org.legendre.optimize.theory.Certificate.Verdict;

class OnlineTest {
    private static final double[] LOWER = {-1, 0, 0};
    private static final double[] UPPER = {1, 1, 2};

    private static Legendre<Weights, Differential<Weights>> square(int n) {
        return Potentials.halfSquaredNorm(n);
    }

    static Geometry<Weights, Differential<Weights>> box() {
        return Geometry.mirror(square(3), Constraint.box(LOWER, UPPER));
    }

    private static double[] clip(double[] z) {
        double[] x = new double[3];
        Arrays.setAll(x, i -> Math.min(UPPER[i], Math.max(LOWER[i], z[i])));
        return x;
    }

    static double[] random(int n, SplittableRandom random) {
        double[] g = new double[n];
        Arrays.setAll(g, i -> random.nextDouble(-1, 1));
        return g;
    }

    /** x_t = clip(x₁ − η_t Σg) against x_{t+1} = clip(x_t − ηg): once outside the box they differ. */
    @Test
    void lazyAndEagerProjectionsAreThoseOfTheTextbook() {
        Vec<Weights> start = Vec.of(0.5, 0.25, 0);
        Learner<Weights, Differential<Weights>> lazy = Online.followTheRegularisedLeader(
                        box(), start, LearningRate.decaying(0.8))
                .against(Constraint.box(LOWER, UPPER))
                .heldTo(RegretTheorem.followTheRegularisedLeader(Math.sqrt(3), DualNorm.EUCLIDEAN))
                .start();
        Learner<Weights, Differential<Weights>> eager = Online.mirrorDescent(box(), start, LearningRate.constant(0.3))
                .against(Constraint.box(LOWER, UPPER))
                .heldTo(RegretTheorem.mirrorDescent(Math.sqrt(3), DualNorm.EUCLIDEAN))
                .start();
        SplittableRandom random = new SplittableRandom(4);
        double[] sums = new double[3];
        double[] point = start.toArray();
        double lost = 0;
        double difference = 0;
        for (int t = 1; t <= 300; t++) {
            double rate = 0.8 / Math.sqrt(t);
            double[] z = new double[3];
            Arrays.setAll(z, i -> start.get(i) - rate * sums[i]);
            assertArrayEquals(clip(z), lazy.point().toArray(), 1e-13, "round " + t);
            assertArrayEquals(point, eager.point().toArray(), 1e-13, "round " + t);
            difference = Math.max(difference, Math.abs(point[0] - clip(z)[0]));
            double[] g = random(3, random);
            for (int i = 0; i < 3; i++) {
                lost += clip(z)[i] * g[i];
                sums[i] += g[i];
                point[i] -= 0.3 * g[i];
            }
            point = clip(point);
            lazy.observe(g);
            eager.observe(g);
        }
        assertTrue(difference > 0.1, "lazy and eager points agree: the test shows nothing");
        double best = 0;
        double distance = 0;
        for (int i = 0; i < 3; i++) {
            double end = sums[i] > 0 ? LOWER[i] : UPPER[i];
            best += end * sums[i];
            distance += 0.5 * (end - start.get(i)) * (end - start.get(i));
        }
        assertEquals(lost - best, lazy.account().regret(), 1e-12);
        double rates = 0;
        for (int t = 1; t <= 300; t++) {
            rates += 0.8 / Math.sqrt(t);
        }
        assertEquals(
                distance / (0.8 / Math.sqrt(300)) + 1.5 * rates, lazy.account().bound(), 1e-11);
        assertEquals(distance / 0.3 + 1.5 * 0.3 * 300, eager.account().bound(), 1e-11);
        for (Learner<Weights, Differential<Weights>> learner : List.of(lazy, eager)) {
            Verdict.Kept kept =
                    assertInstanceOf(Verdict.Kept.class, learner.account().verdict(), learner::toString);
            double least = learner.account().lines().stream()
                    .mapToDouble(Line::slack)
                    .min()
                    .orElseThrow();
            assertEquals(least, kept.slack());
        }
    }

    @Test
    void onTheSimplexWithEntropyBothAreHedge() {
        SplittableRandom random = new SplittableRandom(5);
        Vec<Weights> start = Vec.of(0.25, 0.25, 0.25, 0.25);
        Learner<Weights, Differential<Weights>> hedge = Hedge.over(4).rate(0.2).start();
        Learner<Weights, Differential<Weights>> descent = Online.mirrorDescent(
                        Geometry.exponentiatedGradient(4), start, LearningRate.constant(0.2))
                .start();
        for (int t = 0; t < 200; t++) {
            double[] losses = random(4, random);
            hedge.observe(losses);
            descent.observe(losses);
            assertArrayEquals(hedge.weights(), descent.weights(), 1e-13);
        }
    }

    /** Every pair of the table that a learner may meet: the point minimises η⟨S, x⟩ + D(x, x₁), so that η S + ∇φ(x) − ∇φ(x₁) has no Frank–Wolfe gap. */
    @Test
    void theLeaderIsFollowedInOtherGeometries() {
        leads(Potentials.tsallis(3, 0.5), Constraint.simplex(), Vec.of(0.25, 0.25, 0.5));
        leads(Potentials.burg(3), Constraint.simplex(), Vec.of(0.25, 0.25, 0.5));
        leads(Potentials.negativeEntropy(3), Constraint.cappedSimplex(0.5, 0.5, 0.75), Vec.of(0.25, 0.25, 0.5));
        leads(Potentials.hypentropy(3, 0.5), Constraint.l1Ball(1), Vec.of(0.25, -0.25, 0.125));
        leads(square(3), Constraint.simplex(), Vec.of(0.25, 0.25, 0.5));
    }

    private static void leads(Legendre<Weights, Differential<Weights>> phi, Constraint set, Vec<Weights> start) {
        SplittableRandom random = new SplittableRandom(6);
        Learner<Weights, Differential<Weights>> learner = Online.followTheRegularisedLeader(
                        Geometry.mirror(phi, set), start, LearningRate.decaying(0.3))
                .against(set)
                .start();
        Vec<Differential<Weights>> sum = Vec.of(0, 0, 0);
        for (int t = 1; t <= 40; t++) {
            double[] g = random(3, random);
            sum = sum.plus(Vec.of(g));
            learner.observe(g);
            Vec<Differential<Weights>> slope = sum.times(0.3 / Math.sqrt(t + 1.0))
                    .plus(phi.gradient(learner.point()))
                    .minus(phi.gradient(start));
            double gap = set.gap(learner.weights(), slope.toArray());
            assertEquals(0, gap, 1e-11, phi.potential() + " on " + set + ", round " + t);
        }
    }

    /** Two simplices have two best actions, a simplex of total 2 has one of twice the loss. */
    @Test
    void bestActionsOfProductsAndTotals() {
        bestActions(Constraint.simplices(2, 2), 0.5, Vec.of(0, 1, 1, 0), 0.25 + 0.5);
        bestActions(Constraint.simplices(new double[] {2}, 4), 0.5, Vec.of(0, 2, 0, 0), 2 * 0.25);
    }

    /** What all actions lose hides how they differ in their sums, not in the centred ones. */
    @Test
    void theBestActionIsKnownBesideALargeCommonLoss() {
        Learner<Weights, Differential<Weights>> hedge = Hedge.over(2).rate(1e-3).start();
        double common = 1e15;
        for (int t = 0; t < 3000; t++) {
            hedge.observe(t < 8 ? common + 0.125 : common, common);
        }
        assertEquals(Vec.of(0, 1), hedge.account().<Weights>comparator());
    }

    private static void bestActions(Constraint set, double weight, Vec<Weights> best, double loss) {
        Legendre<Weights, Differential<Weights>> entropy = Potentials.negativeEntropy(4);
        Learner<Weights, Differential<Weights>> learner = Online.followTheRegularisedLeader(
                        Geometry.mirror(entropy, set), Vec.of(weight, weight, weight, weight), LearningRate.constant(1))
                .against(set)
                .start();
        learner.observe(1, 0.25, 0.5, 0.75);
        assertEquals(best, learner.account().<Weights>comparator());
        assertEquals(loss, learner.account().comparatorLoss());
        assertEquals(2.5 * weight - loss, learner.account().regret(), 1e-15);
    }

    /** Losses ½|x − a_t|² of points a_t: G = 4 bounds the gradients on the box, and their mean is the best point. */
    @Test
    void convexLossesAgainstTheirBestPoint() {
        SplittableRandom random = new SplittableRandom(7);
        List<double[]> targets = new ArrayList<>();
        double[] mean = new double[3];
        for (int t = 0; t < 400; t++) {
            double[] a = {random.nextDouble(), random.nextDouble(), random.nextDouble()};
            targets.add(a);
            Arrays.setAll(mean, i -> mean[i] + a[i] / 400);
        }
        Learner<Weights, Differential<Weights>> learner = Online.mirrorDescent(
                        box(), Vec.of(-1, 1, 2), LearningRate.constant(0.1))
                .against(Vec.of(mean))
                .heldTo(RegretTheorem.mirrorDescent(4, DualNorm.EUCLIDEAN))
                .start();
        double regret = 0;
        for (double[] a : targets) {
            Objective<Weights, Differential<Weights>> loss = bowl(a);
            regret += loss.value(learner.weights()) - loss.value(mean);
            learner.observe(loss);
        }
        assertEquals(regret, learner.account().regret(), 1e-12);
        assertTrue(regret > 0);
        assertInstanceOf(Verdict.Kept.class, learner.account().verdict(), learner::toString);
    }

    static Objective<Weights, Differential<Weights>> bowl(double... a) {
        return Objective.of(
                a.length,
                x -> {
                    double sum = 0;
                    for (int i = 0; i < a.length; i++) {
                        sum += 0.5 * (x.get(i) - a[i]) * (x.get(i) - a[i]);
                    }
                    return sum;
                },
                x -> Vec.generate(a.length, i -> x.get(i) - a[i]));
    }

    @Test
    void refusalsSayWhatDoesNotGoTogether() {
        Vec<Weights> start = Vec.of(0.5, 0.25, 0);
        LearningRate rate = LearningRate.constant(1);
        refused("dual points", () -> Online.mirrorDescent(Geometry.euclidean(3), start, rate));
        refused("without a term", () -> Online.mirrorDescent(Geometry.mirror(square(3), Term.l1(1)), start, rate));
        refused("start", () -> Online.mirrorDescent(box(), Vec.of(2, 0, 0), rate));
        Online<Weights, Differential<Weights>> method = Online.mirrorDescent(box(), start, rate);
        refused("comparison point", () -> method.against(Vec.of(1, 2)));
        refused("closure of the set", () -> method.against(Vec.of(0, 0, 2.5)));
        refused(
                "bounded set with linear minimisation",
                () -> method.against(Constraint.affine(new double[][] {{1, 1, 1}}, new double[] {0.75})));
        double infinity = Double.POSITIVE_INFINITY;
        refused(
                "bounded set with linear minimisation",
                () -> method.against(Constraint.box(LOWER, new double[] {1, infinity, 2})));
        refused(
                "bounded set with linear minimisation",
                () -> method.against(Constraint.box(new double[] {-1, -infinity, 0}, UPPER)));
        refused("a point of the simplex (the entries sum to 0.75", () -> method.against(Constraint.simplex()));
        refused("a point of", () -> method.against(Constraint.box(new double[4], new double[] {1, 1, 1, 1})));
        Learner<Weights, Differential<Weights>> best =
                method.against(Constraint.box(LOWER, UPPER)).start();
        refused("linear losses only: name a point", () -> best.observe(bowl(0, 0, 0)));
        refused("dimension of the loss", () -> best.observe(bowl(0, 0)));
        Learner<Weights, Differential<Weights>> learner = method.start();
        refused("loss of round 1", () -> learner.observe(Objective.of(3, x -> Double.NaN, x -> Vec.of(0, 0, 0))));
        refused("comparison point is NaN", () -> learner.observe(half(start)));
        assertEquals(0, learner.account().rounds());
        refused(
                "/√t' instead of 'rates ln 3/Δ'",
                () -> Hedge.over(3)
                        .adaptive()
                        .resume(Hedge.over(3).anytime().start().state()));
        refused(
                "'follow the regularised leader' instead of 'online mirror descent'",
                () -> method.resume(Hedge.over(3).anytime().start().state()));
        refused(
                "dimension 3 instead of 2",
                () -> Hedge.over(2)
                        .anytime()
                        .resume(Hedge.over(3).anytime().start().state()));
        // Burg's dual points are negative: one loss of −10 leaves them.
        Learner<Weights, Differential<Weights>> burg = Online.mirrorDescent(
                        Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(1)), Vec.of(0.5), rate)
                .start();
        refused("ones after which there is a point (dual point", () -> burg.observe(-10));
        assertEquals(0.5, burg.weights()[0]);
        LearningRate wrong = (round, memory) -> round == 1 ? 1 : Double.NaN;
        Learner<Weights, Differential<Weights>> lost =
                Online.mirrorDescent(box(), start, wrong).start();
        refused("rate of round 2 = NaN", () -> lost.observe(1, 1, 1));
        LearningRate infinite = (round, memory) -> Double.POSITIVE_INFINITY;
        refused(
                "finite for mirror descent",
                () -> Online.mirrorDescent(box(), start, infinite).start());
    }

    /** Finite where it was played first, NaN the second time it is asked. */
    private static Objective<Weights, Differential<Weights>> half(Vec<Weights> start) {
        return new Objective<>() {
            @Override
            public int size() {
                return start.size();
            }

            @Override
            public double value(double[] x) {
                return Double.NaN;
            }

            @Override
            public double gradient(double[] x, double[] out) {
                Arrays.fill(out, 0);
                return 0;
            }
        };
    }
}
