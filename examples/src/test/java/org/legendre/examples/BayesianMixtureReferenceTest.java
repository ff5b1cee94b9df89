package org.legendre.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.legendre.examples.data.Datasets;
import org.legendre.geometry.Euclidean;
import org.legendre.geometry.Expectation;
import org.legendre.geometry.Natural;
import org.legendre.geometry.PositiveDefinite;
import org.legendre.geometry.Vec;
import org.legendre.geometry.family.Bernoulli;
import org.legendre.geometry.family.Beta;
import org.legendre.geometry.family.ConjugateModel;
import org.legendre.geometry.family.ConjugateModels;
import org.legendre.geometry.family.Dirichlet;
import org.legendre.geometry.family.Independent;
import org.legendre.geometry.family.IndependentFamily;
import org.legendre.geometry.family.MultivariateNormal;
import org.legendre.geometry.family.NormalInverseWishart;
import org.legendre.geometry.mixture.Mixture;
import org.legendre.optimize.Descent;
import org.legendre.optimize.Iterate;
import org.legendre.optimize.Outcome;
import org.legendre.optimize.Run;
import org.legendre.optimize.Sampling;
import org.legendre.optimize.Scheme;
import org.legendre.optimize.Stopping;
import org.legendre.optimize.information.ExpectationMaximization;
import org.legendre.optimize.variational.BayesianMixture;

/** The irises as a Bayesian mixture of three normals, and digits of black and white as one of ten products of coins: coordinate ascent on all data, and mini-batches. */
class BayesianMixtureReferenceTest {
    private static final List<Vec<Euclidean>> IRISES = Arrays.stream(Datasets.iris())
            .map(row -> Vec.<Euclidean>of(Arrays.copyOf(row, 4)))
            .toList();

    private static final BayesianMixture<Vec<Euclidean>, MultivariateNormal, MultivariateNormal, NormalInverseWishart>
            MODEL = model();

    private static BayesianMixture<Vec<Euclidean>, MultivariateNormal, MultivariateNormal, NormalInverseWishart>
            model() {
        MultivariateNormal whole = MultivariateNormal.family(4).maximumLikelihood(IRISES);
        double[] scale = new double[4];
        Arrays.setAll(scale, i -> 0.3 * whole.covariance().get(i, i));
        NormalInverseWishart prior = new NormalInverseWishart(whole.mean(), 0.1, 5, PositiveDefinite.diagonal(scale));
        return BayesianMixture.of(Dirichlet.of(1, 1, 1), ConjugateModels.normal(prior), IRISES);
    }

    private static Vec<Expectation> start() {
        return MODEL.start(
                ExpectationMaximization.start(MultivariateNormal.family(4), IRISES, 3, new SplittableRandom(3)));
    }

    @Test
    void coordinateAscentNeverLowersTheBound() {
        Run<Expectation, Natural> run =
                MODEL.coordinateAscent().until(Stopping.valueChangeBelow(1e-9)).run(start());
        assertInstanceOf(Outcome.Converged.class, run.outcome(), run.outcome().reason());
        for (Iterate<Expectation> iterate :
                run.trace().iterates().subList(1, run.trace().size())) {
            assertTrue(iterate.change() < 0, iterate.toString());
        }
        assertEquals(-312.7167331738, -run.last().value(), 2e-8);
        assertTrue(run.last().iteration() < 200);
    }

    /** From the same start the noise of the batches leads over to a better maximum, near which the steps end. */
    @Test
    void miniBatchesWithRobbinsMonroStepsComeNearAMaximum() {
        Run<Expectation, Natural> run = Descent.of(MODEL, MODEL.geometry())
                .by(Scheme.stochastic(new Sampling(15, 10, 7), 1, 0.6))
                .until(Stopping.iterations(400))
                .run(start());
        assertInstanceOf(Outcome.Exhausted.class, run.outcome(), run.outcome().reason());
        Run<Expectation, Natural> polished =
                MODEL.coordinateAscent().until(Stopping.valueChangeBelow(1e-9)).run(run.point());
        assertInstanceOf(Outcome.Converged.class, polished.outcome());
        assertTrue(-polished.last().value() > -312.7);
        assertTrue(polished.last().value() < run.last().value());
        assertEquals(polished.last().value(), run.last().value(), 1);
    }

    /** Ten products of 64 coins, each coin uniform beforehand. */
    private static BayesianMixture<
                    List<Integer>, Independent<Integer, Bernoulli>, List<Double>, Independent<Double, Beta>>
            digits(List<List<Integer>> data) {
        Independent<Double, Beta> prior = new Independent<>(Collections.nCopies(64, new Beta(1, 1)));
        return BayesianMixture.of(
                Dirichlet.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1),
                ConjugateModel.of(
                        new IndependentFamily<>(Bernoulli.FAMILY, 64),
                        prior,
                        t -> IntStream.range(0, 128)
                                .mapToDouble(c -> c % 2 == 0 ? t[c / 2] : 1 - t[c / 2])
                                .toArray(),
                        p -> new Independent<>(p.stream().map(Bernoulli::new).toList()),
                        Collections.nCopies(64, 0.5)),
                data);
    }

    /** Pixels of at least half the greatest grey are 1. */
    @Test
    void digitsOfBlackAndWhite() {
        double[][] rows = Datasets.digits();
        List<List<Integer>> data = Arrays.stream(rows)
                .map(row -> IntStream.range(0, 64)
                        .mapToObj(i -> row[i] >= 8 ? 1 : 0)
                        .toList())
                .toList();
        var model = digits(data);
        SplittableRandom random = new SplittableRandom(1);
        List<Independent<Integer, Bernoulli>> components = new ArrayList<>();
        for (int j = 0; j < 10; j++) {
            components.add(new Independent<>(IntStream.range(0, 64)
                    .mapToObj(i -> new Bernoulli(0.25 + 0.5 * random.nextDouble()))
                    .toList()));
        }
        Vec<Expectation> start = model.start(Mixture.uniform(components));
        Run<Expectation, Natural> ascent =
                model.coordinateAscent().until(Stopping.iterations(20)).run(start);
        assertInstanceOf(
                Outcome.Exhausted.class, ascent.outcome(), ascent.outcome().reason());
        for (Iterate<Expectation> iterate : ascent.trace().iterates().subList(1, 21)) {
            assertTrue(iterate.change() < 0, iterate.toString());
        }
        Run<Expectation, Natural> batches = Descent.of(model, model.geometry())
                .by(Scheme.stochastic(new Sampling(100, 18, 5), 1, 0.6))
                .until(Stopping.iterations(5))
                .run(start);
        assertInstanceOf(
                Outcome.Exhausted.class, batches.outcome(), batches.outcome().reason());
        // Five passes over the data: mini-batches are ahead, and nearly where all data come to after twenty.
        assertTrue(batches.last().value() < ascent.trace().get(5).value() - 1000);
        assertEquals(ascent.last().value(), batches.last().value(), 200);
    }
}
