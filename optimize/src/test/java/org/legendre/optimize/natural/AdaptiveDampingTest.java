package org.legendre.optimize.natural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.family.Poisson;
import org.legendre.geometry.model.Activation;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;
import org.legendre.geometry.model.Perceptron;
import org.legendre.geometry.special.Polygamma;
import org.legendre.optimize.Column;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** Levenberg–Marquardt with the Fisher information: it comes back from outside the domain, and needs no regular matrix. */
class AdaptiveDampingTest {
    private static Descent<Weights, Differential<Weights>> scoring(Likelihood<?, ?> likelihood) {
        return Descent.of(
                        NegativeLogLikelihood.of(likelihood),
                        NaturalGradient.of(
                                likelihood.size(), w -> likelihood.fisher(w).damped(0)))
                .until(Stopping.decrementBelow(1e-22).or(Stopping.iterations(100)));
    }

    /** Poisson regression with the mean ⟨w, x⟩ itself, positive in a cone of weights only. The score Σ (y/μ − 1)x is 0 at the end. */
    @Test
    void aPoissonMeanStaysPositive() {
        ParametricModel<Long, Poisson> identity =
                ParametricModel.smooth(2, 2, Poisson.FAMILY, (x, w) -> new DerivativeStructure[] {
                    w[0].multiply(x[0]).add(w[1].multiply(x[1])).log()
                });
        double[][] inputs = {{1, 0.1}, {1, 0.5}, {1, 1}, {1, 2}, {1, 4}, {1, 6}};
        List<Long> counts = List.of(4L, 0L, 3L, 1L, 1L, 2L);
        Likelihood<Long, Poisson> likelihood = Likelihood.of(identity, inputs, counts);
        Vec<Weights> start = Vec.of(0.01, 5);
        assertEquals(
                Double.POSITIVE_INFINITY, NegativeLogLikelihood.of(likelihood).value(new double[] {1, -1}));
        Run<Weights, ?> undamped =
                scoring(likelihood).step(StepRule.constant(1)).run(start);
        assertInstanceOf(Outcome.Failed.class, undamped.outcome());
        assertTrue(
                undamped.outcome().reason().contains("the objective is Infinity"),
                undamped.outcome().reason());
        Run<Weights, ?> damped =
                scoring(likelihood).by(Scheme.levenbergMarquardt().from(1e-9)).run(start);
        assertInstanceOf(Outcome.Converged.class, damped.outcome(), damped::toString);
        double[] dampings = damped.trace().column(Column.DAMPING);
        assertTrue(dampings[1] > dampings[0], Arrays.toString(dampings));
        for (int j = 0; j < 2; j++) {
            double score = 0;
            for (int i = 0; i < inputs.length; i++) {
                double mean =
                        damped.point().get(0) * inputs[i][0] + damped.point().get(1) * inputs[i][1];
                score += (counts.get(i) / mean - 1) * inputs[i][j];
            }
            assertEquals(0, score, 1e-9);
        }
    }

    /** θ = (a, −rate) themselves. At the fit log a − ψ(a) is the logarithm of the mean less the mean logarithm, and the mean is that of the data. */
    @Test
    void canonicalGammaCoordinatesKeepTheirSigns() {
        List<Double> times = List.of(0.3, 1.1, 2.5, 0.7, 4.2, 1.9);
        double[][] ones = new double[6][];
        Arrays.setAll(ones, i -> new double[] {1});
        Likelihood<Double, Gamma> likelihood =
                Likelihood.of(ParametricModel.linear(1, Output.canonical(Gamma.FAMILY)), ones, times);
        Vec<Weights> start = Vec.of(0.1, -8);
        Run<Weights, ?> undamped =
                scoring(likelihood).step(StepRule.constant(1)).run(start);
        assertInstanceOf(Outcome.Failed.class, undamped.outcome());
        Run<Weights, ?> damped =
                scoring(likelihood).by(Scheme.levenbergMarquardt().from(1e-9)).run(start);
        assertInstanceOf(Outcome.Converged.class, damped.outcome(), damped::toString);
        double mean = times.stream().mapToDouble(t -> t).average().orElseThrow();
        double meanLog = times.stream().mapToDouble(Math::log).average().orElseThrow();
        double shape = damped.point().get(0);
        assertEquals(mean, -shape / damped.point().get(1), 1e-9);
        assertEquals(Math.log(mean) - meanLog, Math.log(shape) - Polygamma.digamma(shape), 1e-9);
    }

