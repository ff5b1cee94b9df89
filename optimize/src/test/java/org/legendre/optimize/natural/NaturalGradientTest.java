package org.legendre.optimize.natural;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.legendre.geometry.ConjugateGradients;
import org.legendre.geometry.ConvergenceException;
import org.legendre.geometry.Differential;
import org.legendre.geometry.Domain;
import org.legendre.geometry.DomainException;
import org.legendre.geometry.Hessian;
import org.legendre.geometry.Metric;
import org.legendre.geometry.Potentials;
import org.legendre.geometry.Vec;
import org.legendre.geometry.Weights;
import org.legendre.geometry.family.Categorical;
import org.legendre.geometry.family.Normal;
import org.legendre.geometry.model.Activation;
import org.legendre.geometry.model.Damped;
import org.legendre.geometry.model.FisherForm;
import org.legendre.geometry.model.FisherInformation;
import org.legendre.geometry.model.Likelihood;
import org.legendre.geometry.model.Output;
import org.legendre.geometry.model.ParametricModel;
import org.legendre.geometry.model.Perceptron;
import org.legendre.optimize.Column;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Geometry;
import org.legendre.optimize.GradientCheck;
import org.legendre.optimize.Objective;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.State;
import org.legendre.optimize.StepRule;
import org.legendre.optimize.Stopping;

/** Natural-gradient steps by a factor and by conjugate gradients, their traces, resumed runs and refusals. */
class NaturalGradientTest {
    private static final Perceptron<Integer, Categorical> MODEL =
            Perceptron.of(3, Output.categorical(3)).hidden(4, Activation.TANH);
    private static final Likelihood<Integer, Categorical> LIKELIHOOD = likelihood(40);
    private static final NegativeLogLikelihood LOSS =
            NegativeLogLikelihood.of(LIKELIHOOD).withRidge(1e-2);
    private static final Vec<Weights> START = MODEL.initial(new SplittableRandom(2));

