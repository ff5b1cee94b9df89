package org.legendre.optimize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Chart;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Legendre;
import org.legendre.geometry.Natural;
import org.legendre.geometry.Source;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Normal;

/** Natural gradient along the straight lines of θ, of η, of the source parameters and of a chart of one's own: where the steps agree, and where they do not. */
class ChartGeometryTest {
    private static final Legendre<Natural, Expectation> PSI = Normal.FAMILY.potential();
    private static final Vec<Natural> START = new Normal(2, 2).natural();
    private static final Normal TARGET = new Normal(-1, 0.5);

    /** KL(p*‖p_θ) = D_ψ(θ, θ*), with the differential η − η*. */
    private static final Objective<Natural, Expectation> FIT = Objective.of(
            2,
            theta -> TARGET.klTo(Normal.FAMILY.member(theta)),
            theta -> PSI.gradient(theta).minus(TARGET.expectation()));

    /** η ↦ θ. */
    private static final Chart<Expectation, Natural> EXPECTATION = Chart.of(
            eta -> PSI.conjugate().gradient(eta),
            PSI::gradient,
            eta -> PSI.conjugate().metric(eta).toMatrix());

    /** (μ, log σ) ↦ θ. */
    private static final Chart<Weights, Natural> OWN = Chart.of(
            z -> new Normal(z.get(0), Math.exp(2 * z.get(1))).natural(),
            theta -> {
                Normal p = Normal.FAMILY.member(theta);
                return Vec.of(p.mean(), 0.5 * Math.log(p.variance()));
            },
            z -> {
                double precision = Math.exp(-2 * z.get(1));
                return new double[][] {{precision, -2 * z.get(0) * precision}, {0, precision}};
            });

    private static Run<Natural, Expectation> run(Geometry<Natural, Expectation> geometry, double t, int steps) {
        return Descent.of(FIT, geometry)
                .step(StepRule.constant(t))
                .until(Stopping.iterations(steps))
                .run(START);
    }

    private static void assertSame(Run<Natural, ?> expected, Run<Natural, ?> actual, double tolerance) {
        int steps = expected.last().iteration();
        assertEquals(steps, actual.last().iteration());
        for (int k = 0; k <= steps; k++) {
            for (int i = 0; i < 2; i++) {
                double entry = expected.trace().get(k).point().get(i);
                assertEquals(entry, actual.trace().get(k).point().get(i), tolerance * (1 + Math.abs(entry)));
            }
            double decrement = expected.trace().get(k).decrement();
            assertEquals(decrement, actual.trace().get(k).decrement(), 1e-11 * (1 + decrement));
        }
        assertTrue(expected.last().value() < 0.9 * expected.trace().get(0).value());
    }

    /** The e-geodesics are the straight lines of θ, the m-geodesics those of η: mirror descent with ψ. */
    @Test
    void mGeodesicsAreTheStepsOfMirrorDescentInTheNaturalCoordinates() {
        assertSame(run(Geometry.mirror(PSI), 0.01, 500), run(Geometry.natural(PSI, EXPECTATION), 0.01, 500), 1e-12);
    }

    @Test
    void affineChartsHaveTheStepsOfTheirCoordinates() {
        Chart<Weights, Natural> affine = Chart.of(
                z -> Vec.of(2 * z.get(0) + z.get(1) + 1, z.get(0) - z.get(1)),
                x -> Vec.of((x.get(0) - 1 + x.get(1)) / 3, (x.get(0) - 1 - 2 * x.get(1)) / 3),
                z -> new double[][] {{2, 1}, {1, -1}});
        assertSame(run(Geometry.natural(PSI), 0.02, 100), run(Geometry.natural(PSI, affine), 0.02, 100), 1e-12);
    }

