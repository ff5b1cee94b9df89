package org.legendre.examples.contest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Column;
import org.legendre.optimize.Constraint;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.Stopping;

/** The quasi-Newton entrants against the iterations of L-BFGS elsewhere (scipy): 122 and 62 through a softmax, 54 with bounds, each to a true excess of 1e-8 (62 to 6e-7). */
class ContestTest {
    private static Run<Weights, Differential<Weights>> run(Problem problem, Entrant entrant) {
        return Result.run(problem, entrant);
    }

    private static Entrant first(Problem problem) {
        return Contest.entrants(problem).get(0);
    }

    @Test
    void designAndPortfolioAreCertifiedInFewerSteps() {
        Run<Weights, Differential<Weights>> design = run(Problem.design(), first(Problem.design()));
        assertInstanceOf(Outcome.Certified.class, design.outcome(), design.toString());
        assertTrue(design.last().iteration() <= 60, "steps: " + design.last().iteration());
        assertEquals(17.5849101608, design.last().value(), 1e-8);
        Run<Weights, Differential<Weights>> portfolio = run(Problem.portfolio(), first(Problem.portfolio()));
        assertInstanceOf(Outcome.Certified.class, portfolio.outcome(), portfolio.toString());
        assertTrue(
                portfolio.last().iteration() <= 30, "steps: " + portfolio.last().iteration());
        assertEquals(-.000977498915253815, portfolio.last().value(), 1e-8);
    }

    @Test
    void thePoissonProblemComesAsNearInNoMoreStepsAndIsCertifiedSoonAfter() {
        Problem problem = Problem.poisson();
        Run<Weights, Differential<Weights>> run = run(problem, first(problem));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        assertTrue(run.last().iteration() <= 90, "steps: " + run.last().iteration());
        double[] values = run.trace().column(Column.VALUE);
        int near = 0;
        while (values[near] - 1.17056861909e-5 > 1e-8 * problem.scale()) {
            near++;
        }
        assertTrue(near <= 54, "steps: " + near);
    }

    /** With few pairs a direction that the bounds bend can point upwards at full length: shorter steps descend. */
    @Test
    void fewPairsAreEnoughToBeCertified() {
        Problem problem = Problem.poisson();
        double[] upper = new double[100];
        Arrays.fill(upper, Double.POSITIVE_INFINITY);
        for (int pairs : List.of(5, 10)) {
            Run<Weights, Differential<Weights>> run = Descent.of(
                            problem.objective(),
                            Geometry.mirror(
                                    Potentials.<Weights, Differential<Weights>>halfSquaredNorm(100),
                                    Constraint.box(new double[100], upper)))
                    .by(Scheme.quasiNewton(pairs))
                    .until(Stopping.gapBelow(1e-8 * problem.scale()).or(Stopping.iterations(400)))
                    .run(problem.start());
            assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
        }
    }

    @Test
    void aResultSaysWhereEachAccuracyWasReached() {
        Result result = Result.of(Problem.portfolio(), first(Problem.portfolio()));
        assertEquals(0, result.reached(1e-3));
        assertTrue(result.reached(1e-5) > 0 && result.reached(1e-5) < result.reached(1e-8));
        assertEquals(result.iterations(), result.reached(1e-8));
        assertEquals(-1, result.reached(1e-30));
        assertTrue(result.certificate() <= 1e-8);
        assertTrue(result.calls(result.iterations()) > result.iterations());
        assertTrue(result.milliseconds(result.iterations()) > 0);
    }

    @Test
    void everyProblemHasEntrantsThatDiffer() {
        for (Problem problem : List.of(Problem.design(), Problem.portfolio(), Problem.poisson())) {
            List<Entrant> entrants = Contest.entrants(problem);
            assertTrue(entrants.size() >= 4);
            assertEquals(
                    entrants.size(),
                    entrants.stream().map(Entrant::name).distinct().count());
            assertEquals(problem.objective().size(), problem.start().size());
        }
    }
}