    private static Likelihood<Integer, Categorical> likelihood(int n) {
        SplittableRandom random = new SplittableRandom(1);
        double[][] rows = new double[n][];
        List<Integer> labels = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            rows[i] = random.doubles(3, -2, 2).toArray();
            labels.add(rows[i][0] * rows[i][1] > 0.3 ? 0 : rows[i][2] > 0 ? 1 : 2);
        }
        return Likelihood.of(MODEL, rows, labels);
    }

    private static Geometry<Weights, Differential<Weights>> direct() {
        return NaturalGradient.of(LOSS.size(), w -> LIKELIHOOD.fisher(w).damped(1e-2));
    }

    private static Geometry<Weights, Differential<Weights>> iterative(ConjugateGradients solver) {
        return NaturalGradient.of(
                LOSS.size(), w -> LIKELIHOOD.fisher(w).damped(1e-2).by(solver));
    }

    private static Run<Weights, Differential<Weights>> run(
            Geometry<Weights, Differential<Weights>> geometry, int steps) {
        return Descent.of(LOSS, geometry)
                .step(StepRule.constant(0.5))
                .until(Stopping.iterations(steps))
                .run(START);
    }

    @Test
    void conjugateGradientsRaiseAsAFactorDoes() {
        Vec<Differential<Weights>> g = LOSS.gradient(START);
        Damped<?> metric = LIKELIHOOD.fisher(START).damped(1e-2);
        Vec<Weights> byFactor = metric.raise(g);
        Vec<Weights> byProducts = LIKELIHOOD
                .fisher(START)
                .damped(1e-2)
                .by(ConjugateGradients.to(1e-13))
                .raise(g);
        double largest = byFactor.stream().map(Math::abs).max().orElse(0);
        assertArrayEquals(byFactor.toArray(), byProducts.toArray(), 1e-10 * largest);
        assertEquals(metric.squaredDualNorm(g), byProducts.dot(g), 1e-10 * byProducts.dot(g));
        assertTrue(metric.residual(byFactor, g) < 1e-12);
    }

    /** Ten steps each, and the solve of each is traced with its residual. */
    @Test
    void runsByEitherSolveAreTheSame() {
        Run<Weights, ?> byFactor = run(direct(), 10);
        assertTrue(byFactor.last().value() < 0.8 * byFactor.trace().get(0).value());
        assertArrayEquals(new double[11], byFactor.trace().column(Column.RESIDUAL));
        Run<Weights, ?> cold = run(iterative(ConjugateGradients.to(1e-13)), 10);
        Run<Weights, ?> warm = Descent.of(LOSS, iterative(ConjugateGradients.to(1e-13)))
                .by(Scheme.warmStarted())
                .step(StepRule.constant(0.5))
                .until(Stopping.iterations(10))
                .run(START);
        for (Run<Weights, ?> run : List.of(cold, warm)) {
            for (int k = 0; k <= 10; k++) {
                assertArrayEquals(
                        byFactor.trace().get(k).point().toArray(),
                        run.trace().get(k).point().toArray(),
                        1e-10);
                assertEquals(
                        byFactor.trace().get(k).decrement(), run.trace().get(k).decrement(), 1e-10);
                double residual = run.trace().get(k).residual();
                assertTrue(residual > 0 && residual <= 1e-13, "residual " + residual);
            }
        }
    }

    /** Small steps, so that a direction is near the one before; from there a solve takes fewer products. */
    @Test
    void warmStartsSaveProducts() {
        int[] products = new int[1];
        Geometry<Weights, Differential<Weights>> counting = Geometry.natural(Domain.reals(LOSS.size()), w -> {
            Hessian metric = LIKELIHOOD.fisher(w).damped(1e-2).hessian();
            return Metric.of(Hessian.operator(LOSS.size(), (v, out) -> {
                products[0]++;
                metric.multiply(v, out);
            }));
        });
        Descent<Weights, Differential<Weights>> method =
                Descent.of(LOSS, counting).step(StepRule.constant(1e-6)).until(Stopping.iterations(20));
        method.run(START);
        int cold = products[0];
        products[0] = 0;
        Run<Weights, ?> warm = method.by(Scheme.warmStarted()).run(START);
        assertTrue(products[0] < 0.8 * cold, products[0] + " of " + cold);
        assertTrue(warm.trace().column(Column.RESIDUAL)[20] > 0);
    }

    @Test
    void aStoppedRunResumesToTheLastBit() throws IOException, ClassNotFoundException {
        Descent<Weights, Differential<Weights>> method =
                Descent.of(LOSS, iterative(ConjugateGradients.to(1e-4))).by(Scheme.warmStarted());
        Run<Weights, Differential<Weights>> whole =
                method.until(Stopping.iterations(12)).run(START);
        State<Weights, Differential<Weights>> state =
                method.until(Stopping.iterations(5)).run(START).state();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(state);
        }
        State<Weights, Differential<Weights>> read;
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            @SuppressWarnings("unchecked")
            State<Weights, Differential<Weights>> cast = (State<Weights, Differential<Weights>>) in.readObject();
            read = cast;
        }
        assertEquals(whole.trace().get(5).residual(), read.residual());
        Run<Weights, ?> rest = method.until(Stopping.iterations(12)).resume(read);
        assertEquals(whole.point(), rest.point());
        double[] expected = Arrays.copyOfRange(whole.trace().column(Column.RESIDUAL), 5, 13);
        assertArrayEquals(expected, rest.trace().column(Column.RESIDUAL));
    }

    @Test
    void aSolveThatDoesNotConvergeEndsTheRunInWords() {
        Run<Weights, ?> run = run(iterative(ConjugateGradients.to(1e-12).within(2)), 10);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(
                failed.reason().contains("did not reach the relative residual 1.0E-12 with 2 products"),
                failed.reason());
        assertInstanceOf(ConvergenceException.class, failed.cause());
        assertEquals(START, run.point());
    }

    /** Softmax with all k logits has a singular Fisher information: without damping the factor refuses it. */
    @Test
    void aSingularMetricEndsTheRunInWords() {
        Run<Weights, ?> run =
                run(NaturalGradient.of(LOSS.size(), w -> LIKELIHOOD.fisher(w).damped(0)), 10);
        Outcome.Failed failed = assertInstanceOf(Outcome.Failed.class, run.outcome());
        assertTrue(failed.reason().contains("λ = 0.0 is too small"), failed.reason());
    }

    @Test
    void aSampledMetricGoesWhereTheExactOneGoes() {
        Vec<Differential<Weights>> g = LOSS.gradient(START);
        Damped<?> exact = LIKELIHOOD.fisher(START).damped(1e-2);
        Vec<Weights> direction = exact.raise(g);
        Vec<Weights> error = LIKELIHOOD
                .monteCarloFisher(START, 5000, 4)
                .damped(1e-2)
                .raise(g)
                .minus(direction);
        assertTrue(exact.norm(error) < 0.05 * exact.norm(direction), exact.norm(error) / exact.norm(direction) + "");
        Geometry<Weights, Differential<Weights>> sampled = NaturalGradient.of(
                LOSS.size(), w -> LIKELIHOOD.monteCarloFisher(w, 10, 4).damped(1e-2));
        Run<Weights, ?> run = run(sampled, 20);
        assertTrue(run.last().value() < 0.8 * run.trace().get(0).value());
        assertEquals(run.point(), run(sampled, 20).point());
    }

    /** What a structured matrix is made of is a function of the weights and of the seed. */
    @Test
    void runsWithStructuredMatricesDescendAndResumeToTheLastBit() {
        List<Function<Vec<Weights>, Damped<? extends FisherForm>>> kinds = List.of(
                w -> LIKELIHOOD.fisher(w).kronecker().damped(1e-2),
                w -> LIKELIHOOD.fisher(w).kronecker().dampedInFactors(1e-2),
                w -> LIKELIHOOD.fisher(w).kronecker().eigenvalueCorrected().damped(1e-2),
                w -> LIKELIHOOD.monteCarloFisher(w, 4, 1).kronecker().damped(1e-2),
                w -> LIKELIHOOD.fisher(w).blocksByLayer().damped(1e-2),
                w -> LIKELIHOOD.fisher(w).blocksByUnit().damped(1e-2),
                w -> LIKELIHOOD.fisher(w).lowRank(4).damped(1e-2),
                w -> LIKELIHOOD.fisher(w).dampedInSampleSpace(1e-2));
        double gradientDescent = Descent.of(LOSS, Geometry.<Weights, Differential<Weights>>euclidean(LOSS.size()))
                .until(Stopping.iterations(10))
                .run(START)
                .last()
                .value();
        for (Function<Vec<Weights>, Damped<? extends FisherForm>> kind : kinds) {
            Descent<Weights, Differential<Weights>> method =
                    Descent.of(LOSS, NaturalGradient.of(LOSS.size(), kind)).step(StepRule.armijoFrom(1));
            Run<Weights, Differential<Weights>> whole =
                    method.until(Stopping.iterations(10)).run(START);
            assertTrue(whole.last().value() < gradientDescent, kind.apply(START) + ": " + whole.last());
            State<Weights, Differential<Weights>> state =
                    method.until(Stopping.iterations(4)).run(START).state();
            assertEquals(
                    whole.point(),
                    method.until(Stopping.iterations(10)).resume(state).point());
        }
    }

    @Test
    void runsInSampleSpaceAreThoseByAFactor() {
        Run<Weights, ?> byFactor = run(direct(), 10);
        Run<Weights, ?> inSampleSpace =
                run(NaturalGradient.of(LOSS.size(), w -> LIKELIHOOD.fisher(w).dampedInSampleSpace(1e-2)), 10);
        for (int k = 0; k <= 10; k++) {
            assertArrayEquals(
                    byFactor.trace().get(k).point().toArray(),
                    inSampleSpace.trace().get(k).point().toArray(),
                    1e-11);
        }
    }

    @Test
    void theObjectiveIsDifferentiated() {
        assertTrue(
                GradientCheck.of(LOSS, START).passed(),
                GradientCheck.of(LOSS, START).toString());
        int[] some = {3, 3, 17};
        double[] sum = new double[LOSS.size()];
        double[] one = new double[LOSS.size()];
        double value = 0;
        for (int i : some) {
            value += LOSS.partial(START.toArray(), new int[] {i}, 1, one) / 3;
            for (int j = 0; j < one.length; j++) {
                sum[j] += one[j] / 3;
            }
        }
        assertEquals(value, LOSS.partial(START.toArray(), some, 3, one), 1e-15);
        assertArrayEquals(sum, one, 1e-15);
        assertEquals(40, LOSS.terms());
    }

    /** The natural coordinates of a normal themselves: the second is to stay negative, and a step rule turns back. */
    @Test
    void stepsThatLeaveTheDomainAreCaught() {
        Likelihood<Double, Normal> likelihood = Likelihood.of(
                ParametricModel.linear(1, Output.canonical(Normal.FAMILY)),
                new double[][] {{1}, {1}, {1}},
                List.of(100.0, 101.0, 105.0));
        NegativeLogLikelihood loss = NegativeLogLikelihood.of(likelihood);
        assertEquals(Double.POSITIVE_INFINITY, loss.value(new double[] {0, 1}));
        assertEquals(Double.POSITIVE_INFINITY, loss.gradient(new double[] {0, 1}, new double[2]));
        assertThrows(DomainException.class, () -> loss.partial(new double[] {0, 1}, new int[] {0}, 1, new double[2]));
        Geometry<Weights, Differential<Weights>> geometry =
                NaturalGradient.of(2, w -> likelihood.fisher(w).damped(0));
        Descent<Weights, Differential<Weights>> method = Descent.of(loss, geometry);
        Run<Weights, ?> searched = method.step(StepRule.armijoFrom(1))
                .until(Stopping.decrementBelow(1e-20).or(Stopping.iterations(200)))
                .run(Vec.of(0, -5));
        assertInstanceOf(Outcome.Converged.class, searched.outcome());
        Normal fit = likelihood.model().predict(searched.point(), 1);
        assertEquals(102, fit.mean(), 1e-9);
        assertEquals(14.0 / 3, fit.variance(), 1e-7);
        Run<Weights, ?> constant = method.step(StepRule.constant(1)).run(Vec.of(0, -5));
        assertInstanceOf(Outcome.Failed.class, constant.outcome());
    }

    /** With a linear model the damped step with λ = ρ is Newton's: the decrement falls quadratically. */
    @Test
    void ridgeAndDampingMakeNewtonsMethod() {
        ParametricModel<Integer, Categorical> linear = ParametricModel.linear(3, Output.categorical(3));
        SplittableRandom random = new SplittableRandom(8);
        double[][] rows = new double[30][];
        Arrays.setAll(rows, i -> random.doubles(3, -1, 1).toArray());
        List<Integer> labels =
                Arrays.stream(rows).map(x -> x[0] > 0 ? 0 : x[1] > 0 ? 1 : 2).toList();
        Likelihood<Integer, Categorical> likelihood = Likelihood.of(linear, rows, labels);
        Run<Weights, ?> run = Descent.of(
                        NegativeLogLikelihood.of(likelihood).withRidge(1e-3),
                        NaturalGradient.of(9, w -> likelihood.fisher(w).damped(1e-3)))
                .step(StepRule.armijoFrom(1))
                .until(Stopping.decrementBelow(1e-25).or(Stopping.iterations(20)))
                .run(Vec.zeros(9));
        assertInstanceOf(Outcome.Converged.class, run.outcome());
        assertTrue(run.last().iteration() <= 12, run.toString());
        double[] decrements = run.trace().column(Column.DECREMENT);
        int seen = 0;
        for (int k = 0; k + 1 < decrements.length; k++) {
            if (decrements[k] < 1e-2 && decrements[k] > 1e-10) {
                assertTrue(decrements[k + 1] < 10 * decrements[k] * decrements[k], Arrays.toString(decrements));
                seen++;
            }
        }
        assertTrue(seen >= 3, Arrays.toString(decrements));
    }

    /** The squares of the weights overflow; what there is no ridge of does not. */
    @Test
    void hugeWeightsHaveAValue() {
        Likelihood<?, ?> sure =
                Likelihood.of(ParametricModel.linear(1, Output.bernoulli()), new double[][] {{1}}, List.of(1));
        assertEquals(0, NegativeLogLikelihood.of(sure).value(new double[] {1e200}));
        assertEquals(5e99, NegativeLogLikelihood.of(sure).withRidge(1e-300).value(new double[] {1e200}), 1e85);
    }

    @Test
    void refusalsSayWhatIsWrong() {
        Function<Vec<Weights>, Damped<? extends FisherInformation>> fisher =
                w -> LIKELIHOOD.fisher(w).damped(1);
        assertThrows(DomainException.class, () -> NaturalGradient.of(0, fisher));
        assertThrows(DomainException.class, () -> LOSS.withRidge(-1));
        Objective<Weights, Differential<Weights>> flat = Objective.of(2, x -> 0, x -> Vec.zeros(2));
        Descent<Weights, Differential<Weights>> mirror =
                Descent.of(flat, Geometry.mirror(Potentials.<Weights, Differential<Weights>>burg(2)));
        String reason = String.valueOf(assertThrows(DomainException.class, () -> mirror.by(Scheme.warmStarted()))
                .getMessage());
        assertTrue(reason.contains("solves for none"), reason);
    }
}
