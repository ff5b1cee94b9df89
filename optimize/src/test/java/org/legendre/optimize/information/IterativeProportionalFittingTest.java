package org.legendre.optimize.information;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Probabilities;
import org.legendre.geometry.information.Information;
import org.legendre.geometry.information.JointTable;
import org.legendre.geometry.information.LinearFamily;
import org.legendre.optimize.Outcome;

/** Raking and generalised scaling beside Newton's method. */
class IterativeProportionalFittingTest {
    private static final Probabilities ROWS = Probabilities.of(.5, .5);
    private static final Probabilities COLUMNS = Probabilities.of(.2, .5, .3);

    @Test
    void anIndependentTableIsFittedByTheProductOfTheMarginsInOneSweep() {
        JointTable independent = JointTable.of(new double[][] {{.1 * .6, .9 * .6}, {.1 * .4, .9 * .4}});
        var fit = IterativeProportionalFitting.of(independent)
                .margin(ROWS, 0)
                .margin(Probabilities.of(.3, .7), 1)
                .fit();
        assertArrayEquals(new double[] {.15, .35, .15, .35}, fit.table().joint().toArray(), 1e-16);
        assertEquals(2, fit.sweeps());
        assertEquals(0, Information.mutualInformation(fit.table(), 0, 1), 1e-30);
    }

    @Test
    void threeWaysLeadToTheSameTable() {
        JointTable sample = JointTable.of(new double[][] {{.2, .1, .1}, {.05, .25, .3}});
        IterativeProportionalFitting raking =
                IterativeProportionalFitting.of(sample).margin(ROWS, 0).margin(COLUMNS, 1);
        var fit = raking.fit();
        LinearFamily family = raking.family();
        InformationProjection newton = InformationProjection.of(sample.joint(), family);
        InformationProjection scaling = IterativeScaling.of(10_000).project(sample.joint(), family);
        assertInstanceOf(Outcome.Converged.class, fit.projection().outcome());
        assertInstanceOf(Outcome.Converged.class, scaling.outcome());
        for (InformationProjection way : new InformationProjection[] {fit.projection(), newton, scaling}) {
            assertArrayEquals(
                    newton.probabilities().toArray(), way.probabilities().toArray(), 1e-13, way.toString());
            assertTrue(way.gap() < 1e-24, way.toString());
            assertEquals(0, way.pythagoreanResidual(Probabilities.of(.1, .25, .15, .1, .25, .15)), 1e-13);
            // Probabilities from multipliers, whichever of the many.
            double[] logits = new double[6];
            Arrays.setAll(
                    logits,
                    i -> sample.joint().logProbability(i)
                            + family.feature(0, i) * way.multipliers()[0]
                            + family.feature(1, i) * way.multipliers()[1]
                            + family.feature(2, i) * way.multipliers()[2]
                            + family.feature(3, i) * way.multipliers()[3]
                            + family.feature(4, i) * way.multipliers()[4]);
            assertArrayEquals(
                    newton.probabilities().toArray(),
                    Probabilities.ofLogits(logits).toArray(),
                    1e-13);
        }
        assertArrayEquals(ROWS.toArray(), fit.table().marginal(0).toArray(), 1e-14);
        assertArrayEquals(COLUMNS.toArray(), fit.table().marginal(1).toArray(), 1e-14);
        // Odds ratios are kept.
        assertEquals(
                Math.log(.2 * .25 / (.1 * .05)),
                Math.log(fit.table().probability(0, 0)
                        * fit.table().probability(1, 1)
                        / (fit.table().probability(0, 1) * fit.table().probability(1, 0))),
                1e-13);
    }

    /** No interaction of three: the margins of all pairs, from the uniform table; no closed form. */
    @Test
    void marginsOfPairsAreFittedTogether() {
        SplittableRandom random = new SplittableRandom(3);
        int[] sizes = {2, 3, 4};
        JointTable observed = JointTable.ofCounts(sizes, random.longs(24, 1, 50).toArray());
        double[] uniform = new double[24];
        Arrays.fill(uniform, 1.0 / 24);
        IterativeProportionalFitting method = IterativeProportionalFitting.of(JointTable.of(sizes, uniform))
                .margin(observed.marginalOver(0, 1).joint(), 0, 1)
                .margin(observed.marginalOver(2, 0).joint(), 2, 0)
                .margin(observed.marginalOver(1, 2).joint(), 1, 2);
        var fit = method.fit();
        assertArrayEquals(
                observed.marginalOver(2, 0).joint().toArray(),
                fit.table().marginalOver(2, 0).joint().toArray(),
                1e-14);
        InformationProjection newton = InformationProjection.of(Probabilities.uniform(24), method.family());
        assertArrayEquals(
                newton.probabilities().toArray(),
                fit.projection().probabilities().toArray(),
                1e-13);
        assertEquals(0, newton.pythagoreanResidual(observed.joint()), 1e-14);
    }

