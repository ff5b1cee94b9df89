package org.legendre.optimize.natural;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.Differential;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Gamma;
import org.legendre.geometry.model.BinomialMixture;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** Steps of at most δ nats: by the Fisher metric to second order, and by the divergence of the models itself. */
class TrustRegionTest {
    private static Descent<Weights, Differential<Weights>> scoring(Likelihood<?, ?> likelihood, double damping) {
        return Descent.of(
                        NegativeLogLikelihood.of(likelihood),
                        NaturalGradient.of(
                                likelihood.size(), w -> likelihood.fisher(w).damped(damping)))
                .until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(400)));
    }

    private static Likelihood<Integer, Bernoulli> logistic() {
        SplittableRandom random = new SplittableRandom(3);
        double[][] inputs = new double[60][];
        Arrays.setAll(inputs, i -> new double[] {1, random.nextGaussian(), random.nextGaussian()});
        List<Integer> labels = Arrays.stream(inputs)
                .map(x -> random.nextDouble() < 1 / (1 + Math.exp(1 - 2 * x[1])) ? 1 : 0)
                .toList();
        return Likelihood.of(ParametricModel.linear(3, Output.bernoulli()), inputs, labels);
    }

    /** From a start where the unit step of Fisher scoring is lost, steps of a twentieth of a nat go to the same optimum as from 0, the last ones unit steps. */
    @Test
    void noStepMovesTheModelByMoreThanTheRadius() {
        Likelihood<Integer, Bernoulli> likelihood = logistic();
        Vec<Weights> start = Vec.of(3, -4, 3);
        double delta = 0.05;
        Run<Weights, ?> unit = scoring(likelihood, 0).step(StepRule.constant(1)).run(start);
        assertInstanceOf(Outcome.Failed.class, unit.outcome(), unit::toString);
        Run<Weights, Differential<Weights>> run = scoring(likelihood, 0)
                .by(NaturalGradient.trustRegion(likelihood, delta))
                .run(start);
        assertInstanceOf(Outcome.Converged.class, run.outcome(), run::toString);
        Vec<Weights> best = scoring(likelihood, 0)
                .step(StepRule.armijoFrom(1))
                .run(Vec.zeros(3))
                .point();
        assertTrue(run.point().minus(best).stream().allMatch(d -> Math.abs(d) < 1e-8), run::toString);
        assertEquals(1, run.last().step(), 0);
        int edge = 0;
        int shortened = 0;
        for (int k = 0; k < run.last().iteration(); k++) {
            Iterate<Weights> from = run.trace().get(k);
            Iterate<Weights> to = run.trace().get(k + 1);
            double actual = likelihood.meanDivergence(from.point(), to.point());
            assertTrue(actual <= delta, "step " + k + ": " + actual);
            double model =
                    0.5 * likelihood.fisher(from.point()).squaredNorm(to.point().minus(from.point()));
            assertEquals(to.step() * to.step() * from.decrement(), model, 1e-9 * model);
            double t = Math.min(1, Math.sqrt(delta / from.decrement()));
            int halvings = (int) Math.round(Math.log(t / to.step()) / Math.log(2));
            assertEquals(t, Math.scalb(to.step(), halvings), 1e-12 * t);
            if (halvings == 0 && t < 1) {
                edge++;
                assertEquals(delta, model, 1e-9);
            }
            if (halvings > 0) {
                shortened++;
                Vec<Weights> longer =
                        from.point().plus(to.point().minus(from.point()).times(2));
                assertTrue(likelihood.meanDivergence(from.point(), longer) > delta
                        || NegativeLogLikelihood.of(likelihood).value(longer) > from.value());
            }
        }
        assertTrue(edge >= 2 && shortened >= 3, "to the edge " + edge + ", shortened " + shortened);
    }

    /** Small steps spend what the metric says: divergence over δ tends to 1 with δ. */
    @Test
    void smallRadiiAreSpentInFull() {
        Likelihood<Integer, Bernoulli> likelihood = logistic();
        double before = 1;
        for (double delta : new double[] {1e-4, 1e-6, 1e-8}) {
            Run<Weights, ?> run = scoring(likelihood, 0)
                    .by(NaturalGradient.trustRegion(likelihood, 2 * delta))
                    .until(Stopping.iterations(1))
                    .run(Vec.of(1, 1, -1));
            double t = run.last().step();
            double spent = likelihood.meanDivergence(Vec.of(1, 1, -1), run.point())
                    / (t * t * run.trace().get(0).decrement());
            assertTrue(Math.abs(spent - 1) < 0.2 * before, delta + ": " + spent);
            before = Math.abs(spent - 1);
        }
    }

    /** θ = (a, −rate) themselves: unit steps leave the domain. And a mixture, whose Fisher information is singular where its components agree. */
    @Test
    void stepsOutOfTheDomainAreShortened() {
        double[][] ones = new double[6][];
        Arrays.setAll(ones, i -> new double[] {1});
        Likelihood<Double, Gamma> gamma = Likelihood.of(
                ParametricModel.linear(1, Output.canonical(Gamma.FAMILY)), ones, List.of(0.3, 1.1, 2.5, 0.7, 4.2, 1.9));
        Vec<Weights> start = Vec.of(0.1, -8);
        assertInstanceOf(
                Outcome.Failed.class,
                scoring(gamma, 0).step(StepRule.constant(1)).run(start).outcome());
        Run<Weights, ?> run =
                scoring(gamma, 0).by(NaturalGradient.trustRegion(gamma, 100)).run(start);
        assertInstanceOf(Outcome.Converged.class, run.outcome(), run::toString);
        assertEquals(10.7 / 6, -run.point().get(0) / run.point().get(1), 1e-8);

        Likelihood<Integer, ?> mixture = Likelihood.of(BinomialMixture.of(1, 8, 2), ones, List.of(0, 1, 1, 6, 7, 8));
        Run<Weights, ?> fitted = scoring(mixture, 1e-6)
                .by(NaturalGradient.trustRegion(mixture, 0.1))
                .run(Vec.of(0, 0.1, -0.1));
        assertInstanceOf(Outcome.Converged.class, fitted.outcome(), fitted::toString);
        assertTrue(Math.abs(mixture.score(fitted.point()).toArray()[1]) < 1e-8);
        assertTrue(fitted.point().get(1) > 1 && fitted.point().get(2) < -1, fitted::toString);
    }

    @Test
    void refusalsSayWhatIsWrong() {
        Likelihood<Integer, Bernoulli> likelihood = logistic();
        assertThrows(DomainException.class, () -> NaturalGradient.trustRegion(likelihood, 0));
        Scheme scheme = NaturalGradient.trustRegion(likelihood, 1);
        assertThrows(
                DomainException.class, () -> scoring(likelihood, 0).by(scheme).step(StepRule.armijo()));
    }
}