    private static final Perceptron<Integer, Categorical> NET =
            Perceptron.of(3, Output.categorical(3)).hidden(4, Activation.TANH);

    private static Likelihood<Integer, Categorical> labels() {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = new double[60][];
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < rows.length; i++) {
            rows[i] = random.doubles(3, -2, 2).toArray();
            labels.add(
                    random.nextDouble() < 0.2
                            ? random.nextInt(3)
                            : rows[i][0] * rows[i][1] > 0.3 ? 0 : rows[i][2] > 0 ? 1 : 2);
        }
        return Likelihood.of(NET, rows, labels);
    }

    /** Softmax with all k logits has a singular Fisher information: solves without damping fail, those with little fail too, and are repeated with more. */
    @Test
    void aSingularFisherInformationNeedsNoCare() {
        Likelihood<Integer, Categorical> likelihood = labels();
        Vec<Weights> start = NET.initial(new SplittableRandom(2));
        assertInstanceOf(Outcome.Failed.class, scoring(likelihood).run(start).outcome());
        Run<Weights, ?> run = scoring(likelihood)
                .by(Scheme.levenbergMarquardt().from(1e-25))
                .until(Stopping.iterations(30))
                .run(start);
        assertInstanceOf(Outcome.Exhausted.class, run.outcome(), run::toString);
        assertTrue(run.trace().get(0).damping() > 1e-20);
        assertTrue(run.last().value() < 0.3 * run.trace().get(0).value(), run::toString);
    }

    /** K-FAC as it was published: the direction of the factors, damping that adapts, and momentum and length of the step by the exact Fisher information (Martens and Grosse 2015, §6.5 and §7). */
    @Test
    void kroneckerFactorsGainByMomentumOfTheExactForm() {
        Likelihood<Integer, Categorical> likelihood = labels();
        Vec<Weights> start = NET.initial(new SplittableRandom(2));
        NegativeLogLikelihood loss = NegativeLogLikelihood.of(likelihood);
        Descent<Weights, Differential<Weights>> factored = Descent.of(
                        loss,
                        NaturalGradient.of(
                                loss.size(),
                                w -> likelihood.fisher(w).kronecker().damped(0)))
                .until(Stopping.iterations(25));
        Run<Weights, ?> plain = factored.by(Scheme.levenbergMarquardt()).run(start);
        Run<Weights, ?> momentum = factored.by(Scheme.levenbergMarquardt().withMomentum(likelihood::fisher))
                .run(start);
        for (Run<Weights, ?> run : List.of(plain, momentum)) {
            assertInstanceOf(Outcome.Exhausted.class, run.outcome(), run::toString);
            assertTrue(run.last().value() < 0.6 * run.trace().get(0).value(), run::toString);
        }
        assertTrue(
                momentum.last().value() < 0.7 * plain.last().value(),
                momentum.last().value() + " with momentum, " + plain.last().value() + " without");
    }

    @Test
    void conjugateGradientsGoWhereTheFactorGoes() {
        Likelihood<Integer, Categorical> likelihood = labels();
        Vec<Weights> start = NET.initial(new SplittableRandom(2));
        NegativeLogLikelihood loss = NegativeLogLikelihood.of(likelihood).withRidge(1e-2);
        Descent<Weights, Differential<Weights>> direct = Descent.of(
                loss, NaturalGradient.of(loss.size(), w -> likelihood.fisher(w).damped(1e-2)));
        Descent<Weights, Differential<Weights>> iterative = Descent.of(
                loss,
                NaturalGradient.of(
                        loss.size(), w -> likelihood.fisher(w).damped(1e-2).by(ConjugateGradients.to(1e-12))));
        Run<Weights, ?> first = direct.by(Scheme.levenbergMarquardt())
                .until(Stopping.iterations(8))
                .run(start);
        Run<Weights, ?> second = iterative
                .by(Scheme.levenbergMarquardt())
                .until(Stopping.iterations(8))
                .run(start);
        assertArrayEquals(first.point().toArray(), second.point().toArray(), 1e-8);
        assertArrayEquals(first.trace().column(Column.DAMPING), second.trace().column(Column.DAMPING), 1e-8);
        assertTrue(second.trace().column(Column.RESIDUAL)[5] > 0);
        assertTrue(first.trace().column(Column.DAMPING)[5] > 0);
    }
}
