package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.legendre.examples.data.Datasets;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Column;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.problem.DOptimalDesign;
import org.legendre.optimize.problem.LogOptimalPortfolio;
import org.legendre.optimize.problem.PoissonInverse;

/** The real problems to certificates as tight as those of the reference optima, and how many iterations published methods take. */
class ReferenceOptimaTest {
    /** To 7e-12, by a gap of that size. */
    private static final double DESIGN_OPTIMUM = 17.5849101608;
    /** To 4e-10 of the value at (0.1, …, 0.1). */
    private static final double POISSON_OPTIMUM = 1.17056861909e-5;

    private static final int DAYS = 5651;

    private static Run<Weights, Differential<Weights>> run(
            Objective<Weights, Differential<Weights>> objective,
            Geometry<Weights, Differential<Weights>> geometry,
            StepRule rule,
            double gap,
            int iterations) {
        int n = objective.size();
        return Descent.of(objective, geometry)
                .step(rule)
                .until(Stopping.gapBelow(gap).or(Stopping.iterations(iterations)))
                .keepPoints(false)
                .run(Vec.generate(n, i -> 1.0 / n));
    }

    private static Run<Weights, Differential<Weights>> awaySteps(
            Objective<Weights, Differential<Weights>> objective, double gap) {
        return run(
                objective,
                Geometry.frankWolfeAway(objective.size(), Constraint.simplex()),
                StepRule.exact(),
                gap,
                3000);
    }

    /** The first iterate whose value is no more than ε above the optimum. */
    private static int reaches(Run<?, ?> run, double optimum, double epsilon) {
        double[] values = run.trace().column(Column.VALUE);
        for (int k = 0; k < values.length; k++) {
            if (values[k] - optimum <= epsilon) {
                return k;
            }
        }
        return Integer.MAX_VALUE;
    }

    @Test
    void theLogOptimalPortfolioByAwaySteps() {
        LogOptimalPortfolio portfolio = LogOptimalPortfolio.of(Datasets.nyse());
        Run<Weights, Differential<Weights>> run = awaySteps(portfolio, 1e-14);
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        assertTrue(run.last().iteration() < 100, run.toString());
        assertEquals(.000977498915253815, -run.last().value(), 1e-14);
        assertEquals(250.59707492, Math.exp(-DAYS * run.last().value()), 1e-8);
        Vec<Weights> weights = run.point();
        int[] stocks = {5, 8, 19, 22, 25};
        double[] expected = {.27673488, .19530288, .09271132, .25070615, .18454476};
        for (int i = 0; i < stocks.length; i++) {
            assertEquals(expected[i], weights.get(stocks[i]), 1e-6, "stock " + stocks[i]);
        }
        assertEquals(31, weights.stream().filter(w -> w == 0).count(), "weights that are exactly 0");
    }

    /** After 10,000 of Cover's updates the gap is still .39 in total log wealth. */
    @Test
    void coversUpdateIsSlow() {
        LogOptimalPortfolio portfolio = LogOptimalPortfolio.of(Datasets.nyse());
        Run<Weights, Differential<Weights>> run =
                run(portfolio, Geometry.replicator(36), StepRule.constant(1), 1e-14, 10_000);
        assertInstanceOf(Outcome.Exhausted.class, run.outcome(), run.toString());
        assertEquals(.39, DAYS * run.last().gap(), .005);
        double missing = Math.log(250.59707492) + DAYS * run.last().value();
        assertTrue(missing > 0 && missing <= DAYS * run.last().gap(), "missing " + missing);
    }

    /** Published counts, to a true excess of 1e-3, 1e-5 and 1e-8: 255, 399 and 615. */
    @Test
    void theDesignByAwaySteps() {
        DOptimalDesign design = DOptimalDesign.of(Datasets.design());
        Run<Weights, Differential<Weights>> run = awaySteps(design, 1e-11);
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        assertEquals(19.1036410983764, run.trace().column(Column.VALUE)[0], 2e-13);
        assertEquals(DESIGN_OPTIMUM, run.last().value(), 6e-11);
        assertEquals(255, reaches(run, DESIGN_OPTIMUM, 1e-3), 10);
        assertEquals(399, reaches(run, DESIGN_OPTIMUM, 1e-5), 12);
        assertEquals(615, reaches(run, DESIGN_OPTIMUM, 1e-8), 20);
    }

    /** Published counts: 37, 283 and 1507. */
    @Test
    void theDesignByItsMultiplicativeUpdate() {
        DOptimalDesign design = DOptimalDesign.of(Datasets.design());
        Run<Weights, Differential<Weights>> run =
                run(design, Geometry.replicator(200), StepRule.constant(1.0 / 80), 1e-8, 1510);
        assertEquals(37, reaches(run, DESIGN_OPTIMUM, 1e-3));
        assertEquals(283, reaches(run, DESIGN_OPTIMUM, 1e-5));
        assertEquals(1507, reaches(run, DESIGN_OPTIMUM, 1e-8));
        assertTrue(
                run.last().gap() > 1e-8,
                "the certificate comes later: " + run.last().gap());
    }

    /** In shares, where the optimum is on the simplex: thirty intensities are exactly 0. */
    @Test
    void thePoissonProblemByAwaySteps() {
        PoissonInverse problem = PoissonInverse.of(Datasets.poissonMatrix(), Datasets.poissonObservations());
        double[] tenths = new double[100];
        Arrays.fill(tenths, 0.1);
        double atStart = problem.value(tenths);
        assertEquals(6.362597094937, atStart, 1e-12);
        Run<Weights, Differential<Weights>> run = awaySteps(problem.onSimplex(), 4e-10 * atStart);
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        assertEquals(POISSON_OPTIMUM, run.last().value(), 4e-10 * atStart);
        assertEquals(30, run.point().stream().filter(u -> u == 0).count());
        // Back from shares to intensities the value and the certificate are the same.
        double[] sums = problem.columnSums();
        double[] x = new double[100];
        for (int j = 0; j < 100; j++) {
            x[j] = run.point().get(j) * problem.total() / sums[j];
        }
        double[] g = new double[100];
        double value = problem.gradient(x, g);
        assertEquals(run.last().value(), value, 1e-16);
        assertEquals(run.last().gap(), problem.gap(x, g), 1e-14);
    }
}
