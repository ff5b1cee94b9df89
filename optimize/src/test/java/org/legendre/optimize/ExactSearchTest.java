package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;

/** Line searches to a slope of 0. */
class ExactSearchTest {
    /** Steepest descent on ½Σcᵢ(xᵢ − 1)²: the step is gᵀg/gᵀCg, whatever its scale (A. Cauchy 1847). */
    @Test
    void steepestDescentTakesTheStepsOfCauchy() {
        for (double scale : new double[] {1e-8, 1, 1e8}) {
            Run<Weights, Differential<Weights>> run = Descent.of(
                            Problems.bowl(0, scale, 10 * scale), Problems.euclidean(2))
                    .step(StepRule.exact(1e-9))
                    .until(Stopping.iterations(20))
                    .run(Vec.of(11, 2));
            double ratio = 10;
            // From (10, 1) the steps keep the ratio of the components, and the value falls by ((κ − 1)/(κ + 1))².
            for (int k = 1; k <= 20; k++) {
                Iterate<Weights> iterate = run.trace().get(k);
                assertEquals(2 / (11 * scale), iterate.step(), 1e-6 / scale, "scale " + scale + ", step " + k);
                double before = run.trace().get(k - 1).value();
                assertEquals(81.0 / 121 * before, iterate.value(), 1e-6 * before);
                double quotient =
                        Math.abs((iterate.point().get(0) - 1) / (iterate.point().get(1) - 1));
                assertEquals(ratio, quotient, 1e-4 * ratio);
            }
        }
    }

    /** A constant metric with a domain that ends: −log x + x has its minimum at 1, and the step 1 from 0.01 leaves the domain. */
    @Test
    void stepsOutOfADomainAndInfiniteValuesAreSteppedBack() {
        Hessian flat = Hessian.diagonal(new double[] {1e-3});
        Metric<Weights, Differential<Weights>> metric = Metric.of(flat);
        Geometry<Weights, Differential<Weights>> bounded = Geometry.natural(Domain.positive(1), x -> metric);
        Geometry<Weights, Differential<Weights>> open = Geometry.natural(Domain.reals(1), x -> metric);
        Objective<Weights, Differential<Weights>> barrier = Objective.of(
                1,
                x -> x.get(0) > 0 ? x.get(0) - Math.log(x.get(0)) : Double.POSITIVE_INFINITY,
                x -> Vec.of(1 - 1 / x.get(0)));
        for (Geometry<Weights, Differential<Weights>> geometry : List.of(bounded, open)) {
            for (double start : new double[] {1e-3, 0.5, 1.9, 400}) {
                Run<Weights, Differential<Weights>> run = Descent.of(barrier, geometry)
                        .step(StepRule.exact())
                        .until(Stopping.iterations(100))
                        .run(Vec.of(start));
                assertInstanceOf(Outcome.Converged.class, run.outcome(), geometry + ": " + run);
                assertEquals(1, run.point().get(0), 1e-9, geometry + " from " + start);
            }
        }
    }

    @Test
    void aWrongGradientAndAFunctionThatIsNotConvexAreAccused() {
        Objective<Weights, Differential<Weights>> wrong = Objective.of(
                1, x -> x.get(0) * x.get(0), (Vec<Weights> x) -> Vec.<Differential<Weights>>of(0.5 * x.get(0)));
        Objective<Weights, Differential<Weights>> wave =
                Objective.of(1, x -> Math.sin(x.get(0)), x -> Vec.of(Math.cos(x.get(0))));
        Objective<Weights, Differential<Weights>> shifted = Objective.of(
                1, x -> x.get(0) * x.get(0), (Vec<Weights> x) -> Vec.<Differential<Weights>>of(x.get(0) + 10));
        for (Objective<Weights, Differential<Weights>> f : List.of(wrong, wave, shifted)) {
            Run<Weights, Differential<Weights>> run = Descent.of(f, Problems.euclidean(1))
                    .step(StepRule.exact())
                    .until(Stopping.iterations(50))
                    .run(Vec.of(1.4));
            Outcome.AssumptionViolated end =
                    assertInstanceOf(Outcome.AssumptionViolated.class, run.outcome(), run.toString());
            assertTrue(end.reason().contains("is it convex"), end.reason());
        }
    }

    @Test
    void mirrorStepsMayUseItToo() {
        Run<Weights, Differential<Weights>> run = Descent.of(Problems.race(), Geometry.exponentiatedGradient(4))
                .step(StepRule.exact())
                .until(Stopping.gapBelow(1e-12).or(Stopping.iterations(300)))
                .run(Problems.uniform(4));
        assertInstanceOf(Outcome.Certified.class, run.outcome(), run.toString());
    }

    /** In a box: where the search can do no more it says so, and does not take steps of rounding. */
    @Test
    void aStallAtRoundingIsRecognised() {
        LeastSquares squares = new LeastSquares(9, 1, 0.3, 1.7, -0.4, 0.6, 2, 0.1);
        Legendre<Weights, Differential<Weights>> square = Potentials.halfSquaredNorm(6);
        Geometry<Weights, Differential<Weights>> box =
                Geometry.mirror(square, Constraint.box(new double[6], new double[] {1, 1, 1, 1, 1, 1}));
        Run<Weights, Differential<Weights>> run = Descent.of(squares, box)
                .by(Scheme.quasiNewton(5))
                .step(StepRule.exact())
                .until(Stopping.iterations(500))
                .run(Vec.generate(6, i -> 0.5));
        assertInstanceOf(Outcome.Converged.class, run.outcome());
        assertTrue(run.last().gap() < 1e-14, run::toString);
        assertTrue(run.last().iteration() < 40, run::toString);
    }

    @Test
    void aFunctionThatNeverStopsFallingEndsInWords() {
        Objective<Weights, Differential<Weights>> linear = Objective.of(1, x -> x.get(0), x -> Vec.of(1));
        Run<Weights, Differential<Weights>> run = Descent.of(linear, Problems.euclidean(1))
                .step(StepRule.exact())
                .until(Stopping.iterations(3))
                .run(Vec.of(0));
        assertInstanceOf(Outcome.AssumptionViolated.class, run.outcome(), run.toString());
        assertTrue(run.outcome().reason().contains("bounded below"), run.toString());
    }
}
