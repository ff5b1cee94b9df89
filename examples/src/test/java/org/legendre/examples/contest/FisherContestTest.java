package org.legendre.examples.contest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Weights;
import org.legendre.optimize.Column;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.natural.NaturalGradient;

/** What the kinds of Fisher matrices come down to in how many steps: everything of the table but its seconds. */
class FisherContestTest {
    private static Run<Weights, Differential<Weights>> run(FisherProblem problem, String name) {
        Entrant entrant = FisherContest.entrants(problem).stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
        return FisherContest.run(problem, entrant);
    }

    private static int steps(FisherProblem problem, String name) {
        Run<Weights, Differential<Weights>> run = run(problem, name);
        assertInstanceOf(Outcome.Converged.class, run.outcome(), name + ": " + run);
        return run.last().iteration();
    }

    @Test
    void everyModelMeetsEveryKind() {
        for (FisherProblem problem : FisherProblem.all()) {
            List<String> names =
                    FisherContest.entrants(problem).stream().map(Entrant::name).toList();
            assertEquals(names.size(), names.stream().distinct().count());
            for (String kind : List.of(
                    "exact,",
                    "Monte Carlo,",
                    "empirical,",
                    "exact blocks by layer,",
                    "exact blocks by unit,",
                    "K-FAC,",
                    "EKFAC,",
                    "rank ",
                    "none,")) {
                assertTrue(names.stream().anyMatch(name -> name.startsWith(kind)), kind + " of " + problem.name());
            }
            // Sixteen thousand rows of Jacobians are too many for a solve in sample space.
            assertEquals(problem.samples() < 2000, names.contains("exact, sample space"), problem.name());
        }
    }

    /** The targets of the Poisson and the gamma regression are 1e-8 above where Newton's method ends. */
    @Test
    void targetsAreAboveTheOptimum() {
        for (FisherProblem problem : List.of(FisherProblem.poisson(), FisherProblem.gamma())) {
            Run<Weights, Differential<Weights>> run = Descent.of(
                            problem.loss(),
                            NaturalGradient.of(
                                    4, w -> problem.likelihood().fisher(w).damped(0)))
                    .step(StepRule.armijoFrom(1))
                    .until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(30)))
                    .run(problem.start());
            assertInstanceOf(Outcome.Converged.class, run.outcome());
            assertEquals(problem.target(), run.last().value() + 1e-8, 1e-13);
        }
    }

    /** The solves differ by rounding and by the tolerance of conjugate gradients. */
    @Test
    void theExactKindTakesAsManyStepsByEverySolve() {
        for (String solve : List.of("direct", "conjugate gradients", "sample space")) {
            assertEquals(9, steps(FisherProblem.iris(), "exact, " + solve));
            assertEquals(4, steps(FisherProblem.poisson(), "exact, " + solve));
            assertEquals(6, steps(FisherProblem.gamma(), "exact, " + solve));
        }
        assertEquals(5, steps(FisherProblem.softmax(), "exact, conjugate gradients"));
    }

    /** 17, 29 and 84 steps here: a matrix that depends on the labels is another one. */
    @Test
    void theEmpiricalKindTakesMoreSteps() {
        assertTrue(steps(FisherProblem.iris(), "empirical, direct") > 1.5 * 9);
        assertTrue(steps(FisherProblem.poisson(), "empirical, direct") > 5 * 4);
        assertTrue(steps(FisherProblem.gamma(), "empirical, direct") > 10 * 6);
    }

    /** On the perceptron half a dozen steps of each structure do what takes gradient descent 42; five steps come five times as low as five of gradient descent. */
    @Test
    void structuresDescendAsTheExactMatrixDoes() {
        FisherProblem problem = FisherProblem.perceptron();
        double[] slow = run(problem, "none, gradient descent").trace().column(Column.VALUE);
        assertEquals(42, slow.length - 1, 5);
        for (String name : List.of(
                "exact blocks by unit, direct",
                "K-FAC, eigenvectors",
                "K-FAC, damped in factors",
                "EKFAC, eigenvectors",
                "exact, conjugate gradients")) {
            double[] values = run(problem, name).trace().column(Column.VALUE);
            assertTrue(values.length - 1 <= 8, name + ": " + (values.length - 1));
            assertTrue(values[5] < 0.2 * slow[5], name + ": " + values[5] + " against " + slow[5]);
        }
    }

    @Test
    void thereAreTwoContests() {
        assertThrows(DomainException.class, () -> Contest.main(new String[] {"other"}));
    }
}
