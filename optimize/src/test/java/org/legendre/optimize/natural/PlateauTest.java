package org.legendre.optimize.natural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.NormalKnownVariance;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.Perceptron;
import org.legendre.optimize.Column;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** A student of two units that learns from a teacher of two: both units first become the same one, and gradient descent is long in telling them apart (Saad and Solla 1995). */
class PlateauTest {
    private static final int INPUTS = 5;
    private static final Perceptron<Double, NormalKnownVariance> STUDENT =
            Perceptron.committee(INPUTS, 2, Output.normal(1));
    private static final double CONSTANT = 0.5 * Math.log(2 * Math.PI);

    /** Half the mean square error at each iterate. */
    private static double[] losses(Run<?, ?> run) {
        double[] values = run.trace().column(Column.VALUE);
        Arrays.setAll(values, k -> values[k] - CONSTANT);
        return values;
    }

    /** The first step with less than a given loss. */
    private static int below(double level, double[] losses) {
        int k = 0;
        while (!(losses[k] < level)) {
            k++;
        }
        return k;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void naturalGradientLeavesItTenTimesSooner(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Vec<Weights> teacher = Vec.generate(2 * INPUTS, j -> j == 0 || j == INPUTS + 1 ? 1 : 0);
        double[][] inputs = new double[500][INPUTS];
        List<Double> outputs = new ArrayList<>();
        for (double[] x : inputs) {
            Arrays.setAll(x, j -> random.nextGaussian());
            outputs.add(STUDENT.predict(teacher, x).mean());
        }
        Likelihood<Double, NormalKnownVariance> likelihood = Likelihood.of(STUDENT, inputs, outputs);
        NegativeLogLikelihood loss = NegativeLogLikelihood.of(likelihood);
        Vec<Weights> start = Vec.generate(2 * INPUTS, j -> 1e-3 * random.nextGaussian());

        Descent<Weights, Differential<Weights>> euclidean = Descent.of(
                        loss, Geometry.<Weights, Differential<Weights>>euclidean(2 * INPUTS))
                .step(StepRule.constant(0.1))
                .until(Stopping.valueBelow(CONSTANT + 1e-3).or(Stopping.iterations(5000)));
        double[] slow = losses(euclidean.run(start));
        double[] quick = losses(Descent.of(
                        loss,
                        NaturalGradient.of(2 * INPUTS, w -> likelihood.fisher(w).damped(1e-3)))
                .step(StepRule.constant(0.1))
                .until(Stopping.valueBelow(CONSTANT + 1e-3).or(Stopping.iterations(5000)))
                .run(start));
        // Hundreds of steps in which a tenth of the loss is not gained.
        double plateau = slow[300];
        assertTrue(plateau > 0.009 && slow[150] < 1.1 * plateau, slow[150] + " " + plateau);
        int left = below(plateau / 2, slow);
        int leftNaturally = below(plateau / 2, quick);
        assertTrue(left >= 10 * leftNaturally, left + " steps against " + leftNaturally);

        Descent<Weights, Differential<Weights>> undamped = Descent.of(
                loss, NaturalGradient.of(2 * INPUTS, w -> likelihood.fisher(w).damped(0)));
        Run<Weights, ?> unit = undamped.step(StepRule.constant(1))
                .until(Stopping.iterations(100))
                .run(start);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, unit.outcome(), unit::toString);
        assertTrue(failed.reason().contains("singular"), failed.reason());
        assertTrue(losses(unit)[unit.last().iteration()] > 0.3, unit::toString);

        Run<Weights, ?> adaptive = undamped.by(Scheme.levenbergMarquardt())
                .until(Stopping.iterations(100))
                .run(start);
        assertInstanceOf(Outcome.Converged.class, adaptive.outcome(), adaptive::toString);
        assertEquals(0, adaptive.last().value() - CONSTANT, 1e-13);
        assertTrue(below(plateau / 2, losses(adaptive)) <= 12);
        // The units of the teacher, in either order.
        Vec<Weights> w = adaptive.point();
        Vec<Weights> turned = Vec.generate(2 * INPUTS, j -> teacher.get((j + INPUTS) % (2 * INPUTS)));
        assertTrue(
                Math.min(
                                w.minus(teacher).stream().map(Math::abs).max().orElse(1),
                                w.minus(turned).stream().map(Math::abs).max().orElse(1))
                        < 1e-6,
                w::toString);
    }
}