    /** In (μ, σ²) the metric is diag(1/σ², 1/2σ⁴) and the differential of KL(p*‖p) is ((μ − μ*)/σ², ½/σ² − ½(σ*² + (μ − μ*)²)/σ⁴). */
    @Test
    void theSourceChartHasTheStepsOfTheTextbook() {
        Run<Natural, Expectation> run = run(Geometry.natural(PSI, Normal.FAMILY.source()), 0.1, 50);
        double mean = 2;
        double variance = 2;
        for (int k = 1; k <= 50; k++) {
            double away = mean - TARGET.mean();
            variance -= 0.1 * (variance - TARGET.variance() - away * away);
            mean -= 0.1 * away;
            Vec<Source> source =
                    Normal.FAMILY.member(run.trace().get(k).point()).source();
            assertArrayEquals(new double[] {mean, variance}, source.toArray(), 1e-12);
        }
    }

    /** After one step of length t the ends differ by O(t²): at t/2 by a quarter of it. At t = 0.5 they are far apart. */
    @Test
    void chartsAgreeToFirstOrderAndNoFurther() {
        List<Geometry<Natural, Expectation>> charts = List.of(
                Geometry.natural(PSI),
                Geometry.natural(PSI, EXPECTATION),
                Geometry.natural(PSI, Normal.FAMILY.source()),
                Geometry.natural(PSI, OWN));
        for (int i = 0; i < 4; i++) {
            for (int j = 0; j < i; j++) {
                Geometry<Natural, Expectation> first = charts.get(i);
                Geometry<Natural, Expectation> second = charts.get(j);
                String pair = "charts " + j + " and " + i;
                double fine = apart(first, second, 1e-4);
                double coarse = apart(first, second, 2e-4);
                assertEquals(4, coarse / fine, 0.01, pair);
                assertTrue(apart(first, second, 0.25) > 0.01, pair);
            }
        }
    }

    /** In source coordinates, relative to those of the start. */
    private static double apart(Geometry<Natural, Expectation> first, Geometry<Natural, Expectation> second, double t) {
        Vec<Source> a = Normal.FAMILY.member(run(first, t, 1).point()).source();
        Vec<Source> b = Normal.FAMILY.member(run(second, t, 1).point()).source();
        return Math.hypot((a.get(0) - b.get(0)) / 2, (a.get(1) - b.get(1)) / 2);
    }

    @Test
    void aStepOutOfTheChartIsCaught() {
        // The variance would be negative: 2 − t(2 − 0.1) < 0 for the target N(2, 0.1) and t = 1.1.
        Objective<Natural, Expectation> narrow = Objective.of(
                2,
                theta -> new Normal(2, 0.1).klTo(Normal.FAMILY.member(theta)),
                theta -> PSI.gradient(theta).minus(new Normal(2, 0.1).expectation()));
        Geometry<Natural, Expectation> source = Geometry.natural(PSI, Normal.FAMILY.source());
        Run<Natural, ?> far = Descent.of(narrow, source)
                .step(StepRule.constant(1.1))
                .until(Stopping.iterations(3))
                .run(START);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, far.outcome());
        assertTrue(failed.reason().contains("the chart ends: variance = -"), failed.reason());
        Run<Natural, ?> turning = Descent.of(narrow, source)
                .step(StepRule.armijoFrom(1.1))
                .until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(200)))
                .run(START);
        assertInstanceOf(Outcome.Converged.class, turning.outcome());
    }

    /** At a point where the chart is not regular, such as the square of a coordinate at 0, there is no step. */
    @Test
    void aChartThatIsNotRegularEndsTheRunInWords() {
        Chart<Weights, Natural> fold = Chart.of(
                z -> Vec.of(START.get(0) + z.get(0) * z.get(0), START.get(1) + z.get(1)),
                x -> Vec.of(Math.sqrt(x.get(0) - START.get(0)), x.get(1) - START.get(1)),
                z -> new double[][] {{2 * z.get(0), 0}, {0, 1}});
        Outcome.Failed failed = assertInstanceOf(
                Outcome.Failed.class, run(Geometry.natural(PSI, fold), 0.1, 1).outcome());
        assertTrue(failed.reason().contains("where that is regular"), failed.reason());
    }
}