    @Test
    void tablesWithZerosAreFittedOrRefused() {
        JointTable corner = JointTable.of(new double[][] {{.4, .3}, {.3, 0}});
        var half = IterativeProportionalFitting.of(corner)
                .margin(ROWS, 0)
                .margin(ROWS, 1)
                .fit();
        // Only one table has these margins and that zero; sweeps alone approach it like 1/k.
        assertArrayEquals(new double[] {0, .5, .5, 0}, half.table().joint().toArray(), 0);
        var method = IterativeProportionalFitting.of(corner)
                .margin(Probabilities.of(.4, .6), 0)
                .margin(ROWS, 1)
                .until(1e-14, 100);
        InfeasibleException none = assertThrows(InfeasibleException.class, method::fit);
        assertTrue(none.separation().required() > none.separation().greatest(), none.getMessage());
        JointTable empty = JointTable.of(new double[][] {{.5, .5}, {0, 0}});
        assertThrows(
                InfeasibleException.class,
                () -> IterativeProportionalFitting.of(empty).margin(ROWS, 0).fit());
        // A margin that is 0 takes its row out.
        var zero = IterativeProportionalFitting.of(corner)
                .margin(Probabilities.of(1, 0), 0)
                .margin(Probabilities.of(.2, .8), 1)
                .fit();
        assertArrayEquals(new double[] {.2, .8, 0, 0}, zero.table().joint().toArray(), 1e-16);
    }

    @Test
    void scalingRestrictsItselfToTheFaceAndStopsWhenItIsTold() {
        LinearFamily edge = LinearFamily.of(new double[][] {{0, 1, 0, .5, .2}, {0, 0, 1, .5, .2}}, .3, .7);
        InformationProjection scaling = IterativeScaling.of(10_000).project(Probabilities.uniform(5), edge);
        assertEquals(0, scaling.probabilities().get(0) + scaling.probabilities().get(4));
        assertArrayEquals(
                InformationProjection.of(Probabilities.uniform(5), edge)
                        .probabilities()
                        .toArray(),
                scaling.probabilities().toArray(),
                1e-13);
        LinearFamily die = LinearFamily.of(new double[][] {{1, 2, 3, 4, 5, 6}}, 4.5);
        InformationProjection early = IterativeScaling.of(3).project(Probabilities.uniform(6), die);
        assertInstanceOf(Outcome.Exhausted.class, early.outcome());
        // The gap bounds what is missing, and is not much more; the residual says how wrong the angle is.
        Probabilities right =
                InformationProjection.of(Probabilities.uniform(6), die).probabilities();
        double missing = right.klTo(early.probabilities());
        assertTrue(missing > 1e-3 && early.gap() >= missing && early.gap() < 2 * missing, missing + " " + early);
        Probabilities member = Probabilities.of(0, 0, 0, .5, .5, 0);
        double mean = die.expectations(early.probabilities())[0];
        assertEquals(early.multipliers()[0] * (4.5 - mean), early.pythagoreanResidual(member), 1e-14);
        assertEquals(
                .371048938081033,
                IterativeScaling.of(10_000)
                        .project(Probabilities.uniform(6), die)
                        .multipliers()[0],
                1e-13);
    }

    @Test
    void badRequestsAreRefused() {
        JointTable table = JointTable.of(new double[][] {{.4, .3}, {.3, 0}});
        IterativeProportionalFitting method = IterativeProportionalFitting.of(table);
        assertThrows(DomainException.class, () -> method.margin(COLUMNS, 0));
        assertThrows(DomainException.class, () -> method.margin(ROWS, 2));
        assertThrows(DomainException.class, () -> method.margin(Probabilities.uniform(4), 0, 0));
        assertThrows(DomainException.class, method::fit);
        assertThrows(DomainException.class, () -> method.until(-1, 10));
        assertThrows(DomainException.class, () -> method.until(0, 0));
        assertThrows(DomainException.class, () -> IterativeScaling.of(0));
    }
}
